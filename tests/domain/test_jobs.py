"""The job model: what an update may change."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.jobs import (
    UNSET,
    Job,
    JobError,
    JobId,
    JobKey,
    JobState,
    JobUpdate,
    reduce_job,
)
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId

KEY = JobKey(ServerId("s"), JobId("1"))
REF = MediaRef(KEY.server_id, ImageName("late.png"))


def test_unset_is_not_none() -> None:
    job = Job(KEY, JobState.RUNNING, error=JobError("E", "boom"), queue_position=3)
    assert reduce_job(job, JobUpdate(KEY)) == job
    changed = reduce_job(job, JobUpdate(KEY, error=None, queue_position=None))
    assert (changed.error, changed.queue_position) == (None, None)
    assert JobUpdate(KEY).changes() == {}
    assert JobUpdate(KEY, error=None).changes() == {"error": None}
    assert UNSET is not None


@pytest.mark.parametrize("ended", [state for state in JobState if state.ended])
def test_an_end_is_final_but_for_the_servers_own_record(ended: JobState) -> None:
    job = Job(KEY, ended)
    assert reduce_job(job, JobUpdate(KEY, JobState.RUNNING)).state is ended
    late = reduce_job(job, JobUpdate(KEY, JobState.COMPLETED, outputs=(REF,)))
    assert (late.state, late.outputs) == (ended, (REF,))  # a late result is kept
    record = JobUpdate(KEY, JobState.COMPLETED, authoritative=True)
    assert reduce_job(job, record).state is JobState.COMPLETED


def test_a_native_state_that_is_none_of_ours_is_kept_beside_the_known_one() -> None:
    job = reduce_job(Job(KEY, JobState.RUNNING), JobUpdate(KEY, native_state="dreaming"))
    assert (job.state, job.native_state) == (JobState.RUNNING, "dreaming")


def test_a_job_that_was_let_go_can_be_found_again() -> None:
    job = Job(KEY, JobState.DETACHED)
    record = JobUpdate(KEY, JobState.COMPLETED, outputs=(REF,), authoritative=True)
    assert reduce_job(job, record).outputs == (REF,)

"""What the server's counts are held against."""

from __future__ import annotations

from ivk_desktop.api.invokeai.open_jobs import OpenJobs
from ivk_desktop.domain.jobs import JobId, JobState, QueueCounts
from ivk_desktop.domain.updates import QueueSnapshot
from tests.fakes import a_job

S = JobState


def begun(*states: JobState, **counts: int) -> tuple[OpenJobs, set[JobId]]:
    jobs = tuple(a_job(number, state) for number, state in enumerate(states, 1))
    told = QueueCounts(**counts)
    open_jobs = OpenJobs()
    return open_jobs, open_jobs.begin(QueueSnapshot(tuple(j.key.job_id for j in jobs), jobs, told))


def test_counts_agree_with_what_was_told_and_no_longer_where_a_word_was_lost() -> None:
    jobs, unheard = begun(S.RUNNING, S.PENDING, S.COMPLETED, running=1, pending=1, completed=1)
    assert unheard == set()
    assert jobs.agree(QueueCounts(running=1, pending=1, completed=1))
    assert not jobs.agree(QueueCounts(running=0, pending=1, completed=2))
    jobs.note(JobId("1"), S.COMPLETED)
    assert jobs.agree(QueueCounts(running=0, pending=1, completed=2))
    jobs.remove([JobId("2")])
    assert jobs.agree(QueueCounts(completed=2))


def test_of_more_open_jobs_than_are_read_only_the_running_ones_count() -> None:
    jobs, _ = begun(S.RUNNING, S.PENDING, running=1, pending=5000)
    assert jobs.agree(QueueCounts(running=1, pending=4000))
    assert not jobs.agree(QueueCounts(running=2, pending=4999))


def test_what_has_ended_unheard_is_named_until_its_record_was_told() -> None:
    jobs, _ = begun(S.RUNNING, S.PENDING, running=1, pending=1)
    later = (a_job(1, S.COMPLETED), a_job(2, S.PENDING))
    snapshot = QueueSnapshot((JobId("2"), JobId("1")), later, QueueCounts(pending=1, completed=1))
    assert jobs.begin(snapshot) == {"1"}
    assert jobs.begin(snapshot) == {"1"}  # the connection was lost again before
    jobs.note(JobId("1"), S.COMPLETED)
    assert jobs.begin(snapshot) == {"1"}  # that told no results
    jobs.record_came(JobId("1"))
    assert jobs.begin(snapshot) == set()

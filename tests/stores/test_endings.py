"""Jobs and batches that end are told once, over lost connections and wiped queues."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import CountsChanged, JobChanged, JobsAdded, Lost
from ivk_desktop.stores.endings import Endings
from tests.fakes import FakeBackend, a_job, a_picture, job_key
from tests.stores.queue_help import Session

pytestmark = pytest.mark.usefixtures("qapp")
S = JobState


class Told:
    """A session, what is told of it, and the two ways to tell it something."""

    def __init__(self, *jobs: Any) -> None:
        self.session = Session()
        self.endings = Endings()
        self.jobs: list[tuple[str, S]] = []
        self.batches: list[tuple[str, int, int]] = []
        self.old: list[str] = []
        self.ends: list[Any] = []
        self.endings.watch(self.session)
        self.endings.job_ended.connect(lambda job: self.jobs.append((job.key.job_id, job.state)))
        self.endings.batch_ended.connect(self._batch)
        self.endings.old_found.connect(lambda jobs: self.old.extend(j.key.job_id for j in jobs))
        self.snapshot(*jobs)

    def _batch(self, end: Any) -> None:
        self.ends.append(end)
        self.batches.append((end.batch_id, end.completed, end.failed))

    def snapshot(self, *jobs: Any) -> None:
        backend = FakeBackend(queue={job.key.job_id: job for job in jobs})
        self.session.apply(backend.snapshot())
        self.session.settle()

    def becomes(self, number: int, state: S, **fields: Any) -> None:
        update = JobUpdate(job_key(number), state, sequence=len(self.jobs) + 5, **fields)
        self.session.apply(JobChanged(update))
        self.session.settle()

    def comes(self, number: int, batch: str) -> None:
        self.session.apply(JobsAdded((a_job(number, batch_id=BatchId(batch)),)))
        self.session.settle()


def a_request(batch: str, *rest: SubmitRequest) -> SubmitRequest:
    return SubmitRequest(BatchId(batch), "form", "Owl", {}, 1, rest)


def test_a_batch_is_told_when_its_last_job_has_ended() -> None:
    told = Told(a_job(1), a_job(2))
    told.becomes(1, S.COMPLETED, title="Owl", outputs=(a_picture("a.png"),))
    assert told.batches == []
    told.becomes(2, S.FAILED)
    assert told.batches == [("batch", 1, 1)]
    assert (told.ends[0].title, told.ends[0].picture) == ("Owl", a_picture("a.png"))
    assert told.jobs == [("1", S.COMPLETED), ("2", S.FAILED)]


def test_the_batches_of_one_submission_end_together() -> None:
    told = Told()
    request = a_request("one", a_request("two"))
    told.session.submit_begun.emit(request)
    assert told.endings.submitting
    told.comes(1, "one")
    told.becomes(1, S.COMPLETED)
    assert told.batches == [], "more of it is to come"
    told.comes(2, "two")
    told.session.submit_over.emit(request)
    assert not told.endings.submitting
    assert told.batches == [], "its second batch is still open"
    told.becomes(2, S.FAILED)
    assert told.batches == [("two", 1, 1)]


def test_what_was_taken_of_a_submission_ends_though_the_rest_is_refused() -> None:
    told = Told()
    request = a_request("one", a_request("two"))
    told.session.submit_begun.emit(request)
    told.comes(1, "one")
    told.becomes(1, S.COMPLETED)
    told.session.submit_over.emit(request)
    assert told.batches == [("one", 1, 0)]


def test_what_had_ended_before_is_old() -> None:
    told = Told(a_job(1, S.FAILED), a_job(2, S.COMPLETED))
    assert (told.jobs, told.batches) == ([], [])
    assert sorted(told.old) == ["1", "2"]


def test_a_reconnect_tells_what_ended_meanwhile_and_nothing_twice() -> None:
    told = Told(a_job(1), a_job(2), a_job(3, batch_id=BatchId("other")))
    told.becomes(1, S.COMPLETED)
    told.becomes(3, S.COMPLETED)
    assert told.batches == [("other", 1, 0)]
    told.session.apply(Lost(Problem("connection_lost", {"url": "x"})))
    ended = [a_job(1, S.COMPLETED), a_job(2, S.COMPLETED)]
    for _ in range(3):
        told.snapshot(*ended, a_job(3, S.COMPLETED, batch_id=BatchId("other")))
    assert told.batches == [("other", 1, 0), ("batch", 2, 0)]
    assert [job for job, _ in told.jobs] == ["1", "3", "2"]


def test_a_reset_after_a_long_time_is_no_flood() -> None:
    told = Told(a_job(1))
    long_list = [a_job(n, S.COMPLETED, batch_id=BatchId(f"b{n}")) for n in range(2, 900)]
    told.snapshot(a_job(1, S.COMPLETED), *long_list)
    assert told.batches == [("batch", 1, 0)]
    assert len(told.old) == 898


def test_a_wiped_queue_tells_nothing() -> None:
    told = Told(a_job(1), a_job(2))
    told.snapshot()
    assert (told.jobs, told.batches) == ([], [])


def test_a_job_that_fails_between_two_frames_is_told() -> None:
    told = Told(a_job(1))
    told.session.apply(
        JobsAdded((a_job(2, batch_id=BatchId("new")),)),
        JobChanged(JobUpdate(job_key(2), S.FAILED, sequence=9)),
    )
    told.session.settle()
    assert told.jobs == [("2", S.FAILED)]
    assert told.batches == [("new", 0, 1)]


def test_a_batch_of_which_jobs_are_unread_has_not_ended() -> None:
    told = Told(a_job(1))
    told.session.apply(CountsChanged(QueueCounts(pending=5, running=1)))
    told.becomes(1, S.COMPLETED)
    assert told.batches == []
    told.session.apply(CountsChanged(QueueCounts(completed=6)))
    assert told.batches == [("batch", 1, 0)]


def test_a_batch_that_is_run_again_is_told_again() -> None:
    told = Told(a_job(1))
    told.becomes(1, S.FAILED)
    told.session.apply(JobsAdded((a_job(2),)))
    told.session.settle()
    told.becomes(2, S.COMPLETED)
    assert told.batches == [("batch", 0, 1), ("batch", 1, 1)]


def test_jobs_of_others_are_not_told() -> None:
    told = Told(a_job(1, private=True))
    told.becomes(1, S.COMPLETED)
    assert (told.jobs, told.batches) == ([], [])


def test_a_server_that_left_tells_nothing_more() -> None:
    told = Told(a_job(1))
    told.endings.unwatch(told.session)
    told.becomes(1, S.COMPLETED)
    assert told.jobs == []

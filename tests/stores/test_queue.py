from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ivk_desktop.api.errors import ServerFault
from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    QueueSnapshot,
)
from ivk_desktop.stores.queue import QueueDelta, QueueStore
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_job, a_picture, job_key

Run = Callable[[Coroutine[Any, Any, Any]], Any]
S = JobState


def a_store(*jobs: object, source: FakeBackend | None = None) -> QueueStore:
    backend = FakeBackend(queue={job.key.job_id: job for job in jobs})  # type: ignore[attr-defined]
    store = QueueStore(SERVER, source, Tasks())
    store.apply(backend.snapshot())
    return store


def changed(number: int, state: JobState, sequence: int = 1, **fields: Any) -> JobChanged:
    return JobChanged(JobUpdate(job_key(number), state, sequence=sequence, **fields))


def heard(store: QueueStore) -> list[QueueDelta]:
    deltas: list[QueueDelta] = []
    store.changed.connect(deltas.append)
    return deltas


async def ended(tasks: Tasks) -> None:
    """Wait until the requests of a store have ended; there are a few turns of the loop in each."""
    for _ in range(200):
        if not tasks.is_running("queue records"):
            return
        await asyncio.sleep(0)
    raise AssertionError("the requests do not end")


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_snapshot_is_told_as_a_reset_and_keeps_the_servers_order() -> None:
    store = QueueStore(SERVER, None, Tasks())
    resets: list[None] = []
    store.reset.connect(lambda: resets.append(None))
    store.apply(QueueSnapshot(("3", "2", "1"), (a_job(3), a_job(1)), QueueCounts(pending=2)))  # type: ignore[arg-type]
    assert len(resets) == 1
    assert list(store.ids) == ["3", "2", "1"]
    assert set(store.jobs) == {"1", "3"}


def test_the_first_change_of_a_quiet_frame_is_told_at_once_and_the_next_with_its_end() -> None:
    store = a_store(a_job(1), a_job(2))
    deltas = heard(store)
    store.apply(changed(1, S.RUNNING))
    assert deltas == [QueueDelta(SERVER, changed=(JobId("1"),), batches=(BatchId("batch"),))]
    store.apply(changed(2, S.RUNNING))
    assert len(deltas) == 1


def test_the_end_of_a_job_does_not_wait() -> None:
    store = a_store(a_job(1), a_job(2))
    store.apply(changed(1, S.RUNNING))
    deltas = heard(store)
    store.apply(changed(1, S.COMPLETED, 2))
    assert [delta.changed for delta in deltas] == [("1",)]


def test_counts_follow_events_between_those_of_the_server() -> None:
    store = a_store(a_job(1), a_job(2))
    store.apply(changed(1, S.RUNNING))
    assert (store.counts.pending, store.counts.running) == (1, 1)
    store.apply(changed(1, S.FAILED, 2))
    assert (store.counts.running, store.counts.failed) == (0, 1)
    store.apply(CountsChanged(QueueCounts(pending=7, paused=True)))
    assert store.counts.pending == 7
    store.apply(JobsAdded((a_job(3),)))
    assert store.counts.pending == 7, "the server's counts have it already, or follow"
    assert store.counts.paused


def test_a_late_event_of_an_ended_job_changes_nothing() -> None:
    store = a_store(a_job(1, S.COMPLETED))
    deltas = heard(store)
    store.apply(changed(1, S.RUNNING, 1))
    assert store.jobs[JobId("1")].state is S.COMPLETED
    assert [d for d in deltas if d.changed] == [] or store.running == ()


def test_an_id_with_another_creation_time_is_another_job() -> None:
    store = a_store(a_job(1, S.COMPLETED, title="Old", outputs=(a_picture("old.png"),)))
    store.apply(changed(1, S.RUNNING, 1, created_at=2_000_000.0))
    job = store.jobs[JobId("1")]
    assert (job.state, job.title, job.outputs) == (S.RUNNING, "", ())
    assert store.running == ("1",)


def test_batches_are_summed_up_job_by_job() -> None:
    jobs = [a_job(n, batch_id=BatchId("a" if n < 4 else "b")) for n in range(1, 6)]
    store = a_store(*jobs)
    store.apply(changed(1, S.RUNNING))
    batch = store.batches[BatchId("a")]
    assert (batch.total, batch.state, batch.ended) == (3, S.RUNNING, 0)
    store.apply(changed(1, S.FAILED, 2, error=JobError("Oom", "out of memory")))
    assert (batch.state, batch.ended, batch.error) == (S.PENDING, 1, "out of memory")
    for number in (2, 3):
        store.apply(changed(number, S.COMPLETED, outputs=(a_picture(f"{number}.png"),)))
    assert (batch.open, batch.state) == (0, S.FAILED)
    assert batch.thumbnail == a_picture("3.png")
    store.apply(JobsRemoved((JobId("4"), JobId("5"))))
    assert BatchId("b") not in store.batches


def test_pending_jobs_stand_in_run_order() -> None:
    store = a_store(a_job(1), a_job(2), a_job(3, queue_position=-1))
    assert list(store.pending) == ["3", "1", "2"]
    assert store.pending_before(store.jobs[JobId("2")]) == 2
    store.apply(changed(3, S.RUNNING))
    assert list(store.pending) == ["1", "2"]
    assert store.pending_titles == {"": 2}


def test_after_a_reconnect_what_is_known_is_kept_and_what_is_gone_goes() -> None:
    store = a_store(a_job(1, S.COMPLETED, title="Kept"), a_job(2), a_job(3))
    deltas = heard(store)
    store.apply(
        QueueSnapshot(
            ("4", "3", "1"),  # type: ignore[arg-type]
            (a_job(4), a_job(3, S.RUNNING)),
            QueueCounts(pending=1, running=1, completed=1),
        )
    )
    assert store.jobs[JobId("1")].title == "Kept"
    assert [(d.inserted, d.removed, d.changed) for d in deltas] == [(("4",), ("2",), ("3",))]


def test_an_open_job_that_a_reconnect_does_not_speak_of_is_asked_for(run: Run) -> None:
    backend = FakeBackend(queue={JobId("1"): a_job(1, S.COMPLETED)})

    async def reconnect() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(QueueSnapshot(("1",), (a_job(1, S.RUNNING),), QueueCounts(running=1)))  # type: ignore[arg-type]
        store.apply(QueueSnapshot(("1",), (), QueueCounts(completed=1)))  # type: ignore[arg-type]
        assert store.is_stale(JobId("1"))
        await ended(tasks)
        assert not store.is_stale(JobId("1"))
        assert store.jobs[JobId("1")].state is S.COMPLETED
        assert store.running == ()

    run(reconnect())


def test_rows_in_view_are_read_in_pages_and_one_request_at_a_time(run: Run) -> None:
    queue = {JobId(str(n)): a_job(n, S.COMPLETED, title="T") for n in range(1, 2001)}
    backend = FakeBackend(queue=queue)

    async def scroll() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        ids = tuple(reversed(list(queue)))
        store.apply(QueueSnapshot(ids, (), QueueCounts(completed=2000)))
        store.want([JobId("1000"), JobId("1001")])
        store.want([JobId("1000"), JobId("1001")])
        await ended(tasks)
        asked = [ids for name, ids in backend.calls if name == "jobs"]
        assert JobId("1000") in store.jobs
        assert 2 <= len(store.jobs) <= 600
        assert len(asked) <= 2
        assert store.counts.completed == 2000

    run(scroll())


def test_titles_and_results_of_ended_rows_in_view_are_read_once(run: Run) -> None:
    job = a_job(1, S.COMPLETED, title="Portrait", outputs=(a_picture("a.png"),))
    backend = FakeBackend(queue={JobId("1"): job})

    async def look() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(QueueSnapshot(("1",), (a_job(1, S.COMPLETED),), QueueCounts(completed=1)))  # type: ignore[arg-type]
        for _ in range(3):
            store.want([JobId("1")])
            await ended(tasks)
        assert store.jobs[JobId("1")].title == "Portrait"
        assert store.jobs[JobId("1")].outputs == (a_picture("a.png"),)
        assert [name for name, _ in backend.calls] == ["job_inputs"]

    run(look())


def test_one_item_that_the_server_cannot_read_does_not_hide_the_others(run: Run) -> None:
    class Poisoned(FakeBackend):
        async def job_inputs(self, ids: Any) -> Any:
            if "3" in ids:
                raise ServerFault("boom")
            return await super().job_inputs(ids)

    done = {JobId(str(n)): a_job(n, S.COMPLETED, title=f"T{n}") for n in range(1, 9)}
    backend = Poisoned(queue=done)

    async def look() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        bare = tuple(a_job(n, S.COMPLETED) for n in range(8, 0, -1))
        store.apply(QueueSnapshot(tuple(j.key.job_id for j in bare), bare, QueueCounts()))
        store.want(list(store.ids))
        await ended(tasks)
        titles = {job_id: job.title for job_id, job in store.jobs.items()}
        assert titles.pop(JobId("3")) == ""
        assert all(titles.values())

    run(look())


def test_a_record_that_is_older_than_an_event_does_not_take_it_back(
    run: Run, qapp: QApplication
) -> None:
    store = a_store(a_job(1, S.PENDING))
    store.apply(changed(1, S.COMPLETED, 2))
    store.apply(JobsAdded((a_job(1, S.PENDING, title="Late"),)))
    job = store.jobs[JobId("1")]
    assert (job.state, job.title) == (S.COMPLETED, "Late")

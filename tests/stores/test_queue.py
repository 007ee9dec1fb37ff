from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from ivk_desktop.api.errors import ServerFault
from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    Lost,
    QueueSnapshot,
)
from ivk_desktop.stores import records
from ivk_desktop.stores.batches import PRIVATE, GroupBy
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_job, a_picture, job_key
from tests.stores.waiting import until

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
    """Wait until the requests of a store have ended."""
    while task := tasks._running.get("queue records"):
        await asyncio.wait([task])
        await asyncio.sleep(0)


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
    assert deltas == [QueueDelta(SERVER, changed=(JobId("1"),), groups=((GroupBy.BATCH, "batch"),))]
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


def thousands(number: int = 2000) -> tuple[FakeBackend, QueueSnapshot]:
    """A queue of ended jobs, and the ids alone."""
    queue = {JobId(str(n)): a_job(n, S.COMPLETED, title="T") for n in range(1, number + 1)}
    ids = tuple(reversed(list(queue)))
    return FakeBackend(queue=queue), QueueSnapshot(ids, (), QueueCounts(completed=number))


def test_rows_in_view_are_read_first_and_then_all_others_newest_first(run: Run) -> None:
    backend, snapshot = thousands()

    async def scroll() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(snapshot)
        assert (store.known, len(store)) == (0, 2000)
        store.want([JobId("1000"), JobId("1001")])
        store.want([JobId("1000"), JobId("1001")])
        await ended(tasks)
        asked = [ids for name, ids in backend.calls if name == "jobs"]
        assert JobId("1000") in asked[0]
        assert asked[1][0] == "2000", "the newest of all others"
        assert (store.known, len(store)) == (2000, 2000)
        assert sum(map(len, asked)) == 2000, "none is read twice"
        assert max(map(len, asked)) <= 1000
        assert store.counts.completed == 2000

    run(scroll())


@pytest.mark.parametrize("running", [0, 1])
def test_while_jobs_run_a_page_waits_for_its_time(
    run: Run, monkeypatch: pytest.MonkeyPatch, running: int
) -> None:
    monkeypatch.setattr(records, "RUNNING_S", 3600.0)
    backend, snapshot = thousands()

    async def load() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(replace(snapshot, counts=QueueCounts(completed=1999, running=running)))
        await until(store.changed, lambda: store.known >= 500)
        if running:
            store.want([JobId("1")])
            assert tasks.is_running("queue records")
        else:
            await ended(tasks)
        assert len(backend.calls) == (1 if running else 4)
        await tasks.close()

    run(load())


def test_a_page_that_could_not_be_read_is_asked_for_again_some_times(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "RETRY_S", 0.0)
    queue, snapshot = thousands(10)

    class Broken(FakeBackend):
        broken = 2

        async def jobs(self, ids: Any) -> Any:
            self.broken -= 1
            if self.broken >= 0:
                self._called("jobs", tuple(ids))
                raise ServerFault("boom")
            return await super().jobs(ids)

    async def load(broken: int) -> tuple[int, int]:
        backend = Broken(queue=queue.queue)
        backend.broken = broken
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(snapshot)
        await ended(tasks)
        return store.known, len(backend.calls)

    assert run(load(2)) == (10, 3)
    assert run(load(1000)) == (0, 3), "not for ever"


def test_what_is_read_for_a_connection_that_is_gone_is_dropped(run: Run) -> None:
    queue, snapshot = thousands(10)
    asked, answer = asyncio.Event(), asyncio.Event()

    class Slow(FakeBackend):
        async def jobs(self, ids: Any) -> Any:
            asked.set()
            await answer.wait()
            return await super().jobs(ids)

    async def lose() -> None:
        store = QueueStore(SERVER, Slow(queue=queue.queue), tasks := Tasks())
        store.apply(snapshot)
        await asked.wait()
        store.apply(Lost(Problem("x")))
        answer.set()
        await ended(tasks)
        assert store.known == 0

    run(lose())


def test_the_title_of_one_job_is_that_of_its_whole_batch(run: Run) -> None:
    jobs = [a_job(n, batch_id=BatchId("a")) for n in range(1, 4)]
    backend = FakeBackend(queue={JobId("2"): a_job(2, title="Owl", batch_id=BatchId("a"))})

    async def look() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        snapshot = FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot()
        store.apply(snapshot)
        store.want([JobId("2")])
        await ended(tasks)
        await until(store.changed, lambda: all(job.title == "Owl" for job in store.jobs.values()))
        assert store.pending_titles == {"Owl": 3}
        store.apply(JobsAdded((a_job(4, batch_id=BatchId("a")),)))
        assert store.jobs[JobId("4")].title == "Owl"

    run(look())


def test_a_batch_without_a_workflow_is_asked_about_once(run: Run) -> None:
    jobs = [a_job(n) for n in range(1, 4)]
    backend = FakeBackend(queue={job.key.job_id: job for job in jobs})

    async def look() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(backend.snapshot())
        for number in ("1", "2", "3"):
            store.want([JobId(number)])
            await ended(tasks)
        assert [ids for name, ids in backend.calls if name == "job_inputs"] == [("1",)]

    run(look())


def test_why_a_job_failed_is_read_where_no_event_has_told_it(run: Run) -> None:
    class Told(FakeBackend):
        async def job_inputs(self, ids: Any) -> Any:
            self._called("job_inputs", tuple(ids))
            return [JobUpdate(job_key(1), error=JobError("Oom", "out of memory"))]

    backend = Told(queue={JobId("1"): a_job(1, S.FAILED, title="T")})

    async def look() -> None:
        store = QueueStore(SERVER, backend, tasks := Tasks())
        store.apply(backend.snapshot())
        store.want([JobId("1")])
        await ended(tasks)
        assert store.jobs[JobId("1")].error == JobError("Oom", "out of memory")

    run(look())


def test_groups_are_summed_up_from_when_somebody_looks() -> None:
    store = a_store(
        a_job(1, S.COMPLETED, user="ann", started_at=10.0, ended_at=40.0),
        a_job(2, S.FAILED, user="ann", started_at=40.0, ended_at=45.0),
        a_job(3, user="bob"),
        a_job(4, private=True, batch_id=None),
    )
    users = store.groups(GroupBy.USER)
    assert set(users) == {"ann", "bob", PRIVATE}
    assert (users["ann"].total, users["ann"].ended, users["ann"].work_s) == (2, 2, 35.0)
    deltas = heard(store)
    store.apply(changed(3, S.COMPLETED, started_at=50.0, ended_at=60.0))
    assert (GroupBy.USER, "bob") in deltas[0].groups
    assert users["bob"].work_s == 10.0
    assert store.has_users


def test_a_group_knows_its_order_though_the_oldest_come_last() -> None:
    ids = tuple(JobId(str(n)) for n in (3, 2, 1))
    store = QueueStore(SERVER, None, Tasks())
    store.apply(QueueSnapshot(ids, (), QueueCounts(completed=3)))
    for number in (3, 1, 2):
        store.take_records([JobId(str(number))], [a_job(number, S.COMPLETED)])
    assert list(store.batches["batch"].ranks) == ["1", "2", "3"]
    assert store.batches["batch"].first == "1"


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
        bare = tuple(a_job(n, S.COMPLETED, batch_id=BatchId(f"b{n}")) for n in range(8, 0, -1))
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

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from ivk_desktop.api.errors import NotFound
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.stores.job_records import MOST_KEPT, JobRecords
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_job, job_key
from tests.stores.waiting import until

S = JobState
Run = Callable[[Coroutine[Any, Any, Any]], Any]


class Desk:
    """Records over a scripted server."""

    def __init__(self, *jobs: Any) -> None:
        self.tasks = Tasks()
        self.server = FakeBackend(queue={job.key.job_id: job for job in jobs})
        self.server.records = {job.key.job_id: JobRecord(job) for job in jobs}
        self.queue = QueueStore(SERVER, self.server, self.tasks)
        self.queue.apply(self.server.snapshot())
        self.records = JobRecords(self.server, self.tasks, self.queue)

    async def read(self, number: int = 1) -> JobRecord:
        self.records.want(job_key(number))
        await until(self.records.ready, lambda: self.records.record(job_key(number)))
        found = self.records.record(job_key(number))
        assert found is not None
        return found

    @property
    def reads(self) -> int:
        return sum(name == "job_record" for name, _ in self.server.calls)


def test_the_record_of_an_ended_job_is_read_once(run: Run) -> None:
    async def scenario() -> None:
        desk = Desk(a_job(1, S.COMPLETED))
        first = await desk.read()
        assert await desk.read() is first
        assert desk.reads == 1
        await desk.tasks.close()

    run(scenario())


def test_the_record_of_an_open_job_is_read_anew(run: Run) -> None:
    async def scenario() -> None:
        desk = Desk(a_job(1, S.RUNNING))
        await desk.read()
        desk.server.records[JobId("1")] = JobRecord(a_job(1, S.COMPLETED))
        desk.records.want(job_key(1))
        await until(desk.records.ready, lambda: desk.reads == 2)
        await desk.tasks.close()

    run(scenario())


def test_after_a_wiped_database_an_id_is_another_jobs(run: Run) -> None:
    async def scenario() -> None:
        desk = Desk(a_job(1, S.COMPLETED))
        await desk.read()
        desk.server.queue = {JobId("1"): a_job(1, S.PENDING, created_at=2_000_000.0)}
        desk.queue.apply(desk.server.snapshot())
        assert desk.records.record(job_key(1)) is None
        await desk.tasks.close()

    run(scenario())


def test_a_record_that_cannot_be_read_says_why_and_may_be_tried_again(run: Run) -> None:
    async def scenario() -> None:
        desk = Desk(a_job(1, S.COMPLETED))
        desk.server.failures["job_record"] = NotFound(what="The item")
        desk.records.want(job_key(1))
        await until(desk.records.failed, lambda: desk.records.problem(job_key(1)))
        await desk.read()
        assert desk.records.problem(job_key(1)) is None
        await desk.tasks.close()

    run(scenario())


def test_only_a_few_records_are_kept(run: Run) -> None:
    async def scenario() -> None:
        desk = Desk(*(a_job(number, S.COMPLETED) for number in range(1, 30)))
        for number in range(1, 30):
            await desk.read(number)
        kept = [n for n in range(1, 30) if desk.records.record(job_key(n)) is not None]
        assert kept == list(range(30 - MOST_KEPT, 30))
        await desk.tasks.close()

    run(scenario())

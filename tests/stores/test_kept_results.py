"""Results, and which of them nobody looked at, outlive a restart of the app."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from ivk_desktop.domain.jobs import Job, JobState, JobUpdate
from ivk_desktop.domain.media import ImageInfo
from ivk_desktop.domain.updates import JobChanged, JobsAdded
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from tests.fakes import FakeBackend, a_job, a_picture, job_key

Run = Callable[[Coroutine[Any, Any, None]], None]
S = JobState


@asynccontextmanager
async def start(folder: Path, backend: FakeBackend) -> AsyncIterator[ServerSession]:
    """One run of the app on a server; its queue and the results of earlier have been read."""
    database, tasks, workers = Database(folder / "data.sqlite"), Tasks(), Workers()
    history = History(database, tasks)
    session = ServerSession(
        backend,
        "lab",
        "http://lab",
        notices=Notices(),
        workers=workers,
        database=database,
        history=history,
    )
    assert session.kept_results is not None
    restored = asyncio.Event()
    session.kept_results.restored.connect(restored.set)
    session.start()
    await until(session.queue.reset, lambda: session.queue.is_loaded)
    await restored.wait()
    yield session
    await session.close()
    await tasks.close()
    await database.close()
    workers.close()


async def until(signal: Any, holds: Callable[[], Any]) -> None:
    again = asyncio.Event()
    connection = signal.connect(lambda *_: again.set())
    while not holds():
        again.clear()
        await again.wait()
    signal.disconnect(connection)


def server(*names: str, jobs: tuple[Job, ...] = ()) -> FakeBackend:
    """A server that has these pictures and jobs."""
    images = [ImageInfo(a_picture(name), 8, 8, 1.0) for name in names]
    queue = {job.key.job_id: job for job in jobs}
    return FakeBackend(board_images={"none": images}, queue=queue)


def make(session: ServerSession, number: int, *names: str, **fields: Any) -> None:
    """Let a job come and make pictures."""
    session.apply(JobsAdded((a_job(number, S.RUNNING, title="Portrait", **fields),)))
    outputs = tuple(a_picture(name) for name in names)
    session.apply(
        JobChanged(JobUpdate(job_key(number), S.COMPLETED, outputs=outputs, authoritative=True))
    )
    session.queue._flush.now()


def names(session: ServerSession) -> list[str]:
    return [result.ref.name for result in session.results.results]


def unseen(session: ServerSession) -> list[str]:
    return [result.ref.name for result in session.results.results if not result.seen]


def test_results_come_back_with_what_is_new_of_them(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        backend = server("a", "b", "c")
        async with start(tmp_path, backend) as now:
            make(now, 1, "a", "b")
            make(now, 2, "c")
            now.results.mark_seen([a_picture("b")])
            assert names(now) == ["c", "b", "a"]
        for _ in range(2):
            async with start(tmp_path, backend) as later:
                assert names(later) == ["c", "b", "a"]
                assert unseen(later) == ["c", "a"]
                assert later.results.unseen_count == 2
                assert {one.title for one in later.results.results} == {"Portrait"}
        async with start(tmp_path, backend) as last:
            last.results.mark_all_seen()
        async with start(tmp_path, backend) as after:
            assert after.results.unseen_count == 0

    run(check())


def test_what_is_made_now_stands_before_what_came_back(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        backend = server("a", "b")
        async with start(tmp_path, backend) as now:
            make(now, 1, "a")
        async with start(tmp_path, backend) as later:
            make(later, 2, "b")
            assert names(later) == ["b", "a"]
            assert later.results.unseen_count == 2

    run(check())


def test_a_result_is_its_jobs_again_while_the_server_lists_it(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        job = a_job(1, S.COMPLETED, title="Portrait", outputs=(a_picture("a"),))
        async with start(tmp_path, server("a")) as now:
            make(now, 1, "a")
        async with start(tmp_path, server("a", jobs=(job,))) as later:
            assert [one.ref.name for one in later.results.of_job(job_key(1))] == ["a"]
            assert names(later) == ["a"]
            assert later.results.unseen_count == 1

    run(check())


def test_a_job_that_has_the_id_of_another_gets_none_of_its_results(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        other = a_job(1, S.RUNNING, title="Flux", created_at=2_000_000.0)
        async with start(tmp_path, server("a")) as now:
            make(now, 1, "a")
        async with start(tmp_path, server("a", jobs=(other,))) as later:
            assert later.results.of_job(job_key(1)) == []
            assert names(later) == ["a"]

    run(check())


def test_what_is_called_new_is_on_the_server(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with start(tmp_path, server("a", "b")) as now:
            make(now, 1, "a", "b")
        async with start(tmp_path, server("b")) as later:
            await until(later.results.rowsRemoved, lambda: names(later) == ["b"])
            assert later.results.unseen_count == 1

    run(check())


def test_one_whose_picture_turns_out_to_be_gone_is_dropped(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        backend = server("a")
        async with start(tmp_path, backend) as now:
            make(now, 1, "a")
            now.results.mark_all_seen()
        async with start(tmp_path, backend) as later:
            assert later.media.thumbnail(a_picture("a")) is None
            await until(later.results.rowsRemoved, lambda: not names(later))

    run(check())


def test_what_another_client_made_is_named_when_its_whole_record_is_read(
    tmp_path: Path, run: Run
) -> None:
    async def scenario() -> None:
        async with start(tmp_path, server()) as session:
            session.apply(JobsAdded((a_job(1, S.RUNNING),)))
            outputs = (a_picture("a"),)
            session.apply(JobChanged(JobUpdate(job_key(1), S.COMPLETED, outputs=outputs)))
            update = JobUpdate(job_key(1), title="Portrait")
            session.queue.take_details([job_key(1).job_id], [update])
            session.queue._flush.now()
            assert [one.title for one in session.results.results] == ["Portrait"]

    run(scenario())

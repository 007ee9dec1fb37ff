"""The rows of the history's table, its pictures, and the file it is written to."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from ivk_desktop.domain.history import HistoryQuery, Order
from ivk_desktop.domain.jobs import JobError, JobState
from ivk_desktop.domain.updates import JobsAdded
from ivk_desktop.stores.history_export import COLUMNS, export_csv
from ivk_desktop.stores.history_model import HistoryModel
from ivk_desktop.stores.history_pictures import Found, HistoryPictures
from ivk_desktop.stores.queue_model import Role
from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from tests.fakes import FakeBackend, a_job, a_picture
from tests.stores.history_help import Kept, kept
from tests.stores.samples import encoded
from tests.stores.waiting import until

Run = Callable[[Coroutine[Any, Any, None]], None]
S = JobState


def listed(*jobs: Any) -> Any:
    return FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot()


async def shown(now: Kept, tasks: Tasks, query: HistoryQuery) -> HistoryModel:
    model = HistoryModel(now.history, tasks, lambda row, column: row.title)
    await asked(model, query)
    return model


async def asked(model: HistoryModel, query: HistoryQuery | None = None) -> None:
    told: list[int] = []
    connection = model.found.connect(lambda: told.append(1))
    model.ask(query)
    await until(model.found, lambda: bool(told))
    model.found.disconnect(connection)


def numbers(model: HistoryModel) -> list[str]:
    items = [model.item(row) for row in range(model.rowCount())]
    return [item.job.key.job_id if item else "?" for item in items]


def test_rows_come_with_the_query_and_others_when_they_are_in_view(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        tasks = Tasks()
        async with kept(tmp_path) as now:
            await now.say(listed(*(a_job(n, S.COMPLETED, title="Fox") for n in range(1, 1001))))
            model = await shown(now, tasks, HistoryQuery())
            assert model.rowCount() == 1000
            assert model.index(0, Column.ITEM).data(Role.ROW).row_id.native_id == "1000"
            assert model.index(999, Column.ITEM).data(Role.ROW) is None
            model.want(980, 999)
            await until(model.dataChanged, lambda: model.item(999) is not None)
            assert model.index(999, Column.ITEM).data() == "Fox"
            assert model.position(model.ids[400]) == 400
            assert model.position(5) is None
        await tasks.close()

    run(check())


def test_new_items_are_inserted_and_changed_ones_read_again(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        tasks = Tasks()
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1), a_job(2)))
            model = await shown(now, tasks, HistoryQuery())
            inserted: list[tuple[int, int]] = []
            model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
            await now.say(JobsAdded((a_job(2, S.FAILED), a_job(3))))
            await asked(model)
            assert inserted == [(0, 0)]
            assert numbers(model) == ["3", "2", "1"]
            item = model.item(1)
            assert item is not None
            assert item.job.state is S.FAILED
            assert model.counts == {S.PENDING: 2, S.FAILED: 1}
        await tasks.close()

    run(check())


def test_a_table_sorted_otherwise_finds_its_rows_too(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        tasks = Tasks()
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1, title="b"), a_job(2, title="c"), a_job(3, title="a")))
            model = await shown(now, tasks, HistoryQuery(order=Order.TITLE, ascending=True))
            assert numbers(model) == ["3", "1", "2"]
            assert [model.position(row_id) for row_id in model.ids] == [0, 1, 2]
        await tasks.close()

    run(check())


def test_all_rows_are_written_to_a_table_file(run: Run, tmp_path: Path) -> None:
    bad = a_job(
        2,
        S.FAILED,
        title="=cmd|'/c calc'!A0",
        inputs=(("Prompt", "línea “1”,\nsecond; line"),),
        error=JobError("Oom", "+1+2"),
    )
    path = tmp_path / "history.csv"

    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(*(a_job(n, S.COMPLETED) for n in range(3, 1500)), bad))
            ids = list(await now.history.find(HistoryQuery()))
            steps: list[int] = []
            headings = [f"column {n}" for n in range(COLUMNS)]
            problem = await export_csv(
                now.history, ids, path, headings, lambda item: "a state", steps.append
            )
            assert problem is None
            assert steps == [500, 1000, 1498]

    run(check())
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1499
    assert {len(row) for row in rows} == {COLUMNS}
    assert rows[-1][0] == "'=cmd|'/c calc'!A0"
    assert rows[-1][1:4] == ["a state", "lab", "2"]
    assert rows[-1][8] == "1970-01-12T13:46:42.000+00:00"
    assert rows[-1][12] == "Prompt: línea “1”,\nsecond; line"
    assert rows[-1][15] == "'+1+2"


def test_a_canceled_export_leaves_nothing_and_a_failed_one_says_why(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    async def check() -> None:
        tasks = Tasks()
        async with kept(tmp_path) as now:
            await now.say(listed(*(a_job(n) for n in range(1, 1200))))
            ids = list(await now.history.find(HistoryQuery()))
            first = asyncio.Event()

            async def write(path: Path, progress: Callable[[int], None]) -> Any:
                return await export_csv(now.history, ids, path, ["a"], lambda item: "", progress)

            tasks.start(write(folder / "a.csv", lambda done: first.set()), "export")
            await first.wait()
            tasks.cancel("export")
            await tasks.close()
            problem = await write(tmp_path / "no folder" / "a.csv", lambda done: None)
            assert problem.code == "export_failed"

    run(check())
    assert list(folder.iterdir()) == []


def test_pictures_of_a_server_that_is_away_come_from_the_disk_or_not_at_all(
    run: Run, tmp_path: Path
) -> None:
    there, away = a_picture("there"), a_picture("away")

    async def check() -> None:
        cache, workers = ThumbnailCache(tmp_path), Workers()
        cache.store(there, encoded(8, 8))
        pictures = HistoryPictures(Servers(), cache, workers)
        assert pictures.found(there) is Found.COMING
        pictures.show([there, away])
        both = lambda: (pictures.found(there), pictures.found(away))  # noqa: E731
        await until(pictures.changed, lambda: both() == (Found.SHOWN, Found.AWAY))
        assert pictures.image(there) is not None
        workers.close()

    run(check())

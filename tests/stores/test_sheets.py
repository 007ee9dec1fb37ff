"""The sheet of a swept batch: kept over restarts, filled as items end, drawn as one image."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QFont, QImage

from ivk_desktop.api.errors import ConnectionLost
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobError, JobState, JobUpdate
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.sheets import SheetAxis, SheetPlace
from ivk_desktop.domain.updates import CountsChanged, JobChanged, JobsAdded, JobsRemoved
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.stores.sheet_book import SheetBook
from ivk_desktop.stores.sheet_image import SheetImage, SheetLook, SheetPage, SheetSize
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_job, a_picture
from tests.stores.samples import encoded
from tests.stores.waiting import until

Run = Callable[[Any], Any]
S = JobState
SHEET = BatchId("one")
AXES = (
    SheetAxis("CFG", ("4", "6"), (FieldId("cfg"),), ((4,), (6,))),
    SheetAxis("Steps", ("10", "20", "30"), (FieldId("steps"),), ((10,), (20,), (30,))),
)


def part(batch: str, first: int, count: int) -> SubmitRequest:
    place = SheetPlace(SHEET, first, AXES)
    return SubmitRequest(BatchId(batch), "form", "Portrait", {}, count, place=place)


@dataclass
class App:
    """One life of the app."""

    server: FakeBackend
    session: ServerSession
    book: SheetBook
    workers: Workers

    async def open(self) -> Sheet:
        """Open the sheet as its window does."""
        kept = await self.book.read(SERVER, SHEET)
        sheet = Sheet(kept, self.book, await self.book.past(kept))
        sheet.set_session(self.session)
        return sheet

    async def submit(self, request: SubmitRequest) -> None:
        taken: list[Any] = []
        self.session.submitted.connect(lambda *both: taken.append(both))
        self.session.submit(request)
        await until(self.session.submitted, lambda: taken)

    def say(self, *jobs: Job) -> None:
        for job in jobs:
            self.server.queue[job.key.job_id] = job
        self.server.say(JobsAdded(jobs), CountsChanged(self.server.snapshot().counts))


@asynccontextmanager
async def an_app(server: FakeBackend, tmp_path: Path) -> AsyncIterator[App]:
    workers, tasks, notices = Workers(), Tasks(), Notices()
    database = Database(tmp_path / "data.sqlite")
    history, servers = History(database, tasks), Servers()
    book = SheetBook(database, history)
    await book.load()
    session = ServerSession(
        server, "lab", "http://lab", notices=notices, workers=workers, database=database,
        history=history,
    )  # fmt: skip
    servers.added.connect(book.watch)
    servers.add(session)
    try:
        await until(session.queue.reset, lambda: session.queue.is_loaded)
        server.say(CountsChanged(server.snapshot().counts))
        await until(session.link_changed, session._is_connected)
        yield App(server, session, book, workers)
    finally:
        await servers.close()
        await tasks.close()
        await database.close()
        workers.close()


def item(number: int, state: JobState, batch: str = "one", **fields: Any) -> Job:
    fields.setdefault("inputs", (("cfg", str((number - 1) // 3)), ("steps", str((number - 1) % 3))))
    return a_job(number, state, batch_id=BatchId(batch), **fields)


def test_cells_fill_as_items_end(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            await app.submit(part("one", 0, 6))
            assert app.book.sheet_of(SERVER, SHEET) == SHEET
            app.say(*(item(n, S.PENDING) for n in range(1, 7)))
            sheet = await app.open()
            await until(sheet.cells_changed, lambda: sheet.states()[S.PENDING] == 6)
            key = item(2, S.PENDING).key
            done = JobUpdate(key, S.COMPLETED, outputs=(a_picture("a.png"),), authoritative=True)
            error = JobError("OOM", "CUDA out of memory")
            failed = JobUpdate(item(6, S.PENDING).key, S.FAILED, error=error, authoritative=True)
            app.server.say(JobChanged(done), JobChanged(failed))
            await until(sheet.cells_changed, lambda: sheet.cell(5).state is S.FAILED)
            assert sheet.ref(1) == a_picture("a.png")
            assert sheet.cell(5).error == "CUDA out of memory"
            assert sheet.ref(0) is None

    run(scenario())


def test_a_sheet_of_several_batches_survives_a_restart_and_an_emptied_queue(
    run: Run, tmp_path: Path
) -> None:
    async def scenario() -> None:
        server = FakeBackend()
        async with an_app(server, tmp_path) as app:
            first = part("one", 0, 3)
            await app.submit(replace(first, rest=(part("two", 3, 3),)))
            # The fake numbers each batch from the queue as it stands: the ids are the test's.
            app.book.keep(SERVER, first, first.place or SheetPlace(SHEET, 0, AXES), ids(1, 3))
            second = part("two", 3, 3)
            app.book.keep(SERVER, second, second.place or SheetPlace(SHEET, 3, AXES), ids(4, 6))
            for number in range(1, 7):
                picture = a_picture(f"{number}.png")
                batch = "one" if number < 4 else "two"
                app.say(item(number, S.COMPLETED, batch, outputs=(picture,), ended_at=9.0))
            sheet = await app.open()
            await until(sheet.cells_changed, lambda: sheet.states()[S.COMPLETED] == 6)
            sheet.set_winner(4, True)
            sheet.set_winner(0, True)
            sheet.set_winner(0, False)
            app.session.queue._flush.now()  # what came in the last frame is told, and kept
        server.queue.clear()
        async with an_app(server, tmp_path) as app:
            sheet = await app.open()
            assert [sheet.ref(n) for n in range(6)] == [a_picture(f"{n}.png") for n in range(1, 7)]
            assert sheet.winners == (4,)

    run(scenario())


def ids(first: int, last: int) -> list[Any]:
    return [item(number, S.PENDING).key.job_id for number in range(first, last + 1)]


def test_what_runs_again_takes_the_cell_of_the_same_inputs(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            await app.submit(part("one", 0, 6))
            app.say(*(item(n, S.FAILED if n == 2 else S.PENDING) for n in range(1, 7)))
            sheet = await app.open()
            await until(sheet.cells_changed, lambda: sheet.cell(1).state is S.FAILED)
            again = replace(item(9, S.RUNNING), inputs=item(2, S.PENDING).inputs)
            app.say(again)
            await until(sheet.cells_changed, lambda: sheet.cell(1).state is S.RUNNING)
            assert sheet.key(1) == again.key
            app.server.say(JobChanged(JobUpdate(item(2, S.FAILED).key, title="late")))
            app.server.say(JobsRemoved((item(2, S.FAILED).key.job_id,)))
            app.say(item(10, S.PENDING, "other"))
            await until(app.session.queue.changed, lambda: app.session.queue.rank("10"))
            assert sheet.key(1) == again.key, "the earlier run does not come back"

    run(scenario())


def test_items_enqueued_anew_stay_on_their_sheet(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            await app.submit(part("one", 0, 6))
            app.say(*(item(n, S.CANCELED) for n in range(1, 7)))
            sheet = await app.open()
            await until(sheet.cells_changed, lambda: sheet.states()[S.CANCELED] == 6)
            app.book._replaced(SERVER, SHEET, BatchId("moved"))
            assert app.book.sheet_of(SERVER, BatchId("moved")) == SHEET
            sheet.grow(await app.book.read(SERVER, SHEET))
            app.say(replace(item(11, S.PENDING, "moved"), inputs=item(5, S.PENDING).inputs))
            await until(sheet.cells_changed, lambda: sheet.cell(4).state is S.PENDING)
            assert sheet.states()[S.CANCELED] == 5

    run(scenario())


def test_a_lost_answer_is_made_up_for_by_the_order_of_ids(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            lost = part("one", 0, 6)
            app.book.keep(SERVER, lost, lost.place or SheetPlace(SHEET, 0, AXES), ())
            sheet = await app.open()
            app.say(*(item(n, S.PENDING) for n in (9, 10, 11, 12, 13, 14)))
            await until(sheet.cells_changed, lambda: sheet.states()[S.PENDING] == 6)
            assert [sheet.cell(n).job_id for n in range(6)] == ["9", "10", "11", "12", "13", "14"]

    run(scenario())


def test_another_job_under_an_id_of_the_sheet_is_no_cell_of_it(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            await app.submit(part("one", 0, 6))
            app.say(*(item(n, S.COMPLETED) for n in range(1, 7)))
            sheet = await app.open()
            await until(sheet.cells_changed, lambda: sheet.states()[S.COMPLETED] == 6)
            app.say(replace(item(2, S.FAILED, "later"), created_at=2_000_000.0))
            jobs = app.session.queue.jobs
            await until(app.session.queue.changed, lambda: jobs["2"].state is S.FAILED)
            assert sheet.cell(1).state is S.COMPLETED

    run(scenario())


def test_a_sheet_that_is_not_kept_says_so(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with an_app(FakeBackend(), tmp_path) as app:
            with pytest.raises(DomainError, match="sheet_gone"):
                await app.book.read(SERVER, BatchId("never"))

    run(scenario())


# --- one image ---------------------------------------------------------------------------
LOOK = SheetLook(
    QFont(), QFont(), QColor("#171717"), QColor("#ffffff"), QColor("#aaaaaa"), QColor("#222222"),
    QColor("#8ab8ff"),
)  # fmt: skip


def a_page(columns: int, rows: int, **fields: Any) -> SheetPage:
    labels = tuple(str(n) for n in range(columns)), tuple(str(n) for n in range(rows))
    return SheetPage("Portrait", "CFG", "Steps", *labels, **fields)


def test_a_page_is_drawn_with_words_where_a_picture_is_missing(run: Run, tmp_path: Path) -> None:
    async def scenario() -> SheetImage:
        server = FakeBackend(pictures={"a.png": encoded(64, 64, color="#ff0000")})
        refs = {(0, 0): a_picture("a.png"), (1, 0): a_picture("gone.png")}
        page = a_page(2, 1, refs=refs, words={(1, 0): "Failed"}, winners=frozenset({(0, 0)}))
        drawn = SheetImage(server, workers, page, LOOK, tmp_path / "sheet.png")
        await drawn.run()
        return drawn

    workers = Workers()
    drawn = run(scenario())
    workers.close()
    assert (drawn.done, len(drawn.failures)) == (1, 1)
    image = QImage(str(tmp_path / "sheet.png"))
    assert image.size() == drawn.size.whole
    assert image.pixelColor(drawn.size.cell(0, 0).center()).name() == "#ff0000"


def test_a_lost_server_leaves_no_file(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeBackend(failures={"fetch": ConnectionLost(url="http://lab")})
        page = a_page(1, 1, refs={(0, 0): a_picture("a.png")})
        drawn = SheetImage(server, workers, page, LOOK, tmp_path / "sheet.png")
        with pytest.raises(ConnectionLost):
            await drawn.run()

    workers = Workers()
    run(scenario())
    workers.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("columns", "rows", "edge"), [(3, 3, 512), (40, 40, 144), (100, 100, 48)])
def test_many_pictures_get_smaller_and_stay_within_the_limit(
    qapp: object, columns: int, rows: int, edge: int
) -> None:
    size = SheetSize.of(a_page(columns, rows), LOOK)
    assert size.edge == edge
    assert size.whole.width() * size.whole.height() <= 40_000_000


def test_too_many_pictures_are_refused(qapp: object) -> None:
    with pytest.raises(DomainError, match="sheet_too_large"):
        SheetSize.of(a_page(1000, 100), LOOK)

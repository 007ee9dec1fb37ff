from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from ivk_desktop.api.errors import NotFound
from ivk_desktop.domain.form import (
    Container,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Heading,
    Layout,
)
from ivk_desktop.domain.jobs import JobError, JobId, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.node_runs import Bar
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.records import JobRecord, NodeRecord
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.domain.updates import JobChanged, JobPlan, NodeChanged, NodeStatus
from ivk_desktop.stores.job_logs import JobLogs
from ivk_desktop.stores.job_records import JobRecords
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.details.compare import CompareWindow
from ivk_desktop.ui.details.error import MOST_SHOWN, ErrorPage
from ivk_desktop.ui.details.gantt import place_of
from ivk_desktop.ui.details.inputs import InputTable
from ivk_desktop.ui.details.nodes import Column
from ivk_desktop.ui.details.pages import Page
from ivk_desktop.ui.details.view import DetailsView
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.panel import PanelState
from tests.fakes import SERVER, FakeBackend, FakeForm, a_form, a_job, a_picture, job_key
from tests.stores.queue_help import Session
from tests.stores.waiting import until

S = JobState
N = NodeStatus
Run = Callable[[Coroutine[Any, Any, Any]], Any]
NODES = (
    NodeRecord("sum", "add", "Sum", N.COMPLETED, 1, values=(("value", "5"),)),
    NodeRecord("d", "denoise_latents", "Denoise", N.COMPLETED, 1),
    NodeRecord("l", "l2i", "Decode", N.COMPLETED, 1, outputs=(a_picture("p.png"),)),
)


def headed_form(**values: Any) -> FakeForm:
    form = a_form()
    steps, prompt = FieldElement(FieldId("steps")), FieldElement(FieldId("prompt"))
    root = Container(Layout.COLUMN, (Heading("Sampler"), steps, Heading("Text"), prompt))
    spec = form.spec
    object.__setattr__(spec, "root", root)
    form.values.update({FieldId(name): value for name, value in values.items()})
    return form


def a_record(number: int = 1, state: JobState = S.COMPLETED, **fields: Any) -> JobRecord:
    fields.setdefault("outputs", (a_picture("p.png"),))
    times = {"started_at": 1_000_100.0, "ended_at": 1_000_114.0}
    if state is S.RUNNING:
        times = {"started_at": 1_001_000.0}
    job = a_job(number, state, title="Tiger", **times, **fields)
    return JobRecord(job, NODES, headed_form(), raw={"item_id": number, "session": {"id": "x"}})


@asynccontextmanager
async def a_view(*records: JobRecord) -> AsyncIterator[tuple[DetailsView, Session]]:
    queue = {record.job.key.job_id: record.job for record in records}
    server = FakeBackend(queue=queue, records={i.job.key.job_id: i for i in records})
    session: Any = Session(server)
    workers = Workers()
    session.records = JobRecords(server, session.tasks, session.queue)
    session.logs = JobLogs()
    session.media = MediaStore(server, session.tasks, workers)
    session.server = server
    session.apply(server.snapshot())
    view = DetailsView(FormContext)
    view.resize(560, 400)
    view.show()
    try:
        yield view, session
    finally:
        view.clear()
        view.pages.results.set_model(None, None)
        await session.tasks.close()
        workers.close()
        view.deleteLater()


async def shown(view: DetailsView, session: Any, number: int = 1) -> None:
    view.show_job(session, job_key(number))
    await until(session.records.ready, lambda: view.panel.state is PanelState.CONTENT)


def tabs(view: DetailsView) -> list[Page]:
    return [page for page in Page if view.pages.tabs.isTabVisible(page)]


def cells(view: DetailsView, column: Column) -> list[str]:
    model = view.pages.nodes.rows
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


def test_without_an_item_it_says_what_to_do(run: Run) -> None:
    async def scenario() -> None:
        async with a_view() as (view, _):
            assert "Choose an item" in view.panel.message_text

    run(scenario())


def test_inputs_stand_as_the_author_laid_them_out(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            assert view.pages.inputs.texts() == [
                ("Sampler", ""),
                ("Steps", "20"),
                ("Text", ""),
                ("Prompt", "a tiger"),
            ]
            assert view.header.texts()[0] == "Tiger"
            assert "Completed, item 1, took 0:14" in view.header.texts()[1]
            assert tabs(view) == [Page.INPUTS, Page.NODES, Page.RESULTS, Page.JSON]

    run(scenario())


def test_an_item_that_was_not_seen_running_has_states_and_the_time_of_the_whole(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            assert cells(view, Column.NAME) == ["Whole item", "Sum", "Denoise", "Decode"]
            assert cells(view, Column.TIME) == ["14 s", "", "", ""]
            assert cells(view, Column.OUTPUT) == ["", "value 5", "", "p.png"]
            assert "not seen running" in view.pages.times_note.text()

    run(scenario())


def test_a_running_item_is_followed_node_by_node_to_its_end(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record(state=S.RUNNING, outputs=())) as (view, session):
            key = job_key(1)
            plan = tuple((one.node_id, one.node_type, one.title) for one in NODES)
            session.apply(JobPlan(key, plan))
            await shown(view, session)
            session.apply(NodeChanged(key, "sum", "sum", N.RUNNING))
            session.at += 2
            session.apply(NodeChanged(key, "sum", "sum", N.COMPLETED))
            session.apply(NodeChanged(key, "d", "d", N.RUNNING))
            session.at += 5
            session.progress.tick()
            session.settle()
            assert cells(view, Column.TIME) == ["2.0 s", "5.0 s", ""]
            bars = [row.bars for row in view.pages.nodes.rows._rows]
            assert [len(one) for one in bars] == [1, 1, 0]
            session.server.records[JobId("1")] = a_record()
            session.apply(JobChanged(JobUpdate(key, S.COMPLETED, sequence=9)))
            session.settle()
            await until(session.records.ready, lambda: Page.RESULTS in tabs(view))
            assert cells(view, Column.TIME)[:2] == ["2.0 s", "5.0 s"]
            assert view.pages.times_note.text() == ""

    run(scenario())


def test_enter_on_a_node_opens_the_picture_it_gave(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            asked: list[object] = []
            view.picture_requested.connect(asked.append)
            nodes = view.pages.nodes
            nodes.setCurrentIndex(nodes.rows.index(3, 0))
            QTest.keyClick(nodes, Qt.Key.Key_Return)
            assert asked == [a_picture("p.png")]

    run(scenario())


def test_a_private_item_says_so_and_shows_nothing(run: Run) -> None:
    async def scenario() -> None:
        record = JobRecord(a_job(1, S.COMPLETED, private=True, batch_id=None))
        async with a_view(record) as (view, session):
            view.show_job(session, job_key(1))
            assert view.panel.state is PanelState.NO_PERMISSION
            assert "private" in view.panel.message_text
            assert not view.header.report.isEnabled()

    run(scenario())


def test_a_record_that_cannot_be_read_says_why_and_is_read_on_demand(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            session.server.failures["job_record"] = NotFound(what="The item")
            view.show_job(session, job_key(1))
            await until(session.records.failed, lambda: view.panel.state is PanelState.ERROR)
            view._retry()
            await until(session.records.ready, lambda: view.panel.state is PanelState.CONTENT)

    run(scenario())


def test_a_lost_connection_leaves_the_details_and_says_how_old_they_are(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            session.link, session.as_of = LinkState.LOST, 1_000_000.0
            session.link_changed.emit()
            assert view.panel.state is PanelState.STALE
            assert view.pages.inputs.rowCount() == 4

    run(scenario())


def test_the_json_is_built_when_it_is_looked_at(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            assert view.pages.json.tree.topLevelItemCount() == 0
            view.pages.open_page(Page.JSON)
            assert view.pages.json.tree.topLevelItemCount() == 2

    run(scenario())


def test_a_bug_report_is_put_on_the_clipboard(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            view.header.report.click()
            assert QGuiApplication.clipboard().text().startswith("## Item 1: completed")

    run(scenario())


def test_a_failure_has_its_page_and_another_item_does_not_keep_it(run: Run) -> None:
    async def scenario() -> None:
        failed = a_record(2, S.FAILED, error=JobError("OSError", "no such file"), outputs=())
        async with a_view(a_record(), failed) as (view, session):
            await shown(view, session, 2)
            view.pages.open_page(Page.ERROR)
            assert view.pages.error.message.text() == "no such file"
            await shown(view, session, 1)
            assert view.pages.page is Page.NODES

    run(scenario())


def test_of_a_traceback_of_5_mb_the_end_is_shown_and_all_is_copied(qtbot: Any) -> None:
    page = ErrorPage()
    qtbot.addWidget(page)
    traceback = "line\n" * 1_000_000 + "the end"
    page.show_error(JobError("OSError", "boom"), traceback)
    assert page.text.toPlainText() == ""
    page.fold.click()
    assert len(page.text.toPlainText()) == MOST_SHOWN
    assert page.text.toPlainText().endswith("the end")
    assert not page.left_out.isHidden()
    page.copy.click()
    assert len(QGuiApplication.clipboard().text()) > 5_000_000
    page.show_error(JobError("OSError", "other"), "short")
    assert page.text.toPlainText() == "short"
    assert page.left_out.isHidden()


def test_bars_stand_where_and_as_wide_as_their_time() -> None:
    cell = QRect(100, 0, 208, 28)
    bar = place_of(Bar(5.0, 2.5, N.COMPLETED), 10.0, cell)
    assert (bar.left(), bar.width()) == (204.0, 50.0)
    at_the_end = place_of(Bar(10.0, 0.0, N.COMPLETED), 10.0, cell)
    assert at_the_end.width() == 2.0
    assert at_the_end.right() <= cell.right()
    assert place_of(Bar(0.0, 5.0, N.COMPLETED), 0.0, cell).width() == 2.0


def test_an_item_that_has_the_id_of_another_one_is_read_anew(run: Run) -> None:
    async def scenario() -> None:
        async with a_view(a_record()) as (view, session):
            await shown(view, session)
            other = a_job(1, S.COMPLETED, title="Owl", created_at=2_000_000.0)
            session.server.queue = {other.key.job_id: other}
            session.server.records = {
                other.key.job_id: JobRecord(other, (), headed_form(steps=99), raw={})
            }
            session.apply(FakeBackend().snapshot(), session.server.snapshot())
            session.settle()
            assert view.panel.state is not PanelState.CONTENT
            await until(session.records.ready, lambda: view.panel.state is PanelState.CONTENT)
            assert ("Steps", "99") in view.pages.inputs.texts()
            assert view.header.texts()[0] == "Owl"

    run(scenario())


class Album(FormContext):
    """A server whose thumbnails come when a test says so."""

    def __init__(self) -> None:
        super().__init__(SERVER)
        self.there: set[MediaRef] = set()

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        if ref not in self.there:
            return None
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        return image


def test_input_pictures_are_shown_as_soon_as_they_come(qtbot: Any) -> None:
    spec = FieldSpec(FieldId("picture"), FieldKind.IMAGES, "Pictures")
    root = Container(Layout.COLUMN, (FieldElement(spec.id),))
    names = [{"image_name": f"{n}.png"} for n in range(9)]
    form = FakeForm(FormSpec("f", "F", root, {spec.id: spec}), {spec.id: names})
    context, table = Album(), InputTable()
    qtbot.addWidget(table)
    table.resize(500, 200)
    table.show_form(form, context)
    decoration = Qt.ItemDataRole.DecorationRole
    item = table.item(0, 1)
    assert item is not None
    before = item.data(decoration).toImage()
    assert (before.width(), before.height()) == (6 * 52 - 4, 48)
    assert table.rowHeight(0) >= 48
    context.there.add(a_picture("1.png"))
    context.thumbnail_ready.emit(a_picture("1.png"))
    after = item.data(decoration).toImage()
    assert after.pixelColor(60, 20) == QColor("red")
    assert before.pixelColor(60, 20) != QColor("red")
    with qtbot.waitSignal(table.picture_requested) as asked:
        table.cellActivated.emit(0, 1)
    assert asked.args == [a_picture("0.png")]


def test_two_items_are_compared_by_their_inputs(run: Run) -> None:
    async def scenario() -> None:
        second = a_record(2)
        other = JobRecord(second.job, (), headed_form(steps=30))
        async with a_view(a_record(1), other) as (_, session):
            window = CompareWindow(
                ((session, job_key(1)), (session, job_key(2))),
                lambda i: FormContext(ServerId(i)),
                stands_for=(6, 1),
            )
            await until(session.records.ready, lambda: window.table.rowCount())
            assert window.texts() == [("Steps", "20", "30")]
            assert window.message.text() == "1 of 2 inputs differ."
            assert window.windowTitle() == "Compare Item 1, one of 6 with Item 2"
            window.all.setChecked(True)
            assert [row[0] for row in window.texts()] == ["Steps", "Prompt"]
            window.close()

    run(scenario())

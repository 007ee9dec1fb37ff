"""Opens the sheets of swept batches, and carries out what they ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.sheets import is_whole
from ivk_desktop.domain.winners import WinnersPlan
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.notices import Level, NoticeAction, Notices
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.stores.sheet_again import apply_plan, source_of
from ivk_desktop.stores.sheet_book import SheetBook
from ivk_desktop.stores.sheet_image import SheetImage, SheetLook
from ivk_desktop.stores.workers import Workers
from ivk_desktop.stores.workflow_sources import Source
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui import theme
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.queue.finding import show_job
from ivk_desktop.ui.session_context import ContextBook
from ivk_desktop.ui.sheets.again_dialog import AgainDialog, can_vary
from ivk_desktop.ui.sheets.window import SheetWindow

NOTICE: Final = "sheet"

Name = tuple[ServerId, BatchId]


class WindowSheets(QObject):
    """One window a sheet; a sheet that is open comes to the front."""

    opened = Signal()
    """A sheet has its window, or the dialog of its winners is open."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        book: SheetBook,
        pictures: HistoryPictures,
        tasks: Tasks,
        workers: Workers,
        contexts: ContextBook,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._book = book
        self._pictures = pictures
        self._tasks = tasks
        self._workers = workers
        self._contexts = contexts
        self._images: dict[SheetImage, Name] = {}
        self.windows: dict[Name, SheetWindow] = {}
        self.dialog: AgainDialog | None = None
        servers.added.connect(self._session_added)
        servers.removed.connect(self._session_removed)
        book.added.connect(self._offer)
        book.grown.connect(self._grown)
        actions = window.queue.actions_
        actions.has_sheet = self._has_sheet
        actions.sheet_requested.connect(self._row_opened)
        window.actions_.on("queue.sheet", self.open_latest)

    # --- opening -------------------------------------------------------------------------
    def _has_sheet(self, row: QueueRow) -> bool:
        batch = BatchId(row.batch_id) if row.batch_id else None
        return self._book.sheet_of(row.row_id.server_id, batch) is not None

    def _row_opened(self, row: QueueRow) -> None:
        self.open_batch(row.row_id.server_id, BatchId(row.batch_id or ""))

    def open_batch(self, server_id: ServerId, batch_id: BatchId) -> None:
        """Open the sheet that a batch is a part of."""
        sheet_id = self._book.sheet_of(server_id, batch_id)
        if sheet_id is not None:
            self.open(server_id, sheet_id)

    def open_picture(self, ref: MediaRef) -> None:
        """Open the sheet that a picture is on."""
        batch_id = self._batch_of(ref)
        if batch_id is not None:
            self.open_batch(ref.server_id, batch_id)

    def has_picture(self, ref: MediaRef) -> bool:
        """Whether a picture is on a sheet, as far as that is known."""
        return self._book.sheet_of(ref.server_id, self._batch_of(ref)) is not None

    def _batch_of(self, ref: MediaRef) -> BatchId | None:
        session = self._servers.by_id(ref.server_id)
        result = session.results.result(ref) if session is not None else None
        job = session.queue.jobs.get(result.job.job_id) if session and result else None
        return job.batch_id if job is not None else None

    def open_latest(self) -> None:
        """Open the sheet of the selected row of the queue, else the latest of the server."""
        for row in self._window.queue.selected_rows():
            if self._has_sheet(row):
                self._row_opened(row)
                return
        session = self._servers.current
        sheet_id = self._book.latest(session.server_id) if session is not None else None
        if session is None or sheet_id is None:
            text = self.tr("No batch of this server varies anything: sweep a field first.")
            self._notices.info(text, key=NOTICE)
        else:
            self.open(session.server_id, sheet_id)

    def open(self, server_id: ServerId, sheet_id: BatchId) -> None:
        """Open a sheet, or bring it to the front."""
        if (shown := self.windows.get((server_id, sheet_id))) is not None:
            bring_up(shown)
            return
        self._tasks.start(self._open(server_id, sheet_id), f"open sheet {sheet_id}")

    async def _open(self, server_id: ServerId, sheet_id: BatchId) -> None:
        try:
            kept = await self._book.read(server_id, sheet_id)
            past = await self._book.past(kept)
        except DomainError as error:
            self._notices.problem(error.problem, key=NOTICE)
            return
        sheet = Sheet(kept, self._book, past)
        sheet.set_session(self._servers.by_id(server_id))
        self._show((server_id, sheet_id), sheet)

    def _show(self, name: Name, sheet: Sheet) -> None:
        made = SheetWindow(sheet, self._pictures, self._window)
        sheet.setParent(made)
        made.opened.connect(partial(self._look_at, made))
        made.job_requested.connect(partial(self._show_job, sheet))
        made.again_requested.connect(partial(self._run_again, made))
        made.image_requested.connect(partial(self._ask_for_file, made))
        made.cancel_requested.connect(partial(self._cancel, name))
        made.closed.connect(partial(self.windows.pop, name, None))
        self.windows[name] = made
        bring_up(made)
        made.view.setFocus()
        self.opened.emit()

    def _offer(self, server_id: ServerId, sheet_id: BatchId) -> None:
        action = NoticeAction(self.tr("Open sheet"), partial(self.open, server_id, sheet_id))
        self._notices.info(self.tr("The sheet fills as items finish."), NOTICE, action)

    def _grown(self, server_id: ServerId, sheet_id: BatchId) -> None:
        if (shown := self.windows.get((server_id, sheet_id))) is not None:
            self._tasks.start(self._grow(shown.sheet), f"grow sheet {sheet_id}", replace=True)

    async def _grow(self, sheet: Sheet) -> None:
        try:
            sheet.grow(await self._book.read(sheet.kept.server_id, sheet.kept.sheet_id))
        except DomainError as error:
            self._notices.problem(error.problem, key=NOTICE)

    # --- sessions ------------------------------------------------------------------------
    def _session_added(self, session: ServerSession) -> None:
        self._book.watch(session)
        session.gallery.transfers.changed.connect(self._transfers_changed)
        for (server_id, _), shown in self.windows.items():
            if server_id == session.server_id:
                shown.sheet.set_session(session)

    def _session_removed(self, session: ServerSession) -> None:
        for (server_id, _), shown in self.windows.items():
            if server_id == session.server_id:
                shown.sheet.set_session(None)

    # --- what a sheet asks ---------------------------------------------------------------
    def _look_at(self, shown: SheetWindow, cell: int) -> None:
        ref = shown.view.ref(cell)
        if ref is None:
            return
        if self._servers.by_id(ref.server_id) is None:
            self._notices.problem(Problem("not_connected"), key=NOTICE, level=Level.WARNING)
            return
        self._window.stage.look_at(ref)
        self._window.come_forward()

    def _show_job(self, sheet: Sheet, cell: int) -> None:
        key = sheet.key(cell)
        session = self._servers.by_id(key.server_id) if key is not None else None
        job = session.queue.jobs.get(key.job_id) if session is not None and key else None
        if key is None or job is None or not show_job(self._window.queue, key, job.batch_id):
            problem = Problem("sheet_item_gone")
            self._notices.problem(problem, key=NOTICE, level=Level.INFO)
            return
        self._window.come_forward()

    # --- running winners again -----------------------------------------------------------
    def _run_again(self, shown: SheetWindow) -> None:
        winners = shown.sheet.winners
        if len(winners) > 1 and not is_whole(shown.sheet.axes):
            text = self.tr("Batch nodes vary here, too: such winners run again one at a time.")
            self._notices.info(text, key=NOTICE)
            winners = winners[:1]
        reading = self._open_form(shown, winners)
        self._tasks.start(reading, "open winners", replace=True)

    async def _open_form(self, shown: SheetWindow, winners: tuple[int, ...]) -> None:
        try:
            source = await source_of(shown.sheet, winners, self._book.history)
        except DomainError as error:
            self._notices.problem(error.problem, key=NOTICE)
            return
        self._opened(shown, winners, source)

    def _opened(self, shown: SheetWindow, winners: tuple[int, ...], source: Source) -> None:
        workflow = self._workflows.open(shown.sheet.kept.server_id, source)
        _when_ready(workflow, self._workflows, partial(self._ask_again, shown, winners))

    def _ask_again(
        self, shown: SheetWindow, winners: tuple[int, ...], workflow: OpenWorkflow
    ) -> None:
        if shown not in self.windows.values():
            return
        if not can_vary(workflow):
            self._notices.info(self.tr("No field of this form takes other values."), key=NOTICE)
            return
        context = self._contexts.context(workflow.server_id)
        self.dialog = AgainDialog(workflow, shown.sheet.axes, winners, context, shown)
        self.dialog.asked.connect(partial(self._fill, workflow))
        self.dialog.open()
        self.opened.emit()

    def _fill(self, workflow: OpenWorkflow, plan: WinnersPlan, submits: bool) -> None:
        """Fill the form, and have the Invoke bar submit it as ever."""
        if workflow not in self._workflows.workflows:
            return
        self._workflows.select(workflow)
        apply_plan(workflow, plan)
        if submits:
            self._window.invoke_bar.invoke()
        if not workflow.submitting:
            self._window.come_forward()  # to be looked at, or the Invoke bar says why not

    # --- one image -----------------------------------------------------------------------
    def _ask_for_file(self, shown: SheetWindow) -> None:
        places = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(places)
        dialog = QFileDialog(shown, self.tr("Save the sheet"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Pictures (*.png)")])
        dialog.setDefaultSuffix("png")
        dialog.selectFile(f"{safe_name(shown.sheet.kept.title)}.png")
        dialog.fileSelected.connect(lambda file: self.save_image(shown, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_image(self, shown: SheetWindow, target: Path) -> SheetImage | None:
        """Draw the page that is shown into a file; the status bar and the sheet say how far."""
        session = shown.sheet.session
        if session is None:
            self._notices.problem(Problem("not_connected"), key=NOTICE, level=Level.WARNING)
            return None
        try:
            drawn = SheetImage(session.backend, self._workers, shown.page(), _look(), target)
        except DomainError as error:
            self._notices.problem(error.problem, key=NOTICE, level=Level.WARNING)
            return None
        self._images[drawn] = (shown.sheet.kept.server_id, shown.sheet.kept.sheet_id)
        drawn.ended.connect(partial(self._images.pop, drawn, None))
        session.gallery.transfers.start(drawn)
        return drawn

    def _transfers_changed(self) -> None:
        for name, shown in self.windows.items():
            own = (image for image, of in self._images.items() if of == name)
            shown.show_transfer(next(own, None))

    def _cancel(self, name: Name, transfer: SheetImage) -> None:
        session = self._servers.by_id(name[0])
        if session is not None:
            session.gallery.transfers.cancel(transfer)


def _when_ready(
    workflow: OpenWorkflow, workflows: OpenWorkflows, then: Callable[[OpenWorkflow], object]
) -> None:
    """Go on once the form is there; a twin that was open already stands for it."""
    done = False

    def look(*_: object) -> None:
        nonlocal done
        closed = workflow not in workflows.workflows
        found = workflows.current if closed else workflow
        if done or (not closed and workflow.state is OpenState.LOADING):
            return
        done = True
        workflow.changed.disconnect(look)
        workflows.current_changed.disconnect(look)
        if found is not None and found.form is not None:
            then(found)

    workflow.changed.connect(look)
    workflows.current_changed.connect(look)
    look()


def _look() -> SheetLook:
    """The sheet's fonts and colours as the window has them now."""
    return SheetLook(
        theme.theme().font("body"),
        theme.theme().font("heading"),
        theme.color("canvas"),
        theme.color("text"),
        theme.color("text2"),
        theme.color("field"),
        theme.color("accent_text"),
    )

"""Joins the history window to what does its work."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from ivk_desktop.domain.history import HistoryItem
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.history import History
from ivk_desktop.stores.history_again import HistoryAgain
from ivk_desktop.stores.history_export import export_csv
from ivk_desktop.stores.history_model import HistoryModel
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import Source
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.history import questions, texts
from ivk_desktop.ui.history.window import HistoryWindow
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.texts import count_text, notice_text

ANSWERS: Final = frozenset({"again", "again_lost", "export", "history"})
"""The keys of notices that answer what was asked for in the history window."""
ASK_FROM: Final = 20
"""So many items are run again only once the person has agreed."""


class WindowHistory(QObject):
    """Makes the history window when it is first asked for, and carries out what it asks."""

    limit_chosen = Signal(int)
    """So many items are to be kept from now on."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        history: History,
        pictures: HistoryPictures,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._history = history
        self._pictures = pictures
        self._tasks = tasks
        self._again = HistoryAgain(history, servers, notices, tasks, self)
        self._again.ended.connect(self._ran)
        self._again.opened.connect(self._open)
        self.history: HistoryWindow | None = None
        window.actions_.on("queue.history", self.show)
        notices.posted.connect(self._told)
        servers.added.connect(self._session_added)
        servers.removed.connect(self._judge)

    def show(self) -> None:
        """Show the history window, or bring it to the front."""
        if self.history is None:
            self.history = self._make()
        self.history.limit = self._history.limit
        bring_up(self.history)
        self.history.filters.search.setFocus()

    def _make(self) -> HistoryWindow:
        model = HistoryModel(self._history, self._tasks, texts.cell, self)
        made = HistoryWindow(model, self._pictures, self._again.way, self._window)
        self._history.changed.connect(made.refresh_soon)
        made.refreshed.connect(self._read_choices)
        made.item_shown.connect(self._item_shown)
        made.again_requested.connect(self._run_again)
        made.open_requested.connect(self._again.open)
        made.picture_requested.connect(self._look_at)
        made.delete_requested.connect(self._delete)
        made.export_requested.connect(self._ask_for_file)
        made.limit_requested.connect(self._choose_limit)
        return made

    def _told(self, notice: Notice) -> None:
        """What was asked for in the history window is answered in it, too."""
        if self.history is None or not self.history.isVisible() or notice.passing:
            return
        if notice.key in ANSWERS or self.history.isActiveWindow():
            self.history.say(notice_text(notice), notice.level)

    # --- what the window shows -----------------------------------------------------------
    def _session_added(self, session: ServerSession) -> None:
        session.link_changed.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        if self.history is not None:
            self.history.judge()

    def _read_choices(self) -> None:
        self._tasks.start(self._choices(), "history choices", replace=True)

    async def _choices(self) -> None:
        with contextlib.suppress(DomainError):  # the rows say it
            servers, titles = await self._history.servers(), await self._history.titles()
            if self.history is not None:
                self.history.filters.set_choices(servers, titles)

    def _item_shown(self, item: HistoryItem | None) -> None:
        if item is not None and item.job.batch_id is not None:
            self._tasks.start(self._batch(item), "history batch", replace=True)

    async def _batch(self, item: HistoryItem) -> None:
        if item.job.batch_id is None or self.history is None:
            return
        with contextlib.suppress(DomainError):  # the rows say it
            totals = await self._history.batch(item.job.key.server_id, item.job.batch_id)
            self.history.side.show_batch(item, totals)

    # --- running again -------------------------------------------------------------------
    def _run_again(self, row_ids: Sequence[int], whole: bool) -> None:
        run = partial(self._again.run, row_ids, whole=whole)
        if len(row_ids) > ASK_FROM and not whole and self.history is not None:
            questions.ask_again(self.history, len(row_ids), run)
        else:
            run()

    def _ran(self, taken: int, lost: int) -> None:
        if taken:
            text = self.tr("Submitted 1 item again.")
            if taken > 1:
                text = self.tr("Submitted {count} items again.").format(count=count_text(taken))
            self._notices.info(text, key="again")
        if lost:
            code = "history_lost_one" if lost == 1 else "history_lost"
            problem = Problem(code, {"count": lost})
            self._notices.problem(problem, key="again_lost", level=Level.WARNING)

    def _open(self, server_id: ServerId, source: Source) -> None:
        self._workflows.open(server_id, source)
        self._window.raise_()
        self._window.activateWindow()

    def _look_at(self, ref: MediaRef) -> None:
        if self._servers.by_id(ref.server_id) is not None:
            self._window.stage.look_at(ref)

    # --- deleting ------------------------------------------------------------------------
    def _delete(self, row_ids: list[int]) -> None:
        if self.history is not None:
            questions.ask_deletion(self.history, len(row_ids), partial(self._deleted, row_ids))

    def _deleted(self, row_ids: list[int]) -> None:
        self._tasks.start(self._delete_all(row_ids), "delete history")

    async def _delete_all(self, row_ids: list[int]) -> None:
        try:
            number = await self._history.delete(row_ids)
        except DomainError as error:
            self._notices.problem(error.problem, key="history")
            return
        text = self.tr("Deleted {count} items from the history.")
        self._notices.info(text.format(count=count_text(number)), key="history")

    def _choose_limit(self, limit: int) -> None:
        if self.history is None:
            return
        number = sum(self.history.model.counts.values())
        if number > limit:
            questions.ask_limit(self.history, limit, number, partial(self._keep, limit))
        else:
            self._keep(limit)

    def _keep(self, limit: int) -> None:
        self._history.set_limit(limit)
        self.limit_chosen.emit(limit)
        if self.history is not None:
            self.history.limit = limit

    # --- exporting -----------------------------------------------------------------------
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self.history, self.tr("Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("history") + ".csv")
        dialog.fileSelected.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: str) -> None:
        """Write all rows that the history window shows to a file."""
        if self.history is not None:
            writing = self._write(Path(path), list(self.history.model.ids))
            self._tasks.start(writing, "export history")

    async def _write(self, path: Path, row_ids: list[int]) -> None:
        dialog = QProgressDialog(self.history)
        dialog.setWindowTitle(self.tr("Export the history"))
        dialog.setLabelText(self.tr("Writing {file}").format(file=path.name))
        dialog.setMaximum(len(row_ids))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(400)
        dialog.canceled.connect(partial(self._tasks.cancel, "export history"))
        try:
            problem = await export_csv(
                self._history, row_ids, path, texts.headings(), texts.state, dialog.setValue
            )
        finally:
            dialog.deleteLater()
        if problem is not None:
            self._notices.problem(problem, key="export")
            return
        text = self.tr("Wrote {count} items to {file}.")
        text = text.format(count=count_text(len(row_ids)), file=path.name)
        self._notices.info(text, key="export")

"""Where details are shown: in the pane beside the queue, or in a window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.domain.jobs import JobKey, JobState
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import theme
from ivk_desktop.ui.details.compare import CompareWindow
from ivk_desktop.ui.details.view import DetailsView
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up, show_placed
from ivk_desktop.ui.session_context import ContextBook

SIZE = QSize(760, 560)
TELLING = (JobState.RUNNING, JobState.FAILED, JobState.COMPLETED)
"""Of a batch that item is shown whose state comes first here."""


class DetailsWindow(QWidget):
    """The details of one item in a window of its own; Escape closes it."""

    closed = Signal()
    """It follows no server any more."""

    def __init__(self, contexts: ContextBook, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.view = DetailsView(contexts.context)
        self.view.header.window_button.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.view)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)
        self.resize(SIZE * theme.theme().scale)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is closed follows nothing while it waits to be deleted."""
        self.view.clear()
        self.closed.emit()
        super().closeEvent(event)


class WindowDetails(QObject):
    """Follows the queue's cursor in the pane, and opens windows for items and comparisons."""

    def __init__(
        self, window: MainWindow, servers: Servers, notices: Notices, contexts: ContextBook
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._contexts = contexts
        self._row: QueueRow | None = None
        self.windows: list[DetailsWindow] = []
        pane = window.details
        queue = window.queue
        queue.current_changed.connect(self._current_changed)
        queue.actions_.details_requested.connect(self._row_opened)
        queue.actions_.compare_requested.connect(self._compare)
        window.details_fitted.connect(self._follow)
        servers.removed.connect(self._removed)
        self._connect(pane)
        pane.window_requested.connect(self.open_window)

    def open_window(self, key: JobKey) -> DetailsWindow | None:
        """Open the details of an item in a window; the one that shows it already comes up."""
        session = self._servers.by_id(key.server_id)
        if session is None:
            return None
        for known in self.windows:
            if known.view.key == key:
                bring_up(known)
                return known
        opened = DetailsWindow(self._contexts, self._window)
        opened.setWindowTitle(self.tr("Details of item {id}").format(id=key.job_id))
        self._connect(opened.view)
        opened.view.show_job(session, key)
        opened.closed.connect(partial(self._window_closed, opened))
        self.windows.append(opened)
        show_placed(opened)
        return opened

    def compare(
        self, left: JobKey, right: JobKey, stands_for: tuple[int, int] = (1, 1)
    ) -> CompareWindow | None:
        """Open what differs between two items' inputs; see ``CompareWindow``."""
        one, other = (self._servers.by_id(key.server_id) for key in (left, right))
        if one is None or other is None:
            return None
        items, context = ((one, left), (other, right)), self._contexts.context
        opened = CompareWindow(items, context, self._window, stands_for=stands_for)
        show_placed(opened)
        return opened

    # --- inside --------------------------------------------------------------------------
    def _connect(self, view: DetailsView) -> None:
        view.picture_requested.connect(self._window.stage.look_at)
        view.copied.connect(self._copied)

    def _copied(self) -> None:
        self._notices.info(self.tr("A bug report is on the clipboard, without secrets."))

    def _current_changed(self, row: QueueRow | None) -> None:
        self._row = row
        self._follow()

    def _follow(self, *_: object) -> None:
        """Show the item with the cursor, while there is a pane to show it in."""
        pane = self._window.details
        if pane.isHidden():
            pane.clear()
        elif self._row is None:
            return  # rows come and go; what is read stays
        elif (key := self._key_of(self._row)) is not None:
            session = self._servers.by_id(key.server_id)
            if session is not None:
                pane.show_job(session, key)

    def _row_opened(self, row: QueueRow) -> None:
        key = self._key_of(row)
        if key is None:
            return
        if self._window.details.isVisible():
            self._current_changed(row)
            self._window.details.pages.tabs.setFocus()
        else:
            self.open_window(key)

    def _compare(self, rows: Sequence[QueueRow]) -> None:
        found = [(key, row.total) for row in rows if (key := self._key_of(row)) is not None]
        if len(found) == 2:
            (left, ones), (right, others) = found
            self.compare(left, right, (ones, others))

    def _key_of(self, row: QueueRow) -> JobKey | None:
        """The item of a row; of a batch the one that tells most."""
        keys = self._window.queue.model.job_keys(row.row_id)
        session = self._servers.by_id(row.row_id.server_id)
        if session is None or not keys:
            return None
        first: dict[JobState, JobKey] = {}
        for key in keys:
            if (job := session.queue.jobs.get(key.job_id)) is not None:
                first.setdefault(job.state, key)
        return next((first[state] for state in TELLING if state in first), keys[0])

    def _removed(self, session: ServerSession) -> None:
        self._window.details.forget(session)
        for opened in list(self.windows):
            if opened.view.key is not None and opened.view.key.server_id == session.server_id:
                opened.close()

    def _window_closed(self, closed: DetailsWindow) -> None:
        self.windows = [one for one in self.windows if one is not closed]

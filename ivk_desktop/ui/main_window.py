"""The main window: where everything stands.

What it does is in ``window_actions`` and ``window_sessions``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui import theme, workflow_mime
from ivk_desktop.ui.actions import ActionRegistry
from ivk_desktop.ui.details.view import DetailsView
from ivk_desktop.ui.form.panel import FormPanel
from ivk_desktop.ui.invoke_bar import InvokeBar
from ivk_desktop.ui.lanes.column import LanesColumn
from ivk_desktop.ui.queue.panel import QueuePanel
from ivk_desktop.ui.reading_order import move_focus
from ivk_desktop.ui.run_strip import RunStrip
from ivk_desktop.ui.session_context import ContextBook
from ivk_desktop.ui.sidebar.sidebar import Sidebar
from ivk_desktop.ui.stage.stage import Stage
from ivk_desktop.ui.status_bar import StatusBar
from ivk_desktop.ui.tokens import Width
from ivk_desktop.ui.viewer.metadata_pane import MetadataPane

USUAL_SIZE = QSize(1600, 900)
SMALLEST = QSize(1100, 680)
FRAME = QSize(10, 40)
"""About what a window manager adds to a window."""
ROOMY_PX = 1580
"""From this width on the sidebar is whole: a screen of 1600 less the window's frame."""
WIDE_PX = 2200
"""From this width on form and lanes are wider, and details stand right of the queue."""
FORM_MOST_PERCENT = 40
"""The form never takes more of a narrow window than this, however large the text is."""
SPLITTERS = ("columns", "rows", "pictures", "below")


class MainWindow(QMainWindow):
    """Lays out the panels; remembers where the person put the dividers."""

    painted = Signal()
    """The first paint is over: now is the time for what is heavy."""
    close_asked = Signal()
    """The person closes the window; it stays, disabled, until all is kept."""
    came_forward = Signal()
    """Something wants the window to be looked at."""
    hidden_away = Signal()
    """It was closed by its frame and only hid, as ``hides_on_close`` has it."""
    sidebar_fitted = Signal(bool)
    """Whether the sidebar is whole now, or folded to icons."""
    details_fitted = Signal(bool)
    """Whether the details of the selected item have a place in the window now."""
    files_dropped = Signal(object)
    """A list of local paths."""
    data_dropped = Signal(object)
    """The ``QMimeData`` of anything else that may be or hold a workflow."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        notices: Notices,
        contexts: ContextBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions_ = ActionRegistry(self)
        self.strip = RunStrip()
        self.sidebar = Sidebar()
        self.form = FormPanel(
            workflows, contexts.context, [self.actions_[name] for name in FORM_ACTIONS]
        )
        self.invoke_bar = InvokeBar(workflows, contexts.estimate)
        self.stage = Stage()
        self.lanes = LanesColumn()
        self.queue = QueuePanel(contexts.thumbnail)
        self.facts = MetadataPane(contexts)
        self.stage.viewing.make_facts = partial(MetadataPane, contexts)
        self.stage.viewing.make_status = partial(StatusBar, notices)
        self.hides_on_close = False
        """Whether the frame's close button hides the window: there is another way back to it."""
        self.holds_back: Callable[[Callable[[], None]], bool] | None = None
        """Asks before closing, where something would be lost; calls what it gets, or not."""
        self.details = DetailsView(contexts.context)
        self._has_painted = False
        self._rail_by_hand: bool | None = None
        self._form_column = QWidget()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.rows = QSplitter(Qt.Orientation.Vertical)
        self.pictures = QSplitter(Qt.Orientation.Horizontal)
        self.below = QSplitter(Qt.Orientation.Horizontal)
        self.setStatusBar(StatusBar(notices))
        self._build()
        self.sidebar.set_open_workflows(workflows)

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setWindowTitle("ivk desktop")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.actions_.fill(self.menuBar())
        column = QVBoxLayout(self._form_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self.invoke_bar)
        self._fill(self.below, (self.queue, 1), (self.details, 0))
        self._fill(self.rows, (self.pictures, 3), (self.below, 2))
        self._fill(self.pictures, (self.stage, 1), (self.lanes, 0), (self.facts, 0))
        self.facts.hide()
        self.stage.ref_shown.connect(self.facts.show_picture)
        self.stage.refs_compared.connect(self.facts.show_compared)
        self.stage.server_left.connect(self.facts.leave_server)
        self._fill(self.columns, (self.sidebar, 0), (self._form_column, 0), (self.rows, 1))
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.strip)
        lines.addWidget(self.columns, 1)
        self.setCentralWidget(whole)
        # No part has the focus, and no ring is drawn, until the keyboard or a click moves it.
        whole.setFocus()

    @staticmethod
    def _fill(splitter: QSplitter, *parts: tuple[QWidget, int]) -> None:
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for place, (part, stretch) in enumerate(parts):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, stretch)

    # --- sizes ---------------------------------------------------------------------------
    def reset_layout(self) -> None:
        """Put every divider where it was at first."""
        self._rail_by_hand = None
        self.queue.restore_layout(b"")
        self.fit()
        whole = max(self.height(), SMALLEST.height())
        self.rows.setSizes([whole * 60 // 100, whole * 40 // 100])

    def set_rail(self, rail: bool) -> None:
        """Fold the sidebar to icons or unfold it, whatever the width."""
        self._rail_by_hand = rail
        self.fit()

    def show_form(self, shown: bool) -> None:
        """Show or hide the form with its Invoke bar."""
        self._form_column.setVisible(shown)

    def enlarge_queue(self, large: bool) -> None:
        """Give the queue the place of the pictures, or give it back."""
        self.pictures.setVisible(not large)

    def fit(self) -> None:
        """Give the columns the widths that suit the window as it is."""
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Give the columns their widths for a window of ``width`` px."""
        narrow, wide = width < theme.px(ROOMY_PX), width >= theme.px(WIDE_PX)
        self.sidebar.set_rail(narrow if self._rail_by_hand is None else self._rail_by_hand)
        self.sidebar_fitted.emit(not self.sidebar.is_rail)
        least = min(theme.px(Width.FORM_MIN), width * FORM_MOST_PERCENT // 100)
        self._form_column.setMinimumWidth(least)
        self._form_column.setMaximumWidth(theme.px(Width.FORM_WIDE if wide else Width.FORM_MAX))
        form = Width.FORM_MIN if narrow else Width.FORM_WIDE if wide else Width.FORM
        side = Width.RAIL if self.sidebar.is_rail else Width.SIDEBAR
        column = max(least, min(theme.px(form), width * FORM_MOST_PERCENT // 100))
        taken = column + theme.px(side)
        self.columns.setSizes([theme.px(side), column, max(1, width - taken)])
        lanes = theme.px(
            Width.LANES_WIDE if wide else Width.LANES_NARROW if narrow else Width.LANES
        )
        beside = 0 if self.lanes.isHidden() else lanes
        facts = 0 if self.facts.isHidden() else min(theme.px(Width.FACTS), width // 4)
        self.pictures.setSizes([max(1, width - taken - beside - facts), beside, facts])
        details = theme.px(Width.DETAILS)
        self.below.setSizes([max(1, width - taken - details), details])
        self.details.setVisible(wide)
        self.details_fitted.emit(wide)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for all columns."""
        return self._band(self.width()) == 2

    def _band(self, width: int) -> int:
        return sum(width >= theme.px(edge) for edge in (ROOMY_PX, WIDE_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._band(event.size().width()) != self._band(event.oldSize().width()):
            self._fit(event.size().width())

    # --- what is remembered --------------------------------------------------------------
    def layout_blobs(self) -> dict[str, bytes]:
        """Where window and dividers stand, for ``restore_layout``."""
        blobs = self.dividers()
        blobs["queue"] = self.queue.layout_blob()
        blobs["window"] = bytes(self.saveGeometry().data())
        blobs["folded"] = ",".join(sorted(self.sidebar.folded)).encode()
        blobs["rail"] = {None: b"", True: b"1", False: b"0"}[self._rail_by_hand]
        return blobs

    def restore_layout(self, blobs: Mapping[str, bytes]) -> None:
        """Put window and dividers where they stood, if a screen is still there."""
        if not (blob := blobs.get("window")) or not self.restoreGeometry(QByteArray(blob)):
            room = QGuiApplication.primaryScreen().availableSize() - FRAME
            self.resize(USUAL_SIZE.boundedTo(room).expandedTo(self.minimumSize()))
        self.sidebar.set_folded(set(blobs.get("folded", b"").decode().split(",")))
        self.reset_layout()
        self.queue.restore_layout(blobs.get("queue", b""))
        if rail := blobs.get("rail"):
            self.set_rail(rail == b"1")
        for name in self.divider_names():
            if blob := blobs.get(name):
                self.place_divider(name, blob)

    def divider_names(self) -> list[str]:
        """The names of the dividers at the width that the window has.

        Widths that fit a wide window would tear a narrow one: so each band has its own.
        """
        return [f"{name}{self._band(self.width())}" for name in SPLITTERS]

    def dividers(self) -> dict[str, bytes]:
        """Where each divider stands."""
        names = zip(SPLITTERS, self.divider_names(), strict=True)
        return {key: bytes(getattr(self, name).saveState().data()) for name, key in names}

    def place_divider(self, name: str, blob: bytes) -> None:
        """Put one divider where it stood."""
        splitter: QSplitter = getattr(self, name.rstrip("0123456789"))
        splitter.restoreState(QByteArray(blob))

    # --- what happens to it --------------------------------------------------------------
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, self.focusWidget(), forward=forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def come_forward(self) -> None:
        """Stand in front of all windows, wherever it was."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.came_forward.emit()

    def ask_close(self) -> None:
        """As closing by the frame does, also while the window is hidden."""
        if self.holds_back is None or not self.holds_back(self._close):
            self._close()

    def _close(self) -> None:
        self.setEnabled(False)
        self.close_asked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if self.hides_on_close and event.spontaneous():
            self.hide()
            self.hidden_away.emit()
            return
        self.ask_close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if workflow_mime.may_hold(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.files_dropped.emit(paths)
        else:
            self.data_dropped.emit(event.mimeData())


FORM_ACTIONS = (
    "file.save",
    "file.save_library",
    "file.save_workflow",
    "edit.reset_form",
    "file.close_workflow",
)
"""What the form's own menu offers."""

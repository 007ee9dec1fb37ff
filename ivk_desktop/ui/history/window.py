"""The history window: find what was submitted and seen, look at it, run it again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.history import HistoryItem, Order
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.history_model import HistoryModel
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.notices import Level
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.history.actions import HistoryActions, WayOf
from ivk_desktop.ui.history.filters import HistoryFilters
from ivk_desktop.ui.history.side import HistorySide
from ivk_desktop.ui.history.table import HistoryTable
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, IconButton

REFRESH_MS: Final = 700
"""What the history takes in is shown at most this often."""
ANSWER_MS: Final = 10_000
"""So long it stands there what an action came to."""
LIMITS: Final = (10_000, 100_000, 1_000_000)


class HistoryWindow(QWidget):
    """A window of its own that stays open beside the work; what is asked leaves by signals.

    Args:
        model: the rows; it is asked by this window alone.
        pictures: the thumbnails.
        way: how an item can be run again now.
        parent: the main window.
    """

    again_requested = Signal(object, bool)
    """The row ids that are to run again, and whether their whole batches are meant."""
    open_requested = Signal(object)
    """The ``HistoryItem`` whose workflow is to be opened as a form."""
    picture_requested = Signal(object)
    """The ``MediaRef`` that is wanted large."""
    delete_requested = Signal(object)
    """The list of row ids that are to be deleted."""
    export_requested = Signal()
    """All rows that are shown are to be written to a file."""
    limit_requested = Signal(int)
    """So many items are to be kept."""
    item_shown = Signal(object)
    """The ``HistoryItem`` that the side pane shows now, or ``None``."""
    refreshed = Signal()
    """The query was asked anew: servers and workflows may be others, too."""

    def __init__(
        self,
        model: HistoryModel,
        pictures: HistoryPictures,
        way: WayOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.model = model
        self.limit = 0
        self._pictures = pictures
        self._shown: HistoryItem | None = None
        self._order = (Order.CREATED, False)
        self.filters = HistoryFilters()
        self.table = HistoryTable(model, pictures.image)
        self.panel = Panel(self.table)
        self.side = HistorySide(pictures)
        self.actions_ = HistoryActions(way, self)
        self._count = QLabel()
        self.answer = ElidedLabel()
        self._answer_timer = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._answer_timer.timeout.connect(self.answer.clear)
        self._again = QPushButton()
        self._open = QPushButton()
        self._export = QPushButton(self.tr("Export CSV…"))
        self._more = IconButton("ellipsis", self.tr("More"))
        self._refresh_timer = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self.setWindowTitle(self.tr("History"))
        self._build()
        self._connect()
        self.resize(theme.px(1240), theme.px(720))
        self.panel.show_loading()

    def refresh(self) -> None:
        """Ask what is shown anew."""
        self._refresh_timer.stop()
        order, ascending = self._order
        self.model.ask(replace(self.filters.query(), order=order, ascending=ascending))
        self.refreshed.emit()

    def say(self, text: str, level: Level = Level.INFO) -> None:
        """Say for a while what an action came to: the status bar may lie behind this window."""
        self.answer.setText(text)
        tones = {Level.INFO: "text", Level.WARNING: "warning", Level.ERROR: "failed"}
        theme.restyle(self.answer, tone=tones[level])
        self._answer_timer.start()

    def refresh_soon(self, *_: object) -> None:
        """The history has changed: show it in a moment, if anyone looks."""
        if self.isVisible() and not self._refresh_timer.isActive():
            self._refresh_timer.start()

    # --- what happens --------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.show(())

    def _sort(self, order: Order, ascending: bool) -> None:
        self._order = (order, ascending)
        self.refresh()

    def _found(self) -> None:
        shown, counts = len(self.model.ids), self.model.counts
        whole = sum(counts.values())
        words = self.tr("{shown} of {all} items") if shown != whole else self.tr("{shown} items")
        self._count.setText(words.format(shown=count_text(shown), all=count_text(whole)))
        self.filters.show_counts(counts)
        self._export.setEnabled(shown > 0)
        if shown:
            self.panel.show_content()
        elif self.model.query.is_filtered:
            self.panel.show_empty(
                self.tr("No item of the history matches."),
                self.tr("Show all"),
                self.filters.clear,
                "search",
            )
        else:
            self.panel.show_empty(
                self.tr("Nothing yet. What is submitted and seen is kept here."), icon="history"
            )
        self._chosen()

    def _failed(self, problem: Problem) -> None:
        self.panel.show_error(problem, retry=self.refresh)

    def _chosen(self) -> None:
        items, row_ids = self.table.selected_items(), self.table.selected_ids()
        self.model.hold(row_ids)
        self.actions_.set_items(items, len(row_ids))
        current = self.table.current_item()
        shown = current if current in items else next(iter(items), None)
        if shown != self._shown:
            self._shown = shown
            self.side.show_item(shown)
            self.item_shown.emit(shown)
        for button, name in ((self._again, "again"), (self._open, "open")):
            action = self.actions_[name]
            button.setText(action.text())
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

    def judge(self) -> None:
        """A server has come or gone: what can be done with the selection may be another."""
        self._chosen()

    def _view_rested(self, first: int, last: int) -> None:
        self.model.want(first, last)
        self._show_pictures()

    def _show_pictures(self) -> None:
        first, last = self.table.rows_in_view()
        items = (self.model.item(row) for row in range(first, last + 1))
        self._pictures.show([item.job.outputs[-1] for item in items if item and item.job.outputs])

    def _run(self, whole: bool) -> None:
        self.again_requested.emit(self.table.selected_ids(), whole)

    def _open_one(self) -> None:
        if self.actions_["open"].isEnabled():
            self.open_requested.emit(self.table.selected_items()[0])

    def _delete(self) -> None:
        if row_ids := self.table.selected_ids():
            self.delete_requested.emit(row_ids)

    def _show_batch(self) -> None:
        if self._shown is not None:
            self.filters.show_batch(self._shown.job.batch_id)

    def _popup(self, at: QPoint) -> None:
        if self.table.row_at(at.y()).isValid():
            self.actions_.menu(self).popup(self.table.viewport().mapToGlobal(at))

    def _popup_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep = menu.addMenu(icons.icon("archive", "text2"), self.tr("Keep"))
        for limit in LIMITS:
            text = self.tr("The newest {count} items").format(count=count_text(limit))
            action = QAction(text, keep)
            action.setCheckable(True)
            action.setChecked(limit == self.limit)
            action.setData(limit)
            action.triggered.connect(self._limit_chosen)
            keep.addAction(action)
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _limit_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action.data() != self.limit:
            self.limit_requested.emit(action.data())

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.panel, 1)
        column.addLayout(self._build_buttons())
        line = QFrame()
        line.setProperty("divider", "true")
        line.setFixedWidth(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left, 1)
        whole.addWidget(line)
        whole.addWidget(self.side)
        close = QAction(self)
        close.setShortcuts([QKeySequence("Escape"), QKeySequence(QKeySequence.StandardKey.Close)])
        close.triggered.connect(self.close)
        find = QAction(self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self.filters.search.setFocus)
        self.addActions([close, find])
        self.table.addActions(list(self.actions_.actions.values()))

    def _build_buttons(self) -> QHBoxLayout:
        self._count.setProperty("tone", "text2")
        self._again.setProperty("variant", "primary")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._count)
        buttons.addSpacing(Space.M)
        buttons.addWidget(self.answer, 1)
        for button in (self._more, self._export, self._open, self._again):
            buttons.addWidget(button)
        return buttons

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self._refresh_timer.timeout.connect(self.refresh)
        self.model.found.connect(self._found)
        self.model.failed.connect(self._failed)
        self.table.chosen.connect(self._chosen)
        self.table.sort_chosen.connect(self._sort)
        self.table.view_rested.connect(self._view_rested)
        self.model.dataChanged.connect(self._show_pictures)
        self.table.open_requested.connect(self._open_one)
        self.table.delete_requested.connect(self._delete)
        self.table.customContextMenuRequested.connect(self._popup)
        self.side.picture_requested.connect(self.picture_requested)
        self.side.batch_requested.connect(self._show_batch)
        self._pictures.changed.connect(self.table.viewport().update)
        self.actions_.again_requested.connect(self._run)
        self.actions_["open"].triggered.connect(self._open_one)
        self.actions_["batch"].triggered.connect(self._show_batch)
        self.actions_["delete"].triggered.connect(self._delete)
        self._again.clicked.connect(self.actions_["again"].trigger)
        self._open.clicked.connect(self._open_one)
        self._export.clicked.connect(self.export_requested)
        self._more.clicked.connect(self._popup_more)

"""The table of the history: painted as the queue's, with the day in its times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ivk_desktop.domain.history import HistoryItem
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.stores.history_model import ORDERS, HistoryModel
from ivk_desktop.stores.queue_model import Role
from ivk_desktop.stores.queue_rows import Column, QueueRow
from ivk_desktop.ui import job_texts, row_table, theme
from ivk_desktop.ui.history import texts
from ivk_desktop.ui.queue.delegate import Index, QueueDelegate, ThumbnailOf
from ivk_desktop.ui.queue.texts import column_titles

SHOWN: Final = {
    Column.STATUS: 112,
    Column.SERVER: 130,
    Column.CREATED: 126,
    Column.RUN_TIME: 76,
}
"""The columns beside the item, in their order, with their widths in px."""
STATUS_ROOM_PX: Final = 44
"""What icon and margins take of the column of words."""
LATEST: Final = (Column.CREATED, Column.DONE, Column.RUN_TIME)
"""The columns whose greatest values come first at the first click."""
VIEW_DELAY_MS: Final = 40
MOST_SELECTED: Final = 1000
"""So many selected rows are found again after the table was laid out anew."""


class HistoryDelegate(QueueDelegate):
    """Paints a row of the queue; its times are of any day."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QueueRow | None = index.data(Role.ROW)
        if row is None or index.column() not in texts.DATED:
            super().paint(painter, option, index)
            return
        painter.save()
        self._paint_ground(painter, option, index)
        text = texts.cell(row, Column(index.column()))
        self._paint_text(painter, QRect(option.rect), text, False)
        painter.restore()


class HistoryTable(QTableView):
    """Shows a ``HistoryModel``; keeps selection and place when it is laid out anew."""

    open_requested = Signal()
    delete_requested = Signal()
    sort_chosen = Signal(object, bool)
    """A ``domain.history.Order``, and whether it is ascending."""
    view_rested = Signal(int, int)
    """The first and the last row in view, once scrolling has come to rest."""
    chosen = Signal()
    """Other rows are selected, or they say something else."""

    def __init__(
        self, model: HistoryModel, thumbnail: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._sorting = (Column.CREATED, False)
        self._kept: tuple[list[int], int | None, int | None] = ([], None, None)
        self._rest = QTimer(self, singleShot=True, interval=VIEW_DELAY_MS)
        self.setModel(model)
        delegate = HistoryDelegate(thumbnail, self)
        delegate.hover.watch(model)
        self.setItemDelegate(delegate)
        self._style()
        self._size_columns()
        self._show_sorting()
        self._connect()

    def selected_items(self) -> list[HistoryItem]:
        """What the selected rows show, from the top; rows that are not read are left out."""
        return [item for row in self._selected() if (item := self._model.item(row))]

    def selected_ids(self) -> list[int]:
        """The ids of all selected rows."""
        return [row_id for row in self._selected() if (row_id := self._model.row_id(row))]

    def current_item(self) -> HistoryItem | None:
        """What the row with the cursor shows."""
        return self._model.item(self.currentIndex().row())

    def _selected(self) -> Sequence[int]:
        # By ranges: an index for each of 100,000 rows would take a tenth of a second.
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that can be seen; (0, -1) for none."""
        if not self._model.rowCount():
            return 0, -1
        last = self.rowAt(self.viewport().height() - 1)
        return max(0, self.rowAt(0)), last if last >= 0 else self._model.rowCount() - 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    # --- keeping the place over a reset --------------------------------------------------
    def _keep_place(self) -> None:
        top = self.verticalScrollBar().value()
        self._kept = (
            self.selected_ids()[:MOST_SELECTED],
            self._model.row_id(self.currentIndex().row()),
            self._model.row_id(top) if top else None,
        )

    def _restore_place(self) -> None:
        selected, current, top = self._kept
        flags, selection = QItemSelectionModel.SelectionFlag, self.selectionModel()
        if current is not None and (row := self._model.position(current)) is not None:
            selection.setCurrentIndex(self._model.index(row, 0), flags.NoUpdate)
        for row_id in selected:
            if (row := self._model.position(row_id)) is not None:
                selection.select(self._model.index(row, 0), flags.Select | flags.Rows)
        if top is not None and (row := self._model.position(top)) is not None:
            self.verticalScrollBar().setValue(row)
        self._rest.start()
        self.chosen.emit()

    # --- construction --------------------------------------------------------------------
    def _style(self) -> None:
        self.setAccessibleName(self.tr("History"))
        row_table.style_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _size_columns(self) -> None:
        row_table.size_rows(self)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.px(56))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Stretch)
        for column in Column:
            self.setColumnHidden(column, column is not Column.ITEM and column not in SHOWN)
        for place, (column, width) in enumerate(SHOWN.items(), start=1):
            header.moveSection(header.visualIndex(column), place)
            self.setColumnWidth(column, theme.px(width))
        words = [job_texts.state_word(state) for state in JobState]
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        status = max(theme.px(SHOWN[Column.STATUS]), longest + theme.px(STATUS_ROOM_PX))
        self.setColumnWidth(Column.STATUS, status)

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self._rest.timeout.connect(self._rested)
        self.verticalScrollBar().valueChanged.connect(self._rest.start)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentRowChanged.connect(self.chosen)
        self.doubleClicked.connect(self.open_requested)
        self._model.modelAboutToBeReset.connect(self._keep_place)
        self._model.modelReset.connect(self._restore_place)
        self._model.dataChanged.connect(self.chosen)
        self._model.rowsInserted.connect(self._rest.start)
        theme.theme().changed.connect(self._size_columns)

    def _sort(self, section: int) -> None:
        """Sort by another column, or by the same one the other way round."""
        column, (before, ascending) = Column(section), self._sorting
        if column in ORDERS:
            self._sorting = (column, not ascending if column is before else column not in LATEST)
            self._show_sorting()
            self.sort_chosen.emit(ORDERS[column], self._sorting[1])

    def _show_sorting(self) -> None:
        column, ascending = self._sorting
        self._model.set_column_titles(column_titles(column, descending=not ascending))

    def _rested(self) -> None:
        first, last = self.rows_in_view()
        if last >= first:
            self.view_rested.emit(first, last)

    def row_at(self, y: int) -> QModelIndex:
        """The row at a height of the viewport."""
        return self._model.index(self.rowAt(y), Column.ITEM)

"""The table of the queue: rows of one height, folding, keys, what is in view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import Column, QueueRow, RowId
from ivk_desktop.ui import theme
from ivk_desktop.ui.queue.delegate import QueueDelegate, ThumbnailOf
from ivk_desktop.ui.tokens import Height

WIDTHS: Final = {
    Column.STATUS: 236,
    Column.SERVER: 142,
    Column.RUN_TIME: 84,
    Column.DONE: 84,
    Column.USER: 110,
    Column.DEVICE: 80,
    Column.BATCH: 140,
    Column.ORIGIN: 100,
    Column.CREATED: 80,
}
HIDDEN: Final = (Column.USER, Column.DEVICE, Column.BATCH, Column.ORIGIN, Column.CREATED)
VIEW_DELAY_MS: Final = 40
"""The view has to rest that long before its rows are asked for."""
NARROW_PX: Final = 900
"""Below this width the run time gives way and the status column shrinks."""


class QueueTable(QTableView):
    """Shows a ``QueueModel``; every action leaves as a signal.

    Args:
        model: the rows.
        thumbnail: a picture's thumbnail if it is in memory.
        parent: the panel.
    """

    current_changed = Signal(object)
    """The ``QueueRow`` with the cursor, or ``None``."""
    open_requested = Signal(object)
    """The ``QueueRow`` whose result is wanted large."""
    cancel_requested = Signal()
    """The selected rows are to be canceled."""
    drag_started = Signal()
    """The selected rows are being dragged."""
    view_rested = Signal(int, int)
    """The first and the last row in view, once scrolling has come to rest."""

    def __init__(
        self, model: QueueModel, thumbnail: ThumbnailOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: tuple[list[RowId], RowId | None, RowId | None] = ([], None, None)
        self._delegate = QueueDelegate(thumbnail, self)
        self._rest = QTimer(self, singleShot=True, interval=VIEW_DELAY_MS)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._style_view()
        self._size_columns()
        self._connect()

    def selected_rows(self) -> list[QueueRow]:
        """The selected rows from the top."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for number in numbers if (row := self._model.row(number))]

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that can be seen; (0, -1) for none."""
        if not self._model.rowCount():
            return 0, -1
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else self._model.rowCount() - 1

    def repaint_thumbnails(self) -> None:
        """A thumbnail has come."""
        self.viewport().update()

    # --- keys ----------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._model.row(self.currentIndex().row()) if self.currentIndex().isValid() else None
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cancel_requested.emit()
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit(row)
        elif row is not None and key == Qt.Key.Key_Left:
            self._fold_or_rise(row)
        elif row is not None and key == Qt.Key.Key_Right:
            self._unfold_or_descend(row)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def toggle_fold(self, row_id: RowId) -> None:
        """Fold an unfolded batch and the other way round."""
        self._model.set_folded(row_id, not self._model.is_folded(row_id))

    def _fold_or_rise(self, row: QueueRow) -> None:
        if row.can_fold and not row.is_folded:
            self._model.set_folded(row.row_id, True)
        elif (parent := self._model.parent_row(row.row_id)) is not None:
            self._go_to(self._model.find(parent))

    def _unfold_or_descend(self, row: QueueRow) -> None:
        if row.can_fold and row.is_folded:
            self._model.set_folded(row.row_id, False)
        elif row.can_fold:
            self._go_to(self.currentIndex().row() + 1)

    def _go_to(self, number: int | None) -> None:
        if number is not None:
            self.setCurrentIndex(self._model.index(number, Column.ITEM))

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt's own name
        """Leave it to whoever knows where rows may go."""
        self.drag_started.emit()

    # --- keeping the place over a reset --------------------------------------------------
    def _keep_place(self) -> None:
        selected = [row.row_id for row in self.selected_rows()[:1000]]
        current = self._model.row_id(self.currentIndex().row())
        top = self._model.row_id(self.rowAt(0)) if self.verticalScrollBar().value() else None
        self._kept = (selected, current, top)

    def _restore_place(self) -> None:
        selected, current, top = self._kept
        select = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        if current is not None and (number := self._model.find(current)) is not None:
            selection.setCurrentIndex(self._model.index(number, 0), select.NoUpdate)
        for row_id in selected:
            if (number := self._model.find(row_id)) is not None:
                index = self._model.index(number, 0)
                selection.select(index, select.Select | select.Rows)
        if top is not None and (number := self._model.find(top)) is not None:
            self.verticalScrollBar().setValue(number)
        self._rest.start()

    # --- construction --------------------------------------------------------------------
    def _style_view(self) -> None:
        self.setAccessibleName(self.tr("Queue"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _size_columns(self) -> None:
        height = theme.px(Height.ROW)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(theme.px(56))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        for column in HIDDEN:
            self.setColumnHidden(column, True)

    def _connect(self) -> None:
        # Queued: the view is still busy with the press, on an index that rows would move away.
        self._delegate.fold_clicked.connect(self.toggle_fold, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(self._double_clicked)
        self._rest.timeout.connect(self._rested)
        self.verticalScrollBar().valueChanged.connect(self._rest.start)
        self.selectionModel().currentRowChanged.connect(self._current_row_changed)
        self._model.modelAboutToBeReset.connect(self._keep_place)
        self._model.modelReset.connect(self._restore_place)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.dataChanged):
            signal.connect(self._rest_soon)
        theme.theme().changed.connect(self._size_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < theme.px(NARROW_PX)
        self.setColumnHidden(Column.RUN_TIME, narrow)
        self.setColumnWidth(Column.STATUS, theme.px(206 if narrow else WIDTHS[Column.STATUS]))
        self.setColumnWidth(Column.SERVER, theme.px(120 if narrow else WIDTHS[Column.SERVER]))
        self._rest.start()

    def _rest_soon(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _rested(self) -> None:
        first, last = self.rows_in_view()
        if last >= first:
            self.view_rested.emit(first, last)

    def _double_clicked(self, index: QModelIndex) -> None:
        if (row := self._model.row(index.row())) is not None:
            self.open_requested.emit(row)

    def _current_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.current_changed.emit(self._model.row(current.row()) if current.isValid() else None)

    def row_at(self, point: QPoint) -> QueueRow | None:
        """The row under a point of the viewport."""
        return self._model.row(self.rowAt(point.y()))

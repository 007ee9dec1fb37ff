"""The table of the queue: rows of one height, folding, keys, what is in view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import Column, QueueRow, RowId
from ivk_desktop.ui import row_table, theme
from ivk_desktop.ui.queue.delegate import QueueDelegate, ThumbnailOf
from ivk_desktop.ui.queue.header import QueueHeader
from ivk_desktop.ui.queue.place import KeptPlace, selected_numbers

VIEW_DELAY_MS: Final = 40
"""The view has to rest that long before its rows are asked for."""


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
        self.header = QueueHeader(self)
        self._delegate = QueueDelegate(thumbnail, self)
        self._rest = QTimer(self, singleShot=True, interval=VIEW_DELAY_MS)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self._place = KeptPlace(self, model)  # after the view: it forgets all with a reset
        self._delegate.hover.watch(model)
        self.setItemDelegate(self._delegate)
        self._style_view()
        self._size_columns()
        self._connect()

    def selected_rows(self) -> list[QueueRow]:
        """The selected rows from the top."""
        return [row for n in selected_numbers(self) if (row := self._model.row(n))]

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

    # --- construction --------------------------------------------------------------------
    def _style_view(self) -> None:
        self.setAccessibleName(self.tr("Queue"))
        row_table.style_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _size_columns(self) -> None:
        row_table.size_rows(self)
        self.header.fit()

    def _connect(self) -> None:
        # Queued: the view is still busy with the press, on an index that rows would move away.
        self._delegate.fold_clicked.connect(self.toggle_fold, Qt.ConnectionType.QueuedConnection)
        self.doubleClicked.connect(self._double_clicked)
        self._rest.timeout.connect(self._rested)
        self.verticalScrollBar().valueChanged.connect(self._rest.start)
        self.selectionModel().currentRowChanged.connect(self._current_row_changed)
        self._model.modelReset.connect(self._rest.start)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.dataChanged):
            signal.connect(self._rest_soon)
        theme.theme().changed.connect(self._size_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())
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

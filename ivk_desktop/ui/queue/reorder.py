"""Moving rows that wait by dragging them, or by Alt and the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFrame

from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.ui.queue.table import QueueTable

MIME: Final = "application/x-ivk-queue-rows"
LINE_PX: Final = 2

CanPlace = Callable[[ServerId, Sequence[JobId], JobId | None], bool]


class QueueReorder(QObject):
    """Lets the rows of a table that wait be moved among each other.

    Args:
        table: the queue.
        model: its rows.
        can_place: whether jobs of a server may be put before another one; behind all if that is
            ``None``.
    """

    place_requested = Signal(object, object, object)
    """A ``ServerId``, the tuple of ``JobId`` to move, and the ``JobId`` they go before or ``None``
    for behind all that wait."""

    def __init__(self, table: QueueTable, model: QueueModel, can_place: CanPlace) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._can_place = can_place
        self._line = QFrame(table.viewport())
        self._line.setProperty("role", "drop")
        self._line.setFixedHeight(LINE_PX)
        self._line.hide()
        table.setDragEnabled(True)
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)
        table.drag_started.connect(self._drag)
        for keys, act in (("Alt+Up", self.move_up), ("Alt+Down", self.move_down)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # --- by keys -------------------------------------------------------------------------
    def move_up(self) -> None:
        """Put the selected rows before the one above them."""
        numbers = self._numbers()
        if not numbers:
            return
        above = numbers[0] - 1
        while self._is_child(above) and not self._is_child(numbers[0]):
            above -= 1
        if self._waits(above):
            self._ask(above)

    def move_down(self) -> None:
        """Put the selected rows behind the one below them."""
        numbers = self._numbers()
        if numbers and self._waits(below := self._past(numbers[-1])):
            self._ask(self._past(below))

    def _past(self, number: int) -> int:
        """The first row behind a row and the items that stand below it."""
        past = number + 1
        while self._is_child(past) and not self._is_child(number):
            past += 1
        return past

    def _is_child(self, number: int) -> bool:
        row = self._model.row(number)
        return row is not None and row.is_child

    # --- by dragging ---------------------------------------------------------------------
    def _drag(self) -> None:
        if not self._moved(self._server()):
            return
        data = QMimeData()
        data.setData(MIME, b"rows")
        drag = QDrag(self._table)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the drags of this table; all others are for the window."""
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._line.hide()
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(MIME):
            return False
        number = self._gap(event.position().toPoint())
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._show(event, number)
        else:
            self._line.hide()
            if self._fits(number):
                event.acceptProposedAction()
                self._ask(number)
        return True

    def _show(self, event: QDragMoveEvent, number: int) -> None:
        fits = self._fits(number)
        if fits:
            event.acceptProposedAction()
        elif isinstance(event, QDragEnterEvent):
            event.accept()  # further on it may fit
        else:
            event.ignore()
        self._line.setVisible(fits)
        self._line.setGeometry(0, self._top(number), self._table.viewport().width(), LINE_PX)

    def _gap(self, at: QPoint) -> int:
        """The number of the row that the pointer is nearest to the top of."""
        number = self._table.rowAt(at.y())
        if number < 0:
            return self._model.rowCount()
        middle = self._table.rowViewportPosition(number) + self._table.rowHeight(number) // 2
        return number + (at.y() > middle)

    def _top(self, number: int) -> int:
        if number < self._model.rowCount():
            return max(0, self._table.rowViewportPosition(number) - LINE_PX // 2)
        last = self._model.rowCount() - 1
        return self._table.rowViewportPosition(last) + self._table.rowHeight(last) - LINE_PX

    # --- which and where -----------------------------------------------------------------
    def _numbers(self) -> list[int]:
        """The selected rows, as far as something of them waits; none where rows are sorted."""
        if not self._model.is_run_order:
            return []
        chosen = self._table.selectionModel().selectedRows()
        return sorted(index.row() for index in chosen if self._waits(index.row()))

    def _server(self) -> ServerId | None:
        """The server of the first of them: a move is one server's affair."""
        row = self._model.row(next(iter(self._numbers()), -1))
        return row.row_id.server_id if row is not None else None

    def _moved(self, server_id: ServerId | None) -> tuple[JobId, ...]:
        found: dict[JobId, None] = {}
        for number in self._numbers():
            row = self._model.row(number)
            if row is not None and row.row_id.server_id == server_id:
                found.update(dict.fromkeys(self._pending(row)))
        return tuple(found)

    def _pending(self, row: QueueRow) -> list[JobId]:
        keys = self._model.job_keys(row.row_id, states=(JobState.PENDING,))
        return [key.job_id for key in keys]

    def _waits(self, number: int) -> bool:
        row = self._model.row(number)
        return row is not None and row.is_open and bool(self._pending(row))

    def _before(self, number: int, server_id: ServerId) -> JobId | None:
        """The first job that waits in the row of this number, or below it."""
        for at in range(max(0, number), self._model.rowCount()):
            row = self._model.row(at)
            if row is None or not row.is_open:
                return None
            if row.row_id.server_id == server_id and (pending := self._pending(row)):
                return pending[0]
        return None

    def _fits(self, number: int) -> bool:
        server_id = self._server()
        if server_id is None:
            return False
        moved, before = self._moved(server_id), self._before(number, server_id)
        return bool(moved) and self._can_place(server_id, moved, before)

    def _ask(self, number: int) -> None:
        server_id = self._server()
        if server_id is not None:
            before = self._before(number, server_id)
            self.place_requested.emit(server_id, self._moved(server_id), before)

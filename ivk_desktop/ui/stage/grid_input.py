"""Mouse and keyboard of a grid of pictures: choosing, dragging out, dropping in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

from ivk_desktop.ui import media_mime
from ivk_desktop.ui.stage.grid_selection import Choice

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.grid import PictureGrid

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def choice_of(modifiers: Qt.KeyboardModifier, *, by_key: bool = False) -> Choice:
    """What a click or a step with these modifiers means."""
    if modifiers & SHIFT:
        return Choice.EXTEND
    if modifiers & CTRL:
        return Choice.MOVE if by_key else Choice.TOGGLE
    return Choice.ONLY


class GridInput(QObject):
    """Turns what a person does into choices of the grid and into wishes of its own."""

    drag_requested = Signal()
    """The chosen pictures are dragged out of the grid."""
    dropped = Signal(object)
    """The ``Drop`` that was let go over it."""

    def __init__(self, grid: PictureGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._pressed: QPoint | None = None
        self._deferred = -1
        """A chosen row that was pressed: it alone is chosen on release, unless it is dragged."""
        self._band: QRubberBand | None = None
        self._origin = QPoint()

    # --- mouse ---------------------------------------------------------------------------
    def press(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer, or begin a frame beside the pictures."""
        grid, point = self._grid, event.position().toPoint()
        row = grid.row_at(point)
        self._deferred = -1
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = point
        if row < 0:
            self._begin_band(point)
        elif event.modifiers() & (CTRL | SHIFT) or row not in grid.selection.rows:
            grid.choose(row, choice_of(event.modifiers()))
        else:
            self._deferred = row

    def move(self, event: QMouseEvent) -> None:
        """Draw the frame, or begin to drag."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if self._band is not None:
            self._stretch_band(point)
        elif (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed, self._deferred = None, -1
            if self._grid.selection.rows:
                self.drag_requested.emit()

    def release(self) -> None:
        """End what the press began."""
        if self._deferred >= 0:
            self._grid.choose(self._deferred)
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
        self._pressed, self._deferred, self._band = None, -1, None

    def _begin_band(self, point: QPoint) -> None:
        self._origin = point + QPoint(0, self._grid.verticalScrollBar().value())
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._grid.viewport())
        self._band.setGeometry(QRect(point, QSize()))
        self._band.show()
        self._grid.choose(-1)

    def _stretch_band(self, point: QPoint) -> None:
        begin = self._origin - QPoint(0, self._grid.verticalScrollBar().value())
        frame = QRect(begin, point).normalized()
        if self._band is not None:
            self._band.setGeometry(frame)
        self._grid.choose_frame(frame)

    # --- keyboard ------------------------------------------------------------------------
    def key(self, event: QKeyEvent) -> bool:
        """Act on a key; returns whether it was one of ours."""
        return self._step(event) or self._act(event)

    def _step(self, event: QKeyEvent) -> bool:
        grid = self._grid
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -grid.columns,
            Qt.Key.Key_Down: grid.columns,
            Qt.Key.Key_PageUp: -grid.page,
            Qt.Key.Key_PageDown: grid.page,
            Qt.Key.Key_Home: -grid.count,
            Qt.Key.Key_End: grid.count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not grid.count:
            return False
        current = grid.current
        row = grid.visible_rows().start if current < 0 else max(0, current + step)
        grid.choose(row, choice_of(event.modifiers(), by_key=True))
        return True

    def _act(self, event: QKeyEvent) -> bool:
        grid, key = self._grid, Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.SelectAll):
            grid.choose_all()
        elif key is Qt.Key.Key_Space and event.modifiers() & CTRL:
            grid.choose(max(0, grid.current), Choice.TOGGLE)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            grid.activate()
        elif plain and key is Qt.Key.Key_Space and grid.current >= 0:
            grid.enlarged.emit(grid.current)
        elif key is Qt.Key.Key_Escape:
            grid.leave()
        else:
            return False
        return True

    # --- dropping ------------------------------------------------------------------------
    def drag_enter(self, event: QDragEnterEvent) -> None:
        """Take files and pictures where the grid takes any, but not its own."""
        own = event.source() is self._grid
        if self._grid.takes_drops and not own and media_mime.read_drop(event.mimeData()):
            event.acceptProposedAction()
            self._grid.show_drop(True)

    def drop(self, event: QDropEvent) -> None:
        """Pass on what was let go."""
        self._grid.show_drop(False)
        if (found := media_mime.read_drop(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(found)

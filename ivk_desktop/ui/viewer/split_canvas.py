"""Two pictures in one place, with a line between them that is moved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.stage.canvas import Canvas
from ivk_desktop.ui.stage.resampled import Resampled

REACH_PX = 8
"""So near the line a press takes hold of it also while the picture is zoomed."""
STEP = 0.02


class SplitCanvas(Canvas):
    """Left of the line the one picture, right of it the other, at the size of the first."""

    split_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other: QImage | None = None
        self._other_scaled = Resampled()
        self._split = 0.5
        self._held = False
        self.setMouseTracking(True)

    @property
    def split(self) -> float:
        """Where the line is, 0..1 of the canvas's width."""
        return self._split

    def show_pair(self, one: QImage, other: QImage, natural: QSize | None = None) -> None:
        """Show two pictures; ``natural`` is the full size of the first."""
        self._other = other
        self._other_scaled.clear()
        self.show_picture(one, natural)
        self.update()

    def move_split(self, by: float) -> None:
        """Move the line by a part of the canvas's width."""
        self.set_split(self._split + by)

    def set_split(self, split: float) -> None:
        """Put the line somewhere, 0..1."""
        split = min(max(split, 0.0), 1.0)
        if split != self._split:
            self._split = split
            self.update()
            self.split_changed.emit(split)

    def clear(self, message: str = "") -> None:
        """Show neither."""
        self._other = None
        self._other_scaled.clear()
        super().clear(message)

    def _paint_image(self, painter: QPainter, image: QImage, target: QRectF) -> None:
        super()._paint_image(painter, image, target)
        if self._other is None:
            return
        line = round(self._split * self.width())
        right = QRectF(line, 0, self.width() - line, self.height())
        painter.save()
        painter.setClipRect(right)
        if self._other.hasAlphaChannel():
            painter.fillRect(right & target, self._ground_color())
        self._other_scaled.paint(painter, self._other, target, averaged=True, smooth=True)
        painter.restore()
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawLine(line, 0, line, self.height())

    # --- mouse ---------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit both again."""
        super().resizeEvent(event)
        self._other_scaled.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line, or begin to pan."""
        if event.button() is Qt.MouseButton.LeftButton and self._may_hold(event.position().x()):
            self._held = True
            self.touched.emit()
            self._drag(event)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the line, or pan."""
        if self._held:
            self._drag(event)
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            near = abs(event.position().x() - self._split * self.width()) <= REACH_PX
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = False
        super().mouseReleaseEvent(event)

    def _may_hold(self, x: float) -> bool:
        return self.zoom is None or abs(x - self._split * self.width()) <= REACH_PX

    def _drag(self, event: QMouseEvent) -> None:
        self.set_split(event.position().x() / max(1, self.width()))

    def _zoom_changed(self) -> None:
        self._other_scaled.clear()
        super()._zoom_changed()

"""The canvas: one picture on an exactly neutral ground."""

from __future__ import annotations

import time
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.ui import theme
from ivk_desktop.ui.stage.resampled import Resampled
from ivk_desktop.ui.stage.view_box import STEP, Place, ViewBox
from ivk_desktop.ui.tokens import CANVAS_MIDDLE, DARK, LIGHT

PREVIEW_SCALE = 8
"""InvokeAI's previews are an eighth of the picture; used where the final size is not told."""


class Ground(Enum):
    """What lies behind a picture."""

    THEME = "theme"
    DARK = "dark"
    MIDDLE = "middle"
    LIGHT = "light"


class Canvas(QWidget):
    """Paints a preview or a picture: fitted, or zoomed and panned by wheel and mouse.

    A new preview is painted with the next frame of the window; while one waits for its paint,
    newer ones replace it.
    """

    frame_painted = Signal(object, float, float)
    """A preview's ``JobKey``, its time of arrival and the end of the paint that drew it, both
    ``time.monotonic()``. Not sent for one that a newer preview replaced before its paint."""
    touched = Signal()
    """The person clicked, zoomed or panned."""
    zoomed = Signal()
    resized = Signal()
    """It has another size, so a fitted picture is seen at another scale."""
    moved = Signal()
    """The person has zoomed or panned: ``place`` is another one."""
    menu_requested = Signal(object)
    """Global position of a wish for the context menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.smooth_previews = False
        self._box = ViewBox()
        self._image: QImage | None = None
        self._smooth = True
        self._scaled = Resampled()
        self._message = ""
        self._ground = Ground.THEME
        self._unpainted: tuple[JobKey, float] | None = None
        self._grabbed_at: QPointF | None = None

    # --- what is shown -------------------------------------------------------------------
    @property
    def image(self) -> QImage | None:
        """What is painted now."""
        return self._image

    @property
    def zoom(self) -> float | None:
        """Physical pixels a pixel; ``None`` while the picture is fitted."""
        return self._box.zoom

    @property
    def scale(self) -> float:
        """Physical pixels a pixel, also while the picture is fitted."""
        return self._box.scale

    @property
    def natural(self) -> QSize:
        """The full size of the picture, in its own pixels."""
        return self._box.natural.toSize()

    @property
    def place(self) -> Place:
        """What is in view."""
        return self._box.place

    def follow(self, place: Place) -> None:
        """Have the same part in view as another canvas; ``moved`` is not sent."""
        if self._image is not None and place != self._box.place:
            self._box.go(place)
            self._scaled.clear()
            self.update()

    def show_preview(
        self, key: JobKey, image: QImage, width: int, height: int, arrived_at: float
    ) -> None:
        """Show a preview as large as the final picture of ``width`` x ``height`` px will be."""
        if not (width and height):
            width, height = image.width() * PREVIEW_SCALE, image.height() * PREVIEW_SCALE
        self._unpainted = (key, arrived_at)
        self._set(image, QSizeF(width, height), self.smooth_previews)

    def show_picture(
        self, image: QImage, natural: QSize | None = None, *, smooth: bool = True
    ) -> None:
        """Show a finished picture; ``natural`` is its full size where ``image`` is smaller."""
        self._unpainted = None
        self._set(image, QSizeF(natural or image.size()), smooth)

    def clear(self, message: str = "") -> None:
        """Show the ground alone, with one line of text."""
        self._image = self._unpainted = None
        self._scaled.clear()
        self._message = message
        self._box.reset()
        self.setAccessibleDescription(message)
        self.update()

    def set_ground(self, ground: Ground) -> None:
        """Choose what lies behind pictures."""
        self._ground = ground
        self.update()

    @property
    def ground(self) -> Ground:
        """What lies behind pictures."""
        return self._ground

    def fit(self) -> None:
        """Show the whole picture."""
        self._box.reset()
        self._zoom_changed()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Magnify round a point of the canvas, or its middle."""
        if self._image is not None:
            self._box.zoom_at(at or QRectF(self.rect()).center(), self._box.scale * factor)
            self._zoom_changed()

    def toggle_actual_size(self, at: QPointF | None = None) -> None:
        """Change between one picture's pixel a screen's pixel, and the whole picture."""
        if self._image is None:
            return
        if self._box.zoom is None:
            self._box.zoom_at(at or QRectF(self.rect()).center(), 1.0)
        else:
            self._box.reset()
        self._zoom_changed()

    def _zoom_changed(self) -> None:
        self._scaled.clear()
        self.update()
        self.zoomed.emit()
        self.moved.emit()

    def _set(self, image: QImage, natural: QSizeF, smooth: bool) -> None:
        self._message = ""
        stays = self._image is not None and natural == self._box.natural
        self._image, self._smooth = image, smooth
        self._scaled.clear()
        if stays:
            self.update(self._box.target().toAlignedRect())
            return
        self._box.natural = natural
        self._box.reset()
        self.update()

    # --- painting ------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground beside the picture, and the picture."""
        painter = QPainter(self)
        if self._image is None:
            painter.fillRect(event.rect(), self._ground_color())
            self._paint_message(painter)
            return
        self._box.ratio = self.devicePixelRatioF()
        target = self._box.target()
        self._paint_ground(painter, event.rect(), target)
        self._paint_image(painter, self._image, target)
        painter.end()
        if self._unpainted is not None:
            (key, arrived_at), self._unpainted = self._unpainted, None
            self.frame_painted.emit(key, arrived_at, time.monotonic())

    def _paint_ground(self, painter: QPainter, dirty: QRect, target: QRectF) -> None:
        """Fill what an opaque picture does not cover: nothing is painted twice."""
        if self._image is None or self._image.hasAlphaChannel():
            painter.fillRect(dirty, self._ground_color())
            return
        aligned = target.toAlignedRect()
        if QRectF(aligned) == target and aligned.contains(dirty):
            return  # a preview where the one before it was
        inside = aligned.adjusted(1, 1, -1, -1) & dirty
        if inside.isEmpty():
            painter.fillRect(dirty, self._ground_color())
            return
        below = inside.bottom() + 1
        beside = inside.right() + 1
        for rect in (
            QRect(dirty.left(), dirty.top(), dirty.width(), inside.top() - dirty.top()),
            QRect(dirty.left(), below, dirty.width(), dirty.bottom() + 1 - below),
            QRect(dirty.left(), inside.top(), inside.left() - dirty.left(), inside.height()),
            QRect(beside, inside.top(), dirty.right() + 1 - beside, inside.height()),
        ):
            if not rect.isEmpty():
                painter.fillRect(rect, self._ground_color())

    def _paint_image(self, painter: QPainter, image: QImage, target: QRectF) -> None:
        smooth = self._smooth and self._box.scale < 4
        self._scaled.paint(painter, image, target, averaged=self._smooth, smooth=smooth)

    def _paint_message(self, painter: QPainter) -> None:
        if self._message:
            painter.setFont(theme.theme().font("body"))
            painter.setPen(theme.color("text2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self._message)

    def _ground_color(self) -> QColor:
        colors = {
            Ground.DARK: DARK.canvas,
            Ground.MIDDLE: CANVAS_MIDDLE,
            Ground.LIGHT: LIGHT.canvas,
        }
        fixed = colors.get(self._ground)
        return QColor(fixed) if fixed else theme.color("canvas")

    # --- mouse ---------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._box.view = QSizeF(self.size())
        self._box.ratio = self.devicePixelRatioF()
        self._scaled.clear()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        notches = event.angleDelta().y() / 120
        if notches and self._image is not None:
            self.touched.emit()
            self.zoom_by(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the click, and begin to pan."""
        super().mousePressEvent(event)
        self.touched.emit()
        if event.button() is Qt.MouseButton.LeftButton and self._box.zoom is not None:
            self._grabbed_at = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        if self._grabbed_at is not None:
            self._box.pan(event.position() - self._grabbed_at)
            self._grabbed_at = event.position()
            self.update()
            self.moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning."""
        self._grabbed_at = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change between actual size and the whole picture."""
        self.toggle_actual_size(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is shown."""
        self.menu_requested.emit(event.globalPos())

"""A small picture of the server inside a form."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.icons import icon

EDGE_PX: Final = 64


class PictureTile(QAbstractButton):
    """Shows the thumbnail of a picture, or an invitation to give one; a click asks for one."""

    def __init__(self, context: FormContext, parent: QWidget, edge_px: int = EDGE_PX) -> None:
        super().__init__(parent)
        self._context = context
        self._ref: MediaRef | None = None
        self._image: QImage | None = None
        self._edge = theme.px(edge_px)
        self.setFixedSize(self._edge, self._edge)
        context.thumbnail_ready.connect(self._ready)

    def show_picture(self, ref: MediaRef | None) -> None:
        """Show a picture; it appears when its thumbnail is there."""
        self._ref = ref
        self._image = self._context.thumbnail(ref) if ref is not None else None
        self.setToolTip(ref.name if ref is not None else "")
        self.update()

    def _ready(self, ref: MediaRef) -> None:
        if ref == self._ref:
            self.show_picture(ref)

    def sizeHint(self) -> QSize:
        return QSize(self._edge, self._edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None and not self._image.isNull():
            self._paint_picture(painter, self._image)
        else:
            self._paint_invitation(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        painter.fillRect(self.rect(), theme.color("canvas"))
        size = QSize(image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), image)

    def _paint_invitation(self, painter: QPainter) -> None:
        pen = QPen(theme.color("edge"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        edge = theme.px(20)
        name = "image" if self._ref is not None else "image-plus"
        place = self.rect().center()
        icon(name, "text2" if self.isEnabled() else "text3").paint(
            painter, place.x() - edge // 2, place.y() - edge // 2, edge, edge
        )

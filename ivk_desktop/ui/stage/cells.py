"""Painting one thumbnail, in the strip and in grids alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen

from ivk_desktop.ui import icons, theme

BAR_PX = 3
BAR_GAP_PX = 2
RING_PX = 2
MARK_PX = 10
BELOW_PX = 15
"""The room below a picture: for the bar, and for small marks."""
STAR = "\u2605"


def around(place: QRect) -> QRect:
    """All that belongs to a cell: its picture, the ring, and what stands below."""
    return place.adjusted(-4, -4, 4, BELOW_PX)


def paint_selected(painter: QPainter, place: QRect) -> None:
    """Mark a chosen picture by the ground around it and by a tick below it."""
    painter.fillRect(place.adjusted(-4, -4, 4, BELOW_PX - 1), theme.color("select"))
    _paint_mark(painter, "check", "text", place.left(), place)


def paint_star(painter: QPainter, place: QRect) -> None:
    """Mark a starred picture, below it and never on it."""
    left = place.right() + 1 - MARK_PX
    ground = QRect(left - 2, place.bottom() + 4, MARK_PX + 2, MARK_PX)
    painter.fillRect(ground, theme.color("canvas"))
    _paint_mark(painter, "star", "warning", left, place)


def paint_rating(painter: QPainter, place: QRect, rating: int, *, ticked: bool) -> None:
    """Show a person's own rating as so many stars, below the picture, behind the tick."""
    font = theme.theme().font("caption")
    left = place.left() + (MARK_PX + 4 if ticked else 0)
    line = QRect(left, place.bottom() + 1, place.width(), BELOW_PX - 1)
    text = STAR * rating
    ground = line.adjusted(-2, 2, 0, 0)
    ground.setWidth(QFontMetrics(font).horizontalAdvance(text) + 4)
    painter.fillRect(ground, theme.color("select" if ticked else "canvas"))
    painter.setFont(font)
    painter.setPen(theme.color("text" if ticked else "text2"))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def paint_tag(painter: QPainter, place: QRect) -> None:
    """Mark a picture with tags, below it, before the place of the star."""
    left = place.right() + 1 - 2 * MARK_PX - 4
    ground = QRect(left - 2, place.bottom() + 4, MARK_PX + 2, MARK_PX)
    painter.fillRect(ground, theme.color("canvas"))
    _paint_mark(painter, "tag", "text2", left, place)


def paint_picks(painter: QPainter, place: QRect, *, marked: bool, letter: str) -> None:
    """Mark what is to be deleted, and name what is compared, before the places of the others."""
    left = place.right() + 1 - 3 * MARK_PX - 8
    if marked:
        painter.fillRect(_mark_ground(left, place), theme.color("canvas"))
        _paint_mark(painter, "trash-2", "failed", left, place)
        left -= MARK_PX + 4
    if letter:
        painter.fillRect(_mark_ground(left, place), theme.color("canvas"))
        painter.setFont(theme.theme().font("caption"))
        painter.setPen(theme.color("accent_text"))
        where = QRect(left, place.bottom() + 3, MARK_PX, MARK_PX + 2)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, letter)


def _mark_ground(left: int, place: QRect) -> QRect:
    return QRect(left - 2, place.bottom() + 4, MARK_PX + 2, MARK_PX)


def _paint_mark(painter: QPainter, icon: str, token: str, left: int, place: QRect) -> None:
    ratio = painter.device().devicePixelRatioF()
    mark = icons.pixmap(icon, token, MARK_PX, ratio)
    painter.drawPixmap(left, place.bottom() + 4, mark)


def paint_cropped(painter: QPainter, place: QRect, image: QImage) -> None:
    """Fill a square with the middle of a picture."""
    edge = min(image.width(), image.height())
    source = QRectF((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge)
    painter.drawImage(QRectF(place), image, source)


def paint_fitted(painter: QPainter, place: QRect, image: QImage) -> None:
    """Show the whole picture in the middle of a square."""
    size = QSizeF(image.size()).scaled(QSizeF(place.size()), Qt.AspectRatioMode.KeepAspectRatio)
    size = QSizeF(max(1, round(size.width())), max(1, round(size.height())))
    corner = QPointF(
        place.x() + (place.width() - size.width()) // 2,
        place.y() + (place.height() - size.height()) // 2,
    )
    painter.drawImage(QRectF(corner, size), image, QRectF(image.rect()))


def paint_placeholder(painter: QPainter, place: QRect, *, failed: bool) -> None:
    """Show that a picture is on its way, or that it cannot be had."""
    painter.fillRect(place, theme.color("field"))
    if failed:
        device = painter.device()
        mark = icons.pixmap("image-off", "text3", 16, device.devicePixelRatioF())
        painter.drawPixmap(place.center() - QRect(0, 0, 16, 16).center(), mark)


def paint_unseen_bar(painter: QPainter, place: QRect) -> None:
    """Mark a result that was not looked at, below the picture and never on it."""
    bar = QRect(place.x(), place.bottom() + 1 + BAR_GAP_PX, place.width(), BAR_PX)
    painter.fillRect(bar, theme.color("accent_text"))


def paint_ring(painter: QPainter, place: QRect) -> None:
    """Mark the picture that is chosen, round it and never on it."""
    pen = QPen(theme.color("focus"), RING_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(-2, -2, 2, 2))

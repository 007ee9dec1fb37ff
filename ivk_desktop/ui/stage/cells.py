"""Painting one thumbnail, in the strip and in grids alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.stage.notes import Note

BAR_PX = 3
BAR_GAP_PX = 2
RING_PX = 2
MARK_PX = 10
MARK_GAP_PX = 4
DOT_PX = 4
DOT_PITCH_PX = 7
BELOW_PX = 15
"""The room below a picture: for the bar, and for small marks."""


def around(place: QRect) -> QRect:
    """All that belongs to a cell: its picture, the ring, and what stands below."""
    return place.adjusted(-4, -4, 4, BELOW_PX)


def paint_selected(painter: QPainter, place: QRect) -> None:
    """Mark a chosen picture by the ground around it and by a tick below it."""
    painter.fillRect(place.adjusted(-4, -4, 4, BELOW_PX - 1), theme.color("select"))
    _paint_mark(painter, "check", "text", place.left(), place)


def paint_note(painter: QPainter, place: QRect, note: Note) -> None:
    """Tell what is noted of a picture, below it and never on it.

    The rating is at the left; from the right follow star, mark for deletion, letter.
    """
    left = place.right() + 1 - MARK_PX
    for icon, token, shown in (
        ("star", "warning", note.starred),
        ("trash-2", "failed", note.marked),
    ):
        if shown:
            _clear(painter, left, place)
            _paint_mark(painter, icon, token, left, place)
            left -= MARK_PX + MARK_GAP_PX
    if note.letter:
        _clear(painter, left, place)
        painter.setFont(theme.theme().font("caption"))
        painter.setPen(theme.color("accent_text"))
        where = QRect(left, place.bottom() + 3, MARK_PX, MARK_PX + 2)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, note.letter)
    if note.rating:
        paint_rating(painter, place.left() + MARK_PX + MARK_GAP_PX, place.bottom() + 9, note.rating)


def paint_rating(painter: QPainter, left: int, middle: int, rating: int) -> None:
    """Paint 1..5 dots from ``left`` on, round a horizontal line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("text2"))
    for number in range(rating):
        x = left + number * DOT_PITCH_PX
        painter.drawEllipse(QRectF(x, middle - DOT_PX / 2, DOT_PX, DOT_PX))
    painter.restore()


def _clear(painter: QPainter, left: int, place: QRect) -> None:
    """The ground under a mark: below it may be the bar of what was not looked at."""
    ground = QRect(left - 2, place.bottom() + 4, MARK_PX + 2, MARK_PX)
    painter.fillRect(ground, theme.color("canvas"))


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

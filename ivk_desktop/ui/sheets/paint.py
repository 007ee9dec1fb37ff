"""Painting one cell of a sheet, and its labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen, QTextLayout, QTextOption

from ivk_desktop.domain.jobs import JobState
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.job_texts import COLORED_WORDS, STATE_ICONS, STATE_TOKENS
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import ICON_PX, Space

MARK_PX: Final = 12
WORDS_FROM_PX: Final = 80
"""A smaller cell shows the icon alone."""


@dataclass(frozen=True, slots=True)
class CellLook:
    """All that is painted of one cell; ``words`` where there is no picture."""

    image: QImage | None
    state: JobState
    words: str
    has_picture: bool
    """The item has one, which is shown or on its way."""
    is_gone: bool
    is_winner: bool
    is_current: bool
    has_focus: bool


def paint_cell(painter: QPainter, place: QRect, look: CellLook) -> None:
    """Paint a picture, or how far the item is; marks stand below and round it, never on it."""
    if look.is_winner:
        painter.fillRect(place.adjusted(-4, -4, 4, MARK_PX + 4), theme.color("select"))
        ratio = painter.device().devicePixelRatioF()
        mark = icons.pixmap("flag", "accent_text", MARK_PX, ratio)
        painter.drawPixmap(place.left(), place.bottom() + 3, mark)
    if look.image is not None:
        painter.fillRect(place, theme.color("canvas"))
        cells.paint_fitted(painter, place, look.image)
    elif look.has_picture:
        cells.paint_placeholder(painter, place, failed=look.is_gone)
    else:
        _paint_state(painter, place, look)
    if look.is_current:
        _paint_ring(painter, place, look.has_focus)


def paint_label(
    painter: QPainter, room: QRect, text: str, strong: bool, *, below: bool = False
) -> None:
    """Write a label in up to as many lines as fit; that of the current cell is stronger."""
    painter.setFont(theme.theme().font("caption"))
    painter.setPen(theme.color("text" if strong else "text2"))
    _paint_wrapped(painter, room, text, below=below)


def _paint_state(painter: QPainter, place: QRect, look: CellLook) -> None:
    failed = look.state is JobState.FAILED
    painter.fillRect(place, theme.color("fail_bg" if failed else "field"))
    token = STATE_TOKENS.get(look.state, "pending")
    size = theme.px(ICON_PX)
    ratio = painter.device().devicePixelRatioF()
    icon = icons.pixmap(STATE_ICONS[look.state], token, size, ratio)
    roomy = place.width() >= theme.px(WORDS_FROM_PX)
    top = place.top() + (theme.px(Space.M) if failed and roomy else (place.height() - size) // 2)
    if roomy and not failed:
        top -= size // 2
    painter.drawPixmap(place.center().x() - size // 2, top, icon)
    if roomy:
        room = place.adjusted(Space.S, 0, -Space.S, -Space.S)
        room.setTop(top + size + Space.XS)
        painter.setFont(theme.theme().font("caption"))
        painter.setPen(theme.color(token if look.state in COLORED_WORDS else "text2"))
        _paint_wrapped(painter, room, look.words, centred=True)


def _paint_wrapped(
    painter: QPainter, room: QRect, text: str, *, below: bool = False, centred: bool = False
) -> None:
    """Write a text in as many lines as fit, the last one elided; ``below`` at the lower edge."""
    metrics = QFontMetrics(painter.font())
    most = max(1, room.height() // metrics.lineSpacing())
    lines = _lines(text, room.width(), most, painter)
    high = len(lines) * metrics.lineSpacing()
    top = room.bottom() - high if below else room.top()
    if not below and not centred:
        top = room.center().y() - high // 2
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    for number, line in enumerate(lines):
        row = QRect(room.left(), top + number * metrics.lineSpacing(), room.width(),
                    metrics.lineSpacing())  # fmt: skip
        painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, line)


def _lines(text: str, width: int, most: int, painter: QPainter) -> list[str]:
    metrics = QFontMetrics(painter.font())
    units = text.encode("utf-16-le", "replace")  # Qt counts in these
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        part = units[start:] if len(found) == most - 1 else units[start:end]
        words = part.decode("utf-16-le", "replace").strip()
        found.append(metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return found


def _paint_ring(painter: QPainter, place: QRect, has_focus: bool) -> None:
    if has_focus:
        cells.paint_ring(painter, place)
        return
    painter.setPen(QPen(theme.color("edge"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(-2, -2, 2, 2))

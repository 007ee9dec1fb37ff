"""One line of text as delegates paint it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ivk_desktop.ui import theme


def paint_line(
    painter: QPainter, place: QRect, role: str, token: str, text: str, *, right: bool = False
) -> int:
    """Draw one elided line; returns its width in px.

    Args:
        painter: on the view.
        place: where the line stands, centred in its height.
        role: a type role of ``tokens.ROLES``.
        token: the colour.
        text: what is said.
        right: at the right edge instead of the left one.
    """
    font = theme.theme().font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(theme.color(token))
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)

"""Paints the runs of a node on the time of its job: bars, model loads, what came from the cache."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ivk_desktop.domain.node_runs import Bar
from ivk_desktop.domain.updates import NodeStatus
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import RADIUS_BAR_PX, Space

BARS_ROLE: Final = Qt.ItemDataRole.UserRole + 41
"""(bars of the node, seconds of the whole job)."""
BAR_PX: Final = 10
LEAST_PX: Final = 2.0
TOKENS: Final = {
    NodeStatus.RUNNING: "accent_text",
    NodeStatus.FAILED: "failed",
    NodeStatus.COMPLETED: "pending",
}


class GanttDelegate(QStyledItemDelegate):
    """Paints one cell of the timeline's column."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        found = index.data(BARS_ROLE)
        if not found or not found[0]:
            return
        bars, whole = found
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in bars:
            self._paint_bar(painter, place_of(bar, whole, option.rect), bar, whole)
        painter.restore()

    def _paint_bar(self, painter: QPainter, area: QRectF, bar: Bar, whole: float) -> None:
        color = theme.color(TOKENS.get(bar.status, "pending"))
        if bar.cached:
            painter.setPen(QPen(color, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, 0.5, -0.5), 1, 1)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(area, RADIUS_BAR_PX, RADIUS_BAR_PX)
        for load in bar.loads:
            share = area.width() / max(bar.seconds, 1e-6)
            left = area.left() + (load.started_s - bar.started_s) * share
            width = min(max(load.seconds * share, 0.0), area.right() - left)
            if width >= LEAST_PX:
                piece = QRectF(left, area.top(), width, area.height())
                # A pattern beside the colour: it is told apart without seeing colours.
                painter.setBrush(theme.color("panel"))
                painter.drawRect(piece)
                painter.setBrush(QBrush(theme.color("waiting"), Qt.BrushStyle.BDiagPattern))
                painter.setPen(QPen(theme.color("waiting"), 1))
                painter.drawRect(piece.adjusted(0.5, 0.5, -0.5, -0.5))
                painter.setPen(Qt.PenStyle.NoPen)


def place_of(bar: Bar, whole: float, cell: QRect) -> QRectF:
    """Where a bar stands in a cell that stands for ``whole`` seconds; at least 2 px wide."""
    room = cell.width() - 2 * Space.XS
    scale = room / whole if whole > 0 else 0.0
    width = min(max(bar.seconds * scale, LEAST_PX), float(room))
    left = min(max(bar.started_s * scale, 0.0), room - width)
    height = theme.px(BAR_PX)
    top = cell.top() + (cell.height() - height) / 2
    return QRectF(cell.left() + Space.XS + left, top, width, height)

"""Painting the rows of the sidebar and of its lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.sidebar.list_model import RowRole
from ivk_desktop.ui.sidebar.rows import Row, RowKind
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import ICON_PX, Height, Space, Thumb

INDENT_PX = 20
STEPS = QStyle.StateFlag

Cover = Callable[[MediaRef], QImage | None]


class RowDelegate(QStyledItemDelegate):
    """One line: icon or cover, title, detail at the right; a heading is small and bold."""

    def __init__(
        self, cover: Cover, view: QAbstractItemView, indent_px: int, *, marks_current: bool
    ) -> None:
        super().__init__(view)
        self._cover = cover
        self._view = view
        self._indent_px = indent_px
        self._marks_current = marks_current
        self.target: tuple[Any, ...] | None = None
        """The identity of the row on which something is held that it would take."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are equally high."""
        return QSize(theme.px(80), theme.px(Height.ROW))

    def close_rect(self, rect: QRect) -> QRect:
        """Where the close button of an open workflow is, under the pointer."""
        edge = theme.px(ICON_PX)
        left = rect.right() - Space.S - edge
        return QRect(left, rect.center().y() - edge // 2 + 1, edge, edge)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: Row = index.data(RowRole.ROW)
        rect: QRect = option.rect
        state = option.state
        hovered = bool(state & STEPS.State_MouseOver) and row.kind is not RowKind.NOTE
        if row.current or (self._marks_current and index == self._view.currentIndex()):
            painter.fillRect(rect, theme.color("select"))
        elif hovered and row.kind is not RowKind.HEADING:
            painter.fillRect(rect, theme.color("hover"))
        if row.kind is RowKind.HEADING:
            self._paint_heading(painter, rect, row, hovered)
        else:
            self._paint_row(painter, rect, row, hovered)
        if state & STEPS.State_HasFocus or row.identity == self.target:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Row, hovered: bool) -> None:
        font = theme.theme().font("strong", 11)
        painter.setFont(font)
        painter.setPen(theme.color("text2"))
        inner = rect.adjusted(Space.S, 0, -Space.S, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.title)
        if row.folded or hovered:
            left = inner.left() + QFontMetrics(font).horizontalAdvance(row.title) + Space.XS
            name = "chevron-right" if row.folded else "chevron-down"
            self._paint_icon(painter, name, "text2", QRect(left, rect.top(), 14, rect.height()), 14)
        if row.addable and hovered:
            self._paint_icon(painter, "plus", "text2", self.close_rect(rect), ICON_PX)
            return
        painter.setFont(theme.theme().font("caption"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, row.detail)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, hovered: bool) -> None:
        inner = rect.adjusted(theme.px(self._indent_px), 0, -Space.S, 0)
        if row.icon or row.cover:
            inner.setLeft(self._paint_mark(painter, inner, row))
        closable = hovered and row.kind is RowKind.OPEN
        detail = "" if closable else row.detail
        if closable:
            self._paint_icon(painter, "x", "text2", self.close_rect(rect), ICON_PX)
            inner.setRight(self.close_rect(rect).left() - Space.S)
        title_font = theme.theme().font("strong" if row.current else "body")
        if detail:
            inner.setRight(self._paint_detail(painter, inner, row, detail))
        painter.setFont(title_font)
        painter.setPen(theme.color(row.token))
        mode = Qt.TextElideMode.ElideRight
        text = QFontMetrics(title_font).elidedText(row.title, mode, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_mark(self, painter: QPainter, inner: QRect, row: Row) -> int:
        """Paint cover or icon; returns where the text begins."""
        edge = theme.px(Thumb.SIDEBAR)
        place = QRect(inner.left(), inner.center().y() - edge // 2 + 1, edge, edge)
        image = self._cover(row.cover) if row.cover else None
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            cells.paint_cropped(painter, place, image)
        else:
            token = row.token if row.token != "text" else "text2"
            self._paint_icon(painter, row.icon, token, place, ICON_PX)
        return place.right() + 1 + theme.px(6)

    def _paint_detail(self, painter: QPainter, inner: QRect, row: Row, detail: str) -> int:
        """Paint the words at the right; returns where the title must end."""
        font = theme.theme().font("body" if detail[:1].isdigit() else "caption")
        metrics = QFontMetrics(font)
        room = min(metrics.horizontalAdvance(detail) + 2, inner.width() // 2)
        painter.setFont(font)
        painter.setPen(theme.color("text" if row.current else "text2"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(
            inner, right, metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room)
        )
        return inner.right() - room - Space.S

    def _paint_icon(
        self, painter: QPainter, name: str, token: str, place: QRect, size_px: int
    ) -> None:
        edge = theme.px(size_px)
        left = place.left() + (place.width() - edge) // 2
        top = place.top() + (place.height() - edge) // 2
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(left, top, icons.pixmap(name, token, edge, ratio))

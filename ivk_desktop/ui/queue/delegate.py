"""Paints the rows of the queue: one delegate for all columns, no widget per row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.queue_model import RIGHT, Role
from ivk_desktop.stores.queue_rows import Column, QueueRow
from ivk_desktop.ui import icons, job_texts, reading, theme
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.row_table import RowHover
from ivk_desktop.ui.tokens import BAR_PX, ICON_PX, ICON_SMALL_PX, RADIUS_BAR_PX, Height, Thumb

Index = QModelIndex | QPersistentModelIndex
ThumbnailOf = Callable[[MediaRef], QImage | None]

PAD_PX: Final = 8
ARROW_PX: Final = 20
"""The room of the fold arrow, from the left edge."""
TEXT_PX: Final = ARROW_PX + Thumb.ROW + PAD_PX
INDENT_PX: Final = 16
WORD_PX: Final = 76
"""The room of the status word, its icon before it."""
PERCENT_PX: Final = 44
VCENTER: Final = Qt.AlignmentFlag.AlignVCenter
MIDDLE: Final = Qt.TextElideMode.ElideMiddle
"""Of server and device the ends of both tell most."""


class QueueDelegate(QStyledItemDelegate):
    """Paints from ``Role.ROW`` alone.

    Args:
        thumbnail: a picture's thumbnail if it is in memory.
        parent: the view.
    """

    fold_clicked = Signal(object)
    """The ``RowId`` whose arrow was clicked."""

    def __init__(self, thumbnail: ThumbnailOf, parent: QTableView) -> None:
        super().__init__(parent)
        self._thumbnail = thumbnail
        self.hover = RowHover(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(80), theme.px(Height.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QueueRow | None = index.data(Role.ROW)
        if row is None:
            return
        painter.save()
        self._paint_ground(painter, option, index)
        if row.is_stale or not row.is_known:
            painter.setOpacity(0.6)
        area = QRect(option.rect)
        column = index.column()
        if column == Column.ITEM:
            self._paint_item(painter, area, row)
        elif column == Column.STATUS:
            self._paint_status(painter, area, row)
        elif column == Column.PICTURE:
            self._paint_picture(painter, area.left() + theme.px(PAD_PX), area, row)
        else:
            mode = MIDDLE if column == Column.SERVER else Qt.TextElideMode.ElideRight
            text = texts.cell(row, Column(column))
            self._paint_text(painter, area, text, column in RIGHT, mode)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            row: QueueRow | None = index.data(Role.ROW)
            at_arrow = event.position().x() - option.rect.left() < theme.px(ARROW_PX)
            if row and row.can_fold and index.column() == Column.ITEM and at_arrow:
                self.fold_clicked.emit(row.row_id)
                return True
        return False

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row: QueueRow | None = index.data(Role.ROW)
        if event.type() != QEvent.Type.ToolTip or row is None:
            return False
        QToolTip.showText(event.globalPos(), texts.tip(row, Column(index.column())), view)
        return True

    # --- inside --------------------------------------------------------------------------
    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("select"))
        elif index.row() == self.hover.row:
            painter.fillRect(option.rect, theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                option.rect.left(), option.rect.top(), 2, option.rect.height(), theme.color("focus")
            )

    def _paint_item(self, painter: QPainter, area: QRect, row: QueueRow) -> None:
        if row.can_fold:
            arrow = "chevron-right" if row.is_folded else "chevron-down"
            _icon(painter, arrow, "text2", area.left() + theme.px(4), area, ICON_SMALL_PX)
        indent = theme.px(INDENT_PX) if row.is_child else 0
        self._paint_picture(painter, area.left() + theme.px(ARROW_PX) + indent, area, row)
        left = area.left() + theme.px(TEXT_PX) + indent
        right = area.right() - theme.px(PAD_PX)
        role = "body" if row.is_child else "strong"
        left = _words(painter, left, right, area, texts.head(row), "text", role)
        left += theme.px(10)
        if right - left > theme.px(24):
            _words(painter, left, right, area, texts.detail(row), "text2", "body")

    def _paint_picture(self, painter: QPainter, left: int, area: QRect, row: QueueRow) -> None:
        if row.thumbnail is None:
            return
        picture = self._thumbnail(row.thumbnail)
        edge = theme.px(Thumb.ROW)
        place = QRect(left, area.top() + (area.height() - edge) // 2, edge, edge)
        if picture is None or picture.isNull():
            painter.fillRect(place, theme.color("track"))
        else:
            draw_cropped(painter, place, picture)

    def _paint_status(self, painter: QPainter, area: QRect, row: QueueRow) -> None:
        if not row.is_known:
            return
        token = job_texts.STATE_TOKENS.get(row.state, "pending")
        left = area.left() + theme.px(PAD_PX)
        _icon(painter, job_texts.STATE_ICONS[row.state], token, left, area, ICON_PX)
        left += theme.px(ICON_PX + 6)
        word_token = token if row.state in job_texts.COLORED_WORDS else "text2"
        painter.setPen(theme.color(word_token))
        painter.setFont(theme.theme().font("body"))
        has_bar = row.fraction is not None
        right = area.right() - theme.px(PAD_PX)
        room = theme.px(WORD_PX) - theme.px(12) if has_bar else right - left
        _elided(painter, QRect(left, area.top(), room, area.height()), texts.status(row))
        if has_bar:
            self._paint_bar(painter, area, left + theme.px(WORD_PX) - theme.px(14), right, row)

    def _paint_bar(
        self, painter: QPainter, area: QRect, left: int, right: int, row: QueueRow
    ) -> None:
        percent = fmt.percent(row.fraction, reading.style())
        room = QRect(right - theme.px(PERCENT_PX), area.top(), theme.px(PERCENT_PX), area.height())
        painter.setPen(theme.color("text"))
        painter.drawText(room, VCENTER | Qt.AlignmentFlag.AlignRight, percent)
        height = theme.px(BAR_PX)
        width = room.left() - theme.px(4) - left
        if width < theme.px(16):
            return
        bar = QRect(left, area.center().y() - height // 2 + 1, width, height)
        draw_bar(painter, bar, row.fraction or 0.0)

    def _paint_text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        right: bool,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        painter.setPen(theme.color("text"))
        painter.setFont(theme.theme().font("body"))
        pad = theme.px(PAD_PX)
        room = area.adjusted(pad, 0, -pad, 0)
        if right:
            painter.drawText(room, VCENTER | Qt.AlignmentFlag.AlignRight, text)
        else:
            _elided(painter, room, text, mode)


def draw_bar(painter: QPainter, bar: QRect, fraction: float, token: str = "accent_text") -> None:
    """A rounded bar, filled to ``fraction``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("track"))
    painter.drawRoundedRect(bar, RADIUS_BAR_PX, RADIUS_BAR_PX)
    filled = round(bar.width() * min(max(fraction, 0.0), 1.0))
    if filled > 0:
        painter.setBrush(theme.color(token))
        done = QRect(bar.left(), bar.top(), max(filled, bar.height()), bar.height())
        painter.drawRoundedRect(done, RADIUS_BAR_PX, RADIUS_BAR_PX)
    painter.restore()


def draw_cropped(painter: QPainter, place: QRect, picture: QImage) -> None:
    """The middle of a picture, filling a square place without being squeezed."""
    edge = min(picture.width(), picture.height())
    source = QRect((picture.width() - edge) // 2, (picture.height() - edge) // 2, edge, edge)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture, source)


def _words(
    painter: QPainter,
    left: int,
    right: int,
    area: QRect,
    text: str,
    token: str,
    role: str,
) -> int:
    """Draw one piece of text and return where it ended."""
    painter.setFont(theme.theme().font(role))
    painter.setPen(theme.color(token))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - left))
    painter.drawText(QRect(left, area.top(), right - left, area.height()), VCENTER, shown)
    return left + metrics.horizontalAdvance(shown)


def _elided(
    painter: QPainter,
    room: QRect,
    text: str,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, mode, room.width())
    painter.drawText(room, VCENTER, shown)


def _icon(painter: QPainter, name: str, token: str, left: int, area: QRect, size_px: int) -> None:
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    size = theme.px(size_px)
    top = area.top() + (area.height() - size) // 2
    painter.drawPixmap(left, top, icons.pixmap(name, token, size, ratio))

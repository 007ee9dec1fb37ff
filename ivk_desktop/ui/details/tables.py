"""What the tables of the details have in common: look, keys, copying."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Height

COPY_ROLE = Qt.ItemDataRole.UserRole + 40
"""The whole text of a cell, where it shows less."""


TEXT_GAP_PX = 6


class TextDelegate(QStyledItemDelegate):
    """Texts of any number of lines, from the top of their row and with room round them."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 2 * theme.px(TEXT_GAP_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        gap = theme.px(TEXT_GAP_PX)
        style = option.widget.style()
        panel = style.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        option.rect = QRect(option.rect.adjusted(0, gap, 0, -gap))
        super().paint(painter, option, index)


def dress(table: QTableView) -> None:
    """Give a table the look and the manners of a list that is read."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(theme.px(Height.ROW))
    table.verticalHeader().setDefaultSectionSize(theme.px(Height.ROW))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)


def copied(table: QTableView, event: QKeyEvent) -> bool:
    """Carry out a wish to copy the selected rows; whether it was one."""
    if not event.matches(QKeySequence.StandardKey.Copy):
        return False
    model, lines = table.model(), []
    for row in sorted({index.row() for index in table.selectedIndexes()}):
        cells = [model.index(row, column) for column in range(model.columnCount())]
        texts = [cell.data(COPY_ROLE) or cell.data() or "" for cell in cells]
        lines.append("\t".join(str(text) for text in texts).rstrip("\t"))
    QGuiApplication.clipboard().setText("\n".join(lines))
    return True

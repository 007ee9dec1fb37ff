"""The list of what failed: one row a kind of failure, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ivk_desktop.stores.failures import Fold
from ivk_desktop.ui import icons, reading, theme
from ivk_desktop.ui.errors import error_texts
from ivk_desktop.ui.line import paint_line
from ivk_desktop.ui.tokens import ICON_PX, Space

FOLD: Final = Qt.ItemDataRole.UserRole
ROW_PX: Final = 52
STATES = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class FoldModel(QAbstractListModel):
    """The folds in view order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.folds: Sequence[Fold] = ()

    def set_folds(self, folds: Sequence[Fold]) -> None:
        """Show these."""
        self.beginResetModel()
        self.folds = tuple(folds)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a fold."""
        return 0 if parent is not None and parent.isValid() else len(self.folds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The fold, or its line as it is read out."""
        fold = self.folds[index.row()]
        if role == FOLD:
            return fold
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{error_texts.headline(fold)}, {error_texts.items(fold.count)}"
        return None


class FoldDelegate(QStyledItemDelegate):
    """What happened with how often; below it the workflow and when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(theme.px(120), theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one fold."""
        fold: Fold = index.data(FOLD)
        rect: QRect = option.rect
        if option.state & STATES.State_Selected:
            painter.fillRect(rect, theme.color("select"))
        elif option.state & STATES.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        edge = theme.px(ICON_PX)
        ratio = painter.device().devicePixelRatioF()
        half = rect.height() // 2
        top = QRect(rect.left() + Space.M, rect.top() + Space.XS, rect.width() - 2 * Space.M, half)
        top.setBottom(rect.top() + half)
        mark = icons.pixmap("circle-x", "failed", edge, ratio)
        painter.drawPixmap(top.left(), top.center().y() - edge // 2, mark)
        left = top.left() + edge + Space.S
        count = error_texts.items(fold.count)
        taken = paint_line(painter, top, "caption", "text2", count, right=True)
        top.setLeft(left)
        top.setRight(top.right() - taken - Space.S)
        paint_line(painter, top, "strong", "text", error_texts.headline(fold))
        below = QRect(left, rect.top() + half, rect.right() - Space.M - left, half - Space.XS)
        when = paint_line(
            painter, below, "caption", "text2", reading.clock(fold.last_at), right=True
        )
        below.setRight(below.right() - when - Space.S)
        paint_line(painter, below, "caption", "text2", fold.title or error_texts.first_item(fold))
        if option.state & STATES.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class FoldList(QListView):
    """Walks the folds; Delete dismisses the current one."""

    current_changed = Signal()
    dismiss_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folds = FoldModel(self)
        self.setModel(self.folds)
        self.setItemDelegate(FoldDelegate(self))
        self.setAccessibleName(self.tr("Failures"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self.current_changed)

    def current(self) -> Fold | None:
        """The fold with the cursor."""
        row = self.currentIndex().row()
        return self.folds.folds[row] if 0 <= row < len(self.folds.folds) else None

    def show_folds(self, folds: Sequence[Fold]) -> None:
        """Show these; the cursor stays on its fold, else on the one that took its place."""
        was, row = self.current(), max(0, self.currentIndex().row())
        top = self.verticalScrollBar().value()
        self.folds.set_folds(folds)
        if folds:
            row = folds.index(was) if was in folds else min(row, len(folds) - 1)
            self.setCurrentIndex(self.folds.index(row))
            self.verticalScrollBar().setValue(top)
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete dismisses."""
        if event.matches(QKeySequence.StandardKey.Delete):
            self.dismiss_requested.emit()
        else:
            super().keyPressEvent(event)

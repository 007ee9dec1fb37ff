"""The list of the library's workflows: thumbnail, name, description, tags."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.stores.library import WorkflowCard
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import icons, reading, theme
from ivk_desktop.ui.line import paint_line
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import Space, Thumb

CARD: Final = Qt.ItemDataRole.UserRole
ROW_PX: Final = 76
STATES = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The workflows that are shown, in view order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: Sequence[WorkflowCard] = ()

    def set_cards(self, cards: Sequence[WorkflowCard]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a workflow."""
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The card, its name, or its description as the tool tip."""
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (card.name, card.description, ", ".join(card.tags))))
        return None


class CardDelegate(QStyledItemDelegate):
    """Thumbnail, name, one line of the description, tags and when it was opened."""

    def __init__(self, view: CardList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(theme.px(120), theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one workflow."""
        card: WorkflowCard = index.data(CARD)
        rect: QRect = option.rect
        if option.state & STATES.State_Selected:
            painter.fillRect(rect, theme.color("select"))
        elif option.state & STATES.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        edge = theme.px(Thumb.LANE)
        place = QRect(rect.left() + Space.M, rect.center().y() - edge // 2, edge, edge)
        self._paint_cover(painter, place, card)
        left = place.right() + theme.px(Space.M)
        text = QRect(left, place.top(), rect.right() - Space.M - left, edge)
        self._paint_texts(painter, text, card)
        if option.state & STATES.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_cover(self, painter: QPainter, place: QRect, card: WorkflowCard) -> None:
        image = self._view.cover(card)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            cells.paint_cropped(painter, place, image)
            return
        painter.fillRect(place, theme.color("field"))
        edge = theme.px(20)
        mark = icons.pixmap("workflow", "text3", edge, painter.device().devicePixelRatioF())
        corner = place.center() - QRect(0, 0, edge, edge).center()
        painter.drawPixmap(corner, mark)

    def _paint_texts(self, painter: QPainter, place: QRect, card: WorkflowCard) -> None:
        """Three lines of a third of the height each."""
        third = place.height() // 3
        lines = [
            QRect(place.left(), place.top() + n * third, place.width(), third) for n in (0, 1, 2)
        ]
        room = paint_line(painter, lines[0], "caption", "text2", self._opened(card), right=True)
        lines[0].setRight(lines[0].right() - room - Space.S)
        paint_line(painter, lines[0], "strong", "text", card.name or self.tr("Without a name"))
        description = " ".join(card.description.split())
        paint_line(painter, lines[1], "body", "text2", description)
        paint_line(painter, lines[2], "caption", "text2", self._marks(card))

    def _opened(self, card: WorkflowCard) -> str:
        if card.opened_at is None:
            return ""
        ago = fmt.ago(max(0.0, time.time() - card.opened_at), reading.style())
        return self.tr("opened {ago}").format(ago=ago)

    def _marks(self, card: WorkflowCard) -> str:
        marks = [self.tr("Built-in")] if card.is_built_in else []
        if self._view.shows_sharing and card.is_public and not card.is_built_in:
            marks.append(self.tr("Shared"))
        return "  ·  ".join([*marks, ", ".join(card.tags)] if card.tags else marks)


class CardList(QListView):
    """Walks and selects workflows; Enter or a double click opens what is selected."""

    open_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_sharing = False
        self.cards = CardModel(self)
        self._media: MediaStore | None = None
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(self.tr("Workflows"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._double_clicked)

    def set_media(self, media: MediaStore | None) -> None:
        """Show the thumbnails of one server."""
        if self._media is not None:
            self._media.ready.disconnect(self._cover_ready)
        self._media = media
        if media is not None:
            media.ready.connect(self._cover_ready)

    def cover(self, card: WorkflowCard) -> QImage | None:
        """A workflow's thumbnail; ``None`` while it is got, and where there is none."""
        if card.cover is None or self._media is None:
            return None
        return self._media.thumbnail(card.cover)

    def set_cards(self, cards: Sequence[WorkflowCard]) -> None:
        """Show these workflows; what is selected stays selected."""
        if list(cards) == list(self.cards.cards):
            return
        chosen = {card.workflow_id for card in self.selected()}
        self.cards.set_cards(cards)
        kept = QItemSelection()
        for row, card in enumerate(cards):
            if card.workflow_id in chosen:
                index = self.cards.index(row)
                kept.select(index, index)
        self.selectionModel().select(kept, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selected(self) -> list[WorkflowCard]:
        """The selected workflows in view order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.cards.cards[row] for row in rows]

    def _cover_ready(self) -> None:
        self.viewport().update()

    def _double_clicked(self, _index: QModelIndex) -> None:
        self.open_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

"""The command search: one field over everything that can be done or opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.finding import best
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.tokens import ICON_PX, Height, Space
from ivk_desktop.ui.widgets import SearchField

WIDTH_PX: Final = 560
MOST_ROWS: Final = 60
"""No more entries are listed at once: searching narrows them down."""
SHOWN_ROWS: Final = 12

_ENTRY: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -SHOWN_ROWS,
    Qt.Key.Key_PageDown: SHOWN_ROWS,
}
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do or to open: what it is called, of what kind it is, its shortcut in words."""

    text: str
    kind: str
    run: Callable[[], object]
    icon: str = ""
    keys: str = ""

    @property
    def searched(self) -> str:
        """What is looked for the words that are typed."""
        return f"{self.text} {self.kind}"


class CommandDelegate(QStyledItemDelegate):
    """Icon, text, and at the right the shortcut or the kind."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command = index.data(_ENTRY)
        rect = QRect(option.rect)
        if index.row() == self._view().currentRow():
            painter.fillRect(rect, theme.color("select"))
        rect.adjust(Space.M, 0, -Space.M, 0)
        edge = theme.px(ICON_PX)
        if command.icon:
            top = rect.center().y() - edge // 2 + 1
            icons.icon(command.icon, "text2").paint(painter, rect.left(), top, edge, edge)
        rect.setLeft(rect.left() + edge + Space.S)
        metrics = option.fontMetrics
        detail = command.keys or command.kind
        painter.setPen(theme.color("text2"))
        painter.drawText(rect, _RIGHT, detail)
        rect.setRight(rect.right() - metrics.horizontalAdvance(detail) - Space.M)
        painter.setPen(theme.color("text"))
        text = metrics.elidedText(command.text, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, _LEFT, text)

    def _view(self) -> QListWidget:
        view = self.parent()
        assert isinstance(view, QListWidget)
        return view


class CommandPalette(QFrame):
    """The field with what fits below it; closes itself after a choice or Esc."""

    def __init__(self, commands: Sequence[Command], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self.search = SearchField(self.tr("Find or do…"), self)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.list.itemClicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        layout.setSpacing(Space.XS)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setFocusProxy(self.search)
        self._fill("")

    def open_in(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        width = min(theme.px(WIDTH_PX), window.width() - 2 * Space.XL)
        rows = theme.px(Height.ROW) * SHOWN_ROWS
        self.resize(width, self.search.sizeHint().height() + rows + 2 * Space.S + Space.XS)
        corner = window.mapToGlobal(window.rect().topLeft())
        left = corner.x() + (window.width() - width) // 2
        self.move(left, corner.y() + theme.px(Height.STRIP))
        self.show()
        self.search.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("raised"))
        painter.setPen(theme.color("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fill(self, text: str) -> None:
        self.list.clear()
        for command in best(self._commands, text, lambda one: one.searched, MOST_ROWS):
            item = QListWidgetItem(command.text, self.list)
            item.setData(_ENTRY, command)
            item.setSizeHint(QSize(0, theme.px(Height.ROW)))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, command.kind)
        self.list.setCurrentRow(0)
        self.search.setAccessibleDescription(
            self.tr("{count} found").format(count=self.list.count())
        )

    def _run(self, item: QListWidgetItem | None) -> None:
        command = item.data(_ENTRY) if item is not None else None
        if isinstance(command, Command):
            self.close()
            command.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                row = self.list.currentRow() + _MOVES[key]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in _ENTERS:
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

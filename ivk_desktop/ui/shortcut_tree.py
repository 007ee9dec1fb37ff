"""All actions with their shortcuts, in groups, searched by name or by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.actions import plain_text

ACTION: Final = Qt.ItemDataRole.UserRole
NATIVE: Final = QKeySequence.SequenceFormat.NativeText


def keys_text(action: QAction) -> str:
    """An action's shortcuts as this platform writes them."""
    return ", ".join(keys.toString(NATIVE) for keys in action.shortcuts())


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(place) for place in range(group.childCount()))
    return [item for item in found if item is not None]


class ShortcutTree(QTreeWidget):
    """Groups of actions; one is chosen at a time."""

    action_chosen = Signal(object)
    """The ``QAction`` of the current row, or ``None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.currentItemChanged.connect(self._changed)

    def add_group(self, title: str, actions: Iterable[QAction]) -> None:
        """List actions under a heading; nothing where there are none."""
        listed = list(actions)
        if not listed:
            return
        group = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, theme.color("text2"))
        for action in listed:
            item = QTreeWidgetItem(group, [plain_text(action), keys_text(action)])
            item.setToolTip(1, keys_text(action))
            item.setData(0, ACTION, action)
        group.setExpanded(True)

    def refresh(self) -> None:
        """Show the keys as they are now."""
        for item in self._rows():
            item.setText(1, keys_text(item.data(0, ACTION)))
            item.setToolTip(1, item.text(1))

    def search(self, text: str) -> None:
        """Show only rows that have all of these words in their name, keys or group."""
        words = text.casefold().split()
        for item in self._rows():
            group = item.parent()
            whole = f"{group.text(0) if group else ''} {item.text(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in whole for word in words))
        for group in self._groups():
            group.setHidden(all(row.isHidden() for row in _children(group)))

    def shown(self) -> list[str]:
        """The names of the rows that are shown."""
        return [item.text(0) for item in self._rows() if not item.isHidden()]

    def choose(self, action: QAction) -> None:
        """Make the row of an action the current one."""
        for item in self._rows():
            if item.data(0, ACTION) is action:
                self.setCurrentItem(item)

    def _groups(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self.topLevelItemCount()):
            if (group := self.topLevelItem(place)) is not None:
                yield group

    def _rows(self) -> Iterator[QTreeWidgetItem]:
        for group in self._groups():
            yield from _children(group)

    def _changed(self, item: QTreeWidgetItem | None) -> None:
        self.action_chosen.emit(item.data(0, ACTION) if item is not None else None)

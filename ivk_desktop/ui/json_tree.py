"""JSON data as a tree that is unfolded, searched and copied piece by piece."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain import json_walk
from ivk_desktop.domain.json_walk import Path
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField

PIECE: Final = 200
"""A longer list is unfolded in pieces of so many."""
SLICE_S: Final = 0.008
"""How long a search goes on before the window has its turn."""


class JsonItem(QTreeWidgetItem):
    """One value, or a piece of a long list; its children are made when it is unfolded."""

    def __init__(self, name: str, value: Any, *, is_piece: bool = False) -> None:
        shown = "" if is_piece else json_walk.summary(value)
        super().__init__([name, shown])
        self.name, self.value, self.is_piece = name, value, is_piece
        self.setToolTip(1, shown)
        if value and isinstance(value, dict | list):
            self.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def unfold(self) -> None:
        """Make the children, once."""
        if not self.childCount():
            self.addChildren(items_of(self.value, in_pieces=not self.is_piece))


def items_of(value: Any, *, in_pieces: bool = True) -> list[QTreeWidgetItem]:
    """The children of a value; those of a long one in pieces."""
    below = list(json_walk.children(value))
    if in_pieces and len(below) > PIECE:
        parts = [below[start : start + PIECE] for start in range(0, len(below), PIECE)]
        starts = range(0, len(below), PIECE)
        return [
            JsonItem(f"{start}…{start + len(part) - 1}", dict(part), is_piece=True)
            for start, part in zip(starts, parts, strict=True)
        ]
    return [JsonItem(name, one) for name, one in below]


class JsonTree(QTreeWidget):
    """JSON data, unfolded level by level as a person opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Any = None
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.setUniformRowHeights(True)
        self.setColumnWidth(0, theme.px(260))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemExpanded.connect(self._expanded)
        self.customContextMenuRequested.connect(self._popup)

    def show_data(self, data: Any, *, unfolded: bool = True) -> None:
        """Show other data, its first level ``unfolded``."""
        self.clear()
        self._data = data
        items = items_of(data)
        self.addTopLevelItems(items)
        for item in items if unfolded else ():
            item.setExpanded(True)

    @property
    def data_shown(self) -> Any:
        """All of it."""
        return self._data

    def reveal(self, path: Path) -> None:
        """Unfold the way to a place, and put the cursor there."""
        item = self.invisibleRootItem()
        for number in path:
            if (below := self._below(item, number)) is None:
                return
            item = below
        self.setCurrentItem(item)
        self.scrollToItem(item)

    def value_at_cursor(self) -> Any:
        """The value with the cursor; all data where there is none."""
        item = self.currentItem()
        return item.value if isinstance(item, JsonItem) else self._data

    def copy_value(self) -> None:
        """Copy the value with the cursor: a text as it is, all else as JSON."""
        QGuiApplication.clipboard().setText(json_walk.plain(self.value_at_cursor()))

    def copy_all(self) -> None:
        """Copy all data as JSON."""
        QGuiApplication.clipboard().setText(json_walk.plain(self._data))

    def copy_path(self) -> None:
        """Copy the names on the way to the cursor, joined by dots."""
        names: list[str] = []
        item: QTreeWidgetItem | None = self.currentItem()
        while isinstance(item, JsonItem):
            if not item.is_piece:
                names.append(item.name)
            item = item.parent()
        QGuiApplication.clipboard().setText(".".join(reversed(names)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        else:
            super().keyPressEvent(event)

    def _below(self, item: QTreeWidgetItem, number: int) -> QTreeWidgetItem | None:
        if isinstance(item, JsonItem):
            item.unfold()
        first = item.child(0)
        if isinstance(first, JsonItem) and first.is_piece:
            item, number = item.child(number // PIECE) or item, number % PIECE
            return self._below(item, number) if isinstance(item, JsonItem) else None
        return item.child(number)

    def _expanded(self, item: QTreeWidgetItem) -> None:
        if isinstance(item, JsonItem):
            item.unfold()

    def _popup(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = icons.icon("copy", "text2")
        if self.itemAt(at) is not None:
            menu.addAction(copy, self.tr("Copy value"), self.copy_value)
            menu.addAction(self.tr("Copy path"), self.copy_path)
        menu.addAction(self.tr("Copy all as JSON"), self.copy_all)
        menu.popup(self.viewport().mapToGlobal(at))


class JsonPanel(QWidget):
    """A tree with a search field above it; Enter goes to the next place that matches."""

    searched = Signal(bool)
    """A search has ended: whether it found a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = JsonTree()
        self.tree.setAccessibleName(self.tr("JSON"))
        self.field = SearchField(self.tr("Search names and values, Enter for the next"))
        self._told = QLabel()
        self._told.setProperty("role", "caption")
        self._matches: Iterator[Path | None] = iter(())
        self._found_any = False
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._go_on)
        self.field.textChanged.connect(self._begin)
        self.field.returnPressed.connect(self.find_next)
        line = QHBoxLayout()
        line.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        line.setSpacing(Space.S)
        line.addWidget(self.field, 1)
        line.addWidget(self._told)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self.tree, 1)

    def show_data(self, data: Any) -> None:
        """Show other data, folded."""
        self.tree.show_data(data, unfolded=False)
        self._begin()

    def find_next(self) -> None:
        """Go to the next match, to the first one again after the last."""
        if self.field.text():
            self._slice.start()

    def _begin(self) -> None:
        self._slice.stop()
        self._told.clear()
        self._found_any = False
        self._matches = json_walk.matches(self.tree.data_shown, self.field.text())

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE_S
        for path in self._matches:
            if path is not None:
                self._end(path)
                return
            if time.monotonic() > until:
                return
        again, told = self._found_any, self.tr("No match")
        self._begin()
        if again:
            self._slice.start()
        else:
            self._end(None, told)

    def _end(self, path: Path | None, told: str = "") -> None:
        self._slice.stop()
        self._found_any = path is not None
        if path is not None:
            self.tree.reveal(path)
        self._told.setText(told)
        self.searched.emit(path is not None)

"""A combo box whose long list is searched: grouped entries in a popup with a search field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo

MOST_ROWS: Final = 500
"""No more entries are listed at once: searching narrows them down."""

_ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

_OPENS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to pick; ``group`` heads the entries that follow each other in it."""

    key: Any
    text: str
    group: str = ""
    detail: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all words occur in it."""
        whole = f"{self.text} {self.detail} {self.group}".casefold()
        return all(word in whole for word in words)


class PickerPopup(QFrame):
    """The list with its search field; closes itself after a pick."""

    picked = Signal(object)

    def __init__(self, entries: Sequence[Entry], current: object, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListWidget { border: none; padding: 0; }")
        self.list.setAccessibleName(parent.accessibleName())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setFocusProxy(self.search)
        self._fill("", current)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style sheet gives a window inside a combo box no ground of its own.
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("raised"))
        painter.setPen(theme.color("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fill(self, text: str, current: object = None) -> None:
        self.list.clear()
        words = text.casefold().split()
        found = [entry for entry in self._entries if entry.matches(words)]
        group = ""
        for entry in found[:MOST_ROWS]:
            if entry.group != group:
                group = entry.group
                self._add_heading(group)
            self._add_entry(entry, entry.key == current)
        if not found:
            self._add_heading(self.tr("Nothing found"))
        elif len(found) > MOST_ROWS:
            more = self.tr("{count} more: search to narrow down")
            self._add_heading(more.format(count=len(found) - MOST_ROWS))
        if self.list.currentItem() is None:
            self._move(Qt.Key.Key_Down)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.theme().font("caption"))
        item.setForeground(theme.color("text2"))

    def _add_entry(self, entry: Entry, is_current: bool) -> None:
        item = QListWidgetItem(entry.text, self.list)
        item.setData(_ENTRY_ROLE, entry)
        item.setToolTip(f"{entry.text}\n{entry.detail}" if entry.detail else entry.text)
        if is_current:
            self.list.setCurrentItem(item)

    def _pick(self, item: QListWidgetItem | None) -> None:
        entry = item.data(_ENTRY_ROLE) if item is not None else None
        if isinstance(entry, Entry):
            self.picked.emit(entry.key)
            self.close()

    def _move(self, key: int) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}.get(
            Qt.Key(key), 1
        )
        rows = [r for r in range(self.list.count()) if self.list.item(r).data(_ENTRY_ROLE)]
        if not rows:
            return
        row = self.list.currentRow()
        place = rows.index(row) + step if row in rows else 0
        self.list.setCurrentRow(rows[min(max(place, 0), len(rows) - 1)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._move(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)


class PickerCombo(QuietCombo):
    """Looks like a combo box; its entries are asked for when it opens."""

    picked = Signal(object)
    """The key of the entry that a person picked."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._current: object = None
        self.popup: PickerPopup | None = None

    def show_entry(self, key: object, text: str, icon: QIcon | None = None, tip: str = "") -> None:
        """Show what is chosen; an empty ``text`` shows the placeholder."""
        self._current = key
        self.clear()
        if text:
            self.addItem(icon or QIcon(), text)
        self.setCurrentIndex(0 if text else -1)
        self.setToolTip(tip or text)

    def showPopup(self) -> None:
        if self.popup is not None:
            return
        entries = self._entries()
        self.popup = PickerPopup(entries, self._current, self)
        self.popup.picked.connect(self.picked)
        self.popup.destroyed.connect(self._popup_gone)
        rows = len(entries) + len({entry.group for entry in entries}) + 1
        height = min(60 + rows * theme.px(30), theme.px(420))
        self.popup.resize(max(self.width(), theme.px(280)), height)
        self.popup.move(self._popup_place(height))
        self.popup.show()
        self.popup.search.setFocus()

    def _popup_place(self, height: int) -> QPoint:
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        screen = self.screen().availableGeometry()
        if below.y() + height > screen.bottom():
            return self.mapToGlobal(QPoint(0, -height - 2))
        return below

    def hidePopup(self) -> None:
        if self.popup is not None:
            self.popup.close()
        super().hidePopup()

    def _popup_gone(self) -> None:
        self.popup = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in _OPENS:
            self.showPopup()
        elif event.text().strip():
            self.showPopup()
            if self.popup is not None:
                self.popup.search.setText(event.text())
        else:
            super().keyPressEvent(event)

"""Filters of the queue under names: a button with their menu."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.stores.queue_filter import SavedFilter
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.ui import icons
from ivk_desktop.ui.queue.line_dialog import LineDialog
from ivk_desktop.ui.widgets import IconButton

MOST: Final = 50
"""So many are kept; a menu with more is of no use."""


class SavedFilters(IconButton):
    """Offers the saved filters, saves the present one, deletes."""

    chosen = Signal(object)
    """The ``SavedFilter`` that is wanted."""
    changed = Signal(object)
    """The tuple of all ``SavedFilter`` as they are now, to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("star", self.tr("Saved filters"), parent)
        self.filters: tuple[SavedFilter, ...] = ()
        self._status = Status.ALL
        self._text = ""
        self.clicked.connect(self._popup)

    def set_filters(self, filters: Iterable[SavedFilter]) -> None:
        """Offer these, as they were kept."""
        self.filters = tuple(filters)[:MOST]

    def note(self, status: Status, text: str) -> None:
        """This is what filters now."""
        self._status, self._text = status, text.strip()

    def save(self, name: str) -> None:
        """Keep what filters now under a name; one of the same name is replaced."""
        found = SavedFilter(name, self._text, self._status.name)
        others = [one for one in self.filters if one.name.casefold() != name.casefold()]
        self._change([*others, found])

    def remove(self, name: str) -> None:
        """Keep that filter no more."""
        self._change(one for one in self.filters if one.name != name)

    def _change(self, filters: Iterable[SavedFilter]) -> None:
        in_order = sorted(filters, key=lambda one: one.name.casefold())
        self.filters = tuple(in_order)[:MOST]
        self.changed.emit(self.filters)

    def menu_now(self) -> QMenu:
        """The menu as it is now; gone when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        present = (self._status.name, self._text)
        for one in self.filters:
            action = menu.addAction(one.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked((one.status, one.text) == present)
            action.triggered.connect(partial(self.chosen.emit, one))
        menu.addSeparator()
        save = menu.addAction(icons.icon("plus", "text2"), self.tr("&Save this filter…"))
        save.setEnabled(self._status is not Status.ALL or bool(self._text))
        save.triggered.connect(self.ask_name)
        delete = menu.addMenu(icons.icon("trash-2", "text2"), self.tr("&Delete"))
        delete.setEnabled(bool(self.filters))
        for one in self.filters:
            action = delete.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(partial(self.remove, one.name))
        return menu

    def ask_name(self) -> None:
        """Ask for the name under which the present filter is kept."""
        dialog = LineDialog(
            self.tr("Save filter"),
            self.tr("&Name"),
            hint=self.tr("A filter of the same name is replaced."),
            text=self._text,
            may_be_empty=False,
            parent=self.window(),
        )
        dialog.answered.connect(self.save)
        dialog.open()

    def _popup(self) -> None:
        self.menu_now().popup(self.mapToGlobal(self.rect().bottomLeft()))

"""The choice of the server that a submission goes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QStandardItemModel
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import icons
from ivk_desktop.ui.form.combo import QuietCombo


class Target(NamedTuple):
    """A server that can be chosen."""

    server_id: ServerId
    name: str
    is_there: bool = True
    """Whether it is connected."""


class ServerPick(QuietCombo):
    """Least busy, or a server by name; hidden while there is only one."""

    elided = Qt.TextElideMode.ElideMiddle  # servers of one computer differ by their port alone

    picked = Signal(object)
    """A ``ServerId``; ``None`` is the least busy one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Target, ...] = ()
        self._has_icons = True
        self.setAccessibleName(self.tr("Server"))
        self.activated.connect(self._activated)
        self.hide()

    def show_targets(self, targets: Sequence[Target], chosen: ServerId | None) -> None:
        """Offer servers; ``chosen`` is the one that is set, ``None`` the least busy one."""
        if self.view().isVisible():
            return  # it would change under the pointer; the next refresh has it
        if tuple(targets) != self._shown:
            self._shown = tuple(targets)
            self._fill()
        row = next((n for n, one in enumerate(targets, 1) if one.server_id == chosen), -1)
        self.setCurrentIndex(0 if chosen is None else row)
        self.setToolTip(self.tr("Runs on: {server}").format(server=self.currentText()))
        self.setVisible(len(targets) > 1)

    def set_icons(self, has_icons: bool) -> None:
        """In a narrow column the icons leave their place to the names."""
        if has_icons != self._has_icons:
            self._has_icons, chosen = has_icons, self.currentIndex()
            self._fill()
            self.setCurrentIndex(chosen)

    def _icon(self, name: str) -> QIcon:
        return icons.icon(name, "text2") if self._has_icons else QIcon()

    def _fill(self) -> None:
        self.clear()
        self.addItem(self._icon("gauge"), self.tr("Least busy"))
        tip = self.tr("The server that has all that is needed and is through first")
        self.setItemData(0, tip, Qt.ItemDataRole.ToolTipRole)
        model = self.model()
        for row, target in enumerate(self._shown, 1):
            icon = self._icon("server" if target.is_there else "link-2-off")
            self.addItem(icon, target.name, target.server_id)
            if isinstance(model, QStandardItemModel):
                model.item(row).setEnabled(target.is_there)

    def _activated(self, row: int) -> None:
        self.picked.emit(self.itemData(row))

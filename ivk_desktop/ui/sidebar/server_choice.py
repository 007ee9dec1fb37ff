"""Whose lists the sidebar shows, where there is more than one server."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import icons
from ivk_desktop.ui.form.combo import QuietCombo


class ServerChoice(QuietCombo):
    """The connected servers by name; hidden while there is only one."""

    chosen = Signal(object)
    """The ``ServerId`` that a person has chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Server whose lists are shown"))
        self.activated.connect(self._activated)
        self.hide()

    def show_servers(
        self, servers: Sequence[tuple[ServerId, str]], current: ServerId | None
    ) -> None:
        """Offer servers, in this order."""
        known = [(self.itemData(row), self.itemText(row)) for row in range(self.count())]
        if known != list(servers):
            self.clear()
            for server_id, name in servers:
                self.addItem(icons.icon("server", "text2"), name, server_id)
        self.setCurrentIndex(self.findData(current))
        tip = self.tr("Boards, models and workflows of {server}")
        self.setToolTip(tip.format(server=self.currentText()))
        self.setVisible(len(servers) > 1)

    def _activated(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))

"""One line that offers the server which runs on this computer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ivk_desktop.domain.address import normalized_url
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel


class FoundHere(QFrame):
    """Says what was found; its button gives the address to whoever wants it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = self._typed = ""
        self._text = QLabel(wordWrap=True)
        self._use = QPushButton(self.tr("Use it"))
        self._use.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(IconLabel("circle-check", "completed"))
        row.addWidget(self._text, 1)
        row.addWidget(self._use)

    def show_server(self, url: str, text: str) -> None:
        """Show what answers at ``url``."""
        self._url = url
        self._text.setText(text)
        self.set_address(self._typed)

    def set_address(self, typed: str) -> None:
        """Offer nothing that stands in the address field already."""
        self._typed = typed
        try:
            there = normalized_url(typed) == self._url
        except DomainError:
            there = False
        self._use.setVisible(not there)

    def _choose(self) -> None:
        self.chosen.emit(self._url)

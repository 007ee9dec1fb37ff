"""Asks for the name of a preset."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ivk_desktop.domain.presets import LONGEST_NAME, clean_name
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

WIDTH_PX = 360


class PresetNameDialog(QDialog):
    """One line of text; to be opened with ``open``.

    Args:
        title: what the dialog is for.
        button: the word on the button that takes the name.
        is_taken: whether a name belongs to another preset.
        name: what stands there at first.
    """

    named = Signal(str)
    """A name that is free and not empty."""

    def __init__(
        self, title: str, button: str, is_taken: Callable[[str], bool], name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._is_taken = is_taken
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self.line = QLineEdit(name, self)
        self.line.setMaxLength(LONGEST_NAME)
        self.line.selectAll()
        label = QLabel(self.tr("&Name"), self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(self.tr("Name"))
        self.message = QLabel(self)
        self.message.setProperty("role", "caption")
        self.message.setProperty("tone", "failed")
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel, self)
        self.ok = self.buttons.button(roles.Ok)
        self.ok.setText(button)
        self.ok.setProperty("variant", "primary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.S)
        for part in (label, self.line, self.message, self.buttons):
            rows.addWidget(part)
        self.line.textChanged.connect(self._typed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._typed()

    def _typed(self) -> None:
        name = clean_name(self.line.text())
        taken = bool(name) and self._is_taken(name)
        words = self.tr("There is a preset of this name already.")
        self.message.setText(words if taken else "")
        self.ok.setEnabled(bool(name) and not taken)

    def accept(self) -> None:
        if self.ok.isEnabled():
            self.named.emit(clean_name(self.line.text()))
            super().accept()

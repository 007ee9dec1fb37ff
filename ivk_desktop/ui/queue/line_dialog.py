"""Asks for one line of text: the filter of a column, or the name of a saved filter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.actions import without_mnemonic
from ivk_desktop.ui.tokens import Space

WIDTH_PX = 360


class LineDialog(QDialog):
    """To be opened with ``open``; ``answered`` follows, or nothing.

    Args:
        title: what the dialog is for.
        label: what the line is, with its mnemonic.
        hint: more words below it; may be empty.
        text: what stands there at first.
        may_be_empty: whether no text is an answer too.
        parent: the panel.
    """

    answered = Signal(str)

    def __init__(
        self,
        title: str,
        label: str,
        *,
        hint: str,
        text: str,
        may_be_empty: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._may_be_empty = may_be_empty
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self.line = QLineEdit(text, self)
        self.line.setMaxLength(200)
        self.line.selectAll()
        self.line.setAccessibleName(without_mnemonic(label))
        name = QLabel(label, self)
        name.setBuddy(self.line)
        words = QLabel(hint, self, wordWrap=True)
        words.setProperty("role", "caption")
        words.setVisible(bool(hint))
        roles = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(roles.Ok | roles.Cancel, self)
        self._ok = self.buttons.button(roles.Ok)
        self._ok.setProperty("variant", "primary")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.S)
        for part in (name, self.line, words, self.buttons):
            rows.addWidget(part)
        self.line.textChanged.connect(self._typed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._typed()

    def _typed(self) -> None:
        self._ok.setEnabled(self._may_be_empty or bool(self.line.text().strip()))

    def accept(self) -> None:
        if self._ok.isEnabled():
            self.answered.emit(self.line.text().strip())
            super().accept()

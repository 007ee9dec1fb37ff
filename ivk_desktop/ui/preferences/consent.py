"""Asks whether a command may be run, and shows all of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import fonts, theme
from ivk_desktop.ui.tokens import Space


class CommandConsent(QDialog):
    """Shows a command in full; not to allow it is the default."""

    def __init__(self, command: str, allow: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Run this command?"))
        self.setMinimumWidth(theme.px(520))
        question = QLabel(
            self.tr(
                "Each time when all work is done, this command runs with your rights,"
                " as if you had typed it. Allow it only if you know what it does."
            ),
            wordWrap=True,
        )
        self.text = QPlainTextEdit(command, readOnly=True)
        self.text.setFont(fonts.fixed(theme.px(12)))
        self.text.setAccessibleName(self.tr("Command"))
        self.text.setTabChangesFocus(True)
        self.allow = QPushButton(self.tr("Allow"))
        self.refuse = QPushButton(self.tr("Do not allow"))
        self.allow.setAutoDefault(False)
        self.refuse.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.allow)
        buttons.addWidget(self.refuse)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(question)
        rows.addWidget(self.text, 1)
        rows.addLayout(buttons)
        self.refuse.setFocus()
        self.resize(theme.px(520), theme.px(230))
        self.allow.clicked.connect(allow)
        self.allow.clicked.connect(self.accept)
        self.refuse.clicked.connect(self.reject)

"""What a job has written, to be read and copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.ui import fonts, icons, theme
from ivk_desktop.ui.tokens import Space


class LogPage(QWidget):
    """The lines of one log; it follows the newest while nobody has scrolled up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setFont(fonts.fixed(theme.px(11)))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy = QPushButton(icons.icon("copy", "text"), self.tr("Copy log"))
        self.copy.clicked.connect(self.copy_all)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        rows.addLayout(line)
        rows.addWidget(self.text, 1)

    def show_text(self, text: str) -> None:
        """Show these lines."""
        if text == self.text.toPlainText():
            return
        bar = self.text.verticalScrollBar()
        follows = bar.value() >= bar.maximum()
        self.text.setPlainText(text)
        if follows:
            bar.setValue(bar.maximum())

    def copy_all(self) -> None:
        """Put all lines on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

"""A report to be read before it is copied."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import icons, theme

WIDTH_PX: Final = 640
HEIGHT_PX: Final = 480


class ReportDialog(QDialog):
    """Shows what would be copied; nothing is sent anywhere. Deleted once it is closed."""

    def __init__(self, title: str, words: str, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        lead = QLabel(words)
        lead.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("The report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = buttons.addButton(
            self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.setIcon(icons.icon("copy"))
        self.copy_button.clicked.connect(self._copy)
        rows = QVBoxLayout(self)
        for part in (lead, self.text, buttons):
            rows.addWidget(part)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

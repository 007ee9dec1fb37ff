"""A text to read that may be longer than the screen is high."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ivk_desktop.ui import theme

WIDTH_PX: Final = 460
HEIGHT_PX: Final = 640
GUIDE_PX: Final = 680


class TextDialog(QDialog):
    """Shows a rich text that scrolls; modal, deleted once it is closed."""

    def __init__(self, title: str, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.finished.connect(self.deleteLater)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text, 1)
        rows.addWidget(buttons)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))


class GuideWindow(QDialog):
    """Shows a document in Markdown beside the window; deleted once it is closed."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.finished.connect(self.deleteLater)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setOpenExternalLinks(True)
        self.text.setMarkdown(markdown)
        rows = QVBoxLayout(self)
        rows.addWidget(self.text)
        self.resize(theme.px(GUIDE_PX), theme.px(HEIGHT_PX))

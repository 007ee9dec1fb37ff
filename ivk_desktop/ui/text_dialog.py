"""A text to read that may be longer than the screen is high."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ivk_desktop.ui import theme

HEIGHT_PX: Final = 640
GUIDE_PX: Final = 680


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

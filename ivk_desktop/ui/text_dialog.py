"""A text to read that may be longer than the screen is high."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

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
        _spread(self.text.document())
        rows = QVBoxLayout(self)
        rows.addWidget(self.text)
        self.resize(theme.px(GUIDE_PX), theme.px(HEIGHT_PX))


def _spread(document: QTextDocument) -> None:
    """Put room between paragraphs, more above headings: Markdown comes without any."""
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            shape = block.blockFormat()
            shape.setTopMargin(Space.L if shape.headingLevel() else Space.XS)
            shape.setBottomMargin(Space.XS)
            cursor.setBlockFormat(shape)
        block = block.next()

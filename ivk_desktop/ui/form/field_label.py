"""The label of a field: it elides its text, and a click on it goes to the editor."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class FieldLabel(QLabel):
    """One line of plain text, only as wide as it needs; the tool tip has what does not fit.

    A buddy turns a single ``&`` of a label into a shortcut: an author's text must not.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show a text; line breaks become spaces."""
        self._full = " ".join(text.split())
        super().setText(self._full.replace("&", "&&"))
        self.setAccessibleName(self._full)
        self._tip()

    def full_text(self) -> str:
        """The text, elided or not."""
        return self._full

    def _tip(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._full) <= self.width()
        self.setToolTip("" if fits else self._full)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 2, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._tip()
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (buddy := self.buddy()) and buddy.isEnabled():
            buddy.setFocus(Qt.FocusReason.ShortcutFocusReason)
        super().mousePressEvent(event)

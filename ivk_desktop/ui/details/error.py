"""Why an item failed: type, message, and the traceback, folded."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.jobs import JobError
from ivk_desktop.ui import fonts, icons, theme
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space

MOST_SHOWN: Final = 100_000
"""Characters of a traceback: more would stall the window, and its end tells the most."""


MOST_MESSAGE: Final = 1000


class ErrorPage(QWidget):
    """One error; copying gives all of it, however much is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = JobError("", "")
        self._traceback = ""
        self.type = QLabel(wordWrap=True)
        self.message = QLabel(wordWrap=True)
        self.fold = QPushButton()
        self.copy = QPushButton(icons.icon("copy", "text"), self.tr("Copy error"))
        self.left_out = QLabel(wordWrap=True)
        self.text = QPlainTextEdit(readOnly=True)
        self._build()
        self.fold.toggled.connect(self._unfold)
        self.copy.clicked.connect(self.copy_all)

    def show_error(self, error: JobError, traceback: str) -> None:
        """Show another error; its traceback stays folded or unfolded as it was."""
        if (error, traceback) == (self._error, self._traceback):
            return
        self._error, self._traceback = error, traceback
        self.type.setText(error.type)
        self.type.setVisible(bool(error.type))
        self.message.setText(error.message[:MOST_MESSAGE])
        self.text.clear()
        self.fold.setVisible(bool(traceback))
        self._unfold(self.fold.isChecked())

    def copy_all(self) -> None:
        """Copy type, message and the whole traceback."""
        head = f"{self._error.type}: {self._error.message}"
        QGuiApplication.clipboard().setText("\n\n".join(filter(None, (head, self._traceback))))

    def _unfold(self, unfolded: bool) -> None:
        shown = unfolded and bool(self._traceback)
        if shown and not self.text.toPlainText():
            self.text.setPlainText(self._traceback[-MOST_SHOWN:])
            self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        cut = max(0, len(self._traceback) - MOST_SHOWN)
        words = self.tr("The first {count} characters are left out here; Copy error has them.")
        self.left_out.setText(words.format(count=count_text(cut)))
        self.left_out.setVisible(shown and cut > 0)
        self.text.setVisible(shown)
        self._rest.setVisible(not shown)
        self.fold.setIcon(icons.icon("chevron-down" if shown else "chevron-right", "text"))

    def _build(self) -> None:
        self.type.setProperty("role", "strong")
        self.type.setProperty("tone", "failed")
        self.left_out.setProperty("role", "caption")
        for label in (self.type, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.fold.setText(self.tr("Traceback"))
        self.fold.setCheckable(True)
        self.fold.setProperty("variant", "quiet")
        self.text.setAccessibleName(self.tr("Traceback"))
        self.text.setFont(fonts.fixed(theme.px(11)))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rest = QWidget()
        line = QHBoxLayout()
        line.addWidget(self.fold)
        line.addStretch(1)
        line.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        for widget in (self.type, self.message):
            rows.addWidget(widget)
        rows.addLayout(line)
        rows.addWidget(self.left_out)
        rows.addWidget(self.text, 1)
        rows.addWidget(self._rest, 1)
        self._unfold(False)

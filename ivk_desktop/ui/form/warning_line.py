"""The line above a form that tells what was wrong with its document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton, IconLabel

MOST_SHOWN: Final = 50
"""So many warnings are shown at most: a form stands below them."""


class WarningLine(QFrame):
    """Says the first warning and how many more there are; a click shows all of them."""

    def __init__(self, warnings: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("variant", "warning")
        self._texts = [problem_text(problem) for problem in warnings]
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.more = QPushButton(self)
        self.more.setProperty("variant", "link")
        self.more.setCheckable(True)
        self.more.setVisible(len(self._texts) > 1)
        self.more.toggled.connect(self._show_words)
        dismiss = IconButton("x", self.tr("Dismiss"), self)
        dismiss.clicked.connect(self.hide)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        line.addWidget(IconLabel("triangle-alert", "warning", self), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        line.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self._show_words()

    def _show_words(self) -> None:
        unfolded = self.more.isChecked()
        shown = self._texts[: MOST_SHOWN if unfolded else 1]
        left = len(self._texts) - len(shown)
        if unfolded and left:
            shown.append(self.tr("and {count} more").format(count=left))
        self.words.setText("\n".join(shown))
        more = self.tr("And {count} more").format(count=len(self._texts) - 1)
        self.more.setText(self.tr("Show less") if unfolded else more)

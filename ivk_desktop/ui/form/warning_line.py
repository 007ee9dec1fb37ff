"""The line above a form that tells what was wrong with its document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton, IconLabel


class WarningLine(QFrame):
    """Says the first warning and how many more there are; the tool tip has them all."""

    def __init__(self, warnings: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("variant", "warning")
        texts = [problem_text(problem) for problem in warnings]
        shown = texts[0]
        if len(texts) > 1:
            shown = self.tr("{first} And {count} more.").format(first=shown, count=len(texts) - 1)
        self.words = QLabel(shown, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.setToolTip("\n".join(texts[:20]))
        dismiss = IconButton("x", self.tr("Dismiss"), self)
        dismiss.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        line.addWidget(IconLabel("triangle-alert", "warning", self))
        line.addWidget(self.words, 1)
        line.addWidget(dismiss)

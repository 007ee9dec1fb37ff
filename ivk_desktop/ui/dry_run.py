"""The exact request that a submission would send, to be looked at and copied."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.calls import HttpCall, as_curl, as_json, as_python
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.ui import fonts, theme
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.invoke_menu import CURL, JSON, PYTHON
from ivk_desktop.ui.json_tree import JsonTree
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Chip

MOST_CHARACTERS: Final = 2_000_000
"""A longer request is shown as a tree alone; copying gives all of it."""


def request_text(calls: Sequence[HttpCall], kind: str) -> str:
    """A request as it is copied."""
    return {CURL: as_curl, PYTHON: as_python, JSON: as_json}[kind](calls)


class DryRunWindow(QWidget):
    """A window of its own: nothing was sent. It can stay open beside the work."""

    def __init__(
        self, request: SubmitRequest, calls: Sequence[HttpCall], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        self.setWindowTitle(self.tr("Dry run: {workflow}").format(workflow=request.title))
        self._calls = tuple(calls)
        payloads = [part.payload for part in request.parts]
        self._data: Any = payloads[0] if len(payloads) == 1 else payloads
        self.tree = JsonTree(self)
        self.tree.setAccessibleName(self.tr("Request"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFont(fonts.fixed(theme.px(12)))
        self.text.setAccessibleName(self.tr("Request as text"))
        self._pages = QStackedWidget(self)
        self._build(request)
        self.tree.show_data(self._data)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)
        self.resize(theme.px(720), theme.px(640))

    def _build(self, request: SubmitRequest) -> None:
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.text)
        head = QLabel(self._heading(request), self)
        head.setWordWrap(True)
        self.as_text = Chip(self.tr("As text"), "text", parent=self)
        self.as_text.toggled.connect(self._show_text)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.as_text)
        line.addStretch()
        self.copies: dict[str, QPushButton] = {}
        words = {
            CURL: self.tr("Copy as curl"),
            PYTHON: self.tr("Copy as Python"),
            JSON: self.tr("Copy as JSON"),
        }
        for kind, word in words.items():
            self.copies[kind] = self._copy_button(kind, word)
            line.addWidget(self.copies[kind])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(head)
        rows.addWidget(self._pages, 1)
        rows.addLayout(line)

    def _copy_button(self, kind: str, word: str) -> QPushButton:
        button = QPushButton(icon("copy", "text"), word, self)
        button.setEnabled(bool(self._calls))
        button.setToolTip(self.tr("With $IVK_TOKEN in place of a token"))

        def copy() -> None:
            QGuiApplication.clipboard().setText(request_text(self._calls, kind))

        button.clicked.connect(copy)
        return button

    def _heading(self, request: SubmitRequest) -> str:
        word = self.tr("1 item") if request.total == 1 else self.tr("{count} items")
        items = word.format(count=count_text(request.total))
        if len(request.parts) > 1:
            batches = count_text(len(request.parts))
            text = self.tr("Nothing was sent. This would make {items} in {batches} batches.")
            return text.format(items=items, batches=batches)
        return self.tr("Nothing was sent. This would make {items}.").format(items=items)

    def _show_text(self, shown: bool) -> None:
        if shown and not self.text.toPlainText():
            text = json.dumps(self._data, indent=2, ensure_ascii=False)
            self.text.setPlainText(text[:MOST_CHARACTERS])
        self._pages.setCurrentIndex(int(shown))

"""What differs between pictures that are compared: facts first, then all that was kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.json_differences import MOST_DIFFERENCES
from ivk_desktop.ui import theme
from ivk_desktop.ui.details import tables
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import Chip

Row = tuple[str, tuple[str, ...]]
"""What it is, and the value of each picture."""
SHOWN_CHARS: Final = 300
LETTER_PX: Final = 32
NOTHING: Final = "-"
"""Where a picture has no such value."""
TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class ValuesTable(QTableWidget):
    """A table whose selected rows can be copied."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or walk."""
        if not tables.copied(self, event):
            super().keyPressEvent(event)


class DifferenceTable(QWidget):
    """For each thing that differs its name, and below it a line for each picture by its letter.

    So there is room for prompts, however narrow it is and however many are compared.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: Sequence[str] = ""
        self._facts: tuple[Row, ...] = ()
        self._raw: tuple[Row, ...] = ()
        self.table = ValuesTable(0, 2)
        self.told = QLabel(wordWrap=True)
        self.told.setProperty("tone", "text2")
        self.whole = Chip(self.tr("All raw data"), "list")
        self._build()
        self.whole.toggled.connect(self._fill)

    def show_rows(self, letters: Sequence[str], facts: Sequence[Row], raw: Sequence[Row]) -> None:
        """Show what differs between pictures that are called ``letters``."""
        shown = (letters, tuple(facts), tuple(raw))
        if shown != (self._letters, self._facts, self._raw):
            self._letters, self._facts, self._raw = shown
            self._fill()

    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return (*self._facts, *(self._raw if self.whole.isChecked() else ()))

    def _fill(self) -> None:
        self.told.setText(self._words())
        self.told.setToolTip(self.told.text())
        rows, lines = self.rows(), 1 + len(self._letters)
        self.table.clearSpans()
        self.table.setRowCount(len(rows) * lines)
        for number, (name, values) in enumerate(rows):
            first = number * lines
            self.table.setSpan(first, 0, 1, 2)
            self._set(first, 0, name, role="strong")
            for place, value in enumerate(values):
                self._set(first + 1 + place, 0, self._letters[place])
                self._set(first + 1 + place, 1, value or NOTHING)
        self._fit_rows()

    def _fit_rows(self, *_: object) -> None:
        """Give values the lines that they need; names have one."""
        lines = 1 + len(self._letters)
        for row in range(self.table.rowCount()):
            if row % lines:
                self.table.resizeRowToContents(row)
            else:
                self.table.setRowHeight(row, theme.px(Height.ROW))

    def _words(self) -> str:
        if not self._facts and not self._raw:
            return self.tr("They were made with the same values.")
        count = len(self._raw)
        more = "+" if count >= MOST_DIFFERENCES else ""
        words = self.tr("{facts} facts differ, {values} values of the raw data.")
        return words.format(facts=count_text(len(self._facts)), values=count_text(count) + more)

    def _set(self, row: int, column: int, text: str, role: str = "body") -> None:
        item = QTableWidgetItem(text[:SHOWN_CHARS])
        item.setTextAlignment(TOP_LEFT)
        item.setData(tables.COPY_ROLE, text)
        item.setToolTip(text[:1000])
        item.setFont(theme.theme().font(role))
        self.table.setItem(row, column, item)

    def _build(self) -> None:
        tables.dress(self.table)
        self.table.setItemDelegate(tables.TextDelegate(self.table))
        self.table.setAccessibleName(self.tr("What differs between the pictures"))
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_rows)
        header.sectionResized.connect(self._fitting.start)
        self.table.setColumnWidth(0, theme.px(LETTER_PX))
        head = QVBoxLayout()
        head.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        head.setSpacing(Space.S)
        head.addWidget(self.told)
        head.addWidget(self.whole)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)

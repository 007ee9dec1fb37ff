"""What differs between pictures that are compared: facts first, then all that was kept of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
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
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Chip

Row = tuple[str, tuple[str, ...]]
"""What it is, and the value of each picture."""
SHOWN_CHARS = 300
TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class FactsTable(QTableWidget):
    """A table whose selected rows can be copied."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or walk."""
        if not tables.copied(self, event):
            super().keyPressEvent(event)


class DifferenceTable(QWidget):
    """A row for each thing that differs, a column for each picture under its letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Row, ...] = ()
        self._raw: tuple[Row, ...] = ()
        self.table = FactsTable(0, 1)
        self.told = QLabel(wordWrap=True)
        self.told.setProperty("tone", "text2")
        self.whole = Chip(self.tr("All raw data"), "list")
        self._build()
        self.whole.toggled.connect(self._fill)

    def show_rows(self, letters: Sequence[str], facts: Sequence[Row], raw: Sequence[Row]) -> None:
        """Show what differs; the columns are called ``letters``."""
        self._facts, self._raw = tuple(facts), tuple(raw)
        self.table.setColumnCount(1 + len(letters))
        self.table.setHorizontalHeaderLabels([self.tr("Differs"), *letters])
        self._fill()

    def texts(self) -> list[tuple[str, ...]]:
        """What is shown, row by row."""
        columns = range(self.table.columnCount())
        rows = range(self.table.rowCount())
        cells = [[self.table.item(row, column) for column in columns] for row in rows]
        return [tuple(cell.text() if cell else "" for cell in row) for row in cells]

    def _fill(self) -> None:
        rows = (*self._facts, *(self._raw if self.whole.isChecked() else ()))
        self.told.setText(self._words())
        self.table.setRowCount(len(rows))
        for number, (name, values) in enumerate(rows):
            self._set(number, 0, name, strong=number < len(self._facts))
            for column, value in enumerate(values):
                self._set(number, column + 1, value)
        self.table.resizeRowsToContents()

    def _words(self) -> str:
        if not self._facts and not self._raw:
            return self.tr("They were made with the same values.")
        count = len(self._raw)
        more = "+" if count >= MOST_DIFFERENCES else ""
        words = self.tr("{facts} facts differ, {values} values of the raw data.")
        return words.format(facts=count_text(len(self._facts)), values=count_text(count) + more)

    def _set(self, row: int, column: int, text: str, *, strong: bool = False) -> None:
        item = QTableWidgetItem(text[:SHOWN_CHARS])
        item.setTextAlignment(TOP_LEFT)
        item.setData(tables.COPY_ROLE, text)
        item.setToolTip(text[:1000])
        if strong:
            item.setFont(theme.theme().font("strong"))
        self.table.setItem(row, column, item)

    def _build(self) -> None:
        tables.dress(self.table)
        self.table.setItemDelegate(tables.TextDelegate(self.table))
        self.table.setAccessibleName(self.tr("What differs between the pictures"))
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        line = QVBoxLayout()
        line.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        line.setSpacing(Space.S)
        line.addWidget(self.told)
        line.addWidget(self.whole)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self.table, 1)

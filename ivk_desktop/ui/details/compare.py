"""What differs between the inputs of two items."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.differences import InputPair, input_pairs
from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import JobKey, Unset
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import theme
from ivk_desktop.ui.details import tables
from ivk_desktop.ui.details.inputs import TOP_LEFT, shown_value
from ivk_desktop.ui.details.view import DetailsSession
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Chip

WIDTH_PX: Final = 760
HEIGHT_PX: Final = 440
Item = tuple[DetailsSession, JobKey]


class CompareWindow(QWidget):
    """A window of its own: a row for each input, the values of both items beside each other.

    Args:
        items: the two, each with its session.
        context_of: what values of a server's forms are told with.
        parent: the main window.
        stands_for: how many items were chosen on each side, where it was a group.
    """

    def __init__(
        self,
        items: tuple[Item, Item],
        context_of: Callable[[ServerId], FormContext],
        parent: QWidget | None = None,
        *,
        stands_for: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._items = items
        self._stands_for = stands_for
        self._context_of = context_of
        self._pairs: list[InputPair] = []
        self.table = QTableWidget(0, 3)
        self.panel = Panel(self.table)
        self.message = QLabel(wordWrap=True)
        self.all = Chip(self.tr("Also what is the same"), "list")
        self._build()
        for session, key in items:
            session.records.ready.connect(self._came)
            session.records.failed.connect(self._came)
            session.records.want(key)
        self._show()

    def texts(self) -> list[tuple[str, ...]]:
        """What is shown, row by row."""
        rows = range(self.table.rowCount())
        cells = [[self.table.item(row, column) for column in range(3)] for row in rows]
        return [tuple(cell.text() if cell else "" for cell in row) for row in cells]

    # --- showing -------------------------------------------------------------------------
    def _came(self, key: JobKey) -> None:
        if key in (self._items[0][1], self._items[1][1]):
            self._show()

    def _show(self) -> None:
        records = [session.records.record(key) for session, key in self._items]
        problems = [session.records.problem(key) for session, key in self._items]
        left, right = records
        if left is None or right is None:
            problem = next((one for one in problems if one is not None), None)
            if problem is not None:
                self.panel.show_error(problem, retry=self._retry)
            else:
                self.panel.show_loading()
        elif left.form is None or right.form is None:
            self.panel.show_empty(self.tr("One of these items has no inputs that can be read."))
        else:
            self._pairs = input_pairs(left.form, right.form)
            self._fill()

    def _retry(self) -> None:
        self.panel.show_loading()
        for session, key in self._items:
            session.records.want(key)

    def _fill(self) -> None:
        differing = [pair for pair in self._pairs if pair.differs]
        shown = self._pairs if self.all.isChecked() else differing
        words = self.tr("{count} of {total} inputs differ.")
        self.message.setText(
            words.format(count=len(differing), total=len(self._pairs))
            if differing
            else self.tr("All inputs are the same.")
        )
        self.table.setRowCount(len(shown))
        for row, pair in enumerate(shown):
            self._set(row, 0, pair.title, pair.title, strong=pair.differs)
            for side in (0, 1):
                text, whole = self._value(side, pair.specs[side], pair.values[side])
                self._set(row, side + 1, text, whole, strong=False)
        self.table.resizeRowsToContents()
        self.panel.show_content()

    def _value(self, side: int, spec: FieldSpec | None, value: Value | Unset) -> tuple[str, str]:
        if spec is None:
            text = self.tr("No such input")
            return text, text
        return shown_value(spec, value, self._context_of(self._items[side][0].server_id))

    def _set(self, row: int, column: int, text: str, whole: str, *, strong: bool) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(TOP_LEFT)
        item.setData(tables.COPY_ROLE, whole)
        item.setToolTip(text[:1000])
        if strong:
            item.setFont(theme.theme().font("strong"))
        self.table.setItem(row, column, item)

    # --- construction --------------------------------------------------------------------
    def _name(self, key: JobKey, total: int) -> str:
        """What an item is called; of a group that was chosen, that it stands for the others."""
        if total == 1:
            return self.tr("Item {id}").format(id=key.job_id)
        return self.tr("Item {id}, one of {count}").format(id=key.job_id, count=count_text(total))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        names = [
            self._name(key, total)
            for (_, key), total in zip(self._items, self._stands_for, strict=True)
        ]
        if self._items[0][0] is not self._items[1][0]:
            names = [f"{n}, {one[0].name}" for n, one in zip(names, self._items, strict=True)]
        self.setWindowTitle(
            self.tr("Compare {left} with {right}").format(left=names[0], right=names[1])
        )
        tables.dress(self.table)
        self.table.setItemDelegate(tables.TextDelegate(self.table))
        self.table.setAccessibleName(self.tr("Inputs of both items"))
        self.table.setHorizontalHeaderLabels([self.tr("Input"), *names])
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.all.toggled.connect(self._show)
        line = QHBoxLayout()
        line.addWidget(self.message, 1)
        line.addWidget(self.all)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(line)
        rows.addWidget(self.panel, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))

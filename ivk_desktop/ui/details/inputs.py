"""The inputs of an item, as the form shows them: the author's labels, order and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ivk_desktop.domain.form import (
    FieldElement,
    FieldKind,
    FieldSpec,
    Form,
    Heading,
    Value,
    walk,
)
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.ui import theme
from ivk_desktop.ui.details import tables
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.value_text import value_text

LONGEST: Final = 4000
"""Characters of a value that are shown; all of it is copied."""
TOP_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

Row = tuple[str, str, str]
"""A label, a value as it is shown, and all of it; a heading has no value."""


def shown_value(spec: FieldSpec, value: Value | Unset, context: FormContext) -> tuple[str, str]:
    """A value as it is shown, and all of it: a text keeps its lines."""
    if spec.kind is FieldKind.STRING and isinstance(value, str) and value:
        return value[:LONGEST] + ("…" if len(value) > LONGEST else ""), value
    text = value_text(spec, value, context)
    return text, text


class InputTable(QTableWidget):
    """Two columns, a row for each field; headings stand over both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        tables.dress(self)
        self.setItemDelegate(tables.TextDelegate(self))
        self.setAccessibleName(self.tr("Inputs"))
        self.setHorizontalHeaderLabels([self.tr("Input"), self.tr("Value")])
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.hide()

    def show_form(self, form: Form, context: FormContext) -> None:
        """Show what a form is filled with."""
        self._show(list(self._rows_of(form, context)))

    def show_plain(self, inputs: Sequence[tuple[str, str]]) -> None:
        """Show what is known of an item without a form."""
        self._show([(label, value, value) for label, value in inputs])

    def texts(self) -> list[tuple[str, str]]:
        """What is shown, row by row."""
        rows = range(self.rowCount())
        return [(self._text(row, 0), self._text(row, 1)) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not tables.copied(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, min(theme.px(180), self.viewport().width() * 2 // 5))
        self.resizeRowsToContents()

    def _rows_of(self, form: Form, context: FormContext) -> Iterator[Row]:
        fields = form.spec.fields
        for element in walk(form.spec.root):
            if isinstance(element, Heading):
                yield element.text, "", ""
            elif isinstance(element, FieldElement) and element.field_id in fields:
                spec = fields[element.field_id]
                if spec.connected:
                    fed = self.tr("Fed by a connection")
                    yield spec.title, fed, fed
                else:
                    yield spec.title, *shown_value(spec, form.value(spec.id), context)

    def _show(self, rows: list[Row]) -> None:
        self.clearSpans()
        self.setRowCount(len(rows))
        for number, (label, value, whole) in enumerate(rows):
            if not whole:
                self.setSpan(number, 0, 1, 2)
            self._set(number, 0, label, label, is_heading=not whole)
            self._set(number, 1, value, whole)
        self.resizeRowsToContents()

    def _set(
        self, row: int, column: int, text: str, whole: str, *, is_heading: bool = False
    ) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(TOP_LEFT)
        item.setData(tables.COPY_ROLE, whole)
        if is_heading:
            font = QFont(theme.theme().font("strong"))
            item.setFont(font)
        elif column == 0:
            item.setForeground(QBrush(theme.color("text2")))
            item.setToolTip(text)
        self.setItem(row, column, item)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

"""The inputs of an item, as the form shows them: the author's labels, order and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
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
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import theme
from ivk_desktop.ui.details import tables
from ivk_desktop.ui.details.input_pictures import pictures_of, strip_of
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.value_text import value_text

LONGEST: Final = 4000
"""Characters of a value that are shown; all of it is copied."""
TOP_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Row(NamedTuple):
    """A label, a value as it is shown, and all of it; a heading has no value."""

    label: str
    value: str = ""
    whole: str = ""
    pictures: tuple[MediaRef, ...] = ()


def shown_value(spec: FieldSpec, value: Value | Unset, context: FormContext) -> tuple[str, str]:
    """A value as it is shown, and all of it: a text keeps its lines."""
    if spec.kind is FieldKind.STRING and isinstance(value, str) and value:
        return value[:LONGEST] + ("…" if len(value) > LONGEST else ""), value
    text = value_text(spec, value, context)
    return text, text


class InputTable(QTableWidget):
    """Two columns, a row for each field; headings stand over both."""

    picture_requested = Signal(object)
    """The ``MediaRef`` of an input that is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self._context: FormContext | None = None
        self._pictures: dict[int, tuple[MediaRef, ...]] = {}
        tables.dress(self)
        self.setItemDelegate(tables.TextDelegate(self))
        self.setAccessibleName(self.tr("Inputs"))
        self.setHorizontalHeaderLabels([self.tr("Input"), self.tr("Value")])
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.hide()
        self.cellActivated.connect(self._activated)

    def show_form(self, form: Form, context: FormContext) -> None:
        """Show what a form is filled with."""
        self._listen(context)
        self._show(list(self._rows_of(form, context)))

    def show_plain(self, inputs: Sequence[tuple[str, str]]) -> None:
        """Show what is known of an item without a form."""
        self._listen(None)
        self._show([Row(label, value, value) for label, value in inputs])

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
                yield Row(element.text)
            elif isinstance(element, FieldElement) and element.field_id in fields:
                spec = fields[element.field_id]
                if spec.connected:
                    fed = self.tr("Fed by a connection")
                    yield Row(spec.title, fed, fed)
                    continue
                value = form.value(spec.id)
                pictures = pictures_of(spec, value, context.server_id)
                yield Row(spec.title, *shown_value(spec, value, context), pictures)

    def _show(self, rows: list[Row]) -> None:
        self.clearSpans()
        self.setRowCount(len(rows))
        self._pictures = {n: row.pictures for n, row in enumerate(rows) if row.pictures}
        for number, row in enumerate(rows):
            if not row.whole:
                self.setSpan(number, 0, 1, 2)
            self._set(number, 0, row.label, row.label, is_heading=not row.whole)
            self._set(number, 1, row.value, row.whole)
        for number in self._pictures:
            self._draw(number)
        self.resizeRowsToContents()

    def _listen(self, context: FormContext | None) -> None:
        if context is self._context:
            return
        if self._context is not None:
            self._context.thumbnail_ready.disconnect(self._thumbnail_came)
        self._context = context
        if context is not None:
            context.thumbnail_ready.connect(self._thumbnail_came)

    def _thumbnail_came(self, ref: MediaRef) -> None:
        for number, refs in self._pictures.items():
            if ref in refs:
                self._draw(number)

    def _draw(self, number: int) -> None:
        item, context = self.item(number, 1), self._context
        if item is not None and context is not None:
            strip = strip_of(self._pictures[number], context, self.devicePixelRatioF())
            item.setData(Qt.ItemDataRole.DecorationRole, strip)

    def _activated(self, row: int, _column: int) -> None:
        if row in self._pictures:
            self.picture_requested.emit(self._pictures[row][0])

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

"""The author's tree of elements as layouts: columns, rows, headings, texts, dividers, fields.

A column in a column needs no layout of its own, and a row of one is no row: hostile depth thereby
costs nothing, and what is left of it is drawn as a column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain.form import (
    Container,
    Divider,
    Element,
    FieldElement,
    Heading,
    Layout,
    Text,
    walk,
)
from ivk_desktop.ui.form.links import text_label
from ivk_desktop.ui.form.row_scroll import RowScroll
from ivk_desktop.ui.theme import px
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Divider as Line

PART_PX: Final = 128
"""A part of a row is at least this wide; the row scrolls where that does not fit."""
NUMBER_PX: Final = 96
"""The same for a number or a switch, which need less: three of them fit into any form."""
ROOM_PX: Final = 314
"""What fits side by side into the narrowest form column, beside its scroll bar."""
DEEPEST_ROW: Final = 8
"""Rows nested deeper are drawn as columns."""

MakeField = Callable[[FieldElement, QWidget], QWidget]


class Builder:
    """Fills a column with elements.

    ``make_field`` makes the widget of a field's place, ``is_narrow`` tells fields that need little
    room.
    """

    def __init__(self, make_field: MakeField, is_narrow: Callable[[FieldElement], bool]) -> None:
        self._make_field = make_field
        self._is_narrow = is_narrow

    def fill(self, column: QBoxLayout, root: Container, parent: QWidget) -> None:
        """Put the whole form into ``column``, in display order."""
        for _ in self.steps(column, root, parent):
            pass

    def steps(self, column: QBoxLayout, root: Container, parent: QWidget) -> Iterator[None]:
        """Put the form into ``column`` step by step: one element of the column a step."""
        for element in _flat(root):
            self._add(column, element, parent, 0)
            yield

    def _fill(self, column: QBoxLayout, container: Container, parent: QWidget, depth: int) -> None:
        for element in _flat(container):
            self._add(column, element, parent, depth)

    def _add(self, column: QBoxLayout, element: Element, parent: QWidget, depth: int) -> None:
        if not isinstance(element, Container):
            column.addWidget(self._leaf(element, parent))
        elif depth < DEEPEST_ROW:
            self._add_row(column, element, parent, depth + 1)
        else:
            for leaf in walk(element):
                if not isinstance(leaf, Container):
                    column.addWidget(self._leaf(leaf, parent))

    def _add_row(self, column: QBoxLayout, row: Container, parent: QWidget, depth: int) -> None:
        if self._row_px(row, depth) <= ROOM_PX:
            column.addLayout(self._row(row, parent, depth))
            return
        scroll = RowScroll(parent)
        inner = scroll.content
        inner.setLayout(self._row(row, inner, depth))
        column.addWidget(scroll)

    def _row(self, row: Container, parent: QWidget, depth: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.M)
        for element in row.children:
            if isinstance(element, Divider):
                line.addWidget(Line(Qt.Orientation.Vertical, parent))
                continue
            part = QWidget(parent)
            inner = QVBoxLayout(part)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(Space.FIELD_GAP)
            inner.addStrut(px(self._part_px(element, depth)))
            self._fill(inner, _column_of(element), part, depth)
            inner.addStretch(1)
            line.addWidget(part, 1)
        return line

    def _row_px(self, row: Container, depth: int) -> int:
        """The least width of a row that is nested ``depth`` deep, 1 the outermost."""
        gaps = Space.M * (len(row.children) - 1)
        return gaps + sum(self._part_px(child, depth) for child in row.children)

    def _part_px(self, element: Element, depth: int) -> int:
        """The least width of a row's part; a row in it that scrolls by itself needs no more."""
        if isinstance(element, Divider):
            return 1
        if isinstance(element, FieldElement) and self._is_narrow(element):
            return NUMBER_PX
        widest = PART_PX
        if isinstance(element, Container) and depth < DEEPEST_ROW:
            for inner in _flat(_column_of(element)):
                if isinstance(inner, Container):
                    needed = self._row_px(inner, depth + 1)
                    widest = max(widest, needed if needed <= ROOM_PX else PART_PX)
        return widest

    def _leaf(self, element: Element, parent: QWidget) -> QWidget:
        if isinstance(element, FieldElement):
            return self._make_field(element, parent)
        if isinstance(element, Heading):
            return _heading(element.text, parent)
        if isinstance(element, Text):
            return text_label(element.text, parent)
        return Line(Qt.Orientation.Horizontal, parent)


def _flat(container: Container) -> list[Element]:
    """The children as a column shows them: leaves, and rows of two or more."""
    found: list[Element] = []
    stack: list[Element] = list(reversed(container.children))
    while stack:
        element = stack.pop()
        if not isinstance(element, Container):
            found.append(element)
        elif element.layout is Layout.COLUMN or len(element.children) < 2:
            stack.extend(reversed(element.children))
        else:
            found.append(element)
    return found


def _column_of(element: Element) -> Container:
    return Container(Layout.COLUMN, (element,))


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "heading")
    return label

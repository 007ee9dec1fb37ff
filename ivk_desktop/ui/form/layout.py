"""The author's tree of elements as layouts: columns, rows, headings, texts, dividers, fields.

A column in a column needs no layout of its own, and a row of one is no row: hostile depth thereby
costs nothing, and what is left of it is drawn as a column.
"""

from __future__ import annotations

from collections.abc import Callable
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
PARTS_THAT_FIT: Final = 2
"""Parts that fit side by side into the narrowest form column."""
DEEPEST_ROW: Final = 8
"""Rows nested deeper are drawn as columns."""

MakeField = Callable[[FieldElement, QWidget], QWidget]


class Builder:
    """Fills a column with elements; ``make_field`` makes the widget of a field's place."""

    def __init__(self, make_field: MakeField) -> None:
        self._make_field = make_field

    def fill(self, column: QBoxLayout, root: Container, parent: QWidget) -> None:
        """Put the whole form into ``column``, in display order."""
        self._fill(column, root, parent, 0)

    def _fill(self, column: QBoxLayout, container: Container, parent: QWidget, depth: int) -> None:
        for element in _flat(container):
            if not isinstance(element, Container):
                column.addWidget(self._leaf(element, parent))
            elif depth < DEEPEST_ROW:
                self._add_row(column, element, parent, depth + 1)
            else:
                for leaf in walk(element):
                    if not isinstance(leaf, Container):
                        column.addWidget(self._leaf(leaf, parent))

    def _add_row(self, column: QBoxLayout, row: Container, parent: QWidget, depth: int) -> None:
        if parts(row, depth) <= PARTS_THAT_FIT:
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
            inner.addStrut(px(PART_PX))
            self._fill(inner, _column_of(element), part, depth)
            inner.addStretch(1)
            line.addWidget(part, 1)
        return line

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


def parts(row: Container, depth: int) -> int:
    """How many parts stand side by side in a row that is nested ``depth`` deep, 1 the outermost.

    An inner row that scrolls by itself, or is drawn as a column, counts as one.
    """
    total = 0
    for child in row.children:
        widest = 1
        if isinstance(child, Container) and depth < DEEPEST_ROW:
            inner_rows = [e for e in _flat(_column_of(child)) if isinstance(e, Container)]
            inner = [parts(inner_row, depth + 1) for inner_row in inner_rows]
            widest = max([1, *(count for count in inner if count <= PARTS_THAT_FIT)])
        total += 0 if isinstance(child, Divider) else widest
    return total


def _column_of(element: Element) -> Container:
    return Container(Layout.COLUMN, (element,))


def _heading(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "heading")
    return label

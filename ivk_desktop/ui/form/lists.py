"""Editors of lists of numbers and texts: a row for each item; long lists as JSON text."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.json_text import JsonEditor
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.numbers import NumberRules
from ivk_desktop.ui.form.text_change import show_line
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.widgets import IconButton

MOST_ROWS: Final = 40
"""A longer list is one text area."""


class ItemRow(QWidget):
    """One item with the button that takes it out."""

    def __init__(self, control: NumberBox | QLineEdit, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.control = control
        name = self.tr("Take item {number} out").format(number=number)
        self.remove = IconButton("x", name, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(control, 1)
        layout.addWidget(self.remove)


class ListEditor(Editor):
    """A list of whole numbers, numbers or texts."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._value: Value | Unset = UNSET
        self._label = ""
        self._is_spoiled = False  # what stands in a row is no value
        self.rows: list[ItemRow] = []
        self._rules = NumberRules.of(spec)
        self._text: JsonEditor | None = None
        self.button = QPushButton(self.tr("Add an item"), self)
        self.button.setIcon(icon("plus", "text2"))
        self.button.clicked.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addWidget(self.button)
        self.row.addLayout(self._column, 1)
        self.setFocusProxy(self.button)

    def items(self) -> list[Any]:
        """The items as they are in the value."""
        return list(self._value) if isinstance(self._value, list) else []

    def set_value(self, value: Value | Unset) -> None:
        if value == self._value and type(value) is type(self._value) and not self._is_spoiled:
            return
        self._is_spoiled = False
        self._value = value
        items = self.items()
        as_text = len(items) > MOST_ROWS or not (value is UNSET or isinstance(value, list))
        self._show_text(as_text)
        while len(self.rows) > (0 if as_text else len(items)):
            self._drop_row()
        if not as_text:
            for place, item in enumerate(items):
                self._show_item(place, item)

    def _show_text(self, shown: bool) -> None:
        if shown and self._text is None:
            self._text = JsonEditor(self.spec, self.context, self)
            self._text.value_edited.connect(self._text_edited)
            self._text.rejected.connect(self._spoil)
            self._column.insertWidget(0, self._text)
        if self._text is not None:
            self._text.setVisible(shown)
            self._text.set_value(self._value if shown else UNSET)

    def _show_item(self, place: int, item: object) -> None:
        if place == len(self.rows):
            self._make_row(place)
        control = self.rows[place].control
        if isinstance(control, NumberBox):
            control.set_value(item)
        else:
            show_line(control, str(item))

    def _make_row(self, place: int) -> None:
        control: NumberBox | QLineEdit
        if self.spec.kind is FieldKind.STRINGS:
            control = QLineEdit(self)
            control.setMaxLength(2**31 - 1)
            control.textEdited.connect(self._item_edited)
        else:
            control = NumberBox(self._rules, self)
            control.edited.connect(self._item_edited)
            control.rejected.connect(self._spoil)
        control.setAccessibleName(f"{self._label} {place + 1}")
        row = ItemRow(control, place + 1, self)
        row.remove.clicked.connect(self._remove)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        QWidget.setTabOrder(row.control, row.remove)
        QWidget.setTabOrder(row.remove, self.button)

    def _drop_row(self) -> None:
        row = self.rows.pop()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def set_label(self, label: str) -> None:
        self._label = label
        self.button.setAccessibleName(self.tr("{label}: add an item").format(label=label))

    def settle(self) -> None:
        for row in self.rows:
            if isinstance(row.control, NumberBox):
                row.control.settle()

    def _item_edited(self) -> None:
        controls = [row.control for row in self.rows]
        items = [c.value() if isinstance(c, NumberBox) else c.text() for c in controls]
        if all(item is not UNSET and isinstance(item, str) == self._has_text for item in items):
            self._tell(items)
        elif any(item is UNSET for item in items):
            self._spoil(Problem("not_a_number", {"text": ""}))

    def _spoil(self, problem: Problem) -> None:
        self._is_spoiled = True
        self.rejected.emit(problem)

    @property
    def _has_text(self) -> bool:
        return self.spec.kind is FieldKind.STRINGS

    def _text_edited(self, value: Value | Unset) -> None:
        self._value = value
        self.value_edited.emit(value)

    def _remove(self) -> None:
        button = self.sender()
        items = [i for row, i in zip(self.rows, self.items(), strict=False) if row.remove != button]
        self._tell(items)

    def _add(self) -> None:
        empty: Any = "" if self._has_text else self._rules.fit(0)
        self._tell([*self.items(), empty])
        if self.rows:
            self.rows[-1].control.setFocus()

    def _tell(self, items: list[Any]) -> None:
        self.set_value(items)
        self.value_edited.emit(items)

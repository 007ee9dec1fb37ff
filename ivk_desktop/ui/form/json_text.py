"""JSON as text: shown where nothing edits it, edited where nothing better does."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import fonts
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import NO_VALUE, Editor
from ivk_desktop.ui.form.text import GrowingText
from ivk_desktop.ui.form.text_change import show_area
from ivk_desktop.ui.theme import px

MOST_SHOWN: Final = 20_000
"""Characters of a value that are shown where it cannot be edited."""


def json_text(value: Value | Unset) -> str:
    """A value as indented JSON; nothing for none."""
    if value is UNSET:
        return ""
    try:
        return json.dumps(value, indent=2, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return str(value)


class ReadOnlyEditor(Editor):
    """Shows any value; it is kept as it is."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.area = GrowingText(self, fewest_lines=1)
        self.area.setReadOnly(True)
        self.area.setFont(fonts.fixed(px(12)))
        self.area.setPlaceholderText(self.tr("No value"))
        self.add(self.area, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        text = json_text(value)
        self.area.setPlainText(text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…")


class JsonEditor(Editor):
    """Edits any value as JSON."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.area = GrowingText(self)
        self.area.setFont(fonts.fixed(px(12)))
        self.area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.area.textChanged.connect(self._changed)
        self._value: Value | Unset = UNSET
        self.add(self.area, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        if value is not UNSET and value == self._value:
            return
        self._value = value
        show_area(self.area, json_text(value))

    def _changed(self) -> None:
        text = self.area.toPlainText()
        if not text.strip():
            self._value = UNSET
            self.value_edited.emit(UNSET)
            return
        try:
            self._value = json.loads(text)
        except (ValueError, RecursionError):
            self._value = NO_VALUE
            self.rejected.emit(Problem("not_json"))
        else:
            self.value_edited.emit(self._value)

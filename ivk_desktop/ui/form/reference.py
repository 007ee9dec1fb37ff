"""The editor of a reference by id: shown as it is, and cleared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.widgets import IconButton

KEYS: Final = {
    FieldKind.STYLE_PRESET: "style_preset_id",
    FieldKind.SYSTEM_PROMPT: "system_prompt_id",
}
"""Where the id stands in the value; a saved workflow's value is the id itself."""


class ReferenceEditor(Editor):
    """An id of something on the server; typed, pasted or cleared."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._key = KEYS.get(spec.kind)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("None chosen: enter its id"))
        self.line.textEdited.connect(self._edited)
        self.clear = IconButton("x", self.tr("Clear"), self)
        self.clear.clicked.connect(self._cleared)
        self.add(self.line, 1, focus=True)
        self.add(self.clear)

    def set_value(self, value: Value | Unset) -> None:
        shown = value.get(self._key, "") if isinstance(value, Mapping) else value
        text = "" if shown is UNSET or shown is None else str(shown)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.clear.setVisible(bool(text))

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.clear.setAccessibleName(self.tr("{label}: clear").format(label=label))

    def _edited(self, text: str) -> None:
        name = text.strip()
        self.clear.setVisible(bool(name))
        if self._key is None:
            self.value_edited.emit(name)
        else:
            self.value_edited.emit({self._key: name} if name else UNSET)

    def _cleared(self) -> None:
        self.line.clear()
        self._edited("")

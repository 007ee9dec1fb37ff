"""The editor of a generator: its type, and a control for each of its parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form import generator_types as types
from ivk_desktop.ui.form.board import NONE, board_entries
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.generator_preview import GeneratorPreview
from ivk_desktop.ui.form.generator_types import Parameter, ParameterKind
from ivk_desktop.ui.form.json_text import JsonEditor
from ivk_desktop.ui.form.number import NumberEditor
from ivk_desktop.ui.form.picker import Entry
from ivk_desktop.ui.form.text import LineEditor, TextareaEditor


class ComboParameter(Editor):
    """A parameter that is picked from a list of (key, text)."""

    def __init__(
        self, rows: Sequence[Entry], spec: FieldSpec, context: FormContext, parent: QWidget
    ) -> None:
        super().__init__(spec, context, parent)
        self._rows = rows
        self.combo = QuietCombo(self)
        self.combo.addItems([row.text for row in rows])
        self.combo.setPlaceholderText(self.tr("Choose…"))
        self.combo.setCurrentIndex(-1)
        self.combo.activated.connect(self._picked)
        self.add(self.combo, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        keys = [row.key for row in self._rows]
        self.combo.setCurrentIndex(keys.index(value) if value in keys else -1)

    def _picked(self, place: int) -> None:
        self.value_edited.emit(self._rows[place].key)


class GeneratorEditor(Editor):
    """A generator; one of an unknown type is edited as JSON."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._value: dict[str, Any] = {}
        self._label = ""
        self.kinds: list[str] = []
        self.kind = QuietCombo(self)
        self.kind.activated.connect(self._kind_picked)
        self.parameters: dict[str, Editor] = {}
        self._panel: QWidget | None = None
        self._json: JsonEditor | None = None
        self.preview = GeneratorPreview(context, self)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._column.addWidget(self.kind)
        self._column.addWidget(self.preview)
        self.row.addLayout(self._column, 1)
        self.setFocusProxy(self.kind)

    def set_value(self, value: Value | Unset) -> None:
        shown = value if isinstance(value, dict) else self.spec.placeholder
        kind = shown.get("type") if isinstance(shown, dict) else None
        if not isinstance(shown, dict) or kind not in types.TYPES:
            self._show_json(value)
            return
        if kind != self._value.get("type"):
            self._build(str(kind))
        self._value = dict(shown)
        self.preview.show_value(self._value)
        for parameter in types.TYPES[str(kind)]:
            self.parameters[parameter.name].set_value(shown.get(parameter.name, UNSET))

    def _show_json(self, value: Value | Unset) -> None:
        self.kind.hide()
        self.preview.hide()
        if self._json is None:
            self._json = JsonEditor(self.spec, self.context, self)
            self._json.value_edited.connect(self.value_edited)
            self._json.rejected.connect(self.rejected)
            self._json.set_label(self._label)
            self._column.addWidget(self._json)
        self._json.set_value(value)

    def _build(self, kind: str) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self.kinds = types.siblings(kind)
        self.kind.clear()
        self.kind.addItems([types.title(name) for name in self.kinds])
        self.kind.setCurrentIndex(self.kinds.index(kind))
        self._panel = QWidget(self)
        grid = QGridLayout(self._panel)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.parameters.clear()
        for line, parameter in enumerate(types.TYPES[kind]):
            self._add_parameter(grid, line, parameter)
        self._column.insertWidget(1, self._panel)

    def _add_parameter(self, grid: QGridLayout, line: int, parameter: Parameter) -> None:
        editor = self._editor(parameter)
        editor.set_label(f"{self._label}: {parameter.title}")
        editor.rejected.connect(self.rejected)
        editor.value_edited.connect(self._parameter_edited)
        label = QLabel(parameter.title, self._panel)
        label.setProperty("tone", "text2")
        label.setBuddy(editor)
        grid.addWidget(label, line, 0)
        grid.addWidget(editor, line, 1)
        self.parameters[parameter.name] = editor

    def _editor(self, parameter: Parameter) -> Editor:
        spec = types.field_of(parameter, self.spec)
        parent = self._panel or self
        if parameter.kind in (ParameterKind.INTEGER, ParameterKind.FLOAT, ParameterKind.SEED):
            return NumberEditor(spec, self.context, parent)
        if parameter.kind is ParameterKind.STRING:
            made = TextareaEditor if parameter.name == "input" else LineEditor
            return made(spec, self.context, parent)
        if parameter.kind is ParameterKind.BOARD:
            none = Entry(NONE, self.tr("Uncategorized"))
            return ComboParameter([none, *board_entries(self.context)], spec, self.context, parent)
        rows = [Entry("images", self.tr("Images")), Entry("assets", self.tr("Assets"))]
        return ComboParameter(rows, spec, self.context, parent)

    def set_label(self, label: str) -> None:
        self._label = label
        self.kind.setAccessibleName(label)

    def settle(self) -> None:
        for editor in self.parameters.values():
            editor.settle()

    def _parameter_edited(self, new: Value | Unset) -> None:
        edited = self.sender()
        for name, editor in self.parameters.items():
            if editor is edited:
                self._tell(types.changed(self._value, name, None if new is UNSET else new))
                return

    def _kind_picked(self, place: int) -> None:
        if self.kinds[place] != self._value.get("type"):
            self._tell(types.first_value(self.kinds[place]))

    def _tell(self, value: dict[str, Any]) -> None:
        self.set_value(value)
        self.value_edited.emit(value)

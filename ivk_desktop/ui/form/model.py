"""The editor of a model: a searchable combo box over what the server has installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.ui.form import model_choice
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.icons import icon


class ModelEditor(Editor):
    """One installed model; one that is missing is shown by the name it was kept under."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.combo = PickerCombo(self._entries, self)
        self.combo.setPlaceholderText(self.tr("Choose a model"))
        self.combo.picked.connect(self._picked)
        context.models_changed.connect(self._refresh)
        self._value: Value | Unset = UNSET
        self.add(self.combo, 1, focus=True)

    def _entries(self) -> Sequence[Entry]:
        return model_choice.entries(self.spec.models, self.context.models() or ())

    def set_value(self, value: Value | Unset) -> None:
        self._value = value
        self._refresh()

    def _refresh(self) -> None:
        value = self._value
        if not isinstance(value, Mapping) or not value:
            self.combo.show_entry(None, "" if not isinstance(value, str) else value)
            return
        key = value.get("key")
        found = find_model(self.context, key)
        name = found.name if found else str(value.get("name") or key or "?")
        tip = f"{name}\n{model_choice.group(found)}" if found else name
        if found is None and self.context.models() is not None:
            text = self.tr("{name} (not installed)").format(name=name)
            self.combo.show_entry(key, text, icon("triangle-alert", "warning"), text)
        else:
            self.combo.show_entry(key, name, icon("box", "text2"), tip)

    def _picked(self, key: object) -> None:
        found = find_model(self.context, key)
        if found is not None:
            value: dict[str, Any] = dict(found.identifier)
            if isinstance(self._value, Mapping) and self._value.get("submodel_type"):
                value["submodel_type"] = self._value["submodel_type"]
            self.set_value(value)
            self.value_edited.emit(value)


def find_model(context: FormContext, key: object) -> ModelInfo | None:
    """The installed model of that native key."""
    models = context.models() or ()
    return next((model for model in models if model.key.native_key == key), None)

"""The editor of LoRAs: one row each with its weight, and a picker that adds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Limits, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.form import model_choice
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.model import find_model
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.numbers import NumberRules
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.widgets import ElidedLabel, IconButton

WEIGHT: Final = NumberRules(integer=False, limits=Limits(-10, 10, 0.05, 0.01))
FIRST_WEIGHT: Final = 0.75


class LoraRow(QWidget):
    """One LoRA: name, weight, out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(parent=self)
        self.weight = NumberBox(WEIGHT, self)
        self.weight.setFixedWidth(88)
        self.remove = IconButton("x", self.tr("Take this one out"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.weight)
        layout.addWidget(self.remove)

    def show_lora(self, name: str, weight: object) -> None:
        """Show one LoRA."""
        self.name.setText(name)
        self.weight.set_value(weight)
        self.weight.setAccessibleName(self.tr("Weight of {name}").format(name=name))
        self.remove.set_name(self.tr("Take {name} out").format(name=name))


class LorasEditor(Editor):
    """A list of LoRAs with weights from -10 to 10."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._value: Value | Unset = UNSET
        self._is_spoiled = False  # what stands in a row is no weight
        self.rows: list[LoraRow] = []
        self.picker = PickerCombo(self._entries, self)
        self.picker.setPlaceholderText(self.tr("Add a LoRA"))
        self.picker.picked.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._column.addWidget(self.picker)
        self.row.addLayout(self._column, 1)
        self.setFocusProxy(self.picker)
        context.models_changed.connect(self._refresh)

    def items(self) -> list[Any]:
        """The LoRAs as they are in the value."""
        return list(self._value) if isinstance(self._value, list) else []

    def _entries(self) -> Sequence[Entry]:
        used = {_key(item) for item in self.items()}
        found = model_choice.entries(self.spec.models, self.context.models() or ())
        return [entry for entry in found if entry.key not in used]

    def set_value(self, value: Value | Unset) -> None:
        if value == self._value and type(value) is type(self._value) and not self._is_spoiled:
            return
        self._is_spoiled = False
        self._value = value
        self._refresh()

    def _refresh(self) -> None:
        items = self.items()
        while len(self.rows) > len(items):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(items):
            self._make_row()
        for row, item in zip(self.rows, items, strict=True):
            weight = item.get("weight", FIRST_WEIGHT) if isinstance(item, Mapping) else UNSET
            row.show_lora(self._name(item), weight)

    def _make_row(self) -> None:
        row = LoraRow(self)
        row.weight.edited.connect(self._weighed)
        row.weight.rejected.connect(self._spoil)
        row.remove.clicked.connect(self._remove)
        self._column.insertWidget(len(self.rows), row)
        QWidget.setTabOrder(row.weight, row.remove)
        QWidget.setTabOrder(row.remove, self.picker)
        self.rows.append(row)

    def _name(self, item: object) -> str:
        lora = item.get("lora") if isinstance(item, Mapping) else None
        found = find_model(self.context, _key(item))
        if found is not None:
            return found.name
        name = str(lora.get("name") or lora.get("key")) if isinstance(lora, Mapping) else str(item)
        known = self.context.models() is not None
        return self.tr("{name} (not installed)").format(name=name) if known else name

    def settle(self) -> None:
        for row in self.rows:
            row.weight.settle()

    def _weighed(self) -> None:
        if any(row.weight.value() is UNSET for row in self.rows):
            self._spoil(Problem("not_a_number", {"text": ""}))
            return
        items = []
        for row, item in zip(self.rows, self.items(), strict=True):
            weight = row.weight.value()
            usable = isinstance(item, Mapping) and isinstance(weight, int | float)
            items.append({**item, "weight": weight} if usable else item)
        self._tell(items)

    def _spoil(self, problem: Problem) -> None:
        self._is_spoiled = True
        self.rejected.emit(problem)

    def _remove(self) -> None:
        button = self.sender()
        rows = zip(self.rows, self.items(), strict=True)
        self._tell([item for row, item in rows if row.remove is not button])

    def _add(self, key: object) -> None:
        found = find_model(self.context, key)
        if found is not None:
            self._tell([*self.items(), {"lora": dict(found.identifier), "weight": FIRST_WEIGHT}])

    def _tell(self, items: list[Any]) -> None:
        self.set_value(items)
        self.value_edited.emit(items)


def _key(item: object) -> object:
    lora = item.get("lora") if isinstance(item, Mapping) else None
    return lora.get("key") if isinstance(lora, Mapping) else None

"""Editors of a choice among few: a combo box, and a switch for yes and no."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor


class ChoiceEditor(Editor):
    """One of the field's choices. A value that is none of them stays until another is picked."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.combo = QuietCombo(self)
        self.combo.addItems([choice.label for choice in spec.choices])
        self.combo.setPlaceholderText(self._placeholder())
        self.combo.setCurrentIndex(-1)
        self.combo.setEnabled(bool(spec.choices))
        self.combo.activated.connect(self._picked)
        self.combo.currentTextChanged.connect(self.combo.setToolTip)
        self._value: Value | Unset = UNSET
        self.add(self.combo, 1, focus=True)

    def _placeholder(self) -> str:
        for choice in self.spec.choices:
            if choice.value == self.spec.placeholder:
                return choice.label
        if not self.spec.choices:
            return self.tr("There are no choices")
        return self.tr("Choose…")

    def set_value(self, value: Value | Unset) -> None:
        self._value = value
        known = len(self.spec.choices)
        while self.combo.count() > known:
            self.combo.removeItem(known)
        self.combo.setCurrentIndex(self._place(value))

    def _place(self, value: Value | Unset) -> int:
        if value is UNSET or value is None:
            return -1
        for place, choice in enumerate(self.spec.choices):
            if choice.value == value and type(choice.value) is type(value):
                return place
        self.combo.addItem(self.tr("{value} (not offered)").format(value=value))
        return len(self.spec.choices)

    def _picked(self, place: int) -> None:
        if place < len(self.spec.choices):
            value = self.spec.choices[place].value
            if value != self._value:
                self.set_value(value)
                self.value_edited.emit(value)


class ToggleEditor(Editor):
    """Yes or no."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.toggle = QCheckBox(self)
        self.toggle.setProperty("variant", "switch")
        self.toggle.clicked.connect(self._clicked)
        self.add(self.toggle, focus=True)
        self.row.addStretch(1)
        self.set_value(UNSET)

    def set_value(self, value: Value | Unset) -> None:
        shown = self.spec.placeholder if value is UNSET else value
        self.toggle.setChecked(shown is True)
        self._say(value)

    def _say(self, value: Value | Unset) -> None:
        word = self.tr("On") if self.toggle.isChecked() else self.tr("Off")
        if value is UNSET:
            word = self.tr("{word} (default)").format(word=word)
        self.toggle.setText(word)

    def _clicked(self, checked: bool) -> None:
        self._say(checked)
        self.value_edited.emit(checked)

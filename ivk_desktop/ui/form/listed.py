"""The editor of a reference to one entry of a list of the server's: picked by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.form.reference import KEYS, ReferenceEditor
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.widgets import IconButton


class ListedEditor(Editor):
    """A style preset, a system prompt or a workflow; one that is gone stays until changed."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._key = KEYS.get(spec.kind)
        self._value: Value | Unset = UNSET
        self.combo = PickerCombo(self._entries, self)
        self.combo.picked.connect(self._picked)
        self.clear = IconButton("x", self.tr("Clear"), self)
        self.clear.clicked.connect(self._cleared)
        self.add(self.combo, 1, focus=True)
        self.add(self.clear)
        context.choices_changed.connect(self._choices_changed)
        self._refresh()

    def _entries(self) -> Sequence[Entry]:
        found = self.context.choices(self.spec.kind) or ()
        return [Entry(choice.value, choice.label) for choice in found]

    def set_value(self, value: Value | Unset) -> None:
        self._value = value
        self._refresh()

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.clear.setAccessibleName(self.tr("{label}: clear").format(label=label))

    def _choices_changed(self, kind: FieldKind) -> None:
        if kind is self.spec.kind:
            self._refresh()

    def _refresh(self) -> None:
        choices = self.context.choices(self.spec.kind)
        value = self._value
        key = value.get(self._key) if isinstance(value, Mapping) and self._key else value
        self.combo.setPlaceholderText(self._placeholder(choices))
        self.clear.setVisible(key not in (UNSET, None, ""))
        if key in (UNSET, None, ""):
            self.combo.show_entry(None, "")
            return
        for choice in choices or ():
            if choice.value == key:
                self.combo.show_entry(key, choice.label)
                return
        if choices is None:
            self.combo.show_entry(key, str(key))
            return
        text = self.tr("{id} (not on the server)").format(id=key)
        self.combo.show_entry(key, text, icon("triangle-alert", "warning"))

    def _placeholder(self, choices: Sequence[object] | None) -> str:
        if choices is None:
            return self.tr("Reading the list…")
        return self.tr("None chosen") if choices else self.tr("The server has none")

    def _picked(self, key: object) -> None:
        self._tell({self._key: key} if self._key is not None else key)

    def _cleared(self) -> None:
        self._tell(UNSET if self._key is not None else "")

    def _tell(self, value: Value | Unset) -> None:
        self.set_value(value)
        self.value_edited.emit(value)


def make_reference(spec: FieldSpec, context: FormContext, parent: QWidget) -> Editor:
    """A picker where the server has the list, else a line for the id."""
    made = ListedEditor if context.lists_choices else ReferenceEditor
    return made(spec, context, parent)

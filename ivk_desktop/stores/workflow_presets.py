"""The presets of one open workflow: which is chosen, and what differs from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.form import FormSpec
from ivk_desktop.domain.presets import Preset, fit, snapshot
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.form_history import Restored, StepKind, StepLabel, same
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.presets import Presets


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a preset's values."""

    taken: int
    unfit: tuple[FieldId, ...] = ()
    """Fields that kept their value: the preset's does not fit them."""
    left: tuple[str, ...] = ()
    """Labels of values that have no field here."""


class WorkflowPresets(QObject):
    """Joins an open workflow to the presets of its identity."""

    changed = Signal()
    """The list, the chosen one, or what differs from it is another."""

    def __init__(self, workflow: OpenWorkflow, store: Presets) -> None:
        super().__init__(workflow)
        self.workflow = workflow
        self.store = store
        self.chosen: Preset | None = None
        self.different: set[FieldId] = set()
        """The fields whose values are others than the chosen preset's."""
        workflow.loaded.connect(self._loaded)
        workflow.value_changed.connect(self._value_changed)
        workflow.restored.connect(self._restored)
        store.changed.connect(self._store_changed)

    @property
    def form_id(self) -> str:
        """The workflow's identity; empty until its form is there."""
        return self._spec.form_id if self._spec is not None else ""

    @property
    def _spec(self) -> FormSpec | None:
        return self.workflow.form.spec if self.workflow.form is not None else None

    def all(self) -> list[Preset]:
        """The presets of this workflow by name."""
        return self.store.of(self.form_id)

    def is_taken(self, name: str, but: str = "") -> bool:
        """Whether a preset other than ``but`` has this name."""
        found = self.store.find(self.form_id, name)
        return found is not None and found.name != but

    # --- what a person does --------------------------------------------------------------
    def apply(self, preset: Preset) -> Applied:
        """Set the values of a preset of this workflow and choose it, in one step."""
        before = self._name()
        self._choose(preset)
        return self._set_values(preset, before)

    def apply_foreign(self, preset: Preset) -> Applied:
        """Set the values of another workflow's preset where they fit, in one step."""
        return self._set_values(preset, self._name())

    def _set_values(self, preset: Preset, before: str) -> Applied:
        spec = self._spec
        if spec is None:
            return Applied(0)
        found = fit(preset, spec)
        label = StepLabel(StepKind.PRESET, preset.name, before, self._name())
        unfit = self.workflow.set_values(found.values, label)
        return Applied(len(found.values) - len(unfit), unfit, found.left)

    def take(self, field_ids: Iterable[FieldId]) -> None:
        """Set the chosen preset's values in some fields only, in one step."""
        wanted = set(field_ids)
        if self.chosen is not None:
            values = {i: kept.value for i, kept in self.chosen.values.items() if i in wanted}
            name = self.chosen.name
            self.workflow.set_values(values, StepLabel(StepKind.PRESET, name, name, name))

    def save_as(self, name: str) -> Preset | None:
        """Keep the current values under a name and choose it."""
        form = self.workflow.form
        if form is None:
            return None
        preset = Preset(name, form.spec.form_id, snapshot(form), self.workflow.title)
        self.chosen = preset
        self.store.save(preset)
        self._choose(preset)
        return preset

    def save(self) -> None:
        """Keep the current values in the chosen preset."""
        if self.chosen is not None:
            self.save_as(self.chosen.name)

    def add(self, preset: Preset) -> None:
        """Keep a preset that came from elsewhere."""
        self.store.save(preset)

    def rename(self, name: str) -> None:
        """Give the chosen preset another name."""
        if self.chosen is not None and name != self.chosen.name:
            before, self.chosen = self.chosen, None
            self._choose(self.store.rename(before, name))

    def remove(self) -> Preset | None:
        """Forget the chosen preset and return it; the form keeps its values."""
        removed = self.chosen
        if removed is not None:
            self._choose(None)
            self.store.remove(removed)
        return removed

    # --- what follows --------------------------------------------------------------------
    def _name(self) -> str:
        return self.chosen.name if self.chosen is not None else ""

    def _choose(self, preset: Preset | None) -> None:
        self.chosen = preset
        self.store.choose(self.form_id, self._name())
        self._compare_all()

    def _loaded(self) -> None:
        self.chosen = self.store.find(self.form_id, self.store.chosen(self.form_id))
        self._compare_all()

    def _store_changed(self, form_id: str) -> None:
        if form_id == self.form_id:
            self.chosen = self.store.find(form_id, self._name())
            self._compare_all()

    def _restored(self, restored: Restored) -> None:
        label = restored.label
        if label.kind is StepKind.PRESET:
            name = label.before if restored.undone else label.after
            found = self.store.find(self.form_id, name)
            if found is not None or not name:
                self._choose(found)

    def _compare_all(self) -> None:
        values = self.chosen.values if self.chosen is not None else ()
        self.different = {field_id for field_id in values if self._differs(field_id)}
        self.changed.emit()

    def _value_changed(self, field_id: FieldId) -> None:
        if self._differs(field_id) != (field_id in self.different):
            self.different ^= {field_id}
            self.changed.emit()

    def _differs(self, field_id: FieldId) -> bool:
        kept = self.chosen.values.get(field_id) if self.chosen is not None else None
        form = self.workflow.form
        if kept is None or form is None or field_id not in form.spec.fields:
            return False
        return not same(form.value(field_id), kept.value)

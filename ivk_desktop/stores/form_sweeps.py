"""What varies in one open workflow: the sweeps of its fields, and what its seeds do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import SeedMode, SeedRule, Settings, Sweep, Sweeps

Specs = Mapping[FieldId, FieldSpec]


class FormSweeps(QObject):
    """Owns the sweeps of a form, by field.

    A removed sweep is remembered as long as the workflow is open: its settings are offered again.
    """

    changed = Signal(object)
    """A ``FieldId`` whose sweep or seed mode changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._specs: Specs = {}
        self._sweeps: dict[FieldId, Sweep] = {}
        self._removed: dict[FieldId, Sweep] = {}
        self._modes: dict[FieldId, SeedMode] = {}

    def show(self, specs: Specs, kept: Mapping[FieldId, Any]) -> None:
        """Begin anew with a form's fields and what was kept of them by ``kept``."""
        self._specs = specs
        self._sweeps.clear()
        self._removed.clear()
        self._modes.clear()
        for field_id, data in kept.items():
            if field_id in specs and isinstance(data, Mapping):
                self._read(field_id, data)

    def _read(self, field_id: FieldId, data: Mapping[str, Any]) -> None:
        values, settings = data.get("values"), data.get("settings")
        if isinstance(values, list):
            group = data.get("group")
            self._sweeps[field_id] = Sweep(
                field_id,
                tuple(values),
                group if isinstance(group, str) else "",
                settings if isinstance(settings, Mapping) else {},
            )
        if data.get("seed") in (SeedMode.RANDOM.value, SeedMode.INCREMENT.value):
            self._modes[field_id] = SeedMode(data["seed"])

    def kept(self, field_id: FieldId) -> dict[str, Any] | None:
        """What is to be kept of a field, as plain JSON data; ``None`` for nothing."""
        found: dict[str, Any] = {}
        if (sweep := self._sweeps.get(field_id)) is not None:
            found["values"] = list(sweep.values)
            found["settings"] = dict(sweep.settings)
            if sweep.group:
                found["group"] = sweep.group
        if (mode := self._modes.get(field_id)) is not None:
            found["seed"] = mode.value
        return found or None

    # --- what is asked -------------------------------------------------------------------
    @property
    def field_ids(self) -> frozenset[FieldId]:
        """The fields that vary."""
        return frozenset(self._sweeps) | frozenset(self._modes)

    def sweep(self, field_id: FieldId) -> Sweep | None:
        """The sweep of a field."""
        return self._sweeps.get(field_id)

    def offered(self, field_id: FieldId) -> Settings:
        """How the field's values were made last."""
        sweep = self._sweeps.get(field_id) or self._removed.get(field_id)
        return sweep.settings if sweep is not None else {}

    def others(self, field_id: FieldId) -> tuple[Sweep, ...]:
        """The sweeps of the other fields, in the form's order."""
        return tuple(sweep for sweep in self.plan().items if sweep.field_id != field_id)

    def partners(self, field_id: FieldId) -> tuple[FieldId, ...]:
        """The fields that go in step with a field."""
        sweep = self._sweeps.get(field_id)
        if sweep is None or not sweep.group:
            return ()
        return tuple(one.field_id for one in self.others(field_id) if one.group == sweep.group)

    def seed_mode(self, field_id: FieldId) -> SeedMode:
        """What a seed does from run to run."""
        return self._modes.get(field_id, SeedMode.FIXED)

    def plan(self) -> Sweeps:
        """All that varies, in the form's order."""
        return Sweeps(
            tuple(self._sweeps[i] for i in self._specs if i in self._sweeps),
            tuple(SeedRule(i, self._modes[i]) for i in self._specs if i in self._modes),
        )

    # --- what is done --------------------------------------------------------------------
    def set_sweep(self, sweep: Sweep, partner: FieldId | None = None) -> None:
        """Sweep a field; in step with another swept one, or in every combination."""
        if partner is not None and (other := self._sweeps.get(partner)) is not None:
            group = other.group or str(partner)
            self._sweeps[partner] = replace(other, group=group)
            sweep = replace(sweep, group=group)
        else:
            sweep = replace(sweep, group="")
        self._sweeps[sweep.field_id] = sweep
        self.changed.emit(sweep.field_id)

    def remove(self, field_id: FieldId) -> None:
        """Give a field its one value back."""
        if (sweep := self._sweeps.pop(field_id, None)) is not None:
            self._removed[field_id] = sweep
            self.changed.emit(field_id)

    def set_seed_mode(self, field_id: FieldId, mode: SeedMode) -> None:
        """Say what a seed does from run to run."""
        if mode is self.seed_mode(field_id):
            return
        if mode is SeedMode.FIXED:
            del self._modes[field_id]
        else:
            self._modes[field_id] = mode
        self.changed.emit(field_id)

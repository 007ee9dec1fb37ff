"""The presets of all workflows, kept in data.sqlite."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.presets import Preset, values_from_json, values_to_json
from ivk_desktop.stores.database import Database, Row, Statement

log = logging.getLogger(__name__)

_SAVE = (
    'INSERT INTO presets (form_id, name, "values", updated_at) VALUES (?, ?, ?, ?)'
    " ON CONFLICT (form_id, name)"
    ' DO UPDATE SET "values" = excluded."values", updated_at = excluded.updated_at'
)
_REMOVE = "DELETE FROM presets WHERE form_id = ? AND name = ?"
_CHOOSE = (
    "INSERT INTO preset_choices (form_id, name) VALUES (?, ?)"
    " ON CONFLICT (form_id) DO UPDATE SET name = excluded.name"
)


class Presets(QObject):
    """Keeps presets by workflow identity; in memory alone where there is no database.

    Names are unique within a workflow, whatever their case.
    """

    changed = Signal(str)
    """The ``form_id`` whose presets are others."""

    def __init__(self, database: Database | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._presets: dict[str, list[Preset]] = {}
        self._choices: dict[str, str] = {}

    async def load(self, form_id: str) -> None:
        """Read the presets of a workflow anew: another window may have changed them."""
        if self._database is None:
            return
        try:
            rows = await self._database.query(
                'SELECT name, "values" FROM presets WHERE form_id = ?', (form_id,)
            )
            chosen = await self._database.query(
                "SELECT name FROM preset_choices WHERE form_id = ?", (form_id,)
            )
        except sqlite3.Error as error:
            log.warning("presets cannot be read: %s", error)
            return
        self._choices.setdefault(form_id, chosen[0][0] if chosen else "")
        self._set(form_id, _decode(form_id, rows))

    def of(self, form_id: str) -> list[Preset]:
        """The presets of a workflow by name."""
        return list(self._presets.get(form_id, ()))

    def find(self, form_id: str, name: str) -> Preset | None:
        """The preset of that name, whatever its case."""
        wanted = name.casefold()
        return next((p for p in self.of(form_id) if p.name.casefold() == wanted), None)

    def chosen(self, form_id: str) -> str:
        """The name of the preset chosen last; empty for none."""
        return self._choices.get(form_id, "")

    def choose(self, form_id: str, name: str) -> None:
        """Remember which preset is chosen."""
        if name != self.chosen(form_id):
            self._choices[form_id] = name
            self._write([(_CHOOSE, (form_id, name))])

    def save(self, preset: Preset) -> None:
        """Keep a preset; it takes the place of the one of its name."""
        same = self.find(preset.form_id, preset.name)
        others = [p for p in self.of(preset.form_id) if p is not same]
        removed = [same] if same is not None and same.name != preset.name else []
        self._write([*_removals(removed), _saving(preset)])
        self._set(preset.form_id, [*others, preset])

    def rename(self, preset: Preset, name: str) -> Preset:
        """Give a preset another name, which no other one has; returns the renamed one."""
        renamed = replace(preset, name=name)
        others = [p for p in self.of(preset.form_id) if p.name != preset.name]
        self._write([*_removals([preset]), _saving(renamed)])
        self._set(preset.form_id, [*others, renamed])
        return renamed

    def remove(self, preset: Preset) -> None:
        """Forget a preset."""
        self._write(_removals([preset]))
        others = [p for p in self.of(preset.form_id) if p.name != preset.name]
        self._set(preset.form_id, others)

    def _set(self, form_id: str, presets: list[Preset]) -> None:
        ordered = sorted(presets, key=lambda p: (p.name.casefold(), p.name))
        if ordered != self._presets.get(form_id, []):
            self._presets[form_id] = ordered
            self.changed.emit(form_id)

    def _write(self, statements: list[Statement]) -> None:
        if self._database is not None:
            self._database.write_all(statements)


def _removals(presets: Iterable[Preset]) -> list[Statement]:
    return [(_REMOVE, (preset.form_id, preset.name)) for preset in presets]


def _saving(preset: Preset) -> Statement:
    values = json.dumps(values_to_json(preset.values))
    return _SAVE, (preset.form_id, preset.name, values, time.time())


def _decode(form_id: str, rows: list[Row]) -> list[Preset]:
    read = []
    for name, text in rows:
        try:
            data: Any = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            log.warning("a preset cannot be read")
            continue
        read.append(Preset(str(name), form_id, values_from_json(data)))
    return read

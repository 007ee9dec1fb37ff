"""Edited values, kept for each form over switching, closing and restart."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from ivk_desktop.domain.form import Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database, Statement
from ivk_desktop.stores.workflow_sources import Source

log = logging.getLogger(__name__)

WRITE_DELAY_MS: Final = 500
"""Edits are written this long after the first one that is not written yet."""


@dataclass(frozen=True, slots=True)
class KeptValue:
    """A value that a person gave a field, and what the document had there at that time."""

    value: Value | Unset
    initial: Value | Unset
    told: bool = False
    """Whether it was told that the form has no such field any more."""
    sweep: Mapping[str, Any] | None = None
    """What ``FormSweeps`` keeps of the field."""


Kept = Mapping[FieldId, KeptValue]


class Place(NamedTuple):
    """Where the edits of one form are kept.

    Servers have workflows of one id in common: those that come with InvokeAI, and all of a copied
    database. Values name a server's own models, boards and pictures.
    """

    server_id: ServerId
    form_id: str


def restorable(kept: KeptValue, initial: Value | Unset, source: Source) -> bool:
    """Whether an edit made earlier belongs to what was opened now.

    Two files of the same structure share a form id. An edit of one must not overwrite what the
    other says; a workflow of the library is the same one even when it was saved anew.
    """
    return source.keeps_edits or kept.initial == initial


class FormValues(QObject):
    """Keeps edits in the table ``form_values``; in memory alone where there is no database."""

    def __init__(self, database: Database | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._kept: dict[Place, dict[FieldId, KeptValue]] = {}
        self._dirty: set[Place] = set()
        self._timer = QTimer(self, singleShot=True, interval=WRITE_DELAY_MS)
        self._timer.timeout.connect(self.flush)

    async def load(self, place: Place) -> Kept:
        """The edits kept for a form; none if there are none, or they cannot be read."""
        if place not in self._kept and self._database is not None:
            read = await self._read(self._database, place)
            self._kept.setdefault(place, read)
        return dict(self._kept.get(place, {}))

    async def _read(self, database: Database, place: Place) -> dict[FieldId, KeptValue]:
        try:
            # What was kept before servers were told apart goes to the first one that asks.
            await database.execute(
                "UPDATE OR IGNORE form_values SET server_id = ?"
                " WHERE server_id = '' AND form_id = ?",
                place,
            )
            rows = await database.query(
                "SELECT field_id, value FROM form_values WHERE server_id = ? AND form_id = ?", place
            )
        except sqlite3.Error as error:
            log.warning("kept form values cannot be read: %s", error)
            return {}
        read = {FieldId(field_id): _decode(text) for field_id, text in rows}
        return {field_id: kept for field_id, kept in read.items() if kept is not None}

    def keep(self, place: Place, edits: Kept) -> None:
        """Remember the edits of a form, all of them: what is not among them is forgotten."""
        if self._kept.get(place) == edits:
            return
        self._kept[place] = dict(edits)
        if self._database is not None:
            self._dirty.add(place)
            if not self._timer.isActive():
                self._timer.start()

    def flush(self) -> None:
        """Hand everything to the database's writer now."""
        self._timer.stop()
        while self._dirty and self._database is not None:
            place = self._dirty.pop()
            self._database.write_all(_statements(place, self._kept[place]))


def _statements(place: Place, edits: Kept) -> list[Statement]:
    now = time.time()
    return [
        ("DELETE FROM form_values WHERE server_id = ? AND form_id = ?", place),
        *(
            (
                "INSERT INTO form_values (server_id, form_id, field_id, value, kept_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (*place, field_id, _encode(kept), now),
            )
            for field_id, kept in edits.items()
        ),
    ]


def _encode(kept: KeptValue) -> str:
    pairs = (("value", kept.value), ("initial", kept.initial))
    data = {name: value for name, value in pairs if value is not UNSET}
    if kept.told:
        data["told"] = True
    if kept.sweep is not None:
        data["sweep"] = kept.sweep
    return json.dumps(data)


def _decode(text: str) -> KeptValue | None:
    try:
        data: Any = json.loads(text)
        told, sweep = data.get("told") is True, data.get("sweep")
        sweep = sweep if isinstance(sweep, dict) else None
        return KeptValue(data.get("value", UNSET), data.get("initial", UNSET), told, sweep)
    except (ValueError, AttributeError, RecursionError):
        log.warning("a kept form value cannot be read")
        return None

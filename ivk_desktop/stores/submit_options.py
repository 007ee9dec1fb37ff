"""What the Invoke bar adds to a form's values, kept for each form over closing and restart."""

from __future__ import annotations

import logging
import sqlite3
from typing import Final

from ivk_desktop.stores.database import Database
from ivk_desktop.stores.form_values import Place

log = logging.getLogger(__name__)

USUAL_RUNS: Final = 1
MOST_RUNS: Final = 10_000


class KeptOptions:
    """The runs of each form, in the table ``submit_options``; in memory without a database."""

    def __init__(self, database: Database | None) -> None:
        self._database = database
        self._runs: dict[Place, int] = {}

    async def load_runs(self, place: Place) -> int:
        """How often a form is to run; the usual once where nothing else is kept."""
        if place not in self._runs and self._database is not None:
            read = await self._read(self._database, place)
            self._runs.setdefault(place, read)
        return self._runs.get(place, USUAL_RUNS)

    async def _read(self, database: Database, place: Place) -> int:
        try:
            rows = await database.query(
                "SELECT runs FROM submit_options WHERE server_id = ? AND form_id = ?", place
            )
        except sqlite3.Error as error:
            log.warning("kept runs cannot be read: %s", error)
            return USUAL_RUNS
        runs = rows[0][0] if rows else USUAL_RUNS
        return runs if isinstance(runs, int) and 1 <= runs <= MOST_RUNS else USUAL_RUNS

    def keep_runs(self, place: Place, runs: int) -> None:
        """Remember how often a form is to run, without waiting."""
        if self._runs.get(place, USUAL_RUNS) == runs:
            return
        self._runs[place] = runs
        if self._database is None:
            return
        if runs == USUAL_RUNS:
            self._database.write(
                "DELETE FROM submit_options WHERE server_id = ? AND form_id = ?", place
            )
        else:
            values = (*place, runs)
            self._database.write("INSERT OR REPLACE INTO submit_options VALUES (?, ?, ?)", values)

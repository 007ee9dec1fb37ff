"""Which model stands for one that a workflow names and the server has not."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections.abc import Mapping
from typing import Any

from ivk_desktop.stores.database import Database

log = logging.getLogger(__name__)

Answers = Mapping[str, Mapping[str, Any]]
"""By the missing model's identity: the identifier of the model that stands for it."""


class ModelAnswers:
    """Keeps answers in the table ``model_answers``, by server, form and missing model."""

    def __init__(self, database: Database | None) -> None:
        self._database = database
        self._kept: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}

    async def load(self, server_id: str, form_id: str) -> Answers:
        """The answers given for a form on a server."""
        place = (server_id, form_id)
        if place not in self._kept and self._database is not None:
            self._kept[place] = await self._read(self._database, place)
        return dict(self._kept.get(place, {}))

    async def _read(self, database: Database, place: tuple[str, str]) -> dict[str, Any]:
        sql = "SELECT missing, model FROM model_answers WHERE server_id = ? AND form_id = ?"
        try:
            rows = await database.query(sql, place)
        except sqlite3.Error as error:
            log.warning("answers for missing models cannot be read: %s", error)
            return {}
        found: dict[str, Any] = {}
        for missing, text in rows:
            try:
                model = json.loads(text)
            except ValueError:
                continue
            if isinstance(model, dict):
                found[str(missing)] = model
        return found

    def keep(self, server_id: str, form_id: str, answers: Answers) -> None:
        """Remember answers beside those that are kept already."""
        self._kept.setdefault((server_id, form_id), {}).update(answers)
        if self._database is not None:
            self._database.write_all(
                (
                    "INSERT OR REPLACE INTO model_answers VALUES (?, ?, ?, ?, ?)",
                    (server_id, form_id, missing, json.dumps(dict(model)), time.time()),
                )
                for missing, model in answers.items()
            )

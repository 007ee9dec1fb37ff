"""Which open workflows and which presets name a model."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.models import ModelInfo, ModelMention, mentions
from ivk_desktop.stores.database import Database, Row
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)


class PresetName(NamedTuple):
    """Names one preset: the workflow's identity, and the preset's own name."""

    form_id: str
    name: str


class ModelUses(QObject):
    """Looks into open forms when asked, and into the kept presets once they were read."""

    changed = Signal()
    """The presets are known, or are others."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        database: Database | None,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workflows = workflows
        self._database = database
        self._tasks = tasks
        self._presets: dict[PresetName, tuple[ModelMention, ...]] = {}

    def open_ones(self, model: ModelInfo) -> list[OpenWorkflow]:
        """The workflows that are open on the model's server and name it."""
        found = []
        for workflow in self._workflows.workflows:
            form = workflow.form
            if form is None or workflow.server_id != model.key.server_id:
                continue
            named = mentions(form.document() or {})
            if any(model.is_meant(one) for one in named):
                found.append(workflow)
        return found

    def presets(self, model: ModelInfo) -> list[PresetName]:
        """The presets that name a model, as far as they were read, by name."""
        found = [
            preset
            for preset, named in self._presets.items()
            if any(model.is_meant(one) for one in named)
        ]
        return sorted(found, key=lambda preset: preset.name.casefold())

    def read(self) -> None:
        """Read the presets anew; ``changed`` follows where they are others."""
        if self._database is not None:
            self._tasks.start(self._read(self._database), "models of presets", replace=True)

    async def _read(self, database: Database) -> None:
        try:
            rows = await database.query('SELECT form_id, name, "values" FROM presets')
        except sqlite3.Error as error:
            log.warning("presets cannot be read: %s", error)
            return
        found = await asyncio.to_thread(_named, rows)
        if found != self._presets:
            self._presets = found
            self.changed.emit()


def _named(rows: Sequence[Row]) -> dict[PresetName, tuple[ModelMention, ...]]:
    found = {}
    for form_id, name, text in rows:
        try:
            values = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            continue
        found[PresetName(str(form_id), str(name))] = tuple(dict.fromkeys(mentions(values)))
    return found

"""What the nodes and jobs of one server took in the past."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Mapping
from typing import Final

from ivk_desktop.domain.estimates import Learned, learn
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database

log = logging.getLogger(__name__)

JOB: Final = ""
"""Stands for the whole job in place of a node type."""
USUAL_SPREAD: Final = 0.15
"""How far runs stray from their mean, as a share of it, until this session has seen some."""
ANY: Final = ""
"""Stands for any workflow in place of a title."""


class Durations:
    """Learned seconds by workflow title and node type; the mean of all titles where one is new.

    Args:
        server_id: whose times these are.
        database: where they are kept, or ``None`` to learn for this session alone.
    """

    def __init__(self, server_id: ServerId, database: Database | None) -> None:
        self._server_id = server_id
        self._database = database
        self._nodes: dict[tuple[str, str], Learned] = {}
        self._jobs: dict[str, Learned] = {}

    @property
    def jobs(self) -> Mapping[str, Learned]:
        """Seconds of a whole job by title; ``ANY`` is the mean of all."""
        return self._jobs

    def learned(self, title: str, node_type: str) -> Learned | None:
        """Seconds of one run of a node type in this workflow, else in any."""
        return self._nodes.get((title, node_type)) or self._nodes.get((ANY, node_type))

    def record(self, title: str, seconds_by_type: Mapping[str, float]) -> None:
        """Learn from one run of a workflow; the entry ``JOB`` is the whole job."""
        changed = []
        for node_type, seconds in seconds_by_type.items():
            for name in {title, ANY}:
                known = self._known(name, node_type)
                learned = learn(known, seconds)
                if learned is not None and learned is not known:
                    self._put(name, node_type, learned)
                    changed.append((name, node_type, learned))
        if self._database is not None and changed:
            self._database.write_all(self._statement(*entry) for entry in changed)

    async def load(self) -> None:
        """Read what was learned before; what was learned since is not overwritten."""
        if self._database is None:
            return
        try:
            rows = await self._database.query(
                "SELECT form_id, node_type, seconds, runs FROM durations WHERE server_id = ?",
                (self._server_id,),
            )
        except sqlite3.Error as error:
            log.warning("learned durations could not be read: %s", error)
            return
        for title, node_type, seconds, runs in rows:
            if self._known(title, node_type) is None:
                self._put(title, node_type, Learned(seconds, seconds * USUAL_SPREAD, runs))

    def _known(self, title: str, node_type: str) -> Learned | None:
        if node_type == JOB:
            return self._jobs.get(title)
        return self._nodes.get((title, node_type))

    def _put(self, title: str, node_type: str, learned: Learned) -> None:
        if node_type == JOB:
            self._jobs[title] = learned
        else:
            self._nodes[title, node_type] = learned

    def _statement(self, title: str, node_type: str, learned: Learned) -> tuple[str, list[object]]:
        # The workflow's title names it here: a job of another client tells no more.
        return (
            "INSERT OR REPLACE INTO durations (server_id, form_id, node_type, seconds, runs)"
            " VALUES (?, ?, ?, ?, ?)",
            [self._server_id, title, node_type, learned.seconds, learned.runs],
        )

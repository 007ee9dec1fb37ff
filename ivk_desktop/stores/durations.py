"""What the nodes and jobs of one server took in the past."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ivk_desktop.domain.estimates import Learned, Work, learn
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database

log = logging.getLogger(__name__)

JOB: Final = ""
"""Stands for the whole job in place of a node type."""
ANY: Final = ""
"""Stands for any workflow, model, size or device."""
WORTH_S: Final = 0.05
"""Of what takes less, only the type's usual time is kept: nobody waits for it."""
MOST_KEPT: Final = 20_000
"""Rows of one server; those not renewed for longest go first."""


class Setting(NamedTuple):
    """What a time was learned for; ``ANY`` for what it does not depend on."""

    title: str
    node_type: str
    model: str = ANY
    size: str = ANY
    device: str = ANY


def settings_of(title: str, work: Work, device: str) -> Iterator[Setting]:
    """What a run teaches about, and where its time is looked for: the exact setting first.

    Model and size tell more than the workflow, and the workflow more than nothing.
    """
    kind, model, size = work
    yield Setting(title, kind, model, size, device)
    yield Setting(title, kind, model, size)
    yield Setting(ANY, kind, model, size, device)
    yield Setting(ANY, kind, model, size)
    yield Setting(title, kind, model)
    yield Setting(title, kind)
    yield Setting(ANY, kind)


class Durations:
    """Learned seconds by workflow title, node type, model, size and device.

    What was never seen in just this setting is looked up in coarser ones, down to the node type's
    mean over all workflows.

    Args:
        server_id: whose times these are.
        database: where they are kept, or ``None`` to learn for this session alone.
    """

    def __init__(self, server_id: ServerId, database: Database | None) -> None:
        self._server_id = server_id
        self._database = database
        self._nodes: dict[Setting, Learned] = {}
        self._jobs: dict[str, Learned] = {}

    @property
    def jobs(self) -> Mapping[str, Learned]:
        """Seconds of a whole job by title; ``ANY`` is the mean of all."""
        return self._jobs

    def learned(self, title: str, work: Work | str, device: str = ANY) -> Learned | None:
        """Seconds of one run of a node, of the most exact setting that anything is known of."""
        for setting in settings_of(title, _work(work), device):
            if (found := self._nodes.get(setting)) is not None:
                return found
        return None

    def record(self, title: str, seconds: Mapping[Work | str, float], device: str = ANY) -> None:
        """Learn from one run of a workflow.

        Args:
            title: the workflow's.
            seconds: of one run of each node; the entry ``JOB`` is the whole job.
            device: where it ran.
        """
        changed: dict[Setting, Learned] = {}
        for work, took in seconds.items():
            for setting in self._taught(title, _work(work), device, took):
                known = self._known(setting)
                learned = learn(known, took)
                if learned is not None and learned is not known:
                    self._put(setting, learned)
                    changed[setting] = learned
        if self._database is not None and changed:
            now = time.time()
            self._database.write_all(self._statement(*entry, now) for entry in changed.items())

    async def load(self) -> None:
        """Read what was learned before; what was learned since is not overwritten."""
        if self._database is None:
            return
        try:
            await self._database.execute(_FORGET, (self._server_id, self._server_id, MOST_KEPT))
            rows = await self._database.query(
                "SELECT form_id, node_type, model, size, device, seconds, spread, runs"
                " FROM learned WHERE server_id = ?",
                (self._server_id,),
            )
        except sqlite3.Error as error:
            log.warning("learned durations could not be read: %s", error)
            return
        for row in rows:
            setting = Setting(*row[:5])
            if self._known(setting) is None:
                self._put(setting, Learned(*row[5:]))

    def _taught(self, title: str, work: Work, device: str, took: float) -> Iterable[Setting]:
        if work.node_type == JOB or took < WORTH_S:
            return {Setting(title, work.node_type), Setting(ANY, work.node_type)}
        return dict.fromkeys(settings_of(title, work, device))

    def _known(self, setting: Setting) -> Learned | None:
        if setting.node_type == JOB:
            return self._jobs.get(setting.title)
        return self._nodes.get(setting)

    def _put(self, setting: Setting, learned: Learned) -> None:
        if setting.node_type == JOB:
            self._jobs[setting.title] = learned
        else:
            self._nodes.pop(setting, None)
            self._nodes[setting] = learned
            if len(self._nodes) > MOST_KEPT:
                del self._nodes[next(iter(self._nodes))]

    def _statement(
        self, setting: Setting, learned: Learned, now: float
    ) -> tuple[str, list[object]]:
        # The workflow's title names it here: a job of another client tells no more.
        known = [learned.seconds, learned.spread_s, learned.runs]
        return _KEEP, [self._server_id, *setting, *known, now]


_KEEP: Final = "INSERT OR REPLACE INTO learned VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET: Final = """DELETE FROM learned WHERE server_id = ? AND learned_at < (
    SELECT learned_at FROM learned WHERE server_id = ?
    ORDER BY learned_at DESC LIMIT 1 OFFSET ?)"""


def _work(work: Work | str) -> Work:
    return Work(work) if isinstance(work, str) else work

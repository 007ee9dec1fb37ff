"""What is to be saved of one server's results, and what was: written down before it happens."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Sequence
from typing import Any, Final

from ivk_desktop.domain.exports import OPEN, Export, ExportState, FoundResults
from ivk_desktop.domain.jobs import BatchId, Job, JobKey
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database, Row
from ivk_desktop.stores.queue_merge import SAME_JOB_S

_OPEN: Final = tuple(state.value for state in OPEN)
_COLUMNS: Final = "name, kind, number, state, path, digest"


class ExportJournal:
    """The entries of one server in ``data.sqlite``, one for each name: nothing is saved twice.

    All coroutines raise ``sqlite3.Error`` where the file cannot be read or written.
    """

    def __init__(self, server_id: ServerId, database: Database) -> None:
        self.server_id = server_id
        self._database = database

    # --- from when on --------------------------------------------------------------------
    async def since(self) -> float | None:
        """The server's time from which on what ended is to be saved; ``None`` before ``begin``."""
        sql = "SELECT since FROM export_starts WHERE server_id = ?"
        rows = await self._database.query(sql, (self.server_id,))
        return float(rows[0][0]) if rows else None

    async def begin(self, since: float) -> None:
        """Save what ends after ``since``, unix seconds of the server."""
        sql = "INSERT OR REPLACE INTO export_starts VALUES (?, ?)"
        await self._database.execute(sql, (self.server_id, since))

    async def own_batches(self) -> set[BatchId]:
        """The submissions that were made from here."""
        sql = "SELECT batch_id FROM submissions WHERE server_id = ?"
        return {BatchId(one) for (one,) in await self._database.query(sql, (self.server_id,))}

    # --- entries -------------------------------------------------------------------------
    async def plan(self, found: FoundResults) -> int:
        """Enter results that are not there yet, all or none; returns how many were new."""
        return await self._database.change(lambda c: _plan(c, self.server_id, found))

    async def unknown(self, jobs: Sequence[Job]) -> set[JobKey]:
        """Those of the jobs of which no result was ever entered."""
        return await self._database.read(lambda c: _unknown(c, jobs))

    async def open(self, but: Collection[MediaRef], most: int) -> list[Export]:
        """What is to be saved, the oldest first: at most ``most``, without those of ``but``."""
        rows = await self._database.query(
            f"SELECT {_COLUMNS} FROM exports WHERE server_id = ? AND state IN (?, ?)"
            " ORDER BY planned_at, name LIMIT ?",
            (self.server_id, *_OPEN, most + len(but)),
        )
        found = (self._export(row) for row in rows)
        return [one for one in found if one.ref not in but][:most]

    async def count_open(self) -> int:
        """How many are to be saved."""
        sql = "SELECT count(*) FROM exports WHERE server_id = ? AND state IN (?, ?)"
        rows = await self._database.query(sql, (self.server_id, *_OPEN))
        return int(rows[0][0])

    async def mark(self, export: Export) -> None:
        """Write down how far one is."""
        await self._database.execute(
            "UPDATE exports SET state = ?, path = ?, digest = ? WHERE server_id = ? AND name = ?",
            (export.state.value, export.path, export.digest, self.server_id, export.ref.name),
        )

    async def retry_failed(self) -> int:
        """What was given up is to be saved after all; returns how many that are."""
        sql = "UPDATE exports SET state = ? WHERE server_id = ? AND state = ?"
        states = (ExportState.PLANNED.value, self.server_id, ExportState.FAILED.value)
        return await self._database.execute(sql, states)

    def _export(self, row: Row) -> Export:
        name, kind, number, state, path, digest = row
        ref = MediaRef(self.server_id, ImageName(name), MediaKind(kind))
        return Export(ref, number, ExportState(state), path, digest)


def forget_starts(database: Database) -> None:
    """Nothing is saved from now on: what ends meanwhile is not saved later either."""
    database.write("DELETE FROM export_starts")


def _plan(connection: sqlite3.Connection, server_id: ServerId, found: FoundResults) -> int:
    batch = found.batch_id or ""
    (before,) = connection.execute(
        "SELECT count(*) FROM exports WHERE server_id = ? AND batch_id = ?", (server_id, batch)
    ).fetchone()
    number = before if batch else 0
    for ref in found.refs:
        added = connection.execute(
            "INSERT OR IGNORE INTO exports (server_id, name, kind, item_id, created_at, batch_id,"
            " number, state, planned_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (server_id, ref.name, ref.kind.value, found.job.job_id, found.created_at or 0.0,
             batch, number + 1, ExportState.PLANNED.value, time.time()),
        )  # fmt: skip
        number += added.rowcount
    return int(number - (before if batch else 0))


def _unknown(connection: sqlite3.Connection, jobs: Sequence[Job]) -> set[JobKey]:
    sql = (
        "SELECT 1 FROM exports WHERE server_id = ? AND item_id = ?"
        " AND created_at BETWEEN ? AND ? LIMIT 1"
    )

    def values(job: Job) -> tuple[Any, ...]:
        created_at = job.created_at or 0.0
        return (*job.key, created_at - SAME_JOB_S, created_at + SAME_JOB_S)

    return {job.key for job in jobs if connection.execute(sql, values(job)).fetchone() is None}

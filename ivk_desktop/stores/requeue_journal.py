"""What is being enqueued again, written down first: a crash loses and doubles nothing."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

from ivk_desktop.domain.jobs import BatchId, JobId
from ivk_desktop.domain.requeue import Move, Recipe, Step
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.database import Database, Row

log = logging.getLogger(__name__)

KEPT_S: Final = 14 * 24 * 3600
"""An entry that nobody has decided about for so long is dropped."""
_LOOK_AGAIN_S: Final = 0.1
_MOST: Final = 1000

_COLUMNS: Final = "batch_id, step, recipe, jobs, front, tidy"


class Taken(Exception):
    """Another window is enqueuing again on this server."""


class Journal:
    """The entries of one server, in data.sqlite.

    Without a database they last as long as this object. Whoever changes entries holds the
    journal: an entry that is found then was left over, and nobody is at work on it.
    """

    def __init__(
        self, server_id: ServerId, database: Database | None, folder: Path | None = None
    ) -> None:
        self._server_id = server_id
        self._database = database
        self._memory: dict[BatchId, Move] = {}
        self._lock = asyncio.Lock()
        name = hashlib.sha1(server_id.encode(), usedforsecurity=False).hexdigest()[:12]
        self._file = (folder or paths.data_folder()) / f"requeue-{name}.lock"

    @asynccontextmanager
    async def held(self, wait_s: float = 10.0) -> AsyncIterator[None]:
        """Hold the journal against all other tasks and windows.

        Raises:
            Taken: another window has held it for ``wait_s``. One that has crashed holds nothing.
        """
        async with self._lock:
            file = QLockFile(str(self._file)) if self._database is not None else None
            if file is not None:
                await self._take(file, wait_s)
            try:
                yield
            finally:
                if file is not None:
                    file.unlock()

    async def _take(self, file: QLockFile, wait_s: float) -> None:
        file.setStaleLockTime(0)  # never by its age: only by the process that has ended
        with suppress(OSError):  # as the database: what cannot be kept lasts as long as the app
            self._file.parent.mkdir(parents=True, exist_ok=True)
        give_up_at = time.monotonic() + wait_s
        while not file.tryLock(0):
            if file.error() is not QLockFile.LockError.LockFailedError:
                log.warning("no lock in %s: going on without", self._file.parent.name)
                return
            if time.monotonic() >= give_up_at:
                raise Taken
            await asyncio.sleep(_LOOK_AGAIN_S)

    async def entries(self) -> list[Move]:
        """All entries, in the order in which they were made.

        Raises:
            sqlite3.Error: they cannot be read.
        """
        if self._database is None:
            return list(self._memory.values())
        await self._database.execute(
            "DELETE FROM requeues WHERE server_id = ? AND made_at < ?",
            (self._server_id, time.time() - KEPT_S),
        )
        rows = await self._database.query(
            f"SELECT {_COLUMNS} FROM requeues WHERE server_id = ? ORDER BY rowid LIMIT {_MOST}",
            (self._server_id,),
        )
        return [move for row in rows if (move := _move(row)) is not None]

    async def write(self, moves: Sequence[Move]) -> None:
        """Enter new ones, or what has become of them; all or none.

        Raises:
            sqlite3.Error: they are not kept: nothing may be done.
        """
        if self._database is None:
            self._memory |= {move.batch_id: move for move in moves}
            return
        sql = (
            f"INSERT INTO requeues ({_COLUMNS}, server_id, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (batch_id) DO UPDATE SET step = excluded.step, jobs = excluded.jobs"
        )
        now = time.time()
        rows = await asyncio.to_thread(
            lambda: [(*_row(move), self._server_id, now) for move in moves]
        )
        await self._database.transaction([(sql, row) for row in rows])

    async def drop(self, batch_ids: Sequence[BatchId]) -> None:
        """Forget entries: what they meant is done, or is not to be done.

        Raises:
            sqlite3.Error: they are still there.
        """
        if self._database is None:
            for batch_id in batch_ids:
                self._memory.pop(batch_id, None)
            return
        sql = "DELETE FROM requeues WHERE batch_id = ?"
        await self._database.transaction([(sql, (batch_id,)) for batch_id in batch_ids])


def _row(move: Move) -> tuple[object, ...]:
    recipe = {
        "title": move.recipe.title,
        "batch_id": move.recipe.batch_id,
        "job_ids": move.recipe.job_ids,
        "body": move.recipe.body,
    }
    jobs = {"ids": move.job_ids, "born": move.born}
    texts = (json.dumps(recipe), json.dumps(jobs))
    return (move.batch_id, move.step.value, *texts, int(move.front), int(move.tidy))


def _move(row: Row) -> Move | None:
    """An entry as it was written; ``None`` for one that cannot be read."""
    batch_id, step, recipe, jobs, front, tidy = row
    try:
        made, old = json.loads(recipe), json.loads(jobs)
        return Move(
            BatchId(batch_id),
            Recipe(
                made["title"],
                made["batch_id"],
                tuple(map(JobId, made["job_ids"])),
                made["body"],
            ),
            tuple(map(JobId, old["ids"])),
            tuple(old["born"]),
            bool(front),
            bool(tidy),
            Step(step),
        )
    except (ValueError, KeyError, TypeError):
        log.warning("an entry of the journal cannot be read: %s", batch_id)
        return None

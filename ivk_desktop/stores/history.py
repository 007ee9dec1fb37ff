"""The history of all servers: what was submitted and seen, in the database of the window."""

from __future__ import annotations

import logging
import sqlite3
from array import array
from collections.abc import Callable, Collection, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.history import BatchTotals, HistoryItem, HistoryQuery, KeptRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import history_find, history_put, history_words
from ivk_desktop.stores.database import Database
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)
T = TypeVar("T")

USUAL_LIMIT: Final = 100_000
"""So many items are kept unless the person says otherwise."""
TIDY_MS: Final = 600_000
STEP: Final = 500
"""So many rows are changed at once: others wait for the database too."""


class History(QObject):
    """Keeps and finds items; whatever reads or writes waits for the database's thread.

    All coroutines raise ``DomainError`` where the file cannot be read or written.
    """

    changed = Signal(object)
    """The set of row ids that are new or changed, or gone."""

    def __init__(self, database: Database, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._tasks = tasks
        self._limit = USUAL_LIMIT
        self._timer = QTimer(self, interval=TIDY_MS)
        self._timer.timeout.connect(self._tidy_soon)

    @property
    def limit(self) -> int:
        """How many items are kept, the newest ones; 0 keeps nothing new."""
        return self._limit

    def start(self, limit: int = USUAL_LIMIT) -> None:
        """Begin to tidy up, now and every few minutes."""
        self._timer.start()
        self.set_limit(limit)

    def set_limit(self, limit: int) -> None:
        """Keep so many items from now on."""
        self._limit = limit
        self._tidy_soon()

    # --- keeping -------------------------------------------------------------------------
    async def put(self, jobs: Sequence[Job]) -> None:
        """Keep what is known of jobs."""
        if self._limit:
            self._tell(await self._change(lambda c: history_put.put_jobs(c, jobs)))

    async def put_lost(self, server_id: ServerId, there: Collection[JobId]) -> None:
        """Note that a server lists just these items now."""
        self._tell(await self._change(lambda c: history_put.put_lost(c, server_id, there)))

    async def put_removed(self, server_id: ServerId, gone: Sequence[JobId]) -> None:
        """Note that a server lists these items no more."""
        self._tell(await self._change(lambda c: history_put.put_removed(c, server_id, gone)))

    def keep(
        self, server_id: ServerId, request: SubmitRequest, job_ids: Sequence[JobId], enqueued: int
    ) -> None:
        """Keep a submission and its request, without waiting."""
        if self._limit:
            args = (server_id, request, job_ids, enqueued)
            self._database.post(lambda c: history_put.put_submission(c, *args))

    def name_server(self, server_id: ServerId, name: str) -> None:
        """Keep what a server is called, without waiting."""
        self._database.post(lambda c: history_put.put_name(c, server_id, name))

    async def delete(self, row_ids: Sequence[int]) -> int:
        """Forget items, for good; returns how many there were."""
        number = 0
        for start in range(0, len(row_ids), STEP):
            part = list(row_ids[start : start + STEP])
            number += await self._change(partial(history_put.delete, row_ids=part))
        self._tell(set(row_ids))
        return number

    # --- finding -------------------------------------------------------------------------
    async def find(self, query: HistoryQuery, most: int = -1) -> array[int]:
        """The ids of the rows that a query asks for, in its order: the first ``most``, or all."""
        return await self._read(lambda c: history_find.find(c, query, most))

    async def counts(self, query: HistoryQuery) -> dict[JobState, int]:
        """How many rows of each state a query would find if it asked for no state."""
        return await self._read(lambda c: history_find.counts(c, query))

    async def items(self, row_ids: Iterable[int]) -> list[HistoryItem]:
        """What rows say; those that are gone are left out."""
        wanted = list(row_ids)
        return await self._read(lambda c: history_find.items(c, wanted))

    async def batch(self, server_id: ServerId, batch_id: BatchId) -> BatchTotals:
        """The sums of one submission's items."""
        return await self._read(lambda c: history_find.batch(c, server_id, batch_id))

    async def request(
        self, key: JobKey, batch_id: BatchId, *, whole: bool = False
    ) -> KeptRequest | None:
        """The request that made an item, or with ``whole`` its batch; ``None`` if not kept."""
        return await self._read(lambda c: history_find.request(c, key, batch_id, whole=whole))

    async def jobs(self, server_id: ServerId, batch_ids: Sequence[BatchId]) -> list[Job]:
        """What is kept of the items of some submissions, each with its own inputs alone."""
        return await self._read(lambda c: history_find.jobs(c, server_id, batch_ids))

    async def servers(self) -> list[tuple[ServerId, str]]:
        """The servers with items in the history, by name."""
        return await self._read(history_find.servers)

    async def titles(self) -> list[tuple[str, int]]:
        """The workflows with items in the history, the most frequent first."""
        return await self._read(history_find.titles)

    # --- inside --------------------------------------------------------------------------
    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await self._mended(partial(self._database.read, work))

    async def _change(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await self._mended(partial(self._database.change, work))

    async def _mended(self, ask: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Ask; once more with a new index of words where that is damaged."""
        try:
            try:
                return await ask()
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_CORRUPT_VTAB:
                    raise
                log.warning("history: the index is damaged and made anew")
            await self._database.change(history_words.rebuild)
            self._tidy_soon()
            return await ask()
        except sqlite3.Error as error:
            raise DomainError(Problem("history_unusable", {"reason": str(error)})) from error

    def _tell(self, row_ids: Collection[int]) -> None:
        if row_ids:
            self.changed.emit(frozenset(row_ids))

    def _tidy_soon(self) -> None:
        self._tasks.start(self._tidy(), "tidy history")

    async def _tidy(self) -> None:
        """Make all rows searchable and forget the oldest, a step at a time."""
        try:
            while await self._change(lambda c: history_put.put_missing_words(c, STEP)):
                pass
            keep = self._limit
            while keep and await self._change(lambda c: history_put.trim(c, keep, STEP)):
                pass
            await self._change(history_put.trim_submissions)
        except DomainError as error:
            log.warning("history: not tidied: %s", error)

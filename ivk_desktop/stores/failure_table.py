"""Where failures are kept over a restart: two tables of data.sqlite."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from ivk_desktop.domain.jobs import JobError, JobId, JobKey
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database

log = logging.getLogger(__name__)

MOST_ROWS: Final = 50_000
KEEP_DISMISSED_S: Final = 90 * 86400
"""A server hardly lists a failed item that long after it was dismissed here."""


class Seen(IntEnum):
    """What a person has done with a failure."""

    NEW = 0
    SEEN = 1
    DISMISSED = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """One row. Times are unix seconds."""

    job: JobKey
    created_at: float
    fold: str
    title: str
    failed_at: float
    state: Seen
    retried_at: float | None


class FailureTable:
    """Reads once, then only writes; what is to be written is gathered until ``write``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._statements: list[tuple[str, Sequence[Any]]] = []

    async def read(self) -> tuple[list[Kept], dict[str, tuple[ServerId, JobError]]]:
        """All rows, oldest failure first, and the folds that they name."""
        long_ago = time.time() - KEEP_DISMISSED_S
        self._put("DELETE FROM failures WHERE state = 2 AND failed_at < ?", (long_ago,))
        self._put("DELETE FROM failure_folds WHERE fold NOT IN (SELECT fold FROM failures)", ())
        self.write()
        try:
            folds = await self._database.query("SELECT * FROM failure_folds")
            rows = await self._database.query(
                "SELECT server_id, job_id, created_at, fold, title, failed_at, state, retried_at"
                " FROM failures ORDER BY failed_at DESC LIMIT ?",
                (MOST_ROWS,),
            )
        except sqlite3.Error as error:
            log.warning("failures cannot be read: %s", error)
            return [], {}
        kept = [_kept(*row) for row in reversed(rows)]
        return kept, {
            key: (ServerId(server_id), JobError(kind, message, traceback))
            for key, server_id, kind, message, traceback in folds
        }

    def keep(self, kept: Kept) -> None:
        """Enter a failure, or change it."""
        self._put(
            "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *kept.job,
                kept.created_at,
                kept.fold,
                kept.title,
                kept.failed_at,
                int(kept.state),
                kept.retried_at,
            ),
        )

    def keep_fold(self, fold: str, server_id: ServerId, error: JobError) -> None:
        """Enter the error that the failures of a fold share."""
        self._put(
            "INSERT OR REPLACE INTO failure_folds VALUES (?, ?, ?, ?, ?)",
            (fold, server_id, error.type, error.message, error.traceback),
        )

    def mark_seen(self) -> None:
        """A person looked at all of them."""
        self._put("UPDATE failures SET state = 1 WHERE state = 0", ())

    def dismiss(self, fold: str) -> None:
        """The failures of a fold are not to come back."""
        self._put("UPDATE failures SET state = 2 WHERE fold = ?", (fold,))

    def write(self) -> None:
        """Carry out what was gathered, in one transaction."""
        statements, self._statements = self._statements, []
        if statements:
            self._database.write_all(statements)

    def _put(self, sql: str, parameters: Sequence[Any]) -> None:
        self._statements.append((sql, parameters))


def _kept(
    server_id: str,
    job_id: str,
    created_at: float,
    fold: str,
    title: str,
    failed_at: float,
    state: int,
    retried_at: float | None,
) -> Kept:
    key = JobKey(ServerId(server_id), JobId(job_id))
    return Kept(key, created_at, fold, title, failed_at, Seen(state), retried_at)

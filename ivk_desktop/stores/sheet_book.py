"""The tables of swept submissions, as they are kept: axes, batches, winners."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.sheets import SheetAxis, SheetPlace, axis_data, axis_of
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.session import ServerSession

log = logging.getLogger(__name__)

AXES_LIMIT: Final = 2_000_000
"""Axes that are larger than this many bytes, packed, are not kept."""
MOST_SHEETS: Final = 2000
"""So many sheets without a winner are kept, the newest ones."""
BY_INPUTS: Final = -1
"""The first cell of a batch whose items are found by their inputs."""


@dataclass(frozen=True, slots=True)
class KeptPart:
    """One batch of a sheet: the cell of its first item, and the items in their order."""

    batch_id: BatchId
    first: int
    job_ids: tuple[JobId, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """All that is kept of one sheet."""

    server_id: ServerId
    sheet_id: BatchId
    title: str
    axes: tuple[SheetAxis, ...]
    parts: tuple[KeptPart, ...]
    winners: frozenset[int] = field(default_factory=frozenset)


class SheetBook(QObject):
    """Keeps the sheet of each submission that varies something, and knows which batches have one.

    It listens to sessions; a sheet is written down with what the server took.
    """

    added = Signal(object, object)
    """The ``ServerId`` and the sheet's ``BatchId`` of a submission that was just taken."""
    grown = Signal(object, object)
    """The same of a sheet that has another batch: the next part, or items enqueued again."""

    def __init__(self, database: Database, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = history
        self._database = database
        self._sheets: dict[tuple[ServerId, BatchId], BatchId] = {}
        """The sheet of each batch."""

    async def load(self) -> None:
        """Read which batches have a sheet, and forget old sheets without a winner."""
        try:
            await self._database.change(_trim)
            rows = await self._database.query(
                "SELECT server_id, batch_id, sheet_id FROM sheet_parts"
                " JOIN sheets USING (server_id, sheet_id) ORDER BY made_at"
            )
        except sqlite3.Error as error:
            log.warning("sheets are not read: %s", error)
            return
        known = {(ServerId(s), BatchId(b)): BatchId(sheet) for s, b, sheet in rows}
        self._sheets = known | self._sheets

    def sheet_of(self, server_id: ServerId, batch_id: BatchId | None) -> BatchId | None:
        """The sheet that a batch is a part of, if it is of any."""
        return None if batch_id is None else self._sheets.get((server_id, batch_id))

    def latest(self, server_id: ServerId) -> BatchId | None:
        """The sheet of a server that was made last."""
        found = [sheet for (server, _), sheet in self._sheets.items() if server == server_id]
        return found[-1] if found else None

    # --- keeping -------------------------------------------------------------------------
    def watch(self, session: ServerSession) -> None:
        """Keep the sheets of what is submitted to a server."""
        session.handed_in.connect(partial(self._handed_in, session.server_id))
        if (requeuer := session.actions.requeuer) is not None:
            requeuer.replaced.connect(partial(self._replaced, session.server_id))

    def _handed_in(
        self, server_id: ServerId, part: SubmitRequest, job_ids: tuple[JobId, ...]
    ) -> None:
        if part.place is not None:
            self.keep(server_id, part, part.place, job_ids)

    def keep(
        self, server_id: ServerId, part: SubmitRequest, place: SheetPlace, job_ids: Sequence[JobId]
    ) -> None:
        """Keep a part of a sheet, without waiting."""
        is_new = place.sheet_id not in self._sheets.values()
        listed = tuple(job_ids)
        self._database.post(lambda c: _put(c, server_id, part, place, listed))
        self._sheets[server_id, part.batch_id] = place.sheet_id
        (self.added if is_new else self.grown).emit(server_id, place.sheet_id)

    def _replaced(self, server_id: ServerId, old: BatchId, new: BatchId) -> None:
        """Items were enqueued again under another batch."""
        sheet_id = self.sheet_of(server_id, old)
        if sheet_id is not None:
            self._database.write(*_part_row(server_id, sheet_id, new, BY_INPUTS, ()))
            self._sheets[server_id, new] = sheet_id
            self.grown.emit(server_id, sheet_id)

    def mark(self, sheet: KeptSheet, cell: int, winner: bool) -> None:
        """Keep whether a cell is a winner, without waiting."""
        sql = "INSERT OR IGNORE INTO sheet_marks VALUES (?, ?, ?)"
        if not winner:
            sql = "DELETE FROM sheet_marks WHERE server_id = ? AND sheet_id = ? AND cell = ?"
        self._database.write(sql, (sheet.server_id, sheet.sheet_id, cell))

    # --- reading -------------------------------------------------------------------------
    async def read(self, server_id: ServerId, sheet_id: BatchId) -> KeptSheet:
        """All that is kept of a sheet.

        Raises:
            DomainError: it is not there any more, or cannot be read.
        """
        try:
            found = await self._database.read(lambda c: _read(c, server_id, sheet_id))
        except sqlite3.Error as error:
            raise DomainError(Problem("sheet_unreadable", {"reason": str(error)})) from error
        if found is None:
            raise DomainError(Problem("sheet_gone"))
        return found

    async def past(self, sheet: KeptSheet) -> list[Job]:
        """What the history keeps of a sheet's items.

        Raises:
            DomainError: the history cannot be read.
        """
        batches = [part.batch_id for part in sheet.parts]
        return await self.history.jobs(sheet.server_id, batches)


def _put(
    connection: sqlite3.Connection,
    server_id: ServerId,
    part: SubmitRequest,
    place: SheetPlace,
    job_ids: Sequence[JobId],
) -> None:
    known = "SELECT 1 FROM sheets WHERE server_id = ? AND sheet_id = ?"
    if connection.execute(known, (server_id, place.sheet_id)).fetchone() is None:
        axes = json.dumps([axis_data(axis) for axis in place.axes], ensure_ascii=False)
        packed = zlib.compress(axes.encode(errors="replace"), 6)
        if len(packed) > AXES_LIMIT:
            log.warning("the sheet %s is too large to be kept", place.sheet_id)
            return
        connection.execute(
            "INSERT INTO sheets VALUES (?, ?, ?, ?, ?, ?)",
            (server_id, place.sheet_id, part.form_id, part.title, time.time(), packed),
        )
    connection.execute(*_part_row(server_id, place.sheet_id, part.batch_id, place.first, job_ids))


def _part_row(
    server_id: ServerId, sheet_id: BatchId, batch_id: BatchId, first: int, job_ids: Sequence[JobId]
) -> tuple[str, tuple[object, ...]]:
    sql = "INSERT OR REPLACE INTO sheet_parts VALUES (?, ?, ?, ?, ?)"
    return sql, (server_id, batch_id, sheet_id, first, json.dumps(list(job_ids)))


def _read(
    connection: sqlite3.Connection, server_id: ServerId, sheet_id: BatchId
) -> KeptSheet | None:
    place = (server_id, sheet_id)
    sql = "SELECT title, axes FROM sheets WHERE server_id = ? AND sheet_id = ?"
    found = connection.execute(sql, place).fetchone()
    if found is None:
        return None
    try:
        axes = tuple(axis_of(one) for one in json.loads(zlib.decompress(found[1])))
    except (ValueError, KeyError, TypeError, IndexError, zlib.error) as error:
        log.warning("the sheet %s cannot be read: %s", sheet_id, error)
        return None
    parts = connection.execute(
        "SELECT batch_id, first, job_ids FROM sheet_parts WHERE server_id = ? AND sheet_id = ?",
        place,
    )
    marks = connection.execute(
        "SELECT cell FROM sheet_marks WHERE server_id = ? AND sheet_id = ?", place
    )
    return KeptSheet(
        server_id,
        sheet_id,
        found[0],
        axes,
        tuple(KeptPart(BatchId(b), first, _job_ids(text)) for b, first, text in parts),
        frozenset(cell for (cell,) in marks),
    )


def _job_ids(text: str) -> tuple[JobId, ...]:
    try:
        return tuple(JobId(str(one)) for one in json.loads(text))
    except (ValueError, TypeError):
        return ()


def _trim(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM sheets WHERE rowid IN (SELECT rowid FROM sheets AS old WHERE NOT EXISTS"
        " (SELECT 1 FROM sheet_marks AS mark WHERE mark.server_id = old.server_id"
        " AND mark.sheet_id = old.sheet_id) ORDER BY made_at DESC LIMIT -1 OFFSET ?)",
        (MOST_SHEETS,),
    )
    connection.execute(
        "DELETE FROM sheet_parts WHERE NOT EXISTS (SELECT 1 FROM sheets WHERE"
        " sheets.server_id = sheet_parts.server_id AND sheets.sheet_id = sheet_parts.sheet_id)"
    )

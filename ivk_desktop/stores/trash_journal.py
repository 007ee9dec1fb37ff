"""What is to be deleted, when, and on which server: written down before anything happens."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database, Row, Statement

log = logging.getLogger(__name__)

_COLUMNS = (
    "server_id, name, kind, board_id, is_asset, width, height, created_at, bytes,"
    " deleted_at, due_at, sent_at"
)


@dataclass(frozen=True, slots=True)
class Deletion:
    """One picture that is hidden, and deleted on the server at ``due_at``.

    Times are unix seconds of this computer. ``info`` is what is known of the picture, ``bytes``
    the size of its file. ``sent_at`` is set from when the server was asked to delete it: from
    then on it cannot be restored.
    """

    ref: MediaRef
    deleted_at: float
    due_at: float
    info: ImageInfo | None = None
    bytes: int | None = None
    sent_at: float | None = None

    @classmethod
    def of(cls, ref: MediaRef, info: ImageInfo | None, now: float, due_at: float) -> Deletion:
        """A deletion that begins now."""
        return cls(ref, now, due_at, info)

    def told(self, info: ImageInfo) -> Deletion:
        """The same, with what was learned of the picture."""
        return replace(self, info=info)


class TrashJournal:
    """The deletions of one server in ``data.sqlite``; in memory alone without a database."""

    def __init__(self, server_id: ServerId, database: Database | None) -> None:
        self._server_id = server_id
        self._database = database
        self._kept: dict[MediaRef, Deletion] = {}

    async def read(self) -> list[Deletion] | None:
        """All that wait; ``None`` where the journal cannot be read."""
        if self._database is None:
            return list(self._kept.values())
        sql = f"SELECT {_COLUMNS} FROM deletions WHERE server_id = ?"
        try:
            rows = await self._database.query(sql, (self._server_id,))
        except sqlite3.Error as error:
            log.error("the journal of deletions was not read: %s", error)
            return None
        return [_deletion(row) for row in rows]

    def keep(self, deletions: Sequence[Deletion]) -> None:
        """Write down, or write anew."""
        self._kept |= {one.ref: one for one in deletions}
        places = ", ".join("?" * 12)
        sql = f"INSERT OR REPLACE INTO deletions ({_COLUMNS}) VALUES ({places})"
        self._write((sql, self._row(one)) for one in deletions)

    def amend(self, deletions: Sequence[Deletion]) -> None:
        """Write what was learned of pictures, if they are still in the journal."""
        self._kept |= {one.ref: one for one in deletions if one.ref in self._kept}
        sql = (
            "UPDATE deletions SET board_id = ?, is_asset = ?, width = ?, height = ?,"
            " created_at = ?, bytes = ? WHERE server_id = ? AND name = ?"
        )
        rows = (self._row(one) for one in deletions)
        self._write((sql, (*row[3:9], row[0], row[1])) for row in rows)

    def forget(self, refs: Iterable[MediaRef], *, sent: bool = False) -> None:
        """Strike out; without ``sent`` only what no window has asked the server for."""
        sql = "DELETE FROM deletions WHERE server_id = ? AND name = ?"
        if not sent:
            sql += " AND sent_at IS NULL"
        listed = list(refs)
        for ref in listed:
            self._kept.pop(ref, None)
        self._write((sql, (self._server_id, ref.name)) for ref in listed)

    async def claim(self, now: float) -> None:
        """Mark what is due as asked for; what was restored meanwhile is not in the journal."""
        for ref, one in self._kept.items():
            if one.due_at <= now:
                self._kept[ref] = replace(one, sent_at=now)
        if self._database is None:
            return
        sql = "UPDATE deletions SET sent_at = ? WHERE server_id = ? AND due_at <= ?"
        try:
            await self._database.execute(sql, (now, self._server_id, now))
        except sqlite3.Error as error:
            log.error("deletions were not marked: %s", error)

    def _write(self, statements: Iterable[Statement]) -> None:
        if self._database is not None and (listed := list(statements)):
            self._database.write_all(listed)

    def _row(self, one: Deletion) -> tuple[Any, ...]:
        info = one.info
        facts: tuple[Any, ...] = (None, None, None, None, None)
        if info is not None:
            facts = (info.board_id, info.is_asset, info.width, info.height, info.created_at)
        times = (one.deleted_at, one.due_at, one.sent_at)
        return (self._server_id, one.ref.name, one.ref.kind.value, *facts, one.bytes, *times)


def _deletion(row: Row) -> Deletion:
    server_id, name, kind, board_id, is_asset, width, height, created_at, size, *times = row
    ref = MediaRef(ServerId(server_id), ImageName(name), MediaKind(kind))
    info = None
    if width is not None:
        info = ImageInfo(ref, width, height, created_at, board_id=board_id, is_asset=bool(is_asset))
    return Deletion(ref, times[0], times[1], info, size, times[2])

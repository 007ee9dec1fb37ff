"""Ratings and tags that a person gives to pictures, kept in data.sqlite."""

from __future__ import annotations

import json
import logging
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import PictureKey
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.tags import clean_tags
from ivk_desktop.stores.database import Database
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST: Final = 5
"""Ratings are 0, for none, to this."""
ROOM: Final = 20_000
"""The most pictures of which ratings and tags are kept in memory."""

_RATE = (
    "INSERT INTO ratings (server_id, name, rating, rated_at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (server_id, name)"
    " DO UPDATE SET rating = excluded.rating, rated_at = excluded.rated_at"
)
_UNRATE = "DELETE FROM ratings WHERE server_id = ? AND name = ?"
_TAG = "INSERT OR IGNORE INTO tags (server_id, name, tag) VALUES (?, ?, ?)"
_UNTAG = "DELETE FROM tags WHERE server_id = ? AND name = ? AND tag = ?"
_WANTED = "server_id = ? AND name IN (SELECT value FROM json_each(?))"
_RATINGS = f"SELECT name, rating FROM ratings WHERE {_WANTED}"
_TAGS = f"SELECT name, tag FROM tags WHERE {_WANTED} ORDER BY tag"

_Place = tuple[str, str]
"""The server and the name, as the database takes them."""


@dataclass(frozen=True, slots=True)
class _Mark:
    rating: int = 0
    tags: tuple[str, ...] = ()


_NONE: Final = _Mark()


class Ratings(QObject):
    """Rates and tags pictures of all servers; in memory alone where there is no database.

    Views say what they show, and that is read; a change holds at once and is written behind.
    """

    changed = Signal(object)
    """A tuple of ``PictureKey`` whose rating or tags are others, or have been read."""

    def __init__(
        self,
        database: Database | None = None,
        tasks: Tasks | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._tasks = tasks
        self._marks: OrderedDict[PictureKey, _Mark] = OrderedDict()
        self._unread: set[PictureKey] = set()
        """Changed here before they were read: what else they are is not known yet."""
        self._touched: set[PictureKey] = set()
        """Changed since the read under way began: what it finds of them is old."""
        self._shown: dict[str, tuple[PictureKey, ...]] = {}
        self._reading = False

    def rating_of(self, key: PictureKey) -> int:
        """The rating, 1 to 5; 0 for none, and while it is not read."""
        return self._marks.get(key, _NONE).rating

    def tags_of(self, key: PictureKey) -> tuple[str, ...]:
        """The tags in the order of the alphabet; empty while they are not read."""
        return self._marks.get(key, _NONE).tags

    def rate(self, keys: Iterable[PictureKey], rating: int) -> None:
        """Rate pictures from 1 to 5; 0 takes their ratings away.

        Raises:
            ValueError: there is no such rating.
        """
        if not 0 <= rating <= MOST:
            raise ValueError(rating)
        listed = tuple(dict.fromkeys(keys))
        if rating:
            now = time.time()
            self._write(_RATE, [(*_place(key), rating, now) for key in listed])
        else:
            self._write(_UNRATE, [_place(key) for key in listed])
        self._change(listed, lambda mark: replace(mark, rating=rating))

    def tag(
        self, keys: Iterable[PictureKey], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> None:
        """Give tags to pictures and take others away; see ``tags.clean_tag``."""
        listed = tuple(dict.fromkeys(keys))
        added = clean_tags(add)
        gone = [tag for tag in clean_tags(remove) if tag not in added]
        self._write(_UNTAG, [(*_place(key), tag) for key in listed for tag in gone])
        self._write(_TAG, [(*_place(key), tag) for key in listed for tag in added])

        def tagged(mark: _Mark) -> _Mark:
            return replace(mark, tags=tuple(sorted({*mark.tags, *added}.difference(gone))))

        self._change(listed, tagged)

    def show(self, view: str, keys: Sequence[PictureKey]) -> None:
        """State all pictures that a view shows now, so that they are read; ``()`` at its end."""
        if keys:
            self._shown[view] = tuple(keys)
        else:
            self._shown.pop(view, None)
        if self._tasks is not None and not self._reading and self._wanted():
            self._tasks.start(self._read_all(), "read ratings", replace=True)

    # --- of all pictures of a server -------------------------------------------------------
    async def rated(self, server_id: ServerId) -> dict[str, int]:
        """The rating of each rated picture of a server, by name.

        Raises:
            sqlite3.Error: they cannot be read.
        """
        if self._database is None:
            return {name: mark.rating for name, mark in self._own(server_id) if mark.rating}
        sql = "SELECT name, rating FROM ratings WHERE server_id = ?"
        return dict(await self._database.query(sql, (server_id,)))

    async def tagged(self, server_id: ServerId, tag: str | None = None) -> list[str]:
        """The names of a server's pictures that have a tag, or any.

        Raises:
            sqlite3.Error: they cannot be read.
        """
        if self._database is None:
            own = self._own(server_id)
            return [name for name, mark in own if (tag in mark.tags if tag else mark.tags)]
        sql = "SELECT DISTINCT name FROM tags WHERE server_id = ?"
        values = (server_id,) if tag is None else (server_id, tag)
        rows = await self._database.query(f"{sql} AND tag = ?" if tag else sql, values)
        return [name for (name,) in rows]

    async def known_tags(self, server_id: ServerId) -> list[str]:
        """All tags that pictures of a server have, the most used first.

        Raises:
            sqlite3.Error: they cannot be read.
        """
        if self._database is None:
            return sorted({tag for _, mark in self._own(server_id) for tag in mark.tags})
        sql = "SELECT tag FROM tags WHERE server_id = ? GROUP BY tag ORDER BY count(*) DESC, tag"
        return [tag for (tag,) in await self._database.query(sql, (server_id,))]

    def _own(self, server_id: ServerId) -> Iterator[tuple[str, _Mark]]:
        marks = self._marks.items()
        return ((key.name, mark) for key, mark in marks if key.server_id == server_id)

    # --- memory --------------------------------------------------------------------------
    def _change(self, keys: Sequence[PictureKey], change: Callable[[_Mark], _Mark]) -> None:
        if self._database is not None:
            self._unread.update(key for key in keys if key not in self._marks)
        self._touched.update(keys)
        self._keep({key: change(self._marks.get(key, _NONE)) for key in keys})

    def _keep(self, marks: Mapping[PictureKey, _Mark]) -> None:
        new = tuple(key for key, mark in marks.items() if self._marks.get(key, _NONE) != mark)
        for key, mark in marks.items():
            self._marks[key] = mark
            self._marks.move_to_end(key)
        while self._database is not None and len(self._marks) > ROOM:
            self._unread.discard(self._marks.popitem(last=False)[0])
        if new:
            self.changed.emit(new)

    def _wanted(self) -> list[PictureKey]:
        if self._database is None:
            return []
        shown = dict.fromkeys(key for keys in self._shown.values() for key in keys)
        return [key for key in shown if key not in self._marks or key in self._unread]

    # --- the database --------------------------------------------------------------------
    def _write(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        if self._database is not None and rows:
            self._database.post(lambda connection: connection.executemany(sql, rows))

    async def _read_all(self) -> None:
        self._reading = True
        try:
            while keys := self._wanted():
                await self._read(keys)
        except sqlite3.Error as error:
            log.warning("ratings were not read: %s", error)
        finally:
            self._reading = False

    async def _read(self, keys: Sequence[PictureKey]) -> None:
        """Read what is kept of pictures; what is changed meanwhile stays and is read again."""
        assert self._database is not None
        self._touched.clear()
        places = {_place(key) for key in keys}
        found = await self._database.read(lambda connection: _select(connection, places))
        read = [key for key in keys if key not in self._touched]
        self._unread.difference_update(read)
        self._keep({key: found.get(_place(key), _NONE) for key in read})


def _select(connection: sqlite3.Connection, places: Collection[_Place]) -> dict[_Place, _Mark]:
    names: dict[str, list[str]] = {}
    for server_id, name in places:
        names.setdefault(server_id, []).append(name)
    found: dict[_Place, _Mark] = {}
    for server_id, wanted in names.items():
        place = (server_id, json.dumps(wanted))
        for name, rating in connection.execute(_RATINGS, place):
            found[server_id, name] = _Mark(min(max(int(rating), 0), MOST))
        for name, tag in connection.execute(_TAGS, place):
            mark = found.get((server_id, name), _NONE)
            found[server_id, name] = replace(mark, tags=(*mark.tags, tag))
    return found


def _place(key: PictureKey) -> _Place:
    """Where a picture's rows are; a database takes no halves of surrogate pairs and no zeros."""
    return key.server_id, key.name.encode(errors="replace").decode().replace("\0", " ")

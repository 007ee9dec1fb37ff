"""The local index of pictures of all servers: it answers in milliseconds, and without them."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.boards import Board, BoardId, GalleryView
from ivk_desktop.domain.media import ImageInfo, ImageName
from ivk_desktop.domain.picture_search import PictureQuery
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import caches, index_search, index_tables
from ivk_desktop.stores.caches import Cache
from ivk_desktop.stores.index_file import IndexFile
from ivk_desktop.stores.index_search import Marks
from ivk_desktop.stores.index_tables import State

log = logging.getLogger(__name__)

CHUNK = 2000
"""So many names are written at once: a search waits no longer than for these."""

P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[Concatenate[sqlite3.Connection, int, P], T]
"""A function of ``index_tables`` that takes the number of a server first."""


class Count(NamedTuple):
    """How many pictures of a server are indexed, of how many that are known by name."""

    done: int = 0
    total: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be read."""
        return 0 < self.total <= self.done


class PictureIndex(QObject):
    """Keeps what was learned of pictures, in a file that may vanish.

    The file is opened when it is first asked for. Reads raise ``sqlite3.Error`` where they fail.
    """

    changed = Signal(object)
    """The ``ServerId`` whose count is another."""
    told = Signal(object)
    """A ``Problem`` with the file."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = file
        self._opened: IndexFile | None = None
        self._counts: dict[ServerId, Count] = {}
        self.is_usable = True
        """Whether what is kept stays: no file, no index."""

    async def open(self) -> None:
        """Open the file, if it is not; ``told`` follows where something is wrong with it."""
        if self._opened is not None:
            return
        self._opened = IndexFile(self._path, self)
        self._opened.broke.connect(self._broken)
        if (problem := await self._opened.opened()) is not None:
            self._tell(problem)

    async def close(self) -> None:
        """Finish what waits and close the file."""
        if self._opened is not None:
            await self._opened.close()

    def count(self, server_id: ServerId) -> Count:
        """How far a server is indexed, as of the last ``recount``."""
        return self._counts.get(server_id, Count())

    async def recount(self, server_id: ServerId) -> Count:
        """Count anew; ``changed`` follows where it is another."""
        count = Count(*await self._read(server_id, index_tables.counts))
        if count != self._counts.get(server_id):
            self._counts[server_id] = count
            self.changed.emit(server_id)
        return count

    # --- reading -------------------------------------------------------------------------
    async def find(
        self, server_id: ServerId, view: GalleryView, query: PictureQuery, marks: Marks
    ) -> list[ImageName]:
        """The names that a view shows, in its order; see ``index_search``."""
        return await self._read(server_id, index_search.find, view, query, marks)

    async def boards(self, server_id: ServerId) -> tuple[list[Board], float | None]:
        """The boards of a server, and the unix time at which it told them."""
        listed = await self._read(server_id, index_tables.boards, server_id)
        return listed, await self._read(server_id, index_tables.heard_at)

    async def infos(self, server_id: ServerId, names: Sequence[ImageName]) -> list[ImageInfo]:
        """Entries of pictures, as far as they are known."""
        return await self._read(server_id, index_tables.infos, server_id, names)

    async def details(self, server_id: ServerId, name: ImageName) -> PictureDetails | None:
        """All that is known of a picture."""
        return await self._read(server_id, index_tables.details, server_id, name)

    async def lacking(self, server_id: ServerId, state: State, most: int) -> list[ImageInfo]:
        """Pictures of which no more is known than ``state`` says, the newest first."""
        return await self._read(server_id, index_tables.lacking, server_id, state, most)

    async def gone(
        self, server_id: ServerId, board_id: BoardId, names: Sequence[ImageName], *, assets: bool
    ) -> list[ImageName]:
        """What the index has on a board that is not among these names."""
        work = partial(index_tables.gone, is_asset=assets)
        return await self._read(server_id, work, board_id, names)

    async def known(self, server_id: ServerId) -> dict[str, list[str]]:
        """The models, LoRAs and workflows that made pictures, the most frequent first."""
        return await self._read(server_id, index_tables.known)

    async def strays(self, server_id: ServerId) -> list[ImageName]:
        """Pictures on boards that the server lists no more."""
        return await self._read(server_id, index_tables.strays)

    # --- writing -------------------------------------------------------------------------
    async def put_names(
        self, server_id: ServerId, board_id: BoardId, names: Sequence[ImageName], *, assets: bool
    ) -> None:
        """Keep all names of a board, the newest first."""
        work = partial(index_tables.put_names, is_asset=assets)
        for end in range(len(names), 0, -CHUNK):  # the oldest first: see ``index_file``
            await self._change(server_id, work, board_id, names[max(0, end - CHUNK) : end])

    async def put_boards(self, server_id: ServerId, boards: Sequence[Board]) -> None:
        """Keep the boards of a server as it lists them now."""
        await self._change(server_id, index_tables.put_boards, tuple(boards))

    async def put_entries(self, server_id: ServerId, infos: Sequence[ImageInfo]) -> None:
        """Keep gallery entries."""
        await self._change(server_id, index_tables.put_entries, tuple(infos))

    async def put_facts(self, server_id: ServerId, name: ImageName, facts: PictureFacts) -> None:
        """Keep how a picture was made."""
        await self._change(server_id, index_tables.put_facts, name, facts)

    async def remove(self, server_id: ServerId, names: Iterable[ImageName]) -> None:
        """Forget pictures."""
        await self._change(server_id, index_tables.remove, tuple(names))

    async def forget(self, server_id: ServerId) -> None:
        """Forget all of a server."""
        file = await self._file()
        await file.change(lambda connection: index_tables.forget(connection, server_id))
        self._counts.pop(server_id, None)

    async def clear(self) -> None:
        """Forget everything: the file goes, and the next use makes it anew."""
        await self.close()
        self._opened = None
        self._counts.clear()
        await asyncio.to_thread(caches.clear, Cache.INDEX)

    # --- the file ------------------------------------------------------------------------
    async def _file(self) -> IndexFile:
        if self._opened is None:
            await self.open()
        assert self._opened is not None
        return self._opened

    async def _read(
        self, server_id: ServerId, work: Work[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        file = await self._file()
        return await file.read(
            lambda c: work(c, index_tables.number_of(c, server_id), *args, **kwargs)
        )

    async def _change(
        self, server_id: ServerId, work: Work[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        file = await self._file()
        await file.change(lambda c: work(c, index_tables.number_of(c, server_id), *args, **kwargs))

    def _broken(self, problem: object) -> None:
        self._counts.clear()
        self._tell(problem)

    def _tell(self, problem: object) -> None:
        self.is_usable = getattr(problem, "code", "") != "index_unusable"
        self.told.emit(problem)

"""Fills the index: names, entries, and how each picture was made, while the server is at rest."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import Backend, BoardSource, GallerySource
from ivk_desktop.api.errors import ApiError, Busy, Forbidden, NotFound, Unauthorized, Unreachable
from ivk_desktop.api.picture_facts import PictureFactsSource
from ivk_desktop.domain.boards import Board, BoardId, GalleryView
from ivk_desktop.domain.media import ImageInfo, ImageName
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Connected, Lost, Update
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.index_tables import State
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.pace import Pace
from ivk_desktop.stores.picture_index import PictureIndex
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

GAP_S: Final = 0.2
"""At least so long from one request to the next: five a second."""
PAGE: Final = 200
"""So many entries are read at once."""
FEW: Final = 5
"""After so many pictures it looks for newer ones, and the count is told."""
REST_MS: Final = 3000
"""Nothing has run for so long when it begins."""
RETRY_MS: Final = 30_000
AGAIN_MS: Final = 30 * 60_000
"""All boards are listed again after so long."""
TASK: Final = "index pictures"
PASSING = (Unreachable, Busy)
"""Tried again after a while."""


class _Pile(NamedTuple):
    """What is listed by one request: the pictures or the assets of a board."""

    board_id: BoardId
    assets: bool


class Indexer(QObject):
    """Reads one server's pictures into the index, the newest first, one request at a time.

    It works while the server is connected, shown and has run nothing for a moment; what it has
    read is in the index, so it goes on where it was. Boards are listed again when their counts
    change, and after half an hour.
    """

    failed = Signal(object)
    """A ``Problem`` that ends it until the next connection: the disk is full."""

    def __init__(
        self,
        backend: Backend,
        index: PictureIndex,
        tasks: Tasks,
        queue: QueueStore,
        boards: BoardStore,
        parent: QObject | None = None,
        *,
        gap_s: float = GAP_S,
        rest_ms: int = REST_MS,
    ) -> None:
        super().__init__(parent)
        self._server_id = backend.server_id
        self._source = backend if isinstance(backend, BoardSource) else None
        self._facts = backend if isinstance(backend, PictureFactsSource) else None
        self._index = index
        self._tasks = tasks
        self._queue = queue
        self._boards = boards
        self._pace = Pace(gap_s)
        self._online = False
        self._shown = True
        self._failed = False
        self._told = False
        """Whether the index knows the boards as they are now."""
        self._listed: dict[_Pile, int] = {}
        """The counts of the piles that were listed since the connection."""
        self._working = False
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._go_on)
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self._list_again)
        self._again.start()
        queue.counts_changed.connect(self._look)
        boards.changed.connect(self._boards_changed)
        boards.state_changed.connect(self._boards_changed)

    def apply(self, update: Update) -> None:
        """Follow the connection."""
        if isinstance(update, Connected | Lost):
            self._online = isinstance(update, Connected)
            if self._online:
                self._listed.clear()
                self._told = self._failed = False
            self._look()

    def set_shown(self, shown: bool) -> None:
        """Rest while the window does not show the server."""
        self._shown = shown
        self._look()

    def _boards_changed(self) -> None:
        self._told = False
        self._look()

    def _look(self) -> None:
        """Rest, or go on after a while: between two items it is not worth it."""
        if not self._may_work():
            self._rest.stop()
            self._pace.set_free(False)
        elif self._pace.is_free:
            self._go_on()
        elif not self._rest.isActive():
            self._rest.start()

    def _may_work(self) -> bool:
        return self._online and self._shown and not self._queue.is_working()

    def _go_on(self) -> None:
        """Start what is to be done, unless it is under way."""
        self._pace.set_free(True)
        ready = self._source is not None and self._boards.state is ListState.READY
        usable = self._index.is_usable and not self._failed
        if ready and usable and not self._working:
            self._working = self._tasks.start(self._run(), TASK, replace=True)

    def _list_again(self) -> None:
        """Notice what counts do not tell: as many came as went."""
        self._listed.clear()
        self._boards_changed()

    # --- the work ------------------------------------------------------------------------
    async def _run(self) -> None:
        """Read all that the index lacks; ends when there is nothing more to read."""
        assert self._source is not None
        try:
            more = True
            while self._index.is_usable and (more or not self._told):
                more = await self._step(self._source)
                await self._index.recount(self._server_id)
        except PASSING as error:
            log.info("the index waits for the server: %s", error)
            self._retry.start()
        except ApiError as error:
            log.warning("pictures are not indexed until the next connection: %s", error)
            self._failed = True
        except sqlite3.Error as error:
            log.warning("pictures are not indexed any more: %s", error)
            self._failed = True
            self.failed.emit(Problem("index_unusable", {"reason": str(error)}))
        finally:
            self._working = False

    async def _step(self, source: BoardSource) -> bool:
        """Do the most urgent thing; whether there was one."""
        if not self._told:
            self._told = True
            await self._tell_boards(source)
        elif (found := self._next_pile()) is not None:
            await self._list(source, *found)
        elif infos := await self._index.lacking(self._server_id, State.NAME, PAGE):
            await self._read_entries(source, [info.ref.name for info in infos])
        elif self._facts is not None and (
            infos := await self._index.lacking(self._server_id, State.ENTRY, FEW)
        ):
            await self._read_facts(self._facts, infos)
        else:
            return False
        return True

    async def _tell_boards(self, source: BoardSource) -> None:
        await self._index.put_boards(self._server_id, self._boards.items)
        strays = await self._index.strays(self._server_id)
        await self._read_entries(source, strays)

    def _next_pile(self) -> tuple[_Pile, int] | None:
        """What was not listed since the connection, or has another count since."""
        for board in self._boards.items:
            for assets in (False, True):
                pile = _Pile(board.key.board_id, assets)
                if self._listed.get(pile) != (count := _count(board, pile)):
                    return pile, count
        return None

    async def _list(self, source: BoardSource, pile: _Pile, count: int) -> None:
        """Learn which pictures there are; those that have left are asked where they are."""
        names: Sequence[ImageName] = ()
        if count:
            await self._pace.turn()
            names = await self._names(source, pile)
        place = (self._server_id, pile.board_id)
        gone = await self._index.gone(*place, names, assets=pile.assets)
        await self._index.put_names(*place, names, assets=pile.assets)
        self._listed[pile] = count
        await self._read_entries(source, gone)

    async def _names(self, source: BoardSource, pile: _Pile) -> Sequence[ImageName]:
        if isinstance(source, GallerySource):
            return await source.gallery_names(GalleryView(pile.board_id, pile.assets))
        return await source.image_names(pile.board_id, assets=pile.assets)

    async def _read_entries(self, source: BoardSource, names: Sequence[ImageName]) -> None:
        """Read entries; what has none is not there any more."""
        for start in range(0, len(names), PAGE):
            page = names[start : start + PAGE]
            await self._pace.turn()
            infos = await source.images(page)
            await self._index.put_entries(self._server_id, infos)
            told = {info.ref.name for info in infos if not info.is_intermediate}
            await self._index.remove(self._server_id, [name for name in page if name not in told])

    async def _read_facts(self, source: PictureFactsSource, infos: Sequence[ImageInfo]) -> None:
        for info in infos:
            try:
                facts = await source.picture_facts(info, self._pace.turn)
            except NotFound:
                await self._index.remove(self._server_id, [info.ref.name])
                continue
            except (*PASSING, Unauthorized, Forbidden):
                raise
            except ApiError as error:
                log.info("how a picture was made cannot be read: %s", error)
                facts = PictureFacts()
            await self._index.put_facts(self._server_id, info.ref.name, facts)


def _count(board: Board, pile: _Pile) -> int:
    return board.asset_count if pile.assets else board.image_count + board.video_count

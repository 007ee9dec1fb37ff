"""An index in a file, with pictures of a scripted server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ivk_desktop.api.errors import NotFound
from ivk_desktop.api.picture_facts import Turn
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey, GalleryView
from ivk_desktop.domain.jobs import QueueCounts
from ivk_desktop.domain.media import ImageInfo, ImageName
from ivk_desktop.domain.picture_search import parse
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import Connected, Lost, QueueSnapshot
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.indexer import Indexer
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.picture_index import PictureIndex
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.tasks import Tasks
from tests.fakes import FACTS, SERVER
from tests.fakes_gallery import FakeGallery
from tests.stores.waiting import until

LOOSE = BoardKey(SERVER, UNCATEGORIZED)
HERE = Connected(LinkState.LIVE, FACTS)
CATS = BoardKey(SERVER, BoardId("cats"))


@dataclass
class ToldServer(FakeGallery):
    """A server that tells how each picture was made."""

    broken: dict[str, Exception] = field(default_factory=dict)
    """Pictures that it fails to tell about."""
    has_failed: asyncio.Event = field(default_factory=asyncio.Event)

    async def boards(self) -> Sequence[Board]:
        """Uncategorized and the others, with counts."""
        self._called("boards")
        own = [(board.key.board_id, board.name) for board in self.board_list]
        named = [(UNCATEGORIZED, "Uncategorized"), *own]
        found = []
        for board_id, name in named:
            mine = [self.infos[n] for n in self.on(None if board_id == UNCATEGORIZED else board_id)]
            assets = sum(info.is_asset for info in mine)
            key = BoardKey(self.server_id, BoardId(board_id))
            found.append(Board(key, name, len(mine) - assets, assets))
        return found

    async def picture_facts(self, info: ImageInfo, turn: Turn) -> PictureFacts:
        await turn()
        self._called("picture_facts", info.ref.name)
        if info.ref.name in self.broken:
            self.has_failed.set()
            raise self.broken[info.ref.name]
        if info.ref.name not in self.infos:
            raise NotFound(what="The picture")
        return self.facts_of.get(info.ref.name, PictureFacts())

    def asked(self, name: str) -> list[object]:
        return [said for what, said in self.calls if what == name]


class Desk:
    """The stores of one start of the app on one server."""

    def __init__(self, server: ToldServer, file: Path, rest_ms: int = 0) -> None:
        self.server, self.tasks = server, Tasks()
        self.index = PictureIndex(file)
        self.told: list[str] = []
        self.index.told.connect(lambda problem: self.told.append(problem.code))
        self.ratings = Ratings()
        self.local = LocalGallery(SERVER, self.index, self.ratings, self.tasks)
        self.queue = QueueStore(SERVER, None, self.tasks)
        self.boards = BoardStore(server, self.tasks, local=self.local)
        self.indexer = Indexer(
            server, self.index, self.tasks, self.queue, self.boards, gap_s=0.0, rest_ms=rest_ms
        )

    def connect(self) -> None:
        for store in (self.local, self.indexer):
            store.apply(HERE)
        self.boards.reload()

    def lose(self, lost: Lost) -> None:
        for store in (self.local, self.indexer):
            store.apply(lost)
        self.boards.mark_stale()

    async def indexed(self, number: int) -> None:
        """Wait until so many pictures are indexed, and no more are there."""
        await until(self.index.changed, lambda: self.index.count(SERVER) == (number, number))

    async def found(self, text: str, board: BoardKey = LOOSE, **view: object) -> list[ImageName]:
        asked = GalleryView(board.board_id, search=text, **view)  # type: ignore[arg-type]
        return await self.local.find(asked, parse(text))

    async def close(self) -> None:
        await self.tasks.close()
        await self.index.close()


@asynccontextmanager
async def a_desk(server: ToldServer, file: Path, rest_ms: int = 0) -> AsyncIterator[Desk]:
    desk = Desk(server, file, rest_ms)
    try:
        yield desk
    finally:
        await desk.close()


async def read(boards: BoardStore) -> None:
    """Wait until the boards are read."""
    await until(boards.state_changed, lambda: boards.state is ListState.READY)


def busy(count: int) -> QueueSnapshot:
    """A queue in which so many items run."""
    return QueueSnapshot((), (), QueueCounts(running=count))

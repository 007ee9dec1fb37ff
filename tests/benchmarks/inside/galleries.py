"""The gallery: a board of many pictures, and a search of 100,000 that are indexed."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject

from ivk_desktop.app import Desk
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardKey, SearchBy
from ivk_desktop.domain.invokeai.picture_facts import facts_of
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import index_tables
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.image_memory import ImageMemory
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.media import THUMBNAILS_MB
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.stage.pages import BoardPage
from tests.benchmarks.inside.parts import Found, Options, settled
from tests.benchmarks.inside.starting import memory_mb
from tests.benchmarks.inside.watching import painted, quiet
from tests.benchmarks.many_pictures import metadata
from tests.benchmarks.table import percentile
from tests.fakes_gallery import FakeGallery

SCROLL_PX_S: Final = 3000
SCROLL_S: Final = 6.0
FRAME_S: Final = 0.008
FRAME_MS: Final = 16.0
PATIENCE_S: Final = 0.5
"""So long a page is waited for while all of the board is walked through."""
MANY: Final = 100_000
CHUNK: Final = 1000
EDGE: Final = 512
QUERIES: Final = {
    "few": '"picture 4711"',
    "some": "fox model:flux lora:ink",
    "tenth": "fox",
    "filters": "steps:>=20 cfg:7..8 on:2023",
    "all": "masterpiece",
}
ROUNDS: Final = 5
POLL_S: Final = 0.001


class GridPaints(QObject):
    """How long each repaint of a grid takes."""

    def __init__(self, grid: PictureGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.paints_ms: list[float] = []
        grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint:
            return False
        begin = time.perf_counter()
        self._grid.viewportEvent(event)
        self.paints_ms.append((time.perf_counter() - begin) * 1000)
        return True

    def end(self) -> list[float]:
        """Stop; the milliseconds of each repaint."""
        self._grid.viewport().removeEventFilter(self)
        return self.paints_ms


# --- a board of many pictures ----------------------------------------------------------------
async def browsing(desk: Desk, options: Options) -> Found:
    """Open a board without and with a cache, jump, scroll, walk through all of it."""
    session = await settled(desk)
    board = _board(session, options["board"])
    grid = desk.window.stage.board_page.grid
    found: Found = {"pictures": board.image_count}
    found["cold_ms"] = await _opened(desk, session, board)
    bar = grid.verticalScrollBar()
    found["jump_ms"] = await _jumped(session, grid, bar.maximum() // 2)
    bar.setValue(0)
    paints, begin = GridPaints(grid), time.perf_counter()
    while (now := time.perf_counter() - begin) < SCROLL_S:
        bar.setValue(round(now * SCROLL_PX_S))
        await asyncio.sleep(FRAME_S)
    times = paints.end()
    found["quick_percent"] = 100 * sum(one <= FRAME_MS for one in times) / len(times)
    found["paint_p99_ms"] = percentile(times, 0.99)
    bar.setValue(0)
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep())
        await _filled(session, grid)
    desk.collector.collect()
    found["pss_mb"] = memory_mb("Pss")
    desk.window.stage.close_board()
    session.media._thumbnails._memory = ImageMemory(THUMBNAILS_MB)
    found["cached_ms"] = await _opened(desk, session, board)
    return found


def _board(session: ServerSession, name: str) -> Board:
    """The board of that name, the largest one without a name."""
    boards = [board for board in session.boards.items if name in ("", board.name)]
    return max(boards, key=lambda board: board.image_count)


async def _opened(desk: Desk, session: ServerSession, board: Board) -> float:
    """Milliseconds until all thumbnails in view are there and painted."""
    begin = time.monotonic()
    desk.window.stage.show_board(board.key, board.name)
    desk.window.stage.open_page(Page.BOARD)
    grid = desk.window.stage.board_page.grid
    await quiet(lambda: grid.count > 0, 0)
    await _filled(session, grid)
    return (await painted(grid.viewport()) - begin) * 1000


async def _jumped(session: ServerSession, grid: PictureGrid, value: int) -> float:
    begin = time.monotonic()
    grid.verticalScrollBar().setValue(value)
    await _filled(session, grid)
    return (await painted(grid.viewport()) - begin) * 1000


async def _filled(session: ServerSession, grid: PictureGrid) -> None:
    """Wait until every picture in view is there, or ``PATIENCE_S``."""
    give_up = time.monotonic() + PATIENCE_S

    def filled() -> bool:
        refs = (grid.ref(row) for row in grid.visible_rows())
        there = (ref is None or session.media.loaded_thumbnail(ref) is not None for ref in refs)
        return all(there) or time.monotonic() > give_up

    await quiet(filled, POLL_S)


# --- the index -------------------------------------------------------------------------------
async def searching(desk: Desk, _: Options) -> Found:
    """100,000 indexed pictures: from the wish to the names in the grid, painted."""
    await settled(desk)
    key = BoardKey(ServerId("many"), UNCATEGORIZED)
    await _fill(desk, key.server_id)
    local = LocalGallery(key.server_id, desk.index, Ratings(), desk.tasks)
    pictures = BoardPictures(key, FakeGallery(key.server_id), desk.tasks, desk, local=local)
    session = desk.servers.current
    assert session is not None
    page = BoardPage()
    page.resize(700, 500)
    page.show()
    page.show_board(pictures, session.media)
    found: Found = {f"{name}_ms": [] for name in QUERIES}
    for number in range(ROUNDS):
        for name, text in QUERIES.items():
            await _searched(page, pictures, f"nothing {number}")
            found[f"{name}_ms"].append(await _searched(page, pictures, text))
            found[f"{name}_names"] = len(pictures.items)
    page.show_board(None, session.media)
    page.deleteLater()
    return found


async def _searched(page: BoardPage, pictures: BoardPictures, text: str) -> float:
    before, begin = pictures.as_of, time.monotonic()
    pictures.set_view(replace(pictures.view, search=text, by=SearchBy.INDEX))
    await quiet(lambda: pictures.as_of != before, POLL_S)
    at = await painted(page.grid.viewport() if pictures.items else page)
    return (at - begin) * 1000


async def _fill(desk: Desk, server_id: ServerId) -> None:
    file = await desk.index._file()
    for start in range(0, MANY, CHUNK):
        await file.change(partial(_put, server_id=server_id, start=start))


def _put(connection: sqlite3.Connection, server_id: ServerId, start: int) -> None:
    server = index_tables.number_of(connection, server_id)
    infos = [_info(server_id, number) for number in range(start, start + CHUNK)]
    index_tables.put_entries(connection, server, infos)
    for number, info in enumerate(infos, start):
        facts = facts_of(metadata(number, EDGE), None, None)
        index_tables.put_facts(connection, server, info.ref.name, facts)


def _info(server_id: ServerId, number: int) -> ImageInfo:
    name = ImageName(f"{random.Random(number).randbytes(16).hex()}.png")
    return ImageInfo(MediaRef(server_id, name), EDGE, EDGE, 1.68e9 + number * 300)

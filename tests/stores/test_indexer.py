"""The indexer: newest first, only at rest, goes on where it was, follows what changes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.errors import BadAnswer, ConnectionLost
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Lost
from ivk_desktop.stores.index_tables import State
from ivk_desktop.stores.pace import Pace
from tests.fakes import SERVER
from tests.stores.index_help import Desk, ToldServer, a_desk, busy, read
from tests.stores.waiting import until

Run = Callable[[Any], Any]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "index.sqlite"


def facts_asked(desk: Desk) -> list[object]:
    return desk.server.asked("picture_facts")


def test_the_newest_picture_comes_first(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png", "b.png", "c.png")
        server.add("asset.png", is_asset=True)
        async with a_desk(server, file) as desk:
            desk.connect()
            await desk.indexed(4)
            assert facts_asked(desk) == ["asset.png", "c.png", "b.png", "a.png"]
            assert await desk.found("", assets=True) == ["asset.png"]

    run(check())


def test_it_goes_on_after_a_restart_where_it_was(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png", "b.png", "c.png")
        async with a_desk(server, file) as desk:
            await desk.index.put_entries(SERVER, list(server.infos.values()))
            await desk.index.put_facts(SERVER, server.infos["c.png"].ref.name, _nothing())
        async with a_desk(server, file) as desk:
            desk.connect()
            await desk.indexed(3)
            assert facts_asked(desk) == ["b.png", "a.png"]

    run(check())


def _nothing() -> Any:
    from ivk_desktop.domain.pictures import PictureFacts

    return PictureFacts()


def test_nothing_is_asked_while_something_runs_or_nobody_looks(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png")
        async with a_desk(server, file) as desk:
            desk.queue.apply(busy(1))
            desk.connect()
            await until(desk.boards.state_changed, lambda: bool(desk.boards.items))
            await asyncio.sleep(0)
            assert server.asked("gallery_names") == []
            desk.indexer.set_shown(False)
            desk.queue.apply(busy(0))
            await asyncio.sleep(0)
            assert server.asked("gallery_names") == []
            desk.indexer.set_shown(True)
            await desk.indexed(1)

    run(check())


def test_the_moment_between_two_items_is_no_rest(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png")
        async with a_desk(server, file, rest_ms=60_000) as desk:
            desk.connect()
            await read(desk.boards)
            desk.queue.apply(busy(1))
            desk.queue.apply(busy(0))
            await desk.index.recount(SERVER)
            assert server.asked("gallery_names") == []

    run(check())


def test_what_comes_moves_and_goes_is_followed(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        await server.create_board("cats")
        server.add("a.png", "b.png")
        async with a_desk(server, file) as desk:
            desk.connect()
            await desk.indexed(2)
            server.add("c.png", "d.png", "e.png")
            await server.move_pictures([server.infos["a.png"].ref], desk.boards.items[1].key[1])
            await server.delete_pictures([server.infos["b.png"].ref])
            desk.boards.reload()
            await desk.indexed(4)
            assert await desk.found("") == ["e.png", "d.png", "c.png"]
            assert await desk.found("", desk.boards.items[1].key) == ["a.png"]
            assert facts_asked(desk).count("a.png") == 1
            await server.delete_board(desk.boards.items[1].key.board_id, with_pictures=True)
            await server.delete_pictures([server.infos["a.png"].ref])
            desk.boards.reload()
            await desk.indexed(3)

    run(check())


def test_a_picture_that_cannot_be_told_about_does_not_stop_the_others(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png", "b.png", "c.png")
        server.broken["b.png"] = BadAnswer("no JSON")
        async with a_desk(server, file) as desk:
            desk.connect()
            await desk.indexed(3)
            assert facts_asked(desk) == ["c.png", "b.png", "a.png"]

    run(check())


def test_a_lost_server_is_asked_again_after_the_next_connection(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png", "b.png")
        server.broken["a.png"] = ConnectionLost("reset")
        async with a_desk(server, file) as desk:
            desk.connect()
            await until(desk.index.changed, lambda: desk.index.count(SERVER).total == 2)
            await server.has_failed.wait()
            desk.lose(Lost(Problem("connection_lost"), 1.0))
            server.broken.clear()
            desk.connect()
            await desk.indexed(2)
            assert facts_asked(desk) == ["b.png", "a.png", "a.png"]

    run(check())


def test_a_full_disk_ends_it_and_is_said_once(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png")
        async with a_desk(server, file) as desk:
            told: list[Problem] = []
            desk.indexer.failed.connect(told.append)

            async def full(*_: object) -> None:
                raise sqlite3.OperationalError("database or disk is full")

            desk.index.put_entries = full  # type: ignore[method-assign, assignment]
            desk.connect()
            await until(desk.indexer.failed, lambda: bool(told))
            desk.boards.reload()
            await read(desk.boards)
            assert [problem.code for problem in told] == ["index_unusable"]
            assert await desk.index.lacking(SERVER, State.ENTRY, 9) == []

    run(check())


def test_turns_keep_their_distance_and_wait_for_a_free_way(run: Run) -> None:
    class Clock:
        at = 100.0

        def __call__(self) -> float:
            self.at += 0.06  # looking costs time, so that no test has to wait
            return self.at

    async def check() -> None:
        clock = Clock()
        pace = Pace(0.1, clock)
        turn = asyncio.ensure_future(pace.turn())  # noqa: TID251 - a test waits beside it
        await asyncio.sleep(0)
        assert not turn.done()
        pace.set_free(True)
        await turn
        begin = clock.at
        for _ in range(5):
            await pace.turn()
        assert clock.at - begin >= 0.5

    run(check())


def test_a_board_without_pictures_costs_no_request(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        server.add("a.png")
        await server.create_board("empty")
        async with a_desk(server, file) as desk:
            desk.connect()
            await desk.indexed(1)
            asked = [view.board_id for view in server.asked("gallery_names")]  # type: ignore[attr-defined]
            assert asked == [UNCATEGORIZED]

    run(check())

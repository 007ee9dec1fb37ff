"""The index: found by words, filters and one's own marks; made anew when it breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.errors import ConnectionLost
from ivk_desktop.domain.boards import BoardId, BoardKey
from ivk_desktop.domain.media import ImageName, PictureKey
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.index_tables import State
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.trash import Trash
from tests.fakes import SERVER
from tests.stores.index_help import CATS, Desk, ToldServer, a_desk
from tests.stores.waiting import until

Run = Callable[[Any], Any]
DAY = 86_400.0

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


def a_server() -> ToldServer:
    """Three pictures: a red fox, a blue whale on a board, an owl that says nothing."""
    server = ToldServer()
    server.add("fox.png", created_at=10 * DAY, starred=True, width=1024, height=768)
    server.add("whale.png", board="cats", created_at=20 * DAY)
    server.add("owl.png", created_at=30 * DAY)
    server.facts_of["fox.png"] = PictureFacts(
        "a red fox in the snow", "blurry", 123, "SDXL base", ("Ink", "Fur 100%"), 30, 7.5
    )
    server.facts_of["whale.png"] = PictureFacts("蓝色的鲸鱼 whale", seed=2**70, workflow="Sea")
    return server


async def filled(desk: Desk) -> None:
    """Put all that the server has into the index."""
    await desk.index.put_boards(SERVER, await desk.server.boards())
    infos = list(desk.server.infos.values())
    await desk.index.put_entries(SERVER, infos)
    for info in infos:
        facts = desk.server.facts_of.get(info.ref.name, PictureFacts())
        await desk.index.put_facts(SERVER, info.ref.name, facts)


def spoil(file: Path) -> None:
    """Leave nothing of a file but its first page."""
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * (file.stat().st_size - 4096))


def key(name: str) -> PictureKey:
    return PictureKey(SERVER, ImageName(name))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["owl", "whale", "fox"]),
        ("FOX", ["fox"]),
        ("red snow", ["fox"]),
        ('"red snow"', []),
        ("-fox", ["owl", "whale"]),
        ("鲸鱼", ["whale"]),
        ("蓝色的", ["whale"]),
        ("re", ["fox"]),
        ("prompt:blurry", []),
        ("negative:blurry", ["fox"]),
        ("model:sdxl seed:123", ["fox"]),
        ("lora:ink lora:fur", ["fox"]),
        ("lora:100%", ["fox"]),
        ("steps:>=30 cfg:7..8", ["fox"]),
        ("-seed:123", ["owl", "whale"]),
        ("size:1024x768", ["fox"]),
        ("starred", ["fox"]),
        ("-starred", ["owl", "whale"]),
        ("workflow:sea", ["whale"]),
        ("name:ow", ["owl"]),
        ("board:uncat", ["owl", "fox"]),
        ("on:1970-01-21", ["whale"]),
        ("before:1970-01-15", ["fox"]),
        ("after:1970-01-25", ["owl"]),
        ("rating:>=4", ["fox"]),
        ("rating:<4", ["owl", "whale"]),
        ("rating:0", ["owl"]),
        ("rated", ["whale", "fox"]),
        ("-rated", ["owl"]),
        ("tag:keep", ["owl"]),
        ("-tagged", ["whale", "fox"]),
        ('tag:keep "', ["owl"]),
        ("%", ["fox"]),
        ("' OR 1=1 --", []),
    ],
)
def test_pictures_are_found(text: str, names: list[str], file: Path, run: Run) -> None:
    async def check() -> None:
        server = a_server()
        server.board_list.append(await server.create_board("Cats"))
        server.infos["whale.png"] = replace(server.infos["whale.png"], board_id="board-Cats")
        async with a_desk(server, file) as desk:
            await filled(desk)
            desk.ratings.rate([key("fox.png")], 5)
            desk.ratings.rate([key("whale.png")], 2)
            desk.ratings.tag([key("owl.png")], add=["keep"])
            found = await desk.found(text, everywhere=True)
            assert found == [f"{name}.png" for name in names]

    run(check())


def test_a_board_is_searched_alone_unless_another_is_named(file: Path, run: Run) -> None:
    async def check() -> None:
        async with a_desk(a_server(), file) as desk:
            await filled(desk)
            assert await desk.found("") == ["owl.png", "fox.png"]
            assert await desk.found("", CATS) == ["whale.png"]
            assert await desk.found("", oldest_first=True) == ["fox.png", "owl.png"]
            assert await desk.found("", starred_first=True) == ["fox.png", "owl.png"]
            assert await desk.found("board:uncategorized", CATS) == ["owl.png", "fox.png"]
            day = BoardKey(SERVER, BoardId("by_date:1970-01-21"))
            assert await desk.found("", day) == ["whale.png"]

    run(check())


def test_what_is_known_comes_back_after_a_restart(file: Path, run: Run) -> None:
    async def check() -> None:
        server = a_server()
        async with a_desk(server, file) as desk:
            await filled(desk)
        async with a_desk(server, file) as desk:
            assert await desk.index.recount(SERVER) == (3, 3)
            boards, heard_at = await desk.local.boards()
            assert [board.name for board in boards] == ["Uncategorized"]
            assert heard_at is not None
            ref = server.infos["fox.png"].ref
            assert await desk.local.infos([ref]) == [
                replace(server.infos["fox.png"], board_id=None)
            ]
            details = await desk.local.details(ref)
            assert details is not None
            assert details.facts == server.facts_of["fox.png"]
            known = await desk.index.known(SERVER)
            assert known == {
                "model": ["SDXL base"],
                "lora": ["Ink", "Fur 100%"],
                "workflow": ["Sea"],
            }

    run(check())


def test_how_a_picture_was_made_is_told_while_the_server_is_away(file: Path, run: Run) -> None:
    async def check() -> None:
        server = a_server()
        async with a_desk(server, file) as desk:
            await filled(desk)
            notices = Notices()
            trash = Trash(server, desk.tasks, notices, None)
            stores = (trash, desk.boards, ResultStore())
            gallery = Gallery(server, desk.tasks, notices, *stores, local=desk.local)
            told: list[Any] = []
            gallery.changes.details_read.connect(lambda _, details: told.append(details))
            server.failures["picture_details"] = ConnectionLost("reset")
            gallery.changes.explain(server.infos["fox.png"].ref, "ticket")
            await until(gallery.changes.details_read, lambda: bool(told))
            assert told[0].facts == server.facts_of["fox.png"]
            assert not notices.log

    run(check())


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\0" + b"\xff" * 8192])
def test_a_broken_file_is_made_anew_and_said(file: Path, run: Run, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)

    async def check() -> None:
        async with a_desk(a_server(), file) as desk:
            await filled(desk)
            assert desk.told == ["index_broken"]
            assert desk.index.is_usable
            assert await desk.found("fox") == ["fox.png"]

    run(check())


def test_a_file_that_breaks_while_it_is_used_is_made_anew(file: Path, run: Run) -> None:
    async def check() -> None:
        server = a_server()
        async with a_desk(server, file) as desk:
            await filled(desk)
        spoil(file)
        async with a_desk(server, file) as desk:
            await desk.found("fox")
            await filled(desk)
            assert desk.told == ["index_broken"]
            assert await desk.found("fox") == ["fox.png"]

    run(check())


def test_a_file_of_another_version_is_made_anew_in_silence(file: Path, run: Run) -> None:
    import sqlite3
    from contextlib import closing

    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE pictures (x)")
        connection.execute("PRAGMA user_version = 99")

    async def check() -> None:
        async with a_desk(a_server(), file) as desk:
            await filled(desk)
            assert desk.told == []
            assert await desk.found("fox") == ["fox.png"]

    run(check())


def test_a_folder_that_cannot_be_used_is_said_and_nothing_else_fails(
    tmp_path: Path, run: Run
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")

    async def check() -> None:
        async with a_desk(a_server(), tmp_path / "cache" / "index.sqlite") as desk:
            await desk.index.open()
            assert desk.told == ["index_unusable"]
            assert not desk.local.is_usable
            assert await desk.found("fox") == []

    run(check())


def test_odd_names_and_texts_are_kept_as_far_as_they_are_text(file: Path, run: Run) -> None:
    async def check() -> None:
        server = ToldServer()
        (odd,) = server.add("\ud800../../etc/passwd.png")
        server.facts_of[odd.name] = PictureFacts("\ud800 one\0two " + "x" * 100_000, seed=-(2**80))
        async with a_desk(server, file) as desk:
            await filled(desk)
            assert await desk.found("one") != []
            assert await desk.index.lacking(SERVER, State.ENTRY, 10) == []

    run(check())

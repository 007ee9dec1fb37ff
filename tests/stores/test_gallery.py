"""Changing boards and pictures, and moving files, on a scripted server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ivk_desktop.api.errors import ConnectionLost, Forbidden
from ivk_desktop.domain.boards import BoardChange, GalleryView
from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.naming import NameTemplate
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.saves import SaveOptions
from tests.fakes import SERVER, a_board
from tests.fakes_gallery import FakeGallery
from tests.stores.test_trash import LOOSE, Desk, a_desk
from tests.stores.waiting import until

Run = Callable[[Any], Any]


async def read_boards(desk: Desk) -> None:
    desk.boards.reload()
    await until(desk.boards.state_changed, lambda: desk.boards.state is ListState.READY)


def board_names(desk: Desk) -> list[str]:
    return [board.name for board in desk.boards.items]


async def idle(desk: Desk) -> None:
    """Wait for the transfers to end."""
    await until(desk.gallery.transfers.changed, lambda: not desk.gallery.transfers.running)


def test_a_board_is_made_renamed_and_deleted(run: Run) -> None:
    async def scenario() -> None:
        async with a_desk(FakeGallery(multi_user=True)) as desk:
            keeper = desk.gallery.keeper
            await read_boards(desk)
            await until(keeper.shares_changed, lambda: keeper.shares)
            keeper.create("Tigers")
            await until(desk.boards.changed, lambda: "Tigers" in board_names(desk))
            key = desk.boards.items[1].key
            keeper.change(key, BoardChange(name="Lions"))
            assert board_names(desk)[1] == "Lions"  # at once
            await until(desk.boards.state_changed, lambda: True)
            keeper.delete(key, with_pictures=True)
            assert board_names(desk) == ["Uncategorized"]
            await until(keeper.deleted, lambda: not desk.server.board_list)

    run(scenario())


def test_a_refused_change_of_a_board_is_taken_back_and_told(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        async with a_desk(server) as desk:
            await read_boards(desk)
            server.failures["change_board"] = Forbidden()
            desk.gallery.keeper.change(desk.boards.items[1].key, BoardChange(name="Lions"))
            await until(desk.boards.changed, lambda: board_names(desk)[1] == "Tigers")
            assert desk.codes() == ["forbidden"]

    run(scenario())


def test_pictures_leave_the_open_board_at_once(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        a, _, c = server.add("a", "b", "c")
        async with a_desk(server) as desk:
            await read_boards(desk)
            assert await desk.names() == ["c", "b", "a"]
            target = desk.boards.items[1].key
            desk.gallery.changes.move([a, c], target)
            assert desk.shown() == ["b"]
            assert desk.boards.items[1].image_count == 2
            await until(
                desk.gallery.changes.moved, lambda: server.on(target.board_id) == ["a", "c"]
            )

    run(scenario())


def test_a_star_is_shown_at_once_and_taken_back_where_it_failed(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        a, b = server.add("a", "b")
        server.stubborn = {b}
        async with a_desk(server) as desk:
            infos = desk.gallery.infos
            infos.keep(server.infos.values())
            desk.gallery.changes.star([a, b], True)
            assert infos.info(a).starred
            assert infos.info(b).starred
            await until(infos.changed, lambda: not infos.info(b).starred)
            assert server.infos["a"].starred
            assert desk.codes() == ["not_starred"]

    run(scenario())


def test_only_the_entries_in_view_are_read(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add(*(f"{n}" for n in range(300)))
        async with a_desk(server) as desk:
            infos = desk.gallery.infos
            infos.show("grid", refs[:10])
            infos.show("grid", refs[100:110])  # scrolled on before the first was asked for
            await until(infos.changed, lambda: infos.info(refs[100]) is not None)
            asked = [said for name, said in server.calls if name == "images"]
            assert asked == [tuple(ref.name for ref in refs[100:110])]
            infos.show("grid", refs[100:111])
            await until(infos.changed, lambda: infos.info(refs[110]) is not None)
            assert [len(said) for name, said in server.calls if name == "images"] == [10, 1]

    run(scenario())


def test_the_server_sorts_and_searches(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("tiger", "lion")
        server.add("old tiger", starred=True)
        async with a_desk(server) as desk:
            assert await desk.names() == ["old tiger", "lion", "tiger"]
            opened = desk.boards.opened
            opened.set_view(GalleryView(LOOSE.board_id, oldest_first=True))
            await until(opened.changed, lambda: desk.shown() == ["tiger", "lion", "old tiger"])
            opened.set_view(GalleryView(LOOSE.board_id, search="tiger", starred_first=True))
            await until(opened.changed, lambda: desk.shown() == ["old tiger", "tiger"])

    run(scenario())


def test_the_item_that_made_a_picture_is_found_or_said_to_be_gone(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery(makers={"a": JobId("7")})
        a, b = server.add("a", "b")
        async with a_desk(server) as desk:
            changes, found = desk.gallery.changes, []
            changes.maker_found.connect(lambda ref, key: found.append((ref, key)))
            changes.find_maker(a)
            await until(changes.maker_found, lambda: found)
            assert found == [(a, JobKey(SERVER, JobId("7")))]
            changes.find_maker(b)
            await until(desk.notices.posted, lambda: desk.codes() == ["maker_unknown"])

    run(scenario())


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(b"picture " + name.encode())
    return [folder / name for name in names]


def test_files_become_pictures_of_a_board(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        async with a_desk(server) as desk:
            await read_boards(desk)
            board = desk.boards.items[1]
            wanted = files(tmp_path, "1.png", "2.png")
            (tmp_path / "bad.png").write_bytes(b"text")
            wanted[1:1] = [tmp_path / "bad.png", tmp_path / "gone.png"]
            upload = desk.gallery.upload(wanted, board)
            await idle(desk)
            assert [ref.name for ref in upload.refs] == ["up-1.png", "up-2.png"]
            assert server.on(board.key.board_id) == ["up-1.png", "up-2.png"]
            failed = [(name, problem.code) for name, problem in upload.failures]
            assert failed == [("bad.png", "not_a_picture"), ("gone.png", "picture_unreadable")]
            assert upload.rest == ()

    run(scenario())


def test_an_upload_that_is_cancelled_leaves_the_rest(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery(gate=asyncio.Event())
        async with a_desk(server) as desk:
            await read_boards(desk)
            wanted = files(tmp_path, "1.png", "2.png", "3.png")
            upload = desk.gallery.upload(wanted, desk.boards.items[0])
            await until(upload.changed, lambda: upload.fraction > 0)
            assert upload.fraction < 0.5
            desk.gallery.transfers.cancel(upload)
            await idle(desk)
            assert upload.cancelled
            assert (upload.done, upload.left) == (0, 3)
            assert [name for name, _ in server.calls].count("upload_to_board") == 1

    run(scenario())


def test_an_upload_stops_when_the_server_is_away(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        async with a_desk(server) as desk:
            await read_boards(desk)
            wanted = files(tmp_path, "1.png", "2.png")
            server.failures["upload_to_board"] = ConnectionLost()
            upload = desk.gallery.upload(wanted, desk.boards.items[0])
            await idle(desk)
            assert upload.stopped.code == "connection_lost"
            assert upload.rest == tuple(wanted)

    run(scenario())


def test_pictures_are_saved_under_names_that_tell_of_them(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        refs = server.add("a.png", "b.png", board="board-Tigers")
        server.facts_of = {"a.png": PictureFacts(seed=7, workflow="Portrait / warm")}
        async with a_desk(server) as desk:
            await read_boards(desk)
            template = NameTemplate("{board}/{workflow}_{seed}_{n}.png")
            options = SaveOptions(tmp_path, template, sidecars=True)
            desk.gallery.save(refs, options, "Lab")
            await idle(desk)
            folder = tmp_path / "Tigers"
            names = sorted(path.name for path in folder.iterdir())
            assert names == ["2.json", "2.png", "Portrait warm_7_1.json", "Portrait warm_7_1.png"]
            assert (folder / "2.png").read_bytes() == b"picture b.png"
            told = json.loads((folder / "Portrait warm_7_1.json").read_text())
            assert (told["name"], told["board"], told["server"]) == ("a.png", "Tigers", "Lab")
            assert told["facts"]["seed"] == told["metadata"]["seed"] == 7

    run(scenario())


def test_a_file_that_is_there_is_never_replaced(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("a.png", "b.png")
        (tmp_path / "same.png").write_bytes(b"mine")
        async with a_desk(server) as desk:
            save = desk.gallery.save(refs, SaveOptions(tmp_path, NameTemplate("same")), "Lab")
            await idle(desk)
            assert [path.name for path in save.files] == ["same (2).png", "same (3).png"]
            assert (tmp_path / "same.png").read_bytes() == b"mine"
            assert not any(name == "picture_details" for name, _ in server.calls)

    run(scenario())


def test_a_folder_that_cannot_be_written_ends_the_saving(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("a.png", "b.png")
        (tmp_path / "file").write_bytes(b"")
        async with a_desk(server) as desk:
            options = SaveOptions(tmp_path / "file", NameTemplate("{name}"))
            save = desk.gallery.save(refs, options, "Lab")
            await idle(desk)
            assert [problem.code for _, problem in save.failures] == ["folder_unwritable"]
            assert save.left == 1

    run(scenario())


def test_a_picture_that_is_gone_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        a, b = server.add("a.png", "b.png")
        del server.pictures["a.png"]
        async with a_desk(server) as desk:
            save = desk.gallery.save([a, b], SaveOptions(tmp_path, NameTemplate("{name}")), "Lab")
            await idle(desk)
            assert [name for name, _ in save.failures] == ["a.png"]
            assert [path.name for path in save.files] == ["b.png"]

    run(scenario())


def test_pictures_are_fetched_as_a_zip(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("a.png", "b.mp4")
        async with a_desk(server) as desk:
            seen = []
            download = desk.gallery.pack(refs, tmp_path / "two.zip")
            download.changed.connect(lambda: seen.append(download.fraction))
            await idle(desk)
            assert download.files == (tmp_path / "two.zip",)
            assert seen[0] is None
            assert seen[-1] is not None or seen[1] == 1.0

    run(scenario())

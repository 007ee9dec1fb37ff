"""Boards and pictures that are changed: the demo server does what the real one does."""

from __future__ import annotations

import os
import zipfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.client import Client
from ivk_desktop.api.errors import NotFound, Rejected, ServerFault, Unusable
from ivk_desktop.api.feed import follow
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.domain.boards import (
    UNCATEGORIZED,
    Board,
    BoardChange,
    BoardId,
    GalleryView,
    Visibility,
    day_of,
)
from ivk_desktop.domain.media import VIDEO_ENDINGS, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.pictures import PictureFacts
from tests.contract.conftest import Server
from tests.contract.graphs import perform, request, slow_image, started
from tests.contract.test_lists import PIXEL

DATA = Path(__file__).parents[1] / "data"


class Reports(list[tuple[int, int | None]]):
    """What was told of the progress."""

    def __call__(self, done: int, total: int | None) -> None:
        self.append((done, total))


@asynccontextmanager
async def a_board(client: Client, name: str = "contract") -> AsyncIterator[Board]:
    """A board of our own, which is gone at the end with all that is on it."""
    board = await client.backend.create_board(name)
    try:
        yield board
    finally:
        with suppress(NotFound):
            await client.backend.delete_board(board.key.board_id, with_pictures=True)


async def uploaded(client: Client, board: Board, count: int = 1) -> list[MediaRef]:
    """Pictures on a board, the oldest first."""
    board_id = board.key.board_id
    return [
        await client.backend.upload_to_board(PIXEL, f"{n}.png", board_id, Reports())
        for n in range(count)
    ]


async def names(backend: InvokeAIBackend, board: Board, **how: Any) -> list[str]:
    return list(await backend.gallery_names(GalleryView(board.key.board_id, assets=True, **how)))


async def listed(backend: InvokeAIBackend, board: Board) -> Board:
    return next(one for one in await backend.boards() if one.key == board.key)


def nothing(client: Client, kind: MediaKind = MediaKind.IMAGE) -> MediaRef:
    ending = "mp4" if kind is MediaKind.VIDEO else "png"
    return MediaRef(client.backend.server_id, ImageName(f"no-such.{ending}"), kind)


def test_a_board_is_made_changed_and_deleted(server: Server, run: Any) -> None:
    async def kept() -> None:
        async with server.client() as client, a_board(client) as board:
            backend, board_id = client.backend, board.key.board_id
            assert (board.name, board.archived) == ("contract", False)
            (ref,) = await uploaded(client, board)
            change = BoardChange("other", True, ref.name, Visibility.SHARED)
            await backend.change_board(board_id, change)
            found = await listed(backend, board)
            assert (found.name, found.archived, found.asset_count) == ("other", True, 1)
            assert (found.cover, found.visibility) == (ref, Visibility.SHARED)
            with pytest.raises(ServerFault):
                await backend.change_board(board_id, BoardChange(cover=ImageName("no-such.png")))
            assert await backend.delete_board(board_id, with_pictures=False) == 0
            assert (await backend.images([ref.name]))[0].board_id is None
            await backend.delete_pictures([ref])
            for call in (
                backend.change_board(board_id, BoardChange(name="x")),
                backend.delete_board(board_id, with_pictures=True),
            ):
                with pytest.raises(NotFound):
                    await call
            assert not await backend.shares_boards()

    run(kept())


def test_pictures_go_with_their_board(server: Server, run: Any) -> None:
    async def gone() -> None:
        async with server.client() as client, a_board(client) as board:
            refs = await uploaded(client, board, 2)
            assert await client.backend.delete_board(board.key.board_id, with_pictures=True) == 0
            assert await client.backend.images([ref.name for ref in refs]) == []

    run(gone())


def test_stars_order_what_is_listed(server: Server, run: Any) -> None:
    async def starred() -> None:
        async with server.client() as client, a_board(client) as board:
            backend = client.backend
            first, second, third = await uploaded(client, board, 3)
            by_time = [third.name, second.name, first.name]
            assert await names(backend, board) == by_time
            assert await names(backend, board, oldest_first=True) == by_time[::-1]
            assert await backend.star_pictures([first, nothing(client)], True) == []
            assert [i.starred for i in await backend.images(by_time)] == [False, False, True]
            in_front = [first.name, third.name, second.name]
            assert await names(backend, board, starred_first=True) == in_front
            assert await backend.star_pictures([first], False) == []
            assert await names(backend, board, starred_first=True) == by_time

    run(starred())


def test_pictures_are_moved_between_boards(server: Server, run: Any) -> None:
    async def moved() -> None:
        async with server.client() as client, a_board(client) as here, a_board(client) as there:
            backend = client.backend
            refs = await uploaded(client, here, 2)
            to = there.key.board_id
            assert await backend.move_pictures([refs[0], nothing(client)], to) == []
            assert await names(backend, here) == [refs[1].name]
            assert await names(backend, there) == [refs[0].name]
            assert await backend.move_pictures(refs, UNCATEGORIZED) == []
            assert await names(backend, here) == await names(backend, there) == []
            assert {i.board_id for i in await backend.images([r.name for r in refs])} == {None}
            with pytest.raises(NotFound):
                await backend.move_pictures(refs, BoardId("no-such"))
            assert await backend.delete_pictures([*refs, nothing(client)]) == []
            assert await backend.images([ref.name for ref in refs]) == []

    run(moved())


def test_videos_that_are_gone_have_not_failed(server: Server, run: Any) -> None:
    async def videos() -> None:
        async with server.client() as client, a_board(client) as board:
            backend, gone = client.backend, nothing(client, MediaKind.VIDEO)
            assert await backend.star_pictures([gone], True) == []
            assert await backend.delete_pictures([gone]) == []
            assert await backend.move_pictures([gone], board.key.board_id) == []
            assert await backend.images([gone.name]) == []

    run(videos())


def test_videos_are_starred_moved_and_deleted_like_pictures(server: Server, run: Any) -> None:
    async def kept() -> None:
        async with server.client() as client, a_board(client) as board:
            backend, board_id = client.backend, board.key.board_id
            ref = await backend.upload_video((DATA / "tiny.mp4").read_bytes(), "tiny.mp4")
            (image,) = await uploaded(client, board)
            assert await backend.move_pictures([ref], board_id) == []
            assert (await listed(backend, board)).video_count == 1
            assert await names(backend, board) == [image.name, ref.name]
            assert await backend.star_pictures([ref], True) == []
            assert await names(backend, board, starred_first=True) == [ref.name, image.name]
            assert (await backend.picture_details(ref)).info.starred
            assert await backend.move_pictures([ref], UNCATEGORIZED) == []
            assert await names(backend, board) == [image.name]
            with pytest.raises(NotFound):
                await backend.picture_details(nothing(client, MediaKind.VIDEO))
            assert await backend.delete_pictures([ref]) == []
            assert ref.name not in await backend.video_names(UNCATEGORIZED, assets=True)

    run(kept())


def test_an_upload_tells_how_far_it_is(server: Server, run: Any) -> None:
    async def told() -> None:
        async with server.client() as client, a_board(client) as board:
            backend, board_id = client.backend, board.key.board_id
            data, reports = PIXEL + bytes(300_000), Reports()
            ref = await backend.upload_to_board(data, "large.png", board_id, reports)
            assert len(reports) > 2
            assert {total for _, total in reports} == {len(data)}
            assert [done for done, _ in reports] == sorted(done for done, _ in reports)
            (info,) = await backend.images([ref.name])
            assert (info.board_id, info.is_asset) == (board_id, True)
            assert await backend.byte_count(ref) == len(await client.fetch(ref))
            with pytest.raises(Rejected):
                await backend.upload_to_board(b"no picture", "x.png", board_id, Reports())
            with pytest.raises(NotFound):
                await backend.upload_to_board(PIXEL, "x.png", BoardId("no-such"), Reports())

    run(told())


def test_a_day_is_a_board(server: Server, run: Any) -> None:
    async def by_date() -> None:
        async with server.client() as client, a_board(client) as board:
            (ref,) = await uploaded(client, board)
            days = await client.backend.date_boards()
            assert [day.name for day in days] == sorted((d.name for d in days), reverse=True)
            assert not days[0].is_own
            assert day_of(days[0].key.board_id) == days[0].name
            view = GalleryView(days[0].key.board_id, assets=True)
            found = await client.backend.gallery_names(view)
            assert found[0] == ref.name
            # Videos that were uploaded are listed as assets, and counted as none.
            pictures = [name for name in found if not name.endswith(VIDEO_ENDINGS)]
            assert len(pictures) == days[0].asset_count

    run(by_date())


def test_the_server_searches(server: Server, run: Any) -> None:
    async def searched() -> None:
        async with server.client() as client, a_board(client) as board:
            (ref,) = await uploaded(client, board)
            day = (await client.backend.date_boards())[0].name
            assert await names(client.backend, board, search=day) == [ref.name]
            assert await names(client.backend, board, search="no such word anywhere") == []

    run(searched())


def test_a_picture_tells_how_it_was_made_and_by_which_item(server: Server, run: Any) -> None:
    async def made() -> None:
        async with server.client() as client, a_board(client) as board:
            backend = client.backend
            performed = await perform(client, request(slow_image(steps=1, seed=4711)))
            (ref,) = performed.job.outputs
            details = await backend.picture_details(ref)
            assert details.info.ref == ref
            assert details.facts.seed == 4711
            assert "graph" in details.raw
            assert await backend.job_of_picture(ref) == performed.job.key.job_id
            (upload,) = await uploaded(client, board)
            assert await backend.job_of_picture(upload) is None
            assert (await backend.picture_details(upload)).raw == {}
            with pytest.raises(NotFound):
                await backend.picture_details(nothing(client))
            await backend.delete_pictures([ref])

    run(made())


def test_facts_are_read_picture_by_picture_at_the_pace_that_is_asked_for(
    server: Server, run: Any
) -> None:
    async def told() -> None:
        turns: list[None] = []

        async def turn() -> None:
            turns.append(None)

        async with server.client() as client, a_board(client) as board:
            backend = client.backend
            performed = await perform(client, request(slow_image(steps=1, seed=4711)))
            (ref,) = performed.job.outputs
            (info,) = await backend.images([ref.name])
            assert info.has_workflow
            assert (await backend.picture_facts(info, turn)).seed == 4711
            assert len(turns) == 2
            (upload,) = await uploaded(client, board)
            (plain,) = await backend.images([upload.name])
            assert await backend.picture_facts(plain, turn) == PictureFacts()
            assert len(turns) == 3
            with pytest.raises(NotFound):
                await backend.picture_facts(replace(plain, ref=nothing(client)), turn)
            await backend.delete_pictures([ref])

    run(told())


def test_pictures_of_all_boards_are_listed_at_once(server: Server, run: Any) -> None:
    async def listed() -> None:
        async with (
            server.client() as client,
            a_board(client) as one,
            a_board(client, "second") as two,
        ):
            here, there = await uploaded(client, one), await uploaded(client, two)
            found = await names(client.backend, one, everywhere=True)
            assert {ref.name for ref in (*here, *there)} <= set(found)
            assert await names(client.backend, one) == [here[0].name]

    run(listed())


def test_pictures_are_packed_told_of_and_fetched_once(
    server: Server, run: Any, tmp_path: Path
) -> None:
    async def packed() -> None:
        async with AsyncExitStack() as live, server.client() as client, a_board(client) as board:
            refs = await uploaded(client, board, 2)
            target, reports = tmp_path / "two.zip", Reports()
            with pytest.raises(Unusable) as caught:
                await client.backend.download_pictures(refs, target, reports)
            assert caught.value.problem.code == "zip_needs_live"
            updates = await live.enter_async_context(aclosing(follow(client.backend)))
            await started(updates)
            made = await client.backend.download_pictures(refs, target, reports)
            assert made == [target]
            told = {event.name for event in client.backend.recent_events()}
            assert "bulk_download_complete" in told
            assert os.listdir(tmp_path) == ["two.zip"]  # noqa: PTH208 - may be called here
            with zipfile.ZipFile(target) as file:
                assert {Path(name).name for name in file.namelist()} == {r.name for r in refs}
            assert reports[0] == (0, None)
            assert reports[-1][0] == target.stat().st_size
            missing = [nothing(client)]
            with pytest.raises(Unusable) as caught:
                await client.backend.download_pictures(missing, tmp_path / "x.zip", Reports())
            assert caught.value.problem.code == "zip_failed"
            unwritable = tmp_path / "no folder" / "x.zip"
            with pytest.raises(Unusable) as caught:
                await client.backend.download_pictures(refs, unwritable, Reports())
            assert caught.value.problem.code == "not_saved"

    run(packed())


def test_more_than_one_call_takes_is_paged(server: Server, run: Any) -> None:
    async def many() -> None:
        async with server.client() as client:
            server_id = client.backend.server_id
            refs = [MediaRef(server_id, ImageName(f"no-{n}.png")) for n in range(1001)]
            assert await client.backend.star_pictures(refs, True) == []
            assert await client.backend.delete_pictures(refs) == []

    run(many())

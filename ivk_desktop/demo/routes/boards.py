"""Boards, and which images lie on them; nothing here emits an event."""

from __future__ import annotations

from aiohttp import web

from ivk_desktop.demo.problems import Refused
from ivk_desktop.demo.reply import (
    answer,
    ascending,
    body_of,
    few_names,
    flag,
    needed,
    number,
    word,
)
from ivk_desktop.demo.routes.images import delete_images, query_of
from ivk_desktop.demo.state import State, state_of
from ivk_desktop.demo.store.boards import Board
from ivk_desktop.demo.store.days import day_boards
from ivk_desktop.demo.store.images import UNCATEGORIZED

routes = web.RouteTableDef()
BASE = "/api/v1/boards"


def _board(request: web.Request) -> Board:
    return state_of(request).boards.get(request.match_info["board_id"])


@routes.get(f"{BASE}/")
async def list_boards(request: web.Request) -> web.Response:
    """All boards, or a page of them."""
    order = word(request, "order_by", ("created_at", "board_name"), "created_at")
    boards = state_of(request).boards.listed(
        by_name=order == "board_name",
        ascending=ascending(request, "direction"),
        archived=bool(flag(request, "include_archived")),
    )
    if flag(request, "all"):
        return answer(boards)
    offset, limit = number(request, "offset", 0), number(request, "limit", 10)
    page = boards[offset : offset + limit]
    return answer({"limit": limit, "offset": offset, "total": len(boards), "items": page})


@routes.post(f"{BASE}/")
async def create_board(request: web.Request) -> web.Response:
    """Make a board."""
    (name,) = needed(request, "board_name")
    boards = state_of(request).boards
    return answer(boards.dto(boards.add(name)), 201)


@routes.get(f"{BASE}/{{board_id}}")
async def get_board(request: web.Request) -> web.Response:
    """One board."""
    return answer(state_of(request).boards.dto(_board(request)))


@routes.patch(f"{BASE}/{{board_id}}")
async def change_board(request: web.Request) -> web.Response:
    """Rename, archive, or set the cover."""
    boards = state_of(request).boards
    changes = await body_of(request)
    _board(request)
    cover = changes.get("cover_image_name")
    if cover is not None and state_of(request).images.find(cover) is None:
        raise Refused(500, "Failed to update board")
    board = boards.change(request.match_info["board_id"], changes)
    return answer(boards.dto(board), 201)


@routes.delete(f"{BASE}/{{board_id}}")
async def delete_board(request: web.Request) -> web.Response:
    """Delete a board, and its images if asked."""
    state, board = state_of(request), _board(request)
    names = [image.name for image in state.images.on_board(board.board_id)]
    with_images = bool(flag(request, "include_images"))
    if with_images:
        delete_images(state, names)
    else:
        _move(state, names, None)
    videos = [video.name for video in state.videos if video.board_id == board.board_id]
    for name in videos:
        if with_images:
            state.videos.remove(name)
        else:
            state.videos.get(name).board_id = None
    state.boards.remove(board.board_id)
    return answer(
        {
            "board_id": board.board_id,
            "deleted_board_images": [] if with_images else names,
            "deleted_images": names if with_images else [],
            "deleted_board_videos": [] if with_images else videos,
            "deleted_videos": videos if with_images else [],
            "failed_images": [],
            "failed_videos": [],
        }
    )


@routes.get(f"{BASE}/{{board_id}}/image_names")
async def board_image_names(request: web.Request) -> web.Response:
    """The names of the images on a board; ``none`` is the uncategorized ones."""
    state = state_of(request)
    board_id = request.match_info["board_id"]
    if board_id != UNCATEGORIZED:
        state.boards.get(board_id)
    wanted = query_of(request)
    found = [
        image.name
        for image in state.images.query(wanted)
        if (image.board_id or UNCATEGORIZED) == board_id
    ]
    return answer(found)


def _move(state: State, names: list[str], board_id: str | None) -> tuple[list[str], list[str]]:
    """File images elsewhere; the boards that changed, and the images that were there."""
    boards = [board_id or UNCATEGORIZED]
    moved = []
    for name in names:
        image = state.images.find(name)
        if image is None:
            continue
        boards.append(image.board_id or UNCATEGORIZED)
        image.board_id = board_id
        moved.append(name)
    return list(dict.fromkeys(boards)), moved


async def _add(request: web.Request, board_id: str, names: list[str]) -> web.Response:
    state = state_of(request)
    state.boards.get(board_id)
    boards, moved = _move(state, names, board_id)
    return answer({"affected_boards": boards, "added_images": moved, "failed_images": []}, 201)


@routes.post("/api/v1/board_images/")
async def add_image(request: web.Request) -> web.Response:
    """Put one image on a board."""
    body = await body_of(request, "board_id", "image_name")
    return await _add(request, body["board_id"], [body["image_name"]])


@routes.post("/api/v1/board_images/batch")
async def add_images(request: web.Request) -> web.Response:
    """Put images on a board."""
    body = await body_of(request, "board_id", "image_names")
    return await _add(request, body["board_id"], few_names(body))


async def _take_off(request: web.Request, names: list[str]) -> web.Response:
    boards, moved = _move(state_of(request), names, None)
    return answer({"affected_boards": boards, "removed_images": moved, "failed_images": []}, 201)


@routes.post("/api/v1/board_images/batch/delete")
async def take_images_off(request: web.Request) -> web.Response:
    """Take images off their boards."""
    body = await body_of(request, "image_names")
    return await _take_off(request, few_names(body))


@routes.delete("/api/v1/board_images/")
async def take_image_off(request: web.Request) -> web.Response:
    """Take one image off its board."""
    body = await body_of(request, "image_name")
    return await _take_off(request, [body["image_name"]])


@routes.get("/api/v1/virtual_boards/by_date")
async def boards_by_date(request: web.Request) -> web.Response:
    """A board a day, newest first."""
    state = state_of(request)
    return answer(day_boards(state.images, state.videos))

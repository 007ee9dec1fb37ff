"""Zips of images: asked for, told of by events, handed out once."""

from __future__ import annotations

import asyncio
import io
import uuid
import zipfile
from typing import Any

from aiohttp import web

from ivk_desktop.demo import events
from ivk_desktop.demo.problems import Broken, Refused, not_found
from ivk_desktop.demo.reply import answer, body_of, few_names
from ivk_desktop.demo.state import State, state_of
from ivk_desktop.demo.store.images import UNCATEGORIZED, Image
from ivk_desktop.demo.studio import painted

routes = web.RouteTableDef()
BASE = "/api/v1/images/download"
ROOM = events.downloads_room("default")


@routes.post(BASE)
async def pack(request: web.Request) -> web.StreamResponse:
    """Answer that the zip is begun, then make it and tell."""
    state = state_of(request)
    body = await body_of(request)
    names, board_id = few_names(body), body.get("board_id")
    if not names and not board_id:
        raise Refused(400, "No images or board id specified.")
    file_name = f"{_board_part(state, board_id)}{uuid.uuid4()}.zip"
    told = answer({"response": None, "bulk_download_item_name": file_name}, 202)
    await told.prepare(request)
    await told.write_eof()
    await _make(state, file_name, names, board_id)
    return told


def _board_part(state: State, board_id: str | None) -> str:
    if not board_id:
        return ""
    if board_id == UNCATEGORIZED:
        return "Uncategorized_"
    if board_id not in state.boards:
        raise Broken
    name = state.boards.get(board_id).board_name
    return "".join(c for c in name if c.isalnum() or c in " _-").rstrip() + "_"


async def _make(state: State, file_name: str, names: list[str], board_id: str | None) -> None:
    await _tell(state, "bulk_download_started", file_name)
    if board_id:
        on_board = None if board_id == UNCATEGORIZED else board_id
        images: list[Image | None] = [*state.images.on_board(on_board)]
    else:
        images = [state.images.find(name) for name in names]
    if None in images:
        await _tell(state, "bulk_download_error", file_name, error="Image record not found")
        return
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for image in filter(None, images):
            data = await painted(state.images.file, image, "full")
            await asyncio.to_thread(file.writestr, f"{image.category}/{image.name}", data)
    state.zips[file_name] = buffer.getvalue()
    await _tell(state, "bulk_download_complete", file_name)


async def _tell(state: State, event: str, file_name: str, **more: Any) -> None:
    await state.hub.emit(event, events.zip_event(file_name, **more), ROOM)


@routes.get(f"{BASE}/{{name}}", allow_head=False)
async def fetch(request: web.Request) -> web.Response:
    """Hand a zip out, once."""
    name = request.match_info["name"]
    data = state_of(request).zips.pop(name, None)
    if data is None:
        raise not_found("Not Found")
    shown = {"Content-Disposition": f'inline; filename="{name}"'}
    return web.Response(body=data, content_type="application/zip", headers=shown)

"""The server's pictures and videos."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from ivk_desktop.api.errors import NotFound
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.mapping import GENERATED, image_of, video_of
from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.limits import PICTURE_BYTES
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef, MediaSize
from ivk_desktop.domain.servers import ServerId

PICTURES = (GENERATED,)
ASSETS = ("control", "mask", "user", "other")
"""The categories that the web UI shows as images and as assets."""
PAGE = 200
"""Records a request: the server takes 1000, and answers 200 in 8 ms."""


async def board_names(
    http: HttpClient, kind: str, board_id: BoardId, categories: Sequence[str]
) -> list[ImageName]:
    """The names of a board's media of a kind (``image`` or ``video``), newest first."""
    params = {
        "board_id": board_id,
        "categories": list(categories),
        "is_intermediate": False,
        "order_dir": "DESC",
        "starred_first": False,
    }
    data = await http.get_json(f"/api/v1/{kind}s/names", params)
    return http.read(lambda raw: [ImageName(str(name)) for name in raw[f"{kind}_names"]], data)


class ImageRepository:
    """``/api/v1/images``, and ``/api/v1/videos`` where a result is one."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def names(
        self, board_id: BoardId, categories: Sequence[str] = PICTURES
    ) -> list[ImageName]:
        """The names of a board's pictures of these categories, newest first."""
        return await board_names(self._http, "image", board_id, categories)

    async def of_board(self, board_id: str, categories: Sequence[str]) -> list[ImageName]:
        """The names of a board's pictures of these categories, in the server's order."""
        params = {"categories": list(categories), "is_intermediate": False}
        path = f"/api/v1/boards/{quote(board_id, safe='')}/image_names"
        data = await self._http.get_json(path, params)
        return self._http.read(lambda raw: [ImageName(str(name)) for name in raw], data)

    async def by_names(self, names: Sequence[ImageName]) -> list[ImageInfo]:
        """Entries in the order of ``names``; unknown names are left out."""
        found: dict[str, ImageInfo] = {}
        refs = [MediaRef.named(self._server_id, name) for name in names]
        images = [ref.name for ref in refs if ref.kind is MediaKind.IMAGE]
        for start in range(0, len(images), PAGE):
            body = {"image_names": images[start : start + PAGE]}
            data = await self._http.query("/api/v1/images/images_by_names", body)
            # The gallery asks while it is scrolled: the loop has to paint.
            entries = await asyncio.to_thread(self._http.read, self._images, data)
            found |= {entry.ref.name: entry for entry in entries}
        for ref in refs:
            if ref.kind is MediaKind.VIDEO and (entry := await self._video(ref)) is not None:
                found[ref.name] = entry
        return [found[name] for name in names if name in found]

    async def _video(self, ref: MediaRef) -> ImageInfo | None:
        """Videos have no call for many."""
        try:
            data = await self._http.get_json(media_path(ref))
        except NotFound:
            return None
        return self._http.read(lambda raw: video_of(self._server_id, raw), data)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """The encoded bytes of a picture or video, at most 64 MB."""
        part = "image" if ref.kind is MediaKind.MODEL else size.value
        path = f"{media_path(ref)}/{part}"
        return await self._http.get_bytes(path, limit=PICTURE_BYTES)

    async def upload(self, data: bytes, file_name: str) -> MediaRef:
        """Store a picture as an asset of the user's."""
        params = {"image_category": "user", "is_intermediate": False}
        answer = await self._http.upload("/api/v1/images/upload", file_name, data, params)
        return self._http.read(lambda raw: image_of(self._server_id, raw).ref, answer)

    async def workflow(self, ref: MediaRef) -> dict[str, Any] | None:
        """The workflow of a picture or video, else its graph, ``None`` where there is neither."""
        data = await self._http.get_json(f"{media_path(ref)}/workflow")
        return self._http.read(_embedded, data)

    def _images(self, data: Any) -> list[ImageInfo]:
        return [image_of(self._server_id, one) for one in data]


def media_path(ref: MediaRef) -> str:
    """Where a picture, video or cover is on the server."""
    if ref.kind is MediaKind.COVER:
        # The part after the last @ only tells one thumbnail of a workflow from its next.
        return f"/api/v1/workflows/i/{quote(ref.name.rpartition('@')[0], safe='')}"
    if ref.kind is MediaKind.MODEL:
        return f"/api/v2/models/i/{quote(ref.name.rpartition('@')[0], safe='')}"
    kind = "videos" if ref.kind is MediaKind.VIDEO else "images"
    return f"/api/v1/{kind}/i/{quote(ref.name, safe='')}"


def _embedded(data: Any) -> dict[str, Any] | None:
    """The server sends both as JSON text within JSON."""
    found = data["workflow"] or data["graph"]
    if isinstance(found, str):
        found = json.loads(found)
    if found is not None and not isinstance(found, dict):
        raise ValueError("the workflow is no object")
    return found

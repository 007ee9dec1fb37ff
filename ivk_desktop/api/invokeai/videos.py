"""The server's videos, listed and stored; their files come like those of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.images import PICTURES, board_names
from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId


class VideoRepository:
    """``/api/v1/videos``. Servers before 6.14 have none: every call is then ``NotFound``."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def names(
        self, board_id: BoardId, categories: Sequence[str] = PICTURES
    ) -> list[ImageName]:
        """The names of a board's videos of these categories, newest first."""
        return await board_names(self._http, "video", board_id, categories)

    async def upload(self, data: bytes, file_name: str) -> MediaRef:
        """Store a video as an asset of the user's; the server takes MP4 alone."""
        params = {"video_category": "user", "is_intermediate": False}
        answer = await self._http.upload("/api/v1/videos/upload", file_name, data, params)
        name = self._http.read(lambda raw: str(raw["video_name"]), answer)
        return MediaRef(self._server_id, ImageName(name), MediaKind.VIDEO)

    async def frames(self, name: ImageName) -> int:
        """How many frames a video has by its length and rate; 0 where a rate is not known."""
        data = await self._http.get_json(f"/api/v1/videos/i/{quote(name, safe='')}")
        return self._http.read(_frames, data)


def _frames(record: dict[str, Any]) -> int:
    return max(0, round(float(record["duration"]) * float(record["fps"] or 0)))

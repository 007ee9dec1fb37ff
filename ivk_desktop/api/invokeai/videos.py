"""The server's videos, listed and stored; their files come like those of pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.images import PICTURES
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
        params = {
            "board_id": board_id,
            "categories": list(categories),
            "is_intermediate": False,
            "order_dir": "DESC",
            "starred_first": False,
        }
        data = await self._http.get_json("/api/v1/videos/names", params)
        return self._http.read(lambda raw: [ImageName(str(n)) for n in raw["video_names"]], data)

    async def upload(self, data: bytes, file_name: str) -> MediaRef:
        """Store a video as an asset of the user's; the server takes MP4 alone."""
        params = {"video_category": "user", "is_intermediate": False}
        answer = await self._http.upload("/api/v1/videos/upload", file_name, data, params)
        name = self._http.read(lambda raw: str(raw["video_name"]), answer)
        return MediaRef(self._server_id, ImageName(name), MediaKind.VIDEO)

"""The server's boards."""

from __future__ import annotations

import asyncio
from typing import Any

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import count, moment
from ivk_desktop.api.invokeai.wire import BoardRecord
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId


class BoardRepository:
    """``/api/v1/boards``."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def all(self) -> list[Board]:
        """Uncategorized, then all boards, newest first, archived ones too."""
        params = {"all": True, "include_archived": True}
        boards, uncategorized = await asyncio.gather(
            self._http.get_json("/api/v1/boards/", params), self._uncategorized()
        )
        found = self._http.read(self._boards, boards)
        found.sort(key=lambda board: board.created_at or 0.0, reverse=True)
        return [uncategorized, *found]

    async def _uncategorized(self) -> Board:
        """Uncategorized is no board of the server's: only its pictures can be counted."""
        params = {
            "board_id": UNCATEGORIZED,
            "categories": "general",
            "is_intermediate": False,
            "limit": 1,
            "offset": 0,
        }
        page = await self._http.get_json("/api/v1/images/", params)
        return Board(
            key=BoardKey(self._server_id, UNCATEGORIZED),
            name="Uncategorized",
            image_count=self._http.read(lambda raw: count(raw, "total"), page),
        )

    def _boards(self, data: Any) -> list[Board]:
        return [self._board(one) for one in data]

    def _board(self, raw: Any) -> Board:
        record = BoardRecord.model_validate(raw)
        cover = record.cover_image_name
        return Board(
            key=BoardKey(self._server_id, BoardId(record.board_id)),
            name=record.board_name,
            image_count=record.image_count,
            asset_count=record.asset_count,
            video_count=record.video_count,
            cover=MediaRef(self._server_id, ImageName(cover)) if cover else None,
            archived=record.archived,
            created_at=moment(raw, "created_at"),
        )

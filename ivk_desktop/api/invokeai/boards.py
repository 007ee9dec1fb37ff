"""The server's boards."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import count, moment
from ivk_desktop.api.invokeai.wire import BoardRecord, Counts, DateBoardRecord, DeletedBoard
from ivk_desktop.domain.boards import (
    UNCATEGORIZED,
    Board,
    BoardChange,
    BoardId,
    BoardKey,
    Visibility,
)
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

    async def by_date(self) -> list[Board]:
        """The days on which pictures came, newest first."""
        data = await self._http.get_json("/api/v1/virtual_boards/by_date")
        found = self._http.read(lambda raw: [self._date_board(one) for one in raw], data)
        return sorted(found, key=lambda board: board.name, reverse=True)

    async def create(self, name: str) -> Board:
        """Make a board."""
        data = await self._http.send("POST", "/api/v1/boards/", params={"board_name": name})
        return self._http.read(self._board, data)

    async def change(self, board_id: BoardId, change: BoardChange) -> None:
        """Set what the change names."""
        visibility = None if change.visibility is None else change.visibility.value
        body = {
            "board_name": change.name,
            "archived": change.archived,
            "cover_image_name": change.cover,
            "board_visibility": visibility,
        }
        named = {key: value for key, value in body.items() if value is not None}
        await self._http.send("PATCH", _path(board_id), named)

    async def delete(self, board_id: BoardId, with_pictures: bool) -> int:
        """Delete a board; returns how many of its pictures are still there against the wish."""
        params = {"include_images": with_pictures}
        data = await self._http.send("DELETE", _path(board_id), params=params)
        deleted = self._http.read(DeletedBoard.model_validate, data)
        return len(deleted.failed_images) + len(deleted.failed_videos)

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
        return replace(
            self._counted(record, record.board_id, record.board_name),
            archived=record.archived,
            created_at=moment(raw, "created_at"),
            visibility=_visibility(record.board_visibility),
            owner=record.owner_username or "",
        )

    def _date_board(self, raw: Any) -> Board:
        record = DateBoardRecord.model_validate(raw)
        return self._counted(record, record.virtual_board_id, record.date)

    def _counted(self, record: Counts, board_id: str, name: str) -> Board:
        cover = record.cover_image_name
        return Board(
            key=BoardKey(self._server_id, BoardId(board_id)),
            name=name,
            image_count=record.image_count,
            asset_count=record.asset_count,
            video_count=record.video_count,
            cover=MediaRef(self._server_id, ImageName(cover)) if cover else None,
        )


def _path(board_id: BoardId) -> str:
    return f"/api/v1/boards/{quote(board_id, safe='')}"


def _visibility(word: str) -> Visibility:
    """An unknown word is taken for the strictest."""
    known = {one.value: one for one in Visibility}
    return known.get(word, Visibility.PRIVATE)

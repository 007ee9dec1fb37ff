"""Boards: named piles of images."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from ivk_desktop.demo.clock import now, stamp
from ivk_desktop.demo.problems import not_found
from ivk_desktop.demo.store.images import Images
from ivk_desktop.demo.store.videos import Videos

EDITABLE = ("board_name", "cover_image_name", "archived", "board_visibility")


@dataclass(slots=True)
class Board:
    """One board; times in seconds since 1970."""

    board_id: str
    board_name: str
    created_at: float
    updated_at: float
    cover_image_name: str | None = None
    archived: bool = False
    board_visibility: str = "private"


class Boards:
    """All boards by id."""

    def __init__(self, images: Images, videos: Videos) -> None:
        self._images = images
        self._videos = videos
        self._boards: dict[str, Board] = {}

    def add(self, name: str, *, archived: bool = False, at: float | None = None) -> Board:
        """Make a board."""
        at = now() if at is None else at
        board = Board(str(uuid.uuid4()), name, at, at, archived=archived)
        self._boards[board.board_id] = board
        return board

    def __contains__(self, board_id: str) -> bool:
        return board_id in self._boards

    def get(self, board_id: str) -> Board:
        """The board of that id.

        Raises:
            Refused: 404.
        """
        board = self._boards.get(board_id)
        if board is None:
            raise not_found("Board not found")
        return board

    def change(self, board_id: str, changes: dict[str, Any]) -> Board:
        """Set what a PATCH names."""
        board = self.get(board_id)
        for key in EDITABLE:
            if changes.get(key) is not None:
                setattr(board, key, changes[key])
        board.updated_at = now()
        return board

    def remove(self, board_id: str) -> None:
        """Forget a board; its images must have been dealt with."""
        del self._boards[board_id]

    def listed(self, *, by_name: bool, ascending: bool, archived: bool) -> list[dict[str, Any]]:
        """The boards as the list call answers them."""
        boards = [board for board in self._boards.values() if archived or not board.archived]
        if by_name:
            boards.sort(key=lambda board: board.board_name.lower(), reverse=not ascending)
        else:
            boards.sort(key=lambda board: board.created_at, reverse=not ascending)
        images, assets, covers = self._images.counts()
        return [
            self._dto(board, images[board.board_id], assets[board.board_id], covers, "System")
            for board in boards
        ]

    def dto(self, board: Board) -> dict[str, Any]:
        """One board as the other calls answer it: without its owner's name."""
        images, assets, covers = self._images.counts()
        return self._dto(board, images[board.board_id], assets[board.board_id], covers, None)

    def _dto(
        self,
        board: Board,
        images: int,
        assets: int,
        covers: dict[str | None, str],
        owner: str | None,
    ) -> dict[str, Any]:
        return {
            "board_id": board.board_id,
            "board_name": board.board_name,
            "user_id": "system",
            "created_at": stamp(board.created_at),
            "updated_at": stamp(board.updated_at),
            "deleted_at": None,
            "cover_image_name": board.cover_image_name or covers.get(board.board_id),
            "archived": board.archived,
            "board_visibility": board.board_visibility,
            "cover_video_name": None,
            "image_count": images,
            "video_count": self._videos.count(board.board_id),
            "asset_count": assets,
            "owner_username": owner,
        }

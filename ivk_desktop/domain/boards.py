"""Boards: named sets of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, NewType

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId

BoardId = NewType("BoardId", str)

UNCATEGORIZED = BoardId("none")
"""The pictures that are on no board; InvokeAI's own name for them."""


class BoardKey(NamedTuple):
    """Names one board of one server."""

    server_id: ServerId
    board_id: BoardId


@dataclass(frozen=True, slots=True)
class Board:
    """One board with its counts."""

    key: BoardKey
    name: str
    image_count: int = 0
    asset_count: int = 0
    video_count: int = 0
    cover: MediaRef | None = None
    archived: bool = False
    created_at: float | None = None

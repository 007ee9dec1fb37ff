"""Boards: named sets of pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, NewType

from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId

BoardId = NewType("BoardId", str)

UNCATEGORIZED = BoardId("none")
"""The pictures that are on no board; InvokeAI's own name for them."""

DATE_PREFIX = "by_date:"
"""What the ids begin with of boards that the server makes of all pictures of one day."""


def day_of(board_id: BoardId) -> str:
    """The day of a board by date, as ``2026-03-18``; empty for a board that somebody made."""
    return board_id[len(DATE_PREFIX) :] if board_id.startswith(DATE_PREFIX) else ""


class Visibility(Enum):
    """Who sees a board of a server with several users, beside its owner and administrators."""

    PRIVATE = "private"
    SHARED = "shared"
    """All may look."""
    PUBLIC = "public"
    """All may look and add pictures."""


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
    visibility: Visibility = Visibility.PRIVATE
    owner: str = ""
    """The name of the user whose board it is; empty where that is not told."""

    @property
    def is_own(self) -> bool:
        """Whether it is a board that can be changed: no pile of the server's own making."""
        return self.key.board_id != UNCATEGORIZED and not day_of(self.key.board_id)


@dataclass(frozen=True, slots=True)
class BoardChange:
    """What of a board shall be another; ``None`` leaves a thing as it is."""

    name: str | None = None
    archived: bool | None = None
    cover: ImageName | None = None
    visibility: Visibility | None = None


class SearchBy(Enum):
    """Who looks for what is searched."""

    BOTH = "both"
    """The local index; the server too while the index is not complete."""
    SERVER = "server"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class GalleryView:
    """Which pictures of a board are looked at, and in which order."""

    board_id: BoardId
    assets: bool = False
    """What was uploaded, instead of what was made here."""
    search: str = ""
    """What is searched: see ``picture_search``; for the server a text within metadata or date."""
    oldest_first: bool = False
    starred_first: bool = False
    rated_first: bool = False
    """By the person's own ratings; what is not rated comes last, in the server's order."""
    everywhere: bool = False
    """Pictures of all boards."""
    by: SearchBy = SearchBy.BOTH

    @property
    def is_plain(self) -> bool:
        """Whether new pictures come in front and none are left out."""
        ordered = self.oldest_first or self.starred_first or self.rated_first
        return not (self.search or ordered or self.everywhere)

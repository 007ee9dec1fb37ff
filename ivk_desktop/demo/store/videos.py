"""Videos: their records, in the order they came, and their files."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ivk_desktop.demo.clock import now, stamp
from ivk_desktop.demo.mp4 import Movie
from ivk_desktop.demo.problems import not_found
from ivk_desktop.demo.store.images import ImageQuery


@dataclass(slots=True)
class Video:
    """One video; time in seconds since 1970."""

    name: str
    movie: Movie
    file: Path
    created_at: float
    category: str
    is_intermediate: bool
    board_id: str | None
    starred: bool = False
    origin: str = "external"
    metadata: Mapping[str, Any] | None = None

    def dto(self) -> dict[str, Any]:
        """The record as the server answers it."""
        base = f"api/v1/videos/i/{self.name}"
        return {
            "video_name": self.name,
            "video_url": f"{base}/full",
            "thumbnail_url": f"{base}/thumbnail",
            "video_origin": self.origin,
            "video_category": self.category,
            **self.movie._asdict(),
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.created_at),
            "deleted_at": None,
            "is_intermediate": self.is_intermediate,
            "session_id": None,
            "node_id": None,
            "starred": self.starred,
            "has_workflow": False,
            "video_subfolder": "",
            "board_id": self.board_id,
        }


class Videos:
    """All videos, oldest first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._videos: dict[str, Video] = {}

    def add(self, data: bytes, movie: Movie, **facts: Any) -> Video:
        """File a new video under a new name."""
        name = f"{uuid.uuid4()}.mp4"
        path = self._folder / name
        path.write_bytes(data)
        video = self._videos[name] = Video(name, movie, path, now(), **facts)
        return video

    def get(self, name: str) -> Video:
        """The video of that name.

        Raises:
            Refused: 404.
        """
        found = self._videos.get(name)
        if found is None:
            raise not_found("Video not found")
        return found

    def find(self, name: str) -> Video | None:
        """The video of that name."""
        return self._videos.get(name)

    def __iter__(self) -> Iterator[Video]:
        return iter(self._videos.values())

    def query(self, query: ImageQuery) -> list[Video]:
        """The videos of a listing in its order."""
        return query.order(self._videos.values())

    def count(self, board_id: str) -> int:
        """How many a board shows, of whatever category."""
        return sum(video.board_id == board_id and not video.is_intermediate for video in self)

    def remove(self, name: str) -> None:
        """Forget a video and its file."""
        self._videos.pop(name).file.unlink(missing_ok=True)

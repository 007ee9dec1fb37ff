"""Images: their records, in the order they came; their files are painted when asked for."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from ivk_desktop.demo import painter, png
from ivk_desktop.demo.clock import now, stamp
from ivk_desktop.demo.problems import not_found
from ivk_desktop.demo.scenes import Scene

UNCATEGORIZED = "none"


class Listed(Protocol):
    """What a listing asks of an image or a video."""

    name: str
    created_at: float
    category: str
    origin: str
    is_intermediate: bool
    starred: bool
    board_id: str | None
    metadata: Mapping[str, Any] | None


L = TypeVar("L", bound=Listed)


@dataclass(slots=True)
class Image:
    """One image; times in seconds since 1970, sizes in pixels.

    ``recipe`` makes its workflow when someone asks for it.
    """

    name: str
    scene: Scene
    width: int
    height: int
    created_at: float
    updated_at: float
    category: str = "general"
    origin: str = "internal"
    is_intermediate: bool = False
    session_id: str | None = None
    node_id: str | None = None
    starred: bool = False
    board_id: str | None = None
    graph: Mapping[str, Any] | None = None
    workflow: Mapping[str, Any] | None = None
    metadata: Mapping[str, Any] | None = None
    recipe: Callable[[Image], Mapping[str, Any]] | None = None

    def texts(self) -> dict[str, str]:
        """The JSON texts in the file, by chunk name."""
        workflow = self.workflow if self.recipe is None else self.recipe(self)
        parts = (
            ("invokeai_metadata", self.metadata),
            ("invokeai_workflow", workflow),
            ("invokeai_graph", self.graph),
        )
        return {key: compact(value) for key, value in parts if value is not None}

    def dto(self) -> dict[str, Any]:
        """The record as the server answers it."""
        base = f"api/v1/images/i/{self.name}"
        return {
            "image_name": self.name,
            "image_url": f"{base}/full",
            "thumbnail_url": f"{base}/thumbnail",
            "image_origin": self.origin,
            "image_category": self.category,
            "width": self.width,
            "height": self.height,
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
            "deleted_at": None,
            "is_intermediate": self.is_intermediate,
            "session_id": self.session_id,
            "node_id": self.node_id,
            "starred": self.starred,
            "has_workflow": any((self.workflow, self.graph, self.recipe)),
            "image_subfolder": "",
            "board_id": self.board_id,
        }


@dataclass(frozen=True, slots=True)
class ImageQuery:
    """Which images a listing shows; None and empty mean all."""

    categories: tuple[str, ...] = ()
    origin: str | None = None
    is_intermediate: bool | None = None
    board_id: str | None = None
    day: str = ""
    search: str = ""
    ascending: bool = False
    starred_first: bool = True

    def order(self, items: Iterable[L]) -> list[L]:
        """What the listing holds of these, newest first unless it says otherwise."""
        found = [item for item in items if self.shows(item)]
        found.sort(key=lambda item: item.created_at, reverse=not self.ascending)
        if self.starred_first:
            found.sort(key=lambda item: not item.starred)
        return found

    def shows(self, image: Listed) -> bool:
        """True if the listing holds this image or video."""
        if self.is_intermediate is not None and image.is_intermediate != self.is_intermediate:
            return False
        if self.categories and image.category not in self.categories:
            return False
        if self.origin is not None and image.origin != self.origin:
            return False
        if self.board_id is not None and (image.board_id or UNCATEGORIZED) != self.board_id:
            return False
        if self.day and day_of(image) != self.day:
            return False
        return not self.search or self.search.lower() in _searched(image)


def _searched(image: Listed) -> str:
    return f"{compact(image.metadata or {})} {stamp(image.created_at)}".lower()


class Images:
    """All images, oldest first; painted files are kept below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._images: dict[str, Image] = {}

    def __len__(self) -> int:
        return len(self._images)

    def add(self, scene: Scene, width: int, height: int, **facts: Any) -> Image:
        """File a new image under a new name."""
        at = facts.pop("created_at", None) or now()
        name = facts.pop("name", None) or f"{uuid.uuid4()}.png"
        image = Image(name, scene, width, height, at, at, **facts)
        self._images[name] = image
        return image

    def find(self, name: str) -> Image | None:
        """The image of that name."""
        return self._images.get(name)

    def get(self, name: str, detail: str = "Not Found") -> Image:
        """The image of that name.

        Raises:
            Refused: 404.
        """
        image = self._images.get(name)
        if image is None:
            raise not_found(detail)
        return image

    def query(self, query: ImageQuery) -> list[Image]:
        """The images of a listing in its order, newest first unless it says otherwise."""
        return query.order(self._images.values())

    def counts(self) -> tuple[Counter[str | None], Counter[str | None], dict[str | None, str]]:
        """By board id: how many images, how many assets, and the name of the newest image."""
        images: Counter[str | None] = Counter()
        assets: Counter[str | None] = Counter()
        newest: dict[str | None, tuple[float, str]] = {}
        for image in self._images.values():
            if image.is_intermediate:
                continue
            if image.category != "general":
                assets[image.board_id] += 1
                continue
            images[image.board_id] += 1
            latest = newest.get(image.board_id)
            if latest is None or image.created_at >= latest[0]:
                newest[image.board_id] = (image.created_at, image.name)
        return images, assets, {board: name for board, (_, name) in newest.items()}

    def __iter__(self) -> Iterator[Image]:
        return iter(self._images.values())

    def on_board(self, board_id: str | None) -> Iterator[Image]:
        """The images of one board."""
        return (image for image in self._images.values() if image.board_id == board_id)

    def remove(self, name: str) -> None:
        """Forget an image and its files."""
        image = self._images.pop(name)
        for kind in ("full", "thumbnail"):
            self._file(image, kind).unlink(missing_ok=True)

    def store_upload(self, data: bytes) -> Path:
        """Keep the bytes of an upload."""
        path = self._folder / f"upload-{uuid.uuid4()}"
        path.write_bytes(data)
        return path

    def file(self, image: Image, kind: str) -> bytes:
        """The bytes of its ``full`` PNG or ``thumbnail`` WebP; slow the first time."""
        path = self._file(image, kind)
        if path.exists():
            return path.read_bytes()
        if kind == "thumbnail":
            data = painter.thumbnail_webp(image.scene, image.width, image.height)
        else:
            plain = painter.full_png(image.scene, image.width, image.height)
            data = png.with_texts(plain, image.texts())
        path.write_bytes(data)
        return data

    def _file(self, image: Image, kind: str) -> Path:
        return self._folder / f"{image.name}.{kind}"


def day_of(image: Listed) -> str:
    """The day it came on, as ISO date."""
    return (stamp(image.created_at) or "")[:10]


def compact(value: Any) -> str:
    """JSON as short as it gets."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)

"""Pictures and videos by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple, NewType

from ivk_desktop.domain.servers import ServerId

ImageName = NewType("ImageName", str)
VIDEO_ENDINGS: Final = (".mp4", ".webm", ".mov")
"""How the names of videos end."""


class MediaKind(Enum):
    """What a result is."""

    IMAGE = "image"
    VIDEO = "video"
    COVER = "cover"
    """The thumbnail of a workflow of the library; it has no full picture."""
    MODEL = "model"
    """The picture that people gave a model; it has one size."""


class MediaSize(Enum):
    """Which rendition is fetched."""

    THUMBNAIL = "thumbnail"
    FULL = "full"


class PictureKey(NamedTuple):
    """What a person's own marks of a picture are kept by."""

    server_id: ServerId
    name: ImageName


class MediaRef(NamedTuple):
    """Names one picture or video of one server; its bytes never change."""

    server_id: ServerId
    name: ImageName
    kind: MediaKind = MediaKind.IMAGE

    @classmethod
    def named(cls, server_id: ServerId, name: ImageName) -> MediaRef:
        """The picture or video of a gallery by name: the ending tells which."""
        kind = MediaKind.VIDEO if name.endswith(VIDEO_ENDINGS) else MediaKind.IMAGE
        return cls(server_id, name, kind)

    @property
    def key(self) -> PictureKey:
        """The server and the name."""
        return PictureKey(self.server_id, self.name)


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """One gallery entry. Times are unix seconds of the server's clock; sizes are pixels."""

    ref: MediaRef
    width: int
    height: int
    created_at: float
    starred: bool = False
    board_id: str | None = None
    is_intermediate: bool = False
    has_workflow: bool = False
    is_asset: bool = False
    """Uploaded, or made to be worked on: kept apart from what was generated."""
    seconds: float | None = None
    """How long a video is."""

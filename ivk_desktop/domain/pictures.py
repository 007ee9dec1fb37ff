"""What is told of one picture: how it was made, in words that any kind of server could use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ivk_desktop.domain.media import ImageInfo


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """How a picture was made; what is not known is empty or ``None``."""

    prompt: str = ""
    negative: str = ""
    seed: int | None = None
    model: str = ""
    loras: tuple[str, ...] = ()
    steps: int | None = None
    guidance: float | None = None
    sampler: str = ""
    workflow: str = ""
    """The name of the workflow that made it."""


@dataclass(frozen=True, slots=True)
class PictureDetails:
    """All that a server tells of one picture; ``raw`` is JSON data by part, as it was kept."""

    info: ImageInfo
    facts: PictureFacts
    raw: Mapping[str, Any] = field(default_factory=dict)

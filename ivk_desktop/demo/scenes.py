"""What a picture shows, before anyone paints it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Landscape:
    """Mountains under a sky; the same words and seed make the same picture at any size."""

    words: str
    seed: int


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour all over; channels 0..255."""

    red: int
    green: int
    blue: int
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Stored:
    """A picture that someone uploaded."""

    path: Path


Scene = Landscape | Colour | Stored

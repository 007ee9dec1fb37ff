"""What an MP4 file says of itself, as far as the demo server tells it. Nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_HOLDERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl")
_MOST_BOXES = 1000


class Movie(NamedTuple):
    """Size in pixels, length in seconds, frames a second."""

    width: int
    height: int
    duration: float
    fps: float | None


def read_movie(data: bytes) -> Movie | None:
    """What the headers say; ``None`` for what is no MP4 file with a picture in it."""
    if data[4:8] != b"ftyp":
        return None
    width = height = 0
    duration, frames = 0.0, 0
    for number, (kind, body) in enumerate(_boxes(data)):
        if number == _MOST_BOXES:
            break
        if kind == b"mvhd" and len(body) >= 20 and body[0] == 0:
            scale, length = struct.unpack_from(">II", body, 12)
            duration = length / scale if scale else 0.0
        elif kind == b"tkhd" and body[:1] == b"\0" and len(body) >= 84:
            wide, high = (value >> 16 for value in struct.unpack_from(">II", body, 76))
            width, height = max(width, wide), max(height, high)
        elif kind == b"stsz" and len(body) >= 12:
            frames = max(frames, struct.unpack_from(">I", body, 8)[0])
    fps = frames / duration if frames and duration else None
    return Movie(width, height, duration, fps) if width and height else None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """All boxes of a file, and those in the ones that hold others."""
    position = 0
    while position + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        if size < 8 or position + size > len(data):
            return
        body = data[position + 8 : position + size]
        yield kind, body
        if kind in _HOLDERS:
            yield from _boxes(body)
        position += size

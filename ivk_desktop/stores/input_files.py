"""Files that become inputs: pictures and videos of this computer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from ivk_desktop.api.abilities import ImageTaker
from ivk_desktop.api.backend import Backend, VideoSource
from ivk_desktop.domain.limits import PICTURE_BYTES, VIDEO_BYTES
from ivk_desktop.domain.media import VIDEO_ENDINGS, MediaRef


def is_video(source: Path | bytes) -> bool:
    """Whether that is a video; what was pasted is a picture."""
    return isinstance(source, Path) and source.suffix.lower() in VIDEO_ENDINGS


def file_bytes(source: Path | bytes, most: int) -> tuple[str, bytes]:
    """A file's name and bytes. Raises OSError for a file of more than ``most`` bytes."""
    if isinstance(source, bytes):
        return "pasted.png", source
    if source.stat().st_size > most:
        raise OSError("too large")
    return source.name, source.read_bytes()


async def store_input(backend: Backend, source: Path | bytes) -> MediaRef | None:
    """Store a picture or video on the server; ``None`` where its kind takes none.

    Raises:
        ApiError: the server did not take it.
        OSError: the file cannot be read, or is too large.
    """
    if is_video(source):
        if not isinstance(backend, VideoSource):
            return None
        name, data = await asyncio.to_thread(file_bytes, source, VIDEO_BYTES)
        return await backend.upload_video(data, name)
    if not isinstance(backend, ImageTaker):
        return None
    name, data = await asyncio.to_thread(file_bytes, source, PICTURE_BYTES)
    return await backend.upload_image(data, name)

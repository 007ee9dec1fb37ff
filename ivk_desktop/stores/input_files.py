"""Files that become inputs: pictures and videos of this computer."""

from __future__ import annotations

from pathlib import Path

from ivk_desktop.domain.media import VIDEO_ENDINGS


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

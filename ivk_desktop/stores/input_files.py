"""Files that become inputs of a form: what they are, and their bytes."""

from __future__ import annotations

from pathlib import Path

from ivk_desktop.domain.media import VIDEO_ENDINGS


def is_video(source: Path | bytes) -> bool:
    """Whether a file is a video, by its name."""
    return isinstance(source, Path) and source.suffix.lower() in VIDEO_ENDINGS


def file_bytes(source: Path | bytes, most: int) -> tuple[str, bytes]:
    """A file's name and bytes; to be called in a thread.

    Raises:
        OSError: it cannot be read, or has more than ``most`` bytes.
    """
    if isinstance(source, bytes):
        return "pasted.png", source
    if source.stat().st_size > most:
        raise OSError("too large")
    return source.name, source.read_bytes()

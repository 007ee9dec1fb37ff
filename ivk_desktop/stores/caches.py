"""What may vanish at any time: how large it is, and emptying it. All of this blocks."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from ivk_desktop.stores import paths

log = logging.getLogger(__name__)


class Cache(Enum):
    """A part of the cache folder, by its name there."""

    THUMBNAILS = "thumbnails"
    INDEX = "index.sqlite"
    TEMPLATES = "templates"


def sizes() -> dict[Cache, int]:
    """How many bytes each takes on the disk; what cannot be read counts as nothing."""
    return {cache: sum(map(_size, _files(cache))) for cache in Cache}


def clear(cache: Cache) -> None:
    """Remove every file of a cache; one that cannot be removed stays. Never raises."""
    for file in _files(cache):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("a cached file stays: %s", error.strerror)


def _files(cache: Cache) -> Iterator[Path]:
    place = paths.cache_folder() / cache.value
    if cache is Cache.INDEX:  # sqlite writes beside it
        yield from place.parent.glob(f"{place.name}*")
        return
    for parent, _, names in os.walk(place):
        yield from (Path(parent, name) for name in names)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0

"""Thumbnails on disk: a folder that may vanish or break at any time without harm."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import time
from pathlib import Path
from threading import Lock

from PySide6.QtGui import QImage

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.pictures import decode_thumbnail

log = logging.getLogger(__name__)

DEFAULT_LIMIT_MB = 512
MAX_FILE_BYTES = 1024 * 1024
"""A larger thumbnail is no thumbnail: it is shown, but not kept."""
TOUCH_AFTER_S = 24 * 3600
"""How old a file's time may be before a use of it is noted."""


class ThumbnailCache:
    """Files named by the hash of server and picture, the one unused longest dropped first.

    A picture's bytes never change under its name, so nothing is ever out of date. All methods
    block: they run in a worker. None raises: a cache that cannot be used is no error.
    """

    def __init__(self, folder: Path, limit_mb: int = DEFAULT_LIMIT_MB) -> None:
        self._folder = folder
        self._limit = limit_mb * 1024 * 1024
        self._size: int | None = None
        self._lock = Lock()

    def path(self, ref: MediaRef) -> Path:
        """Where a thumbnail lies; no part of the path comes from the server."""
        server = hashlib.sha256(ref.server_id.encode()).hexdigest()[:16]
        name = hashlib.sha256(ref.name.encode(errors="replace")).hexdigest()[:40]
        return self._folder / server / name[:2] / name[2:]

    def load(self, ref: MediaRef) -> QImage | None:
        """Read and decode one thumbnail; a broken file is removed and counts as missing."""
        path = self.path(ref)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
            self._touch(path)
        except OSError:
            return None
        image = decode_thumbnail(data)
        if image is None:
            self._remove(path)
        return image

    def store(self, ref: MediaRef, data: bytes) -> None:
        """Keep one thumbnail's bytes; a file is whole or not there."""
        if not data or len(data) > min(MAX_FILE_BYTES, self._limit):
            return
        path = self.path(ref)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(unfinished).replace(path)
            except OSError:
                self._remove(Path(unfinished))
                raise
        except OSError as error:
            log.warning("a thumbnail was not kept: %s", error.strerror)
            return
        self._grown(len(data))

    def _grown(self, added: int) -> None:
        with self._lock:
            if self._size is None:
                self._size = sum(size for _, size, _ in self._files())
            else:
                self._size += added
            if self._size > self._limit:
                self._size = self._prune()

    def _prune(self) -> int:
        """Drop the oldest files down to nine tenths of the limit; returns what is left."""
        files = sorted(self._files())
        left = sum(size for _, size, _ in files)
        for _, size, path in files:
            if left <= self._limit * 0.9:
                break
            self._remove(path)
            left -= size
        return left

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for parent, _, names in os.walk(self._folder):
            for name in names:
                path = Path(parent, name)
                try:
                    stat = path.stat()
                except OSError:
                    continue
                found.append((stat.st_mtime, stat.st_size, path))
        return found

    def _touch(self, path: Path) -> None:
        if time.time() - path.stat().st_mtime > TOUCH_AFTER_S:
            os.utime(path)

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("a thumbnail was not removed: %s", error.strerror)

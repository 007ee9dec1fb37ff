"""Full pictures and videos as files, for the programs that are to have them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.picture_backend import MediaFiles
from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST: Final = 50
"""So many files are made at once at most."""


class DragFiles(QObject):
    """Fetches what is about to be dragged out, once; the files go when the app ends."""

    ready = Signal(object)
    """A tuple of ``MediaRef`` whose files are all there."""
    fetched = Signal(object, object)
    """A ``MediaRef`` and the ``Path`` of its file, as ``fetch`` has asked for."""
    failed = Signal(object, object)
    """A ``MediaRef`` of ``fetch`` and the ``Problem``."""

    def __init__(
        self, backend: Backend, tasks: Tasks, workers: Workers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self._workers = workers
        self._folder: QTemporaryDir | None = None
        self._files: dict[MediaRef, Path] = {}

    def files(self, refs: Sequence[MediaRef]) -> list[Path]:
        """The files of pictures; none unless all are there."""
        found = [self._files[ref] for ref in refs if ref in self._files]
        return found if len(found) == len(refs) else []

    def prepare(self, refs: Sequence[MediaRef]) -> None:
        """Get the files; ``ready`` follows, unless one fails or they are too many."""
        if len(refs) <= MOST:
            self._tasks.start(self._prepare(tuple(refs)), "drag out", replace=True)

    def fetch(self, ref: MediaRef) -> None:
        """Get one file, however large; ``fetched`` or ``failed`` follows, at once where it is."""
        if ref in self._files:
            self.fetched.emit(ref, self._files[ref])
            return
        self._tasks.start(self._fetch(ref), f"fetch {ref.name}")

    async def _fetch(self, ref: MediaRef) -> None:
        try:
            path = await self._file(ref)
        except ApiError as error:
            self.failed.emit(ref, error.problem)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.failed.emit(ref, Problem("not_saved", {"path": ref.name, "reason": reason}))
        else:
            self.fetched.emit(ref, path)

    async def _prepare(self, refs: tuple[MediaRef, ...]) -> None:
        try:
            for ref in refs:
                await self._file(ref)
        except (ApiError, OSError) as error:
            log.warning("a picture to be dragged out was not got: %s", error)
        else:
            self.ready.emit(refs)

    async def _file(self, ref: MediaRef) -> Path:
        if ref in self._files:
            return self._files[ref]
        path = self._path(ref)
        if isinstance(self._backend, MediaFiles):
            await self._backend.save_media(ref, path, _untold)
        else:
            data = await self._backend.fetch(ref, MediaSize.FULL)
            await self._workers.run(path.write_bytes, data)
        self._files[ref] = path
        return path

    def _path(self, ref: MediaRef) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path()) / safe_name(ref.name, "picture.png")


def _untold(_done: int, _total: int | None) -> None:
    """Nobody waits for a part of a file."""

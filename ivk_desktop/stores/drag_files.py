"""Full pictures as files, for programs that pictures are dragged to."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST: Final = 50
"""So many files are made at once at most."""


class DragFiles(QObject):
    """Fetches what is about to be dragged out, once; the files go when the app ends."""

    ready = Signal(object)
    """A tuple of ``MediaRef`` whose files are all there."""

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

    async def _prepare(self, refs: tuple[MediaRef, ...]) -> None:
        try:
            for ref in refs:
                if ref not in self._files:
                    data = await self._backend.fetch(ref, MediaSize.FULL)
                    self._files[ref] = await self._workers.run(self._write, ref, data)
        except (ApiError, OSError) as error:
            log.warning("a picture to be dragged out was not got: %s", error)
        else:
            self.ready.emit(refs)

    def _write(self, ref: MediaRef, data: bytes) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / safe_name(ref.name, "picture.png")
        path.write_bytes(data)
        return path

"""How many frames the videos of one server have, asked for one by one."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, VideoSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

_MOST: Final = 1000
"""The most videos that are remembered."""


class VideoFrames(QObject):
    """A video never changes: what is known of one stays known."""

    known = Signal(object)
    """A ``MediaRef`` that ``get`` knows now."""

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, VideoSource) else None
        self._tasks = tasks
        self._counts: dict[MediaRef, int] = {}

    def get(self, ref: MediaRef) -> int | None:
        """The number of frames; ``None`` while that is not known, or never will be."""
        if ref not in self._counts and self._source is not None:
            self._tasks.start(self._read(self._source, ref), f"frames of {ref.name}", replace=True)
        return self._counts.get(ref)

    async def _read(self, source: VideoSource, ref: MediaRef) -> None:
        try:
            count = await source.video_frames(ref.name)
        except ApiError as error:
            log.info("the frames of a video are not known: %s", error)
            return
        if len(self._counts) >= _MOST:
            self._counts.clear()
        self._counts[ref] = count
        self.known.emit(ref)

"""All that a server tells of single pictures, read when a person looks at one."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, GallerySource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.picture_infos import PictureInfos
from ivk_desktop.tasks import Tasks

MOST_KEPT: Final = 24
"""A workflow with its graph may be a megabyte large."""


class PictureRecords(QObject):
    """Reads the records of one server's pictures, and keeps the newest few: they never change."""

    ready = Signal(object)
    """The ``MediaRef`` whose record has been read."""
    failed = Signal(object)
    """The ``MediaRef`` whose record could not be read; ``problem`` says why."""

    def __init__(
        self, backend: Backend, tasks: Tasks, infos: PictureInfos, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, GallerySource) else None
        self._tasks = tasks
        self._infos = infos
        self._kept: OrderedDict[MediaRef, PictureDetails] = OrderedDict()
        self._problems: OrderedDict[MediaRef, Problem] = OrderedDict()

    @property
    def is_offered(self) -> bool:
        """Whether this kind of server tells how a picture was made."""
        return self._source is not None

    def record(self, ref: MediaRef) -> PictureDetails | None:
        """What was read of a picture, ``None`` while it is not known."""
        return self._kept.get(ref)

    def problem(self, ref: MediaRef) -> Problem | None:
        """Why a picture's record could not be read the last time."""
        return self._problems.get(ref)

    def want(self, ref: MediaRef) -> None:
        """Read a picture's record unless it is known; ``ready`` or ``failed`` follows then."""
        if ref in self._kept:
            self._kept.move_to_end(ref)
        elif self._source is not None:
            self._tasks.start(self._read(self._source, ref), f"picture record {ref.name}")

    async def _read(self, source: GallerySource, ref: MediaRef) -> None:
        try:
            record = await source.picture_details(ref)
        except ApiError as error:
            self._problems[ref] = error.problem
            while len(self._problems) > MOST_KEPT:
                self._problems.popitem(last=False)
            self.failed.emit(ref)
            return
        self._problems.pop(ref, None)
        self._kept[ref] = record
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._infos.keep([record.info])
        self.ready.emit(ref)

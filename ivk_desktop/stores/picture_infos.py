"""The gallery entries of the pictures that are in view: sizes, stars, boards."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, BoardSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.media import ImageInfo, MediaRef
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

ROOM: Final = 20_000
"""The most entries that are kept; about 6 MB."""
PAGE: Final = 200


class PictureInfos(QObject):
    """Reads the entries of what views show, one request at a time; the rest is never asked for.

    An entry that was read is kept until ``renew``; what this app changes is changed here at once.
    """

    changed = Signal(object)
    """A tuple of ``MediaRef`` whose entries are new."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        parent: QObject | None = None,
        local: LocalGallery | None = None,
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._source = backend if isinstance(backend, BoardSource) else None
        self._tasks = tasks
        self._infos: OrderedDict[MediaRef, ImageInfo] = OrderedDict()
        self._old: set[MediaRef] = set()
        self._asked: set[MediaRef] = set()
        self._shown: dict[str, tuple[MediaRef, ...]] = {}
        self._reading = False

    def info(self, ref: MediaRef) -> ImageInfo | None:
        """The entry of a picture, ``None`` while it is not known."""
        return self._infos.get(ref)

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all pictures that a view shows now; ``()`` at its end."""
        if refs:
            self._shown[view] = tuple(refs)
        else:
            self._shown.pop(view, None)
        if self._source is not None and not self._reading and self._wanted():
            self._tasks.start(self._read_all(self._source), "read entries", replace=True)

    def change(self, refs: Iterable[MediaRef], **facts: Any) -> None:
        """Note what this app has changed of pictures."""
        known = [ref for ref in refs if ref in self._infos]
        for ref in known:
            self._infos[ref] = replace(self._infos[ref], **facts)
        if known:
            self._learn(known)
            self.changed.emit(tuple(known))

    def keep(self, infos: Iterable[ImageInfo]) -> None:
        """Keep entries that were read by others."""
        new = [info for info in infos if self._infos.get(info.ref) != info]
        for info in new:
            self._infos[info.ref] = info
            self._infos.move_to_end(info.ref)
        while len(self._infos) > ROOM:
            self._old.discard(self._infos.popitem(last=False)[0])
        if new:
            self.changed.emit(tuple(info.ref for info in new))

    def renew(self) -> None:
        """Ask again for what is shown, and for the rest when it is shown again."""
        self._old = set(self._infos)
        self._asked.clear()
        for view, refs in list(self._shown.items()):
            self.show(view, refs)

    def _wanted(self) -> list[MediaRef]:
        shown = dict.fromkeys(ref for refs in self._shown.values() for ref in refs)
        return [ref for ref in shown if self._lacks(ref)][:PAGE]

    def _lacks(self, ref: MediaRef) -> bool:
        return ref not in self._asked and (ref not in self._infos or ref in self._old)

    async def _read_all(self, source: BoardSource) -> None:
        self._reading = True
        try:
            while refs := self._wanted():
                await self._read(source, refs)
        finally:
            self._reading = False

    async def _read(self, source: BoardSource, refs: list[MediaRef]) -> None:
        """Read one page; what fails, or is not there, is not asked for again before ``renew``."""
        self._asked.update(refs)
        if self._local is not None and not self._local.online:
            self._recall(await self._local.infos(refs))
            return
        try:
            infos = await source.images([ref.name for ref in refs])
        except ApiError as error:
            log.info("entries were not read: %s", error)
            return
        self._old.difference_update(refs)
        self._asked.difference_update(info.ref for info in infos)
        self.keep(infos)
        self._learn(info.ref for info in infos)

    def _recall(self, infos: Sequence[ImageInfo]) -> None:
        """Show what was true at an earlier time, of what nothing newer is known."""
        unknown = [info for info in infos if info.ref not in self._infos]
        self._old.update(info.ref for info in unknown)
        self.keep(unknown)

    def _learn(self, refs: Iterable[MediaRef]) -> None:
        if self._local is not None:
            self._local.learn(info for ref in refs if (info := self._infos.get(ref)) is not None)

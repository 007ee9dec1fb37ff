"""Thumbnails of the history: of servers that are there, and from the disk of those that are not."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.image_memory import ImageMemory
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers

VIEW: Final = "history"
MEMORY_MB: Final = 8


class Found(Enum):
    """What has become of a picture."""

    SHOWN = "shown"
    COMING = "coming"
    GONE = "gone"
    """The server has it no more, or cannot give it."""
    AWAY = "away"
    """Its server is not connected and it is not on the disk."""


class HistoryPictures(QObject):
    """Asks the session of a picture's server, or the thumbnails on the disk without one."""

    changed = Signal()

    def __init__(
        self,
        servers: Servers,
        cache: ThumbnailCache,
        workers: Workers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._servers = servers
        self._cache = cache
        self._workers = workers
        self._memory = ImageMemory(MEMORY_MB)
        self._asked: set[MediaRef] = set()
        self._away: set[MediaRef] = set()
        servers.added.connect(self._added)
        for session in servers.sessions:
            self._added(session)

    def image(self, ref: MediaRef) -> QImage | None:
        """A thumbnail from memory; one that is not there is got only if it is shown."""
        media = self._media(ref)
        return self._memory.get(ref) if media is None else media.loaded_thumbnail(ref)

    def found(self, ref: MediaRef) -> Found:
        """Whether a picture is there, will be, or will not."""
        if self.image(ref) is not None:
            return Found.SHOWN
        media = self._media(ref)
        if media is not None:
            return Found.GONE if media.thumbnail_problem(ref) else Found.COMING
        return Found.AWAY if ref in self._away else Found.COMING

    def show(self, refs: Sequence[MediaRef], view: str = VIEW) -> None:
        """State all pictures that a part of the window shows; ``()`` at its end."""
        for session in self._servers.sessions:
            own = [ref for ref in refs if ref.server_id == session.server_id]
            session.media.show_thumbnails(view, own)
        for ref in refs:
            known = ref in self._asked or ref in self._away or self.image(ref) is not None
            if self._media(ref) is None and not known:
                self._asked.add(ref)
                self._workers.post(partial(self._cache.load, ref), partial(self._loaded, ref))

    def _media(self, ref: MediaRef) -> MediaStore | None:
        session = self._servers.by_id(ref.server_id)
        return session.media if session is not None else None

    def _added(self, session: ServerSession) -> None:
        session.media.ready.connect(self.changed)
        session.media.failed.connect(self.changed)
        self._away.clear()

    def _loaded(self, ref: MediaRef, image: QImage | None) -> None:
        self._asked.discard(ref)
        if image is None:
            self._away.add(ref)
        else:
            self._memory.put(ref, image)
        self.changed.emit()

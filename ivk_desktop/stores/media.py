"""Thumbnails and full pictures of one server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.picture_backend import MediaFiles
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Connected, Lost, Update
from ivk_desktop.stores.image_memory import ImageMemory
from ivk_desktop.stores.loading import RETRY_DELAY_S, Loader
from ivk_desktop.stores.pictures import decode, decode_thumbnail
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks

THUMBNAILS_MB = 48
PICTURES_MB = 64
THUMBNAIL_LANES = 6
"""Requests at once; a server on the same machine needs its cores."""
PICTURE_LANES = 2


class MediaStore(QObject):
    """Hands out what is in memory at once, and gets the rest without blocking the window.

    Asking for a picture that is not there wishes for it: ``ready`` or ``picture_ready`` follows,
    or ``failed`` and ``picture_failed``. What was asked for last is got first.
    """

    ready = Signal(object)
    """The ``MediaRef`` whose thumbnail is in memory now."""
    failed = Signal(object)
    """The ``MediaRef`` whose thumbnail cannot be got."""
    picture_ready = Signal(object)
    """The ``MediaRef`` whose full picture is in memory now."""
    picture_failed = Signal(object)
    saved = Signal(object, object)
    """A ``MediaRef`` and the ``Path`` it was saved to."""
    save_failed = Signal(object, object)
    """A ``MediaRef`` and the ``Problem``."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        workers: Workers,
        cache: ThumbnailCache | None = None,
        *,
        thumbnails_mb: float = THUMBNAILS_MB,
        pictures_mb: float = PICTURES_MB,
        retry_delay_s: float = RETRY_DELAY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self._workers = workers
        self._cache = cache
        self._thumbnails = Loader(
            tasks,
            ImageMemory(thumbnails_mb),
            self._fetch_thumbnail,
            THUMBNAIL_LANES,
            self._read_thumbnail if cache else None,
            retry_delay_s,
            self,
        )
        self._pictures = Loader(
            tasks,
            ImageMemory(pictures_mb),
            self._fetch_picture,
            PICTURE_LANES,
            retry_delay_s=retry_delay_s,
            parent=self,
        )
        self._thumbnails.ready.connect(self.ready)
        self._thumbnails.failed.connect(self.failed)
        self._pictures.ready.connect(self.picture_ready)
        self._pictures.failed.connect(self.picture_failed)

    @property
    def workers(self) -> Workers:
        """The threads in which pictures are decoded."""
        return self._workers

    def apply(self, update: Update) -> None:
        """Stop asking a server that is lost, and go on when it is back."""
        if isinstance(update, Connected | Lost):
            online = isinstance(update, Connected)
            self._thumbnails.set_online(online)
            self._pictures.set_online(online)

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        """A thumbnail of at most 256 px a side; ``None`` while it is being got or has failed."""
        return self._thumbnails.get(ref)

    def loaded_thumbnail(self, ref: MediaRef) -> QImage | None:
        """A thumbnail from memory only: for views that state what they show."""
        return self._thumbnails.loaded(ref)

    def show_thumbnails(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all thumbnails that a view shows now, the most urgent first; ``()`` at its end.

        What neither a view shows nor ``thumbnail`` asked for is dropped from the line.
        """
        self._thumbnails.show(view, refs)

    def thumbnail_problem(self, ref: MediaRef) -> Problem | None:
        """Why a thumbnail cannot be got."""
        return self._thumbnails.problem(ref)

    def picture(self, ref: MediaRef) -> QImage | None:
        """The full picture; ``None`` while it is being got or has failed."""
        return self._pictures.get(ref)

    def loaded_picture(self, ref: MediaRef) -> QImage | None:
        """The full picture from memory only."""
        return self._pictures.loaded(ref)

    def show_pictures(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all full pictures that a view waits for, as ``show_thumbnails`` does."""
        self._pictures.show(view, refs)

    def picture_problem(self, ref: MediaRef) -> Problem | None:
        """Why the full picture cannot be got."""
        return self._pictures.problem(ref)

    def retry(self, ref: MediaRef) -> None:
        """Try again what has failed of this picture."""
        if self._thumbnails.problem(ref):
            self._thumbnails.retry(ref)
        if self._pictures.problem(ref):
            self._pictures.retry(ref)

    def save(self, ref: MediaRef, path: Path) -> None:
        """Save the file as the server has it; ``saved`` or ``save_failed`` follows."""
        self._tasks.start(self._save(ref, path), f"save {path}")

    async def _read_thumbnail(self, ref: MediaRef) -> QImage | None:
        assert self._cache is not None
        return await self._workers.run(self._cache.load, ref)

    async def _fetch_thumbnail(self, ref: MediaRef) -> QImage | None:
        data = await self._backend.fetch(ref, MediaSize.THUMBNAIL)
        return await self._workers.run(self._decode_and_keep, ref, data)

    async def _fetch_picture(self, ref: MediaRef) -> QImage | None:
        data = await self._backend.fetch(ref, MediaSize.FULL)
        return await self._workers.run(decode, data)

    def _decode_and_keep(self, ref: MediaRef, data: bytes) -> QImage | None:
        image = decode_thumbnail(data)
        if image is not None and self._cache is not None:
            self._cache.store(ref, data)
        return image

    async def _save(self, ref: MediaRef, path: Path) -> None:
        try:
            if isinstance(self._backend, MediaFiles):
                await self._backend.save_media(ref, path, lambda *_: None)
            else:
                data = await self._backend.fetch(ref, MediaSize.FULL)
                await self._workers.run(_write, path, data)
        except ApiError as error:
            self.save_failed.emit(ref, error.problem)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.save_failed.emit(ref, Problem("not_saved", {"path": str(path), "reason": reason}))
        else:
            self.saved.emit(ref, path)


def _write(path: Path, data: bytes) -> None:
    """Write all or nothing.

    Raises:
        OSError: the file cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise

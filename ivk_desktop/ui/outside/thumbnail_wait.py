"""Waits a moment for a picture that is to go with a message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media import MediaStore

WAIT_MS: Final = 4000
Then = Callable[[QImage | None], None]


class ThumbnailWait(QObject):
    """Calls ``then`` once: with the thumbnail, or with ``None`` when it does not come in time."""

    def __init__(self, media: MediaStore, ref: MediaRef, then: Then, parent: QObject) -> None:
        super().__init__(parent)
        self._media = media
        self._ref = ref
        self._then: Then | None = then
        self._late = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._late.timeout.connect(self._give_up)
        if (image := media.thumbnail(ref)) is not None:
            self._end(image)
            return
        media.ready.connect(self._came)
        media.failed.connect(self._failed)
        self._late.start()

    def _came(self, ref: MediaRef) -> None:
        if ref == self._ref:
            self._end(self._media.loaded_thumbnail(ref))

    def _failed(self, ref: MediaRef) -> None:
        if ref == self._ref:
            self._end(None)

    def _give_up(self) -> None:
        self._end(None)

    def _end(self, image: QImage | None) -> None:
        if (then := self._then) is not None:
            self._then = None
            self._late.stop()
            self.deleteLater()  # its connections go with it
            then(image)

"""Decoded pictures in memory, bounded by their bytes."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtGui import QImage

from ivk_desktop.domain.media import MediaRef


class ImageMemory:
    """The pictures used last, as many as fit; the newest always stays, however large."""

    def __init__(self, limit_mb: float) -> None:
        self._limit = int(limit_mb * 1024 * 1024)
        self._images: OrderedDict[MediaRef, QImage] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._images)

    def __contains__(self, ref: MediaRef) -> bool:
        return ref in self._images

    @property
    def size_bytes(self) -> int:
        """What the kept pictures take."""
        return self._bytes

    def get(self, ref: MediaRef) -> QImage | None:
        """One picture, noted as used."""
        image = self._images.get(ref)
        if image is not None:
            self._images.move_to_end(ref)
        return image

    def put(self, ref: MediaRef, image: QImage) -> None:
        """Keep one picture."""
        self.discard(ref)
        self._images[ref] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()

    def discard(self, ref: MediaRef) -> None:
        """Forget one picture."""
        if image := self._images.pop(ref, None):
            self._bytes -= image.sizeInBytes()

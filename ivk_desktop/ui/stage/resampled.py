"""A picture averaged down to the size at which it is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

RESAMPLE_PIXELS = 16_000_000
"""Larger pictures are shrunk by the painter alone: better ways would stall the window."""


class Resampled:
    """Keeps the last size that was made: the painter alone would flicker."""

    def __init__(self) -> None:
        self._made: tuple[QSize, QImage] | None = None

    def clear(self) -> None:
        """Forget it: there is another picture, or soon another size."""
        self._made = None

    def paint(
        self, painter: QPainter, image: QImage, target: QRectF, *, averaged: bool, smooth: bool
    ) -> None:
        """Paint a picture into ``target``, logical px.

        Args:
            painter: on the widget.
            image: the same until ``clear``.
            target: where it goes.
            averaged: whether what is shrunk is averaged.
            smooth: whether what is enlarged is smoothed.
        """
        size = (target.size() * painter.device().devicePixelRatioF()).toSize()
        shrinks = size.width() < image.width() and size.height() < image.height()
        if averaged and shrinks and image.width() * image.height() <= RESAMPLE_PIXELS:
            image = self._at(image, size)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(target, image, QRectF(image.rect()))

    def _at(self, image: QImage, size: QSize) -> QImage:
        if self._made is None or self._made[0] != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            ratio = Qt.AspectRatioMode.IgnoreAspectRatio
            self._made = (size, image.scaled(size, ratio, smooth))
        return self._made[1]

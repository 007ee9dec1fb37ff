"""Where a picture lies on a canvas: fit, zoom and pan as plain numbers."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

MAX_FIT = 4.0
"""How far a small picture is enlarged to fit, in physical pixels a pixel."""
MAX_ZOOM, MIN_ZOOM = 32.0, 0.02
STEP = 1.2
"""What one notch of the wheel magnifies by."""


class Place(NamedTuple):
    """What part of a picture is in view, whatever its size: ``zoom`` is 1 for all of it.

    ``None`` fits it. ``x`` and ``y``, 0..1, are the point of the picture in the middle.
    """

    zoom: float | None = None
    x: float = 0.5
    y: float = 0.5


class ViewBox:
    """Maps a picture of ``natural`` size into a canvas of ``view`` logical px.

    Zoom is physical pixels a picture's pixel, so that 1 is sharp on every screen; ``None`` fits
    the picture into the canvas.
    """

    def __init__(self) -> None:
        self.natural = QSizeF(0, 0)
        self.view = QSizeF(0, 0)
        self.ratio = 1.0
        self.margin = 16.0
        self.zoom: float | None = None
        self._center = QPointF(0.5, 0.5)

    @property
    def scale(self) -> float:
        """Physical pixels a picture's pixel, now."""
        return self.fit_scale() if self.zoom is None else self.zoom

    def fit_scale(self) -> float:
        """The scale at which the whole picture is seen."""
        if self.natural.isEmpty():
            return 1.0
        wide = max(1.0, self.view.width() - 2 * self.margin) / self.natural.width()
        high = max(1.0, self.view.height() - 2 * self.margin) / self.natural.height()
        return min(min(wide, high) * self.ratio, MAX_FIT)

    def target(self) -> QRectF:
        """The picture's place in logical px, on whole physical pixels."""
        width = self.natural.width() * self.scale
        height = self.natural.height() * self.scale
        center = QPointF(0.5, 0.5) if self.zoom is None else self._center
        left = self.view.width() * self.ratio / 2 - center.x() * width
        top = self.view.height() * self.ratio / 2 - center.y() * height
        r = self.ratio
        return QRectF(
            round(left) / r,
            round(top) / r,
            max(1, round(width)) / r,
            max(1, round(height)) / r,
        )

    def reset(self) -> None:
        """Fit the picture again."""
        self.zoom = None
        self._center = QPointF(0.5, 0.5)

    @property
    def place(self) -> Place:
        """What is in view, in terms that hold for a picture of any size."""
        if self.zoom is None:
            return Place()
        return Place(self.zoom / self.fit_scale(), self._center.x(), self._center.y())

    def go(self, place: Place) -> None:
        """Have the same part of this picture in view."""
        self.zoom = None if place.zoom is None else place.zoom * self.fit_scale()
        self._center = QPointF(place.x, place.y)

    def zoom_at(self, point: QPointF, zoom: float) -> None:
        """Magnify so that the picture's pixel under ``point`` stays there."""
        before = self.target()
        if before.isEmpty():
            return
        x = (point.x() - before.x()) / before.width()
        y = (point.y() - before.y()) / before.height()
        self.zoom = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        width = self.natural.width() * self.zoom / self.ratio
        height = self.natural.height() * self.zoom / self.ratio
        self._center = QPointF(
            x - (point.x() - self.view.width() / 2) / width,
            y - (point.y() - self.view.height() / 2) / height,
        )
        self._bound()

    def pan(self, delta: QPointF) -> None:
        """Move the picture by logical px; a part of it always stays in view."""
        target = self.target()
        if self.zoom is None or target.isEmpty():
            return
        self._center -= QPointF(delta.x() / target.width(), delta.y() / target.height())
        self._bound()

    def _bound(self) -> None:
        self._center.setX(min(max(self._center.x(), 0.0), 1.0))
        self._center.setY(min(max(self._center.y(), 0.0), 1.0))

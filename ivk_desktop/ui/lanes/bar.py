"""The one job bar: segments are nodes, filled from the left, never backwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import BAR_PX, RADIUS_BAR_PX

GAP_PX = 2
LEAST_PX = 4
MAX_SEGMENTS = 40
"""More nodes than that are drawn as one piece: slivers tell nothing."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One node: its share of the job in seconds, and the words of its tool tip."""

    weight: float
    tip: str


class JobBar(QWidget):
    """Shows how far a job is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._fraction: float | None = None
        self.setFixedHeight(theme.px(BAR_PX + 6))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress of the job"))

    def show_progress(self, fraction: float | None, segments: Sequence[Segment]) -> None:
        """Show a fraction of 0..1 (``None`` is not known) and the nodes it goes over."""
        shown = tuple(segments)
        if (fraction, shown) != (self._fraction, self._segments):
            self._fraction, self._segments = fraction, shown
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(BAR_PX + 6))

    def places(self) -> list[tuple[float, float]]:
        """Left and right edge of each segment in px."""
        count = len(self._segments)
        if not 1 < count <= MAX_SEGMENTS:
            return [(0.0, float(self.width()))]
        room = self.width() - GAP_PX * (count - 1)
        least = min(LEAST_PX, room / count)
        whole = sum(segment.weight for segment in self._segments) or 1.0
        wide = [max(least, room * segment.weight / whole) for segment in self._segments]
        # The small ones were widened: the others give that back by their share.
        spare = sum(wide) - room
        give = sum(width - least for width in wide) or 1.0
        wide = [width - spare * (width - least) / give for width in wide]
        places, left = [], 0.0
        for width in wide:
            places.append((left, left + width))
            left += width + GAP_PX
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(BAR_PX)
        top = (self.height() - height) / 2
        shape = QPainterPath()
        for left, right in self.places():
            area = QRectF(left, top, right - left, height)
            shape.addRoundedRect(area, RADIUS_BAR_PX, RADIUS_BAR_PX)
        painter.fillPath(shape, theme.color("track"))
        if self._fraction:
            painter.setClipRect(QRectF(0, 0, self.width() * self._fraction, self.height()))
            painter.fillPath(shape, theme.color("accent_text"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: float) -> str:
        """The words of the segment at ``x`` px."""
        places = self.places()
        if len(places) != len(self._segments):
            return ""
        for (_, right), segment in zip(places, self._segments, strict=True):
            if x <= right + GAP_PX:
                return segment.tip
        return ""

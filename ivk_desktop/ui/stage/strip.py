"""The latest results in one row below the canvas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.all_pictures import AnyMedia, AnyResults
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.ui import theme
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import Thumb

GAP_PX = 6
RING_ROOM_PX = 4


class ResultStrip(QWidget):
    """Paints as many results as fit, newest first; the wheel goes back in time."""

    chosen = Signal(object)
    """The ``MediaRef`` that a person wants to see."""
    menu_requested = Signal(object, object)
    """A ``MediaRef`` and a global position."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = f"strip {id(self)}"
        self._results: AnyResults | None = None
        self._media: AnyMedia | None = None
        self._first = 0
        self._current: MediaRef | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Latest results"))

    def set_stores(self, results: AnyResults | None, media: AnyMedia | None) -> None:
        """Show these results; ``None`` for none."""
        if self._media is not None and self._results is not None:
            self._media.show_thumbnails(self._view, ())
            for signal, slot in self._links(self._results, self._media):
                signal.disconnect(slot)
        self._results, self._media = results, media
        self._first = 0
        if results is not None and media is not None:
            for signal, slot in self._links(results, media):
                signal.connect(slot)
        self._content_changed()

    def _links(self, results: AnyResults, media: AnyMedia) -> Sequence[tuple[Any, Any]]:
        return (
            (media.ready, self._thumbnail_ready),
            (media.failed, self._thumbnail_ready),
            (results.rowsInserted, self._rows_inserted),
            (results.rowsRemoved, self._content_changed),
            (results.modelReset, self._content_changed),
            (results.dataChanged, self._content_changed),
        )

    def set_current(self, ref: MediaRef | None) -> None:
        """Put the ring round one result."""
        if ref != self._current:
            self._current = ref
            self.update()

    def sizeHint(self) -> QSize:
        """As high as one picture with its bar and ring."""
        height = theme.px(Thumb.STRIP) + cells.BAR_GAP_PX + cells.BAR_PX + 2 * RING_ROOM_PX
        return QSize(10 * self._pitch(), height)

    def minimumSizeHint(self) -> QSize:
        """Room for one picture."""
        return QSize(self._pitch(), self.sizeHint().height())

    def visible_refs(self) -> list[MediaRef]:
        """The results that are painted, newest first."""
        results = self._results.results if self._results else []
        return [r.ref for r in results[self._first : self._first + self._fitting()]]

    # --- geometry ------------------------------------------------------------------------
    def _pitch(self) -> int:
        return theme.px(Thumb.STRIP) + GAP_PX

    def _fitting(self) -> int:
        return max(1, (self.width() - 2 * RING_ROOM_PX + GAP_PX) // self._pitch())

    def _place(self, position: int) -> QRect:
        edge = theme.px(Thumb.STRIP)
        return QRect(RING_ROOM_PX + position * self._pitch(), RING_ROOM_PX, edge, edge)

    def _ref_at(self, x: int) -> MediaRef | None:
        position = (x - RING_ROOM_PX) // self._pitch()
        refs = self.visible_refs()
        return refs[position] if 0 <= position < len(refs) else None

    # --- painting ------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the results that fit."""
        if self._results is None or self._media is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for position, ref in enumerate(self.visible_refs()):
            place = self._place(position)
            if not place.adjusted(-4, -4, 4, 8).intersects(event.rect()):
                continue
            image = self._media.thumbnail(ref)
            if image is not None:
                cells.paint_cropped(painter, place, image)
            else:
                failed = self._media.thumbnail_problem(ref) is not None
                cells.paint_placeholder(painter, place, failed=failed)
            result = self._results.result(ref)
            if result is not None and not (result.seen or result.partial):
                cells.paint_unseen_bar(painter, place)
            if ref == self._current:
                cells.paint_ring(painter, place)

    def _thumbnail_ready(self, ref: MediaRef) -> None:
        refs = self.visible_refs()
        if ref in refs:
            self.update(self._place(refs.index(ref)))

    def _rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        if self._first:
            self._first += last - first + 1
        self._content_changed()

    def _content_changed(self) -> None:
        count = len(self._results.results) if self._results else 0
        self._first = max(0, min(self._first, count - self._fitting()))
        if self._media is not None:
            self._media.show_thumbnails(self._view, self.visible_refs())
        self.update()

    # --- a person ------------------------------------------------------------------------
    def resizeEvent(self, _: object) -> None:
        """Show more or fewer."""
        self._content_changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go back in time, or forth."""
        delta = event.angleDelta()
        self._scroll(-1 if (delta.y() or delta.x()) > 0 else 1)
        event.accept()

    def _scroll(self, rows: int) -> None:
        self._first += rows
        self._content_changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the picture that was clicked."""
        ref = self._ref_at(event.position().toPoint().x())
        if ref is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(ref)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of one result."""
        ref = self._ref_at(event.pos().x())
        if ref is not None:
            self.menu_requested.emit(ref, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the results."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        ref = self.neighbour(step) if step else None
        if ref is None:
            event.ignore()
            return
        self.chosen.emit(ref)

    def neighbour(self, step: int) -> MediaRef | None:
        """The result ``step`` places older than the current one; scrolls to it."""
        results = self._results.results if self._results else []
        refs = [result.ref for result in results]
        if not refs:
            return None
        row = refs.index(self._current) + step if self._current in refs else 0
        row = min(max(row, 0), len(refs) - 1)
        self._first = min(max(self._first, row - self._fitting() + 1), row)
        self._content_changed()
        return refs[row]

    def event(self, event: object) -> bool:
        """Name the picture under the pointer."""
        if isinstance(event, QHelpEvent) and self._results is not None:
            ref = self._ref_at(event.pos().x())
            row = self.visible_refs().index(ref) + self._first if ref else -1
            text = self._results.index(row).data(MediaRole.TITLE) if ref else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)  # type: ignore[arg-type] # any QEvent

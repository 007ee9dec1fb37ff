"""A grid of pictures in fixed rows that is as fast with a hundred thousand as with ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.ui import theme
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import Space

EDGE_PX = 128
GAP_PX = 8
AHEAD_ROWS = 1
"""Rows above and below the view whose thumbnails are got as well, after the visible ones."""
WANT_DELAY_MS = 15
"""So that a fast scroll does not ask for every row that flies past."""


class PictureGrid(QAbstractScrollArea):
    """Shows a list model with ``MediaRole``; only visible cells are asked for and painted.

    Rows that come in front while a person has scrolled away leave the view where it is.
    """

    activated = Signal(int)
    """The row that is to be opened: double click, Enter or Space."""
    current_changed = Signal(int)
    menu_requested = Signal(int, object)
    """A row and a global position."""
    left = Signal()
    """Escape."""

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = f"{view} {id(self)}"
        self._model: QAbstractItemModel | None = None
        self._media: MediaStore | None = None
        self._current = -1
        self._anchor: int | None = None
        self._in_view = range(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._wanting = QTimer(self, singleShot=True, interval=WANT_DELAY_MS)
        self._wanting.timeout.connect(self._want)

    # --- content -------------------------------------------------------------------------
    def set_model(self, model: QAbstractItemModel | None, media: MediaStore | None) -> None:
        """Show another list, from its top."""
        if self._model is not None and self._media is not None:
            self._media.show_thumbnails(self._view, ())
            for signal, slot in self._links(self._model, self._media):
                signal.disconnect(slot)
        self._model, self._media, self._current = model, media, -1
        if model is not None and media is not None:
            for signal, slot in self._links(model, media):
                signal.connect(slot)
        self._reset()
        self.verticalScrollBar().setValue(0)

    def _links(self, model: QAbstractItemModel, media: MediaStore) -> Sequence[tuple[Any, Any]]:
        return (
            (model.rowsInserted, self._rows_inserted),
            (model.rowsRemoved, self._rows_removed),
            (model.modelReset, self._reset),
            (model.dataChanged, self._data_changed),
            (media.ready, self._thumbnail_ready),
            (media.failed, self._thumbnail_ready),
        )

    @property
    def current(self) -> int:
        """The chosen row, or -1."""
        return self._current

    def ref(self, row: int) -> MediaRef | None:
        """The picture of one row."""
        if self._model is None or not 0 <= row < self._count():
            return None
        ref = self._model.index(row, 0).data(MediaRole.REF)
        return ref if isinstance(ref, MediaRef) else None

    def set_current(self, row: int) -> None:
        """Choose one row and scroll to it."""
        row = min(max(row, -1), self._count() - 1)
        if row == self._current:
            return
        before, self._current = self._current, row
        for changed in (before, row):
            if changed >= 0:
                self.viewport().update(self._cell(changed).adjusted(-4, -4, 4, 8))
        if row >= 0:
            self.scroll_to(row)
            self.current_changed.emit(row)

    def visible_rows(self) -> range:
        """The rows of the model that are at least partly in view."""
        top = self.verticalScrollBar().value()
        first = max(0, (top - self._margin()) // self._pitch_y())
        last = (top + self.viewport().height() - self._margin()) // self._pitch_y() + 1
        return range(first * self._columns(), min(last * self._columns(), self._count()))

    def scroll_to(self, row: int) -> None:
        """Scroll as little as needed to show one row."""
        bar = self.verticalScrollBar()
        top = (row // self._columns()) * self._pitch_y()
        bottom = top + self._pitch_y() + self._margin() - self.viewport().height()
        bar.setValue(min(max(bar.value(), bottom), top))

    # --- geometry ------------------------------------------------------------------------
    def _count(self) -> int:
        return self._model.rowCount() if self._model else 0

    def _margin(self) -> int:
        return theme.px(Space.L)

    def _room(self) -> int:
        return self.viewport().width() - 2 * self._margin() + GAP_PX

    def _columns(self) -> int:
        return max(1, self._room() // (theme.px(EDGE_PX) + GAP_PX))

    def _pitch_x(self) -> int:
        return self._room() // self._columns()

    def _edge(self) -> int:
        return max(theme.px(EDGE_PX) // 2, self._pitch_x() - GAP_PX)

    def _pitch_y(self) -> int:
        return self._edge() + GAP_PX + cells.BAR_PX + cells.BAR_GAP_PX

    def _cell(self, row: int) -> QRect:
        line, column = divmod(row, self._columns())
        x = self._margin() + column * self._pitch_x()
        y = self._margin() + line * self._pitch_y() - self.verticalScrollBar().value()
        return QRect(x, y, self._edge(), self._edge())

    def _row_at(self, x: int, y: int) -> int:
        column = (x - self._margin()) // self._pitch_x()
        line = (y - self._margin() + self.verticalScrollBar().value()) // self._pitch_y()
        row = line * self._columns() + column
        inside = 0 <= column < self._columns() and line >= 0 and row < self._count()
        return row if inside else -1

    def _update_range(self) -> None:
        lines = -(-self._count() // self._columns())
        height = lines * self._pitch_y() + 2 * self._margin()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._pitch_y() // 3)
        bar.setRange(0, max(0, height - self.viewport().height()))

    # --- changes -------------------------------------------------------------------------
    def _reset(self) -> None:
        self._current = min(self._current, self._count() - 1)
        self._update_range()
        self._wanting.start()
        self.viewport().update()

    def _rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        added, bar = last - first + 1, self.verticalScrollBar()
        scrolled, offset = bar.value() > 0, bar.value() % self._pitch_y()
        # Kept until a person scrolls: several single rows in front add up to a line.
        anchor = self._anchor if self._anchor is not None else self.visible_rows().start
        if self._current >= first:
            self._current += added
        self._update_range()
        if scrolled and first <= anchor:
            bar.setValue((anchor + added) // self._columns() * self._pitch_y() + offset)
            self._anchor = anchor + added
        self._wanting.start()
        self.viewport().update()

    def _rows_removed(self, _: QModelIndex, first: int, last: int) -> None:
        if first <= self._current <= last:
            self._current = -1
        elif self._current > last:
            self._current -= last - first + 1
        self._reset()

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        visible = self.visible_rows()
        for row in range(max(first.row(), visible.start), min(last.row() + 1, visible.stop)):
            self.viewport().update(self._cell(row).adjusted(-4, -4, 4, 8))

    def _thumbnail_ready(self, ref: MediaRef) -> None:
        for row in self.visible_rows() if self.isVisible() else ():
            if self.ref(row) == ref:
                self.viewport().update(self._cell(row))

    def _want(self) -> None:
        if self._media is None:
            return
        if not self.isVisible():
            self._media.show_thumbnails(self._view, ())
            return
        visible = self.visible_rows()
        ahead = AHEAD_ROWS * self._columns()
        near = [
            *visible,
            *range(visible.stop, min(visible.stop + ahead, self._count())),
            *range(max(0, visible.start - ahead), visible.start),
        ]
        refs = [ref for row in near if (ref := self.ref(row)) is not None]
        self._media.show_thumbnails(self._view, refs)

    def showEvent(self, _: object) -> None:
        """Ask for what comes into view."""
        self._wanting.start()

    def pause(self) -> None:
        """Ask for nothing any more: another page is shown."""
        self._wanting.start()

    def resizeEvent(self, _: object) -> None:
        """Lay out again, with the chosen or else the first picture still in view."""
        before = self._in_view
        self._update_range()
        if self._current in before:
            self.scroll_to(self._current)
        elif before:
            line = before.start // self._columns()
            self.verticalScrollBar().setValue(line * self._pitch_y() if line else 0)
        self._in_view = self.visible_rows()
        self._wanting.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted already; only what comes into view is painted."""
        self._anchor = None
        self._in_view = self.visible_rows()
        self.viewport().scroll(0, dy)
        if not self._wanting.isActive():
            self._wanting.start()

    # --- painting ------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that need it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("canvas"))
        if self._model is None or self._media is None or not self._count():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for row in self.visible_rows():
            place = self._cell(row)
            if place.adjusted(-4, -4, 4, 8).intersects(event.rect()):
                self._paint_cell(painter, row, place)

    def _paint_cell(self, painter: QPainter, row: int, place: QRect) -> None:
        ref = self.ref(row)
        if ref is None or self._media is None or self._model is None:
            return
        image = self._media.loaded_thumbnail(ref)
        if image is not None:
            cells.paint_fitted(painter, place, image)
        else:
            failed = self._media.thumbnail_problem(ref) is not None
            cells.paint_placeholder(painter, place, failed=failed)
        if self._model.index(row, 0).data(MediaRole.SEEN) is False:
            cells.paint_unseen_bar(painter, place)
        if row == self._current:
            cells.paint_ring(painter, place)

    # --- a person ------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the picture that was clicked."""
        point = event.position().toPoint()
        row = self._row_at(point.x(), point.y())
        if row >= 0:
            self.set_current(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the picture that was clicked."""
        point = event.position().toPoint()
        row = self._row_at(point.x(), point.y())
        if row >= 0:
            self.activated.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the picture under the pointer, or of the chosen one."""
        row = self._row_at(event.pos().x(), event.pos().y())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self._current
        if row >= 0:
            self.set_current(row)
            self.menu_requested.emit(row, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, pages and ends; open; leave."""
        key, page = Qt.Key(event.key()), self._page()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self._count(),
            Qt.Key.Key_End: self._count(),
        }
        if key in steps and self._count():
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.activated.emit(self._current)
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _page(self) -> int:
        lines = max(1, self.viewport().height() // self._pitch_y())
        return lines * self._columns()

    def _step(self, step: int) -> None:
        if self._current < 0:
            self.set_current(self.visible_rows().start)
        else:
            self.set_current(max(0, self._current + step))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if self._current < 0 and event.reason() is Qt.FocusReason.TabFocusReason:
            self.set_current(self.visible_rows().start)

    def viewportEvent(self, event: object) -> bool:
        """Name the picture under the pointer."""
        if isinstance(event, QHelpEvent) and self._model is not None:
            row = self._row_at(event.pos().x(), event.pos().y())
            text = self._model.index(row, 0).data(MediaRole.TITLE) if row >= 0 else ""
            QToolTip.showText(event.globalPos(), text or "", self)
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type] # any QEvent

    def sizeHint(self) -> QSize:
        """Room for a few pictures."""
        return QSize(3 * self._pitch_x() + 2 * self._margin(), 2 * self._pitch_y())

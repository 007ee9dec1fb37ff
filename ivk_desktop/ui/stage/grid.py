"""A grid of pictures in fixed rows that is as fast with a hundred thousand as with ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from ivk_desktop.domain.media import MediaRef, PictureKey
from ivk_desktop.stores.all_pictures import AnyInfos, AnyMedia
from ivk_desktop.stores.media_list import MediaRole, NamesModel
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.ui import theme
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.stage.cell_view import CellView
from ivk_desktop.ui.stage.grid_input import GridInput
from ivk_desktop.ui.stage.grid_selection import Choice, GridSelection
from ivk_desktop.ui.stage.marks import CellMarks

AHEAD_ROWS = 1
"""Rows above and below the view whose thumbnails are got as well, after the visible ones."""
WANT_DELAY_MS = 15
"""So that a fast scroll does not ask for every row that flies past."""
MOST_RESTORED = 2000
"""So many chosen pictures are looked for again when a list is laid out anew."""


class PictureGrid(CellView):
    """Shows a list model with ``MediaRole``; only visible cells are asked for and painted.

    Rows that come in front while a person has scrolled away leave the view where it is, and what
    is chosen stays chosen. What a person wants done with it is told by ``input``.
    """

    activated = Signal(int)
    """The row that is to be opened: double click or Enter."""
    enlarged = Signal(int)
    """The row that is wanted over the whole screen: Space."""
    current_changed = Signal(int)
    selection_changed = Signal()
    menu_requested = Signal(int, object)
    """A row and a global position."""
    left = Signal()
    """Escape."""

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = f"{view} {id(self)}"
        self._model: QAbstractItemModel | None = None
        self._media: AnyMedia | None = None
        self.marks = CellMarks(self._view, self)
        self.marks.changed.connect(self._marks_changed)
        self.selection = GridSelection()
        self.input = GridInput(self)
        self.takes_drops = False
        self._dropping = False
        self._kept: tuple[list[MediaRef], MediaRef | None, MediaRef | None] = ([], None, None)
        self._anchor: int | None = None
        self._in_view = range(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._wanting = QTimer(self, singleShot=True, interval=WANT_DELAY_MS)
        self._wanting.timeout.connect(self._want)

    # --- content -------------------------------------------------------------------------
    def set_model(self, model: QAbstractItemModel | None, media: AnyMedia | None) -> None:
        """Show another list, from its top."""
        if self._model is not None and self._media is not None:
            self._media.show_thumbnails(self._view, ())
            for signal, slot in self._links(self._model, self._media):
                signal.disconnect(slot)
        self._model, self._media, self.selection = model, media, GridSelection()
        self._kept = ([], None, None)
        if model is not None and media is not None:
            for signal, slot in self._links(model, media):
                signal.connect(slot)
        self._reset()
        self.verticalScrollBar().setValue(0)

    def _links(self, model: QAbstractItemModel, media: AnyMedia) -> Sequence[tuple[Any, Any]]:
        return (
            (model.rowsInserted, self._rows_inserted),
            (model.rowsRemoved, self._rows_removed),
            (model.modelAboutToBeReset, self._keep_place),
            (model.modelReset, self._reset),
            (model.dataChanged, self._data_changed),
            (media.ready, self._thumbnail_ready),
            (media.failed, self._thumbnail_ready),
        )

    @property
    def model(self) -> QAbstractItemModel | None:
        """The list that is shown."""
        return self._model

    def set_marks(self, infos: AnyInfos | None, ratings: Ratings | None) -> None:
        """Mark stars, ratings and tags by these; ``None`` marks none."""
        self.marks.set_sources(infos, ratings)
        self._wanting.start()

    @property
    def current(self) -> int:
        """The row with the ring, or -1."""
        return self.selection.current

    def ref(self, row: int) -> MediaRef | None:
        """The picture of one row."""
        if self._model is None or not 0 <= row < self._count():
            return None
        ref = self._model.index(row, 0).data(MediaRole.REF)
        return ref if isinstance(ref, MediaRef) else None

    def selected(self) -> list[MediaRef]:
        """The chosen pictures in the order of the grid, else the one with the ring."""
        rows = self.selection.rows or [self.current]
        return [ref for row in rows if (ref := self.ref(row)) is not None]

    def set_current(self, row: int) -> None:
        """Choose one row alone and scroll to it."""
        row = min(max(row, -1), self._count() - 1)
        if row != self.current or len(self.selection.rows) > 1:
            self.choose(row)

    def choose(self, row: int, how: Choice = Choice.ONLY) -> None:
        """Choose a row as a person does, and scroll to it; -1 chooses nothing."""
        row = min(max(row, -1), self._count() - 1)
        before = self.current
        many = how is not Choice.ONLY or len(self.selection.rows) > 1
        self.selection.choose(row, how)
        if many:
            self.viewport().update()
        for changed in (before, row):
            if changed >= 0:
                self.viewport().update(cells.around(self._cell(changed)))
        if row >= 0:
            self.scroll_to(row)
        if row >= 0 and row != before:
            self.current_changed.emit(row)
        self.selection_changed.emit()

    def choose_all(self) -> None:
        """Choose every picture."""
        self.selection.everything(self._count())
        self.viewport().update()
        self.selection_changed.emit()

    def choose_frame(self, frame: QRect) -> None:
        """Choose all pictures that a frame in the view touches."""
        self.selection.rows.clear()
        for first, last in self.rows_within(frame):
            self.selection.rows.add(first, last)
        self.viewport().update()
        self.selection_changed.emit()

    def activate(self) -> None:
        """Open the picture with the ring."""
        if self.current >= 0:
            self.activated.emit(self.current)

    def leave(self) -> None:
        """Choose one picture only; where that is so already, leave the grid."""
        if self.selection.only_current():
            self.viewport().update()
            self.selection_changed.emit()
        else:
            self.left.emit()

    def _count(self) -> int:
        return self._model.rowCount() if self._model else 0

    # --- changes -------------------------------------------------------------------------
    def _keep_place(self) -> None:
        """Remember by name what is chosen and what is at the top: rows will be others."""
        if not isinstance(self._model, NamesModel):
            return
        chosen = self.selected() if len(self.selection.rows) <= MOST_RESTORED else []
        scrolled = self.verticalScrollBar().value() > 0
        top = self.ref(self.visible_rows().start) if scrolled else None
        self._kept = (chosen if self.selection.rows else [], self.ref(self.current), top)

    def _reset(self) -> None:
        (chosen, current, top), self._kept = self._kept, ([], None, None)
        self._update_range()
        rows: dict[MediaRef, int] = {}
        if isinstance(self._model, NamesModel) and (chosen or current or top):
            wanted = {ref for ref in (*chosen, current, top) if ref is not None}
            rows = self._model.rows_of(wanted)
        found = [rows[ref] for ref in chosen if ref in rows]
        self.selection.restore(found, rows.get(current, -1) if current is not None else -1)
        if top is not None and top in rows:
            self.verticalScrollBar().setValue(rows[top] // self._columns() * self._pitch_y())
        self._show_changed()

    def _show_changed(self) -> None:
        self._wanting.start()
        self.viewport().update()
        self.selection_changed.emit()

    def _rows_inserted(self, _: QModelIndex, first: int, last: int) -> None:
        added, bar = last - first + 1, self.verticalScrollBar()
        scrolled, offset = bar.value() > 0, bar.value() % self._pitch_y()
        # Kept until a person scrolls: several single rows in front add up to a line.
        anchor = self._anchor if self._anchor is not None else self.visible_rows().start
        self.selection.rows_inserted(first, last)
        self._update_range()
        if scrolled and first <= anchor:
            bar.setValue((anchor + added) // self._columns() * self._pitch_y() + offset)
            self._anchor = anchor + added
        self._show_changed()

    def _rows_removed(self, _: QModelIndex, first: int, last: int) -> None:
        self.selection.rows_removed(first, last, self._count())
        self._update_range()
        self._show_changed()

    def _data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        visible = self.visible_rows()
        for row in range(max(first.row(), visible.start), min(last.row() + 1, visible.stop)):
            self.viewport().update(cells.around(self._cell(row)))

    def _marks_changed(self, keys: set[PictureKey]) -> None:
        for row in self.visible_rows() if self.isVisible() else ():
            if (ref := self.ref(row)) is not None and ref.key in keys:
                self.viewport().update(cells.around(self._cell(row)))

    def _thumbnail_ready(self, ref: MediaRef) -> None:
        for row in self.visible_rows() if self.isVisible() else ():
            if self.ref(row) == ref:
                self.viewport().update(self._cell(row))

    def _want(self) -> None:
        if self._media is None:
            return
        if not self.isVisible():
            self._media.show_thumbnails(self._view, ())
            self.marks.show(())
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
        self.marks.show(refs)

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
        if self.current in before:
            self.scroll_to(self.current)
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
        if self._dropping:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        if self._model is None or self._media is None or not self._count():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for row in self.visible_rows():
            place = self._cell(row)
            if cells.around(place).intersects(event.rect()):
                self._paint_cell(painter, row, place)

    def _paint_cell(self, painter: QPainter, row: int, place: QRect) -> None:
        ref = self.ref(row)
        if ref is None or self._media is None or self._model is None:
            return
        ticked = row in self.selection.rows and len(self.selection.rows) > 1
        if ticked:
            cells.paint_selected(painter, place)
        image = self._media.loaded_thumbnail(ref)
        if image is not None:
            cells.paint_fitted(painter, place, image)
        else:
            failed = self._media.thumbnail_problem(ref) is not None
            cells.paint_placeholder(painter, place, failed=failed)
        if self._model.index(row, 0).data(MediaRole.SEEN) is False:
            cells.paint_unseen_bar(painter, place)
        self.marks.paint(painter, place, ref, ticked=ticked)
        if row == self.current:
            cells.paint_ring(painter, place)

    # --- a person ------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the picture that was clicked, or begin to."""
        self.input.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is chosen, or a frame around more."""
        self.input.move(event)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """End what the press began."""
        self.input.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the picture that was clicked."""
        row = self.row_at(event.position().toPoint())
        if row >= 0:
            self.activated.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen, or of the picture under the pointer."""
        row = self.row_at(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.current
        if row >= 0:
            if row not in self.selection.rows:
                self.set_current(row)
            self.menu_requested.emit(row, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, pages and ends; choose, open, act, leave."""
        if not self.input.key(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, where the grid takes any."""
        self.input.drag_enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere in the grid."""
        event.setAccepted(self._dropping)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on what was let go."""
        self.input.drop(event)

    def show_drop(self, over: bool) -> None:
        """Say that what is held over the grid can be let go."""
        self._dropping = over
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if self.current < 0 and event.reason() is Qt.FocusReason.TabFocusReason:
            self.set_current(self.visible_rows().start)

    def viewportEvent(self, event: object) -> bool:
        """Name the picture under the pointer."""
        if isinstance(event, QHelpEvent) and self._model is not None:
            row = self.row_at(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(row), self)
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type] # any QEvent

    def _tip(self, row: int) -> str:
        ref = self.ref(row)
        if ref is None or self._model is None:
            return ""
        lines = (self._model.index(row, 0).data(MediaRole.TITLE), self.marks.text(ref))
        return "\n".join(filter(None, lines))

"""The grid of a sheet: labels that stay in view, and only those cells painted that are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.sheets import LEAST_RATIO, SheetGrid
from ivk_desktop.stores.history_pictures import Found, HistoryPictures
from ivk_desktop.stores.pictures import THUMBNAIL_EDGE_PX
from ivk_desktop.stores.sheet import Sheet
from ivk_desktop.ui import theme
from ivk_desktop.ui.sheets import texts
from ivk_desktop.ui.sheets.layout import BELOW_PX, GAP_PX, LARGEST_PX, SMALLEST_PX, SheetLayout
from ivk_desktop.ui.sheets.paint import CellLook, paint_cell, paint_label
from ivk_desktop.ui.tokens import Space

ZOOM: Final = 1.25
RING_PX: Final = 5
"""What the ring and the mark of a winner take round a picture."""
WANT_DELAY_MS: Final = 15
STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetGridView(SheetLayout):
    """Shows one page of a sheet; ten thousand cells cost no more than those in view.

    W or Space marks a winner, Enter opens the picture, + and - change the size of the pictures.
    """

    current_changed = Signal(int)
    """The number of the cell with the ring."""
    activated = Signal(int)
    """The cell whose picture is to be opened."""
    menu_requested = Signal(int, object)
    """A cell and a global position."""

    def __init__(self, pictures: HistoryPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._view = f"sheet {id(self)}"
        self._sheet: Sheet | None = None
        self._output = 0
        self.largest_px = 0
        """The longest side of the pictures in view, where all are small; else 0: not known."""
        self._place = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._wanting = QTimer(self, singleShot=True, interval=WANT_DELAY_MS)
        self._wanting.timeout.connect(self._want)
        pictures.changed.connect(self._pictures_changed)

    # --- content -------------------------------------------------------------------------
    def set_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self._sheet = sheet
        sheet.cells_changed.connect(self._cells_changed)

    def set_grid(self, grid: SheetGrid) -> None:
        """Lay the sheet out; the cell with the ring keeps it where the page has it."""
        before = self.current
        self._grid = grid
        place = grid.place(before) if before is not None else None
        self._place = place or (0, 0)
        self._lay_out()
        self.current_changed.emit(grid.cell(*self._place))

    def set_output(self, output: int) -> None:
        """Show another of each item's pictures."""
        self._output = output
        self._repaint()
        self._wanting.start()

    @property
    def current(self) -> int | None:
        """The cell with the ring."""
        return self._grid.cell(*self._place) if self._grid is not None else None

    def ref(self, cell: int) -> MediaRef | None:
        """The picture of a cell that is shown."""
        return self._sheet.ref(cell, self._output) if self._sheet is not None else None

    def let_go(self) -> None:
        """Ask for no pictures any more."""
        self._wanting.stop()
        self._pictures.show((), self._view)

    def zoom(self, factor: float) -> None:
        """Make the pictures larger or smaller; the cell with the ring stays in view."""
        self._is_fitted = False
        edge = min(max(round(self._edge * factor), SMALLEST_PX), LARGEST_PX)
        if edge != self._edge:
            self._edge = edge
            self._lay_out()
            self._scroll_to(self._place)

    def go_to(self, column: int, row: int) -> None:
        """Put the ring on another cell and scroll to it."""
        if self._grid is None:
            return
        place = (
            min(max(column, 0), self._grid.columns - 1),
            min(max(row, 0), self._grid.rows - 1),
        )
        if place != self._place:
            self._place = place
            self._scroll_to(place)
            self._repaint()
            self.current_changed.emit(self._grid.cell(*place))

    def toggle_winner(self) -> None:
        """Mark the cell with the ring as a winner, or not."""
        cell = self.current
        if self._sheet is not None and cell is not None:
            self._sheet.set_winner(cell, not self._sheet.is_winner(cell))

    def _lay_out(self) -> None:
        super()._lay_out()
        self._repaint()
        self._wanting.start()

    # --- changes -------------------------------------------------------------------------
    def _visible_cells(self) -> Iterable[tuple[int, int, int]]:
        columns, rows = self.visible()
        if self._grid is not None:
            for row in rows:
                for column in columns:
                    yield column, row, self._grid.cell(column, row)

    def _cells_changed(self, changed: set[int]) -> None:
        for column, row, cell in self._visible_cells():
            if cell in changed:
                place = self.cell_rect(column, row)
                self.viewport().update(place.adjusted(-4, -4, 4, BELOW_PX + 2))
                self._wanting.start()

    def _pictures_changed(self) -> None:
        """Give the cells the shape of the pictures, as soon as one is there."""
        refs = (self.ref(cell) for _, _, cell in self._visible_cells())
        images = [image for ref in refs if ref and (image := self._pictures.image(ref))]
        sides = [max(image.width(), image.height()) for image in images]
        self.largest_px = max(sides) if sides and max(sides) < THUMBNAIL_EDGE_PX else 0
        ratios = {round(image.width() / max(1, image.height()), 2) for image in images}
        ratio = min(max(ratios.pop(), LEAST_RATIO), 1 / LEAST_RATIO) if len(ratios) == 1 else 1.0
        if images and ratio != self.ratio:
            self.ratio = ratio
            self._lay_out()
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()

    def _want(self) -> None:
        """State what is in view: its pictures, and what is not known of its items."""
        if self._sheet is None or not self.isVisible():
            self.let_go()
            return
        seen = [cell for _, _, cell in self._visible_cells()]
        refs = [ref for cell in seen if (ref := self.ref(cell)) is not None]
        self._pictures.show(refs, self._view)
        self._sheet.want(seen)

    def resizeEvent(self, _: object) -> None:
        """Lay out again."""
        self._lay_out()

    def showEvent(self, _: object) -> None:
        """Ask for what comes into view."""
        self._wanting.start()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The labels stay: all is painted anew, which is only what is in view."""
        self._repaint()
        if not self._wanting.isActive():
            self._wanting.start()

    # --- painting ------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells in view, then the labels over what is scrolled below them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("canvas"))
        if self._sheet is None or self._grid is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for column, row, cell in self._visible_cells():
            place = self.cell_rect(column, row)
            if place.adjusted(-4, -4, 4, BELOW_PX).intersects(event.rect()):
                paint_cell(painter, place, self._look(self._sheet, cell, (column, row)))
        self._paint_labels(painter)

    def _look(self, sheet: Sheet, cell: int, place: tuple[int, int]) -> CellLook:
        ref, known = self.ref(cell), sheet.cell(cell)
        image = self._pictures.image(ref) if ref is not None else sheet.preview(cell)
        gone = ref is not None and image is None and self._pictures.found(ref) is not Found.COMING
        return CellLook(
            image,
            known.state,
            "" if image is not None else texts.state_text(sheet, cell),
            has_picture=ref is not None,
            is_gone=gone,
            is_winner=sheet.is_winner(cell),
            is_current=place == self._place,
            has_focus=self.hasFocus(),
        )

    def _paint_labels(self, painter: QPainter) -> None:
        if self._grid is None:
            return
        left, top = self._head
        columns, rows = self.visible()
        ground = theme.color("canvas")
        painter.fillRect(0, 0, self.viewport().width(), top - RING_PX, ground)
        painter.fillRect(0, 0, left - RING_PX, self.viewport().height(), ground)
        if self._grid.view.x >= 0:
            painter.setClipRect(left - GAP_PX // 2, 0, self.viewport().width(), top)
            for column in columns:
                cell = self.cell_rect(column, 0)
                room = QRect(cell.left(), 0, cell.width(), top - theme.px(Space.S))
                strong = column == self._place[0]
                paint_label(painter, room, self._grid.column_label(column), strong, below=True)
        if self._grid.view.y >= 0:
            painter.setClipRect(0, top, left, self.viewport().height())
            for row in rows:
                cell = self.cell_rect(0, row)
                side = left - theme.px(Space.L) - theme.px(Space.S)
                room = QRect(theme.px(Space.L), cell.top(), side, cell.height())
                paint_label(painter, room, self._grid.row_label(row), row == self._place[1])
        painter.setClipping(False)

    # --- a person ------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the ring on the cell that was clicked."""
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.go_to(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the picture that was clicked."""
        if self.place_at(event.position().toPoint()) is not None and self.current is not None:
            self.activated.emit(self.current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell."""
        place = self.place_at(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self._place
        if place is not None and self._grid is not None:
            self.go_to(*place)
            self.menu_requested.emit(self._grid.cell(*place), event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl change the size of the pictures, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, mark, open, change the size."""
        key, grid = Qt.Key(event.key()), self._grid
        if grid is None or not self._walk(key, event.modifiers(), grid):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, grid: SheetGrid) -> bool:
        column, row = self._place
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        page = max(1, self.viewport().height() // self._pitch[1] - 1)
        if key in STEPS:
            dx, dy = STEPS[key]
            self.go_to(column + dx, row + dy)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(column, row + (page if key is Qt.Key.Key_PageDown else -page))
        elif key is Qt.Key.Key_Home:
            self.go_to(0, 0 if far else row)
        elif key is Qt.Key.Key_End:
            self.go_to(grid.columns - 1, grid.rows - 1 if far else row)
        elif key in (Qt.Key.Key_W, Qt.Key.Key_Space):
            self.toggle_winner()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(grid.cell(*self._place))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM if key is Qt.Key.Key_Minus else ZOOM)
        else:
            return False
        return True

    def focusInEvent(self, event: object) -> None:
        """Show where the keyboard is."""
        self._repaint()

    def focusOutEvent(self, event: object) -> None:
        """Show that the keyboard is elsewhere."""
        self._repaint()

    def viewportEvent(self, event: object) -> bool:
        """Say what the cell under the pointer is, and how far."""
        if isinstance(event, QHelpEvent) and self._sheet is not None and self._grid is not None:
            place = self.place_at(event.pos())
            text = ""
            if place is not None:
                cell = self._grid.cell(*place)
                words = (texts.cell_label(self._sheet, cell), texts.state_text(self._sheet, cell))
                text = "\n".join(words)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type] # any QEvent

"""A list of rows that one walks, chooses and closes by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.sidebar.list_model import RowRole, RowsModel
from ivk_desktop.ui.sidebar.row_delegate import INDENT_PX, RowDelegate
from ivk_desktop.ui.sidebar.rows import Row, RowKind


class RowList(QListView):
    """Shows ``RowsModel``: click or Enter chooses, the middle button or Delete closes."""

    chosen = Signal(object)
    """The ``Row`` that was clicked, or on which Enter was pressed."""
    close_requested = Signal(object)
    """The ``Row`` of an open workflow."""
    folding_requested = Signal(object, bool)
    """A heading's ``Row``, and whether it is to be folded."""
    room_changed = Signal(int)
    """The height in px that the rows have."""
    add_requested = Signal(object)
    """A heading's ``Row`` whose plus was clicked."""
    menu_requested = Signal(object, object)
    """A ``Row`` and a global position."""
    dropped = Signal(object, object)
    """A ``Row`` that takes pictures, and the ``Drop`` that was let go on it."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        indent_px: int = INDENT_PX,
        marks_current: bool = False,
    ) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self._media: MediaStore | None = None
        self._delegate = RowDelegate(self._cover, self, indent_px, marks_current=marks_current)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAcceptDrops(True)
        self._over: Row | None = None

    def set_media(self, media: MediaStore | None) -> None:
        """Show the covers of one server."""
        if self._media is not None:
            self._media.ready.disconnect(self._cover_ready)
        self._media = media
        if media is not None:
            media.ready.connect(self._cover_ready)

    def set_rows(self, rows: list[Row]) -> None:
        """Show these rows; the keyboard stays on the thing it was on."""
        index = self.currentIndex()
        at: Row | None = index.data(RowRole.ROW) if index.isValid() else None
        self.rows.set_rows(rows)
        if at is not None and not self.currentIndex().isValid():
            place = self.rows.find(at.identity)
            self.setCurrentIndex(self.rows.index(place if place >= 0 else 0))

    def row_at(self, point: QPoint) -> Row | None:
        """The row at a place of the viewport."""
        index = self.indexAt(point)
        row = index.data(RowRole.ROW) if index.isValid() else None
        return row if isinstance(row, Row) else None

    def global_place(self, row: Row) -> QPoint:
        """The top right corner of a row on the screen."""
        rect = self.visualRect(self.rows.index(self.rows.find(row.identity)))
        return self.viewport().mapToGlobal(rect.topRight())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose, fold or close what was clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self.row_at(point)
        if row is None or row.kind is RowKind.NOTE:
            return
        rect = self.visualRect(self.indexAt(point))
        on_close = self._delegate.close_rect(rect).adjusted(-4, -6, 8, 6).contains(point)
        middle = event.button() is Qt.MouseButton.MiddleButton
        if row.kind is RowKind.OPEN and (middle or on_close):
            self.close_requested.emit(row)
        elif row.addable and self._delegate.close_rect(rect).adjusted(-6, -6, 8, 6).contains(point):
            self.add_requested.emit(row)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._choose(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row, by mouse or by the menu key."""
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        row = index.data(RowRole.ROW) if index.isValid() else None
        if isinstance(row, Row):
            self.menu_requested.emit(row, at)

    # --- dropping pictures on boards -----------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures and picture files, where a row does."""
        if media_mime.read_drop(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the board under the pointer."""
        row = self.row_at(event.position().toPoint())
        takes = row is not None and row.takes_pictures
        self._mark_target(row if takes else None)
        event.setAccepted(takes)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """It goes elsewhere."""
        self._mark_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on what was let go on a board."""
        row, drop = self.row_at(event.position().toPoint()), media_mime.read_drop(event.mimeData())
        self._mark_target(None)
        if row is not None and row.takes_pictures and drop is not None:
            event.acceptProposedAction()
            self.dropped.emit(row, drop)

    def _mark_target(self, row: Row | None) -> None:
        if row != self._over:
            self._over = row
            self._delegate.target = row.identity if row is not None else None
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Delete closes, left and right fold; arrows walk."""
        row = self.currentIndex().data(RowRole.ROW)
        key = Qt.Key(event.key())
        if not isinstance(row, Row):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(row)
        elif key is Qt.Key.Key_Delete and row.kind is RowKind.OPEN:
            self.close_requested.emit(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row.kind is RowKind.HEADING:
            self.folding_requested.emit(row, key is Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def _choose(self, row: Row) -> None:
        if row.kind is RowKind.HEADING:
            self.folding_requested.emit(row, not row.folded)
        elif row.kind is not RowKind.NOTE:
            self.chosen.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how many rows fit."""
        super().resizeEvent(event)
        self.room_changed.emit(self.viewport().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin on the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def _cover(self, ref: MediaRef) -> QImage | None:
        return self._media.thumbnail(ref) if self._media is not None else None

    def _cover_ready(self, ref: MediaRef) -> None:
        for number, row in enumerate(self.rows.rows):
            if row.cover == ref:
                index: QModelIndex = self.rows.index(number)
                self.update(index)

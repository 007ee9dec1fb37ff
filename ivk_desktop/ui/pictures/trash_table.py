"""The rows of the trash: picture, board, size, file, and when the server deletes it."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QImage, QPainter

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.trash_journal import Deletion
from ivk_desktop.ui import reading
from ivk_desktop.ui.pictures.delays import delay_text
from ivk_desktop.ui.stage import cells

THUMB_PX = 40


class Column(IntEnum):
    """The columns from left to right."""

    PICTURE = 0
    BOARD = 1
    SIZE = 2
    FILE = 3
    DUE = 4


class TrashModel(QAbstractTableModel):
    """Shows what waits for its deletion, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Deletion, ...] = ()
        self._media: MediaStore | None = None
        self._board_name: Callable[[str | None], str] = str

    def show(
        self, trash: Trash, media: MediaStore, board_name: Callable[[str | None], str]
    ) -> None:
        """Show the trash of one server, as it is now."""
        self.beginResetModel()
        self._rows, self._media, self._board_name = trash.deletions, media, board_name
        self.endResetModel()

    def ref(self, row: int) -> MediaRef:
        """The picture of a row."""
        return self._rows[row].ref

    @property
    def total_bytes(self) -> int:
        """The size of all files whose size is known."""
        return sum(one.bytes or 0 for one in self._rows)

    def refresh_times(self) -> None:
        """Time has passed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.DUE)
            self.dataChanged.emit(self.index(0, Column.DUE), last)

    def thumbnail_came(self, ref: MediaRef) -> None:
        """A thumbnail is in memory now."""
        for row, one in enumerate(self._rows):
            if one.ref == ref:
                index = self.index(row, Column.PICTURE)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count what waits."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Title the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Picture"),
            self.tr("Board"),
            self.tr("Size"),
            self.tr("File"),
            self.tr("Deleted on the server"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one picture."""
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, Column(index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == Column.PICTURE:
            return self._thumbnail(one.ref)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Deleted here {time}").format(time=reading.moment(one.deleted_at))
        return None

    def _text(self, one: Deletion, column: Column) -> str:
        info = one.info
        if column is Column.PICTURE:
            return one.ref.name
        if column is Column.FILE:
            return fmt.size(one.bytes, reading.style()) if one.bytes is not None else ""
        if column is Column.DUE:
            if one.sent_at is not None:
                return self.tr("now")
            left_s = one.due_at - time.time()
            return self.tr("in {delay}").format(delay=delay_text(max(0.0, left_s)))
        if info is None:
            return ""
        if column is Column.BOARD:
            return self._board_name(info.board_id)
        return f"{info.width} \u00d7 {info.height}"

    def _thumbnail(self, ref: MediaRef) -> QImage:
        """The thumbnail in the middle of a square, so that all names begin in line."""
        square = QImage(THUMB_PX, THUMB_PX, QImage.Format.Format_ARGB32_Premultiplied)
        square.fill(Qt.GlobalColor.transparent)
        image = self._media.thumbnail(ref) if self._media is not None else None
        if image is not None:
            painter = QPainter(square)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            cells.paint_fitted(painter, square.rect(), image)
            painter.end()
        return square

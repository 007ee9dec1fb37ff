"""Rows as a Qt list: only what changed is told to the view."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ivk_desktop.ui.sidebar.rows import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class RowRole(IntEnum):
    """What the list tells beside text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole ``Row``."""


class RowsModel(QAbstractListModel):
    """A list of rows that is replaced as a whole."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell what a row shows."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.detail}" if row.detail else row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes cannot be chosen."""
        if index.isValid() and self.rows[index.row()].kind is RowKind.NOTE:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def set_rows(self, rows: list[Row]) -> None:
        """Show these rows; where the same things stay in place only their words change."""
        before = self.rows
        if [row.identity for row in rows] != [row.identity for row in before]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        for number, (new, old) in enumerate(zip(rows, before, strict=True)):
            if new != old:
                index = self.index(number)
                self.dataChanged.emit(index, index)

    def find(self, identity: tuple[Any, ...] | None) -> int:
        """The place of a row, or -1."""
        found = (n for n, row in enumerate(self.rows) if row.identity == identity)
        return next(found, -1)

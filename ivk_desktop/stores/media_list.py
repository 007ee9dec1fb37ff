"""The Qt list model of pictures by name that grids and strips show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class MediaRole(IntEnum):
    """What a list of pictures tells of each row."""

    REF = Qt.ItemDataRole.UserRole + 1
    """The ``MediaRef``."""
    SEEN = Qt.ItemDataRole.UserRole + 2
    """Whether it was looked at: ``bool``."""
    TITLE = Qt.ItemDataRole.UserRole + 3
    """A few words for the tool tip and for screen readers."""
    JOB = Qt.ItemDataRole.UserRole + 4
    """The ``JobKey`` that made it, or ``None``."""


class NamesModel(QAbstractListModel):
    """Pictures of one server by name; a hundred thousand of them cost a list of names.

    New names in front of the known ones are inserted; any other change resets the model.
    """

    def __init__(self, server_id: ServerId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server_id = server_id
        self._names: Sequence[ImageName] = ()
        self._roles: dict[int, Callable[[ImageName], Any]] = {
            Qt.ItemDataRole.DisplayRole: str,
            MediaRole.REF: self._ref,
            MediaRole.SEEN: lambda _: True,
            MediaRole.TITLE: str,
        }

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the names."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one picture."""
        read = self._roles.get(role)
        return read(self._names[index.row()]) if read and index.isValid() else None

    def set_names(self, names: Sequence[ImageName]) -> None:
        """Show these names, newest first."""
        added = len(names) - len(self._names)
        if added == 0 and names == self._names:
            return
        if added > 0 and self._names and names[added:] == self._names:
            self.beginInsertRows(NO_INDEX, 0, added - 1)
            self._names = names
            self.endInsertRows()
            return
        self.beginResetModel()
        self._names = names
        self.endResetModel()

    def _ref(self, name: ImageName) -> MediaRef:
        return MediaRef.named(self._server_id, name)

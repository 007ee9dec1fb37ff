"""The pictures that an item made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media_list import NO_INDEX, Index, MediaRole


class PicturesModel(QAbstractListModel):
    """A few pictures in a given order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refs: tuple[MediaRef, ...] = ()
        self._roles: dict[int, Callable[[MediaRef], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda ref: ref.name,
            MediaRole.REF: lambda ref: ref,
            MediaRole.SEEN: lambda _: True,
            MediaRole.TITLE: lambda ref: ref.name,
        }

    def show_refs(self, refs: Sequence[MediaRef]) -> None:
        """Show these pictures."""
        if tuple(refs) != self.refs:
            self.beginResetModel()
            self.refs = tuple(refs)
            self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the pictures."""
        return 0 if parent.isValid() else len(self.refs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one picture."""
        read = self._roles.get(role)
        return read(self.refs[index.row()]) if read and index.isValid() else None

"""A few pictures as a list that does not change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media_list import NO_INDEX, Index, MediaRole


class RefsModel(QAbstractListModel):
    """Just these pictures in this order."""

    def __init__(self, refs: Sequence[MediaRef], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refs = tuple(refs)
        self._roles: dict[int, Callable[[MediaRef], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda ref: ref.name,
            MediaRole.REF: lambda ref: ref,
            MediaRole.TITLE: lambda ref: ref.name,
        }

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the pictures."""
        return 0 if parent.isValid() else len(self._refs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one picture."""
        read = self._roles.get(role)
        return read(self._refs[index.row()]) if read and index.isValid() else None

"""The Qt list model of pictures by name that grids and strips show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import IntEnum
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
MOST_CHANGED: Final = 2000
"""Where more than so many rows may have changed, a change is told as a whole."""
FEW: Final = 10
"""So many names are looked for one by one."""


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

    Names that come and go between others that stay in their order are inserted and removed; any
    other change resets the model.
    """

    def __init__(self, server_id: ServerId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server_id = server_id
        self._names: list[ImageName] = []
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

    @property
    def names(self) -> Sequence[ImageName]:
        """All names in their order. Not to be changed."""
        return self._names

    def rows_of(self, refs: Collection[MediaRef]) -> dict[MediaRef, int]:
        """The rows of those pictures that are listed."""
        wanted = {ref.name: ref for ref in refs if ref.server_id == self._server_id}
        rows = enumerate(self._names)
        return {wanted[name]: row for row, name in rows if name in wanted}

    def set_names(self, names: Sequence[ImageName]) -> None:
        """Show these names in this order."""
        old, new = self._names, list(names)
        added = len(new) - len(old)
        if added == 0 and new == old:
            return
        if added > 0 and old and new[added:] == old:
            self._insert(0, new[:added])
            return
        front = _common(old, new)
        back = _common(old, new, skip=front)
        changed = old[front : len(old) - back], new[front : len(new) - back]
        if not old or max(map(len, changed)) > MOST_CHANGED or not self._patch(front, *changed):
            self.beginResetModel()
            self._names = new
            self.endResetModel()

    def remove(self, names: Collection[ImageName]) -> None:
        """Show these names no longer."""
        if len(names) > FEW:
            wanted = set(names)
            rows = [row for row, name in enumerate(self._names) if name in wanted]
        else:
            rows = sorted(self._names.index(name) for name in names if name in self._names)
        for first, last in reversed(list(_runs(rows))):
            self._remove(first, last)

    def _patch(self, front: int, old: Sequence[ImageName], new: Sequence[ImageName]) -> bool:
        """Take names out and put names in, where those that stay keep their order."""
        kept, known = set(new), set(old)
        if [name for name in old if name in kept] != [name for name in new if name in known]:
            return False
        gone = list(_runs([row for row, name in enumerate(old) if name not in kept]))
        came = list(_runs([row for row, name in enumerate(new) if name not in known]))
        for first, last in reversed(gone):
            self._remove(front + first, front + last)
        for first, last in came:
            self._insert(front + first, new[first : last + 1])
        return True

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(NO_INDEX, first, last)
        del self._names[first : last + 1]
        self.endRemoveRows()

    def _insert(self, first: int, names: Sequence[ImageName]) -> None:
        self.beginInsertRows(NO_INDEX, first, first + len(names) - 1)
        self._names[first:first] = names
        self.endInsertRows()

    def _ref(self, name: ImageName) -> MediaRef:
        return MediaRef.named(self._server_id, name)


def _common(one: list[ImageName], two: list[ImageName], skip: int | None = None) -> int:
    """How many names both begin with; from ``skip`` on, how many they end with.

    Few comparisons of long pieces: they cost next to nothing.
    """
    low, high = 0, min(len(one), len(two)) - (skip or 0)
    while low < high:
        middle = (low + high + 1) // 2
        if skip is None:
            same = one[low:middle] == two[low:middle]
        else:
            first, last = len(one) - middle, len(one) - low
            same = one[first:last] == two[len(two) - middle : len(two) - low]
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches, first and last, of rows in rising order."""
    for _, run in groupby(enumerate(rows), key=lambda one: one[1] - one[0]):
        found = [row for _, row in run]
        yield found[0], found[-1]

"""The list of pictures that a viewer walks through, and where in it the viewer is."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QObject, QPersistentModelIndex, Signal

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.media_list import MediaRole, NamesModel


class Sequence(QObject):
    """A place in a list model with ``MediaRole.REF``.

    The list outlives it. It stays with its picture while others come and go; when that one goes,
    the next one takes its place. After the list was laid out anew the picture is looked for again.
    """

    changed = Signal()
    """Another picture, another place of it, or a list of another length."""

    def __init__(self, model: QAbstractItemModel, row: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row = row
        self._index = QPersistentModelIndex(model.index(row, 0))
        self._ref = self.ref_at(row)
        model.rowsInserted.connect(self._moved)
        model.rowsRemoved.connect(self._moved)
        model.modelReset.connect(self._laid_out)

    @property
    def model(self) -> QAbstractItemModel:
        """The list."""
        return self._model

    @property
    def ref(self) -> MediaRef | None:
        """The picture that is looked at."""
        return self._ref

    @property
    def row(self) -> int:
        """Its number from 0."""
        return self._row

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._model.rowCount()

    def ref_at(self, row: int) -> MediaRef | None:
        """The picture at a place, ``None`` beyond the ends."""
        if not 0 <= row < self.count:
            return None
        ref = self._model.index(row, 0).data(MediaRole.REF)
        return ref if isinstance(ref, MediaRef) else None

    def near(self) -> list[MediaRef]:
        """The picture and its neighbours, the one after it first."""
        rows = (self._row, self._row + 1, self._row - 1)
        return [ref for row in rows if (ref := self.ref_at(row)) is not None]

    def go(self, row: int) -> bool:
        """Look at another place, as near as there is one; whether that is a change."""
        row = min(max(row, 0), self.count - 1)
        if row == self._row:
            return False
        self._set(row)
        return True

    def step(self, by: int, *, around: bool = False) -> bool:
        """Look at the picture ``by`` places on, or with ``around`` at the first after the last."""
        row = self._row + by
        return self.go(row % self.count if around and self.count else row)

    def find(self, ref: MediaRef) -> bool:
        """Look at a picture of the list; whether it is in it."""
        row = self._row_of(ref)
        return row is not None and (row == self._row or self.go(row))

    def _set(self, row: int) -> None:
        self._row = row
        self._ref = self.ref_at(row)
        self._index = QPersistentModelIndex(self._model.index(row, 0))
        self.changed.emit()

    def _moved(self, *_: object) -> None:
        if self._index.isValid():
            self._row = self._index.row()
            self.changed.emit()
        else:
            self._set(min(self._row, self.count - 1))

    def _laid_out(self) -> None:
        row = self._row_of(self._ref)
        self._set(row if row is not None else min(self._row, self.count - 1))

    def _row_of(self, ref: MediaRef | None) -> int | None:
        if ref is None:
            return None
        if isinstance(self._model, NamesModel):
            return self._model.rows_of([ref]).get(ref)
        return next((row for row in range(self.count) if self.ref_at(row) == ref), None)

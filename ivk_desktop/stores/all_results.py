"""The results of several servers as one list, newest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMetaObject, QModelIndex, QObject, Qt, Signal

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.stores.results import Result, ResultStore


class AllResults(QAbstractListModel):
    """Merges the ``ResultStore`` of every shown server; told apart by nothing but their refs.

    A plain list kept in the order of ``Result.number``: one result more costs one insert.
    """

    arrived = Signal(object)
    """A ``Result`` that is new."""
    unseen_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: dict[ServerId, ResultStore] = {}
        self._links: dict[ServerId, list[QMetaObject.Connection]] = {}
        self._results: list[Result] = []

    def add(self, server_id: ServerId, store: ResultStore) -> None:
        """Show a server's results too."""
        if server_id in self._stores:
            return
        self._stores[server_id] = store
        self._links[server_id] = [
            store.rowsInserted.connect(partial(self._inserted, store)),
            store.rowsAboutToBeRemoved.connect(partial(self._about_to_be_removed, store)),
            store.dataChanged.connect(partial(self._changed, store)),
            store.arrived.connect(self.arrived),
            store.unseen_changed.connect(self._counted),
        ]
        self._rebuild()

    def remove(self, server_id: ServerId) -> None:
        """Show a server's results no more."""
        if self._stores.pop(server_id, None) is not None:
            for link in self._links.pop(server_id):
                QObject.disconnect(link)
            self._rebuild()

    # --- what is there -------------------------------------------------------------------
    @property
    def results(self) -> list[Result]:
        """All results, newest first. Not to be changed."""
        return self._results

    @property
    def unseen_count(self) -> int:
        """How many results were not looked at yet."""
        return sum(store.unseen_count for store in self._stores.values())

    def result(self, ref: MediaRef) -> Result | None:
        """The result of that name."""
        store = self._stores.get(ref.server_id)
        return store.result(ref) if store is not None else None

    def of_job(self, key: JobKey) -> list[Result]:
        """The results of one job, newest first."""
        store = self._stores.get(key.server_id)
        return store.of_job(key) if store is not None else []

    def mark_seen(self, refs: Iterable[MediaRef]) -> None:
        """Note that a person looked at these."""
        for ref in refs:
            if (store := self._stores.get(ref.server_id)) is not None:
                store.mark_seen([ref])

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the results."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one result."""
        return self.fact(self._results[index.row()], role) if index.isValid() else None

    def fact(self, result: Result, role: int) -> Any:
        """What ``data`` tells of a result."""
        store = self._stores.get(result.ref.server_id)
        return store.fact(result, role) if store is not None else None

    # --- what happens --------------------------------------------------------------------
    def _rebuild(self) -> None:
        self.beginResetModel()
        found = (result for store in self._stores.values() for result in store.results)
        self._results = sorted(found, key=_place)
        self.endResetModel()
        self._counted()

    def _row(self, result: Result) -> int:
        return bisect_left(self._results, _place(result), key=_place)

    def _inserted(self, store: ResultStore, _: QModelIndex, first: int, last: int) -> None:
        for result in store.results[first : last + 1]:
            row = self._row(result)
            self.beginInsertRows(NO_INDEX, row, row)
            self._results.insert(row, result)
            self.endInsertRows()

    def _about_to_be_removed(
        self, store: ResultStore, _: QModelIndex, first: int, last: int
    ) -> None:
        for result in store.results[first : last + 1]:
            row = self._row(result)
            self.beginRemoveRows(NO_INDEX, row, row)
            del self._results[row]
            self.endRemoveRows()

    def _changed(
        self, store: ResultStore, first: QModelIndex, last: QModelIndex, *_: object
    ) -> None:
        for result in store.results[first.row() : last.row() + 1]:
            index = self.index(self._row(result))
            self.dataChanged.emit(index, index)

    def _counted(self, *_: object) -> None:
        self.unseen_changed.emit(self.unseen_count)


def _place(result: Result) -> int:
    return -result.number

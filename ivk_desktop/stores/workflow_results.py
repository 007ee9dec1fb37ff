"""The results of one workflow as a list of its own."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ivk_desktop.stores.all_results import AllResults
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.stores.results import Result, ResultStore


class WorkflowResults(QAbstractListModel):
    """Those results of a ``ResultStore`` whose job has this title, newest first; all without one.

    A plain list, not a proxy: one result more costs one insert however many there are.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: ResultStore | AllResults | None = None
        self._title = ""
        self._rows: list[Result] = []

    @property
    def title(self) -> str:
        """The workflow; empty for all."""
        return self._title

    def set_source(self, source: ResultStore | AllResults | None) -> None:
        """Take these results; ``None`` for none."""
        if self._source is not None:
            self._source.rowsInserted.disconnect(self._inserted)
            self._source.rowsAboutToBeRemoved.disconnect(self._about_to_be_removed)
            self._source.dataChanged.disconnect(self._changed)
            self._source.modelReset.disconnect(self._rebuild)
        self._source = source
        if source is not None:
            source.rowsInserted.connect(self._inserted)
            source.rowsAboutToBeRemoved.connect(self._about_to_be_removed)
            source.dataChanged.connect(self._changed)
            source.modelReset.connect(self._rebuild)
        self._rebuild()

    def set_title(self, title: str) -> None:
        """Show another workflow's results."""
        if title != self._title:
            self._title = title
            self._rebuild()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the results."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one result."""
        if self._source is None or not index.isValid():
            return None
        return self._source.fact(self._rows[index.row()], role)

    def _shown(self, result: Result) -> bool:
        return not self._title or result.title == self._title

    def _rebuild(self) -> None:
        results = self._source.results if self._source else []
        self.beginResetModel()
        self._rows = [result for result in results if self._shown(result)]
        self.endResetModel()

    def _inserted(self, _: QModelIndex, first: int, last: int) -> None:
        results = self._source.results if self._source else []
        new = [result for result in results[first : last + 1] if self._shown(result)]
        if new:
            # In front, unless they come back from the trash.
            row = bisect_left(self._rows, -new[0].number, key=lambda one: -one.number)
            self.beginInsertRows(NO_INDEX, row, row + len(new) - 1)
            self._rows[row:row] = new
            self.endInsertRows()

    def _about_to_be_removed(self, _: QModelIndex, first: int, last: int) -> None:
        results = self._source.results if self._source else []
        for result in results[first : last + 1]:
            if result in self._rows:
                row = self._rows.index(result)
                self.beginRemoveRows(NO_INDEX, row, row)
                del self._rows[row]
                self.endRemoveRows()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        results = self._source.results if self._source else []
        for result in results[first.row() : last.row() + 1]:
            if self._shown(result) != (result in self._rows):
                self._rebuild()
                return
            if result in self._rows:
                index = self.index(self._rows.index(result))
                self.dataChanged.emit(index, index)

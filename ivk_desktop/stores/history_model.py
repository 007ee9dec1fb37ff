"""What a query of the history finds, as one table: ids in view order, rows as they are seen."""

from __future__ import annotations

import logging
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from ivk_desktop.domain.history import HistoryItem, HistoryQuery, Order
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.stores.history import STEP, History
from ivk_desktop.stores.queue_model import Role, TextOf
from ivk_desktop.stores.queue_rows import Column, QueueRow, RowId, RowKind
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
FIRST: Final = 300
"""So many rows of a new query are shown before all are found."""
MOST_ROWS: Final = 3000
"""So many rows are held at most."""
ORDERS: Final = {
    Column.ITEM: Order.TITLE,
    Column.STATUS: Order.STATE,
    Column.SERVER: Order.SERVER,
    Column.RUN_TIME: Order.RUN_TIME,
    Column.DONE: Order.ENDED,
    Column.CREATED: Order.CREATED,
}
"""The columns that can be sorted by."""


class HistoryModel(QAbstractTableModel):
    """Shows what a query finds. Rows that are not read yet are empty until they are.

    Args:
        history: where the items are.
        tasks: runs the reading.
        text_of: the text of a cell, for screen readers and copying; the window's words.
        parent: the owner.
    """

    found = QtSignal()
    """A query has been answered: ``total``, ``counts`` and rows are what it found."""
    failed = QtSignal(object)
    """The ``Problem`` for which it was not."""

    def __init__(
        self, history: History, tasks: Tasks, text_of: TextOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._tasks = tasks
        self._text_of = text_of
        self._titles: tuple[str, ...] = tuple("" for _ in Column)
        self._ids: array[int] = array("q")
        self._items: OrderedDict[int, HistoryItem] = OrderedDict()
        self._rows: dict[int, QueueRow] = {}
        self._stale: set[int] = set()
        self._seen = (0, PAGE)
        self._held: Sequence[int] = ()
        self.query = HistoryQuery()
        self._shown: HistoryQuery | None = None
        self.counts: dict[JobState, int] = {}
        self.is_read = False
        """A query has been answered."""
        history.changed.connect(self._changed)

    # --- what is shown -------------------------------------------------------------------
    def ask(self, query: HistoryQuery | None = None) -> None:
        """Answer a query, or the last one anew; ``found`` follows."""
        if query is not None:
            self.query = query
        self._tasks.start(self._find(self.query), "find history", replace=True)

    @property
    def ids(self) -> Sequence[int]:
        """The row ids in view order."""
        return self._ids

    def row_id(self, row: int) -> int | None:
        """The id of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def item(self, row: int) -> HistoryItem | None:
        """What a row shows, ``None`` while it is not read."""
        row_id = self.row_id(row)
        return self._items.get(row_id) if row_id is not None else None

    def position(self, row_id: int) -> int | None:
        """The number of a row, ``None`` if it is not shown."""
        if self.query.order is Order.CREATED:
            sign = 1 if self.query.ascending else -1
            place = bisect_left(self._ids, sign * row_id, key=lambda one: sign * one)
            there = place < len(self._ids) and self._ids[place] == row_id
            return place if there else None
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def want(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are in view: read what of them is missing or out of date."""
        self._seen = (max(0, first), last)
        if self._missing(self._ids):
            self._tasks.start(self._read(), "read history", replace=True)

    def hold(self, row_ids: Sequence[int]) -> None:
        """Read these rows as well, in view or not: the first of them, as far as there is room."""
        self._held = row_ids[: MOST_ROWS // 2]
        if any(row_id not in self._items for row_id in self._held):
            self._tasks.start(self._read(), "read history", replace=True)

    # --- reading -------------------------------------------------------------------------
    async def _find(self, query: HistoryQuery) -> None:
        try:
            is_all = False
            if query != self._shown:
                # The first rows at once; all ids of a large history take a moment.
                self._seen = (0, PAGE)
                is_all = await self._find_some(query, FIRST) < FIRST
                self._shown = query
            if not is_all:
                await self._find_some(query)
            self.counts = await self._history.counts(query)
        except DomainError as error:
            log.warning("history: not read: %s", error)
            self.failed.emit(error.problem)
            return
        self.is_read = True
        self.found.emit()

    async def _find_some(self, query: HistoryQuery, most: int = -1) -> int:
        ids = await self._history.find(query, most)
        # The rows in view come with their ids: nothing is ever shown empty.
        self._show(ids, await self._history.items(self._missing(ids)))
        return len(ids)

    def _missing(self, ids: Sequence[int]) -> list[int]:
        """What is to be read of the rows in view, a page more on both sides, and of held ones."""
        first, last = self._seen
        part = dict.fromkeys(ids[max(0, first - PAGE // 2) : last + 1 + PAGE // 2])
        part |= dict.fromkeys(self._held)
        return [i for i in part if i not in self._items or i in self._stale][:STEP]

    async def _read(self) -> None:
        while wanted := self._missing(self._ids):
            try:
                read = await self._history.items(wanted)
            except DomainError as error:
                self.failed.emit(error.problem)
                return
            self._take(read)
            self._stale.difference_update(wanted)
            if not {item.row_id for item in read} >= set(wanted):
                self._held = ()
                self.ask()  # some are gone
                return

    def _show(self, ids: array[int], read: Sequence[HistoryItem]) -> None:
        added = len(ids) - len(self._ids)
        if ids == self._ids:
            self._take(read)
        elif added > 0 and self._ids and ids[:-added] == self._ids:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(ids) - 1)
            self._ids = ids
            self._take(read)
            self.endInsertRows()
        elif 0 < added <= PAGE and self._ids and ids[added:] == self._ids:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._ids = ids
            self._take(read)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._ids = ids
            self._take(read)
            self.endResetModel()

    def _take(self, read: Sequence[HistoryItem]) -> None:
        for item in read:
            self._items[item.row_id] = item
            self._items.move_to_end(item.row_id)
            self._rows.pop(item.row_id, None)
            self._stale.discard(item.row_id)
        while len(self._items) > MOST_ROWS:
            dropped, _ = self._items.popitem(last=False)
            self._rows.pop(dropped, None)
        if read and self._ids:
            last = self.index(len(self._ids) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _changed(self, row_ids: frozenset[int]) -> None:
        self._stale |= row_ids & self._items.keys()

    # --- Qt ------------------------------------------------------------------------------
    def set_column_titles(self, titles: Sequence[str]) -> None:
        """Head the columns, in the order of ``Column``."""
        self._titles = tuple(titles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows the query found."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All columns of the queue."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row as the queue's delegate paints it, or a cell's text."""
        if role == Role.ROW:
            return self._row(index.row())
        if role == Qt.ItemDataRole.DisplayRole and (row := self._row(index.row())) is not None:
            return self._text_of(row, Column(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles; times stand at the right."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section == Column.RUN_TIME
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _row(self, number: int) -> QueueRow | None:
        row_id = self.row_id(number)
        item = self._items.get(row_id) if row_id is not None else None
        if row_id is None or item is None:
            return None
        if row_id not in self._rows:
            self._rows[row_id] = queue_row(item)
        return self._rows[row_id]


def queue_row(item: HistoryItem) -> QueueRow:
    """An item as a row of the queue shows it."""
    job = item.job
    return QueueRow(
        RowId(job.key.server_id, RowKind.ITEM, job.key.job_id),
        item.server_name,
        job.state,
        title=job.title,
        inputs=job.inputs,
        ended=int(job.state.ended),
        failed=int(job.state is JobState.FAILED),
        private=job.private,
        error=(job.error.message or job.error.type) if job.error else "",
        run_s=item.run_s,
        done_at=job.ended_at,
        thumbnail=job.outputs[-1] if job.outputs else None,
        outputs=job.outputs,
        device=job.device,
        user=job.user,
        batch_id=job.batch_id,
        origin=job.origin,
        created_at=job.created_at,
    )

"""The queue of all shown servers as one table: groups, unfolding to their items."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from ivk_desktop.domain.jobs import JobId, JobKey, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.stores.queue_filter import Filter, Term, Words, parse
from ivk_desktop.stores.queue_order import Entry, Layout, Status
from ivk_desktop.stores.queue_rows import (
    Column,
    QueueRow,
    QueueSession,
    RowId,
    RowKind,
    group_ranges,
    group_row,
    item_row,
    last_ended,
)
from ivk_desktop.stores.queue_sort import Sorting
from ivk_desktop.stores.queue_view import QueueView

Index = QModelIndex | QPersistentModelIndex
TextOf = Callable[[QueueRow, Column], str]

RESET_FROM: Final = 500
"""More rows that come or move at once are told as a reset: that is one layout, not many."""
MAX_CACHED: Final = 4000
UNTITLED: Final = 20
"""Of so many batches at once the workflow is asked for, where its lack is in view."""
RIGHT: Final = frozenset({Column.RUN_TIME, Column.DONE, Column.WAIT_TIME})
"""The columns of times, which stand at the right."""


class Role(IntEnum):
    """What the model tells beside the usual roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The ``QueueRow``: everything a delegate paints."""
    ROW_ID = Qt.ItemDataRole.UserRole + 2


class QueueModel(QAbstractTableModel):
    """Merges the queues of sessions into one flat table.

    Args:
        text_of: the text of a cell, for screen readers and copying; the window's words.
        words: the window's words that a filter understands besides the server's.
        parent: the owner.
    """

    filter_changed = QtSignal()
    layout_changed = QtSignal()
    """Rows are gathered or sorted otherwise; they are laid out anew already."""
    rows_about_to_change = QtSignal()
    """Rows will come, go or move without a reset: a view may note what it shows."""
    rows_changed = QtSignal()
    """That is over."""

    def __init__(
        self,
        text_of: TextOf | None = None,
        parent: QObject | None = None,
        *,
        words: Words | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = QueueView(words)
        self._text_of = text_of
        self._titles: tuple[str, ...] = tuple("" for _ in Column)
        self._rows: dict[RowId, QueueRow] = {}
        self._ranges: dict[RowId, tuple[int, tuple[tuple[str, str, str], ...]]] = {}

    # --- sessions and what is shown ------------------------------------------------------
    def add_session(self, session: QueueSession) -> None:
        """Show a server's queue too."""
        self._view.number(session)
        session.queue.changed.connect(self._queue_changed)
        session.queue.reset.connect(self.rebuild)
        for signal in (session.progress.changed, session.progress.started):
            signal.connect(self._progressed)
        self.rebuild()

    def remove_session(self, session: QueueSession) -> None:
        """Show a server's queue no more."""
        if self._view.sessions.pop(session.server_id, None) is None:
            return
        session.queue.changed.disconnect(self._queue_changed)
        session.queue.reset.disconnect(self.rebuild)
        for signal in (session.progress.changed, session.progress.started):
            signal.disconnect(self._progressed)
        self.rebuild()

    def set_column_titles(self, titles: Sequence[str]) -> None:
        """Head the columns, in the order of ``Column``."""
        self._titles = tuple(titles)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    @property
    def group_by(self) -> GroupBy:
        """What the rows are gathered by."""
        return self._view.layout.by

    def set_group_by(self, by: GroupBy) -> None:
        """Show batches, workflows or users that unfold, or every item as a row of its own."""
        if by is not self._view.layout.by:
            self._view.unfolded.clear()
            self._lay_out(Layout(by, self._view.layout.sorting))

    @property
    def sorting(self) -> Sorting | None:
        """The column that the rows are sorted by; ``None`` is run order."""
        return self._view.layout.sorting

    @property
    def is_run_order(self) -> bool:
        """Whether what waits stands in the order in which it will run."""
        return self.sorting is None and self.group_by in (GroupBy.NONE, GroupBy.BATCH)

    def set_sorting(self, sorting: Sorting | None) -> None:
        """Sort by a column, groups and the items within each, or show run order again."""
        if sorting != self._view.layout.sorting:
            self._lay_out(Layout(self._view.layout.by, sorting))

    def _lay_out(self, layout: Layout) -> None:
        self._view.layout = layout
        self.rebuild()
        self.layout_changed.emit()

    @property
    def status(self) -> Status:
        """The chip that filters."""
        return self._view.filter.status

    def set_filter(self, status: Status, text: str) -> None:
        """Show only what has that status and fits ``text``; see ``queue_filter``."""
        wanted = Filter(status, parse(text))
        if wanted != self._view.filter:
            self._view.filter = wanted
            self.rebuild()
            self.filter_changed.emit()

    @property
    def is_filtered(self) -> bool:
        """Whether a filter may hide rows."""
        return bool(self._view.filter)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What the filter's text asks for."""
        return self._view.filter.terms

    def rebuild(self) -> None:
        """Lay everything out anew; a view keeps its place by ``row_id`` and ``find``."""
        self.beginResetModel()
        self._rows.clear()
        self._ranges.clear()
        self._view.rebuild()
        self.endResetModel()

    # --- rows ----------------------------------------------------------------------------
    def row_id(self, row: int) -> RowId | None:
        """The name of a row."""
        entries = self._view.entries
        return entries[row].row_id if 0 <= row < len(entries) else None

    def find(self, row_id: RowId) -> int | None:
        """The number of a row, or ``None`` if it is not shown."""
        return self._view.position(row_id)

    def row(self, row: int) -> QueueRow | None:
        """What a row shows."""
        row_id = self.row_id(row)
        return self._row(row_id) if row_id is not None else None

    def job_keys(
        self,
        row_id: RowId,
        *,
        open_only: bool = False,
        states: Collection[JobState] | None = None,
    ) -> tuple[JobKey, ...]:
        """The jobs that a row stands for, of these ``states`` alone if they are named."""
        session = self._view.sessions.get(row_id.server_id)
        if session is None:
            return ()
        ids: Iterable[JobId] = (JobId(row_id.native_id),)
        if row_id.kind != RowKind.ITEM:
            group = self._view.group(row_id)
            ids = group.ranks if group else ()
        jobs = session.queue.jobs
        if open_only:
            ids = (i for i in ids if i in jobs and not jobs[i].state.ended)
        if states is not None:
            ids = [i for i in ids if i in jobs and jobs[i].state in states]
        return tuple(JobKey(row_id.server_id, job_id) for job_id in ids)

    def is_folded(self, row_id: RowId) -> bool:
        """Whether a group shows no items."""
        return row_id not in self._view.unfolded

    def set_folded(self, row_id: RowId, folded: bool) -> None:
        """Fold or unfold a group."""
        row = self._row(row_id)
        if row is None or not row.can_fold or folded == self.is_folded(row_id):
            return
        first, end = self._view.span(self._view.shown[row_id])
        if folded:
            self._view.unfolded.discard(row_id)
            self._take_out(first + 1, end)
        else:
            self._view.unfolded.add(row_id)
            self._put_in(first + 1, self._view.children(row_id))
        self._tell_changed([row_id])

    def parent_row(self, row_id: RowId) -> RowId | None:
        """The group that an item stands below."""
        entry = self._view.shown.get(row_id)
        if entry is None or entry.child == self._view.layout.head:
            return None
        return self._view.entries[bisect_left(self._view.entries, (entry.top,))].row_id

    def find_near(self, row_id: RowId) -> int | None:
        """The number of a row, or of the folded group that its item is in."""
        number = self.find(row_id)
        if number is None and (group := self._view.group_of(row_id)) is not None:
            number = self.find(group)
        return number

    def want(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are in view: read what they lack."""
        wanted: dict[ServerId, list[JobId]] = {}
        for entry in self._view.entries[max(0, first) : last + 1]:
            row_id = entry.row_id
            ids = [JobId(row_id.native_id)]
            if row_id.kind != RowKind.ITEM:
                ids = self._wanted_of(row_id)
            wanted.setdefault(row_id.server_id, []).extend(ids)
        for server_id, ids in wanted.items():
            self._view.sessions[server_id].queue.want(ids)

    def _wanted_of(self, row_id: RowId) -> list[JobId]:
        """The items that tell the title and the picture of a group."""
        queue, group = self._view.sessions[row_id.server_id].queue, self._view.group(row_id)
        if group is None:
            return []  # it has just gone, and is still shown until the next flush
        if row_id.kind == RowKind.WORKFLOW and not row_id.native_id:
            return queue.untitled(UNTITLED)
        newest = last_ended(queue, group)
        return [group.first] if newest is None else [newest]

    def refresh_times(self, first: int, last: int) -> None:
        """Time has passed: show times of open rows from ``first`` to ``last`` anew."""
        entries = self._view.entries[max(0, first) : last + 1]
        self._tell_changed([e.row_id for e in entries if (r := self._row(e.row_id)) and r.is_open])

    # --- Qt ------------------------------------------------------------------------------
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._view.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """All columns, also those that are hidden at first."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; where to is for the view to know."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row as data, or a cell's text."""
        if role == Role.ROW:
            return self.row(index.row())
        if role == Role.ROW_ID:
            return self.row_id(index.row())
        if role == Qt.ItemDataRole.DisplayRole and self._text_of is not None:
            row = self.row(index.row())
            return self._text_of(row, Column(index.column())) if row else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles; times stand at the right."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            sides = Qt.AlignmentFlag
            side = sides.AlignRight if section in RIGHT else sides.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # --- inside --------------------------------------------------------------------------
    def _row(self, row_id: RowId) -> QueueRow | None:
        row = self._rows.get(row_id)
        if row is None:
            row = self._build(row_id)
            if len(self._rows) >= MAX_CACHED:
                self._rows.clear()
            if row is not None:
                self._rows[row_id] = row
        return row

    def _build(self, row_id: RowId) -> QueueRow | None:
        session = self._view.sessions.get(row_id.server_id)
        entry = self._view.shown.get(row_id)
        if session is None or entry is None:
            return None
        if row_id.kind == RowKind.ITEM:
            below = self.group_by if entry.child != self._view.layout.head else GroupBy.NONE
            return item_row(session, JobId(row_id.native_id), below)
        group = self._view.group(row_id)
        if group is None:
            return None
        known, ranges = self._ranges.get(row_id, (0, ()))
        if known != group.total:
            ranges = group_ranges(session, group) if row_id.kind == RowKind.BATCH else ()
            self._ranges[row_id] = (group.total, ranges)
        folded = row_id not in self._view.unfolded
        return group_row(session, self.group_by, group, ranges, is_folded=folded)

    def _queue_changed(self, delta: QueueDelta) -> None:
        server_id = delta.server_id
        if self._view.is_outdated(server_id):
            self.rebuild()
            return
        self._view.match(server_id, delta)
        touched = [
            RowId(server_id, int(by), group_id)
            for by, group_id in delta.groups
            if by is self.group_by
        ]
        for row_id in touched:
            self._ranges.pop(row_id, None)
            self._fold_single(row_id)
        for ids in (delta.removed, delta.inserted, delta.changed):
            touched += [RowId(server_id, RowKind.ITEM, job_id) for job_id in ids]
        moves = {
            row_id: wanted
            for row_id in touched
            if (wanted := self._view.wanted(row_id)) != self._view.shown.get(row_id)
        }
        if moves:
            self.rows_about_to_change.emit()
            self._carry_out(moves)
            self.rows_changed.emit()
        self._tell_changed(touched)

    def _carry_out(self, moves: dict[RowId, Entry | None]) -> None:
        """Items that go are taken out by runs: a page of records may fill batches at once."""
        gone = [r for r, wanted in moves.items() if wanted is None and r.kind == RowKind.ITEM]
        if len(moves) - len(gone) > RESET_FROM:
            self.rebuild()
            return
        found = (self._view.position(row_id) for row_id in gone)
        for first, last in reversed(runs(number for number in found if number is not None)):
            self._take_out(first, last + 1)
        for row_id in moves:
            # A group that moved has taken its items along: asked again.
            self._settle(row_id, self._view.wanted(row_id))

    def _fold_single(self, row_id: RowId) -> None:
        """A batch that has lost all items but one has nothing to unfold."""
        if row_id not in self._view.unfolded:
            return
        group = self._view.group(row_id)
        if group is not None and (group.total > 1 or row_id.kind != RowKind.BATCH):
            return
        self._view.unfolded.discard(row_id)
        if shown := self._view.shown.get(row_id):
            first, end = self._view.span(shown)
            self._take_out(first + 1, end)

    def _settle(self, row_id: RowId, wanted: Entry | None) -> None:
        shown = self._view.shown.get(row_id)
        if shown == wanted:
            return
        if shown is None and wanted is not None:
            below = self._view.children(row_id) if row_id.kind != RowKind.ITEM else []
            self._put_in(bisect_left(self._view.entries, wanted), [wanted, *below])
        elif wanted is None and shown is not None:
            self._take_out(*self._view.span(shown))
        elif shown is not None and wanted is not None:
            self._move(shown, wanted)

    def _put_in(self, at: int, entries: Sequence[Entry]) -> None:
        entries = [entry for entry in entries if entry.row_id not in self._view.shown]
        if not entries:
            return
        self.beginInsertRows(QModelIndex(), at, at + len(entries) - 1)
        self._view.entries[at:at] = entries
        self._view.shown.update((entry.row_id, entry) for entry in entries)
        self.endInsertRows()

    def _take_out(self, first: int, end: int) -> None:
        if end <= first:
            return
        self.beginRemoveRows(QModelIndex(), first, end - 1)
        for entry in self._view.entries[first:end]:
            del self._view.shown[entry.row_id]
            self._rows.pop(entry.row_id, None)
        del self._view.entries[first:end]
        self.endRemoveRows()

    def _move(self, shown: Entry, wanted: Entry) -> None:
        entries = self._view.entries
        first, end = self._view.span(shown)
        block = [wanted]
        block += [
            Entry(wanted.top, entry.child, entry.row_id) for entry in entries[first + 1 : end]
        ]
        at = bisect_left(entries, wanted)
        goes = not first <= at <= end
        if goes:
            self.beginMoveRows(QModelIndex(), first, end - 1, QModelIndex(), at)
        del entries[first:end]
        at = bisect_left(entries, wanted)
        entries[at:at] = block
        self._view.shown.update((entry.row_id, entry) for entry in block)
        if goes:
            self.endMoveRows()

    def _progressed(self, key: JobKey) -> None:
        session = self._view.sessions.get(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session else None
        if job is None:
            return
        rows = [RowId(key.server_id, RowKind.ITEM, key.job_id)]
        if (group := self._view.group_of(rows[0])) is not None:
            rows.append(group)
        # Words and picture of the item stay as they are: the costly part is not painted again.
        self._tell_changed(rows, Column.STATUS)

    def _tell_changed(self, row_ids: Iterable[RowId], column: Column = Column.ITEM) -> None:
        """Announce rows as changed from ``column`` on, a signal for each run of neighbours."""
        numbers = []
        for row_id in row_ids:
            self._rows.pop(row_id, None)
            if (number := self._view.position(row_id)) is not None:
                numbers.append(number)
        for start, end in runs(numbers):
            first = self.index(start, column)
            self.dataChanged.emit(first, self.index(end, len(Column) - 1))


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbours among numbers, each as its first and its last."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

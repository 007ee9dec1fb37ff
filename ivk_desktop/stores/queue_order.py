"""Where a row of the queue stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Final, NamedTuple

from ivk_desktop.domain.jobs import Job, JobId
from ivk_desktop.stores.batches import RUNNING, Group, GroupBy
from ivk_desktop.stores.queue_rows import QueueSession, RowId
from ivk_desktop.stores.queue_sort import Sorting, group_key, item_key

Place = int | tuple[Any, ...]
"""A number in run order, else a sort key and that number: of one kind in one layout."""

_RANK_BITS: Final = 34
_POSITION_BITS: Final = 16
_SERVER_BITS: Final = 6
_MIDDLE: Final = 1 << (_POSITION_BITS - 1)
_NEWEST: Final = (1 << _RANK_BITS) - 1


class Entry(NamedTuple):
    """A row in view order; entries sort as the rows stand.

    ``top`` is the place of the row, or of the group it stands below; ``child`` is
    ``Layout.head`` for a row of its own and the place within the group otherwise.
    """

    top: Place
    child: Place
    row_id: RowId


class Status(IntEnum):
    """The chips above the queue."""

    ALL = 0
    RUNNING = 1
    PENDING = 2
    FAILED = 3
    DONE = 4


class Layout:
    """Which rows stand where: in run order, or sorted by a column; gathered or not."""

    def __init__(self, by: GroupBy = GroupBy.BATCH, sorting: Sorting | None = None) -> None:
        self.by = by
        self.sorting = sorting

    @property
    def head(self) -> Place:
        """The ``child`` of rows that stand below nothing: less than any place."""
        return 0 if self.sorting is None else ()

    def item(self, session: QueueSession, number: int, job_id: JobId, rank: int) -> Place:
        """The place of an item of the server ``number``, by itself or within its group."""
        job = session.queue.jobs.get(job_id)
        place = item_place(job, rank, number)
        if self.sorting is None:
            return place
        return (*item_key(session, job, job_id, self.sorting), place)

    def group(self, session: QueueSession, number: int, group: Group) -> Place:
        """The place of a group of the server ``number``."""
        place = group_place(group, session.queue.jobs[group.first], number)
        if self.sorting is None:
            return place
        return (*group_key(session, group, self.sorting), place)


def item_place(job: Job | None, rank: int, server_number: int = 0) -> int:
    """Running first, then pending in run order, then ended ones, newest first."""
    if job is None or job.state.ended:
        return ended_place(rank, server_number)
    if job.state in RUNNING:
        return _place(0, 0, rank, server_number)
    return _place(1, job.queue_position or 0, rank, server_number)


def ended_place(rank: int, server_number: int = 0) -> int:
    """Of an ended item, and of one whose record is not read: the newest first."""
    return _ENDED - (rank << _SERVER_BITS) + server_number


def group_place(group: Group, first: Job, server_number: int = 0) -> int:
    """As its items; one that has begun stays with the running ones until all have ended.

    Else it would jump down and up again between any two of its items. ``first`` is its first job.
    """
    if not group.open:
        return ended_place(group.high, server_number)
    if group.has_begun:
        return _place(0, 0, group.low, server_number)
    return _place(1, first.queue_position or 0, group.low, server_number)


def _place(group: int, position: int, rank: int, server_number: int) -> int:
    position = min(max(position, 1 - _MIDDLE), _MIDDLE - 1) + _MIDDLE
    place = (group << _POSITION_BITS) | position
    place = (place << _RANK_BITS) | rank
    return ((place << _SERVER_BITS) | server_number) + 1


_ENDED: Final = _place(2, 0, _NEWEST, 0)

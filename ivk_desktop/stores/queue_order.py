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
_TIME_BITS: Final = 42
_MIDDLE: Final = 1 << (_POSITION_BITS - 1)
_NEWEST: Final = (1 << _RANK_BITS) - 1
_LATEST_MS: Final = (1 << _TIME_BITS) - 1


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
    """Which rows stand where: in run order, or sorted by a column; gathered or not.

    Ranks tell the order of one server's items. Where rows of several servers stand together
    (``is_merged``), time does: what was submitted first runs first, what ended last comes first.
    """

    def __init__(
        self,
        by: GroupBy = GroupBy.BATCH,
        sorting: Sorting | None = None,
        *,
        is_merged: bool = False,
    ) -> None:
        self.by = by
        self.sorting = sorting
        self.is_merged = is_merged

    @property
    def head(self) -> Place:
        """The ``child`` of rows that stand below nothing: less than any place."""
        return 0 if self.sorting is None else ()

    def item(self, session: QueueSession, number: int, job_id: JobId, rank: int) -> Place:
        """The place of an item of the server ``number``, by itself or within its group."""
        job = session.queue.jobs.get(job_id)
        if self.is_merged:
            place = merged_item_place(job, rank, number)
        else:
            place = item_place(job, rank, number)
        if self.sorting is None:
            return place
        return (*item_key(session, job, job_id, self.sorting), place)

    def group(self, session: QueueSession, number: int, group: Group) -> Place:
        """The place of a group of the server ``number``."""
        first = session.queue.jobs[group.first]
        place = (merged_group_place if self.is_merged else group_place)(group, first, number)
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


def merged_item_place(
    job: Job | None, rank: int, server_number: int, ended_at: float | None = None
) -> int:
    """As ``item_place``, among items of other servers.

    ``ended_at`` is about when it ended, in unix seconds, where its record is not read; without it
    it counts as the newest.
    """
    if job is None:
        return _merged_ended(ended_at, rank, server_number)
    if job.state.ended:
        return _merged_ended(job.ended_at or job.created_at, rank, server_number)
    running = job.state in RUNNING
    position = 0 if running else job.queue_position or 0
    return _merged(0 if running else 1, position, job.created_at, rank, server_number)


def merged_group_place(group: Group, first: Job, server_number: int) -> int:
    """As ``group_place``, among groups of other servers."""
    if not group.open:
        at = group.ended_at or first.created_at
        return _merged_ended(at, group.high, server_number)
    position = 0 if group.has_begun else first.queue_position or 0
    begun = 0 if group.has_begun else 1
    return _merged(begun, position, first.created_at, group.low, server_number)


def has_ended(place: Place) -> bool:
    """Whether a place of several servers' run order is one of those that have ended."""
    return isinstance(place, int) and place >= _FIRST_ENDED


def _merged_ended(at: float | None, rank: int, server_number: int) -> int:
    """The latest first; of those of one moment the newest."""
    time_ms = _LATEST_MS if at is None else _ms(at)
    return _timed(2, 0, _LATEST_MS - time_ms, _NEWEST - rank, server_number)


def _merged(group: int, position: int, at: float | None, rank: int, server_number: int) -> int:
    return _timed(group, position, _ms(at or 0.0), rank, server_number)


def _ms(at: float) -> int:
    return min(max(int(at * 1000), 0), _LATEST_MS)


def _timed(group: int, position: int, time_ms: int, rank: int, server_number: int) -> int:
    position = min(max(position, 1 - _MIDDLE), _MIDDLE - 1) + _MIDDLE
    place = (((group << _POSITION_BITS) | position) << _TIME_BITS) | time_ms
    return (((place << _RANK_BITS) | rank) << _SERVER_BITS | server_number) + 1


def _place(group: int, position: int, rank: int, server_number: int) -> int:
    position = min(max(position, 1 - _MIDDLE), _MIDDLE - 1) + _MIDDLE
    place = (group << _POSITION_BITS) | position
    place = (place << _RANK_BITS) | rank
    return ((place << _SERVER_BITS) | server_number) + 1


_ENDED: Final = _place(2, 0, _NEWEST, 0)
_FIRST_ENDED: Final = _timed(2, 0, 0, 0, 0)

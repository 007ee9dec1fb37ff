"""Where a row of the queue stands, and whether a filter shows it."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple

from ivk_desktop.domain.jobs import Job, JobState
from ivk_desktop.stores.batches import PENDING, RUNNING, Batch
from ivk_desktop.stores.queue_rows import RowId

_RANK_BITS: Final = 34
_POSITION_BITS: Final = 16
_SERVER_BITS: Final = 6
_MIDDLE: Final = 1 << (_POSITION_BITS - 1)
_NEWEST: Final = (1 << _RANK_BITS) - 1


class Entry(NamedTuple):
    """A row in view order; entries sort as the rows stand.

    ``top`` is the place of the row, or of the batch it stands below; ``child`` is 0 for a row of
    its own and the place within the batch otherwise.
    """

    top: int
    child: int
    row_id: RowId


class Status(IntEnum):
    """The chips above the queue."""

    ALL = 0
    RUNNING = 1
    PENDING = 2
    FAILED = 3
    DONE = 4


def item_place(job: Job | None, rank: int, server_number: int = 0) -> int:
    """Running first, then pending in run order, then ended ones, newest first."""
    if job is None or job.state.ended:
        return _place(2, 0, _NEWEST - rank, server_number)
    if job.state in RUNNING:
        return _place(0, 0, rank, server_number)
    return _place(1, job.queue_position or 0, rank, server_number)


def batch_place(batch: Batch, first: Job, server_number: int = 0) -> int:
    """As its items; one that has begun stays with the running ones until all have ended.

    Else it would jump down and up again between any two of its items. ``first`` is its first job.
    """
    if not batch.open:
        return _place(2, 0, _NEWEST - batch.high, server_number)
    if batch.has_begun:
        return _place(0, 0, batch.low, server_number)
    return _place(1, first.queue_position or 0, batch.low, server_number)


def _place(group: int, position: int, rank: int, server_number: int) -> int:
    position = min(max(position, 1 - _MIDDLE), _MIDDLE - 1) + _MIDDLE
    place = (group << _POSITION_BITS) | position
    place = (place << _RANK_BITS) | rank
    return ((place << _SERVER_BITS) | server_number) + 1


def is_hit(job: Job | None, job_id: str, status: Status, words: tuple[str, ...]) -> bool:
    """Whether an item has that status and all those lower-case words in its texts."""
    if status is not Status.ALL and not _has_status(job, status):
        return False
    if not words:
        return True
    text = _text(job, job_id)
    return all(word in text for word in words)


def _has_status(job: Job | None, status: Status) -> bool:
    if job is None:
        return False
    if status is Status.RUNNING:
        return job.state in RUNNING
    if status is Status.PENDING:
        return job.state in PENDING
    if status is Status.FAILED:
        return job.state is JobState.FAILED
    return job.state.ended and job.state is not JobState.FAILED


def _text(job: Job | None, job_id: str) -> str:
    if job is None:
        return job_id
    parts = [job_id, job.title, job.user, job.device, job.origin, job.batch_id or ""]
    parts += [f"{label} {value}" for label, value in job.inputs]
    if job.error:
        parts += [job.error.type, job.error.message]
    return "\n".join(parts).lower()

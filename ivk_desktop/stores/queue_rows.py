"""What one row of the queue shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import Final, NamedTuple, Protocol

from ivk_desktop.domain.groups import run_time_of_all
from ivk_desktop.domain.jobs import UNREADABLE, BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import PENDING, PRIVATE, RUNNING, Group, GroupBy, took, waited
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore


class QueueSession(Protocol):
    """What the queue needs of a server's session."""

    server_id: ServerId
    name: str
    queue: QueueStore
    progress: ProgressStore


class RowKind:
    """What a row stands for: an item, or a group, numbered as in ``GroupBy``.

    Plain numbers: they are hashed for each of 100,000 rows.
    """

    ITEM: Final = 0
    BATCH: Final = 1
    WORKFLOW: Final = 2
    USER: Final = 3


class RowId(NamedTuple):
    """Names a row over all changes: an item, or a group of items."""

    server_id: ServerId
    kind: int
    native_id: str


class Column(IntEnum):
    """The columns of the queue; those after ``DONE`` are hidden at first.

    Their names are kept in settings: none is ever renamed.
    """

    ITEM = 0
    STATUS = 1
    SERVER = 2
    RUN_TIME = 3
    DONE = 4
    USER = 5
    DEVICE = 6
    BATCH = 7
    ORIGIN = 8
    CREATED = 9
    ID = 10
    PICTURE = 11
    WORKFLOW = 12
    INPUTS = 13
    DESTINATION = 14
    STARTED = 15
    WAIT_TIME = 16
    ERROR = 17


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row. Times are unix seconds; ``run_s`` is seconds."""

    row_id: RowId
    server_name: str
    state: JobState
    item_id: str = ""
    """The native id of the one item that it is; empty for a group."""
    title: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    ranges: tuple[tuple[str, str, str], ...] = ()
    """A batch's inputs that differ: (label, first value, last value)."""
    total: int = 1
    ended: int = 0
    failed: int = 0
    canceled: int = 0
    is_folded: bool = True
    below: GroupBy = GroupBy.NONE
    """The kind of group that it stands below."""
    is_known: bool = True
    """Its record has been read."""
    is_readable: bool = True
    """The server can read its own record of it."""
    is_stale: bool = False
    private: bool = False
    foreign: bool = False
    """Not handed in from here; see ``Job.foreign``."""
    error: str = ""
    fraction: float | None = None
    """How far it is, 0..1, while it runs."""
    run_s: float | None = None
    """Of a group what its items have run, together."""
    wait_s: float | None = None
    started_at: float | None = None
    done_at: float | None = None
    done_is_estimate: bool = False
    thumbnail: MediaRef | None = None
    outputs: tuple[MediaRef, ...] = ()
    device: str = ""
    user: str = ""
    batch_id: BatchId | None = None
    origin: str = ""
    destination: str = ""
    created_at: float | None = None
    queue_position: int | None = None

    @property
    def is_group(self) -> bool:
        """Whether it stands for items that it gathers, and not for one item."""
        return self.row_id.kind != RowKind.ITEM and (
            self.row_id.kind != RowKind.BATCH or self.total > 1
        )

    @property
    def can_fold(self) -> bool:
        """Whether there are items to be shown below it."""
        return self.is_group

    @property
    def is_child(self) -> bool:
        """Whether it stands below a group."""
        return self.below is not GroupBy.NONE

    @property
    def is_open(self) -> bool:
        """Whether anything of it has not ended."""
        return not self.state.ended and self.is_known


def item_row(session: QueueSession, job_id: JobId, below: GroupBy) -> QueueRow:
    """The row of one item, standing by itself or below its group."""
    row_id = RowId(session.server_id, RowKind.ITEM, job_id)
    job = session.queue.jobs.get(job_id)
    if job is None:
        return QueueRow(row_id, session.name, JobState.UNKNOWN, item_id=job_id, is_known=False)
    return _of_job(session, row_id, job, below)


def group_row(
    session: QueueSession,
    by: GroupBy,
    group: Group,
    ranges: tuple[tuple[str, str, str], ...],
    *,
    is_folded: bool,
) -> QueueRow:
    """The row of a group; a batch of a single item shows that item."""
    row_id = RowId(session.server_id, int(by), group.group_id)
    first = session.queue.jobs[group.first]
    if by is GroupBy.BATCH and group.total == 1:
        return _of_job(session, row_id, first, GroupBy.NONE)
    running = [session.queue.jobs[job_id] for job_id in group.running]
    ended = group.ended
    done_at, is_estimate = _group_done(session, group)
    return QueueRow(
        row_id,
        session.name,
        group.state,
        title="" if by is GroupBy.USER else group.title,
        ranges=ranges,
        total=group.total,
        ended=ended,
        failed=group.states[JobState.FAILED],
        canceled=group.states[JobState.CANCELED],
        is_folded=is_folded,
        private=first.private or group.group_id == PRIVATE,
        error=group.error if group.state is JobState.FAILED and by is GroupBy.BATCH else "",
        fraction=_group_fraction(session, group, ended),
        run_s=_group_run_s(session, group),
        started_at=group.started_at,
        done_at=done_at,
        done_is_estimate=is_estimate,
        thumbnail=group.thumbnail,
        device=running[0].device if len(running) == 1 else "",
        user="" if by is GroupBy.WORKFLOW else first.user,
        batch_id=BatchId(group.group_id) if by is GroupBy.BATCH else None,
        origin=first.origin if by is GroupBy.BATCH else "",
        destination=first.destination if by is GroupBy.BATCH else "",
        created_at=first.created_at,
    )


def group_ranges(
    session: QueueSession, batch: Group, sample: int = 200
) -> tuple[tuple[str, str, str], ...]:
    """The inputs in which a group's items differ, each with its first and last value.

    Looks at ``sample`` items at most from both ends: a label is told, not a study.
    """
    jobs = session.queue.jobs
    ids = list(islice(batch.ranks, sample // 2))
    ids += [i for i in islice(reversed(batch.ranks), sample // 2) if i not in set(ids)][::-1]
    found: dict[str, list[str]] = {}
    for job_id in ids:
        for label, value in jobs[job_id].inputs:
            found.setdefault(label, []).append(value)
    return tuple((label, *_ends(values)) for label, values in found.items())


def last_ended(queue: QueueStore, batch: Group) -> JobId | None:
    """The newest ended item of a group: the one whose picture stands for it."""
    for job_id in islice(reversed(batch.ranks), 200):
        if queue.jobs[job_id].state.ended:
            return job_id
    return None


def _of_job(session: QueueSession, row_id: RowId, job: Job, below: GroupBy) -> QueueRow:
    key, progress = job.key, session.progress
    done_at, is_estimate = _job_done(session, job)
    return QueueRow(
        row_id,
        session.name,
        job.state,
        item_id=key.job_id,
        title=job.title,
        inputs=job.inputs,
        ended=int(job.state.ended),
        failed=int(job.state is JobState.FAILED),
        below=below,
        is_readable=job.native_state != UNREADABLE,
        is_stale=session.queue.is_stale(key.job_id),
        private=job.private,
        foreign=job.foreign,
        error=(job.error.message or job.error.type) if job.error else "",
        fraction=progress.fraction(key) if job.state in RUNNING else None,
        run_s=progress.elapsed(key) if job.state in RUNNING else took(job),
        wait_s=waited(job),
        started_at=job.started_at,
        done_at=done_at,
        done_is_estimate=is_estimate,
        thumbnail=job.outputs[-1] if job.outputs else None,
        outputs=job.outputs,
        device=job.device,
        user=job.user,
        batch_id=job.batch_id,
        origin=job.origin,
        destination=job.destination,
        created_at=job.created_at,
        queue_position=job.queue_position,
    )


def _job_done(session: QueueSession, job: Job) -> tuple[float | None, bool]:
    if job.state.ended:
        return job.ended_at, False
    waits = job.state in PENDING
    if not (waits or job.state in RUNNING) or (waits and session.queue.counts.paused):
        return None, True
    left = session.progress.done_in(job)
    return (session.progress.now() + left.seconds if left else None), True


def _group_done(session: QueueSession, group: Group) -> tuple[float | None, bool]:
    if not group.open:
        return group.ended_at, False
    jobs = session.queue.jobs
    # Items run in about their order, so the last open one is met after a few steps.
    for job_id in reversed(group.ranks):
        if not jobs[job_id].state.ended:
            return _job_done(session, jobs[job_id])
    return None, False


def _group_fraction(session: QueueSession, group: Group, ended: int) -> float | None:
    if not group.open or not group.has_begun:
        return None
    server = session.server_id
    running = (session.progress.fraction(JobKey(server, i)) for i in group.running)
    return (ended + sum(fraction or 0.0 for fraction in running)) / group.total


def _group_run_s(session: QueueSession, group: Group) -> float | None:
    server = session.server_id
    running = (session.progress.elapsed(JobKey(server, job_id)) for job_id in group.running)
    return run_time_of_all(group.ended_s, (seconds for seconds in running if seconds is not None))


def _ends(values: list[str]) -> tuple[str, str]:
    """The least and the greatest of numbers, the first and the last of words."""
    try:
        ordered = sorted(set(values), key=float)
    except ValueError:
        ordered = list(dict.fromkeys(values))
    return ordered[0], ordered[-1]

"""What one row of the queue shows, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import Final, NamedTuple, Protocol

from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import PENDING, RUNNING, Batch
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore


class QueueSession(Protocol):
    """What the queue needs of a server's session."""

    server_id: ServerId
    name: str
    queue: QueueStore
    progress: ProgressStore


class RowKind:
    """What a row stands for. Plain numbers: they are hashed for each of 100,000 rows."""

    ITEM: Final = 0
    BATCH: Final = 1


class RowId(NamedTuple):
    """Names a row over all changes: an item, or a batch."""

    server_id: ServerId
    kind: int
    native_id: str


class Column(IntEnum):
    """The columns of the queue; those after ``DONE`` are hidden at first."""

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


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One row. Times are unix seconds; ``run_s`` is seconds."""

    row_id: RowId
    server_name: str
    state: JobState
    title: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    ranges: tuple[tuple[str, str, str], ...] = ()
    """A batch's inputs that differ: (label, first value, last value)."""
    total: int = 1
    ended: int = 0
    failed: int = 0
    is_folded: bool = True
    is_child: bool = False
    """Stands below its batch."""
    is_known: bool = True
    """Its record has been read."""
    is_stale: bool = False
    private: bool = False
    error: str = ""
    fraction: float | None = None
    """How far it is, 0..1, while it runs."""
    run_s: float | None = None
    done_at: float | None = None
    done_is_estimate: bool = False
    thumbnail: MediaRef | None = None
    outputs: tuple[MediaRef, ...] = ()
    device: str = ""
    user: str = ""
    batch_id: BatchId | None = None
    origin: str = ""
    created_at: float | None = None
    queue_position: int | None = None

    @property
    def can_fold(self) -> bool:
        """Whether it is a batch of more than one item."""
        return self.row_id.kind == RowKind.BATCH and self.total > 1

    @property
    def is_open(self) -> bool:
        """Whether anything of it has not ended."""
        return not self.state.ended and self.is_known


def item_row(session: QueueSession, job_id: JobId, *, is_child: bool) -> QueueRow:
    """The row of one item."""
    row_id = RowId(session.server_id, RowKind.ITEM, job_id)
    job = session.queue.jobs.get(job_id)
    if job is None:
        return QueueRow(row_id, session.name, JobState.UNKNOWN, is_known=False)
    return _of_job(session, row_id, job, is_child=is_child)


def batch_row(
    session: QueueSession,
    batch: Batch,
    ranges: tuple[tuple[str, str, str], ...],
    *,
    is_folded: bool,
) -> QueueRow:
    """The row of a batch; one of a single item shows that item."""
    row_id = RowId(session.server_id, RowKind.BATCH, batch.batch_id)
    first = session.queue.jobs[next(iter(batch.ranks))]
    if batch.total == 1:
        return _of_job(session, row_id, first, is_child=False)
    running = [session.queue.jobs[job_id] for job_id in batch.running]
    ended = batch.ended
    done_at, is_estimate = _batch_done(session, batch)
    return QueueRow(
        row_id,
        session.name,
        batch.state,
        title=batch.title,
        ranges=ranges,
        total=batch.total,
        ended=ended,
        failed=batch.states[JobState.FAILED],
        is_folded=is_folded,
        private=first.private,
        error=batch.error if batch.state is JobState.FAILED else "",
        fraction=_batch_fraction(session, batch, ended),
        run_s=_batch_run_s(session, batch, running),
        done_at=done_at,
        done_is_estimate=is_estimate,
        thumbnail=batch.thumbnail,
        device=running[0].device if len(running) == 1 else "",
        user=first.user,
        batch_id=batch.batch_id,
        origin=first.origin,
        created_at=first.created_at,
    )


def batch_ranges(
    session: QueueSession, batch: Batch, sample: int = 200
) -> tuple[tuple[str, str, str], ...]:
    """The inputs in which a batch's items differ, each with its first and last value.

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


def last_ended(queue: QueueStore, batch: Batch) -> JobId | None:
    """The newest ended item of a batch: the one whose picture stands for it."""
    for job_id in islice(reversed(batch.ranks), 200):
        if queue.jobs[job_id].state.ended:
            return job_id
    return None


def _of_job(session: QueueSession, row_id: RowId, job: Job, *, is_child: bool) -> QueueRow:
    key, progress = job.key, session.progress
    done_at, is_estimate = _job_done(session, job)
    return QueueRow(
        row_id,
        session.name,
        job.state,
        title=job.title,
        inputs=job.inputs,
        ended=int(job.state.ended),
        failed=int(job.state is JobState.FAILED),
        is_child=is_child,
        is_stale=session.queue.is_stale(key.job_id),
        private=job.private,
        error=(job.error.message or job.error.type) if job.error else "",
        fraction=progress.fraction(key) if job.state in RUNNING else None,
        run_s=progress.elapsed(key) if job.state in RUNNING else _took(job),
        done_at=done_at,
        done_is_estimate=is_estimate,
        thumbnail=job.outputs[-1] if job.outputs else None,
        outputs=job.outputs,
        device=job.device,
        user=job.user,
        batch_id=job.batch_id,
        origin=job.origin,
        created_at=job.created_at,
        queue_position=job.queue_position,
    )


def _took(job: Job) -> float | None:
    if job.started_at is None or job.ended_at is None:
        return None
    return max(0.0, job.ended_at - job.started_at)


def _job_done(session: QueueSession, job: Job) -> tuple[float | None, bool]:
    if job.state.ended:
        return job.ended_at, False
    waits = job.state in PENDING
    if not (waits or job.state in RUNNING) or (waits and session.queue.counts.paused):
        return None, True
    left = session.progress.done_in(job)
    return (session.progress.now() + left.seconds if left else None), True


def _batch_done(session: QueueSession, batch: Batch) -> tuple[float | None, bool]:
    if not batch.open:
        return batch.ended_at, False
    jobs = session.queue.jobs
    # Items run in about their order, so the last open one is met after a few steps.
    for job_id in reversed(batch.ranks):
        if not jobs[job_id].state.ended:
            return _job_done(session, jobs[job_id])
    return None, False


def _batch_fraction(session: QueueSession, batch: Batch, ended: int) -> float | None:
    if not batch.open or not batch.has_begun:
        return None
    server = session.server_id
    running = (session.progress.fraction(JobKey(server, i)) for i in batch.running)
    return (ended + sum(fraction or 0.0 for fraction in running)) / batch.total


def _batch_run_s(session: QueueSession, batch: Batch, running: Sequence[Job]) -> float | None:
    """From the first start to now or the end; the server's clock alone, but for what runs."""
    if batch.started_at is None:
        return None
    ends = [batch.ended_at or batch.started_at]
    for job in running:
        elapsed = session.progress.elapsed(job.key)
        if job.started_at is not None and elapsed is not None:
            ends.append(job.started_at + elapsed)
    return max(0.0, max(ends) - batch.started_at)


def _ends(values: list[str]) -> tuple[str, str]:
    """The least and the greatest of numbers, the first and the last of words."""
    try:
        ordered = sorted(set(values), key=float)
    except ValueError:
        ordered = list(dict.fromkeys(values))
    return ordered[0], ordered[-1]

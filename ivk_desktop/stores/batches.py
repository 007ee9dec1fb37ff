"""What the jobs of one server add up to: counts by state, batches, titles that wait."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, QueueCounts
from ivk_desktop.domain.media import MediaRef

_COUNTED: Final = {
    JobState.SUBMITTING: "pending",
    JobState.PENDING: "pending",
    JobState.RUNNING: "running",
    JobState.CANCELING: "running",
    JobState.WAITING: "waiting",
    JobState.COMPLETED: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "canceled",
    JobState.DETACHED: "canceled",
}
"""The count of ``QueueCounts`` that a job of each state is in."""

RUNNING: Final = frozenset({JobState.RUNNING, JobState.CANCELING})
PENDING: Final = frozenset({JobState.PENDING, JobState.SUBMITTING, JobState.WAITING})


@dataclass(slots=True)
class Batch:
    """The known jobs of one submission. Times are unix seconds of the server's clock."""

    batch_id: BatchId
    ranks: dict[JobId, int] = field(default_factory=dict)
    """Its jobs with their place in the server's order, lowest first."""
    states: Counter[JobState] = field(default_factory=Counter)
    running: dict[JobId, None] = field(default_factory=dict)
    title: str = ""
    started_at: float | None = None
    ended_at: float | None = None
    thumbnail: MediaRef | None = None
    error: str = ""
    low: int = 0
    """The lowest rank it ever had, and the highest."""
    high: int = 0

    @property
    def total(self) -> int:
        """How many of its jobs are known."""
        return len(self.ranks)

    @property
    def ended(self) -> int:
        """How many of its jobs have ended."""
        return sum(self.states[state] for state in JobState if state.ended)

    @property
    def open(self) -> int:
        """How many of its jobs have not ended."""
        return self.total - self.ended

    @property
    def has_begun(self) -> bool:
        """Whether any of its jobs runs or has ended."""
        return bool(self.running) or self.ended > 0

    @property
    def state(self) -> JobState:
        """The state that speaks for all: running, then waiting to run, then how it ended."""
        if self.running:
            return JobState.RUNNING
        for state in (JobState.PENDING, JobState.SUBMITTING, JobState.WAITING, JobState.UNKNOWN):
            if self.states[state]:
                return state
        for state in (JobState.FAILED, JobState.COMPLETED, JobState.CANCELED):
            if self.states[state]:
                return state
        return JobState.DETACHED if self.states[JobState.DETACHED] else JobState.UNKNOWN


class Tallies:
    """Sums over jobs, each kept up to date by one job at a time."""

    def __init__(self) -> None:
        self.batches: dict[BatchId, Batch] = {}
        self.pending_titles: Counter[str] = Counter()

    def add(self, job: Job, rank: int) -> None:
        """A job became known at ``rank`` in the server's order."""
        if job.state in PENDING:
            self.pending_titles[job.title] += 1
        if job.batch_id is None:
            return
        batch = self.batches.get(job.batch_id)
        if batch is None:
            batch = self.batches[job.batch_id] = Batch(job.batch_id, low=rank, high=rank)
        batch.ranks[job.key.job_id] = rank
        batch.low, batch.high = min(batch.low, rank), max(batch.high, rank)
        self._enter(batch, job)

    def remove(self, job: Job) -> None:
        """A job is known no more."""
        self._leave_title(job)
        batch = self.batches.get(job.batch_id) if job.batch_id is not None else None
        if batch is None or batch.ranks.pop(job.key.job_id, None) is None:
            return
        self._leave(batch, job)
        if not batch.ranks:
            del self.batches[batch.batch_id]

    def change(self, before: Job, after: Job, rank: int) -> None:
        """A known job changed."""
        if before.batch_id != after.batch_id:
            self.remove(before)
            self.add(after, rank)
            return
        if before.state in PENDING or after.state in PENDING:
            self._leave_title(before)
            if after.state in PENDING:
                self.pending_titles[after.title] += 1
        batch = self.batches.get(after.batch_id) if after.batch_id is not None else None
        if batch is not None:
            self._leave(batch, before)
            self._enter(batch, after)

    def _leave_title(self, job: Job) -> None:
        if job.state in PENDING:
            self.pending_titles[job.title] -= 1
            if self.pending_titles[job.title] <= 0:
                del self.pending_titles[job.title]

    def _enter(self, batch: Batch, job: Job) -> None:
        batch.states[job.state] += 1
        if job.state in RUNNING:
            batch.running[job.key.job_id] = None
        batch.title = job.title or batch.title
        if job.started_at is not None:
            batch.started_at = min(batch.started_at or job.started_at, job.started_at)
        if job.ended_at is not None and job.state.ended:
            batch.ended_at = max(batch.ended_at or job.ended_at, job.ended_at)
        if job.outputs:
            batch.thumbnail = job.outputs[-1]
        if job.error is not None and job.state is JobState.FAILED:
            batch.error = job.error.message or job.error.type

    def _leave(self, batch: Batch, job: Job) -> None:
        batch.states[job.state] -= 1
        batch.running.pop(job.key.job_id, None)


def moved(counts: QueueCounts, before: JobState | None, after: JobState | None) -> QueueCounts:
    """``counts`` after a job went from one state to another; ``None`` is outside the queue."""
    leaves = _COUNTED.get(before) if before else None
    enters = _COUNTED.get(after) if after else None
    if leaves == enters:
        return counts
    changes = {}
    if leaves:
        changes[leaves] = max(0, getattr(counts, leaves) - 1)
    if enters:
        changes[enters] = getattr(counts, enters) + 1
    return replace(counts, **changes)

"""What the jobs of one server add up to: counts by state, batches and other groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final

from ivk_desktop.domain.groups import state_of_all
from ivk_desktop.domain.jobs import Job, JobId, JobState, QueueCounts
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
_ENDED: Final = tuple(state for state in JobState if state.ended)

PRIVATE: Final = "\0private"
"""The group of other users' jobs, of which neither workflow nor user is told."""


class GroupBy(IntEnum):
    """By what the rows of the queue are gathered."""

    NONE = 0
    BATCH = 1
    WORKFLOW = 2
    USER = 3


def group_of(job: Job, by: GroupBy) -> str | None:
    """The id of the group that a job is in; ``None`` for one that stands alone."""
    if by is GroupBy.BATCH:
        return job.batch_id
    if by is GroupBy.NONE:
        return None
    if job.private:
        return PRIVATE
    return job.title if by is GroupBy.WORKFLOW else job.user


@dataclass(slots=True)
class Group:
    """The known jobs of one batch, workflow or user. Times are unix seconds of the server."""

    group_id: str
    states: Counter[JobState] = field(default_factory=Counter)
    running: dict[JobId, None] = field(default_factory=dict)
    title: str = ""
    started_at: float | None = None
    ended_at: float | None = None
    work_s: float = 0.0
    """The run times of its ended jobs, in seconds."""
    timed: int = 0
    """How many of its jobs have ended and a run time."""
    thumbnail: MediaRef | None = None
    error: str = ""
    _ranks: dict[JobId, int] = field(default_factory=dict)
    _last: int = 0
    _in_order: bool = True

    @property
    def ranks(self) -> dict[JobId, int]:
        """Its jobs with their place in the server's order, lowest first."""
        if not self._in_order:
            # Records are read newest first, a page at a time: put right when somebody looks.
            self._ranks = dict(sorted(self._ranks.items(), key=lambda pair: pair[1]))
            self._last, self._in_order = next(reversed(self._ranks.values())), True
        return self._ranks

    @property
    def first(self) -> JobId:
        """The job that came first."""
        return next(iter(self.ranks))

    @property
    def low(self) -> int:
        """The rank of the job that came first; no two groups of one kind have the same."""
        return next(iter(self.ranks.values()))

    @property
    def high(self) -> int:
        """The rank of the job that came last."""
        return next(reversed(self.ranks.values()))

    @property
    def total(self) -> int:
        """How many of its jobs are known."""
        return len(self._ranks)

    @property
    def ended(self) -> int:
        """How many of its jobs have ended."""
        return sum(self.states[state] for state in _ENDED)

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
        """The state that speaks for all."""
        return state_of_all(self.states)

    @property
    def ended_s(self) -> float | None:
        """The run times of its ended jobs together, in seconds, where any is known."""
        return self.work_s if self.timed else None

    def add(self, job: Job, rank: int) -> None:
        """A job belongs to it now."""
        if not self._ranks:
            self._last, self._in_order = rank, True
        self._in_order &= rank >= self._last
        self._last = max(self._last, rank)
        self._ranks[job.key.job_id] = rank
        self.enter(job)

    def remove(self, job: Job) -> bool:
        """A job belongs to it no more; returns whether it did."""
        if self._ranks.pop(job.key.job_id, None) is None:
            return False
        self.leave(job)
        return True

    def enter(self, job: Job) -> None:
        """Add what a job of its is now."""
        self.states[job.state] += 1
        if job.state in RUNNING:
            self.running[job.key.job_id] = None
        self.title = job.title or self.title
        if job.started_at is not None:
            self.started_at = min(self.started_at or job.started_at, job.started_at)
        if job.ended_at is not None and job.state.ended:
            self.ended_at = max(self.ended_at or job.ended_at, job.ended_at)
        if (seconds := took(job)) is not None:
            self.work_s, self.timed = self.work_s + seconds, self.timed + 1
        if job.outputs:
            self.thumbnail = job.outputs[-1]
        if job.error is not None and job.state is JobState.FAILED:
            self.error = job.error.message or job.error.type

    def leave(self, job: Job) -> None:
        """Take away what a job of its was."""
        self.states[job.state] -= 1
        if (seconds := took(job)) is not None:
            self.work_s, self.timed = max(0.0, self.work_s - seconds), self.timed - 1
        self.running.pop(job.key.job_id, None)


class Groups:
    """The groups of one kind, each kept up to date by one job at a time."""

    def __init__(self, by: GroupBy) -> None:
        self.by = by
        self.groups: dict[str, Group] = {}

    def add(self, job: Job, rank: int) -> None:
        """A job became known at ``rank`` in the server's order."""
        group_id = group_of(job, self.by)
        if group_id is None:
            return
        group = self.groups.get(group_id)
        if group is None:
            group = self.groups[group_id] = Group(group_id)
        group.add(job, rank)

    def remove(self, job: Job) -> None:
        """A job is known no more."""
        group = self._of(job)
        if group is not None and group.remove(job) and not group.total:
            del self.groups[group.group_id]

    def change(self, before: Job, after: Job, rank: int) -> None:
        """A known job changed."""
        if group_of(before, self.by) != group_of(after, self.by):
            self.remove(before)
            self.add(after, rank)
        elif (group := self._of(after)) is not None:
            group.leave(before)
            group.enter(after)

    def _of(self, job: Job) -> Group | None:
        group_id = group_of(job, self.by)
        return None if group_id is None else self.groups.get(group_id)


def took(job: Job) -> float | None:
    """How many seconds an ended job ran, or ``None``."""
    if job.started_at is None or job.ended_at is None or not job.state.ended:
        return None
    return max(0.0, job.ended_at - job.started_at)


def waited(job: Job) -> float | None:
    """How many seconds a job waited from its creation to its start, or ``None``."""
    if job.created_at is None or job.started_at is None:
        return None
    return max(0.0, job.started_at - job.created_at)


def moved(
    counts: QueueCounts, before: JobState | None, after: JobState | None, number: int = 1
) -> QueueCounts:
    """``counts`` after jobs went from one state to another; ``None`` is outside the queue."""
    leaves = _COUNTED.get(before) if before else None
    enters = _COUNTED.get(after) if after else None
    if leaves == enters:
        return counts
    changes = {}
    if leaves:
        changes[leaves] = max(0, getattr(counts, leaves) - number)
    if enters:
        changes[enters] = getattr(counts, enters) + number
    return replace(counts, **changes)

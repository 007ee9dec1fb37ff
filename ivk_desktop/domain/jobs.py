"""The job model that every kind of server maps onto, and its reducer.

A *job* is InvokeAI's queue item; a *batch* is what one submission made.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, Final, NamedTuple, NewType

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId

JobId = NewType("JobId", str)
"""The native id as text; client-made until the server has given one."""
BatchId = NewType("BatchId", str)


class JobKey(NamedTuple):
    """Names one job of one server.

    InvokeAI's item ids restart after its database was wiped: a record of the same key with
    another ``created_at`` is another job, and replaces the first instead of changing it.
    """

    server_id: ServerId
    job_id: JobId


class JobState(Enum):
    """The states of a job, in InvokeAI's words where it has one."""

    SUBMITTING = "submitting"
    PENDING = "pending"
    RUNNING = "in_progress"
    WAITING = "waiting"
    """A parent that waits for the jobs of a nested workflow."""
    CANCELING = "canceling"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"
    DETACHED = "detached"
    """Goes on without us: this kind of server cannot cancel it."""
    UNKNOWN = "unknown"

    # That of Enum hashes the name in Python: it is asked several times for each of 100,000 jobs.
    __hash__ = object.__hash__

    @property
    def ended(self) -> bool:
        """Whether nothing more is expected of a job in this state."""
        return self in _ENDED


_ENDED: Final = frozenset(
    {JobState.COMPLETED, JobState.FAILED, JobState.CANCELED, JobState.DETACHED}
)

UNREADABLE: Final = "unreadable"
"""The native state of a job that the server lists, but whose record it cannot read."""


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job failed, as the server tells it. Untrusted text, bounded by the adapter."""

    type: str
    message: str
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One job as it is known now. Times are unix seconds of the server's clock."""

    key: JobKey
    state: JobState = JobState.UNKNOWN
    sequence: int = -1
    """Orders state changes where the server numbers them (InvokeAI: ``status_sequence``)."""
    title: str = ""
    """The workflow's name where it is known, else empty."""
    batch_id: BatchId | None = None
    origin: str = ""
    destination: str = ""
    private: bool = False
    """Another user's job, of which the server tells no more than its state."""
    foreign: bool = False
    """Not handed in from here, on a kind of server whose cancel reaches whatever runs."""
    user: str = ""
    device: str = ""
    created_at: float | None = None
    started_at: float | None = None
    ended_at: float | None = None
    inputs: tuple[tuple[str, str], ...] = ()
    """The inputs in which this job differs from its batch: (label, value as text)."""
    outputs: tuple[MediaRef, ...] = ()
    error: JobError | None = None
    queue_position: int | None = None
    parent: JobId | None = None
    native_state: str = ""
    """The server's own word, kept where it is none of ours."""


class Unset(Enum):
    """The type of ``UNSET``."""

    UNSET = "unset"

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Marks a field that an update does not speak of (``None`` is a value)."""


@dataclass(frozen=True, slots=True)
class JobUpdate:
    """What has become known of a job; unset fields are left as they are.

    ``authoritative`` marks an update read from the server's own record of the job: only such a
    one may correct a terminal state.
    """

    key: JobKey
    state: JobState | Unset = UNSET
    sequence: int | Unset = UNSET
    title: str | Unset = UNSET
    batch_id: BatchId | Unset | None = UNSET
    origin: str | Unset = UNSET
    destination: str | Unset = UNSET
    private: bool | Unset = UNSET
    foreign: bool | Unset = UNSET
    user: str | Unset = UNSET
    device: str | Unset = UNSET
    created_at: float | Unset | None = UNSET
    started_at: float | Unset | None = UNSET
    ended_at: float | Unset | None = UNSET
    inputs: tuple[tuple[str, str], ...] | Unset = UNSET
    outputs: tuple[MediaRef, ...] | Unset = UNSET
    error: JobError | Unset | None = UNSET
    queue_position: int | Unset | None = UNSET
    parent: JobId | Unset | None = UNSET
    native_state: str | Unset = UNSET
    authoritative: bool = field(default=False, kw_only=True)

    def changes(self) -> dict[str, Any]:
        """The fields that are set, by name."""
        return {name: value for name in _CARRIED if (value := getattr(self, name)) is not UNSET}


_CARRIED: Final = tuple(f.name for f in fields(JobUpdate) if f.name not in ("key", "authoritative"))


def reduce_job(job: Job, update: JobUpdate) -> Job:
    """Apply ``update`` to ``job``.

    A terminal state is sticky: a later state is taken only from an authoritative update, and an
    update with a lower ``sequence`` than the one applied last changes no state at all. Fields
    other than the state are applied either way: a late result is kept.
    """
    changes = update.changes()
    if "state" in changes and not _state_moves(job, update):
        for name in ("state", "sequence", "native_state", "ended_at", "error"):
            changes.pop(name, None)
    return replace(job, **changes) if changes else job


def _state_moves(job: Job, update: JobUpdate) -> bool:
    if update.authoritative:
        return True
    if job.state.ended:
        return False
    return update.sequence is UNSET or update.sequence >= job.sequence


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many jobs are in each state, as the server counts them."""

    pending: int = 0
    running: int = 0
    waiting: int = 0
    completed: int = 0
    failed: int = 0
    canceled: int = 0
    paused: bool = False
    """The server's processor takes no new job."""

    @property
    def total(self) -> int:
        """All jobs that the server still lists."""
        return self.open + self.ended

    @property
    def open(self) -> int:
        """Jobs that have not ended."""
        return self.pending + self.running + self.waiting

    @property
    def ended(self) -> int:
        """Jobs that have ended, well or not."""
        return self.completed + self.failed + self.canceled

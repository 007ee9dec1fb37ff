"""What an administrator sees and changes of a server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.jobs import Job, JobState


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """One device that generates: its native id, and what people call it."""

    device: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ServerDetails:
    """What a server says of itself; lists are empty where it does not."""

    dependencies: tuple[tuple[str, str], ...] = ()
    """Name and version."""
    devices: tuple[DeviceInfo, ...] = ()
    queue_limit: int | None = None
    """``None`` where the person may not know."""
    history_limit: int | None = None
    """How many ended jobs the server keeps; ``None`` for all, or not told."""


@dataclass(frozen=True, slots=True)
class ResultCache:
    """A server's memory of what nodes have yielded."""

    enabled: bool = False
    size: int = 0
    max_size: int = 0
    hits: int = 0
    misses: int = 0


class LogLevel(Enum):
    """How much a server writes into its log."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class NodePack:
    """Nodes that were added to a server."""

    name: str
    path: str = ""
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Maintenance:
    """What a server does with its files at the moment."""

    is_running: bool = False
    what: str = ""
    """The server's own word for it."""
    waiting: int = 0
    """How many pictures are not where the server wants them."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class ServerUser:
    """One user of a server. Times are unix seconds."""

    user_id: str
    email: str
    name: str = ""
    is_admin: bool = False
    is_active: bool = True
    created_at: float | None = None
    signed_in_at: float | None = None

    @property
    def shown_name(self) -> str:
        """What to call this user."""
        return self.name or self.email


@dataclass(frozen=True, slots=True)
class NewUser:
    """A user who is to be added."""

    email: str
    password: str
    name: str = ""
    is_admin: bool = False

    def __repr__(self) -> str:
        """Without the password."""
        return f"NewUser({self.email!r})"


@dataclass(frozen=True, slots=True)
class UserChange:
    """What is to be changed of a user; ``None`` leaves it as it is."""

    name: str | None = None
    password: str | None = None
    is_admin: bool | None = None
    is_active: bool | None = None

    def __repr__(self) -> str:
        """Without the password."""
        return f"UserChange(name={self.name!r}, is_admin={self.is_admin})"


@dataclass(frozen=True, slots=True)
class UserActivity:
    """What one user has in the queue."""

    user: str
    running: int = 0
    waiting: int = 0
    completed: int = 0
    failed: int = 0
    run_s: float = 0.0
    """Seconds that the ended jobs have run."""
    last_at: float | None = None
    """When something of this user's was enqueued, began or ended last, in unix seconds."""


def activity(jobs: Iterable[Job]) -> list[UserActivity]:
    """What each user has in the queue; who has something running comes first, then by time."""
    found: dict[str, list[Job]] = {}
    for job in jobs:
        if not job.private:
            found.setdefault(job.user, []).append(job)
    rows = [_activity(user, own) for user, own in found.items()]
    return sorted(rows, key=lambda row: (-row.running, -row.waiting, -(row.last_at or 0.0)))


def _activity(user: str, jobs: list[Job]) -> UserActivity:
    states = [job.state for job in jobs]
    times = [at for job in jobs for at in (job.created_at, job.started_at, job.ended_at) if at]
    spans = [
        job.ended_at - job.started_at
        for job in jobs
        if job.started_at is not None and job.ended_at is not None
    ]
    return UserActivity(
        user,
        running=states.count(JobState.RUNNING),
        waiting=states.count(JobState.PENDING) + states.count(JobState.WAITING),
        completed=states.count(JobState.COMPLETED),
        failed=states.count(JobState.FAILED),
        run_s=sum(max(0.0, span) for span in spans),
        last_at=max(times, default=None),
    )

"""What a backend tells the session: one closed set of updates for every kind of server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ivk_desktop.domain.estimates import Work
from ivk_desktop.domain.installs import InstallId
from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobUpdate, QueueCounts
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState, ServerFacts


@dataclass(frozen=True, slots=True)
class Connected:
    """The server answers. ``link`` is LIVE or POLLING; sent again when that changes."""

    link: LinkState
    facts: ServerFacts


@dataclass(frozen=True, slots=True)
class Lost:
    """The connection is gone; the last update of a run of ``updates()``.

    ``retry_in_s`` is set by whoever reconnects, ``None`` while that is not known; a backend sets
    it to 0 where waiting makes no sense (this computer slept).
    """

    problem: Problem
    retry_in_s: float | None = None


@dataclass(frozen=True, slots=True)
class QueueSnapshot:
    """The whole queue by id, newest first, with those records that were read.

    Records of ids not in ``jobs`` are asked for with ``QueueSource.jobs``. ``jobs`` always holds
    the open ones up to the adapter's page size. Replaces everything known of the queue.
    """

    ids: tuple[JobId, ...]
    jobs: tuple[Job, ...]
    counts: QueueCounts


@dataclass(frozen=True, slots=True)
class JobsAdded:
    """Jobs that came after the snapshot, oldest first; ``CountsChanged`` follows."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class JobChanged:
    """One job changed; a job that is not known yet is thereby added."""

    update: JobUpdate


@dataclass(frozen=True, slots=True)
class JobsRemoved:
    """The server lists these jobs no more."""

    ids: tuple[JobId, ...]


@dataclass(frozen=True, slots=True)
class CountsChanged:
    """The server's own counts."""

    counts: QueueCounts


class NodeStatus(Enum):
    """The states of one node of a running job."""

    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobPlan:
    """The nodes that a job will run, in their likely order; sent once its graph is known.

    Each is (source node id, node type, title). A node not listed here may still report.
    """

    key: JobKey
    nodes: tuple[tuple[str, str, str], ...]
    edges: tuple[tuple[str, str], ...] = ()
    """(source, target) by node id, each pair once; empty where they are not known."""
    works: Mapping[str, Work] = field(default_factory=dict)
    """What the time of a node depends on, by node id, where more than its type is known."""


@dataclass(frozen=True, slots=True)
class ModelLoaded:
    """A model, or its ``part``, is in memory now; the server does not say for which job."""

    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class NodeChanged:
    """A node started or ended. ``node_id`` is the id in the workflow, ``run_id`` this execution.

    ``repeats`` is how often the nodes after this one will run, once an iteration tells it.
    """

    key: JobKey
    node_id: str
    run_id: str
    status: NodeStatus
    node_type: str = ""
    title: str = ""
    outputs: tuple[MediaRef, ...] = ()
    repeats: int | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: a phase, and a fraction where the server can say it.

    ``fraction`` is 0..1 within the node ``node_id``, or within the whole job where ``node_id``
    is empty; ``None`` means busy without a number. ``message`` is the server's own text,
    bounded. ``phase`` is set where the server names it; else it is told from type and message.
    ``step`` of ``total`` where known; ``eta_s`` only where the server says it.
    ``arrived_at`` is ``time.monotonic()`` at arrival, 0 where that was not noted.
    """

    key: JobKey
    node_id: str = ""
    run_id: str = ""
    node_type: str = ""
    message: str = ""
    fraction: float | None = None
    step: int | None = None
    total: int | None = None
    eta_s: float | None = None
    preview: Preview | None = None
    arrived_at: float = 0.0
    phase: Phase | None = None
    estimated: bool = False
    """The steps are made up by the server, which cannot count them."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture of a job in the making: encoded bytes, untrusted, bounded by the adapter.

    ``width`` and ``height`` are of the final picture in pixels (0 when not told);
    ``arrived_at`` is ``time.monotonic()`` at arrival.
    """

    data: bytes
    width: int
    height: int
    arrived_at: float


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line that a server wrote; untrusted, bounded by the adapter."""

    text: str
    stream: str = ""
    """Which of several logs it is of; empty where there is one."""


@dataclass(frozen=True, slots=True)
class JobLogged:
    """Lines that a job has written since the last ones."""

    key: JobKey
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the server that a person should know once; nothing else changes."""

    problem: Problem


class Resource(Enum):
    """Lists that a server may tell to be out of date."""

    BOARDS = "boards"
    MODELS = "models"
    WORKFLOWS = "workflows"
    IMAGES = "images"
    INSTALLS = "installs"


@dataclass(frozen=True, slots=True)
class ResourceChanged:
    """A list has changed on the server and is worth reading again."""

    resource: Resource


@dataclass(frozen=True, slots=True)
class InstallProgress:
    """So many bytes of a model that is being downloaded are there; ``total`` is 0 if unknown."""

    install_id: InstallId
    bytes: int
    total: int


Update = (
    Connected
    | Lost
    | QueueSnapshot
    | JobsAdded
    | JobChanged
    | JobsRemoved
    | CountsChanged
    | JobPlan
    | ModelLoaded
    | NodeChanged
    | Progress
    | JobLogged
    | Remark
    | ResourceChanged
    | InstallProgress
)

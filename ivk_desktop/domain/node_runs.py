"""One node of a running job: what its runs have done, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ivk_desktop.domain.estimates import Learned, Work, guess
from ivk_desktop.domain.phases import StepCounter
from ivk_desktop.domain.updates import NodeStatus

MOST_BARS: Final = 200
"""Ended runs of a node whose times are kept one by one."""
MOST_LOADS: Final = 20
LOADING: Final = "loading model"


@dataclass(frozen=True, slots=True)
class Load:
    """A model being loaded within a run; times in seconds on the clock of its bar."""

    name: str
    started_s: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One run of a node: when it began, and how long it took, or has taken so far."""

    started_s: float
    seconds: float
    status: NodeStatus
    cached: bool = False
    loads: tuple[Load, ...] = ()


@dataclass(slots=True)
class NodeRun:
    """One execution of a node that goes on now."""

    started_at: float
    is_whole: bool = True
    """Its beginning was seen; else ``started_at`` is when it was met."""
    fraction: float = 0.0
    spoke: bool = False
    steps: StepCounter = field(default_factory=StepCounter)
    loads: list[Load] = field(default_factory=list)
    """The loads that are over."""
    loading: tuple[str, float] | None = None
    """The load that goes on: what, and since when."""

    def hear_load(self, message: str, at: float) -> None:
        """A message ends the load that went on, and may begin another."""
        self.end_load(at)
        if message[: len(LOADING)].lower() == LOADING:
            self.loading = (message[len(LOADING) :].strip(" :"), at)

    def end_load(self, at: float) -> None:
        """The model is in memory, or nobody speaks of it any more."""
        if self.loading is not None and len(self.loads) < MOST_LOADS:
            name, since = self.loading
            self.loads.append(Load(name, since, max(0.0, at - since)))
        self.loading = None

    def worked_s(self, now: float) -> float:
        """Seconds so far without those that models were loaded in."""
        loaded = sum(load.seconds for load in self.loads)
        if self.loading is not None:
            loaded += now - self.loading[1]
        return max(0.0, now - self.started_at - loaded)

    def bar(self, now: float, status: NodeStatus, *, cached: bool = False) -> Bar:
        """This run as it stands, on the job's clock."""
        loads = list(self.loads)
        if self.loading is not None:
            loads.append(Load(*self.loading, max(0.0, now - self.loading[1])))
        seconds = max(0.0, now - self.started_at)
        return Bar(self.started_at, seconds, status, cached, tuple(loads))


@dataclass(slots=True)
class Node:
    """One node of the workflow, which an iteration may run more than once."""

    node_id: str
    work: Work
    title: str
    learned: Learned | None
    status: NodeStatus = NodeStatus.PENDING
    repeats: int = 1
    outer: int = 1
    """How often the iterations around it let it run, as far as they have told."""
    ended: int = 0
    timed: int = 0
    """How many of its ended runs were seen from their beginning to their end."""
    seconds: float = 0.0
    """What those took together."""
    worked_s: float = 0.0
    """The same without the loading of models."""
    cached: bool = False
    """All ended runs were answered from the server's cache."""
    runs: dict[str, NodeRun] = field(default_factory=dict)
    bars: list[Bar] = field(default_factory=list)
    """The first of its ended runs."""
    expected_s: float = field(init=False)
    """Seconds of one run, learned or guessed."""

    def __post_init__(self) -> None:
        self.expect(self.learned)

    @property
    def node_type(self) -> str:
        """Its type in the server's words."""
        return self.work.node_type

    @property
    def weight(self) -> float:
        """The node's share of the job, in seconds; never nothing."""
        return max(self.expected_s, 0.01) * self.repeats

    @property
    def fraction(self) -> float:
        """How far this node is over all its runs, 0..1."""
        done = self.ended + sum(run.fraction for run in self.runs.values())
        return min(1.0, done / max(1, self.repeats))

    @property
    def average_s(self) -> float | None:
        """Seconds of one run by those that were seen, without the loading of models."""
        return self.worked_s / self.timed if self.timed else None

    def expect(self, learned: Learned | None) -> None:
        """Take what past runs took, or a guess."""
        self.learned = learned
        self.expected_s = learned.seconds if learned else guess(self.node_type)

    def end_run(self, run: NodeRun | None, status: NodeStatus, at: float, *, cached: bool) -> None:
        """One run has ended; ``None`` is one that was never heard to begin."""
        self.ended += 1
        if run is None:
            return
        run.end_load(at)
        if run.is_whole:
            self.timed += 1
            self.seconds += max(0.0, at - run.started_at)
            self.worked_s += run.worked_s(at)
        if len(self.bars) < MOST_BARS:
            self.bars.append(run.bar(at, status, cached=cached))

"""When each node of a job ran: what a Gantt chart shows."""

from __future__ import annotations

from dataclasses import dataclass

from ivk_desktop.domain.node_runs import Bar, Load, Node
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.updates import NodeStatus


@dataclass(frozen=True, slots=True)
class NodeTimes:
    """One row: a node with its runs. Times are seconds since the job began."""

    node_id: str
    node_type: str
    title: str
    status: NodeStatus
    bars: tuple[Bar, ...] = ()
    """Its first runs, and those that go on now."""
    repeats: int = 1
    ended: int = 0
    seconds: float | None = None
    """What its ended runs took together, as far as they were seen from their beginning."""
    cached: bool = False
    expected_s: float | None = None
    """What one run usually takes, where that was learned."""

    @property
    def loading_s(self) -> float:
        """Seconds of its bars in which models were loaded."""
        return sum(load.seconds for bar in self.bars for load in bar.loads)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All nodes of one job."""

    nodes: tuple[NodeTimes, ...]
    seconds: float
    """From its start to its end, or to now."""
    seen_from_s: float = 0.0
    """What was before that was not seen: the job was met under way."""

    @property
    def size(self) -> int:
        """How much is kept: rows and bars."""
        return sum(1 + len(node.bars) for node in self.nodes)


def timeline_of(job: JobProgress, now: float) -> Timeline:
    """The timeline of a job as it stands at ``now``, on the job's clock."""
    at = job.ended_at if job.ended_at is not None else now
    nodes = tuple(_times(node, job.started_at, at) for node in job.nodes.values())
    return Timeline(nodes, job.elapsed(now), max(0.0, job.met_at - job.started_at))


def _times(node: Node, began: float, now: float) -> NodeTimes:
    going_on = [run.bar(now, NodeStatus.RUNNING) for run in node.runs.values()]
    return NodeTimes(
        node.node_id,
        node.node_type,
        node.title,
        node.status,
        tuple(_since(bar, began) for bar in (*node.bars, *going_on)),
        node.repeats,
        node.ended,
        node.seconds if node.timed or not node.ended else None,
        node.cached,
        node.learned.seconds if node.learned else None,
    )


def _since(bar: Bar, began: float) -> Bar:
    loads = tuple(Load(one.name, one.started_s - began, one.seconds) for one in bar.loads)
    return Bar(bar.started_s - began, bar.seconds, bar.status, bar.cached, loads)

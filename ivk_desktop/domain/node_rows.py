"""The nodes of a job for a table: what its record and its timeline tell, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.node_runs import Bar
from ivk_desktop.domain.records import JobRecord, NodeRecord
from ivk_desktop.domain.timeline import NodeTimes, Timeline
from ivk_desktop.domain.updates import NodeStatus


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node. Times are seconds since the job began."""

    node_id: str
    node_type: str
    title: str
    status: NodeStatus
    bars: tuple[Bar, ...] = ()
    seconds: float | None = None
    """What its ended runs took together; ``None`` where that was not seen."""
    cached: bool = False
    expected_s: float | None = None
    runs: int = 0
    repeats: int = 1
    outputs: tuple[MediaRef, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    error: str = ""


def node_rows(record: JobRecord | None, timeline: Timeline | None) -> list[NodeRow]:
    """All nodes in the order in which they ran, then those to come."""
    records = {node.node_id: node for node in record.nodes} if record else {}
    times = {node.node_id: node for node in timeline.nodes} if timeline else {}
    seen = sorted(
        (node for node in times.values() if node.bars), key=lambda node: node.bars[0].started_s
    )
    order = dict.fromkeys((*(node.node_id for node in seen), *records, *times))
    return [_row(node_id, records.get(node_id), times.get(node_id)) for node_id in order]


def _row(node_id: str, record: NodeRecord | None, times: NodeTimes | None) -> NodeRow:
    named = record or times
    assert named is not None
    status, bars = _status(record, times), times.bars if times else ()
    if bars and status is NodeStatus.FAILED:
        bars = (*bars[:-1], replace(bars[-1], status=status))
    was_seen = times is not None and bool(times.bars)
    return NodeRow(
        node_id,
        named.node_type,
        times.title if times else named.title,
        status,
        bars,
        times.seconds if times and was_seen else None,
        times.cached if times else False,
        times.expected_s if times else None,
        max(record.runs if record else 0, times.ended if times else 0),
        times.repeats if times else 1,
        record.outputs if record else (),
        record.values if record else (),
        record.error if record else "",
    )


def _status(record: NodeRecord | None, times: NodeTimes | None) -> NodeStatus:
    """A record is as old as its reading: what goes on now, events alone tell."""
    if record is None or (times is not None and times.status is NodeStatus.RUNNING):
        return times.status if times else NodeStatus.PENDING
    if record.status is NodeStatus.PENDING and times is not None:
        return times.status
    return record.status

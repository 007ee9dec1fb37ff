"""Batch nodes turned into batch data (workflow spec 5.2).

Groups multiply, the members of one group go in step.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.domain.invokeai import generators
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.template_defaults import USUAL_GENERATORS
from ivk_desktop.domain.invokeai.types import BATCH_INPUTS, BATCH_OUTPUTS
from ivk_desktop.domain.invokeai.values import Values
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import DomainError, Problem

UNGROUPED: Final = "None"

Resolved = Mapping[str, list[Any] | Problem]
"""What generators yield or why they do not, as told from outside, by the generator node's id."""


@dataclass(frozen=True, slots=True)
class Target:
    """One input that a batch feeds."""

    node_id: str
    field_name: str


@dataclass(slots=True)
class Batch:
    """One batch node: its items and what they go to. ``fault`` is why there are no items."""

    node: Node
    group: str
    targets: tuple[Target, ...] = ()
    items: list[Any] = field(default_factory=list)
    fault: Problem | None = None
    connected: bool = False


def read_batches(
    workflow: Workflow, values: Values, edges: EdgeSet, resolved: Resolved
) -> list[list[Batch]]:
    """The batch nodes by group, in the order in which the server multiplies them.

    A batch node of no group is a group of its own, at the place of the first such node. Group
    names that are whole numbers come first, as they do in the web UI.
    """
    groups: dict[str, list[Batch]] = {}
    for node in workflow.invocations():
        if node.type in BATCH_OUTPUTS:
            batch = _read_batch(node, values, edges, resolved)
            groups.setdefault(batch.group, []).append(batch)
    ordered: list[list[Batch]] = []
    for name in sorted(groups, key=_group_order):
        members = groups[name]
        ordered.extend([one] for one in members) if name == UNGROUPED else ordered.append(members)
    return ordered


def _group_order(name: str) -> tuple[int, int]:
    whole = name.isascii() and name.isdigit() and str(int(name[:20])) == name
    return (0, int(name)) if whole and int(name) < 2**32 - 1 else (1, 0)


def _read_batch(node: Node, values: Values, edges: EdgeSet, resolved: Resolved) -> Batch:
    group = node.value("batch_group_id")
    batch = Batch(node, group if isinstance(group, str) and group else UNGROUPED)
    output = BATCH_OUTPUTS[node.type]
    leaving = [edge for edge in edges.leaving(node.id) if edge.source_handle == output]
    batch.connected = bool(edges.leaving(node.id))
    batch.targets = tuple(
        dict.fromkeys(
            Target(reached.target, reached.target_handle)
            for edge in leaving
            for reached in edges.targets(edge)
            if (node_reached := edges.node(reached.target)) is not None and node_reached.executable
        )
    )
    try:
        batch.items = _items(node, values, edges, resolved)
    except DomainError as error:
        batch.fault = error.problem
    return batch


def _items(node: Node, values: Values, edges: EdgeSet, resolved: Resolved) -> list[Any]:
    name = BATCH_INPUTS[node.type]
    feeding = edges.into(node.id, name)
    if not feeding:
        slot = values.get(node.id, name)
        own = slot.value() if slot is not None else UNSET
        return own if isinstance(own, list) else []
    source = edges.source(feeding[0])
    if source is None:
        return []
    generator = generator_value(source[0])
    known = resolved.get(source[0].id)
    if isinstance(known, Problem):
        raise DomainError(known)
    if known is not None:
        return known
    if generators.is_remote(generator):
        raise DomainError(Problem("generator_pending"))
    return generators.generate(generator)


def generator_value(node: Node) -> Any:
    """The value of a generator node; one that does not say its type is of the usual one."""
    value = node.value("generator")
    usual = USUAL_GENERATORS.get(node.type)
    if usual is not None and isinstance(value, dict) and value.get("type") is None:
        return {**value, "type": usual["type"]}
    return value


def batch_data(groups: Iterable[Iterable[Batch]]) -> list[list[dict[str, Any]]]:
    """The ``data`` of a request."""
    data = []
    for group in groups:
        zipped = [
            {"node_path": target.node_id, "field_name": target.field_name, "items": batch.items}
            for batch in group
            for target in batch.targets
        ]
        if zipped:
            data.append(zipped)
    return data


def batch_count(groups: Iterable[list[Batch]]) -> int:
    """How many sessions one run makes; 0 where a group has no items."""
    return math.prod(len(group[0].items) for group in groups)

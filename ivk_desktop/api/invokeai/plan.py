"""The nodes of a graph in their likely order, what joins them, and what their times depend on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ivk_desktop.api.invokeai.submissions import workflow_nodes
from ivk_desktop.api.invokeai.values import mapping, text
from ivk_desktop.api.invokeai.works import works_of
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.updates import JobPlan

Titles = Callable[[str], str]
"""The template's title of a node type, empty while it is not known."""

_MOST_NODES = 5000
_MOST_EDGES = 20_000


def job_plan(
    key: JobKey, graph: dict[str, Any], workflow: dict[str, Any], title_of: Titles
) -> JobPlan:
    """The plan of a job that runs ``graph``; titles are labels of ``workflow``, else templates'."""
    nodes, edges = nodes_of(graph), edges_of(graph)
    labels = workflow_nodes(workflow)
    pairs = tuple(dict.fromkeys((source, target) for source, _, target, _ in edges))
    order = in_order(list(nodes)[:_MOST_NODES], pairs)
    planned = []
    for node_id in order:
        kind = text(nodes[node_id], "type", 200)
        title = text(labels.get(node_id, {}), "label", 200) or title_of(kind)
        planned.append((node_id, kind, title))
    return JobPlan(key, tuple(planned), pairs, works_of(nodes, order, edges))


def nodes_of(graph: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The nodes of a graph by id; what is none is left out."""
    return {
        node_id: node for node_id, node in mapping(graph, "nodes").items() if isinstance(node, dict)
    }


def edges_of(graph: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """(source node, its output, target node, its input) of each edge that has both ends."""
    edges = graph.get("edges")
    found = []
    for edge in edges[:_MOST_EDGES] if isinstance(edges, list) else ():
        if not isinstance(edge, dict):
            continue
        source, target = mapping(edge, "source"), mapping(edge, "destination")
        ends = (text(source, "node_id"), text(target, "node_id"))
        if all(ends):
            found.append((ends[0], text(source, "field"), ends[1], text(target, "field")))
    return found


def in_order(node_ids: list[str], pairs: tuple[tuple[str, str], ...]) -> list[str]:
    """Sources before their targets, else in the given order; what is in a cycle comes last."""
    after: dict[str, list[str]] = {node_id: [] for node_id in node_ids}
    missing = dict.fromkeys(node_ids, 0)
    for source, target in pairs:
        if source in after and target in after:
            after[source].append(target)
            missing[target] += 1
    ready = [node_id for node_id in node_ids if not missing[node_id]]
    for node_id in ready:  # grows while it is walked
        for target in after[node_id]:
            missing[target] -= 1
            if not missing[target]:
                ready.append(target)
    rest = set(node_ids) - set(ready)
    return ready + [node_id for node_id in node_ids if node_id in rest]

"""The nodes of a graph in their likely order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ivk_desktop.api.invokeai.submissions import workflow_nodes
from ivk_desktop.api.invokeai.values import mapping, text
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.updates import JobPlan

Titles = Callable[[str], str]
"""The template's title of a node type, empty while it is not known."""

_MOST_NODES = 5000


def job_plan(
    key: JobKey, graph: dict[str, Any], workflow: dict[str, Any], title_of: Titles
) -> JobPlan:
    """The plan of a job that runs ``graph``; titles are labels of ``workflow``, else templates'."""
    nodes = {
        node_id: node for node_id, node in mapping(graph, "nodes").items() if isinstance(node, dict)
    }
    labels = workflow_nodes(workflow)
    planned = []
    for node_id in _ordered(list(nodes)[:_MOST_NODES], graph.get("edges")):
        kind = text(nodes[node_id], "type", 200)
        title = text(labels.get(node_id, {}), "label", 200) or title_of(kind)
        planned.append((node_id, kind, title))
    return JobPlan(key, tuple(planned))


def _ordered(node_ids: list[str], edges: Any) -> list[str]:
    """Sources before their targets, else in the given order; what is in a cycle comes last."""
    after: dict[str, list[str]] = {node_id: [] for node_id in node_ids}
    missing = dict.fromkeys(node_ids, 0)
    for edge in edges if isinstance(edges, list) else ():
        source, target = _ends(edge)
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


def _ends(edge: Any) -> tuple[str, str]:
    if not isinstance(edge, dict):
        return "", ""
    return (
        text(mapping(edge, "source"), "node_id"),
        text(mapping(edge, "destination"), "node_id"),
    )

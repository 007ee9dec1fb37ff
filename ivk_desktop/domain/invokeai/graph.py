"""The graph that the server runs (workflow spec 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.fields.base import GraphContext
from ivk_desktop.domain.invokeai.types import DYNAMIC_PREFIX
from ivk_desktop.domain.invokeai.values import Slot, Values
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.jobs import UNSET

_CALLER = "call_saved_workflow"


def build_graph(
    workflow: Workflow, values: Values, edges: EdgeSet, context: GraphContext
) -> dict[str, Any]:
    """The graph of the current values, with a new id.

    Unset inputs are left out and never sent as ``null``; so are inputs that an edge feeds.
    """
    nodes = {
        node.id: _graph_node(node, values.of(node.id), context)
        for node in workflow.invocations()
        if node.executable and node.template is not None
    }
    graph_edges = _graph_edges(edges, nodes)
    for edge in graph_edges:
        target = edge["destination"]
        _drop_input(nodes[target["node_id"]], target["field"])
    return {"id": str(uuid4()), "nodes": nodes, "edges": graph_edges}


def _graph_node(node: Node, slots: Mapping[str, Slot], context: GraphContext) -> dict[str, Any]:
    body: dict[str, Any] = {"type": node.type, "id": node.id}
    for name in node.inputs:
        slot = slots.get(name)
        if node.takes_extras:
            # Metadata is passed on as it is, an explicit null too.
            value = node.inputs[name].get("value", UNSET)
        else:
            value = UNSET if slot is None else slot.graph_value(context)
        if value is not UNSET and (value is not None or node.takes_extras):
            body[name] = value
    if node.type == _CALLER:
        _gather_dynamic(node, body)
    body["use_cache"] = node.data["useCache"]
    body["is_intermediate"] = node.data["isIntermediate"]
    return body


def _gather_dynamic(node: Node, body: dict[str, Any]) -> None:
    """Put the inputs of the called workflow into one object, which is always there."""
    body.pop("workflow_inputs", None)
    gathered = {}
    for name in node.inputs:
        if name.startswith(DYNAMIC_PREFIX):
            body.pop(name, None)
            value = node.value(name)
            if value is not UNSET:
                gathered[name] = value
    body["workflow_inputs"] = gathered


def _drop_input(body: dict[str, Any], name: str) -> None:
    if body["type"] == _CALLER and name.startswith(DYNAMIC_PREFIX):
        body["workflow_inputs"].pop(name, None)
    elif name not in ("id", "type"):
        body.pop(name, None)


def _graph_edges(edges: EdgeSet, nodes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The edges between the graph's nodes, connectors resolved, each once."""
    seen: dict[tuple[str, str, str, str], None] = {}
    for edge in edges:
        if edge.collapsed or edge.target not in nodes:
            continue
        source = edges.source(edge)
        if source is not None and source[0].id in nodes:
            seen.setdefault((source[0].id, source[1], edge.target, edge.target_handle))
    return [
        {
            "source": {"node_id": source, "field": output},
            "destination": {"node_id": target, "field": name},
        }
        for source, output, target, name in seen
    ]

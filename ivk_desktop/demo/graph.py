"""Graphs as a client sends them: checked, completed with defaults, put in order."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from ivk_desktop.demo.nodes.catalogue import NODE_TYPES, output_of
from ivk_desktop.demo.nodes.primitives import NEVER_RUN
from ivk_desktop.demo.nodes.schema import Field, NodeType, Output
from ivk_desktop.demo.problems import (
    Broken,
    Refused,
    error,
    invalid,
    missing,
    one_of,
    value_error,
)
from ivk_desktop.demo.validate import field_value

Graph = dict[str, Any]
Node = dict[str, Any]
Edge = dict[str, dict[str, str]]

LOC = ("body", "batch", "graph")


def checked_graph(raw: Any) -> Graph:
    """The graph with all defaults filled in.

    Raises:
        Refused: 422, as the real server refuses it.
        Broken: it holds a batch node, on which the real server crashes.
    """
    if not isinstance(raw, dict):
        text = "Input should be a valid dictionary or instance of Graph"
        raise invalid(error("model_type", LOC, text, raw, {"class_name": "Graph"}))
    errors: list[dict[str, Any]] = []
    nodes = _checked_nodes(raw.get("nodes") or {}, errors)
    edges = _checked_edges(raw.get("edges") or [], errors)
    if errors:
        raise invalid(*errors)
    graph = {"id": str(raw.get("id") or uuid.uuid4()), "nodes": nodes, "edges": edges}
    for complaint in _complaints(graph):
        raise invalid(value_error(LOC, complaint, raw))
    return graph


def _checked_nodes(raw: Any, errors: list[dict[str, Any]]) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for key, node in raw.items():
        loc = (*LOC, "nodes", key)
        if not isinstance(node, dict) or "type" not in node:
            text = "Unable to extract tag using discriminator 'type'"
            errors.append(
                error("union_tag_not_found", loc, text, node, {"discriminator": "'type'"})
            )
            continue
        kind = NODE_TYPES.get(node["type"])
        if kind is None:
            errors.append(_unknown_type(node, loc))
        elif node["type"].endswith("_batch") and node["type"] in NEVER_RUN:
            raise Broken
        else:
            nodes[key] = _checked_node(kind, node, loc, errors)
    return nodes


def _unknown_type(node: Node, loc: tuple[Any, ...]) -> dict[str, Any]:
    expected = one_of(tuple(NODE_TYPES)).replace(" or ", ", ")
    text = (
        f"Input tag '{node['type']}' found using 'type' does not match any of the expected tags: "
        f"{expected}"
    )
    ctx = {"discriminator": "'type'", "tag": str(node["type"]), "expected_tags": expected}
    return error("union_tag_invalid", loc, text, node, ctx)


def _checked_node(
    kind: NodeType, raw: Node, loc: tuple[Any, ...], errors: list[dict[str, Any]]
) -> Node:
    loc = (*loc, kind.type)
    internal = {entry.name: None for entry in kind.fields if entry.internal}
    if not isinstance(raw.get("id"), str):
        errors.append(missing((*loc, "id"), raw))
    node: Node = {
        **internal,
        "id": raw.get("id"),
        "is_intermediate": bool(raw.get("is_intermediate", False)),
        "use_cache": bool(raw.get("use_cache", kind.use_cache)),
    }
    for entry in kind.fields:
        if entry.name in raw:
            node[entry.name] = field_value(entry, raw[entry.name], (*loc, entry.name), errors)
        elif entry.required_at_enqueue:
            errors.append(missing((*loc, entry.name), raw))
        else:
            node[entry.name] = entry.default
    if kind.type == "range" and not errors and node["stop"] <= node["start"]:
        text = "stop must be greater than start"
        errors.append(value_error((*loc, "stop"), text, node["stop"]))
    return node | {"type": kind.type}


def _checked_edges(raw: list[Any], errors: list[dict[str, Any]]) -> list[Edge]:
    edges = []
    for index, edge in enumerate(raw):
        ends: Edge = {}
        for end in ("source", "destination"):
            side = edge.get(end) if isinstance(edge, dict) else None
            side = side if isinstance(side, dict) else {}
            for key in ("node_id", "field"):
                if not isinstance(side.get(key), str):
                    loc = (*LOC, "edges", index, end, key)
                    text = "Input should be a valid string"
                    errors.append(error("string_type", loc, text, side.get(key)))
            ends[end] = {"node_id": side.get("node_id", ""), "field": side.get("field", "")}
        edges.append(ends)
    return edges


def _complaints(graph: Graph) -> Iterable[str]:
    nodes = graph["nodes"]
    for key, node in nodes.items():
        if key != node["id"]:
            yield f"Node ids must match, got {key} and {node['id']}"
    for edge in graph["edges"]:
        yield from _edge_complaints(nodes, edge)
    if len(sorted_nodes(graph)) < len(nodes):
        yield "Graph contains cycles"
    for edge in graph["edges"]:
        yield from _type_complaints(nodes, edge)
    yield from _collection_complaints(graph)


def _edge_complaints(nodes: Mapping[str, Node], edge: Edge) -> Iterable[str]:
    source, destination = edge["source"], edge["destination"]
    if source["node_id"] not in nodes:
        yield f"Edge source node {source['node_id']} does not exist in the graph"
        return
    if destination["node_id"] not in nodes:
        yield f"Edge destination node {destination['node_id']} does not exist in the graph"
        return
    if _output(nodes, source) is None:
        yield f"Edge source field {source['field']} does not exist in node {source['node_id']}"
    if _input(nodes, destination) is None:
        yield (
            f"Edge destination field {destination['field']} does not exist in node "
            f"{destination['node_id']}"
        )


def _type_complaints(nodes: Mapping[str, Node], edge: Edge) -> Iterable[str]:
    source, destination = edge["source"], edge["destination"]
    gives, takes = _output(nodes, source), _input(nodes, destination)
    if gives is not None and takes is not None and not _fits(gives, takes):
        yield (
            "Edge source and target types do not match "
            f"({source['node_id']}.{source['field']} -> "
            f"{destination['node_id']}.{destination['field']})"
        )


def _fits(gives: Output, takes: Field) -> bool:
    if "any" in (gives.type, takes.type):
        return gives.type == "any" or takes.many == "one" or gives.many == "list"
    if takes.many != "either" and gives.many != takes.many:
        return False
    return (
        gives.type == takes.type
        or (gives.type == "integer" and takes.type == "number")
        or (gives.type in ("integer", "number") and takes.type == "string")
    )


def _collection_complaints(graph: Graph) -> Iterable[str]:
    for key, node in graph["nodes"].items():
        filled = {field for field, _ in inputs_of(graph, key)}
        if node["type"] == "iterate" and "collection" not in filled:
            yield f"Invalid iterator node ({key}): Iterator must have a collection input edge"
        if node["type"] == "collect" and not filled & {"item", "collection"}:
            yield (
                f"Invalid collector node ({key}): "
                "Collector must have at least one item or collection input edge"
            )


def _output(nodes: Mapping[str, Node], end: Mapping[str, str]) -> Output | None:
    outputs = output_of(NODE_TYPES[nodes[end["node_id"]]["type"]]).outputs
    return next((entry for entry in outputs if entry.name == end["field"]), None)


def _input(nodes: Mapping[str, Node], end: Mapping[str, str]) -> Field | None:
    return NODE_TYPES[nodes[end["node_id"]]["type"]].field(end["field"])


def inputs_of(graph: Graph, node_id: str) -> list[tuple[str, Mapping[str, str]]]:
    """The connections into a node: its field and the end they come from."""
    return [
        (edge["destination"]["field"], edge["source"])
        for edge in graph["edges"]
        if edge["destination"]["node_id"] == node_id
    ]


def sorted_nodes(graph: Graph) -> list[str]:
    """Node ids with every node behind those that feed it; nodes of a cycle are left out."""
    waits = dict.fromkeys(graph["nodes"], 0)
    feeds: dict[str, list[str]] = {key: [] for key in graph["nodes"]}
    for source, target in {
        (edge["source"]["node_id"], edge["destination"]["node_id"]): None for edge in graph["edges"]
    }:
        waits[target] += 1
        feeds[source].append(target)
    order = [key for key, count in waits.items() if count == 0]
    for key in order:
        for target in feeds[key]:
            waits[target] -= 1
            if waits[target] == 0:
                order.append(target)
    return order


__all__ = ["Edge", "Graph", "Node", "Refused", "checked_graph", "inputs_of", "sorted_nodes"]

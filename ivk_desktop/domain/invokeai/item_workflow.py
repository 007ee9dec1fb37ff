"""The workflow of one queue item, filled with what that item ran with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.invokeai.types import BATCH_INPUTS

_MOST_STEPS: Final = 100
"""No more connectors follow each other."""

Document = dict[str, Any]


def workflow_of_item(item: Mapping[str, Any]) -> Document | None:
    """The document of a queue item's record, else its graph; ``None`` where it has neither.

    The values that a batch gave this item stand in the inputs they went to. An input that a batch
    node feeds stays fed by it: the batch node then holds this item's value alone, so that
    submitting again makes one item. The graph of a session has all values in it already.
    """
    workflow = object_of(item.get("workflow"))
    if workflow is not None and workflow.get("nodes"):
        # Only the nodes that get a value are copied: the record stays as it is.
        nodes = workflow["nodes"]
        document = {**workflow, "nodes": list(nodes) if isinstance(nodes, list) else nodes}
        values = item.get("field_values")
        for one in values if isinstance(values, list) else ():
            if isinstance(one, Mapping):
                _put(document, one)
        return document
    session = object_of(item.get("session"))
    return object_of(session.get("graph")) if session is not None else None


def object_of(value: Any) -> Document | None:
    """An object, or the text of one; ``None`` for anything else."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None


def _put(document: Document, one: Mapping[str, Any]) -> None:
    node_id, name = one.get("node_path"), one.get("field_name")
    if not isinstance(node_id, str) or not isinstance(name, str) or "value" not in one:
        return
    source = _source(document, node_id, name)
    if source is None:
        _set(document, node_id, name, one["value"])
        return
    own = BATCH_INPUTS.get(_type(document, source))
    if own is not None:
        _set(document, source, own, [one["value"]])
        document["edges"] = [e for e in _edges(document) if not _leads_to(e, source, own)]


def _source(document: Document, node_id: str, name: str) -> str | None:
    """The node that feeds an input, past all connectors; ``None`` where nothing does."""
    for _ in range(_MOST_STEPS):
        feeding = [edge for edge in _edges(document) if _leads_to(edge, node_id, name)]
        if not feeding or not isinstance(feeding[0].get("source"), str):
            return None
        node_id, name = feeding[0]["source"], "in"
        if _node(document, node_id).get("type") != "connector":
            return node_id
    return None


def _edges(document: Document) -> list[Document]:
    edges = document.get("edges")
    return [e for e in edges if isinstance(e, dict)] if isinstance(edges, list) else []


def _leads_to(edge: Document, node_id: str, name: str) -> bool:
    return edge.get("target") == node_id and edge.get("targetHandle") == name


def _place(document: Document, node_id: str) -> int | None:
    nodes = document.get("nodes")
    for place, node in enumerate(nodes if isinstance(nodes, list) else ()):
        if isinstance(node, dict) and node.get("id") == node_id:
            return place
    return None


def _node(document: Document, node_id: str) -> Document:
    place = _place(document, node_id)
    node: Document = {} if place is None else document["nodes"][place]
    return node


def _type(document: Document, node_id: str) -> str:
    data = _node(document, node_id).get("data")
    found = data.get("type") if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""


def _set(document: Document, node_id: str, name: str, value: Any) -> None:
    place = _place(document, node_id)
    if place is None:
        return
    node = document["nodes"][place]
    data = node.get("data")
    inputs = data.get("inputs") if isinstance(data, dict) else None
    if not isinstance(inputs, dict):
        return
    instance = inputs.get(name, {"name": name, "label": "", "description": ""})
    if isinstance(instance, dict):
        inputs = {**inputs, name: {**instance, "value": value}}
        document["nodes"][place] = {**node, "data": {**data, "inputs": inputs}}

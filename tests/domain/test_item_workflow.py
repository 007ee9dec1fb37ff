"""The workflow of a queue item with the values that the item ran with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ivk_desktop.domain.invokeai.item_workflow import workflow_of_item


def node(node_id: str, kind: str, **inputs: Any) -> dict[str, Any]:
    values = {name: {"name": name, "value": value} for name, value in inputs.items()}
    return {"id": node_id, "type": "invocation", "data": {"type": kind, "inputs": values}}


def edge(source: str, out: str, target: str, into: str) -> dict[str, Any]:
    return {"source": source, "sourceHandle": out, "target": target, "targetHandle": into}


def value(document: dict[str, Any] | None, node_id: str, name: str) -> Any:
    assert document is not None
    (found,) = [one for one in document["nodes"] if one["id"] == node_id]
    return found["data"]["inputs"][name]["value"]


def item(document: Any, *values: tuple[str, str, Any], **more: Any) -> dict[str, Any]:
    fields = [{"node_path": path, "field_name": name, "value": v} for path, name, v in values]
    return {"workflow": document, "field_values": fields, **more}


def test_swept_values_stand_in_their_inputs() -> None:
    document = {"nodes": [node("n", "noise", seed=1)], "edges": []}
    filled = workflow_of_item(item(document, ("n", "seed", 7), ("n", "width", 64)))
    assert value(filled, "n", "seed") == 7
    assert value(filled, "n", "width") == 64
    assert value(document, "n", "seed") == 1


@pytest.mark.parametrize("direct", [True, False])
def test_a_batch_node_holds_the_items_value_alone(direct: bool) -> None:
    way = (
        [edge("b", "value", "n", "prompt")]
        if direct
        else [edge("b", "value", "c", "in"), edge("c", "out", "n", "prompt")]
    )
    document = {
        "nodes": [
            node("n", "compel", prompt="old"),
            node("b", "string_batch", strings=["a", "b"]),
            node("g", "string_generator"),
            {"id": "c", "type": "connector", "data": {"type": "connector"}},
        ],
        "edges": [*way, edge("g", "strings", "b", "strings")],
    }
    filled = workflow_of_item(item(document, ("n", "prompt", "b")))
    assert filled is not None
    assert value(document, "b", "strings") == ["a", "b"]
    assert len(document["edges"]) == len(way) + 1
    assert value(filled, "b", "strings") == ["b"]
    assert value(filled, "n", "prompt") == "old"
    assert filled["edges"] == way


def test_without_a_workflow_the_graph_is_taken() -> None:
    graph = {"nodes": {"n": {"id": "n"}}, "edges": []}
    assert workflow_of_item({"workflow": None, "session": {"graph": graph}}) == graph
    assert workflow_of_item({"session": {"graph": json.dumps(graph)}}) == graph
    assert workflow_of_item({}) is None


@pytest.mark.parametrize(
    "broken",
    [
        {"nodes": 7},
        {"nodes": [None, {"id": "n"}, {"id": "n", "data": {"inputs": 3}}], "edges": 5},
        {"nodes": [node("n", "noise")], "edges": [edge("n", "a", "n", "seed"), None]},
        {"nodes": [{"id": "c", "type": "connector"}], "edges": [edge("c", "out", "c", "in")]},
    ],
)
def test_no_record_is_too_strange(broken: Any) -> None:
    workflow_of_item(item(broken, ("n", "seed", 7), ("c", "in", 1)))
    workflow_of_item(item(broken) | {"field_values": [3, {"node_path": 4}]})

"""What the server refuses, in the words of a real one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.demo.conftest import QUEUE
from tests.demo.listening import graph
from tests.demo_process import DemoProcess

LOC = ["body", "batch", "graph"]
ADD: dict[str, Any] = {"type": "add"}
TWO = {"a": ADD, "b": ADD}


def _error(demo: DemoProcess, a_graph: dict[str, Any], **batch: Any) -> dict[str, Any]:
    body = {"batch": {"graph": a_graph, "runs": 1, **batch}}
    answer = demo.client.post(f"{QUEUE}/enqueue_batch", json=body)
    assert answer.status_code == 422
    error: dict[str, Any] = answer.json()["detail"][0]
    return error


@pytest.mark.parametrize(
    ("node", "kind", "place"),
    [
        ({"type": "nonsense"}, "union_tag_invalid", []),
        ({"type": "add", "a": "x"}, "int_parsing", ["add", "a"]),
        ({"type": "add", "a": 1.5}, "int_from_float", ["add", "a"]),
        ({"type": "add", "a": None}, "int_type", ["add", "a"]),
        ({"type": "noise", "width": 511}, "multiple_of", ["noise", "width"]),
        ({"type": "noise", "noise_type": "x"}, "literal_error", ["noise", "noise_type"]),
        ({"type": "l2i", "board": "x"}, "model_type", ["l2i", "board"]),
        (
            {"type": "main_model_loader", "model": {"key": "k"}},
            "missing",
            ["main_model_loader", "model", "hash"],
        ),
        ({"type": "string_generator"}, "missing", ["string_generator", "generator"]),
    ],
)
def test_a_wrong_literal_names_node_and_field(
    demo: DemoProcess, node: dict[str, Any], kind: str, place: list[str]
) -> None:
    error = _error(demo, graph({"n": node}))
    assert (error["type"], error["loc"]) == (kind, [*LOC, "nodes", "n", *place])


@pytest.mark.parametrize(
    ("a_graph", "message"),
    [
        (graph(TWO, "a.value b.a", "b.value a.a"), "Graph contains cycles"),
        (graph(TWO, "a.value t.a"), "Edge destination node t does not exist in the graph"),
        (graph(TWO, "t.value a.a"), "Edge source node t does not exist in the graph"),
        (graph(TWO, "a.zzz b.a"), "Edge source field zzz does not exist in node a"),
        (
            graph({"i": {"type": "blank_image"}, "b": ADD}, "i.image b.a"),
            "Edge source and target types do not match (i.image -> b.a)",
        ),
        (
            graph({"it": {"type": "iterate"}}),
            "Invalid iterator node (it): Iterator must have a collection input edge",
        ),
        ({"nodes": {"k": {"id": "a", "type": "add"}}}, "Node ids must match, got k and a"),
    ],
)
def test_a_graph_that_does_not_hold_is_refused(
    demo: DemoProcess, a_graph: dict[str, Any], message: str
) -> None:
    error = _error(demo, a_graph)
    assert (error["loc"], error["msg"]) == (LOC, f"Value error, {message}")


def _datum(node: str, field: str, items: list[Any]) -> dict[str, Any]:
    return {"node_path": node, "field_name": field, "items": items}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([[_datum("zz", "a", [1])]], "Node zz not found in graph"),
        ([[_datum("a", "zz", [1])]], "Field zz not found in node a"),
        (
            [[_datum("a", "a", [1]), _datum("a", "b", [1, 2])]],
            "Zipped batch items must all have the same length",
        ),
        (
            [[_datum("a", "a", [1])], [_datum("a", "a", [2])]],
            "Each batch data must have unique node_id and field_name",
        ),
        ([[_datum("a", "a", [1, "x"])]], "All items in a batch must have the same type"),
    ],
)
def test_batch_data_that_does_not_fit_is_refused(
    demo: DemoProcess, data: list[Any], message: str
) -> None:
    assert _error(demo, graph({"a": ADD}), data=data)["msg"] == f"Value error, {message}"


def test_a_batch_node_crashes_the_call_as_on_a_real_server(demo: DemoProcess) -> None:
    body = {"batch": {"graph": graph({"n": {"type": "string_batch", "strings": ["a"]}})}}
    answer = demo.client.post(f"{QUEUE}/enqueue_batch", json=body)
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")


def test_at_most_a_thousand_ids_are_taken(demo: DemoProcess) -> None:
    many = {"item_ids": list(range(1001))}
    assert demo.client.post(f"{QUEUE}/item_summaries_by_ids", json=many).status_code == 422


def test_unknown_things_are_not_found(demo: DemoProcess) -> None:
    for path, detail in (
        ("/api/v1/images/i/x", "Not Found"),
        ("/api/v1/boards/x", "Board not found"),
        ("/api/v1/workflows/i/x", "Workflow not found"),
        ("/api/v2/models/i/x", "model not found"),
        ("/api/v2/models/get_by_hash?hash=x", "No model found with this hash"),
    ):
        answer = demo.client.get(path)
        assert (answer.status_code, answer.json()) == (404, {"detail": detail})

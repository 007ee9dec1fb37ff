"""Making a picture again from the graph that it carries."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.invokeai.picture_again import picture_request
from ivk_desktop.domain.problems import DomainError


def edge(source: str, output: str, target: str, name: str) -> dict[str, Any]:
    return {
        "source": {"node_id": source, "field": output},
        "destination": {"node_id": target, "field": name},
    }


GRAPH: dict[str, Any] = {
    "id": "g",
    "nodes": {
        "number": {"id": "number", "type": "integer", "value": 7},
        "noise": {"id": "noise", "type": "noise", "seed": 0},
        "again": {"id": "again", "type": "noise", "seed": 9},
        "meta": {"id": "meta", "type": "core_metadata", "seed": 7, "steps": 20},
    },
    "edges": [edge("number", "value", "noise", "seed")],
}


def graph_of(graph: object, **how: Any) -> dict[str, Any]:
    request = picture_request(graph, None, **{"vary": False, **how})
    made: dict[str, Any] = request.payload["batch"]["graph"]
    return made


def test_running_again_changes_nothing() -> None:
    request = picture_request(GRAPH, {"name": "Owl", "nodes": []}, vary=False)
    batch = request.payload["batch"]
    assert batch["graph"] == GRAPH
    assert (request.count, request.title, batch["runs"]) == (1, "Owl", 1)
    assert batch["batch_id"] == request.batch_id


def test_each_submission_has_a_batch_of_its_own() -> None:
    ids = {picture_request(GRAPH, None, vary=False).batch_id for _ in range(3)}
    assert len(ids) == 3


def test_varying_draws_seeds_where_they_are_written() -> None:
    made = graph_of(GRAPH, vary=True, rng=random.Random(1))
    nodes = made["nodes"]
    assert nodes["number"]["value"] != 7
    assert nodes["noise"] == GRAPH["nodes"]["noise"]  # its seed comes by the edge
    assert nodes["again"]["seed"] != 9
    assert nodes["meta"]["steps"] == 20
    assert GRAPH["nodes"]["number"]["value"] == 7


def test_seeds_that_were_the_same_stay_the_same() -> None:
    nodes = graph_of(GRAPH, vary=True, rng=random.Random(1))["nodes"]
    assert nodes["meta"]["seed"] == nodes["number"]["value"]
    assert nodes["again"]["seed"] != nodes["number"]["value"]


def test_what_draws_by_itself_varies_without_a_seed() -> None:
    graph = {"id": "g", "nodes": {"r": {"id": "r", "type": "rand_int"}}, "edges": []}
    assert graph_of(graph, vary=True) == graph


@pytest.mark.parametrize(
    ("graph", "vary", "code"),
    [
        (None, False, "picture_without_graph"),
        ({"nodes": []}, False, "picture_without_graph"),
        ({"nodes": {}}, False, "picture_without_graph"),
        ({"nodes": {"a": {"type": "blur"}}}, True, "picture_without_seed"),
        ({"nodes": {"a": {"seed": True}}}, True, "picture_without_seed"),
    ],
)
def test_what_cannot_be_made_again_says_why(graph: object, vary: bool, code: str) -> None:
    with pytest.raises(DomainError) as error:
        picture_request(graph, None, vary=vary)
    assert error.value.problem.code == code


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
NODE = JSON | st.fixed_dictionaries({"seed": JSON, "type": JSON})
ENDS = st.fixed_dictionaries({"node_id": st.sampled_from("abc"), "field": JSON}) | JSON
GRAPHS = JSON | st.fixed_dictionaries(
    {
        "nodes": st.dictionaries(st.sampled_from("abc"), NODE) | JSON,
        "edges": st.lists(st.fixed_dictionaries({"source": ENDS, "destination": ENDS}) | JSON)
        | JSON,
    }
)


@given(GRAPHS, JSON, st.booleans())
def test_no_graph_of_a_stranger_breaks_it(graph: object, workflow: object, vary: bool) -> None:
    try:
        request = picture_request(graph, workflow, vary=vary)
    except DomainError:
        return
    assert request.count == 1

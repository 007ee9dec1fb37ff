"""Why a workflow cannot be submitted."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.problems import Scope, Severity
from tests.domain.builder import codes, connector, edge, judged, node, opened


def found(node_type: str, /, **values: Any) -> list[tuple[str, str | None]]:
    return [
        (one.code, one.field_name)
        for one in judged(opened([node("x", node_type, **values)])).problems
    ]


@pytest.mark.parametrize(
    ("node_type", "values", "expected"),
    [
        ("add", {"a": 1, "b": 2}, []),
        ("image", {"image": ...}, [("field_missing", "image")]),
        ("image", {}, [("field_missing", "image")]),
        ("noise", {"width": 9}, [("number_no_multiple", "width")]),
        ("noise", {"width": 0}, [("number_not_above", "width")]),
        ("noise", {"seed": -1}, [("number_below", "seed")]),
        ("noise", {"seed": 2**32}, [("number_above", "seed")]),
        ("noise", {"seed": "x"}, [("value_unfit", "seed")]),
        ("noise", {"seed": True}, [("value_unfit", "seed")]),
        ("noise", {"unknown": 1}, [("field_unknown", None)]),
        ("core_metadata", {"unknown": 1}, []),
        ("blank_image", {"mode": "CMYK"}, [("choice_unknown", "mode")]),
        ("blank_image", {"color": {"r": 300, "g": 0, "b": 0, "a": 0}}, [("value_unfit", "color")]),
        ("text_encoder", {"length": "256"}, [("choice_unknown", "length")]),
        ("text_encoder", {"length": 256}, []),
        ("image_collection", {"images": []}, [("list_empty", "images")]),
    ],
)
def test_values_are_judged_by_the_template(
    node_type: str, values: dict[str, Any], expected: list[tuple[str, str | None]]
) -> None:
    assert found(node_type, **values) == expected


@pytest.mark.parametrize("value", [1.5, "x", [True], [None], [1, "a"]])
def test_what_only_a_connection_carries_is_no_plain_value(value: Any) -> None:
    handle = opened([node("l", "l2i", latents=value, vae={"vae": {}})])
    assert codes(judged(handle).problems) == ["value_unfit"]


def test_anything_may_stand_where_anything_is_taken() -> None:
    assert judged(opened([node("r", "workflow_return", value=[[1]])])).ready


def test_limits_of_nullable_fields_are_judged() -> None:
    assert ("number_above", "shift") in found("denoise_latents", shift=9)


def test_an_unknown_input_is_a_fault_of_its_node() -> None:
    (problem,) = judged(opened([node("x", "add", a=1, b=2, gone=3)])).problems
    assert (problem.scope, problem.node_id) == (Scope.NODE, "x")


def test_nothing_to_run_is_said() -> None:
    assert codes(judged(opened([])).problems) == ["graph_empty"]


def test_connected_inputs_are_not_judged() -> None:
    nodes = [node("i", "integer", value=8), node("n", "noise", width=-1, height=8, seed=1)]
    assert judged(opened(nodes, [edge("i.value", "n.width")])).ready


def test_a_connector_that_nothing_feeds_is_no_connection() -> None:
    nodes = [connector("k"), node("x", "image", image=...)]
    handle = opened(nodes, [edge("k.out", "x.image")])
    assert codes(judged(handle).problems) == ["field_missing"]


def test_an_unknown_node_blocks_only_where_its_output_is_needed() -> None:
    nodes = [node("u", "unheard_of", x=1), node("s", "add", a=1, b=2)]
    alone = judged(opened(nodes))
    assert alone.ready
    assert codes(alone.warnings) == ["node_unknown"]
    needed = judged(opened(nodes, [edge("u.value", "s.a")]))
    assert codes(needed.problems) == ["node_unknown"]
    assert needed.problems[0].severity is Severity.ERROR
    nodes[0]["data"]["label"] = "Mine"
    assert codes(judged(opened(nodes)).warnings) == ["node_unknown_type"]


def test_models_and_boards_are_judged_by_what_the_server_has() -> None:
    model = {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"}
    nodes = [
        node("m", "main_model_loader", model=model),
        node("b", "blank_image", board={"board_id": "gone"}),
    ]
    handle = opened(nodes)
    assert judged(handle).ready
    known = judged(handle, model_keys=frozenset({"other"}), board_ids=frozenset())
    assert codes(known.problems) == ["model_not_there", "board_not_there"]
    assert judged(handle, model_keys=frozenset({"k"}), board_ids=frozenset({"gone"})).ready

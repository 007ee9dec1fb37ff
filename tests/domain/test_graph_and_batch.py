"""What is posted: graph, batch data, the embedded workflow."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.problems import Problem, Scope
from tests.domain.builder import (
    Json,
    batch_of,
    codes,
    connector,
    edge,
    exposed,
    graph_node,
    judged,
    node,
    opened,
)

MODEL = {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"}
SUBMODEL = {**MODEL, "submodel_type": None}


@pytest.mark.parametrize(
    ("value", "auto_board", "expected"),
    [
        ("auto", "b1", {"board_id": "b1"}),
        (..., "b1", {"board_id": "b1"}),
        (None, "b1", {"board_id": "b1"}),
        ("auto", None, None),
        ("none", "b1", None),
        ({"board_id": "b2"}, "b1", {"board_id": "b2"}),
        ("b2", "b1", {"board_id": "b2"}),
    ],
)
def test_a_board_is_resolved_or_left_out(value: Any, auto_board: str | None, expected: Any) -> None:
    handle = opened([node("b", "blank_image", board=value)])
    board_id = BoardId(auto_board) if auto_board else None
    assert graph_node(handle, "b", board_id=board_id).get("board") == expected


def test_an_input_that_the_file_lacks_is_never_sent() -> None:
    handle = opened([node("b", "blank_image", width=8, height=None)])
    sent = graph_node(handle, "b", board_id=BoardId("b1"))
    assert sent == {
        "type": "blank_image",
        "id": "b",
        "width": 8,
        "use_cache": True,
        "is_intermediate": True,
    }


@pytest.mark.parametrize(
    ("node_type", "name", "value", "expected"),
    [
        ("integer", "value", 8.0, 8),
        ("float", "value", 8, 8),
        ("string", "value", "", ""),
        ("image", "image", {"image_name": "a.png", "width": 5}, {"image_name": "a.png"}),
        ("main_model_loader", "model", {**MODEL, "path": "/x"}, MODEL),
        (
            "main_model_loader",
            "model",
            {**MODEL, "submodel_type": None},
            {**MODEL, "submodel_type": None},
        ),
        ("main_model_loader", "model", {"model_name": "n"}, {"model_name": "n"}),
        ("text_encoder", "length", 512, 512),
        ("denoise_latents", "cfg_scale", [1, 2.5], [1, 2.5]),
        ("core_metadata", "anything", {"deep": [None]}, {"deep": [None]}),
        ("iterate", "collection", [1, "x"], [1, "x"]),
    ],
)
def test_values_are_sent_as_the_server_wants_them(
    node_type: str, name: str, value: Any, expected: Any
) -> None:
    sent = graph_node(opened([node("x", node_type, **{name: value})]), "x")
    assert sent[name] == expected
    assert type(sent[name]) is type(expected)


def test_connected_inputs_lose_their_literal() -> None:
    nodes = [node("i", "integer", value=1), node("s", "add", a="stale", b=2)]
    handle = opened(nodes, [edge("i.value", "s.a")])
    assert "a" not in graph_node(handle, "s")
    assert judged(handle).ready


def test_notes_connectors_batches_and_unknown_nodes_stay_out_of_the_graph() -> None:
    nodes = [
        node("s", "add", a=1, b=2),
        node("u", "unheard_of", x=1),
        node("b", "integer_batch", integers=[1]),
        node("g", "integer_generator"),
        connector("k"),
    ]
    assert list(batch_of(opened(nodes))["graph"]["nodes"]) == ["s"]


def test_inputs_of_a_called_workflow_are_gathered() -> None:
    name = "saved_workflow_input::a::b"
    call = node("c", "call_saved_workflow", workflow_id="w", **{name: 3})
    kind = {"name": "IntegerField", "cardinality": "SINGLE", "batch": False}
    call["data"]["dynamicInputTemplates"] = {name: {"name": name, "title": "A", "type": kind}}
    handle = opened([call, node("i", "integer", value=1)])
    assert graph_node(handle, "c")["workflow_inputs"] == {name: 3}
    wired = opened([call, node("i", "integer", value=1)], [edge("i.value", f"c.{name}")])
    assert graph_node(wired, "c")["workflow_inputs"] == {}
    assert batch_of(wired)["graph"]["edges"][0]["destination"]["field"] == name


def batches(*groups: str, sizes: tuple[int, ...]) -> tuple[list[Json], list[Json]]:
    nodes, edges = [], []
    for number, (group, size) in enumerate(zip(groups, sizes, strict=True)):
        batch = node(
            f"b{number}", "integer_batch", batch_group_id=group, integers=list(range(size))
        )
        nodes += [batch, node(f"t{number}", "integer", value=0)]
        edges.append(edge(f"b{number}.value", f"t{number}.value"))
    return nodes, edges


def test_groups_zip_and_ungrouped_batches_multiply() -> None:
    handle = opened(*batches("None", "Group 1", "None", "Group 1", sizes=(2, 3, 4, 3)))
    data = batch_of(handle)["data"]
    assert [[one["node_path"] for one in group] for group in data] == [["t0"], ["t2"], ["t1", "t3"]]
    assert handle.request(SubmitOptions(runs=2)).count == 2 * 4 * 3 * 2
    assert judged(handle).count == 24


def test_members_of_a_group_must_be_of_one_length() -> None:
    handle = opened(*batches("Group 1", "Group 1", sizes=(2, 3)))
    assert codes(judged(handle).problems) == ["batch_sizes_differ"]


def test_an_empty_batch_blocks() -> None:
    handle = opened(*batches("None", sizes=(0,)))
    problems = judged(handle).problems
    assert "batch_empty" in codes(problems)
    assert judged(handle).count == 0


def test_a_batch_that_goes_nowhere_blocks() -> None:
    handle = opened([node("b", "integer_batch", integers=[1]), node("i", "integer", value=1)])
    assert codes(judged(handle).problems) == ["batch_not_connected"]


def test_a_batch_reaches_its_targets_through_connectors() -> None:
    nodes = [
        node("b", "integer_batch", integers=[1, 2]),
        connector("k"),
        connector("l"),
        node("s", "add", a=0, b=0),
    ]
    edges = [
        edge("b.value", "k.in"),
        edge("k.out", "l.in"),
        edge("l.out", "s.a"),
        edge("k.out", "s.b"),
    ]
    data = batch_of(opened(nodes, edges))["data"]
    assert [(one["node_path"], one["field_name"]) for one in data[0]] == [("s", "a"), ("s", "b")]


@pytest.mark.parametrize(
    ("items", "target", "bad"),
    [
        ([8, 16], "n.width", 0),
        ([8, 9, 10], "n.width", 2),
        ([0], "n.width", 1),
        ([1.0, 2], "n.seed", 0),
        (["x"], "n.seed", 1),
        ([1, 2.5], "t.value", 0),
    ],
)
def test_items_that_would_stop_the_queue_are_refused(
    items: list[Any], target: str, bad: int
) -> None:
    nodes = [
        node("b", "integer_batch", integers=items),
        node("n", "noise", seed=1, width=8, height=8),
        node("t", "string", value=""),
    ]
    problems = judged(opened(nodes, [edge("b.value", target)])).problems
    assert len([one for one in problems if one.code == "batch_item_unfit"]) == bad
    assert all(one.scope is Scope.BATCH for one in problems if one.code == "batch_item_unfit")


def generated(generator: Json) -> Any:
    nodes = [
        node("g", "string_generator", generator=generator),
        node("b", "string_batch", strings=["own"]),
        node("t", "string", value=""),
    ]
    return opened(nodes, [edge("g.strings", "b.strings"), edge("b.value", "t.value")])


def test_a_generator_feeds_its_batch() -> None:
    handle = generated({"type": "string_generator_parse_string", "input": "a|b", "splitOn": "|"})
    assert batch_of(handle)["data"][0][0]["items"] == ["a", "b"]


def test_prompts_come_from_whoever_asks_the_server() -> None:
    generator = {"type": "string_generator_dynamic_prompts_random", "input": "{a|b}", "count": 2}
    handle = generated(generator)
    (pending,) = handle.pending_generators()
    assert pending.value == generator
    assert "generator_pending" in codes(judged(handle).problems)
    handle.provide_items(pending, ["a", "b"])
    assert handle.pending_generators() == []
    assert judged(handle).ready
    assert batch_of(handle)["data"][0][0]["items"] == ["a", "b"]
    handle.edit("g", "generator", {**generator, "input": "{c|d}"})
    (changed,) = handle.pending_generators()
    assert changed.is_drawn
    assert "generator_pending" in codes(judged(handle).problems)
    handle.refuse_items(changed, Problem("prompt_unusable", {"reason": "at char 2"}))
    assert handle.pending_generators() == []
    assert "prompt_unusable" in codes(judged(handle).problems)
    handle.drop_items()
    assert len(handle.pending_generators()) == 1


def test_unseeded_generators_draw_anew_for_each_submission() -> None:
    nodes = [
        node(
            "g",
            "integer_generator",
            generator={
                "type": "integer_generator_random_distribution_uniform",
                "max": 10**9,
                "count": 3,
            },
        ),
        node("b", "integer_batch", integers=[]),
        node("t", "integer", value=0),
    ]
    handle = opened(nodes, [edge("g.integers", "b.integers"), edge("b.value", "t.value")])
    first, second = batch_of(handle)["data"], batch_of(handle)["data"]
    assert first != second
    assert handle.pending_generators() == []
    (drawn,) = handle.pending_generators(drawn=True)
    handle.provide_items(drawn, [7, 8])
    assert batch_of(handle)["data"][0][0]["items"] == [7, 8]


def test_the_request_carries_the_edited_workflow_without_an_id() -> None:
    handle = opened(
        [node("i", "integer", value=1)], exposedFields=exposed("i.value"), id="lib", kept=[1]
    )
    handle.set_value(handle.inputs[0].field_id, 7)
    request = handle.request(SubmitOptions(runs=3, front=True))
    batch = request.payload["batch"]
    handle.set_value(handle.inputs[0].field_id, 8)
    assert request.payload["prepend"] is True
    assert (batch["origin"], batch["destination"], batch["runs"]) == ("workflows", "gallery", 3)
    assert batch["batch_id"] == request.batch_id
    assert batch["data"] == []
    sent = batch["workflow"]
    assert "id" not in sent
    assert sent["kept"] == [1]
    assert sent["meta"]["version"] == "4.0.0"
    assert sent["nodes"][0]["data"]["inputs"]["value"]["value"] == 7
    assert batch["graph"]["nodes"]["i"]["value"] == 7


def test_each_request_has_a_batch_id_of_its_own() -> None:
    handle = opened([node("i", "integer", value=1)])
    ids = {handle.request(SubmitOptions()).batch_id for _ in range(3)}
    assert len(ids) == 3


def test_metadata_is_passed_on_with_its_nulls() -> None:
    sent = graph_node(opened([node("m", "core_metadata", seed=None, other=None, more=...)]), "m")
    assert (sent["seed"], sent["other"]) == (None, None)
    assert "more" not in sent


def test_a_generator_without_a_type_is_of_the_usual_one() -> None:
    handle = generated({"input": "a,b"})
    assert batch_of(handle)["data"][0][0]["items"] == ["a", "b"]


def test_outputs_of_a_batch_that_carry_nothing_have_no_effect() -> None:
    nodes = [
        node("b", "image_batch", images=[{"image_name": "a.png"}]),
        node("s", "add", a=1, b=2),
    ]
    handle = opened(nodes, [edge("b.width", "s.a")])
    assert batch_of(handle)["data"] == []
    assert judged(handle).ready
    assert codes(judged(handle).warnings) == ["batch_not_connected"]

"""Sweeps: what they make, in which order, and what they refuse."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivk_desktop.demo.batch import Batch
from ivk_desktop.domain.form import Choices, SubmitOptions
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.sweeps import (
    LARGEST_SEED,
    Axis,
    Expansion,
    SeedMode,
    SeedRule,
    Sweep,
    Sweeps,
    axis,
    item_label,
    seed_after,
    seed_axis,
)
from tests.domain.builder import batch_of, codes, edge, exposed, node, opened

MODEL = {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"}
SEED, WIDTH = FieldId("n.seed"), FieldId("n.width")
HEIGHT, MODEL_ID = FieldId("n.height"), FieldId("m.model")


def sample(edges: Any = (), *more: Any) -> WorkflowHandle:
    nodes = [
        node("n", "noise", seed=3, width=64, height=64),
        node("m", "main_model_loader", model=MODEL),
        node("i", "integer", value=1),
        *more,
    ]
    fields = exposed("n.seed", "n.width", "n.height", "m.model", "i.value")
    return opened(nodes, edges, exposedFields=fields)


def swept(*sweeps: Sweep, seeds: tuple[SeedRule, ...] = (), runs: int = 1) -> SubmitOptions:
    return SubmitOptions(runs, sweeps=Sweeps(sweeps, seeds))


def widths(*values: Any, group: str = "") -> Sweep:
    return Sweep(WIDTH, values, group)


def heights(*values: Any, group: str = "") -> Sweep:
    return Sweep(HEIGHT, values, group)


def expanded(request: Any) -> list[dict[tuple[str, str], Any]]:
    """What the demo server makes of a request: the graph's values of each item, in order."""
    items = []
    for part in request.parts:
        raw = part.payload["batch"]
        batch = Batch("b", None, None, raw["data"], raw["graph"], None, raw["runs"])
        assert batch.requested == part.count
        for values in batch.values():
            nodes = batch.graph_for(values)["nodes"]
            items.append(
                {(i, name): value for i, one in nodes.items() for name, value in one.items()}
            )
    return items


def test_without_sweeps_the_request_has_no_trace_of_them() -> None:
    plain = batch_of(sample(), runs=3)
    empty = batch_of(sample(), runs=3, sweeps=Sweeps((), (SeedRule(SEED, SeedMode.FIXED),)))
    for batch in (plain, empty):
        assert (batch["data"], batch["runs"]) == ([], 3)
    del plain["batch_id"], empty["batch_id"], plain["graph"]["id"], empty["graph"]["id"]
    assert plain == empty


def test_two_sweeps_multiply_and_the_last_varies_fastest() -> None:
    handle, options = sample(), swept(widths(8, 16), heights(24, 32, 40), runs=2)
    found = [(one["n", "width"], one["n", "height"]) for one in expanded(handle.request(options))]
    once = [(8, 24), (8, 32), (8, 40), (16, 24), (16, 32), (16, 40)]
    assert found == once * 2
    assert handle.readiness(options, Choices()).count == 12


def test_sweeps_of_one_group_go_in_step() -> None:
    handle, options = sample(), swept(widths(8, 16, group="a"), heights(24, 32, group="a"))
    found = [(one["n", "width"], one["n", "height"]) for one in expanded(handle.request(options))]
    assert found == [(8, 24), (16, 32)]


def test_sweeps_in_step_need_as_many_values() -> None:
    options = swept(widths(8, 16, 24, group="a"), heights(24, 32, group="a"))
    readiness = sample().readiness(options, Choices())
    assert [(p.code, p.field_id) for p in readiness.problems] == [("sweep_lengths_differ", HEIGHT)]
    assert readiness.count == 0


def test_models_take_a_batch_each_and_keep_the_seeds() -> None:
    other = {**MODEL, "key": "other"}
    handle = sample()
    options = swept(
        Sweep(MODEL_ID, (MODEL, other)),
        widths(8, 16),
        seeds=(SeedRule(SEED, SeedMode.RANDOM),),
        runs=2,
    )
    request = handle.request(options)
    assert [part.count for part in request.parts] == [4, 4]
    assert request.total == handle.readiness(options, Choices()).count == 8
    items = expanded(request)
    assert [one["m", "model"]["key"] for one in items] == ["k"] * 4 + ["other"] * 4
    assert [one["n", "seed"] for one in items[:4]] == [one["n", "seed"] for one in items[4:]]
    assert len({part.batch_id for part in request.parts}) == 2
    assert handle.value(MODEL_ID) == MODEL
    saved = [
        next(n for n in part.payload["batch"]["workflow"]["nodes"] if n["id"] == "m")
        for part in request.parts
    ]
    assert saved[1]["data"]["inputs"]["model"]["value"]["key"] == "other"


def test_at_the_front_the_last_batch_is_sent_first() -> None:
    options = SubmitOptions(
        front=True, sweeps=Sweeps((Sweep(MODEL_ID, (MODEL, {**MODEL, "key": "other"})),))
    )
    parts = sample().request(options).parts
    keys = [part.payload["batch"]["graph"]["nodes"]["m"]["model"]["key"] for part in parts]
    assert keys == ["other", "k"]


def test_each_run_gets_another_seed_and_a_sweep_is_compared_on_the_same_one() -> None:
    options = swept(widths(8, 16), seeds=(SeedRule(SEED, SeedMode.RANDOM),), runs=50)
    items = expanded(sample().request(options))
    seeds = [one["n", "seed"] for one in items]
    assert len(items) == 100
    assert len(set(seeds)) == 50
    assert seeds[::2] == seeds[1::2]
    assert all(0 <= seed <= LARGEST_SEED for seed in seeds)


def test_seeds_count_up_from_the_forms_own() -> None:
    options = swept(seeds=(SeedRule(SEED, SeedMode.INCREMENT),), runs=3)
    assert [one["n", "seed"] for one in expanded(sample().request(options))] == [3, 4, 5]
    handle = sample()
    handle.set_value(SEED, LARGEST_SEED)
    assert [one["n", "seed"] for one in expanded(handle.request(options))] == [LARGEST_SEED, 0, 1]
    assert seed_after(LARGEST_SEED, 2) == 1


def test_batch_nodes_come_before_sweeps() -> None:
    batch = node("b", "integer_batch", integers=[7, 9], batch_group_id="None")
    handle = sample([edge("b.value", "n.height")], batch)
    found = [
        (one["n", "height"], one["n", "width"])
        for one in expanded(handle.request(swept(widths(8, 16))))
    ]
    assert found == [(7, 8), (7, 16), (9, 8), (9, 16)]


def test_a_connected_field_is_never_swept() -> None:
    handle = sample([edge("i.value", "n.width")])
    options = swept(widths(8, 16))
    assert codes(handle.readiness(options, Choices()).problems) == ["sweep_connected"]
    assert batch_of(handle, sweeps=options.sweeps)["data"] == []


@pytest.mark.parametrize("bad", ["x", 1.5, None, [8], {"a": 1}, 7, -8, True])
def test_a_value_that_would_stop_the_queue_is_refused_beside_its_field(bad: Any) -> None:
    readiness = sample().readiness(swept(widths(8, bad)), Choices())
    assert readiness.problems
    assert {problem.field_id for problem in readiness.problems} == {WIDTH}


def test_a_model_that_is_not_there_is_refused() -> None:
    options = swept(Sweep(MODEL_ID, (MODEL, {**MODEL, "key": "gone"})))
    choices = Choices(model_keys=frozenset({"k"}))
    assert codes(sample().readiness(options, choices).problems) == ["model_not_there"]


def test_a_swept_field_needs_no_value_of_its_own() -> None:
    image = node("p", "image", image=...)
    handle = opened([image], exposedFields=exposed("p.image"))
    pictures = tuple({"image_name": f"{number}.png"} for number in range(2))
    options = swept(Sweep(FieldId("p.image"), pictures))
    assert handle.readiness(options, Choices()).ready
    items = expanded(handle.request(options))
    assert [one["p", "image"] for one in items] == list(pictures)


def test_an_empty_sweep_is_refused_in_words() -> None:
    handle = sample()
    assert codes(handle.readiness(swept(widths()), Choices()).problems) == ["sweep_empty"]
    with pytest.raises(DomainError):
        handle.request(swept(Sweep(MODEL_ID, ())))


def test_integral_floats_go_as_integers() -> None:
    (group,) = batch_of(sample(), sweeps=Sweeps((widths(8.0, 16),)))["data"]
    assert [type(value) for value in group[0]["items"]] == [int, int]


def test_a_batch_nodes_own_list_takes_a_batch_each() -> None:
    batch = node("b", "integer_batch", integers=[8], batch_group_id="None")
    handle = opened(
        [node("n", "noise", seed=1, width=8, height=8), batch],
        [edge("b.value", "n.width")],
        exposedFields=exposed("b.integers"),
    )
    options = swept(Sweep(FieldId("b.integers"), ([8, 16], [24])))
    assert handle.readiness(options, Choices()).count == 3
    assert [one["n", "width"] for one in expanded(handle.request(options))] == [8, 16, 24]


def test_too_many_items_are_refused() -> None:
    many = tuple(range(8, 8 * 500, 8))
    readiness = sample().readiness(swept(widths(*many), heights(*many)), Choices())
    assert codes(readiness.problems) == ["sweep_too_many"]


def test_a_sweep_of_ten_thousand_items_can_be_looked_through() -> None:
    handle = sample()
    fields = (widths(*range(8, 808, 8)), heights(*range(8, 808, 8)))
    options = swept(*fields)
    readiness = handle.readiness(options, Choices())
    preview = [item_label(row, {}) for row in Expansion(axis([one]) for one in fields)]
    assert (readiness.count, len(preview)) == (10_000, 10_000)


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=1, max_size=4
    ),  # (members, rows) of each group
    st.integers(1, 3),
)
@settings(deadline=None, max_examples=60)
def test_the_order_is_the_servers(shape: list[tuple[int, int]], runs: int) -> None:
    axes = [
        Axis(
            tuple(FieldId(f"{place}.{member}") for member in range(members)),
            tuple(tuple((place, row, member) for member in range(members)) for row in range(rows)),
        )
        for place, (members, rows) in enumerate(shape)
    ]
    expansion = Expansion(axes)
    data = [
        [
            {
                "node_path": field_id.split(".")[0],
                "field_name": field_id.split(".")[1],
                "items": [row[number] for row in one.rows],
            }
            for number, field_id in enumerate(one.field_ids)
        ]
        for one in axes
    ]
    server = Batch("b", None, None, data, {}, None, runs)
    theirs = [
        tuple((f"{one['node_path']}.{one['field_name']}", one["value"]) for one in values)
        for values in server.values()
    ]
    assert len(expansion) * runs == server.requested
    assert list(expansion) * runs == theirs
    assert expansion[-1] == theirs[-1]


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 100))
def test_seeds_are_distinct_while_there_are_enough(runs: int, room: int, base: int) -> None:
    for mode in (SeedMode.RANDOM, SeedMode.INCREMENT):
        rules = [SeedRule(SEED, mode)]
        made = seed_axis(rules, runs, lambda _: base, lambda _: (5, 5 + room), random.Random(1))
        assert made is not None
        seeds = [row[0] for row in made.rows]
        assert len(seeds) == runs
        assert all(5 <= seed <= 5 + room for seed in seeds)
        assert len(set(seeds)) == min(runs, room + 1)


def test_labels_name_fields_and_values() -> None:
    row = Expansion([Axis((WIDTH, MODEL_ID), ((8, MODEL),))])[0]
    assert item_label(row, {WIDTH: "Width", MODEL_ID: "Model"}) == "Width 8, Model n"

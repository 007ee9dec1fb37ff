"""Running again what was submitted once, and what of it is told."""

from __future__ import annotations

import itertools

import pytest

from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.history import KeptRequest, cell, merged_inputs
from ivk_desktop.domain.invokeai.again import again, document_of
from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.sweeps import Sweep, Sweeps
from tests.domain.builder import exposed, load, node, workflow


def kept(place: int | None = None) -> KeptRequest:
    """Two runs of two seeds, each with three steps and their texts."""
    data = [
        [{"node_path": "n", "field_name": "seed", "items": [5, 6]}],
        [],
        [
            {"node_path": "n", "field_name": "steps", "items": [1, 2, 3]},
            {"node_path": "m", "field_name": "text", "items": ["a", "b", "c"]},
        ],
    ]
    graph = {"id": "g", "nodes": {}, "edges": []}
    batch = {"batch_id": "old", "graph": graph, "data": data, "runs": 2, "origin": "workflows"}
    return KeptRequest("form", "Portrait", {"batch": batch, "prepend": True}, 12, place=place)


def test_a_whole_batch_is_the_same_under_an_id_of_its_own_at_the_end() -> None:
    one = kept()
    request = again(one)
    sent = request.payload["batch"]
    assert request.batch_id == sent["batch_id"] != "old"
    assert {**sent, "batch_id": "old"} == one.payload["batch"]
    assert (request.count, request.payload["prepend"]) == (12, False)
    assert again(one).batch_id != request.batch_id


def test_each_item_alone_is_what_the_server_made_of_the_batch() -> None:
    data = [group for group in kept().payload["batch"]["data"] if group]
    groups = [
        [[(one["field_name"], one["items"][row]) for one in group] for row in range(length)]
        for group, length in zip(data, (2, 3), strict=True)
    ]
    unfolded = [dict(itertools.chain(*combo)) for combo in itertools.product(*groups)] * 2
    for place, expected in enumerate(unfolded):
        request = again(kept(place))
        batch = request.payload["batch"]
        found = {one["field_name"]: one["items"] for group in batch["data"] for one in group}
        assert found == {name: [value] for name, value in expected.items()}, place
        assert (request.count, batch["runs"]) == (1, 1)


def test_the_form_of_an_item_has_its_values_and_its_inputs_are_told() -> None:
    document = workflow(
        [node("n", "noise", width=64, height=128)],
        exposedFields=exposed("n.width", "n.height"),
    )
    handle = load(document)
    width = make_field_id("n", "width")
    options = SubmitOptions(runs=2, sweeps=Sweeps((Sweep(width, (32, 96)),)))
    request = handle.request(options)
    assert [value for _, value in request.inputs] == ["64", "128"]
    one = KeptRequest("form", "T", request.payload, request.count, place=3)
    found = document_of(one)
    assert found is not None
    assert found["nodes"][0]["data"]["inputs"]["width"]["value"] == 96
    assert document_of(KeptRequest("form", "T", {"batch": {}}, 1)) is None


def test_a_field_that_its_node_does_not_have_keeps_nothing_from_being_sent() -> None:
    places = {name: {"nodeId": "n", "fieldName": name} for name in ("width", "gone")}
    fields = {
        name: {
            "id": name,
            "type": "node-field",
            "parentId": "root",
            "data": {"fieldIdentifier": place},
        }
        for name, place in places.items()
    }
    layout = {"layout": "column", "children": list(places)}
    root = {"id": "root", "type": "container", "data": layout}
    form = {"rootElementId": "root", "elements": {"root": root, **fields}}
    document = workflow([node("n", "noise", width=64, gone=3)], form=form)
    request = load(document).request(SubmitOptions())
    assert [value for _, value in request.inputs] == ["64"]


def test_an_items_own_inputs_take_the_places_of_the_submissions() -> None:
    submitted = (("Prompt", "a tiger"), ("Seed", "1"))
    own = (("Seed", "7"), ("hidden", "x"))
    assert merged_inputs(submitted, own) == (("Prompt", "a tiger"), ("Seed", "7"), ("hidden", "x"))
    assert merged_inputs((), own) == own


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("-2.5", "-2.5"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, written: str) -> None:
    assert cell(text) == written

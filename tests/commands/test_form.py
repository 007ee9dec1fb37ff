"""``form``: fields, outline, problems and warnings of a workflow."""

from __future__ import annotations

from ivk_desktop.commands.exits import DONE
from tests.commands.running import Desk, sample
from tests.domain.builder import edge, exposed, node, workflow


def test_fields_come_in_display_order_with_all_that_is_known(desk: Desk) -> None:
    nodes = [node("a", "integer", value=1), node("i", "add", a=5, b=...)]
    nodes[1]["data"]["inputs"]["b"]["label"] = "Mine"
    content = workflow(nodes, [edge("a.value", "i.a")], exposedFields=exposed("i.b", "i.a"))
    kind = {"name": "IntegerField", "cardinality": "SINGLE"}
    assert desk.form(content).document["fields"] == [
        {
            "nodeId": "i",
            "fieldName": "b",
            "label": "Mine",
            "title": "B",
            "type": kind,
            "connected": False,
        },
        {
            "nodeId": "i",
            "fieldName": "a",
            "label": None,
            "title": "A",
            "type": kind,
            "connected": True,
            "value": 5,
        },
    ]


def test_the_outline_is_the_whole_tree(desk: Desk) -> None:
    form = {
        "rootElementId": "top",
        "elements": {
            "top": {
                "id": "top",
                "type": "container",
                "data": {"layout": "column", "children": ["h", "r"]},
            },
            "h": {"id": "h", "type": "heading", "parentId": "top", "data": {"content": "Hi"}},
            "r": {
                "id": "r",
                "type": "container",
                "parentId": "top",
                "data": {"layout": "row", "children": ["f", "d"]},
            },
            "f": {
                "id": "f",
                "type": "node-field",
                "parentId": "r",
                "data": {
                    "fieldIdentifier": {"nodeId": "n", "fieldName": "seed"},
                    "settings": {"type": "integer-field-config", "showShuffle": True},
                },
            },
            "d": {"id": "d", "type": "divider", "parentId": "r"},
        },
    }
    settings = {"type": "integer-field-config", "showShuffle": True, "component": "number-input"}
    assert desk.form(sample(form=form)).document["outline"] == [
        {"depth": 0, "type": "container", "layout": "column"},
        {"depth": 1, "type": "heading", "content": "Hi"},
        {"depth": 1, "type": "container", "layout": "row"},
        {
            "depth": 2,
            "type": "node-field",
            "nodeId": "n",
            "fieldName": "seed",
            "showDescription": True,
            "settings": settings,
        },
        {"depth": 2, "type": "divider"},
    ]


def test_problems_name_every_node_and_the_exit_code_is_zero(desk: Desk) -> None:
    nodes = [
        node("m", "main_model_loader", model=...),
        node("n", "noise", width=7, mystery=1),
        node("b", "integer_batch", batch_group_id="None", integers=[]),
    ]
    done = desk.form(workflow(nodes))
    assert done.code == DONE
    assert done.err == ""
    found = [
        (one["type"], one.get("nodeId"), one.get("fieldName")) for one in done.document["problems"]
    ]
    assert sorted(found, key=str) == sorted(
        [
            ("batch-error", "b", None),
            ("batch-error", "b", None),
            ("field-error", "m", "model"),
            ("field-error", "n", "width"),
            ("node-error", "n", None),
            ("field-error", "b", "integers"),
        ],
        key=str,
    )
    assert all(one["message"].endswith(".") for one in done.document["problems"])


def test_an_empty_workflow_has_an_error_of_the_batch(desk: Desk) -> None:
    (problem,) = desk.form(workflow([])).document["problems"]
    assert problem["type"] == "batch-error"


def test_what_was_mended_is_a_warning(desk: Desk) -> None:
    content = sample(exposedFields=exposed("n.use_cpu"))
    (warning,) = desk.form(content).document["warnings"]
    assert "taken off the form" in warning["message"]


def test_edits_change_the_values(desk: Desk) -> None:
    done = desk.form(sample(), *desk.edits(("s", "value", "a dog")))
    assert done.document["fields"][0]["value"] == "a dog"


def test_a_workflow_without_a_form_has_no_fields(desk: Desk) -> None:
    document = desk.form(sample(exposedFields=[])).document
    assert document["fields"] == []
    assert len(document["outline"]) == 1


def test_the_same_thing_is_said_once(desk: Desk) -> None:
    content = workflow([node("u", "nobody_knows"), node("i", "integer", value=1)])
    assert len(desk.form(content).document["warnings"]) == 1
    done = desk.payload(content)
    assert (done.code, done.err.count("\n")) == (DONE, 1)

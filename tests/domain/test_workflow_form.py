"""Forms: read, mended, made of exposed fields, made up; and what each field tells its editor."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.form import Component, Container, FieldKind, FieldSpec, Heading, Layout
from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.invokeai.report import field_lines
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import FieldId
from tests.domain.builder import Json, codes, edge, exposed, load, node, opened, workflow

NODES = [node("i", "integer", value=1), node("s", "string", value="x"), node("n", "noise", seed=1)]


def container(*children: str, layout: str = "column", parent: str | None = "root") -> Json:
    made: Json = {"type": "container", "data": {"layout": layout, "children": list(children)}}
    return made if parent is None else {**made, "parentId": parent}


def shown(name: str, parent: str = "root", **more: Any) -> Json:
    node_id, field = name.split(".")
    data = {"fieldIdentifier": {"nodeId": node_id, "fieldName": field}, **more}
    return {"type": "node-field", "parentId": parent, "data": data}


def heading(content: str, parent: str = "root") -> Json:
    return {"type": "heading", "parentId": parent, "data": {"content": content}}


def form(top: str = "root", /, **elements: Json) -> Json:
    named = {key: {"id": key, **one} for key, one in elements.items()}
    return {"elements": named, "rootElementId": top}


def lines(handle: Any) -> list[str]:
    """The outline in short: depth, kind, and what stands there."""
    return [
        f"{line['depth']} {line.get('fieldName') or line.get('content') or line['type']}"
        for line in handle.outline()
    ]


def test_a_form_is_read_from_the_root_that_it_names() -> None:
    row = container("b", "c", layout="row", parent="top")
    top = {**container("a", "r", "d", parent=None)}
    tree = form(
        "top",
        top=top,
        a=heading("Hello", "top"),
        r=row,
        b=shown("i.value", "r"),
        c=shown("s.value", "r"),
        d={"type": "divider", "parentId": "top"},
    )
    handle = opened(NODES, form=tree)
    assert lines(handle) == [
        "0 container",
        "1 Hello",
        "1 container",
        "2 value",
        "2 value",
        "1 divider",
    ]
    assert handle.warnings == ()
    assert [item.node for item in handle.inputs] == ["i", "s"]
    first, second = handle.spec.root.children[:2]
    assert first == Heading("Hello")
    assert isinstance(second, Container)
    assert second.layout is Layout.ROW


def test_exposed_fields_make_a_form_where_there_is_none() -> None:
    handle = opened(NODES, exposedFields=exposed("s.value", "gone.x", "i.gone", "i.value"))
    assert [item.node for item in handle.inputs] == ["s", "i"]
    assert handle.outline()[2]["settings"] == {
        "type": "integer-field-config",
        "showShuffle": False,
        "component": "number-input",
    }


def test_exposed_fields_count_for_nothing_where_a_form_is() -> None:
    tree = form(root=container("a", parent=None), a=shown("i.value"))
    handle = opened(NODES, exposedFields=exposed("s.value"), form=tree)
    assert [item.node for item in handle.inputs] == ["i"]


BROKEN = {
    "a child that is not there": form(root=container("a", "x", parent=None), a=shown("i.value")),
    "an element that nobody lists": form(root=container(parent=None), a=shown("i.value")),
    "no root": form("x", a=shown("i.value"), root=container("a", parent=None)),
    "a root that is no container": form("a", a=shown("i.value")),
    "a ring": form(
        root=container("c", parent=None), c=container("a", "d"), d=container("c", parent="c"),
        a=shown("i.value", "c"),
    ),
    "a container in itself": form(root=container("root", "a", parent=None), a=shown("i.value")),
    "bad settings": form(
        root=container("a", parent=None), a=shown("i.value", settings={"component": "wheel"})
    ),
    "a divider with data": form(
        root=container("a", "d", parent=None), a=shown("i.value"),
        d={"type": "divider", "parentId": "root", "data": {}},
    ),
    "an unknown element": form(
        root=container("d", "a", parent=None), a=shown("i.value"), d={"type": "map", "data": {}}
    ),
}  # fmt: skip


@pytest.mark.parametrize("tree", BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_mended_and_keeps_the_rest(tree: Json) -> None:
    handle = opened(NODES, form=tree)
    assert [item.node for item in handle.inputs] == ["i"]
    assert codes(handle.warnings) == ["form_repaired"]
    again = load(handle.document(), auto_form=False)
    assert again.warnings == ()
    assert again.outline() == handle.outline()


@pytest.mark.parametrize(
    "tree", [None, [], {}, {"elements": {}}, {"elements": [], "rootElementId": 1}]
)
def test_a_form_that_is_none_falls_back_to_exposed_fields(tree: Any) -> None:
    handle = opened(NODES, exposedFields=exposed("s.value"), form=tree)
    assert [item.node for item in handle.inputs] == ["s"]


def test_containers_nested_ever_so_deep_keep_their_fields() -> None:
    depth = 2000
    elements = {f"c{n}": container(f"c{n + 1}", parent=f"c{n - 1}") for n in range(1, depth)}
    elements[f"c{depth}"] = shown("i.value", f"c{depth - 1}")
    handle = opened(NODES, form=form("c0", c0=container("c1", parent=None), **elements))
    assert [item.node for item in handle.inputs] == ["i"]
    assert max(line["depth"] for line in handle.outline()) < 100


def test_a_field_whose_input_is_gone_is_taken_off_the_form() -> None:
    tree = form(root=container("a", "b", parent=None), a=shown("i.gone"), b=shown("i.value"))
    handle = opened(NODES, form=tree)
    assert [item.name for item in handle.inputs] == ["value"]
    assert codes(handle.warnings) == ["form_field_gone"]
    assert load(handle.document(), auto_form=False).warnings == ()


def test_a_workflow_without_a_form_gets_one_made_up() -> None:
    nodes = [
        node("i", "integer", value=1),
        node("b", "blank_image", board="auto", width=8, height=8),
        node("l", "l2i", latents=..., vae=...),
    ]
    handle = load(workflow(nodes, [edge("i.value", "b.width")]))
    assert not handle.authored
    assert lines(handle) == [
        "0 container",
        "1 Integer",
        "1 value",
        "1 Blank Image",
        "1 height",
        "1 board",
    ]
    assert opened(nodes).inputs == []


def spec_of(node_type: str, name: str, value: Any = ..., **settings: Any) -> FieldSpec:
    tree = form(root=container("a", parent=None), a=shown(f"x.{name}", **settings))
    handle = opened([node("x", node_type, **{name: value})], form=tree)
    return handle.spec.fields[make_field_id("x", name)]


@pytest.mark.parametrize(
    ("node_type", "name", "kind"),
    [
        ("integer", "value", FieldKind.INTEGER),
        ("float", "value", FieldKind.FLOAT),
        ("string", "value", FieldKind.STRING),
        ("boolean", "value", FieldKind.BOOLEAN),
        ("blank_image", "mode", FieldKind.CHOICE),
        ("denoise_latents", "scheduler", FieldKind.CHOICE),
        ("main_model_loader", "model", FieldKind.MODEL),
        ("blank_image", "board", FieldKind.BOARD),
        ("image", "image", FieldKind.IMAGE),
        ("blank_image", "color", FieldKind.COLOR),
        ("call_saved_workflow", "workflow_id", FieldKind.SAVED_WORKFLOW),
        ("integer_batch", "integers", FieldKind.INTEGERS),
        ("float_batch", "floats", FieldKind.FLOATS),
        ("string_batch", "strings", FieldKind.STRINGS),
        ("image_batch", "images", FieldKind.IMAGES),
        ("lora_collection_loader", "loras", FieldKind.LORAS),
        ("image_generator", "generator", FieldKind.GENERATOR),
        ("l2i", "latents", FieldKind.READ_ONLY),
    ],
)
def test_every_field_type_has_its_kind(node_type: str, name: str, kind: FieldKind) -> None:
    assert spec_of(node_type, name).kind is kind


def test_a_field_of_one_or_many_is_what_its_value_is() -> None:
    assert spec_of("denoise_latents", "cfg_scale", 7).kind is FieldKind.FLOAT
    assert spec_of("denoise_latents", "cfg_scale", [7, 8]).kind is FieldKind.FLOATS


def test_limits_come_from_the_template_and_settings_replace_them() -> None:
    limits = spec_of("noise", "width").limits
    assert limits is not None
    assert (limits.minimum, limits.step, limits.multiple_of) == (8, 8, 8)
    settings = {"type": "integer-field-config", "min": 100, "max": 203, "component": "slider"}
    spec = spec_of("noise", "width", settings=settings)
    assert spec.limits is not None
    assert (spec.limits.minimum, spec.limits.maximum) == (104, 200)
    assert spec.component is Component.SLIDER


def test_settings_of_another_type_count_for_nothing() -> None:
    settings = {"type": "float-field-config", "min": 3, "component": "slider"}
    spec = spec_of("noise", "seed", settings=settings)
    assert spec.component is Component.DEFAULT
    assert spec.limits is not None
    assert spec.limits.minimum == 0


def test_a_dropdown_has_the_options_of_its_author() -> None:
    options = [
        {"label": "One", "value": "1"},
        {"label": "", "value": "2"},
        {"label": "", "value": ""},
    ]
    settings = {"type": "string-field-config", "component": "dropdown", "options": options}
    spec = spec_of("string", "value", settings=settings)
    assert spec.component is Component.DROPDOWN
    assert [(one.value, one.label) for one in spec.choices] == [
        ("1", "One"),
        ("2", "2"),
        ("", "Option 3"),
    ]


def test_seeds_are_found() -> None:
    assert spec_of("noise", "seed").is_seed
    assert not spec_of("noise", "width").is_seed
    labelled = node("x", "integer", value=1)
    labelled["data"]["inputs"]["value"]["label"] = "Seed"
    handle = opened([labelled], exposedFields=exposed("x.value"))
    (spec,) = handle.spec.fields.values()
    assert (spec.title, spec.is_seed) == ("Seed", True)
    assert spec.limits is not None
    assert (spec.limits.minimum, spec.limits.maximum) == (0, 4294967295)


def test_an_unset_field_shows_the_servers_default() -> None:
    handle = opened([node("x", "noise", width=...)], exposedFields=exposed("x.width"))
    (item,) = handle.inputs
    assert item.value is UNSET
    assert handle.spec.fields[item.field_id].placeholder == 512


def test_a_connected_field_says_so() -> None:
    nodes = [node("i", "integer", value=8), node("n", "noise", width=8)]
    handle = opened(nodes, [edge("i.value", "n.width")], exposedFields=exposed("n.width"))
    assert handle.inputs[0].connected


def test_the_identity_of_a_form_does_not_depend_on_its_values() -> None:
    first, second = (
        opened([node("x", "integer", value=value)], exposedFields=exposed("x.value"))
        for value in (1, 2)
    )
    other = opened([node("x", "float", value=1)], exposedFields=exposed("x.value"))
    assert first.spec.form_id == second.spec.form_id != other.spec.form_id
    record = {"workflow_id": "w", "workflow": workflow([node("x", "integer", value=1)])}
    assert load(record).spec.form_id == "library:w"


def test_a_form_can_be_reported_as_plain_data() -> None:
    nodes = [node("i", "integer", value=1), node("n", "noise", width=..., seed=2, odd=4)]
    nodes[1]["data"]["inputs"]["seed"]["label"] = "My seed"
    names = ("width", "seed", "odd")
    elements = {name: shown(f"n.{name}") for name in names}
    tree = form(root=container(*names, parent=None), **elements)
    handle = opened(nodes, [edge("i.value", "n.width")], form=tree)
    integer = {"name": "IntegerField", "cardinality": "SINGLE"}
    place = {"nodeId": "n"}
    assert field_lines(handle) == [
        {
            **place,
            "fieldName": "width",
            "label": None,
            "title": "Width",
            "type": integer,
            "connected": True,
        },
        {
            **place,
            "fieldName": "seed",
            "label": "My seed",
            "title": "Seed",
            "type": integer,
            "value": 2,
            "connected": False,
        },
        {
            **place,
            "fieldName": "odd",
            "label": None,
            "title": "odd",
            "type": None,
            "value": 4,
            "connected": False,
        },
    ]


def test_a_frames_number_names_the_field_of_its_video() -> None:
    nodes = [node("v", "video_frame_extract", video={"video_name": "a.mp4"}, frame_index=-1)]
    handle = opened(nodes, exposedFields=exposed("v.video", "v.frame_index"))
    fields = handle.spec.fields
    frame = fields[FieldId("v.frame_index")]
    assert (frame.component, frame.video) == (Component.VIDEO_FRAME, FieldId("v.video"))
    assert fields[FieldId("v.video")].video is None

"""Forms made of JSON Schemas."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.form import Choices, Component, FieldKind, SubmitOptions
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.schema_form import schema_form

SCHEMA: dict[str, Any] = {
    "$defs": {
        "File": {
            "oneOf": [
                {"type": "object", "properties": {"uri": {"type": "string"}}},
                {"type": "string"},
            ]
        },
        "Format": {"type": "string", "enum": ["png", "jpeg"], "title": "Format"},
        "Loop": {"$ref": "#/$defs/Loop"},
    },
    "type": "object",
    "required": ["prompt", "picture"],
    "properties": {
        "prompt": {"type": "string", "title": "Prompt", "description": "What to paint"},
        "picture": {"$ref": "#/$defs/File", "title": "Picture"},
        "mask": {"anyOf": [{"type": "string", "format": "file"}, {"type": "null"}]},
        "pictures": {"type": "array", "items": {"$ref": "#/$defs/File"}, "maxItems": 3},
        "width": {"type": "integer", "minimum": 512, "maximum": 2048, "default": 1024},
        "height": {"type": "integer", "minimum": 512, "maximum": 2048, "default": 1024},
        "guidance_scale": {"type": ["number", "null"], "minimum": 0, "maximum": 20, "default": 2.5},
        "output_format": {"allOf": [{"$ref": "#/$defs/Format"}], "default": "jpeg"},
        "seed": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
        "tile": {"type": "boolean", "default": False},
        "words": {"type": "array", "items": {"type": "string"}},
        "loop": {"$ref": "#/$defs/Loop"},
        "extra": {"type": "object"},
        "bad default": {"type": "integer", "default": "nine"},
    },
}


def made() -> Any:
    return schema_form(SCHEMA, "app", "App")


def test_each_property_gets_its_editor() -> None:
    fields = made().spec.fields
    assert {str(name): spec.kind for name, spec in fields.items()} == {
        "prompt": FieldKind.STRING,
        "picture": FieldKind.IMAGE,
        "mask": FieldKind.IMAGE,
        "pictures": FieldKind.IMAGES,
        "width": FieldKind.INTEGER,
        "height": FieldKind.INTEGER,
        "guidance_scale": FieldKind.FLOAT,
        "output_format": FieldKind.CHOICE,
        "seed": FieldKind.INTEGER,
        "tile": FieldKind.BOOLEAN,
        "words": FieldKind.STRINGS,
        "bad default": FieldKind.INTEGER,
    }
    assert fields[FieldId("prompt")].component is Component.TEXTAREA
    assert fields[FieldId("prompt")].required
    assert fields[FieldId("seed")].is_seed
    assert fields[FieldId("width")].limits.maximum == 2048
    assert [one.value for one in fields[FieldId("output_format")].choices] == ["png", "jpeg"]


def test_defaults_that_fit_are_the_values() -> None:
    form = made()
    given_values = form.request(SubmitOptions()).payload["values"]
    assert given_values == {
        "width": 1024,
        "height": 1024,
        "guidance_scale": 2.5,
        "output_format": "jpeg",
        "tile": False,
    }
    named = {p.field_id for p in form.readiness(SubmitOptions(), Choices()).problems}
    assert named == {"prompt", "picture"}


def test_a_schema_of_something_else_is_an_empty_form() -> None:
    for raw in ({}, {"properties": [1]}, {"properties": {"x": None, "": {"type": "string"}}}):
        assert not schema_form(raw, "x", "X").spec.fields


NAMES = ("type", "properties", "items", "enum", "anyOf", "$ref", "default", "minimum", "title")
WORDS = st.sampled_from(["integer", "string", "array", "number", "null", "#/properties/a", "a"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.text("ab", max_size=3), JSON, max_size=6))
def test_no_schema_breaks_the_form(properties: dict[str, Any]) -> None:
    form = schema_form({"type": "object", "properties": properties}, "x", "X")
    form.readiness(SubmitOptions(), Choices())

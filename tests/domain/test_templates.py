"""Node templates from an OpenAPI document."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.invokeai.templates import NodeTemplates, build_input
from ivk_desktop.domain.invokeai.type_parser import parse_field_type
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import DomainError
from tests.domain.small_server import NULL, openapi, ref, templates

SINGLE, MANY = Cardinality.SINGLE, Cardinality.COLLECTION
EITHER = Cardinality.SINGLE_OR_COLLECTION
NUMBERS = {"type": "array", "items": {"type": "number"}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"anyOf": [{"type": "number"}, NUMBERS]}, FieldType("FloatField", EITHER)),
        ({"anyOf": [ref("ImageField"), NULL]}, FieldType("ImageField")),
        ({"const": "ViT-L", "type": "string"}, FieldType("EnumField")),
        ({"anyOf": [{"enum": [256, 512], "type": "integer"}, NULL]}, FieldType("EnumField")),
        (
            {"anyOf": [ref("LoRAField"), {"type": "array", "items": ref("LoRAField")}, NULL]},
            FieldType("LoRAField", EITHER),
        ),
        ({"allOf": [ref("ColorField")]}, FieldType("ColorField")),
        ({"anyOf": [NUMBERS, NULL]}, FieldType("FloatField", MANY)),
        ({"type": "boolean"}, FieldType("BooleanField")),
        ({"type": "object"}, None),
        ({"anyOf": [{"type": "number"}, {"type": "string"}]}, None),
        ({}, None),
    ],
)
def test_a_schema_tells_the_type_of_a_field(
    schema: dict[str, Any], expected: FieldType | None
) -> None:
    assert parse_field_type(schema) == expected


def test_internal_inputs_are_kept_and_reserved_ones_are_not() -> None:
    assert "board" in templates()["blank_image"].inputs
    assert {"id", "type", "use_cache", "is_intermediate"}.isdisjoint(templates()["add"].inputs)
    assert list(templates()["iterate"].inputs) == ["collection"]


def test_integer_options_keep_their_type() -> None:
    assert templates()["text_encoder"].inputs["length"].options == (256, 512)
    assert templates()["text_encoder"].inputs["flavor"].options == ("ViT-L",)


def test_limits_inside_of_nullable_fields_are_read() -> None:
    bounds = templates()["denoise_latents"].inputs["shift"].bounds
    assert (bounds.minimum, bounds.maximum) == (0, 8)
    assert templates()["integer_batch"].inputs["integers"].bounds.min_items == 1


def test_types_that_no_form_edits_are_fed_by_connections_only() -> None:
    condition = templates()["if"].inputs["true_input"]
    assert (condition.type.name, condition.input, condition.default) == (
        "AnyField",
        "connection",
        UNSET,
    )


def test_a_scheduler_remembers_the_type_that_it_overrides() -> None:
    kind = templates()["denoise_latents"].inputs["scheduler"].type
    assert kind.name == "SchedulerField"
    assert kind.equals(FieldType("EnumField"))


def test_only_the_list_of_a_batch_is_marked() -> None:
    assert templates()["integer_batch"].inputs["integers"].type.batch
    assert templates()["integer_generator"].outputs["integers"].type.batch
    assert not templates()["integer_batch"].outputs["value"].type.batch


def test_fields_with_an_order_come_first() -> None:
    names = [one.name for one in templates()["denoise_latents"].display_order()]
    assert names[:3] == ["cfg_scale", "steps", "positive_conditioning"]


def test_model_types_of_older_servers_become_filters() -> None:
    schema = {**ref("ModelIdentifierField"), "ui_type": "SDXLMainModelField", "orig_required": True}
    template = build_input("sdxl_model_loader", "model", {"field_kind": "input", **schema})
    assert template is not None
    assert template.type == FieldType("ModelIdentifierField")
    assert template.models is not None
    assert (template.models.types, template.models.bases) == (("main",), ("sdxl",))


@pytest.mark.parametrize(
    ("name", "title"),
    [("ip_adapter", "Ip Adapter"), ("prompt", "Prompt"), ("t5MaxLen", "T 5 Max Len")],
)
def test_a_field_without_a_title_is_called_after_its_name(name: str, title: str) -> None:
    template = build_input("any", name, {"type": "string"})
    assert template is not None
    assert template.title == title


def test_templates_survive_the_cache() -> None:
    again = NodeTemplates.from_cache(templates().to_cache())
    assert again is not None
    assert dict(again) == dict(templates())


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": 1}', b"\xff\xfe", b"[" * 5000])
def test_a_broken_cache_is_no_cache(data: bytes) -> None:
    assert NodeTemplates.from_cache(data) is None


@pytest.mark.parametrize("document", [{}, {"components": []}, {"components": {"schemas": {}}}])
def test_a_document_without_nodes_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(DomainError):
        NodeTemplates.from_openapi(document)


def test_schemas_that_make_no_sense_are_left_out() -> None:
    document = openapi()
    schemas = document["components"]["schemas"]
    schemas["addInvocation"]["properties"]["a"] = {"field_kind": "input", "type": ["integer"]}
    schemas["rangeInvocation"]["output"] = "none"
    found = NodeTemplates.from_openapi(document)
    assert "range" not in found
    assert list(found["add"].inputs) == ["b"]

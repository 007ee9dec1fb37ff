"""From one property of an OpenAPI schema to a field type.

Protocol source: workflow spec 2.3; servers before 6.8 name model fields by ``ui_type``.
"""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.domain.form import ModelFilter
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType

Schema = dict[str, Any]

_PRIMITIVES: Final = {
    "integer": "IntegerField",
    "number": "FloatField",
    "string": "StringField",
    "boolean": "BooleanField",
}
_MAX_DEPTH: Final = 20

OLD_MODEL_TYPES: Final = {
    "MainModelField": ModelFilter(types=("main",), bases=("sd-1", "sd-2")),
    "SDXLMainModelField": ModelFilter(types=("main",), bases=("sdxl",)),
    "SDXLRefinerModelField": ModelFilter(types=("main",), bases=("sdxl-refiner",)),
    "FluxMainModelField": ModelFilter(types=("main",), bases=("flux",)),
    "SD3MainModelField": ModelFilter(types=("main",), bases=("sd-3",)),
    "CogView4MainModelField": ModelFilter(types=("main",), bases=("cogview4",)),
    "VAEModelField": ModelFilter(types=("vae",)),
    "FluxVAEModelField": ModelFilter(types=("vae",), bases=("flux", "flux2")),
    "LoRAModelField": ModelFilter(types=("lora",)),
    "ControlLoRAModelField": ModelFilter(types=("control_lora",)),
    "ControlNetModelField": ModelFilter(types=("controlnet",)),
    "IPAdapterModelField": ModelFilter(types=("ip_adapter",)),
    "T2IAdapterModelField": ModelFilter(types=("t2i_adapter",)),
    "T5EncoderModelField": ModelFilter(types=("t5_encoder",)),
    "CLIPEmbedModelField": ModelFilter(types=("clip_embed",)),
    "CLIPLEmbedModelField": ModelFilter(types=("clip_embed",), variants=("large",)),
    "CLIPGEmbedModelField": ModelFilter(types=("clip_embed",), variants=("gigantic",)),
    "SpandrelImageToImageModelField": ModelFilter(types=("spandrel_image_to_image",)),
    "SigLipModelField": ModelFilter(types=("siglip",)),
    "FluxReduxModelField": ModelFilter(types=("flux_redux",)),
    "LLaVAModelField": ModelFilter(types=("llava_onevision",)),
    "LlavaOnevisionModelField": ModelFilter(types=("llava_onevision",)),
}
"""The filters of the model field types that servers up to 6.7 name in ``ui_type``."""


def ref_name(schema: Schema) -> str | None:
    """The last part of a ``$ref``, or ``None`` where there is none."""
    ref = schema.get("$ref")
    return ref.rsplit("/", 1)[-1] if isinstance(ref, str) else None


def non_null(branches: object) -> list[Schema]:
    """The branches of an ``anyOf`` that are no ``null``."""
    if not isinstance(branches, list):
        return []
    return [one for one in branches if isinstance(one, dict) and one.get("type") != "null"]


def parse_field_type(schema: Schema, depth: int = 0) -> FieldType | None:
    """The type of a property, or ``None`` where it has none that a form could hold."""
    name = ref_name(schema)
    if name is not None:
        return FieldType(name)
    if schema.get("const"):
        return FieldType("EnumField")
    if not schema.get("type"):
        return _parse_combined(schema, depth)
    if schema.get("enum"):
        return FieldType("EnumField")
    kind = schema["type"]
    if kind == "array":
        return _parse_array(schema.get("items"))
    primitive = _PRIMITIVES.get(kind) if isinstance(kind, str) else None
    return FieldType(primitive) if primitive else None


def _parse_array(items: object) -> FieldType | None:
    if not isinstance(items, dict):
        return None
    kind = items.get("type")
    name = ref_name(items) or (_PRIMITIVES.get(kind) if isinstance(kind, str) else None)
    return FieldType(name, Cardinality.COLLECTION) if name else None


def _parse_combined(schema: Schema, depth: int) -> FieldType | None:
    all_of = schema.get("allOf")
    if isinstance(all_of, list):
        first = all_of[0] if all_of and isinstance(all_of[0], dict) else {}
        name = ref_name(first)
        return FieldType(name) if name else None
    branches = non_null(schema.get("anyOf"))
    if len(branches) == 1 and depth < _MAX_DEPTH:
        return parse_field_type(branches[0], depth + 1)
    if len(branches) == 2:
        return _parse_one_or_many(branches)
    return None


def _parse_one_or_many(branches: list[Schema]) -> FieldType | None:
    arrays = [one for one in branches if one.get("type") == "array"]
    others = [one for one in branches if one.get("type") != "array"]
    if len(arrays) != 1 or len(others) != 1:
        return None
    many, one = _parse_array(arrays[0].get("items")), _plain(others[0])
    if many is None or one is None or many.name != one:
        return None
    return FieldType(one, Cardinality.SINGLE_OR_COLLECTION)


def _plain(schema: Schema) -> str | None:
    kind = schema.get("type")
    return ref_name(schema) or (_PRIMITIVES.get(kind) if isinstance(kind, str) else None)

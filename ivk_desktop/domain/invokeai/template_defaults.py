"""The stateful field types and the values that new nodes get (workflow spec 3)."""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.domain.invokeai.types import Cardinality, FieldType
from ivk_desktop.domain.jobs import UNSET, Unset

FLOAT_GENERATOR: Final = {
    "type": "float_generator_arithmetic_sequence",
    "start": 0,
    "step": 0.1,
    "count": 10,
}
INTEGER_GENERATOR: Final = {
    "type": "integer_generator_arithmetic_sequence",
    "start": 0,
    "step": 1,
    "count": 10,
}
STRING_GENERATOR: Final = {
    "type": "string_generator_parse_string",
    "input": "foo,bar,baz,qux",
    "splitOn": ",",
}
IMAGE_GENERATOR: Final = {"type": "image_generator_images_from_board", "category": "images"}
USUAL_GENERATORS: Final[dict[str, dict[str, Any]]] = {
    "float_generator": FLOAT_GENERATOR,
    "integer_generator": INTEGER_GENERATOR,
    "string_generator": STRING_GENERATOR,
    "image_generator": IMAGE_GENERATOR,
}
"""What a new generator node of each type holds."""

_FALLBACKS: Final[dict[str, Any]] = {
    "IntegerField": 0,
    "FloatField": 0,
    "StringField": "",
    "BooleanField": False,
    "BoardField": "auto",
    "ColorField": {"r": 127, "g": 127, "b": 127, "a": 255},
    "SchedulerField": "dpmpp_3m_k",
    "SavedWorkflowField": "",
    "LoRAField": [],
    "FloatGeneratorField": FLOAT_GENERATOR,
    "IntegerGeneratorField": INTEGER_GENERATOR,
    "StringGeneratorField": STRING_GENERATOR,
    "ImageGeneratorField": IMAGE_GENERATOR,
}
_WITHOUT_FALLBACK: Final = frozenset(
    {
        "EnumField",
        "ImageField",
        "VideoField",
        "StylePresetField",
        "SystemPromptField",
        "ModelIdentifierField",
        "LoRAMetadataField",
        "ControlNetMetadataField",
        "IPAdapterMetadataField",
        "T2IAdapterMetadataField",
        "MetadataExtraField",
    }
)
_LISTS: Final = frozenset(
    {"IntegerField", "FloatField", "StringField", "BooleanField", "ImageField"}
)


def is_stateful(kind: FieldType) -> bool:
    """Whether a form can hold a value of this type; all others are fed by connections only."""
    return kind.name in _FALLBACKS or kind.name in _WITHOUT_FALLBACK


def default_value(
    kind: FieldType, declared: Any, *, required: bool, options: tuple[str | int, ...]
) -> Any | Unset:
    """The value of a new node's input: the schema's default, else the type's own."""
    if not is_stateful(kind) or kind.name.endswith("MetadataField"):
        return UNSET
    if declared is not None and not kind.name.endswith("GeneratorField"):
        return declared
    if kind.name in _LISTS and kind.cardinality is Cardinality.COLLECTION:
        return [] if required else UNSET
    if kind.name == "EnumField":
        return options[0] if options else UNSET
    return _FALLBACKS.get(kind.name, UNSET)

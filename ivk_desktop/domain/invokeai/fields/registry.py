"""The one place that says which class a field type has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.invokeai.fields.base import IvkField, IvkReadOnlyField
from ivk_desktop.domain.invokeai.fields.generated import (
    IvkFloatGeneratorField,
    IvkImageGeneratorField,
    IvkIntegerGeneratorField,
    IvkStringGeneratorField,
)
from ivk_desktop.domain.invokeai.fields.numbers import (
    IvkFloatCollectionField,
    IvkFloatField,
    IvkIntegerCollectionField,
    IvkIntegerField,
)
from ivk_desktop.domain.invokeai.fields.references import (
    IvkBoardField,
    IvkColorField,
    IvkImageCollectionField,
    IvkImageField,
    IvkLoRACollectionField,
    IvkModelIdentifierField,
    IvkStylePresetField,
    IvkSystemPromptField,
    IvkVideoField,
)
from ivk_desktop.domain.invokeai.fields.texts import (
    IvkBooleanField,
    IvkEnumField,
    IvkSavedWorkflowField,
    IvkSchedulerField,
    IvkStringCollectionField,
    IvkStringField,
)
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType

_SINGLE: Final[Mapping[str, type[IvkField]]] = {
    "IntegerField": IvkIntegerField,
    "FloatField": IvkFloatField,
    "StringField": IvkStringField,
    "BooleanField": IvkBooleanField,
    "EnumField": IvkEnumField,
    "SchedulerField": IvkSchedulerField,
    "ImageField": IvkImageField,
    "VideoField": IvkVideoField,
    "BoardField": IvkBoardField,
    "ModelIdentifierField": IvkModelIdentifierField,
    "LoRAField": IvkLoRACollectionField,
    "ColorField": IvkColorField,
    "StylePresetField": IvkStylePresetField,
    "SystemPromptField": IvkSystemPromptField,
    "SavedWorkflowField": IvkSavedWorkflowField,
    "FloatGeneratorField": IvkFloatGeneratorField,
    "IntegerGeneratorField": IvkIntegerGeneratorField,
    "StringGeneratorField": IvkStringGeneratorField,
    "ImageGeneratorField": IvkImageGeneratorField,
}
_COLLECTION: Final[Mapping[str, type[IvkField]]] = {
    "IntegerField": IvkIntegerCollectionField,
    "FloatField": IvkFloatCollectionField,
    "StringField": IvkStringCollectionField,
    "ImageField": IvkImageCollectionField,
    "LoRAField": IvkLoRACollectionField,
}


def field_class(kind: FieldType, value: Any = None) -> type[IvkField]:
    """The class of a field; ``value`` decides where a type takes one or many.

    Types that no form can edit get ``IvkReadOnlyField``: their values pass through.
    """
    many = kind.cardinality is Cardinality.COLLECTION
    if kind.cardinality is Cardinality.SINGLE_OR_COLLECTION and isinstance(value, list):
        many = True
    table = _COLLECTION if many else _SINGLE
    return table.get(kind.name, IvkReadOnlyField)

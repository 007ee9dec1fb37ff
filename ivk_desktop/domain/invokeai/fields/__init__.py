"""The ``Ivk…Field`` classes: one for each type of value that a workflow's inputs can hold."""

from ivk_desktop.domain.invokeai.fields.base import IvkField, IvkReadOnlyField
from ivk_desktop.domain.invokeai.fields.generated import (
    IvkFloatGeneratorField,
    IvkGeneratorField,
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
from ivk_desktop.domain.invokeai.fields.registry import field_class
from ivk_desktop.domain.invokeai.fields.texts import (
    IvkBooleanField,
    IvkEnumField,
    IvkSavedWorkflowField,
    IvkSchedulerField,
    IvkStringCollectionField,
    IvkStringField,
)

__all__ = [
    "IvkBoardField",
    "IvkBooleanField",
    "IvkColorField",
    "IvkEnumField",
    "IvkField",
    "IvkFloatCollectionField",
    "IvkFloatField",
    "IvkFloatGeneratorField",
    "IvkGeneratorField",
    "IvkImageCollectionField",
    "IvkImageField",
    "IvkImageGeneratorField",
    "IvkIntegerCollectionField",
    "IvkIntegerField",
    "IvkIntegerGeneratorField",
    "IvkLoRACollectionField",
    "IvkModelIdentifierField",
    "IvkReadOnlyField",
    "IvkSavedWorkflowField",
    "IvkSchedulerField",
    "IvkStringCollectionField",
    "IvkStringField",
    "IvkStringGeneratorField",
    "IvkStylePresetField",
    "IvkSystemPromptField",
    "IvkVideoField",
    "field_class",
]

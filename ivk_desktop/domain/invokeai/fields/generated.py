"""Generators: objects that stand for a list of values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import field_validator

from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.invokeai.fields.base import Frozen, IvkField


class IvkGeneratorField(IvkField):
    """A generator; ``family`` is what its ``type`` starts with."""

    kind: ClassVar[FieldKind] = FieldKind.GENERATOR
    family: ClassVar[str] = ""
    value: Annotated[dict[str, Any], Frozen] | None = None

    @field_validator("value")
    @classmethod
    def _is_of_family(cls, value: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        if value is not None and not str(value.get("type", "")).startswith(cls.family):
            raise ValueError("another generator's value")
        return value


class IvkFloatGeneratorField(IvkGeneratorField):
    """Makes numbers."""

    family: ClassVar[str] = "float_generator_"


class IvkIntegerGeneratorField(IvkGeneratorField):
    """Makes integers."""

    family: ClassVar[str] = "integer_generator_"


class IvkStringGeneratorField(IvkGeneratorField):
    """Makes texts."""

    family: ClassVar[str] = "string_generator_"


class IvkImageGeneratorField(IvkGeneratorField):
    """Makes a list of pictures."""

    family: ClassVar[str] = "image_generator_"

"""Values of plain fields: which shape each kind has, and what can be wrong with one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ivk_desktop.domain.form import Choices, FieldKind, FieldSpec, Value

MOST_CHARS: Final = 100_000
"""Of one text: more is no prompt."""
Finding = tuple[str, dict[str, str | int | float]]
"""A problem's code and arguments."""


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _each(shape: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(shape, value))


def _named(key: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Mapping) and isinstance(value.get(key), str)


def _loras(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, Mapping) and _named("key")(one.get("lora")) and _number(one.get("weight"))
        for one in value
    )


_SHAPES: Final[dict[FieldKind, Callable[[Any], bool]]] = {
    FieldKind.INTEGER: lambda value: type(value) is int,
    FieldKind.FLOAT: _number,
    FieldKind.STRING: lambda value: isinstance(value, str),
    FieldKind.BOOLEAN: lambda value: isinstance(value, bool),
    FieldKind.CHOICE: lambda value: isinstance(value, str) or type(value) is int,
    FieldKind.MODEL: _named("key"),
    FieldKind.IMAGE: _named("image_name"),
    FieldKind.VIDEO: _named("video_name"),
    FieldKind.STRINGS: _each(lambda value: isinstance(value, str)),
    FieldKind.INTEGERS: _each(lambda value: type(value) is int),
    FieldKind.FLOATS: _each(_number),
    FieldKind.IMAGES: _each(_named("image_name")),
    FieldKind.LORAS: _loras,
}
"""Kinds that are not here take any JSON."""


def fits(spec: FieldSpec, value: Value) -> bool:
    """Whether a value is of the field's kind."""
    shape = _SHAPES.get(spec.kind)
    return shape is None or shape(value)


def findings(spec: FieldSpec, value: Value, choices: Choices) -> Iterator[Finding]:
    """What is wrong with a value that fits: limits, and what the server does not have."""
    if spec.kind in (FieldKind.INTEGER, FieldKind.FLOAT) and spec.limits is not None:
        yield from _beyond(spec, value)
    elif spec.kind is FieldKind.STRING and len(value) > MOST_CHARS:
        yield "text_too_long", {"limit": MOST_CHARS}
    elif spec.kind is FieldKind.CHOICE and spec.choices:
        if all(choice.value != value for choice in spec.choices):
            yield "choice_unknown", {"value": str(value)[:200]}
    elif spec.kind is FieldKind.MODEL:
        yield from _gone([value], choices)
    elif spec.kind is FieldKind.LORAS:
        yield from _gone([one["lora"] for one in value], choices)
    elif spec.kind in (FieldKind.STRINGS, FieldKind.IMAGES, FieldKind.INTEGERS, FieldKind.FLOATS):
        yield from _counted(spec, len(value))


def _beyond(spec: FieldSpec, value: Any) -> Iterator[Finding]:
    limits = spec.limits
    assert limits is not None
    if value < limits.minimum:
        yield "number_below", {"value": value, "limit": limits.minimum}
    elif value > limits.maximum:
        yield "number_above", {"value": value, "limit": limits.maximum}
    elif limits.multiple_of and value % limits.multiple_of:
        yield "number_no_multiple", {"value": value, "limit": limits.multiple_of}


def _gone(models: list[Mapping[str, Any]], choices: Choices) -> Iterator[Finding]:
    known = choices.model_keys
    for model in models:
        if known is not None and model["key"] not in known:
            yield "model_not_there", {"name": str(model.get("name", ""))[:200]}


def _counted(spec: FieldSpec, count: int) -> Iterator[Finding]:
    if spec.minimum_items is not None and count < spec.minimum_items:
        yield "list_too_short", {"count": count, "limit": spec.minimum_items}
    elif spec.maximum_items is not None and count > spec.maximum_items:
        yield "list_too_long", {"count": count, "limit": spec.maximum_items}

"""Checks values of node inputs as the real server does, with its leniency and its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ivk_desktop.demo.nodes.fields import BASES, MODEL_TYPES
from ivk_desktop.demo.nodes.schema import Field
from ivk_desktop.demo.problems import error, missing, one_of

Loc = tuple[Any, ...]
Errors = list[dict[str, Any]]

_TRUE, _FALSE = ("1", "on", "t", "true", "y", "yes"), ("0", "off", "f", "false", "n", "no")

_MODELS: dict[str, dict[str, str]] = {
    "ImageField": {"image_name": "string"},
    "BoardField": {"board_id": "string"},
    "ColorField": dict.fromkeys("rgba", "byte"),
    "ModelIdentifierField": {
        "key": "string",
        "hash": "string",
        "name": "string",
        "base": "base",
        "type": "model type",
    },
    "LoRAField": {"lora": "ModelIdentifierField", "weight": "number"},
}
"""The field models that come as literals, with what each key holds."""

_LIMITS: dict[str, tuple[str, str, str, Callable[[Any, Any], bool]]] = {
    "minimum": (
        "greater_than_equal",
        "ge",
        "greater than or equal to",
        lambda value, limit: value >= limit,
    ),
    "maximum": (
        "less_than_equal",
        "le",
        "less than or equal to",
        lambda value, limit: value <= limit,
    ),
    "exclusiveMinimum": (
        "greater_than",
        "gt",
        "greater than",
        lambda value, limit: value > limit,
    ),
    "exclusiveMaximum": ("less_than", "lt", "less than", lambda value, limit: value < limit),
    "multipleOf": (
        "multiple_of",
        "multiple_of",
        "a multiple of",
        lambda value, limit: value % limit == 0,
    ),
}


def field_value(field: Field, value: Any, loc: Loc, errors: Errors) -> Any:
    """The value as the server keeps it; what is wrong with it goes into ``errors``."""
    if value is None and field.nullable:
        return None
    if field.many == "list" or (field.many == "either" and isinstance(value, list)):
        return _list(field, value, loc, errors)
    return _one(field, value, loc, errors)


def _list(field: Field, value: Any, loc: Loc, errors: Errors) -> Any:
    if not isinstance(value, list):
        errors.append(error("list_type", loc, "Input should be a valid list", value))
        return value
    least = field.limits.get("minItems", 0)
    if len(value) < least:
        plural = "" if least == 1 else "s"
        text = f"List should have at least {least} item{plural} after validation, not {len(value)}"
        ctx = {"field_type": "List", "min_length": least, "actual_length": len(value)}
        errors.append(error("too_short", loc, text, value, ctx))
    return [_one(field, entry, (*loc, index), errors) for index, entry in enumerate(value)]


def _one(field: Field, value: Any, loc: Loc, errors: Errors) -> Any:
    before = len(errors)
    result = of_type(field.type, value, loc, errors)
    if field.modulo and isinstance(result, int):
        result %= field.modulo
    if len(errors) > before:
        return result
    if field.options and result not in field.options:
        expected = one_of(field.options)
        text = f"Input should be {expected}"
        errors.append(error("literal_error", loc, text, value, {"expected": expected}))
    elif field.type in ("integer", "number"):
        _check_limits(field, result, loc, errors)
    return result


def _check_limits(field: Field, value: Any, loc: Loc, errors: Errors) -> None:
    for name, limit in field.limits.items():
        if name not in _LIMITS:
            continue
        kind, short, words, holds = _LIMITS[name]
        if not holds(value, limit):
            text = f"Input should be {words} {limit}"
            errors.append(error(kind, loc, text, value, {short: limit}))
            return


def of_type(name: str, value: Any, loc: Loc, errors: Errors) -> Any:
    """The value as a primitive or a field model called ``name``."""
    if name in _CHECKS:
        return _CHECKS[name](value, loc, errors)
    if name in _MODELS:
        return _model(name, value, loc, errors)
    return value


def _integer(value: Any, loc: Loc, errors: Errors) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value.is_integer():
            return int(value)
        text = "Input should be a valid integer, got a number with a fractional part"
        errors.append(error("int_from_float", loc, text, value))
    elif isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            text = "Input should be a valid integer, unable to parse string as an integer"
            errors.append(error("int_parsing", loc, text, value))
    else:
        errors.append(error("int_type", loc, "Input should be a valid integer", value))
    return value


def _number(value: Any, loc: Loc, errors: Errors) -> Any:
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            text = "Input should be a valid number, unable to parse string as a number"
            errors.append(error("float_parsing", loc, text, value))
            return value
    errors.append(error("float_type", loc, "Input should be a valid number", value))
    return value


def _string(value: Any, loc: Loc, errors: Errors) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    errors.append(error("string_type", loc, "Input should be a valid string", value))
    return value


def _boolean(value: Any, loc: Loc, errors: Errors) -> Any:
    if isinstance(value, bool):
        return value
    if value in (0, 1):
        return bool(value)
    if isinstance(value, str) and value.lower() in _TRUE + _FALSE:
        return value.lower() in _TRUE
    if isinstance(value, str | int):
        text = "Input should be a valid boolean, unable to interpret input"
        errors.append(error("bool_parsing", loc, text, value))
    else:
        errors.append(error("bool_type", loc, "Input should be a valid boolean", value))
    return value


def _byte(value: Any, loc: Loc, errors: Errors) -> Any:
    channel = Field(loc[-1], "integer", 0, limits={"minimum": 0, "maximum": 255})
    return _one(channel, value, loc, errors)


def _word(options: tuple[str, ...]) -> Callable[[Any, Loc, Errors], Any]:
    def check(value: Any, loc: Loc, errors: Errors) -> Any:
        if value not in options:
            expected = one_of(options)
            text = f"Input should be {expected}"
            errors.append(error("enum", loc, text, value, {"expected": expected}))
        return value

    return check


def _model(name: str, value: Any, loc: Loc, errors: Errors) -> Any:
    if not isinstance(value, dict):
        text = f"Input should be a valid dictionary or instance of {name}"
        errors.append(error("model_type", loc, text, value, {"class_name": name}))
        return value
    result = {}
    for key, kind in _MODELS[name].items():
        if key not in value:
            errors.append(missing((*loc, key), value))
        else:
            result[key] = of_type(kind, value[key], (*loc, key), errors)
    if name == "ModelIdentifierField":
        result["submodel_type"] = value.get("submodel_type")
    return result


_CHECKS: dict[str, Callable[[Any, Loc, Errors], Any]] = {
    "integer": _integer,
    "number": _number,
    "string": _string,
    "boolean": _boolean,
    "byte": _byte,
    "base": _word(BASES),
    "model type": _word(MODEL_TYPES),
}

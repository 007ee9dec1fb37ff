"""The settings of a form's fields, read with InvokeAI's defaults (workflow spec 1.6)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.invokeai.fields.base import Settings
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType

FLOAT: Final = "float-field-config"
INTEGER: Final = "integer-field-config"
STRING: Final = "string-field-config"
_NUMBER_COMPONENTS: Final = ("number-input", "slider", "number-input-and-slider")
_TEXT_COMPONENTS: Final = ("input", "textarea")


class _Invalid(Enum):
    INVALID = "invalid"


SETTINGS_INVALID: Final = _Invalid.INVALID
"""Settings that InvokeAI would not take."""


def parse_settings(raw: object) -> dict[str, Any] | _Invalid:
    """The settings with their defaults filled in.

    Settings without a ``type`` are tried as float, integer and text settings in this order, as
    InvokeAI does.
    """
    if not isinstance(raw, dict):
        return SETTINGS_INVALID
    return _number(raw, FLOAT) or _number(raw, INTEGER) or _text(raw) or SETTINGS_INVALID


def _number(raw: Mapping[str, Any], kind: str) -> dict[str, Any] | None:
    shuffle = raw.get("showShuffle", False)
    component = raw.get("component", "number-input")
    limits = {key: raw[key] for key in ("min", "max") if key in raw}
    if (
        raw.get("type", kind) != kind
        or not isinstance(shuffle, bool)
        or component not in _NUMBER_COMPONENTS
        or not all(type(limit) in (int, float) for limit in limits.values())
    ):
        return None
    return {"type": kind, "showShuffle": shuffle, "component": component, **limits}


def _text(raw: Mapping[str, Any]) -> dict[str, Any] | None:
    if raw.get("type", STRING) != STRING:
        return None
    component = raw.get("component", "input")
    if component in _TEXT_COMPONENTS:
        return {"type": STRING, "component": component}
    options = raw.get("options")
    if component != "dropdown" or not isinstance(options, list):
        return None
    if not all(
        isinstance(one, dict) and all(isinstance(one.get(key), str) for key in ("label", "value"))
        for one in options
    ):
        return None
    kept = [{"label": one["label"], "value": one["value"]} for one in options]
    return {"type": STRING, "component": component, "options": kept}


def default_settings(kind: FieldType) -> dict[str, Any] | None:
    """The settings of a field that is put on a form by itself."""
    if kind.cardinality is not Cardinality.SINGLE:
        return None
    if kind.name == "StringField":
        return {"type": STRING, "component": "input"}
    config = {"IntegerField": INTEGER, "FloatField": FLOAT}.get(kind.name)
    if config is None:
        return None
    return {"type": config, "showShuffle": False, "component": "number-input"}


def typed_settings(settings: Mapping[str, Any] | None) -> Settings | None:
    """Settings as the field classes take them."""
    if settings is None:
        return None
    options = settings.get("options")
    return Settings(
        kind=settings["type"],
        component=settings["component"],
        shuffle=settings.get("showShuffle", False),
        minimum=settings.get("min"),
        maximum=settings.get("max"),
        options=None if options is None else tuple((one["label"], one["value"]) for one in options),
    )

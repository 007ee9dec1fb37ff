"""The inputs that a ``call_saved_workflow`` node brings its own templates for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ivk_desktop.domain.invokeai.types import Bounds, Cardinality, FieldType, InputTemplate
from ivk_desktop.domain.jobs import UNSET


def dynamic_templates(raw: object) -> Mapping[str, InputTemplate]:
    """Read ``data.dynamicInputTemplates``; entries that cannot be read are left out."""
    if not isinstance(raw, dict) or not raw:
        return {}
    read = ((name, _template(name, one)) for name, one in raw.items())
    return {name: template for name, template in read if template is not None}


def _template(name: str, raw: object) -> InputTemplate | None:
    kind = raw.get("type") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(kind, dict):
        return None
    type_name, cardinality = kind.get("name"), kind.get("cardinality")
    if not isinstance(type_name, str) or not isinstance(cardinality, str):
        return None
    if cardinality not in Cardinality.__members__:
        return None
    options = raw.get("options")
    default = raw.get("default")
    return InputTemplate(
        name=name,
        title=str(raw.get("title") or name),
        type=FieldType(type_name, Cardinality(cardinality), kind.get("batch") is True),
        description=str(raw.get("description") or ""),
        required=raw.get("required") is True,
        input=str(raw.get("input") or "any"),
        hidden=raw.get("ui_hidden") is True,
        component=str(raw.get("ui_component") or ""),
        default=UNSET if default is None else default,
        options=tuple(one for one in options if type(one) in (str, int))
        if isinstance(options, list)
        else (),
        bounds=_bounds(raw),
    )


def _bounds(raw: Mapping[str, Any]) -> Bounds:
    def number(key: str) -> Any:
        found = raw.get(key)
        return found if type(found) in (int, float) else None

    return Bounds(
        minimum=number("minimum"),
        maximum=number("maximum"),
        exclusive_minimum=number("exclusiveMinimum"),
        exclusive_maximum=number("exclusiveMaximum"),
        multiple_of=number("multipleOf"),
        min_items=number("minItems"),
        max_items=number("maxItems"),
        min_length=number("minLength"),
        max_length=number("maxLength"),
    )

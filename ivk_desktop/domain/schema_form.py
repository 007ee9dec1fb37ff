"""Forms made of a JSON Schema: of servers that describe what they take.

Understood is what such descriptions use: ``$ref`` to ``$defs`` or ``components``, ``anyOf`` with
null, enums, bounds, defaults, lists of plain values, files. What no editor exists for is left to
the server's default.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.form import Choice, Component, FieldKind, FieldSpec, FormSpec, Limits
from ivk_desktop.domain.plain_form import PlainForm, column, field_table
from ivk_desktop.domain.plain_values import fits
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import LARGEST_SEED

MOST_FIELDS: Final = 200
MOST_CHOICES: Final = 2000
MOST_STEPS: Final = 12
"""References that are followed from one field."""
_LARGEST: Final = 2**53
_TITLE: Final = 200
_WORDS: Final = 4000
_LISTS: Final = {
    FieldKind.STRING: FieldKind.STRINGS,
    FieldKind.INTEGER: FieldKind.INTEGERS,
    FieldKind.FLOAT: FieldKind.FLOATS,
    FieldKind.IMAGE: FieldKind.IMAGES,
}
_KINDS: Final = {
    "integer": FieldKind.INTEGER,
    "number": FieldKind.FLOAT,
    "boolean": FieldKind.BOOLEAN,
}


def schema_form(
    schema: Mapping[str, Any],
    form_id: str,
    title: str,
    definitions: Mapping[str, Any] | None = None,
) -> PlainForm:
    """Make a form of the properties of an object's schema; of anything else an empty one.

    Args:
        schema: of the object; not trusted.
        form_id: names the form.
        title: of the form.
        definitions: the document that references point into, where it is not ``schema``.
    """
    known = definitions or schema
    told, required = schema.get("properties"), schema.get("required")
    needed = {one for one in required if isinstance(one, str)} if isinstance(required, list) else ()
    fields: list[FieldSpec] = []
    values: dict[FieldId, Any] = {}
    for name, raw in list(told.items() if isinstance(told, Mapping) else ())[:MOST_FIELDS]:
        if not isinstance(name, str) or not 0 < len(name) <= _TITLE:
            continue
        found = _resolved(raw, known)
        spec = _field(name, found, known, name in needed)
        if spec is None:
            continue
        fields.append(spec)
        default = found.get("default")
        if default is not None and fits(spec, default) and not (spec.is_seed and default < 0):
            values[spec.id] = default
    table = field_table(fields)
    return PlainForm(FormSpec(form_id, title, column(*_parts(table)), table), values)


def _parts(table: Mapping[FieldId, FieldSpec]) -> list[Any]:
    """Fields below each other in the schema's order; the two sides of a picture in one row."""
    sides = [FieldId(name) for name in ("width", "height")]
    both = all(side in table for side in sides)
    parts: list[Any] = []
    for field_id in table:
        if both and field_id in sides:
            if sides not in parts:
                parts.append(sides)
        else:
            parts.append(field_id)
    return parts


def _resolved(raw: Any, known: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema without references and alternatives; what stands beside them counts more."""
    found: dict[str, Any] = dict(raw) if isinstance(raw, Mapping) else {}
    for _ in range(MOST_STEPS):
        inner = _inner(found, known)
        if inner is None:
            break
        own = {k: v for k, v in found.items() if k not in ("$ref", "anyOf", "oneOf", "allOf")}
        found = {**inner, **own}
    return found


def _inner(found: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any] | None:
    reference = found.get("$ref")
    if isinstance(reference, str):
        return _referred(reference, known)
    for name in ("anyOf", "oneOf", "allOf"):
        some = found.get(name)
        if isinstance(some, list):
            real = [o for o in some if isinstance(o, Mapping) and o.get("type") != "null"]
            return real[0] if real else {}
    return None


def _referred(reference: str, known: Mapping[str, Any]) -> Mapping[str, Any]:
    place: Any = known
    for part in reference.removeprefix("#/").split("/")[:MOST_STEPS]:
        place = place.get(part) if isinstance(place, Mapping) else None
    return place if isinstance(place, Mapping) else {}


def _field(
    name: str, found: Mapping[str, Any], known: Mapping[str, Any], required: bool
) -> FieldSpec | None:
    kind = _kind(found)
    more: dict[str, Any] = {}
    if _type(found) == "array":
        item = _resolved(found.get("items"), known)
        kind = _LISTS.get(_kind(item)) if _kind(item) else None  # type: ignore[arg-type]
        more = {
            "minimum_items": _count(found, "minItems"),
            "maximum_items": _count(found, "maxItems"),
        }
    if kind is None:
        return None
    if kind is FieldKind.CHOICE:
        more["choices"] = tuple(Choice(one, str(one)[:_TITLE]) for one in _choices(found))
    elif kind in (FieldKind.INTEGER, FieldKind.FLOAT):
        more["is_seed"] = kind is FieldKind.INTEGER and name == "seed"
        more["limits"] = _limits(found, kind, seed=more["is_seed"])
    elif kind is FieldKind.STRING and "prompt" in name:
        more["component"] = Component.TEXTAREA
    title = _text(found, "title", _TITLE) or name.replace("_", " ").capitalize()
    words = _text(found, "description", _WORDS)
    return FieldSpec(FieldId(name), kind, title, words, required, **more)


def _kind(found: Mapping[str, Any]) -> FieldKind | None:
    if _choices(found):
        return FieldKind.CHOICE
    told, properties = _type(found), found.get("properties")
    if found.get("format") == "file" or (isinstance(properties, Mapping) and "uri" in properties):
        return FieldKind.IMAGE
    if told == "string":
        return FieldKind.STRING
    return _KINDS.get(told)


def _type(found: Mapping[str, Any]) -> str:
    told = found.get("type")
    if isinstance(told, list):
        told = next((one for one in told if one != "null"), "")
    return told if isinstance(told, str) else ""


def _choices(found: Mapping[str, Any]) -> list[str | int]:
    told = found.get("enum")
    some = told[:MOST_CHOICES] if isinstance(told, list) else []
    return [one for one in some if isinstance(one, str) or type(one) is int]


def _limits(found: Mapping[str, Any], kind: FieldKind, *, seed: bool) -> Limits:
    low = _bound(found, ("minimum", "exclusiveMinimum"), -_LARGEST)
    high = _bound(found, ("maximum", "exclusiveMaximum"), _LARGEST)
    if seed:
        return Limits(max(0, low), max(0, min(high, LARGEST_SEED)), 1, 1, shuffle=True)
    multiple = _bound(found, ("multipleOf",), 0)
    if kind is FieldKind.INTEGER:
        step = multiple if multiple >= 1 else 1
        return Limits(low, max(low, high), step, step, multiple if multiple > 1 else None)
    return Limits(low, max(low, high), 0.05 if high - low <= 2 else 0.5, 0.01)


def _bound(found: Mapping[str, Any], names: tuple[str, ...], otherwise: float) -> float:
    for name in names:
        told = found.get(name)
        if isinstance(told, bool) or not isinstance(told, int | float):
            continue
        if math.isfinite(told) and abs(told) <= _LARGEST:
            return told
    return otherwise


def _count(found: Mapping[str, Any], name: str) -> int | None:
    told = found.get(name)
    return told if type(told) is int and 0 <= told <= _LARGEST else None


def _text(found: Mapping[str, Any], name: str, most: int) -> str:
    told = found.get(name)
    return told[:most].strip() if isinstance(told, str) else ""

"""Presets: a form's values under a name, and the file that carries them to another place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from ivk_desktop.domain.form import FieldKind, FieldSpec, Form, FormSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem

FORMAT: Final = 1
MAXIMUM_BYTES: Final = 4 * 1024 * 1024
MOST_VALUES: Final = 10_000
LONGEST_NAME: Final = 80
LONGEST_TEXT: Final = 1000
"""Characters of an id, a label or a title."""


@dataclass(frozen=True, slots=True)
class PresetValue:
    """One field's value; label and kind find its place in another form."""

    label: str
    kind: str
    """The value of a ``FieldKind``; one of a newer version may be unknown here."""
    value: Value | Unset


@dataclass(frozen=True, slots=True)
class Preset:
    """The values of all fields of one form that a person can edit."""

    name: str
    form_id: str
    """The identity of the workflow that it was made for, on any server."""
    values: Mapping[FieldId, PresetValue]
    title: str = ""
    """What that workflow is called."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a preset's values go in a form."""

    values: Mapping[FieldId, Value | Unset]
    left: tuple[str, ...]
    """The labels of the values that have no field there."""


def clean_name(text: str) -> str:
    """A preset's name as it is kept: one line, at most ``LONGEST_NAME`` characters."""
    printable = "".join(c if c.isprintable() else " " for c in _encodable(text))
    return " ".join(printable.split())[:LONGEST_NAME].rstrip()


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """The name, or the first of "name (2)", "name (3)" that is not taken, whatever its case."""
    used = {name.casefold() for name in taken}
    found, number = wanted, 1
    while found.casefold() in used:
        number += 1
        tail = f" ({number})"
        found = wanted[: LONGEST_NAME - len(tail)] + tail
    return found


def is_presettable(spec: FieldSpec) -> bool:
    """Whether a preset holds this field: one that a person can edit."""
    return not spec.connected and spec.kind is not FieldKind.READ_ONLY


def snapshot(form: Form) -> dict[FieldId, PresetValue]:
    """The current values of a form, as a preset keeps them."""
    return {
        spec.id: PresetValue(spec.title, spec.kind.value, form.value(spec.id))
        for spec in form.spec.fields.values()
        if is_presettable(spec)
    }


def fit(preset: Preset, spec: FormSpec) -> Fit:
    """Find a field for each value: the one of its id, else the only one of its label and kind.

    A value may still not fit the field of its id: the form says so when it is set.
    """
    fields = {i: field for i, field in spec.fields.items() if is_presettable(field)}
    found = {i: kept.value for i, kept in preset.values.items() if i in fields}
    rest = {i: kept for i, kept in preset.values.items() if i not in fields}
    free = [field for i, field in fields.items() if i not in found]
    places = _only_ones((_key(field.title, field.kind.value), field.id) for field in free)
    wanted = _only_ones((_key(kept.label, kept.kind), i) for i, kept in rest.items())
    for key, field_id in wanted.items():
        if key in places:
            found[places[key]] = rest.pop(field_id).value
    return Fit(found, tuple(kept.label for kept in rest.values()))


def _key(label: str, kind: str) -> tuple[str, str]:
    return " ".join(label.split()).casefold(), kind


def _only_ones(
    pairs: Iterable[tuple[tuple[str, str], FieldId]],
) -> dict[tuple[str, str], FieldId]:
    listed = list(pairs)
    counts = Counter(key for key, _ in listed)
    return {key: field_id for key, field_id in listed if counts[key] == 1}


# --- as text -----------------------------------------------------------------------------------
def values_to_json(values: Mapping[FieldId, PresetValue]) -> list[dict[str, Any]]:
    """A preset's values as plain data; an unset one has no ``value``."""
    rows: list[dict[str, Any]] = []
    for field_id, kept in values.items():
        row: dict[str, Any] = {"field": field_id, "label": kept.label, "kind": kept.kind}
        rows.append(row if kept.value is UNSET else row | {"value": kept.value})
    return rows


def values_from_json(data: object) -> dict[FieldId, PresetValue]:
    """Read what ``values_to_json`` made; what is no value is left out."""
    rows = data if isinstance(data, list) else []
    read: dict[FieldId, PresetValue] = {}
    for row in rows[:MOST_VALUES]:
        if isinstance(row, dict) and isinstance(row.get("field"), str):
            field_id = FieldId(_text(row["field"]))
            value = row.get("value", UNSET)
            read[field_id] = PresetValue(_text(row.get("label")), _text(row.get("kind")), value)
    return read


def to_file(preset: Preset) -> bytes:
    """A preset as the content of an ``.ivkpreset`` file."""
    document = {
        "ivkpreset": FORMAT,
        "name": preset.name,
        "workflow": {"id": preset.form_id, "title": preset.title},
        "values": values_to_json(preset.values),
    }
    return (json.dumps(document, indent=2) + "\n").encode()


def from_file(data: bytes, name: str) -> Preset:
    """Read an ``.ivkpreset`` file.

    Args:
        data: its content.
        name: the file's name without suffix, for a preset that has none.

    Raises:
        DomainError: it is too large, no preset, or of a newer version.
    """
    if len(data) > MAXIMUM_BYTES:
        limit = MAXIMUM_BYTES // (1024 * 1024)
        raise DomainError(Problem("preset_too_large", {"name": name, "limit": limit}))
    try:
        document = json.loads(data, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise DomainError(Problem("preset_unreadable", {"name": name})) from error
    version = document.get("ivkpreset") if isinstance(document, dict) else None
    if type(version) is not int or version < 1:
        raise DomainError(Problem("preset_unreadable", {"name": name}))
    if version > FORMAT:
        raise DomainError(Problem("preset_newer", {"name": name}))
    workflow = document.get("workflow")
    workflow = workflow if isinstance(workflow, dict) else {}
    values = values_from_json(document.get("values"))
    if not values:
        raise DomainError(Problem("preset_empty", {"name": name}))
    own_name = clean_name(_text(document.get("name"))) or clean_name(name) or "Preset"
    return Preset(own_name, _text(workflow.get("id")), values, _text(workflow.get("title")))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _text(value: object) -> str:
    return _encodable(value)[:LONGEST_TEXT] if isinstance(value, str) else ""


def _encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which no file and no database takes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

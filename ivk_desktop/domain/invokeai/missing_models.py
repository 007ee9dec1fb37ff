"""Models that a document names and the server has not, asked for once (workflow spec 8.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ivk_desktop.domain.form import MissingModel, ModelFilter
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.values import Slot, Values

Identifier = Mapping[str, Any]


def identity(identifier: Identifier) -> str:
    """What names a model beyond its installation: its hash, else name, type and base."""
    found = identifier.get("hash")
    if isinstance(found, str) and found:
        return found
    return "|".join(
        _text(identifier, *keys)
        for keys in (("name", "model_name"), ("type", "model_type"), ("base", "base_model"))
    )


def find_missing(
    values: Values, edges: EdgeSet, known_keys: Collection[str]
) -> tuple[MissingModel, ...]:
    """The models whose keys are not known, each once, in document order.

    All inputs count, those of hidden nodes and lists of LoRAs too, but not connected ones.
    """
    found: dict[str, tuple[Identifier, list[str], list[ModelFilter]]] = {}
    for slot, identifier in _identifiers(values, edges):
        if identifier.get("key") in known_keys:
            continue
        _, places, filters = found.setdefault(identity(identifier), (identifier, [], []))
        place = slot.node.text(slot.name, "label") or slot.template.title
        if place not in places:
            places.append(place)
        if slot.template.models is not None and slot.template.models not in filters:
            filters.append(slot.template.models)
    return tuple(
        MissingModel(
            one,
            _text(identifier, "name", "model_name"),
            _text(identifier, "type", "model_type"),
            _text(identifier, "base", "base_model"),
            tuple(places),
            tuple(filters),
        )
        for one, (identifier, places, filters) in found.items()
    )


def put_models(
    values: Values, known_keys: Collection[str], answers: Mapping[str, Identifier]
) -> list[Slot]:
    """Put the answers where models are missing; the inputs that changed."""

    def answered(identifier: dict[str, Any]) -> dict[str, Any]:
        answer = answers.get(identity(identifier))
        if answer is None or identifier.get("key") in known_keys:
            return identifier
        kept = {k: v for k, v in identifier.items() if k == "submodel_type"}
        return {**answer, **kept}

    changed = []
    for slot in values:
        before = slot.instance.get("value")
        after = slot.field_class.resolve(before, answered)
        if after != before:
            slot.instance["value"] = after
            changed.append(slot)
    return changed


def _identifiers(values: Values, edges: EdgeSet) -> Iterator[tuple[Slot, Identifier]]:
    for slot in values:
        if edges.is_connected(slot.node.id, slot.name):
            continue
        seen: list[Identifier] = []

        def note(identifier: dict[str, Any], seen: list[Identifier] = seen) -> dict[str, Any]:
            seen.append(identifier)
            return identifier

        slot.field_class.resolve(slot.instance.get("value"), note)
        yield from ((slot, identifier) for identifier in seen)


def _text(identifier: Identifier, *keys: str) -> str:
    for key in keys:
        found = identifier.get(key)
        if isinstance(found, str) and found:
            return found
    return ""

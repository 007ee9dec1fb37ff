"""Models of other installations found again (workflow spec 8.3).

Keys are random for each installation, so a shared workflow's keys fit nowhere. Looked for in
this order: the key with the same type, the hash, the name with type and base. Another base is
never taken silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ivk_desktop.domain.form import ModelFilter
from ivk_desktop.domain.models import ModelInfo

Identifier = dict[str, Any]


def candidates(models: Iterable[ModelInfo], wanted: ModelFilter | None) -> list[ModelInfo]:
    """The models that a field takes, in the server's order."""
    return [model for model in models if wanted is None or wanted.takes(model)]


class ModelResolver:
    """Finds models by identifiers of any age; notes what it replaced and what it missed."""

    def __init__(self, models: Sequence[ModelInfo]) -> None:
        self._by_key: dict[str, ModelInfo] = {}
        self._by_hash: dict[str, ModelInfo] = {}
        self._by_name: dict[tuple[str, str, str], ModelInfo] = {}
        for model in models:
            self._by_key.setdefault(model.key.native_key, model)
            if model.hash:
                self._by_hash.setdefault(model.hash, model)
            self._by_name.setdefault((model.name, model.type, model.base), model)
        self._notes: list[tuple[str, str]] = []

    def using(self, wanted: ModelFilter | None) -> Callable[[Identifier], Identifier]:
        """A resolver for a field with this filter: unresolved identifiers come back unchanged."""
        return lambda identifier: self._resolve(identifier, wanted)

    def take_notes(self) -> list[tuple[str, str]]:
        """What was replaced or missed since the last call: (problem code, model's name)."""
        notes, self._notes = self._notes, []
        return notes

    def find(self, identifier: Mapping[str, Any], wanted: ModelFilter | None) -> ModelInfo | None:
        """The installed model that an identifier means, or ``None``."""
        name = _text(identifier, "name") or _text(identifier, "model_name")
        base = _text(identifier, "base") or _text(identifier, "base_model")
        kind = _text(identifier, "type") or _text(identifier, "model_type")
        if not kind and wanted is not None and wanted.types:
            kind = wanted.types[0]
        by_key = self._by_key.get(_text(identifier, "key"))
        if by_key is not None and by_key.type == kind:
            return by_key
        found = self._by_hash.get(_text(identifier, "hash")) or self._by_name.get(
            (name, kind, base)
        )
        return found if found is not None and (wanted is None or wanted.takes(found)) else None

    def _resolve(self, identifier: Identifier, wanted: ModelFilter | None) -> Identifier:
        name = _text(identifier, "name") or _text(identifier, "model_name") or "?"
        model = self.find(identifier, wanted)
        if model is None:
            self._notes.append(("model_missing", name))
            return identifier
        if model.key.native_key != identifier.get("key"):
            self._notes.append(("model_replaced", name))
        complete: Identifier = dict(model.identifier)
        if "submodel_type" in identifier:
            complete["submodel_type"] = identifier["submodel_type"]
        return complete if complete != identifier else identifier


def _text(identifier: Mapping[str, Any], key: str) -> str:
    found = identifier.get(key)
    return found if isinstance(found, str) else ""

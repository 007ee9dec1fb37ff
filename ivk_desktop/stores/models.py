"""The models that one server has installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, ModelSource
from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.stores.listing import Listing
from ivk_desktop.tasks import Tasks

LISTED_TYPES = ("main", "lora", "controlnet")
"""The types that have a group of their own; the others share one."""
OTHER = "other"


class ModelGroup(NamedTuple):
    """The models of one type, by name; ``type`` is ``OTHER`` for the mixed rest."""

    type: str
    models: tuple[ModelInfo, ...]


class ModelStore(Listing[ModelInfo]):
    """All models of one server.

    A backend that lists none leaves the list ``NOT_OFFERED``.
    """

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        self._source = backend if isinstance(backend, ModelSource) else None
        super().__init__(tasks, "models", self._source is not None, parent)
        self._groups: tuple[ModelGroup, ...] = ()
        self._by_key: dict[ModelKey, ModelInfo] = {}

    @property
    def groups(self) -> tuple[ModelGroup, ...]:
        """The models by type, in the order of ``LISTED_TYPES``; empty groups are left out."""
        return self._groups

    def model(self, key: ModelKey) -> ModelInfo | None:
        """One model, or ``None`` when the server lists it no more."""
        return self._by_key.get(key)

    async def _read(self) -> Sequence[ModelInfo]:
        assert self._source is not None
        return await self._source.models()

    def _items_changed(self) -> None:
        self._by_key = {model.key: model for model in self.items}
        found: dict[str, list[ModelInfo]] = {name: [] for name in (*LISTED_TYPES, OTHER)}
        for model in sorted(self.items, key=lambda model: model.name.casefold()):
            found[model.type if model.type in LISTED_TYPES else OTHER].append(model)
        self._groups = tuple(ModelGroup(name, tuple(found[name])) for name in found if found[name])

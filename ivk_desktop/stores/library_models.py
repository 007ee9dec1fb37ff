"""Which workflows of one server's library name which models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, WorkflowCard
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.model_keeping import WorkflowModels
from ivk_desktop.domain.models import ModelInfo, ModelMention
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.tasks import Tasks

TASK: Final = "read models of workflows"
MOST: Final = 2_000
"""So many workflows are looked into at most."""


class LibraryModels(QObject):
    """Looks into the workflows one after the other, once each unless they change.

    Nothing is read before somebody asks.
    """

    changed = Signal()
    """More is known."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        library: WorkflowLibrary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, WorkflowModels) else None
        self._tasks = tasks
        self._library = library
        self.is_reading = False
        """There are workflows that are still to be looked into."""
        self._named: dict[tuple[str, float | None], tuple[ModelMention, ...]] = {}

    @property
    def offered(self) -> bool:
        """Whether the library can be looked into."""
        return self._source is not None

    def using(self, model: ModelInfo) -> list[WorkflowCard]:
        """The workflows that name a model, as far as they were looked into, by name."""
        found = [
            card
            for card in self._library.items
            if any(model.is_meant(one) for one in self._named.get(_key(card), ()))
        ]
        return sorted(found, key=lambda card: card.name.casefold())

    def look(self) -> None:
        """Look into those workflows that are new or have changed; ``changed`` follows."""
        waiting = [card for card in self._library.items[:MOST] if _key(card) not in self._named]
        if self._source is not None and waiting:
            self.is_reading |= self._tasks.start(self._read(self._source, waiting), TASK)

    async def _read(self, source: WorkflowModels, cards: Sequence[WorkflowCard]) -> None:
        try:
            for card in cards:
                await self._read_one(source, card)
        finally:
            self.is_reading = False
            self.changed.emit()

    async def _read_one(self, source: WorkflowModels, card: WorkflowCard) -> None:
        try:
            self._named[_key(card)] = tuple(await source.workflow_models(card.workflow_id))
        except ApiError:
            return  # asked again the next time somebody looks
        if self._named[_key(card)]:
            self.changed.emit()


def _key(card: WorkflowCard) -> tuple[str, float | None]:
    return card.workflow_id, card.updated_at

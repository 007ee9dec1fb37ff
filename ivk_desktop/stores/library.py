"""The workflows that one server keeps."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, WorkflowCard, WorkflowSource
from ivk_desktop.stores.listing import Listing
from ivk_desktop.tasks import Tasks

RECENT_LIMIT = 20
BUILT_IN = "default"
"""InvokeAI's own word for the workflows that come with it."""


class LibraryView(Enum):
    """The parts in which the library is shown."""

    RECENT = "recent"
    YOURS = "yours"
    BUILT_IN = "built_in"


class WorkflowLibrary(Listing[WorkflowCard]):
    """All workflows of one server's library.

    A backend without a library leaves the list ``NOT_OFFERED``.
    """

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        self._source = backend if isinstance(backend, WorkflowSource) else None
        super().__init__(tasks, "workflows", self._source is not None, parent)
        self._views: dict[LibraryView, tuple[WorkflowCard, ...]] = dict.fromkeys(LibraryView, ())

    def cards(self, view: LibraryView) -> tuple[WorkflowCard, ...]:
        """The workflows of one part: recent ones by time, the others by name."""
        return self._views[view]

    async def _read(self) -> Sequence[WorkflowCard]:
        assert self._source is not None
        return await self._source.workflows()

    def _items_changed(self) -> None:
        by_name = sorted(self.items, key=lambda card: card.name.casefold())
        opened = [card for card in self.items if card.opened_at is not None]
        opened.sort(key=lambda card: card.opened_at or 0.0, reverse=True)
        self._views = {
            LibraryView.RECENT: tuple(opened[:RECENT_LIMIT]),
            LibraryView.YOURS: tuple(c for c in by_name if c.category != BUILT_IN),
            LibraryView.BUILT_IN: tuple(c for c in by_name if c.category == BUILT_IN),
        }

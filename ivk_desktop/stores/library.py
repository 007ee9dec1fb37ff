"""The workflows that one server keeps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, WorkflowCard, WorkflowKeeper, WorkflowSource
from ivk_desktop.stores.library_query import LibraryQuery, LibraryView, Order, select
from ivk_desktop.stores.listing import Listing
from ivk_desktop.tasks import Tasks

RECENT_LIMIT = 20
BUILT_IN = "default"
"""InvokeAI's own word for the workflows that come with it."""

__all__ = ["BUILT_IN", "RECENT_LIMIT", "LibraryView", "WorkflowCard", "WorkflowLibrary"]


class WorkflowLibrary(Listing[WorkflowCard]):
    """All workflows of one server's library.

    A backend without a library leaves the list ``NOT_OFFERED``.
    """

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        self._source = backend if isinstance(backend, WorkflowSource) else None
        self._keeper = backend if isinstance(backend, WorkflowKeeper) else None
        super().__init__(tasks, "workflows", self._source is not None, parent)
        self._shares: bool | None = None
        self._views: dict[LibraryView, tuple[WorkflowCard, ...]] = dict.fromkeys(LibraryView, ())

    @property
    def is_writable(self) -> bool:
        """Whether workflows can be saved here."""
        return self._keeper is not None

    @property
    def shares(self) -> bool:
        """Whether the server has several users, so that sharing means something."""
        return bool(self._shares)

    @property
    def views(self) -> tuple[LibraryView, ...]:
        """The parts that this library has."""
        return tuple(v for v in LibraryView if self.shares or v is not LibraryView.SHARED)

    def card(self, workflow_id: str) -> WorkflowCard | None:
        """One workflow, if the library has it."""
        return next((card for card in self.items if card.workflow_id == workflow_id), None)

    def cards(self, view: LibraryView) -> tuple[WorkflowCard, ...]:
        """The workflows of one part: recent ones by time, the others by name."""
        return self._views[view]

    async def _read(self) -> Sequence[WorkflowCard]:
        assert self._source is not None
        if self._shares is None and self._keeper is not None:
            self._shares = await self._keeper.shares_workflows()
        return await self._source.workflows()

    def _items_changed(self) -> None:
        self._views = {
            view: tuple(select(self.items, LibraryQuery(view, order=Order.NAME)))
            for view in self.views
        }
        recent = select(self.items, LibraryQuery(LibraryView.RECENT))
        self._views[LibraryView.RECENT] = tuple(recent[:RECENT_LIMIT])
        self._views.setdefault(LibraryView.SHARED, ())

"""Writing the library: save, rename, delete, share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, WorkflowKeeper
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks

Each = Callable[[str], Awaitable[None]]
_numbers = count()


class LibraryKeeper(QObject):
    """Changes one server's library; the list is read again after each change.

    What goes wrong is told as a notice.
    """

    saved = Signal(str, str)
    """The ticket of a save, and the workflow's id."""
    save_failed = Signal(str, object)
    """The ticket of a save, and the ``Problem``."""
    deleted = Signal(object)
    """A tuple of the ids that are gone."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        library: WorkflowLibrary,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = backend if isinstance(backend, WorkflowKeeper) else None
        self._tasks = tasks
        self._library = library
        self._notices = notices

    def save(self, document: Mapping[str, Any], workflow_id: str | None, ticket: str) -> None:
        """Save a document as a new workflow (``None``) or over one; ``saved`` follows."""
        if self._keeper is not None:
            self._tasks.start(
                self._save(self._keeper, document, workflow_id, ticket), f"save workflow {ticket}"
            )

    async def _save(
        self,
        keeper: WorkflowKeeper,
        document: Mapping[str, Any],
        workflow_id: str | None,
        ticket: str,
    ) -> None:
        try:
            saved_id = await keeper.save_workflow(document, workflow_id)
        except ApiError as error:
            self._tell(error)
            self.save_failed.emit(ticket, error.problem)
            return
        self._library.reload()
        self.saved.emit(ticket, saved_id)

    def rename(self, workflow_id: str, name: str) -> None:
        """Give a workflow another name."""
        if (keeper := self._keeper) is not None:
            self._each([workflow_id], lambda one: keeper.rename_workflow(one, name))

    def share(self, workflow_ids: Sequence[str], public: bool) -> None:
        """Show workflows to other users, or to their owner alone."""
        if (keeper := self._keeper) is not None:
            self._each(workflow_ids, lambda one: keeper.share_workflow(one, public))

    def delete(self, workflow_ids: Sequence[str]) -> None:
        """Delete workflows; ``deleted`` tells which are gone."""
        if (keeper := self._keeper) is not None:
            self._each(workflow_ids, keeper.delete_workflow, self.deleted.emit)

    def _each(
        self,
        workflow_ids: Sequence[str],
        change: Each,
        done: Callable[[tuple[str, ...]], None] | None = None,
    ) -> None:
        name = f"change library {next(_numbers)}"
        self._tasks.start(self._change(tuple(workflow_ids), change, done), name)

    async def _change(
        self,
        workflow_ids: tuple[str, ...],
        change: Each,
        done: Callable[[tuple[str, ...]], None] | None,
    ) -> None:
        """Change one after the other; the rest goes on after one that failed."""
        changed = []
        for workflow_id in workflow_ids:
            try:
                await change(workflow_id)
            except ApiError as error:
                if done is None or not isinstance(error, NotFound):
                    self._tell(error)
                    continue
                # Gone is what deleting wants.
            changed.append(workflow_id)
        self._library.reload()
        if done is not None and changed:
            done(tuple(changed))

    def _tell(self, error: ApiError) -> None:
        problem: Problem = error.problem
        self._notices.problem(problem, detail=error.detail, key=f"library:{problem.code}")

"""Lists that are read from the server as a whole, and the state of such a list."""

from __future__ import annotations

import time
from collections.abc import Sequence
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.problems import Problem
from ivk_desktop.tasks import Tasks

T = TypeVar("T")


class ListState(Enum):
    """What a list can show now."""

    NOT_OFFERED = "not_offered"
    """This kind of server has no such list."""
    UNREAD = "unread"
    """The server was not reached yet."""
    LOADING = "loading"
    """Being read for the first time."""
    EMPTY = "empty"
    READY = "ready"
    STALE = "stale"
    """The connection is lost: what is shown was true at ``as_of``."""
    ERROR = "error"
    """It could not be read; what was read before is still there."""


class Listing(QObject, Generic[T]):
    """The base of a list that is read whole and read again.

    A read that fails keeps what was there. Asking again during a read makes one more read after
    it, so that a change on the server in between is never missed.
    """

    changed = Signal()
    """The items changed."""
    state_changed = Signal()

    def __init__(
        self, tasks: Tasks, name: str, offered: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task_name = f"read {name}"
        self._items: tuple[T, ...] = ()
        self._state = ListState.UNREAD if offered else ListState.NOT_OFFERED
        self._problem: Problem | None = None
        self._as_of: float | None = None
        self._reading = self._again = False

    @property
    def items(self) -> tuple[T, ...]:
        """What the server listed last."""
        return self._items

    @property
    def state(self) -> ListState:
        """What the list can show now."""
        return self._state

    @property
    def problem(self) -> Problem | None:
        """Why the last read failed, in state ``ERROR``."""
        return self._problem

    @property
    def as_of(self) -> float | None:
        """The unix time of the last good read."""
        return self._as_of

    def reload(self) -> None:
        """Read the list, once more after a read that is under way."""
        if self._state is ListState.NOT_OFFERED:
            return
        if self._reading:
            self._again = True
            return
        if self._as_of is None:
            self._set_state(ListState.LOADING)
        self._tasks.start(self._reload(), self._task_name, replace=True)

    def mark_stale(self) -> None:
        """Keep what is shown, and say that it may be out of date; ends a read under way."""
        self._tasks.cancel(self._task_name)
        if self._state in (ListState.READY, ListState.EMPTY):
            self._set_state(ListState.STALE)
        elif self._state is ListState.LOADING:
            self._set_state(ListState.UNREAD)

    async def _read(self) -> Sequence[T]:
        """Ask the server for the list."""
        raise NotImplementedError

    def _items_changed(self) -> None:
        """Derive what depends on the items, before ``changed`` is emitted."""

    async def _reload(self) -> None:
        self._reading = self._again = True
        try:
            while self._again:
                self._again = False
                await self._read_once()
        finally:
            self._reading = False

    async def _read_once(self) -> None:
        try:
            items = tuple(await self._read())
        except ApiError as error:
            self._set_state(ListState.ERROR, error.problem)
        else:
            self._take(items)

    def _take(self, items: tuple[T, ...]) -> None:
        self._as_of = time.time()
        self._put(items)
        self._set_state(ListState.READY if items else ListState.EMPTY)

    def _take_recalled(self, items: tuple[T, ...], as_of: float) -> None:
        """Show what was true at an earlier time."""
        self._as_of = as_of
        self._put(items)
        self._set_state(ListState.STALE)

    def _put(self, items: tuple[T, ...]) -> None:
        if items != self._items:
            self._items = items
            self._items_changed()
            self.changed.emit()

    def _set_state(self, state: ListState, problem: Problem | None = None) -> None:
        if (state, problem) != (self._state, self._problem):
            self._state, self._problem = state, problem
            self.state_changed.emit()

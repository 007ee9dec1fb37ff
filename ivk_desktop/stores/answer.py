"""Single answers of a server: read when somebody looks, and again after each change."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import count
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks

T = TypeVar("T")
Change = Callable[[], Awaitable[object]]
_numbers = count()


class Answer(QObject, Generic[T]):
    """What a server says of one thing. A read that fails keeps what was known before.

    Args:
        tasks: runs the reading.
        name: names the task, for example ``log level``.
        ask: asks the server; ``None`` where this kind of server has no such thing.
        notices: told of a change that the server did not carry out.
        parent: the owner.
    """

    changed = Signal()
    """The value or the state is another one."""

    def __init__(
        self,
        tasks: Tasks,
        name: str,
        ask: Callable[[], Awaitable[T]] | None,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._name = name
        self._ask = ask
        self._notices = notices
        self._value: T | None = None
        self._known = False
        self._state = ListState.NOT_OFFERED if ask is None else ListState.UNREAD
        self._problem: Problem | None = None

    @property
    def offered(self) -> bool:
        """Whether this kind of server has such a thing."""
        return self._ask is not None

    @property
    def value(self) -> T | None:
        """What the server said last; ``None`` before it was asked."""
        return self._value

    @property
    def state(self) -> ListState:
        """What can be shown now."""
        return self._state

    @property
    def problem(self) -> Problem | None:
        """Why it could not be read, in state ``ERROR``."""
        return self._problem

    @property
    def is_forbidden(self) -> bool:
        """Whether the person who is signed in may not know it."""
        return self._problem is not None and self._problem.code == "forbidden"

    def read(self) -> None:
        """Ask the server; ``changed`` follows."""
        if self._ask is None:
            return
        if not self._known:
            self._set(ListState.LOADING)
        self._tasks.start(self._read(self._ask), f"read {self._name}", replace=True)

    def read_once(self) -> None:
        """Ask the server unless it has answered already."""
        if not self._known:
            self.read()

    def act(self, change: Change) -> None:
        """Have something changed on the server, then read again."""
        if self._ask is not None:
            name = f"change {self._name} {next(_numbers)}"
            self._tasks.start(self._act(change), name)

    async def _act(self, change: Change) -> None:
        try:
            await change()
        except ApiError as error:
            key = f"{self._name}:{error.problem.code}"
            self._notices.problem(error.problem, detail=error.detail, key=key)
        self.read()

    async def _read(self, ask: Callable[[], Awaitable[T]]) -> None:
        try:
            value = await ask()
        except ApiError as error:
            self._set(ListState.ERROR, error.problem)
            return
        fresh = not self._known or value != self._value
        self._value, self._known = value, True
        if (self._state, self._problem) != (ListState.READY, None):
            self._set(ListState.READY)
        elif fresh:
            self.changed.emit()

    def _set(self, state: ListState, problem: Problem | None = None) -> None:
        if (state, problem) != (self._state, self._problem):
            self._state, self._problem = state, problem
            self.changed.emit()

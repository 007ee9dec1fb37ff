"""All that the page of one server shows: what it is, its caches, its log, its users."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.administration import (
    IntermediateKeeper,
    ResultCacheKeeper,
    ServerAdmin,
    TrafficSource,
    UserAdmin,
)
from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.access import Right
from ivk_desktop.domain.administration import (
    LogLevel,
    Maintenance,
    NewUser,
    NodePack,
    ResultCache,
    ServerDetails,
    ServerUser,
    UserChange,
)
from ivk_desktop.domain.traffic import Traffic
from ivk_desktop.stores.answer import Answer, Change
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.sign_in import SignIn
from ivk_desktop.tasks import Tasks


class ServerPage(QObject):
    """Each part is an answer of its own: one that fails or is forbidden leaves the others."""

    user_refused = Signal(object)
    """The ``Problem`` for which a user could not be added or changed."""
    user_changed = Signal()

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        sign_in: SignIn,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.sign_in = sign_in
        self._admin = admin = backend if isinstance(backend, ServerAdmin) else None
        self._results = results = backend if isinstance(backend, ResultCacheKeeper) else None
        self._rest = rest = backend if isinstance(backend, IntermediateKeeper) else None
        self._users = users = backend if isinstance(backend, UserAdmin) else None
        self._traffic = backend if isinstance(backend, TrafficSource) else None
        made = (notices, self)
        self.details: Answer[ServerDetails] = Answer(
            tasks, "server", admin.server_details if admin else None, *made
        )
        self.log_level: Answer[LogLevel] = Answer(
            tasks, "log level", admin.log_level if admin else None, *made
        )
        self.packs: Answer[Sequence[NodePack]] = Answer(
            tasks, "node packs", admin.node_packs if admin else None, *made
        )
        self.maintenance: Answer[Maintenance] = Answer(
            tasks, "maintenance", admin.maintenance if admin else None, *made
        )
        self.results: Answer[ResultCache] = Answer(
            tasks, "result cache", results.result_cache if results else None, *made
        )
        self.intermediates: Answer[int] = Answer(
            tasks, "intermediates", rest.count_intermediates if rest else None, *made
        )
        self.users: Answer[Sequence[ServerUser]] = Answer(
            tasks, "users", users.users if users else None, *made
        )

    @property
    def answers(self) -> tuple[Answer[Any], ...]:
        """All parts but the users, which only some servers have."""
        return (
            self.details,
            self.log_level,
            self.packs,
            self.maintenance,
            self.results,
            self.intermediates,
        )

    def read(self) -> None:
        """Ask for everything that this kind of server has."""
        for answer in self.answers:
            answer.read()
        if self.has_users:
            self.users.read()

    def read_changing(self) -> None:
        """Ask again for what changes while one looks."""
        for answer in (self.results, self.maintenance):
            answer.read()

    @property
    def has_users(self) -> bool:
        """Whether the server has several users, and this person may see them."""
        may = self.is_restricted and self.sign_in.refusal(Right.SETTINGS) is None
        return may and self._users is not None

    @property
    def is_restricted(self) -> bool:
        """Whether some users of the server may not see all of this."""
        return self.sign_in.account is not None

    def traffic(self) -> Traffic | None:
        """What following the server costs; ``None`` where that is not counted."""
        return self._traffic.traffic() if self._traffic is not None else None

    # --- what a person does --------------------------------------------------------------
    def set_log_level(self, level: LogLevel) -> None:
        """Let the server write more or less into its log."""
        if (admin := self._admin) is not None:
            self.log_level.act(lambda: admin.set_log_level(level))

    def enable_results(self, enabled: bool) -> None:
        """Let the server remember results, or no longer."""
        if (results := self._results) is not None:
            self.results.act(lambda: results.enable_result_cache(enabled))

    def clear_results(self) -> None:
        """Let the server forget all results."""
        if self._results is not None:
            self.results.act(self._results.clear_result_cache)

    def delete_intermediates(self) -> None:
        """Delete all intermediate pictures."""
        if self._rest is not None:
            self.intermediates.act(self._rest.delete_intermediates)

    def add_user(self, user: NewUser) -> None:
        """Add a user; ``user_changed`` or ``user_refused`` follows."""
        if (users := self._users) is not None:
            self._tasks.start(self._user(lambda: users.add_user(user)), "add user")

    def change_user(self, user_id: str, change: UserChange) -> None:
        """Change a user; ``user_changed`` or ``user_refused`` follows."""
        if (users := self._users) is not None:
            work = self._user(lambda: users.change_user(user_id, change))
            self._tasks.start(work, f"change user {user_id}")

    def delete_user(self, user_id: str) -> None:
        """Delete a user for good; ``user_changed`` or ``user_refused`` follows."""
        if (users := self._users) is not None:
            self._tasks.start(self._user(lambda: users.delete_user(user_id)), "delete user")

    async def _user(self, change: Change) -> None:
        try:
            await change()
        except ApiError as error:
            self.user_refused.emit(error.problem)
        else:
            self.user_changed.emit()
        self.users.read()

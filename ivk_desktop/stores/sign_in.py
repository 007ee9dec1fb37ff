"""Who is signed in to a server: signing in and out, and when that ends by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ivk_desktop.api.access import Access
from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.access import WANTS_SIGN_IN, Account, Expiry, Mode, Right, refusal
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Connected, Lost, Update
from ivk_desktop.stores.reach import ServerKeys
from ivk_desktop.tasks import Tasks

LOOK_MS = 30_000
"""How often it is looked whether the sign-in ends soon: a timer of days would sleep with the
computer."""
KEEP_MS = 300_000
"""A token is exchanged with every change on the server; the keyring gets it that often."""


class SignIn(QObject):
    """The sign-in of one server.

    ``wanted`` says what is to be done before the server shows anything: ``SIGN_IN``, ``SET_UP``,
    or ``OPEN`` for nothing.
    """

    changed = Signal()
    """Who is signed in, or what is wanted."""
    accepted = Signal()
    """The server has taken the e-mail address and the password."""
    refused = Signal(object)
    """The ``Problem`` of the last try to sign in or to set up."""
    kept = Signal(object)
    """The sign-in was put away; with the ``Problem`` that it does not last over a restart though
    it should, else ``None``."""
    ends_soon = Signal(object)
    """Unix seconds at which the sign-in ends; ``None`` when that has been put off."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        retry_now: Callable[[], None],
        kept: ServerKeys | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._access = backend if isinstance(backend, Access) else None
        self._tasks = tasks
        self._retry_now = retry_now
        self._kept = kept
        self._warned = False
        self.account: Account | None = None
        self.wanted = Mode.OPEN
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self._look_ahead)
        self._keep = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._keep.timeout.connect(self._keep_renewed)
        if kept is not None:
            kept.on_renewed = self._renewed

    @property
    def able(self) -> bool:
        """Whether this kind of server has users at all."""
        return self._access is not None

    @property
    def ends_at(self) -> float | None:
        """Unix seconds at which the sign-in ends unless the server renews it."""
        expiry = self._expiry()
        return None if expiry is None else expiry.at

    def refusal(self, right: Right) -> Problem | None:
        """Why whoever is signed in may not do something; ``None`` where they may."""
        return refusal(self.account, right)

    # --- what the server says --------------------------------------------------------------
    def apply(self, update: Update) -> None:
        """Take in who is signed in, or that someone has to."""
        if isinstance(update, Connected):
            self._set(update.facts.account, Mode.OPEN)
        elif isinstance(update, Lost) and update.problem.code in WANTS_SIGN_IN:
            first = update.problem.code == "set_up_needed"
            self._set(None, Mode.SET_UP if first else Mode.SIGN_IN)

    def _set(self, account: Account | None, wanted: Mode) -> None:
        if (account, wanted) == (self.account, self.wanted):
            return
        self.account, self.wanted = account, wanted
        if account is not None and wanted is Mode.OPEN:
            self._look.start()
            self._look_ahead()
        else:
            self._look.stop()
            self._tell_end(False)
        self.changed.emit()

    # --- signing in and out ------------------------------------------------------------------
    def sign_in(self, email: str, password: str, *, remember: bool) -> None:
        """Sign in; ``accepted`` or ``refused`` follows. ``remember`` keeps it over a restart."""
        self._try(self._sign_in(email, password, remember))

    def set_up(self, email: str, name: str, password: str) -> None:
        """Make the first administrator and sign in as such; ``accepted`` or ``refused`` follows."""
        self._try(self._set_up(email, name, password))

    def sign_out(self) -> None:
        """Sign out, and forget the token here and in the keyring."""
        self._tasks.start(self._sign_out(), "sign out", replace=True)

    def _try(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(self._told(work), "sign in", replace=True)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ApiError as error:
            self.refused.emit(error.problem)

    async def _sign_in(self, email: str, password: str, remember: bool) -> None:
        assert self._access is not None
        await self._access.sign_in(email, password, remember=remember)
        self._tell_end(False)
        self.accepted.emit()
        self._retry_now()
        if self._kept is not None:
            token = self._access.keys.token
            self.kept.emit(await self._kept.keep(token, remember=remember))

    async def _set_up(self, email: str, name: str, password: str) -> None:
        assert self._access is not None
        await self._access.set_up(email, name, password)
        await self._sign_in(email, password, remember=False)

    async def _sign_out(self) -> None:
        assert self._access is not None
        self._keep.stop()
        if self._kept is not None:
            await self._kept.forget()
        await self._access.sign_out()
        self._set(None, Mode.SIGN_IN)

    # --- a token that lives on ----------------------------------------------------------------
    def _renewed(self, _: str) -> None:
        if self._kept is not None and not self._keep.isActive():
            self._keep.start()
        self._look_ahead()

    def _keep_renewed(self) -> None:
        self._tasks.start(self.flush(), "keep the token")

    async def flush(self) -> None:
        """Put the newest token in the place of the kept one, where one is kept."""
        self._keep.stop()
        if self._kept is not None and self._access is not None and self._access.keys.token:
            await self._kept.replace(self._access.keys.token)

    async def close(self) -> None:
        """Leave the newest token behind."""
        if self._keep.isActive():
            await self.flush()

    def _expiry(self) -> Expiry | None:
        return None if self._access is None else self._access.sign_in_ends()

    def _look_ahead(self) -> None:
        expiry = self._expiry()
        self._tell_end(expiry is not None and time.time() >= expiry.warn_at)

    def _tell_end(self, soon: bool) -> None:
        if soon != self._warned:
            self._warned = soon
            self.ends_soon.emit(self.ends_at if soon else None)

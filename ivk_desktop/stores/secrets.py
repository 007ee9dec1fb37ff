"""Tokens and passwords: in the system's keyring, else in memory until the window closes."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId

log = logging.getLogger(__name__)

SERVICE = "ivk_desktop"
TIMEOUT_S = 60.0
"""How long the keyring may take; it may ask the person to unlock it."""
UNSAFE = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")
"""Backends that keep nothing, or keep it in a readable file."""

T = TypeVar("T")


class Secrets:
    """Keeps secrets by server and name. A token is never written anywhere but the keyring.

    A keyring that fails once, or takes longer than ``TIMEOUT_S``, is not asked again.
    """

    def __init__(self) -> None:
        self._memory: dict[str, str] = {}
        self._keyring: Any = None
        self._opening: Future[Any] | None = None
        self._loading: dict[str, Future[str | None]] = {}
        self._failed = False

    @property
    def problem(self) -> Problem | None:
        """Says that secrets are kept in memory only, once that is known."""
        if self._failed:
            return Problem("secrets_locked")
        known = self._opening is not None and self._opening.done()
        return Problem("secrets_memory_only") if known and self._keyring is None else None

    async def load(self, server_id: ServerId, name: str) -> str | None:
        """The secret of that name, or ``None``.

        Whoever asks while the keyring still asks the person waits for the same answer.
        """
        key = _key(server_id, name)
        if key not in self._memory and (found := await self._kept(key)) is not None:
            self._memory[key] = found
        return self._memory.get(key)

    async def reload(self, server_id: ServerId, name: str) -> str | None:
        """The secret as it is kept now: another window may have changed it."""
        key = _key(server_id, name)
        found = await self._kept(key)
        if found is not None:
            self._memory[key] = found
        return self._memory.get(key)

    async def keep(self, server_id: ServerId, name: str, secret: str) -> bool:
        """Keep a secret; returns whether it will still be known after a restart."""
        key = _key(server_id, name)
        self._memory[key] = secret
        if (keyring := await self._opened()) is None:
            return False
        await self._try(lambda: keyring.set_password(SERVICE, key, secret))
        return self._keyring is not None

    def remember(self, server_id: ServerId, name: str, secret: str) -> None:
        """Keep a secret for this run only."""
        self._memory[_key(server_id, name)] = secret

    async def renew(self, server_id: ServerId, name: str, secret: str) -> None:
        """Put a secret in the place of an older one; where none is kept, none will be."""
        key = _key(server_id, name)
        if (keyring := await self._opened()) is None or await self._kept(key) is None:
            return
        self._memory[key] = secret
        await self._try(lambda: keyring.set_password(SERVICE, key, secret))

    async def forget(self, server_id: ServerId, name: str) -> None:
        """Forget a secret, here and in the keyring."""
        key = _key(server_id, name)
        self._memory.pop(key, None)
        if (keyring := await self._opened()) is not None and await self._kept(key) is not None:
            await self._try(lambda: keyring.delete_password(SERVICE, key))

    async def _kept(self, key: str) -> str | None:
        """What the keyring has; one question at a time."""
        if (keyring := await self._opened()) is None:
            return None
        loading = self._loading.get(key)
        if loading is None or loading.done():
            loading = _in_thread(lambda: keyring.get_password(SERVICE, key))
            self._loading[key] = loading
        return await self._answer(loading)

    async def _opened(self) -> Any:
        if self._opening is None:
            self._opening = _in_thread(_system_keyring)
        if self._keyring is None and not self._failed:
            self._keyring = await self._answer(self._opening)
        return self._keyring

    async def _try(self, call: Callable[[], T]) -> T | None:
        return await self._answer(_in_thread(call))

    async def _answer(self, asked: Future[T]) -> T | None:
        try:
            return await asyncio.wait_for(asyncio.wrap_future(asked), TIMEOUT_S)
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.warning("the keyring failed: %s", type(error).__name__)
            self._keyring, self._failed = None, True
            return None


def _key(server_id: ServerId, name: str) -> str:
    return f"{server_id}/{name}"


def _system_keyring() -> Any:
    """The system's keyring, or ``None`` where there is none that is safe."""
    import keyring

    backend = keyring.get_keyring()
    place = type(backend).__module__
    return None if place.startswith(UNSAFE) or backend.priority < 1 else backend


def _in_thread(call: Callable[[], T]) -> Future[T]:
    """Run a blocking call in a thread that does not hold up the end of the process."""
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()  # whoever stops waiting does not stop the call

    def work() -> None:
        try:
            done.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed on to the one who waits
            done.set_exception(error)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    return done

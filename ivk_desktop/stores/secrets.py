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
    """Keeps secrets by server and name. A token is never written anywhere but the keyring."""

    def __init__(self) -> None:
        self._memory: dict[str, str] = {}
        self._keyring: Any = None
        self._asked = False

    @property
    def problem(self) -> Problem | None:
        """Says that secrets are kept in memory only, once that is known."""
        return Problem("secrets_memory_only") if self._asked and self._keyring is None else None

    async def load(self, server_id: ServerId, name: str) -> str | None:
        """The secret of that name, or ``None``."""
        key = _key(server_id, name)
        if key not in self._memory and (keyring := await self._opened()) is not None:
            found = await self._try(lambda: keyring.get_password(SERVICE, key))
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

    async def forget(self, server_id: ServerId, name: str) -> None:
        """Forget a secret, here and in the keyring."""
        key = _key(server_id, name)
        self._memory.pop(key, None)
        if (keyring := await self._opened()) is not None:
            known = await self._try(lambda: keyring.get_password(SERVICE, key))
            if known is not None:
                await self._try(lambda: keyring.delete_password(SERVICE, key))

    async def _opened(self) -> Any:
        if not self._asked:
            self._keyring = await self._try(_system_keyring)
            self._asked = True
        return self._keyring

    async def _try(self, call: Callable[[], T]) -> T | None:
        try:
            return await asyncio.wait_for(_in_thread(call), TIMEOUT_S)
        except Exception as error:  # noqa: BLE001 - each backend raises errors of its own
            log.warning("the keyring failed: %s", type(error).__name__)
            self._keyring = None
            return None


def _key(server_id: ServerId, name: str) -> str:
    return f"{server_id}/{name}"


def _system_keyring() -> Any:
    """The system's keyring, or ``None`` where there is none that is safe."""
    import keyring

    backend = keyring.get_keyring()
    place = type(backend).__module__
    return None if place.startswith(UNSAFE) or backend.priority < 1 else backend


async def _in_thread(call: Callable[[], T]) -> T:
    """Run a blocking call in a thread that does not hold up the end of the process."""
    done: Future[T] = Future()

    def work() -> None:
        try:
            done.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed on to the one who waits
            done.set_exception(error)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    return await asyncio.wrap_future(done)

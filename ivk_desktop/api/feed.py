"""The updates of one server for ever: reconnects after each loss."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from ivk_desktop.api.abilities import Attended
from ivk_desktop.api.backend import Backend
from ivk_desktop.domain.updates import Connected, Lost, Update


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before the next attempt, in seconds.

    For a server that is shown the wait doubles from ``first_s`` to ``most_s`` and stays there: it
    may be back at any moment, and an attempt costs little. One that nobody looks at is asked
    every ``hidden_s``.
    """

    first_s: float = 0.2
    most_s: float = 1.0
    hidden_s: float = 30.0

    def delay_s(self, failures: int, *, shown: bool = True) -> float:
        """The wait after so many failures in a row (1 or more); up to 30 % less, by chance.

        The first one is never shortened: ``first_s`` is the least.
        """
        base = min(self.most_s, self.first_s * 2.0 ** min(failures - 1, 20))
        jitter = random.uniform(0.7, 1.0)
        return max(self.first_s, base * jitter) if shown else self.hidden_s * jitter


class Feed:
    """Follows one backend; works with any kind of server."""

    def __init__(self, backend: Backend, backoff: Backoff | None = None) -> None:
        self._backend = backend
        self._backoff = backoff or Backoff()
        self._now = asyncio.Event()
        self._failures = 0
        self._shown = True

    @property
    def shown(self) -> bool:
        """Whether anybody looks at the server; one that comes into view is tried at once."""
        return self._shown

    @shown.setter
    def shown(self, shown: bool) -> None:
        if shown and not self._shown:
            self.retry_now()
        self._shown = shown
        if isinstance(self._backend, Attended):
            self._backend.attend(shown)

    def retry_now(self) -> None:
        """Do not wait any longer for the next attempt, and count from the beginning."""
        self._failures = 0
        self._now.set()

    async def updates(self) -> AsyncGenerator[Update, None]:
        """All updates, over all connections; each ``Lost`` says when the next attempt is."""
        while True:
            self._now.clear()
            wait_s = None
            async with contextlib.aclosing(_closable(self._backend)) as updates:
                async for update in updates:
                    if isinstance(update, Lost):
                        wait_s = self._wait_s(update)
                        yield replace(update, retry_in_s=wait_s)
                        break
                    if not isinstance(update, Connected):
                        # Only now: a server that answers and then refuses its queue would be
                        # asked again at once, for ever.
                        self._failures = 0
                    yield update
            if wait_s is None:
                wait_s = self._wait_s(None)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._now.wait()

    def _wait_s(self, lost: Lost | None) -> float:
        """How long to wait now; the backend may know better (``Lost.retry_in_s``)."""
        self._failures += 1
        if lost is not None and lost.retry_in_s is not None:
            return lost.retry_in_s
        return self._backoff.delay_s(self._failures, shown=self._shown)


def follow(backend: Backend, backoff: Backoff | None = None) -> AsyncGenerator[Update, None]:
    """Follow ``backend`` for ever, without a handle for ``retry_now``."""
    return Feed(backend, backoff).updates()


async def _closable(backend: Backend) -> AsyncGenerator[Update, None]:
    """The backend's updates as a generator: closing it closes the connection at once."""
    updates = backend.updates()
    try:
        async for update in updates:
            yield update
    finally:
        close = getattr(updates, "aclose", None)
        if close is not None:
            await close()

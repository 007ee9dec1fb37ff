"""The updates of one server for ever: reconnects after each loss."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from ivk_desktop.api.backend import Backend
from ivk_desktop.domain.updates import Connected, Lost, Update


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before the next attempt, in seconds.

    Doubles from ``first_s`` to ``most_s`` for the first ``patient`` attempts: a server that was
    restarted is back within seconds. After that up to ``long_s``.
    """

    first_s: float = 0.2
    most_s: float = 1.0
    patient: int = 30
    long_s: float = 30.0

    def delay_s(self, failures: int) -> float:
        """The wait after so many failures in a row (1 or more), with jitter of 20 %."""
        base = min(self.most_s, self.first_s * 2.0 ** min(failures - 1, 20))
        if failures > self.patient:
            base = min(self.long_s, self.most_s * 2.0 ** min(failures - self.patient, 20))
        return base * random.uniform(0.8, 1.2)


class Feed:
    """Follows one backend; works with any kind of server."""

    def __init__(self, backend: Backend, backoff: Backoff | None = None) -> None:
        self._backend = backend
        self._backoff = backoff or Backoff()
        self._now = asyncio.Event()
        self._failures = 0

    def retry_now(self) -> None:
        """Do not wait any longer for the next attempt, and count from the beginning."""
        self._failures = 0
        self._now.set()

    async def updates(self) -> AsyncGenerator[Update, None]:
        """All updates, over all connections; each ``Lost`` says when the next attempt is."""
        while True:
            self._now.clear()
            lost = False
            async with contextlib.aclosing(_closable(self._backend)) as updates:
                async for update in updates:
                    match update:
                        case Lost():
                            lost = True
                            self._failures += 1
                            wait_s = self._backoff.delay_s(self._failures)
                            yield replace(update, retry_in_s=wait_s)
                            break
                        case Connected():
                            yield update
                        case _:
                            # Only now: a server that answers and then refuses its queue would
                            # be asked again at once, for ever.
                            self._failures = 0
                            yield update
            if not lost:
                self._failures += 1
                wait_s = self._backoff.delay_s(self._failures)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._now.wait()


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

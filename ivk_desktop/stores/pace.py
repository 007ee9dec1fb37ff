"""A pace that is kept: so many turns a second at most, and none while the way is not free."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable


class Pace:
    """Hands out turns, ``gap_s`` seconds from one to the next at least.

    Args:
        gap_s: from one turn to the next.
        now: a clock that never goes back, in seconds.
    """

    def __init__(self, gap_s: float, now: Callable[[], float] = time.monotonic) -> None:
        self._gap_s = gap_s
        self._now = now
        self._next_at = 0.0
        self._free = asyncio.Event()

    def set_free(self, free: bool) -> None:
        """Open the way, or close it: a turn is waited for then."""
        if free:
            self._free.set()
        else:
            self._free.clear()

    @property
    def is_free(self) -> bool:
        """Whether the way is open."""
        return self._free.is_set()

    async def turn(self) -> None:
        """Wait for the next turn."""
        while True:
            await self._free.wait()
            wait_s = self._next_at - self._now()
            if wait_s <= 0:
                break
            await asyncio.sleep(wait_s)
        self._next_at = self._now() + self._gap_s

"""How fast the demo works: at a speed, with a fixed delay, or one step at a time."""

from __future__ import annotations

import asyncio
import contextlib


class Pacing:
    """Decides when the next step may be done.

    While held, each step waits for :meth:`advance`: tests drive progress without a clock.
    """

    def __init__(self, speed: float) -> None:
        self.speed = speed
        self.step_delay_s: float | None = None
        self.held = False
        self.waiting = 0
        self._permits = 0
        self._moved = asyncio.Condition()

    async def hold(self, held: bool) -> None:
        """Start or end the step mode; at its end nothing stays held back."""
        async with self._moved:
            self.held, self._permits = held, 0
            self._moved.notify_all()

    async def advance(self, steps: int) -> None:
        """Let that many steps happen."""
        async with self._moved:
            self._permits += steps
            self._moved.notify_all()

    async def wake(self) -> None:
        """Let those that wait look again whether they still should."""
        async with self._moved:
            self._moved.notify_all()

    async def step(self, seconds: float, stopped: asyncio.Event) -> None:
        """Take the time of one step; ends early when ``stopped`` is set."""
        if self.held:
            await self._permission(stopped)
            return
        delay = seconds / self.speed if self.step_delay_s is None else self.step_delay_s
        if delay > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopped.wait(), delay)

    async def _permission(self, stopped: asyncio.Event) -> None:
        async with self._moved:
            self.waiting += 1
            try:
                await self._moved.wait_for(
                    lambda: not self.held or self._permits > 0 or stopped.is_set()
                )
            finally:
                self.waiting -= 1
            if self.held and self._permits > 0 and not stopped.is_set():
                self._permits -= 1

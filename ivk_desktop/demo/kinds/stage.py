"""What lets a run of a scripted server go on: a hand in tests, the clock in the demo."""

from __future__ import annotations

import asyncio


class Stage:
    """Runs ask for each of their steps; whoever holds the stage says how many they may do.

    Args:
        step_s: seconds of a step; ``None`` waits for ``advance`` or ``open``.
    """

    def __init__(self, step_s: float | None = None) -> None:
        self._step_s = step_s
        self._allowed = 0
        self._moved = asyncio.Event()
        self._standing = asyncio.Event()
        self._waiting = 0

    def advance(self, steps: int = 1) -> None:
        """Let so many more steps happen."""
        self._allowed += steps
        self._moved.set()

    def open(self) -> None:
        """Hold no run back any more."""
        self.advance(1_000_000)

    async def held(self) -> None:
        """Wait until a run stands still and waits for ``advance``."""
        await self._standing.wait()

    async def step(self) -> None:
        """Wait until one more step may happen."""
        if self._step_s is not None:
            await asyncio.sleep(self._step_s)
            return
        self._waiting += 1
        try:
            while self._allowed <= 0:
                self._moved.clear()
                self._standing.set()
                await self._moved.wait()
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._standing.clear()
        self._allowed -= 1

"""Looks whether a connection still lives; for any kind of server."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from ivk_desktop.api.clocks import Clocks
from ivk_desktop.api.errors import ApiError

log = logging.getLogger(__name__)

ASKED: Final = 2
"""How many times a silent server is asked before it counts as gone."""


@dataclass(frozen=True, slots=True)
class Silence:
    """How long a connection may be silent, in seconds: see ``Pace``."""

    tick_s: float
    quiet_s: float


class Watch:
    """Finds out that a connection is dead before anything else would.

    A computer that wakes up holds connections of which the other end is long gone, and a network
    that was changed tells nobody: without a question it would be minutes until that shows.

    Args:
        silence: when to ask.
        clocks: tell that the computer slept.
        heard_at: ``time.monotonic()`` at which the server was heard last.
        ask: a light question with a time limit of its own; raises ``ApiError``.
    """

    def __init__(
        self,
        silence: Silence,
        clocks: Clocks,
        heard_at: Callable[[], float],
        ask: Callable[[], Awaitable[object]],
    ) -> None:
        self._silence = silence
        self._clocks = clocks
        self._heard_at = heard_at
        self._ask = ask
        self._answered_at = 0.0

    async def dead(self) -> ApiError | None:
        """Wait until the connection is dead: why, or ``None`` where this computer slept."""
        self._clocks.jumped()  # what was before this connection is no matter
        while True:
            await asyncio.sleep(self._silence.tick_s)
            if self._clocks.jumped():
                log.info("this computer slept, or its clock was set")
                return None
            heard_at = max(self._heard_at(), self._answered_at)
            if time.monotonic() - heard_at < self._silence.quiet_s:
                continue
            if (error := await self._question()) is not None:
                return error

    async def _question(self) -> ApiError | None:
        """Ask until there is an answer; the error of the last try where there is none."""
        error: ApiError | None = None
        for _ in range(ASKED):
            try:
                await self._ask()
            except ApiError as failed:
                log.info("nothing heard, and no answer: %s", failed)
                error = failed
            else:
                self._answered_at = time.monotonic()
                return None
        return error

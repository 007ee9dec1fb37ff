"""The computer's two clocks, which go apart while it sleeps or when it is set."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

APART_S: Final = 2.0
"""The clocks of an awake computer never go apart so far between two looks."""
GAP_S: Final = 10.0
"""Nor does it look so rarely: where the monotonic clock goes on in sleep, this tells it."""


class Clocks:
    """Compares unix time with a monotonic clock, from one look to the next.

    Args:
        wall: unix time in seconds.
        steady: a monotonic clock in seconds.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._seen = (wall(), steady())

    def jumped(self) -> bool:
        """Whether the computer has slept, stood still, or was set since the last look."""
        before, now = self._seen, (self._wall(), self._steady())
        self._seen = now
        went = now[1] - before[1]
        return abs(now[0] - before[0] - went) > APART_S or went > GAP_S

"""The bounded queue between the live connection and whoever applies its updates."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.invokeai.events import Heard, QueueStale
from ivk_desktop.domain.updates import JobChanged, Progress

LIMIT = 2000
"""Items that may wait; previews are dropped first, state changes never singly."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The connection is over; ``at_once``: a new one is worth trying without a wait."""

    error: ApiError
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class SocketFound:
    """The live connection is to be had again: polling may end."""


Item = Heard | Ended | SocketFound


class Mailbox:
    """Holds what was heard until it is applied.

    When full, the oldest progress goes. When there is none left to drop, everything goes at once
    and the whole queue is read again: what is lost then is told by the server's records.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._items: deque[Item] = deque()
        self._limit = limit
        self._filled = asyncio.Event()
        self._since_mark: list[JobChanged] | None = None
        self.filled_at = time.monotonic()
        """``time.monotonic()`` at which anything was heard last."""

    def put(self, item: Item) -> None:
        """Add something; never waits, never fails."""
        if len(self._items) >= self._limit:
            self._make_room()
        self._items.append(item)
        self.filled_at = time.monotonic()
        self._filled.set()

    async def get(self) -> Item:
        """The oldest item; waits for one."""
        while not self._items:
            self._filled.clear()
            await self._filled.wait()
        item = self._items.popleft()
        if self._since_mark is not None and isinstance(item, JobChanged):
            self._since_mark.append(item)
        return item

    def mark(self) -> None:
        """Keep a copy of the changes handed out from now on: a snapshot is being read."""
        self._since_mark = []

    def since_mark(self) -> list[JobChanged]:
        """The changes handed out since the mark: what a snapshot read meanwhile may lack."""
        changes, self._since_mark = self._since_mark, None
        return changes or []

    def _make_room(self) -> None:
        for position, item in enumerate(self._items):
            if isinstance(item, Progress):
                del self._items[position]
                return
        ends = [item for item in self._items if isinstance(item, Ended)]
        self._items.clear()
        self._items.append(QueueStale(everything=True))
        self._items.extend(ends)

"""Updates on their way to whoever iterates ``updates()``."""

from __future__ import annotations

import asyncio

from ivk_desktop.domain.updates import Lost, Update


class Outbox:
    """A queue that takes updates only while somebody listens: a snapshot has the rest."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Update] | None = None

    def open(self) -> None:
        """Begin to take updates."""
        self._queue = asyncio.Queue()

    def close(self) -> None:
        """Take no more, and forget what was not fetched."""
        self._queue = None

    def put(self, update: Update) -> None:
        """Hand an update on, if anybody listens."""
        if self._queue is not None:
            self._queue.put_nowait(update)

    async def get(self) -> Update:
        """The next update; ``Lost`` is the last one."""
        assert self._queue is not None
        update = await self._queue.get()
        if isinstance(update, Lost):
            self.close()
        return update

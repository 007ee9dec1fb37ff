"""Tasks that live as long as an asynchronous generator."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any


class Background:
    """A ``TaskGroup`` that cancels its tasks on leaving, whatever the reason.

    A plain group would wait for its tasks, and would wrap the ``GeneratorExit`` of a generator
    that is closed while it yields.
    """

    def __init__(self) -> None:
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Background:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cancel()
        await self._group.__aexit__(None, None, None)

    def start(self, coro: Coroutine[Any, Any, None]) -> None:
        """Run ``coro`` until it ends or the block is left."""
        self._tasks.append(self._group.create_task(coro))

    def cancel(self) -> None:
        """Cancel all tasks; new ones may be started."""
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

"""The one owner of asyncio tasks on the Qt side."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Tasks(QObject):
    """Keeps the running tasks of one lifetime: a session, a window, a dialog.

    Nobody else creates tasks. A task that raises is reported by ``failed`` and logged, and never
    takes another one with it.
    """

    failed = Signal(str, object)
    """A task's name and the exception it ended with."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._closed = False

    def start(self, coro: Coroutine[Any, Any, Any], name: str, *, replace: bool = False) -> bool:
        """Run ``coro`` under ``name``; at most one task has a name.

        With ``replace`` a running one is canceled first, without it the new one is refused.
        Returns whether it was started.
        """
        running = self._running.get(name)
        if self._closed or (running is not None and not replace):
            coro.close()
            return False
        if running is not None:
            running.cancel()
        task = asyncio.get_running_loop().create_task(coro, name=name)
        self._running[name] = task
        task.add_done_callback(self._ended)
        return True

    def is_running(self, name: str) -> bool:
        """Whether a task of that name is under way."""
        return name in self._running

    def cancel(self, name: str) -> None:
        """Cancel the task of that name, if there is one."""
        if task := self._running.pop(name, None):
            task.cancel()

    async def close(self) -> None:
        """Refuse new tasks, cancel all, and wait until they have ended."""
        self._closed = True
        tasks = [task for task in self._running.values() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        name = task.get_name()
        if self._running.get(name) is task:
            del self._running[name]
        if task.cancelled():
            return
        if error := task.exception():
            log.error("task %s failed", name, exc_info=error)
            self.failed.emit(name, error)

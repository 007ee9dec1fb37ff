"""The few threads that decode pictures and touch the thumbnail cache."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")
log = logging.getLogger(__name__)

THREADS = 2
"""More would only take cores from the window and from a server on the same machine."""


class Workers(QObject):
    """Runs functions off the UI thread and brings their results back to it."""

    _ended = Signal(object, object)

    def __init__(self, threads: int = THREADS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(threads, "pictures")
        self._closed = False
        self._ended.connect(self._deliver)

    def post(self, work: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Run ``work`` in a thread, then ``then`` with its result in the thread of this object.

        ``None`` is delivered for work that raised. Nothing is delivered after ``close``.
        """
        if self._closed:
            return

        def ended(future: Future[T]) -> None:
            if future.cancelled() or self._closed:
                return
            if error := future.exception():
                log.error("a picture worker failed", exc_info=error)
            self._ended.emit(then, None if error else future.result())

        self._executor.submit(work).add_done_callback(ended)

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """Run ``work`` in a thread and wait for its result; raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work, *args)

    def close(self) -> None:
        """Drop what has not begun and wait for the rest. Safe to call twice."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object, object)
    def _deliver(self, then: Callable[[Any], None], result: object) -> None:
        if not self._closed:
            then(result)

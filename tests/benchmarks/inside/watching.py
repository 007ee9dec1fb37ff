"""Watching the UI thread from inside: paints, and how long it does not answer."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

BEAT_MS = 2
LATE_S = 0.020
"""From here on ``Witness`` looks what the thread does."""


class Heartbeat(QObject):
    """A precise timer of ``BEAT_MS`` in the UI thread; the longest gap is the longest stall.

    A stall is at most as long as the gap, and at least as long without ``BEAT_MS``: what is told
    errs on the bad side. What the system takes away from the process counts as well.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @property
    def last(self) -> float:
        """``time.perf_counter()`` of the newest beat."""
        return self._last

    def begin(self) -> None:
        """Start anew."""
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer.start()

    def end(self) -> float:
        """Stop; the longest gap in ms."""
        self._beat()
        self._timer.stop()
        return self._longest * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


class Witness(threading.Thread):
    """Says on stderr what the UI thread does whenever it is late: for mending, not measuring."""

    def __init__(self, heartbeat: Heartbeat) -> None:
        super().__init__(daemon=True)
        self._heartbeat = heartbeat
        self._thread = threading.get_ident()

    def run(self) -> None:
        told = 0.0
        while True:
            time.sleep(0.004)
            last, now = self._heartbeat.last, time.perf_counter()
            if LATE_S < now - last < 0.5 and told != last + int((now - last) / 0.01):
                told = last + int((now - last) / 0.01)
                frame = sys._current_frames()[self._thread]
                calls = "".join(traceback.format_stack(frame)[-7:])
                print(f"\n-- late by {(now - last) * 1000:.0f} ms\n{calls}", file=sys.stderr)


class Paints(QObject):
    """Waits until visible widgets have painted what they show now."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._left = set(map(id, widgets))
        self._ended = asyncio.Event()
        self._widgets = widgets
        assert all(widget.isVisible() for widget in widgets)
        for widget in widgets:
            widget.installEventFilter(self)
            widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._left.discard(id(watched))
            if not self._left:
                QTimer.singleShot(0, self._ended.set)  # after all of this frame
        return False

    async def wait(self) -> float:
        """The ``time.monotonic()`` at which all of them were on the screen."""
        await self._ended.wait()
        now = time.monotonic()
        for widget in self._widgets:
            widget.removeEventFilter(self)
        return now


async def painted(*widgets: QWidget) -> float:
    """Paint these widgets anew; the ``time.monotonic()`` at which that was over."""
    return await Paints(*widgets).wait()


async def quiet(condition: Callable[[], bool], poll_s: float = 0.02) -> None:
    """Wait until a condition holds that no signal tells."""
    while not condition():  # noqa: ASYNC110 - stores have many signals, the wait is what counts
        await asyncio.sleep(poll_s)

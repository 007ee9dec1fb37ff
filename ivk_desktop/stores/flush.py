"""Collects changes: the first after a quiet frame goes at once, the rest once per frame."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS: Final = 33
URGENT_S: Final = 0.008
"""What must not wait for the frame's end is told so often at most: thousands may fail at once."""


class Flush(QObject):
    """Calls ``flush`` on the leading edge, then at most once per ``interval_ms``.

    ``flush`` is called only when something was marked since the last call.
    """

    def __init__(
        self,
        flush: Callable[[], None],
        parent: QObject | None = None,
        *,
        interval_ms: int = FRAME_MS,
    ) -> None:
        super().__init__(parent)
        self._flush = flush
        self._dirty = False
        self._urgent_at = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._frame_ended)

    def mark(self) -> None:
        """Something changed: flush now if the frame is quiet, else at its end."""
        self._dirty = True
        if not self._timer.isActive():
            self.now()

    def now(self) -> None:
        """Flush what was marked without waiting."""
        if not self._dirty:
            return
        self._dirty = False
        # Started first: what the flush itself brings about waits for the next frame.
        self._timer.start()
        self._flush()

    def urgent(self) -> None:
        """Flush what was marked now, unless that was just done; a terminal state is told so."""
        if time.monotonic() - self._urgent_at >= URGENT_S:
            self.now()
            self._urgent_at = time.monotonic()  # counted from its end: a slow one leaves room

    def drop(self) -> None:
        """Forget what was marked."""
        self._dirty = False

    def _frame_ended(self) -> None:
        self.now()

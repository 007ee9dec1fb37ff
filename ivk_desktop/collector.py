"""Garbage collection in the UI thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000
FREEZE_AFTER_MS = 5000
"""By then all is imported and the lists stand."""


class Collector(QObject):
    """Collects cycles from a timer of the UI thread; one for the application.

    Python collects in whichever thread happens to allocate. A worker that decodes a picture or
    writes to the database would then destroy QObjects of the UI thread that were part of a cycle:
    timers that "cannot be stopped from another thread", and crashes. It also keeps collections
    out of the middle of a burst of previews. What the start has made lives to the end: it is not
    looked through again each time, which would stop the window for 30 ms.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._frozen = False
        QTimer.singleShot(FREEZE_AFTER_MS, self, self.freeze)

    def collect(self) -> int:
        """Collect the oldest generation that is due; returns how many objects went."""
        due = [n for n, count in enumerate(gc.get_count()) if count > self._thresholds[n]]
        return gc.collect(max(due)) if due else 0

    def freeze(self) -> None:
        """Look no more through what is there now."""
        self._frozen = True
        gc.freeze()

    def close(self) -> None:
        """Let Python collect by itself again: the threads have ended."""
        self._timer.stop()
        if self._frozen:
            gc.unfreeze()
        if self._was_enabled:
            gc.enable()

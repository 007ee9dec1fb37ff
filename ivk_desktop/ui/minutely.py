"""Clock times made of estimates move on with the clock, also while nothing else happens."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

MINUTE_MS = 60_000


class Minutely(QObject):
    """Tells when the minute of the clock has changed, while a widget is shown."""

    passed = Signal()
    """The minute is another one, or the widget is shown again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._pass)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the widget is shown, and rest while it is hidden."""
        if event.type() is QEvent.Type.Show:
            self._pass()
        elif event.type() is QEvent.Type.Hide:
            self.timer.stop()
        return super().eventFilter(watched, event)

    def _pass(self) -> None:
        self.timer.start(MINUTE_MS - int(time.time() * 1000) % MINUTE_MS)
        self.passed.emit()

"""What running jobs have written, as far as their servers tell it."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.updates import JobLogged, LogLine, Update

MOST_LINES: Final = 2000
"""Of one job; the newest are kept."""
MOST_CHARS: Final = 4000
"""Of one line."""
MOST_JOBS: Final = 50


class JobLogs(QObject):
    """Keeps the newest lines of the jobs that wrote last."""

    changed = Signal(object)
    """The ``JobKey`` that has written more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: OrderedDict[JobKey, deque[LogLine]] = OrderedDict()

    def apply(self, update: Update) -> None:
        """Take in one update of the server; all but lines are passed."""
        if not isinstance(update, JobLogged) or not update.lines:
            return
        kept = self._lines.setdefault(update.key, deque(maxlen=MOST_LINES))
        kept.extend(LogLine(line.text[:MOST_CHARS], line.stream) for line in update.lines)
        self._lines.move_to_end(update.key)
        if len(self._lines) > MOST_JOBS:
            self._lines.popitem(last=False)
        self.changed.emit(update.key)

    def text(self, key: JobKey) -> str:
        """All that is kept of a job, line by line; empty where it has written nothing."""
        lines = self._lines.get(key, ())
        return "\n".join(f"[{one.stream}] {one.text}" if one.stream else one.text for one in lines)

"""Writes raw events to a file, off the UI thread; see docs/events.md for the lines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import EventTap
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.raw_events import RECORDING_BYTES, RawEvent
from ivk_desktop.stores.workers import Workers

WRITE_MS: Final = 250


class EventRecorder(QObject):
    """Records from ``start`` to ``stop``: one JSON line an event, without names and secrets."""

    changed = Signal()
    """Recording has begun or ended, or more was written."""
    failed = Signal(object)
    """The ``Problem`` that has ended the recording."""

    def __init__(self, tap: EventTap, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = False
        """Whether the person agrees to previews in the file."""
        self.prompts = False
        """Whether the person agrees to what was written into nodes."""
        self.path: Path | None = None
        """The file that is written, or ``None``."""
        self.count = 0
        """How many events were written."""
        self._tap = tap
        self._workers = workers
        self._began_at = 0.0
        self._waiting: list[RawEvent] = []
        self._writing = False
        self._ending: Path | None = None
        self._size = 0
        self._timer = QTimer(self, interval=WRITE_MS)
        self._timer.timeout.connect(self._write)

    def start(self, path: Path, before: Iterable[RawEvent] = ()) -> None:
        """Begin a file with the events of before, and go on with what comes.

        An older file of that name is replaced.
        """
        self.stop()
        try:
            path.write_bytes(b"")
        except OSError as error:
            self._fail(path, error)
            return
        self._waiting = list(before)
        self._began_at = self._waiting[0].at if self._waiting else 0.0
        self.path, self.count, self._size = path, 0, 0
        self._tap.tap_events(self._heard)
        self._timer.start()
        self._write()
        self.changed.emit()

    def stop(self) -> None:
        """End the file; what has come is still written."""
        if self.path is None:
            return
        self._tap.untap_events(self._heard)
        self._timer.stop()
        self._ending, self.path = self.path, None
        self._write()
        self.changed.emit()

    def _heard(self, event: RawEvent) -> None:
        self._began_at = self._began_at or event.at
        self._waiting.append(event)

    def _write(self) -> None:
        path = self.path or self._ending
        if self._writing or not self._waiting or path is None:
            return
        events, self._waiting = self._waiting, []
        clean = partial(self._tap.shareable, pictures=self.pictures, prompts=self.prompts)
        self._writing = True
        began_at = self._began_at
        self._workers.post(
            lambda: _append(path, [clean(event).line(began_at) for event in events]),
            partial(self._written, path, len(events)),
        )

    def _written(self, path: Path, count: int, result: int | OSError | None) -> None:
        self._writing = False
        if isinstance(result, OSError) or result is None:
            self._waiting.clear()
            self.stop()
            self._fail(path, result)
            return
        self.count += count
        self._size += result
        if self._size > RECORDING_BYTES:
            self.stop()
            self._fail(path, None)
        if self.path is None:
            self._write()  # what came during the last write
        self.changed.emit()

    def _fail(self, path: Path, error: OSError | None) -> None:
        reason = (error.strerror if error is not None else None) or "it is too large"
        self.failed.emit(Problem("recording_failed", {"name": path.name, "reason": reason}))


def _append(path: Path, lines: list[str]) -> int | OSError:
    """Write lines; how many bytes, or what went wrong."""
    data = "".join(f"{line}\n" for line in lines).encode()
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        return error
    return len(data)

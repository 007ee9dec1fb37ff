"""How a submission gets on, on a terminal: one line that changes, elsewhere plain lines."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, TextIO

from ivk_desktop.commands.exits import one_line
from ivk_desktop.domain import format
from ivk_desktop.domain.jobs import JobId, JobKey, JobState
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobPlan,
    JobsAdded,
    Lost,
    NodeChanged,
    Progress,
    Update,
)
from ivk_desktop.words import sentence

_WORDS: Final = {JobState.RUNNING: "running", JobState.UNKNOWN: "gone"}
REDRAW_S: Final = 0.1
"""The shortest time between two drawings of the changing line."""


class ProgressLine:
    """Takes the updates of one submission and tells them."""

    def __init__(self, job_ids: Iterable[JobId], stream: TextIO) -> None:
        self._states = dict.fromkeys(job_ids, JobState.PENDING)
        self._running: dict[JobId, JobProgress] = {}
        self._stream = stream
        self._changing = stream.isatty()
        self._drawn_at = 0.0
        self._drawn = False

    def take(self, update: Update) -> None:
        """Take an update in, and tell what is new."""
        now = time.monotonic()
        match update:
            case Lost(problem):
                self._say(sentence(problem))
            case Connected():
                pass
            case JobsAdded(jobs):
                for job in jobs:
                    self._state(job.key, job.state, now)
            case JobChanged(change) if isinstance(change.state, JobState):
                self._state(change.key, change.state, now)
            case JobPlan():
                self._of(update.key, now).planned(update)
            case NodeChanged():
                self._of(update.key, now).node_changed(update, now)
            case Progress():
                self._of(update.key, now).progressed(update, now)
        if self._changing:
            self._draw(now)

    def close(self) -> None:
        """Leave the line."""
        if self._drawn:
            self._write("\r\x1b[K")

    def _of(self, key: JobKey, now: float) -> JobProgress:
        return self._running.setdefault(key.job_id, JobProgress(key, lambda _: None, now))

    def _state(self, key: JobKey, state: JobState, now: float) -> None:
        if self._states.get(key.job_id) is state:
            return
        self._states[key.job_id] = state
        if state is JobState.RUNNING:
            self._of(key, now)
        elif state.ended:
            self._running.pop(key.job_id, None)
        if state.ended or not self._changing:
            self._say(f"Item {key.job_id}: {_WORDS.get(state, state.value)}")

    def _say(self, text: str) -> None:
        self.close()
        self._write(one_line(text) + "\n")

    def _draw(self, now: float) -> None:
        if now - self._drawn_at < REDRAW_S:
            return
        self._drawn_at, self._drawn = now, True
        width = shutil.get_terminal_size().columns - 1
        self._write("\r" + one_line(self._text(now), max(20, width)) + "\x1b[K")

    def _text(self, now: float) -> str:
        ended = sum(state.ended for state in self._states.values())
        parts = [f"{ended} of {len(self._states)} done"]
        for job_id, job in self._running.items():
            job.tick(now)
            left = job.time_left(now)
            told = [
                format.percent(job.fraction),
                job.message or (job.current.title if job.current else ""),
                f"{format.about(left.seconds, left.band_s)} left" if left else "",
            ]
            parts.append(f"item {job_id}: " + ", ".join(one for one in told if one))
        return " | ".join(parts)

    def _write(self, text: str) -> None:
        # A terminal that has gone away is no reason to stop watching.
        with suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()

"""The newest preview of each running job: the hottest path of the app."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ivk_desktop.domain.jobs import JobKey, JobState
from ivk_desktop.domain.updates import (
    JobChanged,
    JobsRemoved,
    Preview,
    Progress,
    QueueSnapshot,
    Update,
)
from ivk_desktop.stores.pictures import MAX_PIXELS, Picture
from ivk_desktop.stores.preview_history import PreviewHistory
from ivk_desktop.stores.workers import Workers

INLINE_BYTES = 64 * 1024
INLINE_PIXELS = 512 * 512
MAX_JOBS = 32
"""More jobs than run anywhere at once; the one that was silent longest goes first."""
MAX_BAD = 3
"""Previews that are no pictures before those of that job are not even looked at."""
GAP_S = 0.004
"""The least time between two previews of one job: of more than that only the newest is decoded."""
GRACE_S = 3.0
"""How long the last preview stays after its job has ended, until the result is shown."""


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """One decoded preview. ``width`` and ``height`` are of the final picture, 0 if not told."""

    image: QImage
    width: int
    height: int
    arrived_at: float
    """``time.monotonic()`` at which its bytes arrived."""


@dataclass(slots=True)
class _Slot:
    """What is kept of one job: one frame shown, one being decoded, one that waits."""

    frame: PreviewFrame | None = None
    decoding: bool = False
    waiting: Preview | None = None
    bad: int = 0
    shown_at: float = 0.0
    gone_at: float | None = None


class Previews(QObject):
    """Decodes previews, and keeps the newest of each job until its result is shown.

    A preview up to ``INLINE_BYTES`` and ``INLINE_PIXELS`` is decoded at once, a larger one in a
    worker, where newer ones replace those that have not begun. A flood is thinned out to one in
    ``GAP_S``; the newest is always shown, also that of a job which has ended meanwhile.
    """

    changed = Signal(object)
    """The ``JobKey`` that has a new preview."""
    ended = Signal(object)
    """The ``JobKey`` with a preview that has ended; the preview stays for ``GRACE_S``."""
    cleared = Signal(object)
    """The ``JobKey`` whose preview is gone."""
    bad = Signal(object)
    """The ``JobKey`` that sent something which is no picture; once a job."""

    def __init__(
        self, workers: Workers, parent: QObject | None = None, *, gap_s: float = GAP_S
    ) -> None:
        super().__init__(parent)
        self.history = PreviewHistory()
        """The steps that were received, to look back at."""
        self._workers = workers
        self._gap_s = gap_s
        self._jobs: OrderedDict[JobKey, _Slot] = OrderedDict()
        self._sweep = QTimer(self, interval=250)
        self._sweep.timeout.connect(self._drop_overdue)
        self._late = QTimer(self, singleShot=True, interval=round(gap_s * 1000))
        self._late.setTimerType(Qt.TimerType.PreciseTimer)
        self._late.timeout.connect(self._show_late)

    def apply(self, update: Update) -> None:
        """Take in one update of the server; the kinds that do not concern previews are passed."""
        if isinstance(update, Progress):
            if update.preview is not None:
                self._take(update.key, update.preview)
        elif isinstance(update, JobChanged):
            self._job_changed(update)
        elif isinstance(update, JobsRemoved):
            gone = set(update.ids)
            self._end([key for key in self._jobs if key.job_id in gone])
        elif isinstance(update, QueueSnapshot):
            running = {job.key for job in update.jobs if not job.state.ended}
            self._end([key for key in self._jobs if key not in running])

    def image(self, key: JobKey) -> QImage | None:
        """The newest decoded preview of a job."""
        frame = self.preview(key)
        return frame.image if frame else None

    def preview(self, key: JobKey) -> PreviewFrame | None:
        """The newest preview of a job with its time of arrival and final size."""
        slot = self._jobs.get(key)
        return slot.frame if slot else None

    def keys(self) -> list[JobKey]:
        """The jobs that have a preview, the one that changed last at the end."""
        return [key for key, slot in self._jobs.items() if slot.frame]

    def release(self, key: JobKey) -> None:
        """Forget an ended job's preview at once: its result is on screen."""
        slot = self._jobs.get(key)
        if slot is not None and slot.gone_at is not None:
            self._forget(key)

    def forget(self, key: JobKey) -> None:
        """Forget a job's preview at once: its id is another job's now."""
        if key in self._jobs:
            self._forget(key)

    def _job_changed(self, change: JobChanged) -> None:
        state = change.update.state
        if not isinstance(state, JobState):
            return
        if state.ended:
            self._end([change.update.key])
        elif slot := self._jobs.get(change.update.key):
            slot.gone_at = None

    def _end(self, keys: list[JobKey]) -> None:
        now = time.monotonic()
        for key in keys:
            slot = self._jobs.get(key)
            if slot is None or slot.gone_at is not None:
                continue
            self._decode_waiting(key, slot)
            slot.gone_at = now
            slot.waiting = None
            self._sweep.start()
            self.ended.emit(key)

    @Slot()
    def _drop_overdue(self) -> None:
        limit = time.monotonic() - GRACE_S
        for key in [k for k, s in self._jobs.items() if s.gone_at and s.gone_at <= limit]:
            self._forget(key)
        if not any(slot.gone_at for slot in self._jobs.values()):
            self._sweep.stop()

    def _forget(self, key: JobKey) -> None:
        slot = self._jobs.pop(key)
        if slot.frame is not None:
            self.cleared.emit(key)

    def _take(self, key: JobKey, preview: Preview) -> None:
        """Keep a preview, and show it as soon as it is decoded."""
        if key not in self._jobs:
            self.history.forget(key)  # an older job had that id
        slot = self._slot(key)
        if slot.gone_at is not None or slot.bad >= MAX_BAD:
            return
        self.history.add(key, preview)
        if slot.decoding:
            slot.waiting = preview
        elif time.monotonic() - slot.shown_at < self._gap_s:
            slot.waiting = preview
            if not self._late.isActive():
                self._late.start()
        else:
            self._decode(key, slot, preview)

    @Slot()
    def _show_late(self) -> None:
        for key, slot in list(self._jobs.items()):
            self._decode_waiting(key, slot)

    def _decode_waiting(self, key: JobKey, slot: _Slot) -> None:
        if slot.waiting is not None and not slot.decoding:
            newest, slot.waiting = slot.waiting, None
            self._decode(key, slot, newest)

    def _decode(self, key: JobKey, slot: _Slot, preview: Preview) -> None:
        if len(preview.data) <= INLINE_BYTES:
            picture = Picture(preview.data)
            if picture.header is None or picture.header.pixels <= INLINE_PIXELS:
                self._show(key, slot, preview, picture.image(INLINE_PIXELS))
                return
        self._decode_elsewhere(key, slot, preview)

    def _slot(self, key: JobKey) -> _Slot:
        slot = self._jobs.get(key)
        if slot is None:
            slot = self._jobs[key] = _Slot()
            if len(self._jobs) > MAX_JOBS:
                self._forget(next(iter(self._jobs)))
        self._jobs.move_to_end(key)
        return slot

    def _decode_elsewhere(self, key: JobKey, slot: _Slot, preview: Preview) -> None:
        slot.decoding = True
        work = partial(_decode, preview.data)
        self._workers.post(work, partial(self._decoded, key, slot, preview))

    def _decoded(self, key: JobKey, slot: _Slot, preview: Preview, image: QImage | None) -> None:
        slot.decoding = False
        if self._jobs.get(key) is not slot:
            return
        waiting, slot.waiting = slot.waiting, None
        self._show(key, slot, preview, image)
        if waiting is not None:
            self._decode(key, slot, waiting)

    def _show(self, key: JobKey, slot: _Slot, preview: Preview, image: QImage | None) -> None:
        if image is None:
            slot.bad += 1
            if slot.bad == 1:
                self.bad.emit(key)
            return
        slot.shown_at = time.monotonic()
        slot.frame = PreviewFrame(image, preview.width, preview.height, preview.arrived_at)
        self.changed.emit(key)


def _decode(data: bytes) -> QImage | None:
    return Picture(data).image(MAX_PIXELS)

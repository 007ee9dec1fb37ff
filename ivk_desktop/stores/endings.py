"""Which jobs and batches have ended, each told once, whatever the connection does meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from ivk_desktop.domain.attention import BatchEnd
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import Group
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta


class QueueSession(Protocol):
    """What is needed of a server's session."""

    server_id: ServerId
    queue: QueueStore

    @property
    def submit_begun(self) -> SignalInstance:
        """Carries a ``SubmitRequest`` whose parts are handed in from now on."""
        ...

    @property
    def submit_over(self) -> SignalInstance:
        """Carries the same when no part of it is still to come."""
        ...


class Endings(QObject):
    """Watches the queues of sessions.

    A job that was open when it was seen last, and is not any more, has ended: so a snapshot after
    a lost connection tells what ended meanwhile, and none that was told before. The batches of
    one submission count as one.
    """

    job_ended = Signal(object)
    """A ``Job`` that ended while it was watched."""
    batch_ended = Signal(object)
    """A ``BatchEnd``."""
    old_found = Signal(object)
    """A list of ``Job`` that had ended before they were seen."""
    submit_over = Signal()
    """A submission is handed in, or was not taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches: dict[ServerId, _Watch] = {}

    def watch(self, session: QueueSession) -> None:
        """Follow a server's queue."""
        watch = self._watches[session.server_id] = _Watch(session.queue, self)
        watch.setParent(session.queue)  # it ends with its queue at the latest
        session.submit_begun.connect(watch.submit_begun)
        session.submit_over.connect(watch.submit_over)

    @property
    def submitting(self) -> bool:
        """Whether more jobs are about to come."""
        return any(watch.submitting for watch in self._watches.values())

    def unwatch(self, session: QueueSession) -> None:
        """Follow it no more."""
        if (watch := self._watches.pop(session.server_id, None)) is not None:
            session.submit_begun.disconnect(watch.submit_begun)
            session.submit_over.disconnect(watch.submit_over)
            watch.stop()
            watch.deleteLater()


class _Watch(QObject):
    """One queue: what was open of it when it was looked at last."""

    def __init__(self, queue: QueueStore, endings: Endings) -> None:
        super().__init__()
        self._queue = queue
        self._endings = endings
        self._open: set[JobId] = set()
        self._open_batches: dict[BatchId, None] = {}
        self._last: dict[BatchId, Job] = {}
        self.submitting: set[BatchId] = set()
        """The first batch of each submission of which parts are still to come."""
        self._whole: dict[BatchId, BatchId] = {}
        """The first batch of the submission that another one is a part of."""
        queue.changed.connect(self._changed)
        queue.reset.connect(self._reset)
        queue.counts_changed.connect(self._look_at_batches)

    def stop(self) -> None:
        """Follow the queue no more."""
        self._queue.changed.disconnect(self._changed)
        self._queue.reset.disconnect(self._reset)
        self._queue.counts_changed.disconnect(self._look_at_batches)

    def submit_begun(self, request: SubmitRequest) -> None:
        """Its batches end together."""
        self.submitting.add(request.batch_id)
        self._whole.update({part.batch_id: request.batch_id for part in request.rest})

    def submit_over(self, request: SubmitRequest) -> None:
        """No part of it is still to come."""
        self.submitting.discard(request.batch_id)
        self._look_at_batches()
        self._endings.submit_over.emit()

    def _changed(self, delta: QueueDelta) -> None:
        self._open.difference_update(delta.removed)
        self._look_at(delta.changed, new=False)
        # New ones that have ended already did so between two frames.
        self._look_at(delta.inserted, new=True)
        self._look_at_batches()

    def _reset(self) -> None:
        jobs = self._queue.jobs
        self._open.intersection_update(self._queue.jobs)
        self._look_at(tuple(jobs), new=False)
        self._look_at_batches()

    def _look_at(self, ids: Iterable[JobId], *, new: bool) -> None:
        ended, old = [], []
        for job_id in ids:
            job = self._queue.jobs.get(job_id)
            if job is None:
                continue
            if not job.state.ended:
                self._open.add(job_id)
                if job.batch_id is not None and not job.private:
                    self._open_batches[job.batch_id] = None
            elif new or job_id in self._open:
                self._open.discard(job_id)
                ended.append(job)
            else:
                old.append(job)
        if old:
            self._endings.old_found.emit(old)
        for job in ended:
            self._end(job)

    def _end(self, job: Job) -> None:
        if job.private:
            return
        if job.batch_id is not None:
            self._last[job.batch_id] = job
            self._open_batches[job.batch_id] = None
        self._endings.job_ended.emit(job)

    def _look_at_batches(self) -> None:
        """Tell which batches have ended, unless jobs wait of which nothing is known yet."""
        if self._unread():
            return
        ends: dict[BatchId, BatchEnd] = {}
        going_on = self.submitting | {
            self._whole_of(one) for one in self._open_batches if self._is_open(one)
        }
        for batch_id in list(self._open_batches):
            whole = self._whole_of(batch_id)
            if whole in going_on:
                continue
            del self._open_batches[batch_id]
            batch, last = self._queue.batches.get(batch_id), self._last.pop(batch_id, None)
            if batch is not None and last is not None:
                end = _end_of(batch_id, batch, last)
                ends[whole] = end.after(ends[whole]) if whole in ends else end
        self._whole = {part: one for part, one in self._whole.items() if one in going_on}
        for end in ends.values():
            self._endings.batch_ended.emit(end)

    def _whole_of(self, batch_id: BatchId) -> BatchId:
        return self._whole.get(batch_id, batch_id)

    def _is_open(self, batch_id: BatchId) -> bool:
        batch = self._queue.batches.get(batch_id)
        return batch is not None and bool(batch.open)

    def _unread(self) -> bool:
        counts = self._queue.counts
        known = sum(self._queue.pending_titles.values())
        return counts.pending + counts.waiting > known


def _end_of(batch_id: BatchId, batch: Group, last: Job) -> BatchEnd:
    states = batch.states
    return BatchEnd(
        last.key.server_id,
        batch_id,
        last.key,
        batch.title or last.title,
        states[JobState.COMPLETED],
        states[JobState.FAILED],
        states[JobState.CANCELED],
        batch.thumbnail,
    )

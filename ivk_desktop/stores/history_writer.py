"""Writes down what one server's queue tells: in batches, never a transaction an event."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.stores.history import STEP, History
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

WRITE_DELAY_MS: Final = 1000
"""Changes are written this long after the first one that is not written yet."""
RETRY_DELAY_MS: Final = 15_000
"""A database that refuses is asked again after so long."""


class HistoryWriter(QObject):
    """Listens to a queue. What cannot be written is tried again, and at last in ``close``.

    Args:
        queue: whose jobs are kept.
        history: where they are kept.
        tasks: runs the writing.
        parent: the session.
    """

    def __init__(
        self, queue: QueueStore, history: History, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._history = history
        self._tasks = tasks
        self._dirty: dict[tuple[JobId, float | None], Job] = {}
        self._gone: dict[JobId, None] = {}
        self._compares = False
        """Items that were open have to be compared with what the server lists."""
        self._timer = QTimer(self, singleShot=True, interval=WRITE_DELAY_MS)
        self._timer.timeout.connect(self.flush)
        queue.changed.connect(self._changed)
        queue.reset.connect(self._reset)

    def keep(self, request: SubmitRequest, job_ids: Sequence[JobId], enqueued: int) -> None:
        """Keep a submission; its items that are known already get its name and inputs."""
        self._history.keep(self._queue.server_id, request, job_ids, enqueued)
        batch = self._queue.batches.get(BatchId(request.batch_id))
        if batch is not None:
            self._mark(batch.ranks)

    def flush(self) -> None:
        """Write what is known now, as soon as the database has time."""
        self._timer.stop()
        if not self._tasks.start(self._write(), "write history"):
            self._soon()  # one that is about to end may not see what came last

    async def close(self) -> None:
        """Write the rest; what is refused now is not kept."""
        self._timer.stop()
        await self._write()
        self._timer.stop()

    # --- inside --------------------------------------------------------------------------
    def _changed(self, delta: QueueDelta) -> None:
        self._mark((*delta.inserted, *delta.changed))
        self._gone.update(dict.fromkeys(delta.removed))
        self._soon()

    def _reset(self) -> None:
        self._compares = True
        self._mark(self._queue.jobs)
        self._soon()

    def _mark(self, job_ids: Iterable[JobId]) -> None:
        jobs = self._queue.jobs
        for job_id in job_ids:
            if (job := jobs.get(job_id)) is not None:
                self._dirty[job_id, job.created_at] = job
        self._soon()

    def _soon(self) -> None:
        if (self._dirty or self._gone or self._compares) and not self._timer.isActive():
            self._timer.start(WRITE_DELAY_MS)

    async def _write(self) -> None:
        try:
            while self._dirty or self._gone or self._compares:
                await self._write_jobs()
                await self._write_gone()
        except DomainError as error:
            log.warning("history: not written: %s", error)
            self._timer.start(RETRY_DELAY_MS)

    async def _write_jobs(self) -> None:
        if not (part := dict(islice(self._dirty.items(), STEP))):
            return
        # What no time is known of yet would be a second item once it is: it comes again.
        ready = [job for job in part.values() if job.created_at is not None or job.state.ended]
        await self._history.put(ready)
        for key, job in part.items():
            if self._dirty.get(key) is job:
                del self._dirty[key]

    async def _write_gone(self) -> None:
        if self._dirty:
            return  # how an item ended comes before that it is gone
        server_id = self._queue.server_id
        if gone := list(self._gone):
            await self._history.put_removed(server_id, gone)
            for job_id in gone:
                self._gone.pop(job_id, None)
        if self._compares:
            await self._history.put_lost(server_id, frozenset(self._queue.ids))
            self._compares = False

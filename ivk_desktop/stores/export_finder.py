"""Finds the results of one server that are to be saved: live ones, and those that were missed."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.domain.exports import FoundResults
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.export_journal import ExportJournal
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.stores.results import Result, ResultStore
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

GRACE_S: Final = 8.0
"""So long after its end the results of a job may still come by themselves."""
LATER_S: Final = 60.0
"""Before a record that could not be read is asked for again."""
LOOK_MS: Final = 2000
PAGE: Final = 50
AT_ONCE: Final = 5000
"""So many jobs are looked at before others have their turn."""
MARGIN_S: Final = 300.0
"""What ended so much earlier than the latest is certainly known by now."""


class ExportFinder(QObject):
    """Enters results in the journal, each job's all at once.

    What comes live is taken from the ``ResultStore``. A job that ended while nobody looked is
    told by its record alone: unless the journal has it, it is read from the server.

    Args:
        queue: the server's jobs.
        results: what they made, as it comes.
        backend: reads records of jobs.
        journal: where results are entered.
        tasks: runs it.
        everything: whether results of all count, or of what was submitted from here.
        parent: the exporter.
        clock: monotonic seconds.
    """

    planned = Signal()
    """There is more to save."""
    looked = Signal()
    """All jobs that are known were looked at, or those that were due were looked up."""

    def __init__(
        self,
        queue: QueueStore,
        results: ResultStore,
        backend: Backend,
        journal: ExportJournal,
        tasks: Tasks,
        everything: Callable[[], bool],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._backend = backend
        self._journal = journal
        self._tasks = tasks
        self._everything = everything
        self._clock = clock
        self._own: set[BatchId] = set()
        self._since: float | None = None
        self._arrived: dict[JobKey, list[MediaRef]] = {}
        self._missed: dict[JobKey, float] = {}
        """Jobs that may have results, with the time from which on they are looked up."""
        self._unseen: list[JobId] = []
        """Jobs that are to be looked at, some at a time."""
        self._latest_end = 0.0
        """When the latest job that was looked at ended, by the server's clock."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._examine_next)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._take)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        results.arrived.connect(self._result_arrived)
        queue.changed.connect(self._queue_changed)
        queue.reset.connect(self.examine_all)

    @property
    def missed(self) -> Collection[JobKey]:
        """The jobs whose results are still to be looked up."""
        return self._missed.keys()

    async def start(self) -> None:
        """Read from when on results are to be saved, and look for those that were missed.

        Raises:
            sqlite3.Error: the journal cannot be read.
        """
        self._own |= await self._journal.own_batches()
        since = await self._journal.since()
        if since is None:
            jobs = self._queue.jobs.values()
            since = max((job.ended_at or 0.0 for job in jobs), default=0.0)
            await self._journal.begin(since)
        self._since = since
        self._timer.start()
        self.examine_all()

    def add_own(self, batch_id: BatchId) -> None:
        """A submission was made from here; some of its items may have ended already."""
        self._own.add(batch_id)
        group = self._queue.batches.get(batch_id)
        if group is not None:
            self._examine(group.ranks)

    def examine_all(self) -> None:
        """Look at all jobs that are known, some at a time: there may be 100,000."""
        self._unseen = list(self._queue.jobs)
        self._examine_next()

    # --- what comes live -----------------------------------------------------------------
    def _result_arrived(self, result: Result) -> None:
        self._arrived.setdefault(result.job, []).append(result.ref)
        self._soon.start()

    def _take(self) -> None:
        """Enter what came in one go: all results of a job together."""
        arrived, self._arrived = self._arrived, {}
        found = []
        for key, refs in arrived.items():
            job = self._queue.jobs.get(key.job_id) or Job(key)
            if self._is_wanted(job):
                found.append(_found(job, tuple(refs)))
        if found:
            name = f"plan exports {id(found)} {found[0].job.job_id}"
            self._tasks.start(self._plan(found), name)

    async def _plan(self, found: Iterable[FoundResults]) -> None:
        for one in found:
            try:
                await self._journal.plan(one)
            except sqlite3.Error as error:
                log.warning("results of item %s are not entered: %s", one.job.job_id, error)
                self._missed[one.job] = self._clock() + LATER_S
            else:
                self._missed.pop(one.job, None)
        self.planned.emit()

    # --- what was missed -----------------------------------------------------------------
    def _queue_changed(self, delta: QueueDelta) -> None:
        self._examine((*delta.inserted, *delta.changed))

    def _examine_next(self) -> None:
        some, self._unseen = self._unseen[-AT_ONCE:], self._unseen[:-AT_ONCE]
        self._examine(some)
        if self._unseen:
            self._next.start()
        else:
            self.looked.emit()

    def _examine(self, job_ids: Iterable[JobId]) -> None:
        if self._since is None:
            return
        due_at = self._clock() + GRACE_S
        for job_id in job_ids:
            job = self._queue.jobs.get(job_id)
            if job is None:
                continue
            self._latest_end = max(self._latest_end, job.ended_at or 0.0)
            if self._may_be_missed(job):
                self._missed.setdefault(job.key, due_at)

    def _may_be_missed(self, job: Job) -> bool:
        """Whether it ended after the beginning, and ran at all."""
        ended_at = job.ended_at or job.started_at
        if not job.state.ended or job.started_at is None or ended_at is None:
            return False
        return ended_at > (self._since or 0.0) and self._is_wanted(job)

    def _is_wanted(self, job: Job) -> bool:
        if job.private:
            return False
        return self._everything() or (job.batch_id is not None and job.batch_id in self._own)

    def look(self) -> None:
        """Look up what is due; to be called from time to time, and by itself is."""
        now = self._clock()
        if any(due_at <= now for due_at in self._missed.values()):
            self._tasks.start(self._look_safely(now), "look for results to save")

    async def _look_safely(self, now: float) -> None:
        try:
            await self._look(now)
        except sqlite3.Error as error:
            log.warning("results to save are not looked for: %s", error)
            self._missed = {key: max(due, now + LATER_S) for key, due in self._missed.items()}
        self.looked.emit()

    async def _look(self, now: float) -> None:
        due = [key for key, due_at in self._missed.items() if due_at <= now]
        found = False
        for start in range(0, len(due), PAGE):
            jobs = [self._queue.jobs.get(key.job_id) for key in due[start : start + PAGE]]
            known = [job for job in jobs if job is not None]
            unknown = await self._journal.unknown(known)
            for job in known:
                if job.key in unknown:
                    found |= await self._look_up(job, now)
                else:
                    self._missed.pop(job.key, None)
        for key in due:
            if key.job_id not in self._queue.jobs:
                self._missed.pop(key, None)  # the server has it no more
        if found:
            self.planned.emit()
        await self._move_on()

    async def _look_up(self, job: Job, now: float) -> bool:
        """Enter what a job's record tells; returns whether there was anything."""
        outputs = job.outputs
        if not outputs:
            try:
                outputs = _outputs(await self._backend.reconcile(job.key.job_id))
            except NotFound:
                pass
            except ApiError as error:
                log.info("the results of item %s are not known: %s", job.key.job_id, error)
                self._missed[job.key] = now + LATER_S
                return False
        if outputs:
            await self._journal.plan(_found(job, outputs))
        self._missed.pop(job.key, None)
        await asyncio.sleep(0)  # many may have been missed: others have their turn
        return bool(outputs)

    async def _move_on(self) -> None:
        """All that was missed is entered: next time it begins here."""
        all_seen = self._queue.known == len(self._queue) and not self._unseen
        since = self._latest_end - MARGIN_S
        if not self._missed and all_seen and since > (self._since or 0.0):
            self._since = since
            await self._journal.begin(since)


def _found(job: Job, refs: tuple[MediaRef, ...]) -> FoundResults:
    return FoundResults(job.key, job.created_at, job.batch_id, refs)


def _outputs(update: JobUpdate) -> tuple[MediaRef, ...]:
    return update.outputs if isinstance(update.outputs, tuple) else ()

"""Watching the queue without a live connection: slower, and without progress."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.invokeai.mailbox import Ended, Mailbox
from ivk_desktop.api.invokeai.mapping import update_of_job
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.snapshot import read_snapshot
from ivk_desktop.api.invokeai.sync import Pace
from ivk_desktop.domain.jobs import Job, JobId
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    QueueSnapshot,
    Update,
)

log = logging.getLogger(__name__)


class QueuePoller:
    """Reads the queue again and again, and tells what has changed since the last time."""

    def __init__(self, queue: QueueRepository, mailbox: Mailbox, pace: Pace) -> None:
        self._queue = queue
        self._mailbox = mailbox
        self._pace = pace
        self.quiet = False
        """While set, nothing is told; what changes meanwhile is told later."""
        self._soon = asyncio.Event()
        self._ids: set[JobId] = set()
        self._jobs: dict[JobId, Job] = {}

    async def run(self, first: QueueSnapshot) -> None:
        """Poll until canceled, or until the server has failed several times in a row."""
        self._remember(first)
        failures = 0
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._pace.poll_s):
                    await self._soon.wait()
            self._soon.clear()
            try:
                snapshot = await read_snapshot(self._queue)
                left = await self._left_behind(snapshot)
            except ApiError as error:
                failures += 1
                log.info("polling failed (%s): %s", failures, error)
                if failures >= self._pace.failures:
                    self._mailbox.put(Ended(error))
                    return
                continue
            failures = 0
            if self.quiet:
                continue
            for update in self._changes(snapshot, left):
                self._mailbox.put(update)
            self._remember(snapshot)

    def hurry(self) -> None:
        """Read at once: something was done from here."""
        self._soon.set()

    async def _left_behind(self, snapshot: QueueSnapshot) -> list[Job]:
        """Jobs that were open the last time and are not among those read now."""
        read = {job.key.job_id for job in snapshot.jobs}
        listed = set(snapshot.ids)
        missing = [
            job_id
            for job_id, job in self._jobs.items()
            if not job.state.ended and job_id in listed and job_id not in read
        ]
        return await self._queue.summaries(missing)

    def _changes(self, snapshot: QueueSnapshot, left: list[Job]) -> list[Update]:
        jobs = [*snapshot.jobs, *left]
        added = [job for job in jobs if job.key.job_id not in self._ids]
        added.sort(key=lambda job: int(job.key.job_id))
        updates: list[Update] = [JobsAdded(tuple(added))] if added else []
        updates += [
            JobChanged(update_of_job(job, authoritative=True))
            for job in jobs
            if job.key.job_id in self._ids and self._jobs.get(job.key.job_id) != job
        ]
        if gone := self._ids - set(snapshot.ids):
            updates.append(JobsRemoved(tuple(gone)))
        return [*updates, CountsChanged(snapshot.counts)]

    def _remember(self, snapshot: QueueSnapshot) -> None:
        self._ids = set(snapshot.ids)
        self._jobs = {job.key.job_id: job for job in snapshot.jobs}

"""Keeps the list of jobs true while events tell of the changes."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.invokeai.events import EventReader, QueueStale
from ivk_desktop.api.invokeai.mailbox import Ended, Mailbox
from ivk_desktop.api.invokeai.mapping import counts_of_status, update_of_job
from ivk_desktop.api.invokeai.open_jobs import OpenJobs
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.snapshot import read_snapshot
from ivk_desktop.domain.jobs import JobId, QueueCounts
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    QueueSnapshot,
)

log = logging.getLogger(__name__)

_MOST_NEW = 1000
_MOST_STALE = 200
_LIST_EVERY = 4
"""Every so many looks at the counts the ids are compared, too: an item may have gone and another
come without a word of either."""


@dataclass(slots=True)
class Pace:
    """How often things are asked for, in seconds."""

    status_s: float = 8.0
    """Counts while live: pause, prune and delete have no event."""
    poll_s: float = 2.0
    """The whole queue while there is no live connection."""
    boards_s: float = 30.0
    """The boards: what others do to them has no event."""
    read_s: float = 0.5
    """The least time between two reads that events cause."""
    gather_s: float = 0.02
    """How long the first event waits for others of its kind."""
    seek_s: float = 5.0
    """Before the live connection is tried again; doubles up to ``seek_most_s``."""
    seek_most_s: float = 60.0
    failures: int = 3
    """Reads in a row that may fail before the connection counts as lost."""
    try_s: float = 5.0
    """How long an attempt to connect may take."""
    tick_s: float = 1.0
    """How often it is looked whether the connection still lives."""
    quiet_s: float = 10.0
    """Nothing heard for so long: the server is asked whether it is still there."""
    answer_s: float = 5.0
    """How long it may take to answer that; asked twice before the connection counts as lost."""


class QueueSync:
    """Reads what events only hint at: new jobs, removed jobs, counts.

    However many events come, there is at most one read in ``Pace.read_s``.
    """

    def __init__(
        self,
        queue: QueueRepository,
        reader: EventReader,
        mailbox: Mailbox,
        open_jobs: OpenJobs,
        pace: Pace,
    ) -> None:
        self._queue = queue
        self._reader = reader
        self._mailbox = mailbox
        self._open_jobs = open_jobs
        self._pace = pace
        self._known: set[JobId] = set()
        self._noted = asyncio.Event()
        self._stale: set[JobId] = set()
        self._everything = False
        self._read_at = 0.0
        self._doubted = False
        self._looks = 0

    async def snapshot(self) -> QueueSnapshot:
        """Read the whole queue."""
        snapshot = await read_snapshot(self._queue)
        self._known = set(snapshot.ids)
        self._reader.paused = snapshot.counts.paused
        for job in snapshot.jobs:
            if job.state.ended:
                self._reader.note_ended(job.key.job_id)
        return snapshot

    def note(self, stale: QueueStale) -> None:
        """Something has changed: read soon."""
        self._stale.update(stale.ids)
        self._everything |= stale.everything or len(self._stale) > _MOST_STALE
        self._noted.set()

    async def run(self) -> None:
        """Read whenever something was noted, and the counts now and then."""
        failures = 0
        while True:
            noted = await self._wait()
            try:
                await (self._read_noted() if noted else self._read_status())
                failures = 0
            except ApiError as error:
                failures += 1
                log.info("reading the queue failed (%s): %s", failures, error)
                if failures >= self._pace.failures:
                    self._mailbox.put(Ended(error))
                    return
                self._noted.set()

    async def _wait(self) -> bool:
        try:
            async with asyncio.timeout(self._pace.read_s if self._doubted else self._pace.status_s):
                await self._noted.wait()
        except TimeoutError:
            return False
        rest = self._read_at + self._pace.read_s - time.monotonic()
        await asyncio.sleep(max(rest, self._pace.gather_s))
        self._read_at = time.monotonic()
        return True

    async def _read_noted(self) -> None:
        self._noted.clear()
        if self._everything:
            self._mailbox.mark()
            snapshot = await self.snapshot()
            self._everything = False
            self._mailbox.put(snapshot)
            return
        stale = self._stale.copy()
        await self._read_list(stale)
        self._stale -= stale

    async def _read_status(self) -> None:
        self._looks += 1
        counts = await self._read_counts()
        if counts.total != len(self._known) or self._looks % _LIST_EVERY == 0:
            await self._read_list(set())

    async def _read_counts(self) -> QueueCounts:
        """Read the counts, and hold what events have told against them.

        An event that was lost shows in nothing else. One that is under way shows in the same way:
        it is looked twice before all is read anew.
        """
        counts = counts_of_status(await self._queue.status())
        self._reader.paused = counts.paused
        self._mailbox.put(CountsChanged(counts))
        if self._open_jobs.agree(counts):
            self._doubted = False
        elif self._doubted:
            self._doubted = False
            self.note(QueueStale(everything=True))
        else:
            self._doubted = True
        return counts

    async def _read_list(self, stale: set[JobId]) -> None:
        """Compare ids; read the records of new jobs and of those in ``stale``."""
        told: set[JobId] = set()
        self._reader.told = told
        ids = await self._queue.item_ids()
        listed = set(ids)
        new = [job_id for job_id in ids if job_id not in self._known]
        if len(new) > _MOST_NEW:
            self._everything = True
            self._noted.set()
            return
        gone = (self._known | stale) - listed
        changed = (stale & listed) - set(new)
        jobs = await self._queue.summaries([*new, *changed])
        self._known = listed
        added = [job for job in jobs if job.key.job_id not in changed]
        if added:
            added.sort(key=lambda job: int(job.key.job_id))
            self._mailbox.put(JobsAdded(tuple(added)))
        for job in jobs:
            if job.key.job_id in changed:
                # An event that came meanwhile may be newer than this record.
                newest = job.key.job_id not in told
                self._mailbox.put(JobChanged(update_of_job(job, authoritative=newest)))
        if gone:
            self._mailbox.put(JobsRemoved(tuple(gone)))
        await self._read_counts()

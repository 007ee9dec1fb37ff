"""Reads from a server what the rows of its queue lack: those in view first, then all others."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from ivk_desktop.api.backend import QueueSource
from ivk_desktop.api.errors import ApiError, Unreachable
from ivk_desktop.domain.jobs import Job, JobId, JobUpdate
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

PAGE: Final = 500
AT_ONCE: Final = 100
"""So many records are entered before the loop may paint."""
DETAILS: Final = 20
"""How many ids ``QueueSource.job_inputs`` takes at once."""
MAX_WANTED: Final = 2000
"""Rows scrolled past long ago are not asked for any more."""
TRIES: Final = 3
RETRY_S: Final = 2.0
"""How long nothing is asked for after records could not be read."""
RUNNING_S: Final = 0.5
"""The least time between two requests while the server works: it needs its time for that."""
IDLE_S: Final = 0.03
"""The same between two pages of the rest while nothing runs: the window paints meanwhile."""
QUIET_S: Final = 0.05
"""So long no event must have come before a page of the rest is asked for."""
UNQUIET_S: Final = 1.0
"""Events that never end hold a page up no longer than this."""


class Reader(Protocol):
    """Whose records are read."""

    def take_records(self, asked: Sequence[JobId], jobs: Sequence[Job]) -> None:
        """Enter the records that were read."""
        ...

    def take_details(self, asked: Sequence[JobId], updates: Sequence[JobUpdate]) -> None:
        """Enter titles, inputs, outputs and errors."""
        ...

    def next_unread(self, number: int) -> list[JobId]:
        """Take so many ids from those that nobody has asked for; empty when all are read."""
        ...

    def is_working(self) -> bool:
        """Whether the server runs jobs now."""
        ...


class Records:
    """Asks for records and details, one request at a time, what was wanted last first.

    Args:
        source: the server's queue, or ``None`` where it cannot be read.
        tasks: runs the requests.
        reader: gets what was read, and says what else there is.
    """

    def __init__(self, source: QueueSource | None, tasks: Tasks, reader: Reader) -> None:
        self._source = source
        self._tasks = tasks
        self._reader = reader
        self._jobs: OrderedDict[JobId, None] = OrderedDict()
        self._details: OrderedDict[JobId, None] = OrderedDict()
        self._asking: set[JobId] = set()
        self._failures: dict[JobId, int] = {}
        self._filling = False
        self._reading = False
        self._wished = asyncio.Event()
        self._read_at = self._event_at = self._failed_at = float("-inf")
        self._epoch = 0

    def want_jobs(self, ids: Iterable[JobId]) -> None:
        """Ask for the records of these."""
        self._want(self._jobs, ids)

    def want_details(self, ids: Iterable[JobId]) -> None:
        """Ask for what the records of these lack."""
        self._want(self._details, (i for i in ids if i not in self._asking))

    def fill(self) -> None:
        """Read all that nobody asks for, a page at a time, whenever there is nothing else to do."""
        self._filling = True
        self._start()

    def note_event(self) -> None:
        """An event has come: more are likely to follow."""
        self._event_at = time.monotonic()

    def forget(self) -> None:
        """Drop all wishes and what is under way: the connection is another one, or gone."""
        self._jobs.clear()
        self._details.clear()
        self._asking.clear()
        self._failures.clear()
        self._failed_at = float("-inf")
        self._filling = False
        self._epoch += 1

    def _want(self, wishes: OrderedDict[JobId, None], ids: Iterable[JobId]) -> None:
        for job_id in ids:
            if self._failures.get(job_id, 0) < TRIES:
                wishes[job_id] = None
                wishes.move_to_end(job_id)
        while len(wishes) > MAX_WANTED:
            wishes.popitem(last=False)
        if wishes:
            self._start()

    def _start(self) -> None:
        self._wished.set()
        if self._source is not None and not self._reading:
            # A task that has just ended may still hold the name.
            self._tasks.start(self._read_all(self._source), "queue records", replace=True)

    async def _read_all(self, source: QueueSource) -> None:
        self._reading = True
        try:
            while self._jobs or self._details or self._filling:
                await self._wait()
                if self._jobs:
                    await self._read_jobs(source, _newest(self._jobs, PAGE))
                elif self._details:
                    await self._read_details(source, _newest(self._details, DETAILS))
                elif self._filling and (rest := self._reader.next_unread(PAGE)):
                    await self._read_jobs(source, rest)
                else:
                    self._filling = False
        finally:
            self._reading = False

    async def _wait(self) -> None:
        """Let the server work, and wait for a quiet moment where only the rest is to be read."""
        latest = time.monotonic() + UNQUIET_S
        working = self._reader.is_working()
        while True:
            due = max(self._read_at + (RUNNING_S if working else 0.0), self._failed_at + RETRY_S)
            if not (self._jobs or self._details):
                calm = min(self._event_at + QUIET_S, latest)
                due = max(due, self._read_at + IDLE_S, calm)
            left_s = due - time.monotonic()
            if left_s <= 0:
                break
            self._wished.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(left_s):
                    await self._wished.wait()
        self._read_at = time.monotonic()

    async def _read_jobs(self, source: QueueSource, ids: list[JobId]) -> None:
        epoch = self._epoch
        try:
            jobs = await source.jobs(ids)
        except ApiError as error:
            if epoch == self._epoch:
                self._failed(ids, error)
                self._failed_at = time.monotonic()
                self._want(self._jobs, ids)
            return
        answered = {job.key.job_id: job for job in jobs}
        for start in range(0, len(ids), AT_ONCE):
            await asyncio.sleep(0)  # the window paints between
            if epoch != self._epoch:
                return
            part = ids[start : start + AT_ONCE]
            self._reader.take_records(part, [answered[i] for i in part if i in answered])

    async def _read_details(self, source: QueueSource, ids: list[JobId]) -> None:
        epoch = self._epoch
        self._asking.update(ids)
        try:
            updates = await source.job_inputs(ids)
        except ApiError as error:
            if epoch != self._epoch:
                return
            if len(ids) == 1 or isinstance(error, Unreachable):
                self._failed(ids, error)
                return
            # One item that the server cannot read must not hide the others.
            half = len(ids) // 2
            await self._read_details(source, ids[:half])
            await self._read_details(source, ids[half:])
            return
        finally:
            self._asking.difference_update(ids)
        if epoch == self._epoch:
            self._reader.take_details(ids, updates)

    def _failed(self, ids: list[JobId], error: ApiError) -> None:
        log.info("%d queue records could not be read: %s", len(ids), error.problem.code)
        for job_id in ids:
            self._failures[job_id] = self._failures.get(job_id, 0) + 1


def _newest(wishes: OrderedDict[JobId, None], number: int) -> list[JobId]:
    return [wishes.popitem()[0] for _ in range(min(number, len(wishes)))]

"""Reads from a server what the visible rows of its queue lack."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from ivk_desktop.api.backend import QueueSource
from ivk_desktop.api.errors import ApiError, Unreachable
from ivk_desktop.domain.jobs import Job, JobId, JobUpdate
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

PAGE: Final = 500
DETAILS: Final = 20
"""How many ids ``QueueSource.job_inputs`` takes at once."""
MAX_WANTED: Final = 2000
"""Rows scrolled past long ago are not asked for any more."""
TRIES: Final = 3


class Records:
    """Asks for records and details, one request at a time, what was wanted last first.

    Args:
        source: the server's queue, or ``None`` where it cannot be read.
        tasks: runs the requests.
        took_jobs: gets the records that were read.
        took_details: gets titles, inputs and outputs.
    """

    def __init__(
        self,
        source: QueueSource | None,
        tasks: Tasks,
        took_jobs: Callable[[Sequence[JobId], Sequence[Job]], None],
        took_details: Callable[[Sequence[JobUpdate]], None],
    ) -> None:
        self._source = source
        self._tasks = tasks
        self._took_jobs = took_jobs
        self._took_details = took_details
        self._jobs: OrderedDict[JobId, None] = OrderedDict()
        self._details: OrderedDict[JobId, None] = OrderedDict()
        self._failures: dict[JobId, int] = {}
        self._reading = False

    def want_jobs(self, ids: Iterable[JobId]) -> None:
        """Ask for the records of these."""
        self._want(self._jobs, ids)

    def want_details(self, ids: Iterable[JobId]) -> None:
        """Ask for what a record lacks; each id is asked for once, whatever comes of it."""
        self._want(self._details, ids)

    def forget(self) -> None:
        """Drop all wishes: the connection is a new one."""
        self._jobs.clear()
        self._details.clear()
        self._failures.clear()

    def _want(self, wishes: OrderedDict[JobId, None], ids: Iterable[JobId]) -> None:
        if self._source is None:
            return
        for job_id in ids:
            if self._failures.get(job_id, 0) < TRIES:
                wishes[job_id] = None
                wishes.move_to_end(job_id)
        while len(wishes) > MAX_WANTED:
            wishes.popitem(last=False)
        if wishes and not self._reading:
            # A task that has just ended may still hold the name.
            self._tasks.start(self._read_all(self._source), "queue records", replace=True)

    async def _read_all(self, source: QueueSource) -> None:
        self._reading = True
        try:
            while self._jobs or self._details:
                if self._jobs:
                    await self._read_jobs(source, _newest(self._jobs, PAGE))
                else:
                    await self._read_details(source, _newest(self._details, DETAILS))
        finally:
            self._reading = False

    async def _read_jobs(self, source: QueueSource, ids: list[JobId]) -> None:
        try:
            self._took_jobs(ids, await source.jobs(ids))
        except ApiError as error:
            self._failed(ids, error)

    async def _read_details(self, source: QueueSource, ids: list[JobId]) -> None:
        try:
            self._took_details(await source.job_inputs(ids))
        except ApiError as error:
            if len(ids) == 1 or isinstance(error, Unreachable):
                self._failed(ids, error)
                return
            # One item that the server cannot read must not hide the others.
            half = len(ids) // 2
            await self._read_details(source, ids[:half])
            await self._read_details(source, ids[half:])

    def _failed(self, ids: list[JobId], error: ApiError) -> None:
        log.info("%d queue records could not be read: %s", len(ids), error.problem.code)
        for job_id in ids:
            self._failures[job_id] = self._failures.get(job_id, 0) + 1


def _newest(wishes: OrderedDict[JobId, None], number: int) -> list[JobId]:
    return [wishes.popitem()[0] for _ in range(min(number, len(wishes)))]

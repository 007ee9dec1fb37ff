"""The whole records of single jobs, read when a person looks at one."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.backend import JobRecords as JobRecordSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.tasks import Tasks

MOST_KEPT: Final = 8
"""A record may be megabytes large."""


class JobRecords(QObject):
    """Reads records of one server's jobs, and keeps the newest few."""

    ready = Signal(object)
    """The ``JobKey`` whose record has been read."""
    failed = Signal(object)
    """The ``JobKey`` whose record could not be read; ``problem`` says why."""

    def __init__(
        self, backend: Backend, tasks: Tasks, queue: QueueStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, JobRecordSource) else None
        self._tasks = tasks
        self._queue = queue
        self._kept: OrderedDict[JobId, JobRecord] = OrderedDict()
        self._problems: dict[JobId, Problem] = {}

    @property
    def is_offered(self) -> bool:
        """Whether this kind of server tells all of a job."""
        return self._source is not None

    def record(self, key: JobKey) -> JobRecord | None:
        """What was read last of a job, unless another one has its id by now."""
        record, job = self._kept.get(key.job_id), self._queue.jobs.get(key.job_id)
        if record is None or (job is not None and not _is_same(record, job.created_at)):
            return None
        return record

    def problem(self, key: JobKey) -> Problem | None:
        """Why a job's record could not be read the last time."""
        return self._problems.get(key.job_id)

    def want(self, key: JobKey) -> None:
        """Read a job's record, unless it has ended and is known; ``ready`` or ``failed`` follows.

        At once where it is known already.
        """
        record, job = self.record(key), self._queue.jobs.get(key.job_id)
        if record is not None and record.job.state.ended and (job is None or job.state.ended):
            self.ready.emit(key)
        else:
            self.reload(key)

    def reload(self, key: JobKey) -> None:
        """Read a job's record anew."""
        if self._source is not None:
            self._tasks.start(self._read(self._source, key), f"record {key.job_id}", replace=True)

    async def _read(self, source: JobRecordSource, key: JobKey) -> None:
        try:
            record = await source.job_record(key.job_id)
        except ApiError as error:
            self._problems[key.job_id] = error.problem
            self.failed.emit(key)
            return
        self._problems.pop(key.job_id, None)
        self._kept[key.job_id] = record
        self._kept.move_to_end(key.job_id)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(key)


def _is_same(record: JobRecord, created_at: float | None) -> bool:
    made = record.job.created_at
    return made is None or created_at is None or abs(made - created_at) < 1

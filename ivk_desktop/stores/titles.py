"""The workflows' names of batches: what is known of one job holds for all of its batch."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ivk_desktop.domain.jobs import BatchId, Job, JobId

CHUNK: Final = 500
"""So many jobs are named in one go: a batch may have 10,000."""


class BatchTitles:
    """Keeps the title of each batch, and has the rest of a batch named a chunk at a time.

    Args:
        name: called with ids of jobs whose batch has got a title.
        parent: owns the timer.
    """

    def __init__(self, name: Callable[[list[JobId]], None], parent: QObject) -> None:
        self._name = name
        self._titles: dict[BatchId, str] = {}
        self._nameless: set[BatchId] = set()
        self._waiting: deque[JobId] = deque()
        self._timer = QTimer(parent, interval=0)
        self._timer.timeout.connect(self._next)

    def filled(self, job: Job) -> Job:
        """``job`` with the title of its batch, where it has none itself."""
        if job.title or job.batch_id is None or not (title := self._titles.get(job.batch_id)):
            return job
        return replace(job, title=title)

    def learn(self, job: Job, others: Callable[[], Iterable[JobId]]) -> None:
        """Take the title from a job of a batch that has none yet; ``others`` are of the batch."""
        if not job.title or job.batch_id is None or job.batch_id in self._titles:
            return
        self._titles[job.batch_id] = job.title
        self._waiting.extend(others())
        self._timer.start()

    def note_nameless(self, job: Job) -> None:
        """The server's whole record of a job names no workflow: nor do those of its batch."""
        if job.batch_id is not None and not job.title:
            self._nameless.add(job.batch_id)

    def is_nameless(self, job: Job) -> bool:
        """Whether it is known that there is no title to be found."""
        return job.batch_id in self._nameless

    def forget(self, job: Job) -> None:
        """The job is another one's now, and so may its batch be."""
        if job.batch_id is not None:
            self._titles.pop(job.batch_id, None)
            self._nameless.discard(job.batch_id)

    def _next(self) -> None:
        chunk = [self._waiting.popleft() for _ in range(min(CHUNK, len(self._waiting)))]
        if not self._waiting:
            self._timer.stop()
        self._name(chunk)

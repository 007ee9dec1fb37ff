"""The timelines of jobs that were seen running, kept after their end."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from ivk_desktop.domain.jobs import Job, JobKey
from ivk_desktop.domain.timeline import Timeline

MOST_JOBS: Final = 300
MOST_ROWS: Final = 30_000
"""Rows and bars of all kept timelines together: about 10 MB."""


class Timelines:
    """Keeps the newest; a job is known by its key and the time it was made.

    Ids begin anew after a server's database was wiped.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[JobKey, tuple[float | None, Timeline]] = OrderedDict()
        self._rows = 0

    def keep(self, job: Job, timeline: Timeline) -> None:
        """Keep the timeline of a job that has ended."""
        self._forget(job.key)
        self._kept[job.key] = (job.created_at, timeline)
        self._rows += timeline.size
        while len(self._kept) > MOST_JOBS or (self._rows > MOST_ROWS and len(self._kept) > 1):
            self._forget(next(iter(self._kept)))

    def get(self, job: Job) -> Timeline | None:
        """The timeline of a job, if it was seen running."""
        made_at, timeline = self._kept.get(job.key, (None, None))
        return timeline if made_at == job.created_at else None

    def _forget(self, key: JobKey) -> None:
        if (known := self._kept.pop(key, None)) is not None:
            self._rows -= known[1].size

"""In which order batches run: summaries do not tell it, events and full records do."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from ivk_desktop.api.invokeai.values import text, whole
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState

_REMEMBERED: Final = 5000


class Priorities:
    """The priority of batches; the server runs higher ones first, and of one by number."""

    def __init__(self) -> None:
        self._known: OrderedDict[BatchId, int] = OrderedDict()

    def note(self, raw: dict[str, Any]) -> None:
        """Take in a full record, an answer or an event that has ``batch_id`` and ``priority``."""
        batch_id, priority = text(raw, "batch_id", 200), whole(raw, "priority")
        if not batch_id or priority is None:
            return
        self._known[BatchId(batch_id)] = priority
        self._known.move_to_end(BatchId(batch_id))
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def placed(self, job: Job) -> Job:
        """A job with its place in the queue, as far as it is known."""
        priority = self._known.get(job.batch_id) if job.batch_id else None
        return replace(job, queue_position=-priority) if priority else job

    def unknown(self, jobs: Iterable[Job], most: int) -> list[JobId]:
        """A job of each batch that waits and whose priority is not known; at most ``most``."""
        found: dict[BatchId, JobId] = {}
        for job in jobs:
            batch_id = job.batch_id
            if job.state is JobState.PENDING and batch_id and batch_id not in self._known:
                found.setdefault(batch_id, job.key.job_id)
            if len(found) >= most:
                break
        return list(found.values())

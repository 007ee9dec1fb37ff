"""The results of one batch as a list of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ivk_desktop.domain.jobs import BatchId, JobId
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.results import Result, ResultStore
from ivk_desktop.stores.workflow_results import WorkflowResults


class BatchResults(WorkflowResults):
    """Those results whose jobs were enqueued together; what is made meanwhile joins them."""

    def __init__(
        self,
        results: ResultStore,
        queue: QueueStore,
        batch_id: BatchId,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._batch_id = batch_id
        self.set_source(results)

    def row_of(self, ref: MediaRef) -> int:
        """The row of a picture, -1 for one that is not of the batch."""
        return next((n for n, one in enumerate(self._rows) if one.ref == ref), -1)

    def _shown(self, result: Result) -> bool:
        return batch_of(self._queue, result.job.job_id) == self._batch_id


def batch_of(queue: QueueStore, job_id: JobId) -> BatchId | None:
    """The batch of a job, if it is known."""
    job = queue.jobs.get(job_id)
    return job.batch_id if job is not None else None

"""The results of one batch as a list of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.all_results import AllResults
from ivk_desktop.stores.results import Result, ResultStore
from ivk_desktop.stores.workflow_results import WorkflowResults

BatchOf = Callable[[JobKey], BatchId | None]
"""Tells the batch of a job, if it is known."""


class BatchResults(WorkflowResults):
    """Those results whose jobs were enqueued together; what is made meanwhile joins them.

    Args:
        results: what came of jobs.
        batch_of: tells the batch of each.
        of: a job of the batch that is meant.
        parent: the owner.
    """

    def __init__(
        self,
        results: ResultStore | AllResults,
        batch_of: BatchOf,
        of: JobKey,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._batch_of = batch_of
        self._batch = (of.server_id, batch_of(of))
        self.set_source(results)

    def row_of(self, ref: MediaRef) -> int:
        """The row of a picture, -1 for one that is not of the batch."""
        return next((n for n, one in enumerate(self._rows) if one.ref == ref), -1)

    def _shown(self, result: Result) -> bool:
        return (result.job.server_id, self._batch_of(result.job)) == self._batch

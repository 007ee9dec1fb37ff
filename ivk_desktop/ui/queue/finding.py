"""Leads from a job to its row in the queue."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, RowId, RowKind
from ivk_desktop.ui.queue.panel import QueuePanel


def show_job(panel: QueuePanel, key: JobKey, batch_id: BatchId | None) -> bool:
    """Put the cursor on a job's row; filters that hide it are taken away.

    Returns:
        Whether the queue lists the job.
    """
    row = _row_of(panel, key, batch_id)
    if row is None and panel.model.is_filtered:
        panel.clear_filter()
        # What is typed waits a moment before it filters: this must not.
        panel.model.set_filter(Status.ALL, "")
        row = _row_of(panel, key, batch_id)
    if row is None:
        return False
    index = panel.model.index(row, Column.ITEM)
    panel.table.setCurrentIndex(index)
    panel.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
    return True


def _row_of(panel: QueuePanel, key: JobKey, batch_id: BatchId | None) -> int | None:
    """The number of the row; its batch is unfolded, one of a single job stands for it."""
    item = RowId(key.server_id, RowKind.ITEM, key.job_id)
    if (row := panel.model.find(item)) is not None or batch_id is None:
        return row
    batch = RowId(key.server_id, RowKind.BATCH, batch_id)
    panel.model.set_folded(batch, False)
    row = panel.model.find(item)
    return panel.model.find(batch) if row is None else row

"""Reading the whole queue: every id, and the records that matter now."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from ivk_desktop.api.invokeai.mapping import counts_of_status
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.values import mapping, whole
from ivk_desktop.domain.jobs import Job, JobId, QueueCounts
from ivk_desktop.domain.updates import QueueSnapshot

FIRST = 200
"""So many of the newest records come with the ids."""
_AROUND = 25
_MOST_OPEN = 1000


async def read_snapshot(queue: QueueRepository) -> QueueSnapshot:
    """Read ids, counts, the newest page, what runs, and the open jobs up to 1000."""
    status, ids = await asyncio.gather(queue.status(), queue.item_ids())
    counts = counts_of_status(status)
    jobs = await queue.summaries(_first_ids(ids, status))
    jobs += await _other_open(queue, ids, jobs, counts)
    return QueueSnapshot(ids, tuple(jobs), counts)


def _first_ids(ids: Sequence[JobId], status: dict[str, Any]) -> list[JobId]:
    """The newest page, and those around the current item: it may be 10,000 ids further down."""
    wanted = dict.fromkeys(ids[:FIRST])
    current = whole(mapping(status, "queue"), "item_id")
    if current is not None and (job_id := JobId(str(current))) in ids:
        position = ids.index(job_id)
        around = ids[max(0, position - _AROUND) : position + _AROUND]
        wanted.update(dict.fromkeys(around))
    return list(wanted)


async def _other_open(
    queue: QueueRepository, ids: Sequence[JobId], jobs: list[Job], counts: QueueCounts
) -> list[Job]:
    """Open jobs beyond the first page; the newest ids are the likeliest ones."""
    found = sum(not job.state.ended for job in jobs)
    if found >= counts.open:
        return []
    known = {job.key.job_id for job in jobs}
    rest = [job_id for job_id in ids[:_MOST_OPEN] if job_id not in known]
    return [job for job in await queue.summaries(rest) if not job.state.ended]

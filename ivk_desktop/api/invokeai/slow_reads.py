"""What no event tells and no summary has: read once, or slowly, beside everything else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Final

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.invokeai.boards import BoardRepository
from ivk_desktop.api.invokeai.mailbox import Mailbox
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.domain.jobs import Job, JobState, JobUpdate
from ivk_desktop.domain.updates import JobChanged, Resource, ResourceChanged

log = logging.getLogger(__name__)

_MOST_BATCHES: Final = 100
_PAGE: Final = 20
_PAUSE_S: Final = 0.1


async def learn_order(queue: QueueRepository, jobs: Sequence[Job], mailbox: Mailbox) -> None:
    """Tell in which order the batches of a snapshot run: one full record of each says it."""
    oldest_first = sorted(jobs, key=lambda job: int(job.key.job_id))
    asked = queue.priorities.unknown(oldest_first, _MOST_BATCHES)
    for start in range(0, len(asked), _PAGE):
        try:
            await queue.items(asked[start : start + _PAGE])
        except ApiError as error:
            log.info("the order of the queue is not known: %s", error)
            return
        await asyncio.sleep(_PAUSE_S)
    for job in oldest_first if asked else ():
        placed = queue.priorities.placed(job)
        if job.state is JobState.PENDING and placed != job:
            update = JobUpdate(job.key, queue_position=placed.queue_position)
            mailbox.put(JobChanged(update))


async def watch_boards(boards: BoardRepository, every_s: float, mailbox: Mailbox) -> None:
    """Say when the boards have changed: others may move, delete and upload pictures."""
    known = None
    while True:
        await asyncio.sleep(every_s)
        try:
            found = await boards.all()
        except ApiError as error:
            log.info("the boards cannot be read: %s", error)
            continue
        if known is not None and found != known:
            mailbox.put(ResourceChanged(Resource.BOARDS))
        known = found

"""Handing in a batch, once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.errors import ApiError, BadAnswer, ServerFault, Unconfirmed, Unreachable
from ivk_desktop.api.failures import arguments, passing, undelivered
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobId

log = logging.getLogger(__name__)

LOOK_AGAIN_S = (0.0, 0.5, 1.5, 3.0)
"""When a lost answer is looked up: the server may be busy with taking the batch."""

_NEWEST = 400


async def submit(
    queue: QueueRepository, request: SubmitRequest, profile: ConnectionProfile
) -> Receipt:
    """Send the batch; where the answer is lost, look the batch up instead of sending it again.

    Raises:
        Rejected: the server refused it; ``problems`` name nodes and fields.
        Unconfirmed: the answer was lost, and so was the answer to the question.
        ApiError: it was not taken.
    """
    try:
        answer = await queue.enqueue(request.payload)
    except (Unreachable, BadAnswer, ServerFault) as error:
        if undelivered(error):
            raise
        log.warning("the answer to batch %s is lost: %s", request.batch_id, error)
        return await _look_up(queue, request, profile, error)
    ids = tuple(JobId(str(number)) for number in sorted(answer.item_ids))
    return Receipt(request.batch_id, answer.requested, answer.enqueued, ids)


async def retry(queue: QueueRepository, ids: Sequence[JobId], profile: ConnectionProfile) -> int:
    """Enqueue failed and canceled items anew, once; how many that were.

    Raises:
        Unconfirmed: the answer was lost: new items may be there.
        ApiError: it was not done.
    """
    try:
        return await queue.retry(ids)
    except (Unreachable, BadAnswer, ServerFault) as error:
        if undelivered(error) or (isinstance(error, ServerFault) and not passing(error)):
            raise  # the server has not got it, or has failed and taken it back
        raise Unconfirmed(error.detail, **arguments(profile)) from error


async def _look_up(
    queue: QueueRepository,
    request: SubmitRequest,
    profile: ConnectionProfile,
    lost: ApiError,
) -> Receipt:
    answered = False
    for wait_s in LOOK_AGAIN_S:
        await asyncio.sleep(wait_s)
        try:
            total = await queue.batch_total(request.batch_id)
            if total:
                ids = await _ids_of(queue, request.batch_id)
                return Receipt(request.batch_id, request.count, total, ids)
            answered = True
        except ApiError as error:
            log.info("the batch cannot be looked up: %s", error)
            answered = False
    if answered:
        raise lost
    raise Unconfirmed(lost.detail, **arguments(profile)) from lost


async def _ids_of(queue: QueueRepository, batch_id: BatchId) -> tuple[JobId, ...]:
    """The batch's ids, oldest first: it is among the newest of the queue."""
    jobs = await queue.summaries((await queue.item_ids())[:_NEWEST])
    found = (job.key.job_id for job in jobs if job.batch_id == batch_id)
    return tuple(sorted(found, key=int))

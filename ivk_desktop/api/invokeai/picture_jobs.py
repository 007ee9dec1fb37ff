"""Which queue item made a picture: pictures name a session, and no call finds one by it."""

from __future__ import annotations

from typing import Final

from ivk_desktop.api.invokeai.gallery import GalleryRepository
from ivk_desktop.api.invokeai.mapping import job_id
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.domain.jobs import Job, JobId
from ivk_desktop.domain.media import MediaRef

SLACK_S: Final = 3.0
"""Times are written at different moments, some in whole seconds."""
PAGE: Final = 1000


async def job_of_picture(
    gallery: GalleryRepository, queue: QueueRepository, ref: MediaRef
) -> JobId | None:
    """Find the item that ran when the picture was made, and whose session is the picture's.

    Walks through the summaries, newest first (11,000 are read in 0.2 s), and reads whole only
    the few items that ran at that time.
    """
    found = await gallery.session_of(ref)
    if found is None:
        return None
    session, created_at = found
    ids = await queue.item_ids()
    for start in range(0, len(ids), PAGE):
        jobs = await queue.summaries(ids[start : start + PAGE])
        ran = [job.key.job_id for job in jobs if _ran_at(job, created_at)]
        for raw in await queue.items(ran):
            if raw.get("session_id") == session:
                return job_id(raw)
    return None


def _ran_at(job: Job, at: float) -> bool:
    if job.started_at is None or job.started_at > at + SLACK_S:
        return False
    return job.ended_at is None or job.ended_at >= at - SLACK_S

"""A recording of events as a server that nothing can be asked of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any, Final

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.api.invokeai.events import EventReader, Missed, QueueStale
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import JobId, JobUpdate, QueueCounts
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.raw_events import RawEvent, read_recording
from ivk_desktop.domain.servers import (
    Capabilities,
    EtaSource,
    LinkState,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import Connected, Lost, QueueSnapshot, Update

READ_ONLY: Final = Capabilities(previews=PreviewMode.PUSH, eta=EtaSource.DERIVED, parallel=True)
MOST_WAIT_S: Final = 2.0
"""Nobody waits through the pauses of a recording."""

LATER_S: Final = 3600.0
"""A file that cannot be read is tried again only when asked to."""


class ReplayBackend:
    """Plays the events of a file with their pauses, once; reads only.

    ``speed`` is how much faster than it was.
    """

    def __init__(self, server_id: ServerId, path: Path, speed: float = 1.0) -> None:
        self._server_id = server_id
        self._path = path
        self._speed = speed

    @property
    def server_id(self) -> ServerId:
        """The recording's own id: it is no server that is known."""
        return self._server_id

    async def probe(self) -> ServerFacts:
        """What is played."""
        return ServerFacts("Recording", self._path.name, READ_ONLY)

    async def updates(self) -> AsyncGenerator[Update, None]:
        """Play all, and stay at the end."""
        try:
            events = await asyncio.to_thread(lambda: list(read_recording(self._path)))
        except DomainError as error:
            yield Lost(error.problem, LATER_S)
            return
        yield Connected(LinkState.LIVE, await self.probe())
        yield QueueSnapshot((), (), QueueCounts())
        reader = EventReader(self._server_id, _queue_of(events))
        before = events[0].at if events else 0.0
        for event in events:
            await asyncio.sleep(min(max(0.0, event.at - before), MOST_WAIT_S) / self._speed)
            before = event.at
            for heard in reader.read(event.name, _whole(event.data)):
                if isinstance(heard, QueueStale) and heard.everything:
                    yield QueueSnapshot((), (), QueueCounts())
                elif not isinstance(heard, QueueStale | Missed):
                    yield heard
        await asyncio.Event().wait()

    async def submit(self, request: SubmitRequest) -> Receipt:
        """Nothing is submitted to a recording."""
        raise _read_only()

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        """Nothing is canceled in a recording."""
        raise _read_only()

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """There are no records."""
        raise NotFound(what="The record")

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """There are no pictures but the previews."""
        raise NotFound(what="The picture")

    async def aclose(self) -> None:
        """Nothing to close."""


def _read_only() -> ApiError:
    return Unusable(Problem("recording_read_only"))


def _queue_of(events: Sequence[RawEvent]) -> str:
    queues = (e.data.get("queue_id") for e in events if isinstance(e.data, dict))
    return next((queue for queue in queues if isinstance(queue, str)), "default")


def _whole(data: Any) -> Any:
    """Without a preview of which only the beginning was recorded."""
    image = data.get("image") if isinstance(data, dict) else None
    if isinstance(image, dict) and "..." in str(image.get("dataURL", "")):
        return {**data, "image": None}
    return data

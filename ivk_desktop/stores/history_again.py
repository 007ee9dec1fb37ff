"""Running items of the history again: what is kept of them, else what their server has."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import JobForms, Repeats
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.form import SubmitOptions, SubmitRequest
from ivk_desktop.domain.history import HistoryItem, KeptRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobKey
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.stores.history import History
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.queue_merge import SAME_JOB_S
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import JobSource, KeptSource, Source
from ivk_desktop.tasks import Tasks


class Way(Enum):
    """How an item can be run again."""

    KEPT = "kept"
    """From the request that was submitted here."""
    SERVER = "server"
    """From what its server still has."""
    AWAY = "away"
    """Its server is not connected."""
    LOST = "lost"
    """Neither has anything."""


class HistoryAgain(QObject):
    """Submits items again, each as a batch of its own, oldest first, one after the other."""

    ended = Signal(int, int)
    """How many items were taken, and how many could not be run again."""
    opened = Signal(object, object)
    """A ``ServerId`` and the ``Source`` of an item's workflow."""

    def __init__(
        self,
        history: History,
        servers: Servers,
        notices: Notices,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._servers = servers
        self._notices = notices
        self._tasks = tasks
        self._number = 0

    def way(self, item: HistoryItem) -> Way:
        """How an item can be run again now."""
        session = self._servers.by_id(item.job.key.server_id)
        if session is None or not session.link.connected:
            return Way.AWAY
        if item.is_repeatable and isinstance(session.backend, Repeats):
            return Way.KEPT
        return Way.SERVER if _lists(session, item.job) else Way.LOST

    def run(self, row_ids: Sequence[int], *, whole: bool = False) -> None:
        """Submit items again by their rows, or with ``whole`` their batches; ``ended`` follows."""
        self._number += 1
        self._tasks.start(self._run(row_ids, whole), f"run again {self._number}")

    def open(self, item: HistoryItem) -> None:
        """Open what an item ran with as a form; ``opened`` follows."""
        self._number += 1
        self._tasks.start(self._open(item), f"open from history {self._number}")

    # --- inside --------------------------------------------------------------------------
    async def _run(self, row_ids: Sequence[int], whole: bool) -> None:
        taken = lost = 0
        try:
            items = await self._history.items(sorted(row_ids))
        except DomainError as error:
            self._notices.problem(error.problem, key="history")
            return
        done: set[tuple[JobKey | None, BatchId | None]] = set()
        for item in items:
            name = (None if whole else item.job.key, item.job.batch_id)
            if name in done:
                continue
            done.add(name)
            session = self._servers.by_id(item.job.key.server_id)
            request = await self._request(session, item, whole) if session else None
            if session is None or request is None:
                lost += 1
            else:
                taken += await _handed_in(session, request)
        self.ended.emit(taken, lost)

    async def _request(
        self, session: ServerSession, item: HistoryItem, whole: bool
    ) -> SubmitRequest | None:
        backend = session.backend
        kept = await self._kept(item, whole)
        if kept is not None and isinstance(backend, Repeats):
            inputs = kept.inputs if whole else item.job.inputs
            return backend.repeat(replace(kept, inputs=inputs))
        if whole or not isinstance(backend, JobForms) or not _lists(session, item.job):
            return None
        try:
            form = await backend.job_form(item.job.key.job_id)
            return form.request(SubmitOptions())
        except ApiError as error:
            self._notices.problem(error.problem, detail=error.detail, key="again")
        except DomainError as error:
            self._notices.problem(error.problem, key="again")
        return None

    async def _kept(self, item: HistoryItem, whole: bool = False) -> KeptRequest | None:
        """The request that was kept, if it is known which of its items is meant."""
        job = item.job
        if job.batch_id is None or not item.is_repeatable:
            return None
        try:
            kept = await self._history.request(job.key, job.batch_id, whole=whole)
        except DomainError as error:
            self._notices.problem(error.problem, key="history")
            return None
        sure = kept is not None and (whole or kept.place is not None or kept.count == 1)
        return kept if sure else None

    async def _open(self, item: HistoryItem) -> None:
        job = item.job
        kept = await self._kept(item)
        source: Source = JobSource(job.key, job.title)
        if kept is not None and job.batch_id is not None:
            source = KeptSource(job.batch_id, kept.place, job.title or kept.title, kept)
        self.opened.emit(job.key.server_id, source)


def _lists(session: ServerSession, job: Job) -> bool:
    """Whether the server has this very item, and tells what it ran with."""
    known = session.queue.jobs.get(job.key.job_id)
    if not isinstance(session.backend, JobForms) or job.private:
        return False
    if known is None or known.created_at is None or job.created_at is None:
        return session.queue.rank(job.key.job_id) is not None
    return abs(known.created_at - job.created_at) <= SAME_JOB_S


async def _handed_in(session: ServerSession, request: SubmitRequest) -> int:
    """Submit and wait for the answer: how many items were taken. Failures are told already."""
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(other: SubmitRequest, outcome: object, *_: object) -> None:
        if other is request and not answer.done():
            answer.set_result(getattr(outcome, "enqueued", 0))

    session.submitted.connect(settle)
    session.submit_failed.connect(settle)
    try:
        session.submit(request)
        return await answer
    finally:
        session.submitted.disconnect(settle)
        session.submit_failed.disconnect(settle)

"""Hands submissions to a server, part by part, and tells what came of each."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, Receipt
from ivk_desktop.api.errors import ApiError, Rejected, Unconfirmed
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.tasks import Tasks

Keep = Callable[[SubmitRequest, Sequence[JobId], int], None]
"""Keeps a part that was sent, its jobs as far as they are known, and how many were taken."""


class Submitter(QObject):
    """Sends each part once; what is refused or lost is told with its reason."""

    begun = Signal(object)
    """A ``SubmitRequest`` whose parts are handed in from now on."""
    over = Signal(object)
    """The same once no part of it is under way any more, whatever came of them."""
    taken = Signal(object, object, object)
    """A ``SubmitRequest``, its ``Receipt``, and the ``JobKey``s that it was to replace."""
    refused = Signal(object, object, object)
    """A ``SubmitRequest``, the ``Problem``, and problems of single fields."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        notices: Notices,
        keep: Keep,
        url: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._tasks = tasks
        self._notices = notices
        self._keep = keep
        self._url = url

    def foresee(self) -> None:
        """Have a connection open for a submission that is about to come."""
        self._tasks.start(self._warm_up(), "warm up")

    async def _warm_up(self) -> None:
        with contextlib.suppress(ApiError):  # the submission itself tells
            await self._backend.probe()

    def submit(self, request: SubmitRequest, replacing: tuple[JobKey, ...] = ()) -> None:
        """Hand in a submission; ``taken`` or ``refused`` follows."""
        self._tasks.start(self._submit(request, replacing), f"submit {request.batch_id}")

    async def _submit(self, request: SubmitRequest, replacing: tuple[JobKey, ...]) -> None:
        self.begun.emit(request)
        try:
            await self._submit_parts(request, replacing)
        finally:
            self.over.emit(request)

    async def _submit_parts(self, request: SubmitRequest, replacing: tuple[JobKey, ...]) -> None:
        receipt: Receipt | None = None
        for part in request.parts:
            if receipt is not None and receipt.enqueued < receipt.requested:
                receipt = replace(receipt, requested=receipt.requested + part.count)
                continue  # the queue is full
            found = await self._submit_part(request, part, receipt)
            if found is None:
                return
            receipt = found
        assert receipt is not None
        self._report_short(receipt)
        self.taken.emit(request, receipt, replacing)

    async def _submit_part(
        self, request: SubmitRequest, part: SubmitRequest, before: Receipt | None
    ) -> Receipt | None:
        """Send one part; ``None`` if it was not taken: that has been told then."""
        try:
            receipt = await self._backend.submit(part)
        except ApiError as error:
            if isinstance(error, Unconfirmed):
                self._keep(part, (), 0)  # its items may come
            fields = error.problems if isinstance(error, Rejected) else ()
            self._refuse(request, error.problem, error.detail, fields)
            if before is not None:
                args = {"count": before.enqueued, "total": request.total}
                self._notices.problem(Problem("submitted_in_part", args), level=Level.WARNING)
            return None
        except asyncio.CancelledError:
            # The session ends while the answer is under way: nobody else will tell.
            self._keep(part, (), 0)
            self._refuse(request, Problem("unconfirmed", {"url": self._url}))
            raise
        self._keep(part, receipt.job_ids, receipt.enqueued)
        return receipt if before is None else _joined(before, receipt)

    def _refuse(
        self,
        request: SubmitRequest,
        problem: Problem,
        detail: str = "",
        fields: tuple[Problem, ...] = (),
    ) -> None:
        self._notices.problem(problem, detail=detail, key=f"submit:{request.form_id}")
        self.refused.emit(request, problem, fields)

    def _report_short(self, receipt: Receipt) -> None:
        if receipt.enqueued < receipt.requested:
            counts = {"enqueued": receipt.enqueued, "requested": receipt.requested}
            problem = Problem("queue_full", counts)
            self._notices.problem(problem, key="queue_full", level=Level.WARNING)


def _joined(before: Receipt, receipt: Receipt) -> Receipt:
    return Receipt(
        before.batch_id,
        before.requested + receipt.requested,
        before.enqueued + receipt.enqueued,
        before.job_ids + receipt.job_ids,
    )

"""The server's queue."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any
from urllib.parse import quote

from ivk_desktop.api.errors import RouteMissing, ServerFault
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.mapping import Naming, job_of_summary
from ivk_desktop.api.invokeai.priorities import Priorities
from ivk_desktop.api.invokeai.values import whole
from ivk_desktop.api.invokeai.wire import BatchStatus, Deleted, Enqueued, Retried
from ivk_desktop.domain.jobs import UNREADABLE, BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.servers import ServerId

PAGE = 1000
"""Records a request: the server takes no more, and answers in 14 ms."""

FEW = 50
"""More records than these are made jobs in a thread."""

Read = Callable[[list[int]], Awaitable[list[dict[str, Any]]]]


class QueueRepository:
    """``/api/v1/queue/{queue_id}``. Never ``list_all``: 25 MB, and one bad row breaks it."""

    def __init__(
        self, http: HttpClient, server_id: ServerId, queue_id: str, naming: Naming
    ) -> None:
        self._http = http
        self._naming = naming
        self._server_id = server_id
        self._base = f"/api/v1/queue/{quote(queue_id, safe='')}"
        self.priorities = Priorities()
        self._has_summaries = True

    async def status(self, within_s: float | None = None) -> dict[str, Any]:
        """Counts (``queue``, with the current item's id) and ``processor``."""
        data = await self._http.get_json(f"{self._base}/status", within_s=within_s)
        return self._http.read(_status, data)

    async def item_ids(self) -> tuple[JobId, ...]:
        """All ids, newest first."""
        data = await self._http.get_json(f"{self._base}/item_ids", {"order_dir": "DESC"})
        return self._http.read(_ids, data)

    async def summaries(self, ids: Sequence[JobId]) -> list[Job]:
        """Records without results, in any order; unknown ids are left out.

        A row that the server cannot read (it answers 500 for the whole page then) comes back as
        a job in the state ``UNKNOWN``; the others come as ever.
        """
        jobs: list[Job] = []
        for start in range(0, len(ids), PAGE):
            page = _numbers(ids[start : start + PAGE])
            rows, poisoned = await _bisected(page, self._summaries)
            # A page takes 12 ms: in a thread, while the window paints.
            many = len(rows) > FEW
            jobs += await asyncio.to_thread(self._jobs, rows) if many else self._jobs(rows)
            jobs += [self._unreadable(number) for number in poisoned]
        return jobs

    def _jobs(self, rows: Iterable[dict[str, Any]]) -> list[Job]:
        found = (job_of_summary(self._server_id, row, self._naming) for row in rows)
        return [self.priorities.placed(job) for job in found if job is not None]

    async def items(self, ids: Sequence[JobId]) -> list[dict[str, Any]]:
        """Full records with session and workflow; unknown and unreadable ones are left out."""
        rows, _ = await _bisected(_numbers(ids), self._items)
        for row in rows:
            self.priorities.note(row)
        return rows

    async def rows(self, ids: Sequence[JobId]) -> list[dict[str, Any]]:
        """Summaries as the server tells them; unknown and unreadable ones are left out."""
        found: list[dict[str, Any]] = []
        for start in range(0, len(ids), PAGE):
            rows, _ = await _bisected(_numbers(ids[start : start + PAGE]), self._summaries)
            found += rows
        return found

    async def item(self, job_id: JobId) -> dict[str, Any]:
        """One full record. Null values are absent here."""
        data = await self._http.get_json(f"{self._base}/i/{quote(job_id, safe='')}")
        record = self._http.read(_object, data)
        self.priorities.note(record)
        return record

    @property
    def enqueue_path(self) -> str:
        """Where batches are submitted to, below the server's address."""
        return f"{self._base}/enqueue_batch"

    async def enqueue(self, payload: dict[str, Any]) -> Enqueued:
        """Submit a batch: sent exactly once."""
        data = await self._http.send("POST", self.enqueue_path, payload)
        answer = self._http.read(Enqueued.model_validate, data)
        self.priorities.note({"priority": answer.priority, **payload["batch"]})
        return answer

    async def batch_total(self, batch_id: BatchId) -> int:
        """How many items of this batch the server lists; 0 for an unknown batch."""
        data = await self._http.get_json(f"{self._base}/b/{quote(batch_id, safe='')}/status")
        return self._http.read(BatchStatus.model_validate, data).total

    async def cancel(self, job_id: JobId) -> None:
        """Cancel one item; one that has ended stays as it is."""
        await self._http.send("PUT", f"{self._base}/i/{quote(job_id, safe='')}/cancel")

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        """Cancel the open items of these batches; works on unreadable rows too."""
        body = {"batch_ids": list(batch_ids)}
        await self._http.send("PUT", f"{self._base}/cancel_by_batch_ids", body)

    async def cancel_pending(self) -> None:
        """Cancel all open items but the current ones."""
        await self._http.send("PUT", f"{self._base}/cancel_all_except_current")

    async def retry(self, ids: Sequence[JobId]) -> int:
        """Enqueue failed and canceled items anew, sent exactly once; how many that were."""
        data = await self._http.send("PUT", f"{self._base}/retry_items_by_id", _numbers(ids))
        return len(self._http.read(Retried.model_validate, data).retried_item_ids)

    async def clear(self) -> int:
        """Cancel what runs and delete all items; how many are gone."""
        return await self._delete_many("clear")

    async def prune(self) -> int:
        """Delete all items that have ended; how many are gone."""
        return await self._delete_many("prune")

    async def delete(self, job_id: JobId) -> None:
        """Delete one item; an open one is canceled first."""
        await self._http.delete(f"{self._base}/i/{quote(job_id, safe='')}")

    async def _delete_many(self, what: str) -> int:
        data = await self._http.send("PUT", f"{self._base}/{what}")
        return self._http.read(Deleted.model_validate, data).deleted

    async def set_paused(self, paused: bool) -> None:
        """Pause the processor after the current item, or let it go on."""
        await self._http.send("PUT", f"{self._base}/processor/{'pause' if paused else 'resume'}")

    async def _summaries(self, numbers: list[int]) -> list[dict[str, Any]]:
        path = f"{self._base}/item_summaries_by_ids"
        if not self._has_summaries:
            return await self._items(numbers)
        try:
            data = await self._http.query(path, {"item_ids": numbers})
        except RouteMissing:
            # An older server: its whole records tell the same, and weigh more.
            self._has_summaries = False
            return await self._items(numbers)
        return self._http.read(_rows, data)

    async def _items(self, numbers: list[int]) -> list[dict[str, Any]]:
        data = await self._http.query(f"{self._base}/items_by_ids", {"item_ids": numbers})
        return self._http.read(_rows, data)

    def _unreadable(self, number: int) -> Job:
        key = JobKey(self._server_id, JobId(str(number)))
        return Job(key, JobState.UNKNOWN, native_state=UNREADABLE)


async def _bisected(numbers: list[int], read: Read) -> tuple[list[dict[str, Any]], list[int]]:
    """Read what can be read; halves a page that fails until the bad rows stand alone."""
    rows: list[dict[str, Any]] = []
    poisoned: list[int] = []
    waiting = [numbers] if numbers else []
    while waiting:
        page = waiting.pop()
        try:
            rows += await read(page)
        except ServerFault:
            if len(poisoned) > 16:
                raise  # not a bad row: the server itself
            if len(page) == 1:
                poisoned += page
            else:
                middle = len(page) // 2
                waiting += [page[middle:], page[:middle]]
    if len(numbers) > 1 and len(poisoned) == len(numbers):
        return await read(numbers), []
    return rows, poisoned


def _numbers(ids: Sequence[JobId]) -> list[int]:
    """Native ids; a client-made one that the server has not numbered is none of them."""
    return [int(job_id) for job_id in ids if job_id.isdecimal()]


def _ids(data: Any) -> tuple[JobId, ...]:
    """There may be 100,000 of them: no more than passes of the interpreter's own.

    The server sorts by time of creation, which is one for all items of a batch: it names them in
    no order then, and runs them by number.
    """
    numbers = data["item_ids"]
    if not isinstance(numbers, list) or set(map(type, numbers)) - {int}:
        raise TypeError("no list of numbers")
    return tuple(map(JobId, map(str, sorted(numbers, reverse=True))))


def _rows(data: Any) -> list[dict[str, Any]]:
    if not isinstance(data, list):
        raise TypeError("no list")
    return [row for row in data if isinstance(row, dict) and whole(row, "item_id") is not None]


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise TypeError("no object")
    return data


def _status(data: Any) -> dict[str, Any]:
    if not isinstance(data["queue"], dict) or not isinstance(data["processor"], dict):
        raise TypeError("no status")
    return dict(data)

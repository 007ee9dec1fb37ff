"""Small graphs of node types that both servers have, and how to run them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any
from uuid import uuid4

from ivk_desktop.api.client import Client
from ivk_desktop.api.feed import follow
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, JobUpdate, reduce_job
from ivk_desktop.domain.updates import JobChanged, NodeChanged, NodeStatus, QueueSnapshot, Update

Edge = tuple[str, str, str, str]


def node(node_id: str, kind: str, **values: Any) -> dict[str, Any]:
    return {"id": node_id, "type": kind, "use_cache": False, "is_intermediate": False, **values}


def slow_image(node_id: str = "n", **values: Any) -> dict[str, Any]:
    return node(node_id, "lab_slow_image", **{"steps": 4, "delay": 0.05, **values})


def request(
    *nodes: dict[str, Any], edges: tuple[Edge, ...] = (), runs: int = 1, **batch: Any
) -> SubmitRequest:
    batch_id = BatchId(str(uuid4()))
    graph = {
        "id": "g",
        "nodes": {one["id"]: one for one in nodes},
        "edges": [
            {
                "source": {"node_id": source, "field": output},
                "destination": {"node_id": target, "field": name},
            }
            for source, output, target, name in edges
        ],
    }
    sent = {
        "batch_id": batch_id,
        "graph": graph,
        "runs": runs,
        "data": [],
        "origin": "contract",
        "destination": "gallery",
        **batch,
    }
    return SubmitRequest(batch_id, "form", "A title", {"batch": sent, "prepend": False}, runs)


class Run:
    """One submission with all updates that came until its jobs had ended."""

    def __init__(self, job_ids: tuple[JobId, ...], updates: list[Update]) -> None:
        self.job_ids = job_ids
        self.updates = updates

    def of(self, kind: type[Any]) -> list[Any]:
        """The updates of that kind which are about the first job."""
        found = [update for update in self.updates if isinstance(update, kind)]
        return [update for update in found if update.key.job_id == self.job_ids[0]]

    @property
    def job(self) -> Job:
        """The first job as the updates tell it."""
        changes = [one.update for one in self.updates if isinstance(one, JobChanged)]
        mine = [change for change in changes if change.key.job_id == self.job_ids[0]]
        job = Job(mine[0].key)
        for change in mine:
            job = reduce_job(job, change)
        return job


async def started(updates: AsyncGenerator[Update, None]) -> None:
    async for update in updates:
        if isinstance(update, QueueSnapshot):
            return


def _is_last(update: JobUpdate) -> bool:
    return update.authoritative and isinstance(update.state, JobState) and update.state.ended


async def perform(client: Client, sent: SubmitRequest, *, failing: bool = False) -> Run:
    """Submit while listening, and listen until the record of every job has been read.

    With ``failing`` also until a node was told to have failed: that may come after the record.
    """
    async with aclosing(follow(client.backend)) as updates:
        await started(updates)
        receipt = await client.submit(sent)
        seen: list[Update] = []
        open_ids = set(receipt.job_ids)
        async for update in updates:
            seen.append(update)
            if isinstance(update, JobChanged) and _is_last(update.update):
                open_ids.discard(update.update.key.job_id)
            if isinstance(update, NodeChanged) and update.status is NodeStatus.FAILED:
                failing = False
            if not open_ids and not failing:
                break
        return Run(receipt.job_ids, seen)

"""Moving items of a real queue, and enqueuing them again: what the server makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ivk_desktop.api.client import Client
from ivk_desktop.domain.jobs import Job, JobId, JobState
from ivk_desktop.domain.outcomes import Outcome
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.requeue_journal import Journal
from ivk_desktop.stores.requeuer import JobRequeuer, Refused
from ivk_desktop.tasks import Tasks
from tests.contract.conftest import Server
from tests.contract.graphs import node, perform, request, slow_image

pytestmark = pytest.mark.usefixtures("qapp")


def requeuer(client: Client) -> JobRequeuer:
    server_id = client.backend.server_id
    store = QueueStore(server_id, client.backend, Tasks())
    return JobRequeuer(client.backend, store, Journal(server_id, None))


async def jobs(client: Client, ids: Sequence[JobId]) -> list[Job]:
    return list(await client.backend.jobs(ids))


async def steps_in_run_order(client: Client, ids: Sequence[JobId]) -> list[int]:
    """The steps of what waits, in the order in which the server runs it."""
    records = await client.backend.queue.items(ids)
    waiting = [record for record in records if record["status"] == "pending"]
    waiting.sort(key=lambda record: (-record["priority"], record["item_id"]))
    return [record["session"]["graph"]["nodes"]["n"]["steps"] for record in waiting]


async def enqueue(client: Client, *steps: int) -> list[JobId]:
    receipts = [await client.submit(request(slow_image(steps=n, delay=0.01))) for n in steps]
    return [job_id for receipt in receipts for job_id in receipt.job_ids]


def test_waiting_items_are_put_first_and_last_under_new_ids(server: Server, run: Any) -> None:
    async def move() -> None:
        async with server.client() as client:
            await client.backend.set_paused(True)
            made: list[JobId] = []
            try:
                made += await enqueue(client, 1, 2, 3, 4)
                outcome = await requeuer(client).move(made[2:], front=True)
                made += outcome.new_ids
                assert (outcome.count, outcome.left, outcome.stopped) == (2, 0, 0)
                assert await steps_in_run_order(client, made) == [3, 4, 1, 2]
                assert await jobs(client, made[2:4]) == [], "moved, not canceled"
                outcome = await requeuer(client).move(outcome.new_ids[:1], front=False)
                made += outcome.new_ids
                assert await steps_in_run_order(client, made) == [4, 1, 2, 3]
            finally:
                await client.backend.delete_jobs(made)
                await client.backend.set_paused(False)

    run(move())


def test_what_was_canceled_while_pending_is_enqueued_again(server: Server, run: Any) -> None:
    async def undo() -> None:
        async with server.client() as client:
            await client.backend.set_paused(True)
            made: list[JobId] = []
            try:
                data = [[{"node_path": "n", "field_name": "steps", "items": [5, 6, 7]}]]
                sent = request(slow_image(delay=0.01), data=data)
                made += (await client.submit(sent)).job_ids
                await client.backend.cancel_batches([sent.batch_id])
                outcome: Outcome = await requeuer(client).again(made, only_canceled=True)
                made += outcome.new_ids
                assert outcome.count == 3
                assert await steps_in_run_order(client, made) == [5, 6, 7]
            finally:
                await client.backend.delete_jobs(made)
                await client.backend.set_paused(False)

    run(undo())


def test_what_has_ended_is_not_moved_but_runs_again(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            done = await perform(client, request(node("a", "add", a=1, b=1)))
            with pytest.raises(Refused) as caught:
                await requeuer(client).move(done.job_ids, front=True)
            assert caught.value.problem.code == "requeue_started"
            outcome = await requeuer(client).again(done.job_ids)
            assert outcome.count == 1
            assert done.job_ids[0] != outcome.new_ids[0]
            (old,) = await jobs(client, done.job_ids)
            assert old.state is JobState.COMPLETED
            assert len(await jobs(client, outcome.new_ids)) == 1

    run(again())

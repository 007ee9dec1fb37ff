"""Tidying the queue and enqueuing again: the same on the demo server and on a real one.

A real server's queue is shared: nothing here clears or prunes it.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from typing import Any

from ivk_desktop.api.client import Client
from ivk_desktop.api.feed import follow
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState
from ivk_desktop.domain.updates import JobChanged, JobsAdded, QueueSnapshot
from tests.contract.conftest import Server
from tests.contract.graphs import node, perform, request, slow_image, started


@asynccontextmanager
async def paused(client: Client) -> Any:
    """Let the server take no item meanwhile."""
    await client.backend.set_paused(True)
    try:
        yield
    finally:
        await client.backend.set_paused(False)


async def job(client: Client, job_id: JobId) -> Job:
    (found,) = await client.backend.jobs([job_id])
    return found


def swept() -> Any:
    """Three items that differ in one field."""
    data = [[{"node_path": "a", "field_name": "a", "items": [1, 2, 3]}]]
    workflow = {
        "name": "Adding",
        "author": "",
        "description": "",
        "version": "",
        "contact": "",
        "tags": "",
        "notes": "",
        "exposedFields": [],
        "meta": {"version": "3.0.0", "category": "user"},
        "nodes": [],
        "edges": [],
    }
    return request(node("a", "add", a=0, b=1), data=data, workflow=workflow)


def test_a_batch_is_enqueued_again_with_the_values_of_its_items(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            done = await perform(client, swept())
            backend = client.backend
            (recipe,) = await backend.recipes(done.job_ids)
            assert recipe.job_ids == done.job_ids
            assert recipe.title == "Adding"
            first, _, last = done.job_ids
            sent = backend.request_again(recipe, [last, first], BatchId("new"), front=False)
            assert sent.count == 2
            new = await perform(client, sent_anew(sent))
            assert len(new.job_ids) == 2
            jobs = [await job(client, job_id) for job_id in new.job_ids]
            assert [one.inputs for one in jobs] == [(("a", "1"),), (("a", "3"),)]
            assert {one.state for one in jobs} == {JobState.COMPLETED}
            assert {(one.origin, one.destination) for one in jobs} == {("contract", "gallery")}

    run(again())


def sent_anew(sent: Any) -> Any:
    """The same under a batch id that no other run of this test has."""
    batch_id = request(node("x", "add")).batch_id
    payload = {**sent.payload, "batch": {**sent.payload["batch"], "batch_id": batch_id}}
    return type(sent)(batch_id, sent.form_id, sent.title, payload, sent.count)


def test_a_graph_without_a_batch_is_enqueued_again_as_it_was(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            sent = request(slow_image(steps=2, delay=0.01, seed=7), runs=2)
            done = await perform(client, sent)
            recipes = await client.backend.recipes(done.job_ids)
            assert [one.job_ids for one in recipes] == [done.job_ids]
            graph = await client.backend.job_graph(done.job_ids[0])
            assert graph["nodes"]["n"]["seed"] == 7
            new = client.backend.request_again(
                recipes[0], done.job_ids, BatchId("new"), front=False
            )
            assert new.payload["batch"]["runs"] == 2
            assert (await perform(client, sent_anew(new))).job.state is JobState.COMPLETED

    run(again())


def test_a_batch_of_many_is_read_by_a_sample(server: Server, run: Any) -> None:
    async def read() -> None:
        async with server.client() as client, paused(client):
            items = list(range(60))
            data = [[{"node_path": "a", "field_name": "a", "items": items}]]
            receipt = await client.submit(request(node("a", "add", a=0, b=1), data=data))
            try:
                (recipe,) = await client.backend.recipes(receipt.job_ids)
                assert recipe.job_ids == receipt.job_ids
                assert recipe.body["values"] == [[item] for item in items]
            finally:
                await client.backend.cancel_batches([receipt.batch_id])
                await client.backend.delete_jobs(receipt.job_ids)

    run(read())


def test_a_pending_item_is_canceled_while_pending(server: Server, run: Any) -> None:
    async def cancel() -> None:
        async with server.client() as client, paused(client):
            receipt = await client.submit(request(slow_image(), runs=2))
            first, second = receipt.job_ids
            await client.backend.cancel([first])
            await client.backend.cancel_batches([receipt.batch_id])
            for job_id in (first, second):
                found = await job(client, job_id)
                assert found.state is JobState.CANCELED
                assert found.started_at is None
            assert await client.backend.batch_size(receipt.batch_id) == 2
            known = set(await client.backend.queue.item_ids()) - {second}
            beyond = await client.backend.jobs_beyond(known)
            assert second in [one.key.job_id for one in beyond]
            await client.backend.delete_jobs(receipt.job_ids)
            assert await client.backend.batch_size(receipt.batch_id) == 0

    run(cancel())


def test_what_goes_to_the_front_is_told_to_stand_there(server: Server, run: Any) -> None:
    """By events; and by one full record of each batch where events were missed."""

    async def order() -> None:
        async with server.client() as client, paused(client):
            async with aclosing(follow(client.backend)) as updates:
                await started(updates)
                back = await client.submit(request(slow_image(), runs=1))
                sent = request(slow_image(), runs=1)
                front = await client.submit(
                    type(sent)(
                        sent.batch_id, "f", "t", {**sent.payload, "prepend": True}, sent.count
                    )
                )
                places: dict[JobId, int | None] = {}
                async for update in updates:
                    if isinstance(update, JobsAdded):
                        places |= {one.key.job_id: one.queue_position for one in update.jobs}
                    if {*back.job_ids, *front.job_ids} <= set(places):
                        break
                assert (places[front.job_ids[0]] or 0) < (places[back.job_ids[0]] or 0)
            async with server.client() as other, aclosing(follow(other.backend)) as updates:
                async for update in updates:
                    if isinstance(update, QueueSnapshot):
                        assert set(front.job_ids) <= set(update.ids)
                    if isinstance(update, JobChanged) and update.update.key.job_id in front.job_ids:
                        assert isinstance(update.update.queue_position, int)
                        assert update.update.queue_position < 0
                        break
            ids = (*back.job_ids, *front.job_ids)
            await client.backend.delete_jobs(ids)

    run(order())


def new_ids(update: Any) -> list[JobId]:
    """The jobs that an update is about: a list names them, or an event that came first."""
    if isinstance(update, JobsAdded):
        return [one.key.job_id for one in update.jobs]
    return [update.update.key.job_id] if isinstance(update, JobChanged) else []


def test_failed_items_are_retried_and_others_are_not(server: Server, run: Any) -> None:
    async def retry() -> None:
        async with server.client() as client:
            failing = node("f", "lab_fail", steps=1, delay=0.01, message="boom", value=3)
            failed = await perform(client, request(failing), failing=True)
            well = await perform(client, request(node("a", "add", a=1, b=1)))
            async with aclosing(follow(client.backend)) as updates:
                await started(updates)
                ids = [*failed.job_ids, *well.job_ids, JobId("999999999")]
                assert await client.backend.retry(ids) == 1
                async for update in updates:
                    if set(new_ids(update)) - set(ids):
                        break
            assert await client.backend.batch_size(failed.job.batch_id) == 2

    run(retry())


def test_deleted_items_are_gone_and_gone_ones_are_no_error(server: Server, run: Any) -> None:
    async def delete() -> None:
        async with server.client() as client:
            done = await perform(client, request(node("a", "add", a=1, b=1)))
            assert await client.backend.delete_jobs(done.job_ids) == 1
            assert await client.backend.jobs(done.job_ids) == []
            assert await client.backend.delete_jobs(done.job_ids) == 1
            assert await client.backend.recipes(done.job_ids) == []

    run(delete())


def test_own_pause_is_told_at_once_though_no_event_tells_it(server: Server, run: Any) -> None:
    async def pause() -> None:
        async with server.client() as client, aclosing(follow(client.backend)) as updates:
            await started(updates)
            async with paused(client), asyncio.timeout(6):
                async for update in updates:
                    counts = getattr(update, "counts", None)
                    if counts is not None and counts.paused:
                        break

    run(pause())

"""What is read of the queue beside its events: recipes by a sample, its order, own changes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from typing import Any

import httpx
import pytest

from ivk_desktop.api.client import Client, connect
from ivk_desktop.api.errors import Refused, ServerFault, Unconfirmed
from ivk_desktop.api.feed import follow
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.invokeai.priorities import Priorities
from ivk_desktop.api.invokeai.requeue import SAMPLE
from ivk_desktop.api.invokeai.sync import Pace
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.jobs import BatchId, JobId, JobState
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.domain.updates import (
    Connected,
    CountsChanged,
    JobsRemoved,
    QueueSnapshot,
    Resource,
    ResourceChanged,
)
from tests.contract.graphs import node, request
from tests.demo_process import DemoProcess, demo_server
from tests.fakes import a_job

QUEUE = "/api/v1/queue/default"


@asynccontextmanager
async def demo_client() -> AsyncIterator[tuple[DemoProcess, Client]]:
    with demo_server("--items", "4", "--images", "4") as demo:
        async with connect(demo.url) as client:
            yield demo, client


async def many(client: Client, batch_id: BatchId | None, *seeds: int) -> tuple[JobId, ...]:
    data = [[{"node_path": "n", "field_name": "seed", "items": list(range(SAMPLE))}]]
    ids: list[JobId] = []
    for seed in seeds:
        nodes = node("n", "lab_slow_image", steps=seed, delay=0.01)
        sent = request(nodes, data=data)
        if batch_id is not None:
            sent.payload["batch"]["batch_id"] = batch_id
        ids += (await client.submit(sent)).job_ids
    return tuple(ids)


def test_of_a_large_batch_a_sample_is_read_in_full(run: Callable[[Any], Any]) -> None:
    async def read() -> None:
        async with demo_client() as (_, client):
            await client.backend.set_paused(True)
            ids = await many(client, BatchId("twice"), 3, 3, 3)
            asked: list[int] = []
            items = client.backend.queue.items
            client.backend.queue.items = lambda some: asked.append(len(some)) or items(some)  # type: ignore[func-returns-value, method-assign]
            (recipe,) = await client.backend.recipes(ids)
            assert recipe.job_ids == ids
            assert [row[0] for row in recipe.body["values"]] == [*range(SAMPLE)] * 3
            assert asked == [SAMPLE]

    run(read())


def test_a_batch_id_that_was_used_for_two_graphs_is_read_as_a_whole(
    run: Callable[[Any], Any],
) -> None:
    async def read() -> None:
        async with demo_client() as (_, client):
            await client.backend.set_paused(True)
            ids = await many(client, BatchId("twice"), 3, 5, 3)
            recipes = await client.backend.recipes(ids)
            steps = [one.body["graph"]["nodes"]["n"]["steps"] for one in recipes]
            assert steps == [3, 5, 3]
            assert sum((one.job_ids for one in recipes), ()) == ids

    run(read())


def test_higher_priorities_stand_before_lower_ones() -> None:
    known = Priorities()
    known.note({"batch_id": "front", "priority": 2})
    known.note({"batch_id": "back", "priority": 0})
    known.note({"batch_id": "odd", "priority": "high"})
    front, back, odd = (
        a_job(n, batch_id=BatchId(b)) for n, b in enumerate(("front", "back", "odd"))
    )
    assert known.placed(front).queue_position == -2
    assert known.placed(back) == back
    assert known.unknown([front, back, odd], 10) == [odd.key.job_id]
    assert known.unknown([a_job(1, JobState.COMPLETED)], 10) == []


@pytest.mark.parametrize("link", [LinkState.LIVE, LinkState.POLLING])
def test_own_pause_and_prune_are_read_at_once(run: Callable[[Any], Any], link: LinkState) -> None:
    """Pace says minutes: what comes within the test's patience was asked for by the action."""

    async def act() -> None:
        with demo_server("--items", "4", "--images", "4") as demo:
            if link is LinkState.POLLING:
                demo.faults(refuse_sockets=True)
            backend = InvokeAIBackend(
                ServerId("s"),
                ConnectionProfile(demo.url),
                pace=Pace(status_s=600, poll_s=600, seek_s=600),
            )
            async with aclosing(follow(backend)) as updates:
                async for update in updates:
                    if isinstance(update, Connected):
                        assert update.link is link
                    if isinstance(update, QueueSnapshot):
                        break
                await backend.set_paused(True)
                async for update in updates:
                    if isinstance(update, CountsChanged):
                        assert update.counts.paused
                        break
                assert await backend.prune() == 4
                async for update in updates:
                    if isinstance(update, JobsRemoved):
                        assert len(update.ids) == 4
                        break
            await backend.aclose()

    run(act())


def test_boards_that_others_change_are_noticed(run: Callable[[Any], Any]) -> None:
    async def change() -> None:
        with demo_server("--items", "4", "--images", "4") as demo:
            backend = InvokeAIBackend(
                ServerId("s"), ConnectionProfile(demo.url), pace=Pace(boards_s=0.05)
            )
            names = (f"board {n}" for n in range(1000))
            async with aclosing(follow(backend)) as updates, asyncio.TaskGroup() as group:
                task = group.create_task(_make_boards(demo.url, names))
                async for update in updates:
                    if update == ResourceChanged(Resource.BOARDS):
                        break
                task.cancel()
            await backend.aclose()

    run(change())


async def _make_boards(url: str, names: Any) -> None:
    """One after the other, until somebody has noticed."""
    async with httpx.AsyncClient(base_url=url) as client:
        for name in names:
            await client.post("/api/v1/boards/", params={"board_name": name})


@pytest.mark.parametrize(
    ("fault", "error"),
    [({"kind": "cut"}, Unconfirmed), ({"status": 502}, Unconfirmed), ({}, ServerFault)],
)
def test_a_retry_whose_answer_is_lost_is_not_sent_again(
    run: Callable[[Any], Any], fault: dict[str, Any], error: type[Exception]
) -> None:
    async def retry() -> None:
        async with demo_client() as (demo, client):
            demo.faults(answers=[{"path": f"{QUEUE}/retry_items_by_id", **fault}])
            with pytest.raises(error):
                await client.backend.retry([JobId("1")])

    run(retry())


def test_a_retry_that_never_arrived_says_so(run: Callable[[Any], Any]) -> None:
    async def retry() -> None:
        async with demo_client() as (demo, client):
            demo.die()
            with pytest.raises(Refused):
                await client.backend.retry([JobId("1")])

    run(retry())

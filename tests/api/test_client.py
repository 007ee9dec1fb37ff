"""The Python API without a window."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api.client import Client, connect
from ivk_desktop.api.errors import Refused
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobState
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.domain.updates import Connected, JobChanged, JobsAdded, Lost, Progress
from tests.api.fake_invokeai import FakeInvokeAI, Q, served

REQUEST = SubmitRequest(BatchId("mine"), "form", "T", {"batch": {"graph": {}}}, 2)
NODE = {"invocation_source_id": "n", "invocation": {"id": "r", "type": "add"}}


@asynccontextmanager
async def submitted(fake: FakeInvokeAI) -> Any:
    """A client that has handed in two jobs."""

    async def enqueue(_: web.Request) -> web.Response:
        fake.add(1, batch_id="mine")
        fake.add(2, batch_id="mine")
        return web.json_response({"enqueued": 2, "requested": 2, "item_ids": [2, 1]})

    fake.routes["POST", f"{Q}/enqueue_batch"] = enqueue
    async with served(fake), connect(fake.url) as client:
        await client.submit(REQUEST)
        yield client


def test_a_batch_is_watched_to_its_end_and_nothing_else(run: Any) -> None:
    async def watch(fake: FakeInvokeAI) -> None:
        fake.add(7, batch_id="another")
        seen = []
        async with submitted(fake) as client:
            async for update in client.watch(REQUEST.batch_id):
                seen.append(update)
                if isinstance(update, JobsAdded):
                    await fake.emit_status(7, "in_progress", 1)
                    await fake.emit("invocation_progress", item_id=7, percentage=0.1, **NODE)
                    await fake.emit_status(1, "in_progress", 1)
                    await fake.emit("invocation_progress", item_id=1, percentage=0.5, **NODE)
                    await fake.emit_status(1, "completed", 2)
                    await fake.emit("queue_items_canceled", canceled_item_ids=[2])
                    fake.items[2]["status"] = "canceled"
        keys = {one.key.job_id for one in seen if isinstance(one, Progress)}
        assert keys == {"1"}
        ends = {
            one.update.key.job_id: one.update.state
            for one in seen
            if isinstance(one, JobChanged) and one.update.authoritative
        }
        assert ends == {"1": JobState.COMPLETED, "2": JobState.CANCELED}

    run(watch(FakeInvokeAI()))


def test_a_batch_that_has_ended_already_is_told_at_once(run: Any) -> None:
    async def late(fake: FakeInvokeAI) -> None:
        async with submitted(fake) as client:
            for item in fake.items.values():
                item.update(status="completed", status_sequence=2)
            seen = [update async for update in client.watch(REQUEST.batch_id)]
            ends = [one for one in seen if isinstance(one, JobChanged)]
            assert not [one for one in seen if isinstance(one, JobsAdded)]
            assert [one.update.state for one in ends] == [JobState.COMPLETED] * 2

    run(late(FakeInvokeAI()))


def test_jobs_that_were_deleted_end_the_watch(run: Any) -> None:
    async def deleted(fake: FakeInvokeAI) -> None:
        async with submitted(fake) as client:
            fake.items.clear()
            async for _ in client.watch(REQUEST.batch_id):
                pass

    run(deleted(FakeInvokeAI()))


def test_watching_survives_a_lost_connection(run: Any) -> None:
    async def survive(fake: FakeInvokeAI) -> None:
        kinds = []
        async with submitted(fake) as client:
            async for update in client.watch(REQUEST.batch_id):
                kinds.append(type(update))
                if isinstance(update, JobsAdded) and Lost not in kinds:
                    for item in fake.items.values():
                        item.update(status="completed", status_sequence=2)
                    await fake.cut_off()
        assert kinds.count(Connected) == 2
        assert kinds.count(JobChanged) == 2

    run(survive(FakeInvokeAI()))


def test_an_address_that_cannot_be_used_is_told_before_anything_is_sent(run: Any) -> None:
    async def open_one(url: str) -> Client:
        async with connect(url) as client:
            return client

    with pytest.raises(DomainError):
        run(open_one("ftp://h"))
    with pytest.raises(Refused):
        run(open_one("http://127.0.0.1:1"))

"""What every backend owes its caller, whatever kind of server is behind it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api.backend import Backend, BoardSource, ModelSource, QueueSource, WorkflowSource
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.api.feed import Backoff, follow
from ivk_desktop.api.http import ConnectionProfile
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, reduce_job
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.servers import CancelScope, LinkState, ServerId
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobsAdded,
    Lost,
    Progress,
    QueueSnapshot,
    Update,
)
from tests.api.fake_invokeai import QUICK, FakeInvokeAI, Q, served
from tests.api.scripted_polling import PaintBackend, PaintServer

REQUEST = SubmitRequest(BatchId("mine"), "form", "Portrait", {"batch": {"graph": {}}}, 1)

Step = Callable[[], Awaitable[None]]


@dataclass
class Kind:
    """One kind of server: a backend, and how to make the submitted job go on."""

    backend: Backend
    begin: Step
    progress: Step
    finish: Step


@asynccontextmanager
async def paint() -> AsyncIterator[Kind]:
    async with PaintServer().served() as server:
        backend = PaintBackend(ServerId("p"), ConnectionProfile(server.url, product="Paint"))

        async def progress() -> None:
            server.fraction = 0.5

        async def finish() -> None:
            server.finish.set()

        async def begin() -> None:
            return None

        try:
            yield Kind(backend, begin, progress, finish)
        finally:
            await backend.aclose()


@asynccontextmanager
async def invokeai() -> AsyncIterator[Kind]:
    fake = FakeInvokeAI()
    node = {"invocation_source_id": "n", "invocation": {"id": "r", "type": "l2i"}}
    session = {
        "graph": {"nodes": {"n": {"type": "l2i", "is_intermediate": False}}},
        "results": {"r": {"image": {"image_name": "picture"}}},
        "prepared_source_mapping": {"r": "n"},
    }

    async def enqueue(_: web.Request) -> web.Response:
        fake.add(1, batch_id="mine")
        return web.json_response({"enqueued": 1, "requested": 1, "item_ids": [1]})

    async def cancel(_: web.Request) -> web.Response:
        await fake.emit_status(1, "canceled", 2)
        return web.json_response({})

    async def picture(_: web.Request) -> web.Response:
        return web.Response(body=b"\x89PNG")

    async def finish() -> None:
        fake.items[1]["session"] = session
        await fake.emit_status(1, "completed", 2)

    fake.routes["POST", f"{Q}/enqueue_batch"] = enqueue
    fake.routes["PUT", f"{Q}/i/1/cancel"] = cancel
    fake.routes["GET", "/api/v1/images/i/picture/full"] = picture
    async with served(fake):
        backend = InvokeAIBackend(ServerId("i"), ConnectionProfile(fake.url), pace=QUICK)
        try:
            yield Kind(
                backend,
                lambda: fake.emit_status(1, "in_progress", 1),
                lambda: fake.emit("invocation_progress", item_id=1, percentage=0.5, **node),
                finish,
            )
        finally:
            await backend.aclose()


@pytest.fixture(params=[paint, invokeai], ids=lambda kind: kind.__name__)
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


async def ended(updates: AsyncGenerator[Update, None], job_id: JobId) -> Job:
    """Apply the updates of one job until its record has come."""
    job: Job | None = None
    async for update in updates:
        if isinstance(update, JobsAdded):
            job = next((one for one in update.jobs if one.key.job_id == job_id), job)
        if isinstance(update, JobChanged) and update.update.key.job_id == job_id:
            job = reduce_job(job or Job(update.update.key), update.update)
            if job.state.ended and update.update.authoritative:
                return job
    raise AssertionError("the updates ended before the job")


async def until_progress(updates: AsyncGenerator[Update, None], fraction: float) -> None:
    async for update in updates:
        if isinstance(update, Progress) and update.fraction == fraction:
            return


async def begun(kind: Kind, updates: AsyncGenerator[Update, None]) -> JobId:
    """Connect and submit; the job is under way after that."""
    connected = await anext(updates)
    assert isinstance(connected, Connected)
    assert connected.link in (LinkState.LIVE, LinkState.POLLING)
    assert isinstance(await anext(updates), QueueSnapshot)
    receipt = await kind.backend.submit(REQUEST)
    assert (receipt.batch_id, receipt.requested, receipt.enqueued) == ("mine", 1, 1)
    await kind.begin()
    return receipt.job_ids[0]


def test_a_job_goes_from_submission_to_result(kind: Any, run: Any) -> None:
    async def go() -> None:
        async with kind() as one, aclosing(one.backend.updates()) as updates:
            job_id = await begun(one, updates)
            await one.progress()
            await until_progress(updates, 0.5)
            await one.finish()
            job = await ended(updates, job_id)
            assert (job.state, job.title) == (JobState.COMPLETED, "Portrait")
            (ref,) = job.outputs
            assert await one.backend.fetch(ref, MediaSize.FULL) == b"\x89PNG"
            record = await one.backend.reconcile(job_id)
            assert record.authoritative
            assert record.state is JobState.COMPLETED

    run(go())


def test_a_running_job_is_canceled_as_far_as_the_server_can(kind: Any, run: Any) -> None:
    async def cancel() -> None:
        async with kind() as one, aclosing(one.backend.updates()) as updates:
            job_id = await begun(one, updates)
            facts = await one.backend.probe()
            assert facts.capabilities.cancel in (CancelScope.ITEM, CancelScope.GLOBAL)
            await one.progress()
            await until_progress(updates, 0.5)
            await one.backend.cancel([job_id])
            assert (await ended(updates, job_id)).state is JobState.CANCELED

    run(cancel())


def test_an_unknown_job_is_not_found(kind: Any, run: Any) -> None:
    async def unknown() -> None:
        async with kind() as one:
            with pytest.raises(NotFound):
                await one.backend.reconcile(JobId("999"))

    run(unknown())


def test_a_dead_server_ends_in_lost_and_errors_of_the_tree(kind: Any, run: Any) -> None:
    async def dead() -> None:
        async with kind() as one:
            backend = one.backend
            profile = ConnectionProfile("http://127.0.0.1:1")
            gone = type(backend)(ServerId("gone"), profile)
            async with aclosing(gone.updates()) as updates:
                told = [update async for update in updates]
            assert [type(update) for update in told] == [Lost]
            with pytest.raises(ApiError):
                await gone.probe()
            async with aclosing(follow(gone, Backoff(0.001, 0.001))) as feed:
                lost = [await anext(feed) for _ in range(3)]
            assert all(isinstance(update, Lost) and update.retry_in_s for update in lost)
            await gone.aclose()

    run(dead())


def test_closing_twice_is_fine(kind: Any, run: Any) -> None:
    async def close() -> None:
        async with kind() as one:
            await one.backend.probe()
            await one.backend.aclose()
            await one.backend.aclose()

    run(close())


def test_optional_parts_are_had_or_lacking(run: Any) -> None:
    async def parts() -> None:
        optional = (QueueSource, WorkflowSource, BoardSource, ModelSource)
        async with invokeai() as one, paint() as other:
            assert all(isinstance(one.backend, part) for part in optional)
            assert not any(isinstance(other.backend, part) for part in optional)

    run(parts())

"""What no server should send, and how the window bears it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.session import ServerSession
from tests.api.fake_invokeai import FakeInvokeAI, served
from tests.app.sight import told
from tests.app.test_runs import session_of
from tests.desk import open_desk, until

Run = Callable[[Any], Any]
NODE = {"invocation_source_id": "n", "invocation": {"id": "r", "type": "denoise_latents"}}


@asynccontextmanager
async def desk_on(fake: FakeInvokeAI) -> AsyncIterator[tuple[Desk, ServerSession]]:
    """A window on a server of the test's own, whose queue has been read."""
    async with served(fake), open_desk() as desk:
        assert desk.connections is not None
        await desk.connections._connect_typed(fake.url, None)
        session = session_of(desk)
        await until(lambda: session.link is LinkState.LIVE, session.link_changed)
        await until(lambda: session.queue.is_loaded, session.queue.reset)
        yield desk, session


def test_percentages_of_any_kind_never_run_a_bar_backwards_or_full(run: Run) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()
        fake.add(1)
        async with desk_on(fake) as (_, session):
            await fake.emit_status(1, "in_progress", 1)
            await fake.emit("invocation_started", item_id=1, **NODE)
            seen: list[float] = []
            key = None
            for value in (0.5, None, 7.5, -3, 0.2, "half", float("nan"), 1e308, True, 0.6):
                await fake.emit(
                    "invocation_progress", item_id=1, percentage=value, message=str(value), **NODE
                )
            progress, queue = session.progress, session.queue
            await until(lambda: progress.running, queue.changed, progress.started)
            key = progress.running[0].key
            progress.changed.connect(lambda _: seen.append(progress.fraction(key) or 0.0))
            shown = progress.changed
            await until(lambda: progress.running[0].message == "0.6", shown, progress.ticked)
            assert seen == sorted(seen)
            assert seen[-1] < 1
            await fake.emit_status(1, "completed", 2)
            await until(lambda: not progress.running, progress.ended)

    run(scenario())


def test_two_items_of_one_session_are_two_jobs(run: Run) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()
        for number in (1, 2):
            fake.add(number, session_id="the same")
        async with desk_on(fake) as (_, session):
            for number in (1, 2):
                await fake.emit_status(number, "in_progress", 1)
                await fake.emit("invocation_progress", item_id=number, percentage=0.5, **NODE)
            progress, jobs = session.progress, session.queue.jobs
            await until(lambda: len(progress.running) == 2, progress.started, progress.changed)
            await fake.emit_status(1, "failed", 2, error_type="E", error_message="one only")
            changed = session.queue.changed
            await until(lambda: jobs[JobId("1")].state is JobState.FAILED, changed)
            assert jobs[JobId("2")].state is JobState.RUNNING
            assert jobs[JobId("2")].error is None

    run(scenario())


def test_a_thousand_failures_and_a_traceback_of_5_mb_are_one_notice(run: Run) -> None:
    async def scenario() -> None:
        fake, count = FakeInvokeAI(), 1000
        numbers = range(1, count + 1)
        for number in numbers:
            fake.add(number, "in_progress" if number <= 50 else "pending")
        async with desk_on(fake) as (desk, session):
            queue = session.queue
            for number in numbers:
                fake.items[number] |= {
                    "error_type": "OutOfMemoryError",
                    "error_message": "CUDA out of memory",
                    "error_traceback": "x" * 5_000_000 if number == 1 else "Traceback",
                }
            await asyncio.gather(*(fake.emit_status(number, "failed", 2) for number in numbers))
            failed = (queue.changed, queue.counts_changed, queue.reset)
            await until(lambda: queue.counts.failed == count, *failed)
            notices = [text for text in told(desk) if "CUDA out of memory" in text]
            assert len(notices) == 1
            error = queue.jobs[JobId("1")].error
            assert error is not None
            assert len(error.traceback) <= 20_000
            assert session.link is LinkState.LIVE
            assert session.progress.running == ()

    run(scenario())

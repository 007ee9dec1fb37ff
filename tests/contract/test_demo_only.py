"""What is tried on the demo server alone, each with its reason."""

from __future__ import annotations

import asyncio
import gc
import json
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from typing import Any

import pytest
from qasync import QEventLoop

from ivk_desktop.api.client import connect
from ivk_desktop.api.feed import Backoff, follow
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.updates import (
    Connected,
    CountsChanged,
    Lost,
    Progress,
    QueueSnapshot,
    Update,
)
from tests.contract.graphs import perform, request, slow_image


@contextmanager
def demo(port: int = 0) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    command = [sys.executable, "-m", "ivk_desktop.demo", "--speed", "20", "--port", str(port)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process, json.loads(process.stdout.readline())["url"]
        finally:
            process.stdin.close()
            process.wait(10)


async def _next(updates: AsyncGenerator[Update, None], kind: type[Any]) -> Any:
    async for update in updates:
        if isinstance(update, kind):
            return update
    raise AssertionError(f"no {kind.__name__}")


def test_a_paused_queue_is_noticed_and_goes_on(demo_url: str, run: Any) -> None:
    """Demo only: a real server may be in use by others, and pausing stops them too."""

    async def pause() -> None:
        async with connect(demo_url) as client, aclosing(follow(client.backend)) as updates:
            await _next(updates, QueueSnapshot)
            await client.backend.set_paused(True)
            try:
                receipt = await client.submit(request(slow_image(steps=1)))
                counts = await _next(updates, CountsChanged)
                while not counts.counts.paused:
                    counts = await _next(updates, CountsChanged)
                (job,) = await client.backend.jobs(receipt.job_ids)
                assert job.state is JobState.PENDING
                await client.backend.cancel_pending()
                (job,) = await client.backend.jobs(receipt.job_ids)
                assert job.state is JobState.CANCELED
            finally:
                await client.backend.set_paused(False)

    run(pause())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_server_that_comes_back_empty_is_caught_up_with(run: Any) -> None:
    """Demo only: a real server keeps its queue (see tests/live for its death)."""

    async def die() -> None:
        with demo() as (first, url):
            port = int(url.rsplit(":", 1)[1])
            async with (
                connect(url) as client,
                aclosing(follow(client.backend, Backoff(0.05, 0.1))) as updates,
            ):
                await _next(updates, QueueSnapshot)
                receipt = await client.submit(request(slow_image(steps=1000, delay=1)))
                await _next(updates, Progress)
                first.kill()
                await _next(updates, Lost)
                first.wait()
                with demo(port):
                    await _next(updates, Connected)
                    snapshot = await _next(updates, QueueSnapshot)
                    running = [job for job in snapshot.jobs if job.state is JobState.RUNNING]
                    assert receipt.job_ids[0] not in {job.key.job_id for job in running}
                    again = await client.submit(request(slow_image(steps=3)))
                    progress = await _next(updates, Progress)
                    assert progress.key.job_id == again.job_ids[0]

    run(die())


def test_all_of_it_works_on_the_qt_event_loop(demo_url: str, qapp: Any) -> None:
    """Demo only: the loop is ours, the server makes no difference."""

    async def go() -> None:
        async with connect(demo_url) as client:
            done = await perform(client, request(slow_image()))
            assert done.job.outputs

    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(go())
        loop.run_until_complete(loop.shutdown_asyncgens())
    finally:
        loop.close()
        asyncio.set_event_loop(None)
        # Its notifiers are Qt objects in a cycle: collected in a worker's thread they would crash
        # Qt later, and a fixture's value lives until after its finalizer.
        del loop
        gc.collect()

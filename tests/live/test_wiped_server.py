"""The window on a real server that is killed, loses its database, and comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from typing import Any

import httpx
import pytest

from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.session import ServerSession
from tests.contract.graphs import request, slow_image
from tests.desk import connected, open_desk, until
from tests.live.server import PORT, lab, lab_pid, serve

PATIENCE_S = 60
"""A server needs some 20 s to start."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_the_rows_are_those_of_the_new_database(
    request: pytest.FixtureRequest, loop: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not request.config.getoption("--live"):
        pytest.skip("a server of its own is needed to wipe: run with --live")
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / kind.lower()))
    port = PORT + 1
    with lab(port, "--no-models") as url:
        loop.run_until_complete(asyncio.wait_for(_wipe_and_follow(url, port), 2 * PATIENCE_S))


async def _wipe_and_follow(url: str, port: int) -> None:
    async with open_desk(url) as desk:
        session = await connected(desk)
        await session.backend.submit(request(slow_image(steps=600, delay=0.1), runs=3))
        await _until(lambda: session.progress.running, session)
        os.kill(await asyncio.to_thread(lab_pid, port), signal.SIGKILL)
        await _until(lambda: session.link is LinkState.LOST, session)
        async with asyncio.TaskGroup() as group:
            group.create_task(
                asyncio.to_thread(serve, "--fresh", "--no-models", "--detach", port=port)
            )
            answered_at = await _first_good_answer(url)
            await _until(lambda: _rows(session) == {}, session)
            print(f"\nrows as the server's {time.monotonic() - answered_at:.2f} s after its answer")
        assert not session.progress.running
        assert session.link is LinkState.LIVE
        await session.backend.submit(request(slow_image(steps=2, delay=0.01), runs=1))
        await _until(lambda: _rows(session) == {JobId("1"): JobState.COMPLETED}, session)


async def _first_good_answer(url: str) -> float:
    async with httpx.AsyncClient(base_url=url, timeout=5) as client:
        while True:
            try:
                if (await client.get("/api/v1/queue/default/status")).is_success:
                    return time.monotonic()
            except httpx.HTTPError:
                pass
            await asyncio.sleep(0.02)


def _rows(session: ServerSession) -> dict[JobId, JobState]:
    return {job_id: job.state for job_id, job in session.queue.jobs.items()}


async def _until(condition: Any, session: ServerSession) -> None:
    queue, progress = session.queue, session.progress
    signals = (queue.changed, queue.counts_changed, queue.reset, progress.started, progress.ended)
    await until(condition, *signals, session.link_changed, patience_s=PATIENCE_S)

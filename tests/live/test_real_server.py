"""What only a real server can show: its own workflows, its models, its death."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import pytest

from ivk_desktop.api.client import Client, connect
from ivk_desktop.api.feed import follow
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    Lost,
    NodeChanged,
    NodeStatus,
    Progress,
    QueueSnapshot,
    Update,
)
from tests.contract.graphs import request, slow_image
from tests.live.server import PORT, lab, lab_pid

PROMPT = "a lighthouse at dusk, long exposure"


async def text_to_image(client: Client, steps: int, width: int = 512) -> WorkflowHandle:
    """The library's workflow with an edited prompt, a tiny model and so many steps."""
    cards = await client.workflows()
    card = next(card for card in cards if card.name == "Text to Image - SD1.5")
    handle = await client.open_from_library(card.workflow_id)
    models = await client.backend.models()
    handle.input("Model").value = next(m.identifier for m in models if m.name == "tiny-sd15")
    handle.input("Positive Prompt").value = PROMPT
    handle.input("Width").value = width
    denoise = next(one for one in handle.node_ids() if handle.slot(one, "cfg_scale"))
    handle.edit(denoise, "steps", steps)
    handle.edit(denoise, "scheduler", "euler")
    return handle


def test_text_to_image_with_an_edited_prompt_runs_to_a_picture(real_url: str, run: Any) -> None:
    async def paint() -> None:
        async with connect(real_url) as client:
            handle = await text_to_image(client, steps=20)
            await handle.submit()
            updates = [update async for update in handle.watch()]
            (job,) = (await handle.wait()).values()
            assert job is not None
            assert job.state is JobState.COMPLETED
            assert job.title == "Text to Image - SD1.5"
            previews = [one.preview for one in updates if isinstance(one, Progress) and one.preview]
            assert len(previews) >= 10
            assert {(preview.width, preview.height) for preview in previews} == {(512, 768)}
            ended = [
                one.node_type
                for one in updates
                if isinstance(one, NodeChanged) and one.status is NodeStatus.COMPLETED
            ]
            assert ended[-2:] == ["denoise_latents", "l2i"]
            (ref,) = job.outputs
            assert len(await client.fetch(ref)) > 100_000
            assert (await client.fetch(ref, MediaSize.THUMBNAIL)).startswith(b"RIFF")
            again = await client.backend.image_workflow(ref)
            assert again.input("Positive Prompt").value == PROMPT

    run(paint())


def test_denoising_can_be_canceled_in_the_middle(real_url: str, run: Any) -> None:
    async def cancel() -> None:
        async with connect(real_url) as client:
            handle = await text_to_image(client, steps=300)
            submission = await handle.submit()
            asked = False
            async for update in handle.watch():
                if isinstance(update, Progress) and update.preview and not asked:
                    asked = True
                    await client.backend.cancel(list(submission.jobs))
            (job,) = submission.jobs.values()
            assert asked
            assert job is not None
            assert job.state is JobState.CANCELED
            assert job.outputs == ()

    run(cancel())


def test_the_labs_models_are_all_there(real_url: str, run: Any) -> None:
    async def models() -> None:
        async with connect(real_url) as client:
            found = {model.name: model for model in await client.backend.models()}
            tiny = {name for name in found if name.startswith("tiny-")}
            assert len(tiny) == 10
            assert found["tiny-sd15-inpaint"].variant == "inpaint"
            assert found["tiny-sdxl"].base == "sdxl"
            assert found["tiny-sd15"].file_size > 1_000_000

    run(models())


def test_several_runs_come_back_in_order(real_url: str, run: Any) -> None:
    async def several() -> None:
        async with connect(real_url) as client:
            handle = await text_to_image(client, steps=2, width=256)
            submission = await handle.submit(SubmitOptions(runs=3))
            jobs = await handle.wait()
            assert list(jobs) == sorted(jobs, key=int)
            assert submission.enqueued == 3
            outputs = [job.outputs for job in jobs.values() if job is not None]
            assert len(set(outputs)) == 3

    run(several())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_a_killed_and_restarted_server_is_caught_up_with(
    request: pytest.FixtureRequest, run: Any
) -> None:
    if not request.config.getoption("--live"):
        pytest.skip("a server of its own is needed to kill: run with --live")
    port = PORT + 1
    with lab(port, "--no-models") as url:
        run(_kill_and_follow(url, port))


async def _kill_and_follow(url: str, port: int) -> None:
    async with connect(url) as client, aclosing(follow(client.backend)) as updates:
        await _next(updates, QueueSnapshot)
        sent = request(slow_image(steps=600, delay=0.1), runs=1)
        after = request(slow_image(steps=2, delay=0.01), runs=2)
        running = (await client.submit(sent)).job_ids[0]
        waiting = (await client.submit(after)).job_ids
        await _next(updates, Progress)
        os.kill(await asyncio.to_thread(lab_pid, port), signal.SIGKILL)
        killed_at = time.monotonic()
        lost = await _next(updates, Lost)
        assert time.monotonic() - killed_at < 5
        assert lost.retry_in_s is not None

        async def restart() -> None:
            await asyncio.to_thread(_restart, port)

        async with asyncio.TaskGroup() as group:
            group.create_task(restart())
            connected = await _next(updates, Connected)
            assert connected.link is LinkState.LIVE
            await _next(updates, QueueSnapshot)
        jobs = {job.key.job_id: job.state for job in await client.backend.jobs([running])}
        assert jobs[running] is JobState.CANCELED
        left = set(waiting)
        while left:
            for job in await client.backend.jobs(tuple(left)):
                if job.state.ended:
                    assert job.state is JobState.COMPLETED
                    left.discard(job.key.job_id)
            if left:
                await _next(updates, JobChanged)


def _restart(port: int) -> None:
    from tests.live.server import serve

    started = serve("--detach", "--no-models", port=port)
    assert started.returncode == 0, started.stderr


async def _next(updates: AsyncGenerator[Update, None], kind: type[Any]) -> Any:
    async for update in updates:
        if isinstance(update, kind):
            return update
    raise AssertionError(f"no {kind.__name__}")

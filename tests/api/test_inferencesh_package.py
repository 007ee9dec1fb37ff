"""The vendor's own client drives the scripted server: what the one says the other understands."""

from __future__ import annotations

from typing import Any

import pytest
from inferencesh import AsyncInference, TaskStatus, parse_status

from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from tests.servers.kinds import INFERENCE_KEY

RUN = {"app": "demo/text-to-image@a1b2c3", "input": {"prompt": "a cat", "width": 8, "height": 8}}


def client_of(server: InferenceServer) -> Any:
    return AsyncInference(api_key=INFERENCE_KEY, base_url=server.url)


def test_a_task_is_waited_for(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer(key=INFERENCE_KEY).served() as server:
            server.stage.open()
            task = await client_of(server).run(RUN)
            assert parse_status(task["status"]) == TaskStatus.COMPLETED
            assert task["output"]["images"][0]["uri"].startswith(server.url)

    run(go())


def test_its_stream_is_followed_to_the_end(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer(key=INFERENCE_KEY).served() as server:
            server.stage.open()
            stream = await client_of(server).run(RUN, stream=True, reconnect_delay_ms=10)
            async with stream:
                states = [one.get("status") async for one in stream if isinstance(one, dict)]
            assert parse_status(states[-1]) == TaskStatus.COMPLETED

    run(go())


def test_a_task_is_canceled(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer(key=INFERENCE_KEY).served() as server:
            client = client_of(server)
            task = await client.run(RUN, wait=False)
            await server.stage.held()
            await client.cancel(task["id"])
            server.stage.open()
            states: list[Any] = []
            while parse_status(states[-1] if states else 0) != TaskStatus.CANCELLED:
                states.append((await client.get_task(task["id"])).data["status"])

    run(go())


def test_what_is_to_be_set_up_is_understood(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer("setup", key=INFERENCE_KEY).served() as server:
            with pytest.raises(Exception, match="HF_TOKEN"):
                await client_of(server).run(RUN)

    run(go())

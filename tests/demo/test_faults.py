"""Faults that tests script."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import socketio

from tests.demo.conftest import QUEUE
from tests.demo.listening import enqueue, graph, item, listening, slow
from tests.demo_process import DemoProcess

VERSION = "/api/v1/app/version"


def test_wrong_answers_are_counted_and_end(demo: DemoProcess) -> None:
    kinds = ("status", "html", "garbage", "truncated")
    demo.faults(answers=[{"path": "/api/v1/app", "kind": kind} for kind in kinds])
    answers = [demo.client.get(VERSION) for _ in kinds]
    assert [answer.status_code for answer in answers] == [500, 200, 200, 200]
    assert answers[1].headers["content-type"].startswith("text/html")
    for answer in answers:
        with pytest.raises(ValueError, match=r".*"):
            answer.json()
    assert demo.client.get(VERSION).json() == {"version": "6.14.2"}


def test_an_answer_can_break_off(demo: DemoProcess) -> None:
    demo.faults(answers=[{"path": VERSION, "kind": "cut"}])
    with pytest.raises(httpx.TransportError):
        demo.client.get(VERSION)


def test_stalled_answers_come_when_the_stall_ends(demo: DemoProcess) -> None:
    demo.faults(stall_s=60)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(httpx.get, f"{demo.url}{VERSION}", timeout=20)
        demo.faults(stall_s=0)
        assert answer.result().status_code == 200


def test_sockets_are_dropped_and_refused(demo: DemoProcess) -> None:
    async def run() -> None:
        async with listening(demo) as listener:
            demo.faults(drop_sockets=True, refuse_sockets=True)
            await asyncio.wait_for(listener.gone.wait(), 10)
        client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.connect(demo.url, socketio_path="/ws/socket.io", transports=["websocket"])
        await client.eio.http.close()

    asyncio.run(run())


def test_a_node_fails_as_scripted_once(demo: DemoProcess) -> None:
    demo.faults(fail_node={"type": "add", "error_type": "OutOfMemoryError", "message": "full"})
    adding = graph({"n": {"type": "add", "use_cache": False}})

    async def run() -> None:
        async with listening(demo) as listener:
            first, second = sorted(enqueue(demo, adding, runs=2)["item_ids"])
            failed = await listener.ended(first)
            assert (failed["error_type"], failed["error_message"]) == ("OutOfMemoryError", "full")
            assert (await listener.ended(second))["status"] == "completed"

    asyncio.run(run())


def test_held_steps_happen_one_by_one(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, slow(3))["item_ids"]
            for step in (1, 2, 3):
                await listener.progress(step)
                steps = listener.of("invocation_progress")
                assert len(steps) == step
                demo.faults(advance=1)
            await listener.ended(item_id)

    asyncio.run(run())


def test_a_restart_cancels_what_ran_and_goes_on_with_the_rest(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            first, second = sorted(enqueue(demo, slow(2), runs=2)["item_ids"])
            await listener.progress(1)
            demo.client.post("/demo/faults", json={"restart": 0})
            await asyncio.wait_for(listener.gone.wait(), 10)
        _wait_until_back(demo)
        async with listening(demo) as listener:
            demo.faults(hold=False)
            _wait_until_completed(demo, second)
            assert not listener.of("batch_enqueued")
        assert item(demo, first)["status"] == "canceled"

    asyncio.run(run())


def _wait_until_back(demo: DemoProcess) -> None:
    """Knock until the server listens again."""
    while True:
        try:
            demo.client.get(VERSION)
        except httpx.TransportError:
            continue
        return


def _wait_until_completed(demo: DemoProcess, item_id: int) -> None:
    """Ask until the item is done; its last event may come before anyone listens."""
    while item(demo, item_id)["status"] != "completed":
        pass


def test_a_burst_sends_its_previews(demo: DemoProcess) -> None:
    async def run() -> None:
        async with listening(demo) as listener:
            plan = {"count": 30, "rate": 300, "size": 256, "items": 2}
            answer = (await asyncio.to_thread(demo.client.post, "/demo/burst", json=plan)).json()
            for item_id in answer["item_ids"]:
                await listener.ended(item_id)
            previews = listener.of("invocation_progress")
            assert len(previews) == answer["sent"] == 30
            assert all(data["sent_at"] and data["image"]["dataURL"] for data in previews)
            assert demo.client.get(f"{QUEUE}/status").json()["queue"]["in_progress"] == 0

    asyncio.run(run())

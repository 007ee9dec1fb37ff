"""The demo's events have the shape that was recorded of a real server."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import socketio

from tests.contract.conftest import Server
from tests.contract.graphs import node, request, slow_image

RECORDINGS = Path(__file__).parents[1] / "data" / "events"
CHANGED_BY_VERSION = frozenset({"output_meta"})


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[asyncio.Queue[tuple[str, Any]]]:
    """All events of a server as they come, by a client of its own."""
    heard: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
    client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
    client.on("*", lambda event, data: heard.put_nowait((event, data)))
    await client.connect(url, transports=["websocket"], socketio_path="ws/socket.io")
    await client.call("subscribe_queue", {"queue_id": "default"})
    try:
        yield heard
    finally:
        await client.disconnect()


def shape(data: Any) -> dict[str, Any]:
    """The keys of an event, and those of the objects in it that every one has."""
    parts = ("batch_status", "queue_status", "image")
    return {
        "": set(data),
        **{part: set(data[part]) for part in parts if isinstance(data.get(part), dict)},
    }


def recorded(name: str) -> dict[str, dict[str, Any]]:
    """The shape of each event of a recording; of progress the fullest one."""
    shapes: dict[str, dict[str, Any]] = {}
    for line in (RECORDINGS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if not entry["event"].startswith("#"):
            found = shape(entry["data"])
            if len(found) >= len(shapes.get(entry["event"], {})):
                shapes[entry["event"]] = found
    return shapes


async def heard_of(server: Server, *nodes: Any) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The shapes and the order of all events of one run."""
    shapes: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    async with server.client() as client, listening(server.url) as heard:
        receipt = await client.backend.submit(request(*nodes))
        job_id = int(receipt.job_ids[0])
        while True:
            event, data = await heard.get()
            if data.get("item_id", job_id) != job_id:
                continue
            order.append(event)
            found = shape(data)
            if len(found) >= len(shapes.get(event, {})):
                shapes[event] = found
            if event == "invocation_error" or data.get("status") == "completed":
                return shapes, order


def test_events_of_a_run_have_all_recorded_keys(server: Server, run: Any) -> None:
    shapes, order = run(heard_of(server, slow_image()))
    wanted = recorded("cancel_running")
    for event in ("queue_item_status_changed", "invocation_started", "invocation_progress"):
        for part, keys in wanted[event].items():
            assert keys <= shapes[event][part], (event, part)
    mine = [event for event in order if event.startswith("invocation")]
    assert mine[0] == "invocation_started"
    assert mine[-1] == "invocation_complete"
    assert order[-1] == "queue_item_status_changed"


def test_events_of_a_failure_have_all_recorded_keys(server: Server, run: Any) -> None:
    shapes, order = run(heard_of(server, node("f", "lab_fail", steps=1, delay=0.01, message="x")))
    wanted = recorded("fail_node")
    for event in ("queue_item_status_changed", "invocation_error"):
        assert wanted[event][""] <= shapes[event][""], event
    assert order[-2:] == ["queue_item_status_changed", "invocation_error"]

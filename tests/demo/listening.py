"""Graphs to send, and a socket that collects what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import socketio

from tests.demo.conftest import QUEUE
from tests.demo_process import DemoProcess

PATIENCE_S = 15
KNOCK = "knock"
ENDED = ("completed", "failed", "canceled")

Event = tuple[str, dict[str, Any]]


class Listener:
    """All events of one socket, in order."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.gone = asyncio.Event()
        self.knocked = asyncio.Event()
        self.client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._came = asyncio.Event()
        self.client.on("*", self._keep)
        self.client.on("disconnect", lambda *_: self.gone.set())

    def _keep(self, name: str, data: dict[str, Any]) -> None:
        if name == KNOCK:
            self.knocked.set()
            return
        self.events.append((name, data))
        self._came.set()

    async def until(self, wanted: Callable[[str, dict[str, Any]], bool]) -> dict[str, Any]:
        """The first event that is wanted, be it here already."""
        seen = 0
        async with asyncio.timeout(PATIENCE_S):
            while True:
                for name, data in self.events[seen:]:
                    if wanted(name, data):
                        return data
                seen = len(self.events)
                self._came.clear()
                await self._came.wait()

    async def ended(self, item_id: int) -> dict[str, Any]:
        """The last status event of an item."""
        return await self.until(
            lambda name, data: (
                name == "queue_item_status_changed"
                and data["item_id"] == item_id
                and data["status"] in ENDED
            )
        )

    async def progress(self, step: int) -> dict[str, Any]:
        """The progress event of a step of a slow node."""
        return await self.until(
            lambda name, data: (
                name == "invocation_progress"
                and str(data["message"]).startswith(f"Lab step {step}/")
            )
        )

    def names(self) -> list[str]:
        """The names of all events."""
        return [name for name, _ in self.events]

    def of(self, *names: str) -> list[dict[str, Any]]:
        """The data of the events of some names."""
        return [data for name, data in self.events if name in names]


@asynccontextmanager
async def listening(demo: DemoProcess, *, subscribe: bool = True) -> AsyncIterator[Listener]:
    """A socket on the server, in the room of its queue."""
    listener = Listener()
    await listener.client.connect(demo.url, socketio_path="/ws/socket.io", transports=["websocket"])
    if subscribe:
        await listener.client.emit("subscribe_queue", {"queue_id": "default"})
        await in_room(demo, listener)
    try:
        yield listener
    finally:
        await listener.client.disconnect()


async def in_room(demo: DemoProcess, listener: Listener) -> None:
    """Wait until the server has let the socket into the room: knock until it answers."""
    async with asyncio.timeout(PATIENCE_S):
        while not listener.knocked.is_set():
            await asyncio.to_thread(demo.faults, emit={"event": KNOCK, "data": {}})


def graph(nodes: dict[str, dict[str, Any]], *edges: str) -> dict[str, Any]:
    """A graph; an edge reads ``source.field target.field``."""
    return {
        "id": "g",
        "nodes": {key: {"id": key} | node for key, node in nodes.items()},
        "edges": [_edge(*edge.split(" ")) for edge in edges],
    }


def _edge(source: str, target: str) -> dict[str, Any]:
    ends = zip(("source", "destination"), (source.split("."), target.split(".")), strict=True)
    return {name: {"node_id": node, "field": field} for name, (node, field) in ends}


def slow(steps: int = 3, **inputs: Any) -> dict[str, Any]:
    """A graph of one slow node that makes a picture."""
    node = {"type": "lab_slow_image", "steps": steps, "delay": 0.1, "width": 64, "height": 64}
    return graph({"n": node | inputs})


def enqueue(demo: DemoProcess, a_graph: dict[str, Any], **batch: Any) -> dict[str, Any]:
    """Send a batch; the answer."""
    prepend = batch.pop("prepend", False)
    body = {"batch": {"graph": a_graph, "runs": 1, **batch}, "prepend": prepend}
    answer = demo.client.post(f"{QUEUE}/enqueue_batch", json=body)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = answer.json()
    return result


def item(demo: DemoProcess, item_id: int) -> dict[str, Any]:
    """The whole record of an item."""
    result: dict[str, Any] = demo.client.get(f"{QUEUE}/i/{item_id}").json()
    return result

"""An InvokeAI server of a test's own: real sockets, a queue in memory, faults on demand."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import socketio
from aiohttp import web

from ivk_desktop.api.http import ConnectionProfile
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.invokeai.sync import Pace
from ivk_desktop.domain.servers import ServerId

SERVER = ServerId("s")
Q = "/api/v1/queue/default"
QUICK = Pace(
    status_s=0.05, poll_s=0.02, read_s=0.01, gather_s=0.0, seek_s=0.05, seek_most_s=0.1, failures=2
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FakeInvokeAI:
    """Items by id, as full records; ``routes`` overrides answers by (method, path)."""

    def __init__(self) -> None:
        self.items: dict[int, dict[str, Any]] = {}
        self.paused = False
        self.poisoned: set[int] = set()
        self.routes: dict[tuple[str, str], Handler] = {}
        self.refuse_socket = False
        self.calls: list[str] = []
        self.heard: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self.lossy: set[str] = set()
        """Events that go lost on their way."""
        self.copies = 1
        """How often each event is sent."""
        self.url = ""
        self.base = ""
        self.headers: dict[str, list[dict[str, str]]] = {}
        """What came with requests, by ``rest`` and ``socket``."""
        self.gate: Callable[[web.Request], web.Response | None] | None = None
        """Answers instead of the server, as a proxy before it does."""
        self.sids: list[str] = []
        self.sio = socketio.AsyncServer(async_mode="aiohttp", cors_allowed_origins="*")
        for event in ("subscribe_queue", "unsubscribe_queue"):
            self.sio.on(event, self._hearing(event))
        self.sio.on("connect", self._connect)
        self.sio.on("disconnect", lambda *_: self.heard.put_nowait(("disconnect", None)))

    def add(self, number: int, status: str = "pending", **fields: Any) -> dict[str, Any]:
        item = {
            "item_id": number,
            "status": status,
            "status_sequence": 0,
            "batch_id": "batch",
            "user_id": "system",
            "created_at": "2026-11-20 10:00:00.000",
            "session": {},
            **fields,
        }
        self.items[number] = item
        return item

    async def emit(self, event: str, **data: Any) -> None:
        for _ in range(0 if event in self.lossy else self.copies):
            await self.sio.emit(event, {"queue_id": "default", "timestamp": 1, **data})

    async def emit_status(self, number: int, status: str, sequence: int, **more: Any) -> None:
        item = self.items[number]
        item.update(status=status, status_sequence=sequence)
        await self.emit("queue_item_status_changed", **{**item, **more})

    def _hearing(self, event: str) -> Callable[..., Awaitable[None]]:
        async def on_event(_sid: str, data: Any) -> None:
            self.heard.put_nowait((event, data))

        return on_event

    async def _connect(self, sid: str, _environ: Any, _auth: Any) -> None:
        if self.refuse_socket:
            raise ConnectionRefusedError("not today")
        self.sids.append(sid)

    async def cut_off(self) -> None:
        """Disconnect every client."""
        sids, self.sids = self.sids, []
        for sid in sids:
            await self.sio.disconnect(sid)

    async def die(self) -> None:
        """Tear every connection down, those that are only being made too."""
        await self.cut_off()
        for socket in list(self.sio.eio.sockets.values()):
            await socket.close(wait=False, abort=True)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix(self.base)
        if self.base and path == request.path:
            return web.json_response({"detail": "Not Found"}, status=404)
        self.calls.append(f"{request.method} {path}")
        if special := self.routes.get((request.method, path)):
            return await special(request)
        match request.method, path:
            case "GET", "/api/v1/app/version":
                return web.json_response({"version": "6.14.2"})
            case "GET", "/api/v1/queue/default/status":
                return web.json_response(self._status())
            case "GET", "/api/v1/queue/default/item_ids":
                ids = sorted(self.items, reverse=True)
                return web.json_response({"item_ids": ids, "total_count": len(ids)})
            case "POST", (
                "/api/v1/queue/default/item_summaries_by_ids" | "/api/v1/queue/default/items_by_ids"
            ):
                return await self._summaries(request)
        number = path.removeprefix(f"{Q}/i/")
        if request.method == "GET" and number.isdecimal() and int(number) in self.items:
            return web.json_response(self.items[int(number)])
        return web.json_response({"detail": "Not Found"}, status=404)

    def _status(self) -> dict[str, Any]:
        counts = dict.fromkeys(
            ("pending", "in_progress", "waiting", "completed", "failed", "canceled"), 0
        )
        for item in self.items.values():
            counts[item["status"]] += 1
        running = [n for n, item in self.items.items() if item["status"] == "in_progress"]
        queue = {**counts, "item_id": running[0] if running else None, "total": len(self.items)}
        return {"queue": queue, "processor": {"is_started": not self.paused}}

    async def _summaries(self, request: web.Request) -> web.Response:
        ids = (await request.json())["item_ids"]
        if self.poisoned & set(ids):
            return web.Response(status=500, text="Internal Server Error")
        return web.json_response([self.items[n] for n in ids if n in self.items])


@asynccontextmanager
async def served(
    fake: FakeInvokeAI | None = None, *, base: str = "", tls: ssl.SSLContext | None = None
) -> AsyncIterator[FakeInvokeAI]:
    """Serve at a free port of this machine, below a base path, with TLS where that is given."""
    fake = fake or FakeInvokeAI()
    fake.base = base

    @web.middleware
    async def note(request: web.Request, handler: Any) -> web.StreamResponse:
        kind = "socket" if "/socket.io/" in request.path else "rest"
        fake.headers.setdefault(kind, []).append(dict(request.headers))
        if fake.gate is not None and (closed := fake.gate(request)) is not None:
            return closed
        return await handler(request)

    app = web.Application(middlewares=[note])
    fake.sio.attach(app, socketio_path=f"{base}/ws/socket.io")
    app.router.add_route("*", "/{path:.*}", fake._answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
    await site.start()
    place = "https://localhost" if tls is not None else "http://127.0.0.1"
    fake.url = f"{place}:{runner.addresses[0][1]}{base}"
    try:
        yield fake
    finally:
        if fake.sio.eio.service_task_handle:  # it fails where nobody has ever connected
            await fake.sio.shutdown()
        await runner.cleanup()


@asynccontextmanager
async def backend_for(
    fake: FakeInvokeAI, pace: Pace = QUICK, **profile: Any
) -> AsyncIterator[InvokeAIBackend]:
    """A backend that talks to ``fake``."""
    backend = InvokeAIBackend(SERVER, ConnectionProfile(fake.url, **profile), pace=pace)
    try:
        yield backend
    finally:
        await backend.aclose()

"""The frame of a scripted server: its application, and answers that a test puts in front."""

from __future__ import annotations

import asyncio
import struct
import zlib
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from ivk_desktop.demo.kinds.stage import Stage

Paint = Callable[[str, int, int, int], Awaitable[bytes]]
"""Makes a PNG of a prompt: (words, seed, width, height)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered instead of the truth."""

    path: str
    """The beginning of the path."""
    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    how: str = "whole"
    """``whole``, ``cut`` in the middle, ``endless``, or ``drop`` the connection."""


class ScriptedServer(ABC):
    """One server. Tests read ``calls`` and put ``Answer`` into ``answers``."""

    def __init__(self, stage: Stage | None = None, paint: Paint | None = None) -> None:
        self.stage = stage or Stage()
        self.paint = paint or plain_png
        self.url = ""
        self.calls: list[tuple[str, Any]] = []
        """(method and path, body or query) of every call."""
        self.answers: list[Answer] = []
        self._runner: web.AppRunner | None = None
        self._working: set[asyncio.Task[Any]] = set()

    @abstractmethod
    def routes(self) -> list[web.RouteDef]:
        """The calls that this kind of server answers."""

    def app(self) -> web.Application:
        """The application."""
        app = web.Application(middlewares=[self._scripted], client_max_size=256 * 1024 * 1024)
        app.add_routes(self.routes())
        return app

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[Any]:
        """Listen as long as the block lasts."""
        await self.start(port)
        try:
            yield self
        finally:
            await self.end()

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        """Listen."""
        self._runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, reuse_address=True).start()
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self._runner.addresses[0][1]}"

    async def end(self) -> None:
        """Listen no more; what was under way is gone, as when a program dies."""
        runner, self._runner = self._runner, None
        for task in self._working:
            task.cancel()
        if runner is not None:
            self.drop_connections(runner)
            await runner.cleanup()

    @staticmethod
    def drop_connections(runner: web.AppRunner) -> None:
        """Break off all connections, as a program does that dies."""
        for connection in list(runner.server.connections) if runner.server else []:
            if connection.transport is not None:
                connection.transport.abort()

    def called(self, path: str) -> list[Any]:
        """What the calls of a path carried."""
        return [body for name, body in self.calls if name.partition(" ")[2] == path]

    @web.middleware
    async def _scripted(self, request: web.Request, handler: Any) -> web.StreamResponse:
        body: Any = dict(request.query)
        if request.can_read_body:
            try:
                body = await request.json()
            except ValueError:
                body = (await request.read()).decode(errors="replace")
        self.calls.append((f"{request.method} {request.path}", body))
        for answer in self.answers:
            if request.path.startswith(answer.path):
                self.answers.remove(answer)
                return await _given(request, answer)
        task = asyncio.current_task()
        assert task is not None
        self._working.add(task)
        try:
            return await handler(request)  # type: ignore[no-any-return] # aiohttp's
        finally:
            self._working.discard(task)


async def _given(request: web.Request, answer: Answer) -> web.StreamResponse:
    if answer.how == "drop" and request.transport is not None:
        request.transport.abort()
        return web.Response()
    if answer.how == "whole":
        body, kind = answer.body, answer.content_type
        return web.Response(status=answer.status, body=body, content_type=kind)
    response = web.StreamResponse(status=answer.status)
    response.content_type = answer.content_type
    if answer.how == "cut":
        response.content_length = len(answer.body) + 1000
    await response.prepare(request)
    await response.write(answer.body)
    while answer.how == "endless":
        await response.write(answer.body)
        await asyncio.sleep(0)
    if request.transport is not None:
        request.transport.abort()
    return response


async def plain_png(words: str, seed: int, width: int, height: int) -> bytes:
    """A PNG of one colour."""
    grey = (zlib.crc32(words.encode()) + seed) % 256
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * width) * height
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )

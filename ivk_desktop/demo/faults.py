"""Faults that tests script: stalls, wrong answers, lost sockets."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any

from aiohttp import web

SOCKET_PATH = "/ws/socket.io"

_HTML = "<!doctype html><title>A proxy</title><h1>Please sign in</h1>"


@dataclass(slots=True)
class WrongAnswer:
    """What the next ``times`` requests below a path get instead of their answer.

    ``kind`` is status (with ``status``), html, garbage, truncated or cut.
    """

    path: str
    kind: str = "status"
    status: int = 500
    times: int = 1
    method: str | None = None

    def meets(self, request: web.Request) -> bool:
        """True if the request is one of those."""
        if self.times < 1 or not request.path.startswith(self.path):
            return False
        return self.method is None or self.method == request.method


class Faults:
    """What goes wrong at the moment."""

    def __init__(self) -> None:
        self.refuse_sockets = False
        self.wrong: list[WrongAnswer] = []
        self._stall_s = 0.0
        self._released = asyncio.Event()
        self._sockets: set[asyncio.BaseTransport] = set()

    def clear(self) -> None:
        """Let all go well again."""
        self.refuse_sockets = False
        self.wrong.clear()
        self.stall(0)

    def stall(self, seconds: float) -> None:
        """Let every answer wait; 0 ends that, also for those that wait."""
        self._stall_s = seconds
        if seconds > 0:
            self._released.clear()
        else:
            self._released.set()

    def drop_sockets(self) -> int:
        """Tear every live connection down, without a goodbye; how many there were."""
        dropped = list(self._sockets)
        for transport in dropped:
            if isinstance(transport, asyncio.WriteTransport):
                transport.abort()
        return len(dropped)

    def json(self) -> dict[str, Any]:
        """What is scripted now."""
        return {
            "refuse_sockets": self.refuse_sockets,
            "stall_s": self._stall_s,
            "wrong_answers": sum(answer.times for answer in self.wrong),
            "sockets": len(self._sockets),
        }

    async def serve(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Answer a request, or answer it wrongly."""
        if request.path.startswith(SOCKET_PATH):
            return await self._serve_socket(request, handler)
        if self._stall_s > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._released.wait(), self._stall_s)
        wrong = next((answer for answer in self.wrong if answer.meets(request)), None)
        if wrong is None:
            return await handler(request)  # type: ignore[no-any-return] # aiohttp's
        wrong.times -= 1
        return await _answer_wrongly(wrong, request, handler)

    async def _serve_socket(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if self.refuse_sockets:
            return web.Response(status=403, text="Forbidden")
        transport = request.transport
        if transport is None:
            return web.Response(status=400)
        self._sockets.add(transport)
        try:
            return await handler(request)  # type: ignore[no-any-return] # aiohttp's
        finally:
            self._sockets.discard(transport)


async def _answer_wrongly(
    wrong: WrongAnswer, request: web.Request, handler: Any
) -> web.StreamResponse:
    if wrong.kind == "html":
        return web.Response(text=_HTML, content_type="text/html")
    if wrong.kind == "garbage":
        return web.Response(body=b"\x00\xff{not json" * 20, content_type="application/json")
    if wrong.kind == "status":
        text = "Internal Server Error" if wrong.status == 500 else f"Status {wrong.status}"
        return web.Response(status=wrong.status, text=text)
    answer = await handler(request)
    body = answer.body if isinstance(answer.body, bytes) else b""
    half = web.Response(body=body[: len(body) // 2], content_type=answer.content_type)
    if wrong.kind == "cut":
        half = web.Response(body=body, content_type=answer.content_type)
        half.force_close()
        await half.prepare(request)
        await half.write(body[: len(body) // 2])
        if request.transport is not None:
            request.transport.close()
    return half

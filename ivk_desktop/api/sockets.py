"""Websockets under the same rules as REST, counted."""

from __future__ import annotations

import ssl
import time
from typing import TYPE_CHECKING

from ivk_desktop.domain.traffic import Meter

if TYPE_CHECKING:
    import aiohttp


def metered(meter: Meter) -> type[aiohttp.ClientWebSocketResponse]:
    """A class of websockets that tell ``meter`` of each message; imports aiohttp."""
    import aiohttp

    class MeteredSocket(aiohttp.ClientWebSocketResponse):
        async def receive(self, timeout: float | None = None) -> aiohttp.WSMessage:
            message = await super().receive(timeout)
            if isinstance(message.data, str | bytes):
                meter.note_event(time.monotonic(), len(message.data))
            return message

    return MeteredSocket


def client_session(
    context: ssl.SSLContext | None, proxy: str | None, meter: Meter
) -> aiohttp.ClientSession:
    """A session with the same rules as REST: TLS, proxy, no cookies, no other host."""
    import aiohttp

    async def refuse(*_: object) -> None:
        raise aiohttp.ClientError("redirected")

    trace = aiohttp.TraceConfig()
    trace.on_request_redirect.append(refuse)
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(ssl=True if context is None else context),
        cookie_jar=aiohttp.DummyCookieJar(),
        proxy=proxy,
        trust_env=False,
        trace_configs=[trace],
        ws_response_class=metered(meter),
    )

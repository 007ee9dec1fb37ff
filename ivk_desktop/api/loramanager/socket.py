"""LoRA Manager's plain websocket (other-servers.md 1.4)."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from ivk_desktop.api.errors import ConnectionLost, SocketRefused
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.redact import redact
from ivk_desktop.api.sockets import client_session
from ivk_desktop.api.transport import context_of, proxy_of
from ivk_desktop.domain.limits import MEGABYTE

CONNECT_S: Final = 15.0
PING_S: Final = 20.0
MESSAGE_BYTES: Final = 256 * MEGABYTE
"""All pictures of a job come in one message."""
THREAD_FROM: Final = 64 * 1024
ALL: Final = {"type": "subscribe", "job_ids": None, "include_previews": True}
"""All jobs: a message of our own one may come before its id is known here."""


@asynccontextmanager
async def subscribed(http: HttpClient, path: str) -> AsyncIterator[AsyncIterator[Any]]:
    """Connect and subscribe to all jobs; yields the messages as JSON data.

    Raises:
        SocketRefused: it is not to be had.
        ConnectionLost: it has ended.
    """
    # 120 ms the first time, and the loop also paints.
    await asyncio.to_thread(importlib.import_module, "aiohttp")
    import aiohttp

    profile = http.profile
    await profile.keys.open()
    context = await asyncio.to_thread(context_of, profile)
    stands = False
    try:
        async with client_session(context, proxy_of(profile), http.meter) as session:
            async with asyncio.timeout(CONNECT_S):
                socket = await session.ws_connect(
                    profile.url + path,
                    headers=profile.keys.headers(),
                    max_msg_size=MESSAGE_BYTES,
                    heartbeat=PING_S,
                )
            async with socket:
                await socket.send_json(ALL)
                stands = True
                yield _messages(socket)
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        detail = redact(f"{type(error).__name__}: {error}", *profile.keys.secrets)
        raise (ConnectionLost if stands else SocketRefused)(detail, **arguments(profile)) from error
    raise ConnectionLost("the websocket has ended", **arguments(profile))


async def _messages(socket: Any) -> AsyncIterator[Any]:
    """The messages that are JSON; the others say nothing."""
    async for message in socket:
        text = message.data
        if not isinstance(text, str):
            continue
        try:
            if len(text) < THREAD_FROM:
                yield json.loads(text)
            else:
                yield await asyncio.to_thread(json.loads, text)
        except (ValueError, RecursionError):
            continue

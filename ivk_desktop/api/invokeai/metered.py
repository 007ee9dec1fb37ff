"""A websocket that counts what comes over it."""

from __future__ import annotations

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

"""A model file that every server recognises: a LoRA of a few bytes; and a place to get it from."""

from __future__ import annotations

import asyncio
import json
import random
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

_LAYER = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k"
_SHAPES = {"lora_down": (4, 768), "lora_up": (320, 4)}
"""The width of the text encoder, 768, says that it is for Stable Diffusion 1."""


def tiny_lora(seed: int) -> bytes:
    """A safetensors file with a LoRA of one layer; another seed is another model."""
    head, body, dice = {}, b"", random.Random(seed)
    for part, shape in _SHAPES.items():
        numbers = [dice.random() * 0.01 for _ in range(shape[0] * shape[1])]
        data = struct.pack(f"<{len(numbers)}f", *numbers)
        place = [len(body), len(body) + len(data)]
        head[f"{_LAYER}.{part}.weight"] = {"dtype": "F32", "shape": shape, "data_offsets": place}
        body += data
    text = json.dumps(head).encode()
    return struct.pack("<Q", len(text)) + text + body


class ModelShop:
    """Files that are handed out over HTTP; those below ``/gated`` want the token ``sesame``."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.url = ""
        self.released = asyncio.Event()
        """Files below ``/slow`` are handed out half, the rest once this is set."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if path.startswith("/gone"):
            raise web.HTTPNotFound
        if path.startswith("/gated") and request.headers.get("Authorization") != "Bearer sesame":
            raise web.HTTPUnauthorized
        half = len(self._data) // 2 if path.startswith("/slow") else len(self._data)
        response = web.StreamResponse()
        response.content_length = len(self._data)
        await response.prepare(request)
        if request.method != "HEAD":
            await response.write(self._data[:half])
            if half < len(self._data):
                await self.released.wait()
                await response.write(self._data[half:])
        return response


@asynccontextmanager
async def model_shop(data: bytes) -> AsyncIterator[ModelShop]:
    """Hand ``data`` out at a free port of this machine."""
    shop, app = ModelShop(data), web.Application()
    app.router.add_route("*", "/{path:.*}", shop.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    shop.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield shop
    finally:
        shop.released.set()
        await runner.cleanup()

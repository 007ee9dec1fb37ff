"""DiffuGen as it is meant to be, and as it is: with a stream that hangs, or none."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable
from typing import Any, Final

from aiohttp import web

from ivk_desktop.demo.kinds.server import Paint, ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage

MODES: Final = ("intended", "hang", "busy", "fail", "silent", "429", "blocking", "drop")
FLUX: Final = ("flux-schnell", "flux-dev")
STABLE: Final = ("sd15", "sdxl", "sd3")
BUSY: Final = "Another image generation is already in progress. Please wait."
STEPS: Final = 4

Tell = Callable[[str, dict[str, Any]], Any]


class DiffuGenServer(ScriptedServer):
    """One server.

    Args:
        mode: one of ``MODES``: its stream hangs (``hang``), ends before it is complete (``drop``),
            is not there (``blocking``), tells of a failure (``fail``) or of another's job
            (``busy``), sends nothing after the last step (``silent``); ``429`` refuses all jobs.
        stage: lets runs go on.
        paint: makes its pictures.
    """

    def __init__(
        self, mode: str = "intended", stage: Stage | None = None, paint: Paint | None = None
    ) -> None:
        super().__init__(stage, paint)
        self.mode = mode
        self.images: dict[str, tuple[bytes, float]] = {}
        self._lock = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """The calls of this server."""
        found = [
            web.get("/health", self._health),
            web.get("/models", self._models),
            web.get("/loras", self._loras),
            web.get("/images", self._images),
            web.get("/images/{name}", self._image),
            web.get("/openapi.json", self._openapi),
        ]
        for route in ("/generate", "/generate/stable", "/generate/flux"):
            found.append(web.post(route, self._generate))
            if self.mode != "blocking":
                found.append(web.post(f"{route}/stream", self._stream))
        return found

    def add_image(self, name: str, data: bytes) -> None:
        """Put a picture into its gallery."""
        self.images[name] = (data, time.time())

    # --- jobs ----------------------------------------------------------------------------
    async def _generate(self, request: web.Request) -> web.Response:
        body = await request.json()
        if refusal := self._refused(body):
            return refusal
        if self._lock.locked():
            return web.json_response({"detail": BUSY}, status=400)
        async with self._lock:
            for _ in range(STEPS):
                await self.stage.step()
            if self.mode == "fail":
                return web.json_response({"detail": "sd.cpp failed: out of memory"}, status=400)
            name = await self._make(body)
        answer = {
            "success": True,
            "error": None,
            "image_path": f"/srv/outputs/{name}",
            "image_url": f"http://{request.host}/images/{name}?t=1",
            "model": body.get("model"),
            "image_base64": None,
        }
        return web.json_response(answer)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        if refusal := self._refused(body):
            return refusal
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-cache",
            }
        )
        await response.prepare(request)

        async def tell(name: str, data: dict[str, Any]) -> None:
            await response.write(f"event: {name}\ndata: {json.dumps(data)}\n\n".encode())

        with contextlib.suppress(ConnectionResetError):
            if self.mode == "hang":
                await asyncio.Event().wait()
            await self._play(tell, body)
        return response

    async def _play(self, tell: Tell, body: dict[str, Any]) -> None:
        await _phase(tell, "initializing", 70.0, "Initializing generation...", eta_seconds=1.5e-05)
        await _phase(tell, "loading_model", 75.0, "Loading model...")
        await _phase(tell, "preparing", 95.0, "Preparing...")
        busy = self._lock.locked() or self.mode == "busy"
        if busy or self.mode == "fail":
            await _phase(tell, "error", 95.0, BUSY if busy else "sd.cpp failed: out of memory")
            await tell("done", {"done": True})
            return
        async with self._lock:
            await _phase(tell, "generating", 0.0, "Generating image...")
            for step in range(1, STEPS + 1):
                await self.stage.step()
                words = f"Generating step {step}/{STEPS}"
                more = {"step": step, "total_steps": STEPS, "eta_seconds": 2.05}
                await _phase(tell, "generating", 70 * step / STEPS, words, **more)
            if self.mode == "silent":
                await self.stage.step()
            if self.mode == "drop":
                return
            name = await self._make(body)
        await _phase(tell, "post_processing", 85.0, "Saving...")
        await _phase(tell, "complete", 100.0, f"Generation complete: /srv/outputs/{name}")
        await tell("done", {"done": True})

    async def _make(self, body: dict[str, Any]) -> str:
        width, height = (min(int(body.get(side) or 512), 2048) for side in ("width", "height"))
        words = str(body.get("prompt", ""))
        data = await self.paint(words, len(self.images), width, height)
        name = f"{body.get('model') or 'flux-schnell'}_{len(self.images) + 1:08x}.png"
        self.add_image(name, data)
        return name

    def _refused(self, body: dict[str, Any]) -> web.Response | None:
        if self.mode == "429":
            detail = "Rate limit exceeded: 60 per 1 minute"
            return web.json_response({"error": "Too many requests", "detail": detail}, status=429)
        if not isinstance(body.get("prompt"), str):
            missing = [{"type": "missing", "loc": ["body", "prompt"], "msg": "Field required"}]
            return web.json_response({"detail": missing}, status=422)
        if body.get("model") not in (None, *FLUX, *STABLE):
            return web.json_response({"detail": f"Invalid model: {body['model']}"}, status=400)
        return None

    # --- lists ---------------------------------------------------------------------------
    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "version": "1.0.0", "timestamp": time.time()})

    async def _models(self, _: web.Request) -> web.Response:
        defaults = {"width": 512, "height": 512, "steps": {"flux-schnell": 8}, "cfg_scale": {}}
        models = {"flux": list(FLUX), "stable_diffusion": list(STABLE)}
        return web.json_response({"models": models, "default_params": defaults})

    async def _loras(self, _: web.Request) -> web.Response:
        return web.json_response({"loras": ["pixel-art"]})

    async def _images(self, _: web.Request) -> web.Response:
        rows = [
            {
                "filename": name,
                "path": f"/images/{name}",
                "created": time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(made)),
            }
            for name, (_, made) in self.images.items()
        ]
        return web.json_response({"images": rows})

    async def _image(self, request: web.Request) -> web.Response:
        found = self.images.get(request.match_info["name"])
        if found is None:
            return web.json_response({"detail": "Not Found"}, status=404)
        return web.Response(body=found[0], content_type="image/png")

    async def _openapi(self, _: web.Request) -> web.Response:
        names = ["/generate", *([] if self.mode == "blocking" else ["/generate/stream"])]
        paths: dict[str, Any] = {name: {} for name in names}
        return web.json_response({"openapi": "3.1.0", "paths": paths})


async def _phase(tell: Tell, phase: str, progress: float, message: str, **more: Any) -> None:
    data = {"phase": phase, "progress": progress, "message": message, "timestamp": time.time()}
    await tell("progress", {**data, **more})

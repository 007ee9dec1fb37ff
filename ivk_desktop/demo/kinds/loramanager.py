"""LoRA Manager: a queue by REST and its websocket, before a generator of one job at a time.

What its server does is done here too: nothing is told of a canceled job, which is worked on all
the same and entered as completed; the number of a job that waits is that of the one that runs.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from aiohttp import WSCloseCode, web

from ivk_desktop.demo.kinds.server import Paint, ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage

MODES: Final = ("usual", "failing", "no-socket", "no-end", "page")
ROOT: Final = "/api/v1"
_PARAMS: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "title": "Prompt"},
        "negative_prompt": {
            "anyOf": [{"type": "string"}, {"type": "null"}],
            "title": "Negative Prompt",
        },
        "steps": {"type": "integer", "default": 20, "minimum": 1, "maximum": 150},
        "sampler_name": {"type": "string", "default": "DPM++ 2M", "title": "Sampler Name"},
        "cfg_scale": {"type": "number", "default": 7.0, "title": "Cfg Scale"},
        "width": {"type": "integer", "default": 512, "minimum": 64, "maximum": 2048},
        "height": {"type": "integer", "default": 512, "minimum": 64, "maximum": 2048},
        "seed": {"type": "integer", "default": -1, "title": "Seed"},
        "batch_size": {"type": "integer", "default": 1, "minimum": 1, "maximum": 8},
        "n_iter": {"type": "integer", "default": 1, "minimum": 1, "maximum": 10},
    },
}


@dataclass(slots=True)
class Delivery:
    """One job as the server keeps it."""

    job_id: str
    params: dict[str, Any]
    status: str = "pending"
    told: str = "queued"
    """The status as the websocket says it."""
    result: dict[str, Any] = field(default_factory=dict)
    silent: bool = False
    """Nothing more is told of it: it was canceled."""


class LoraManagerServer(ScriptedServer):
    """One server.

    Args:
        mode: one of ``MODES``: its jobs fail, it has no websocket, tells no end of a job, or uses
            the words that its own page expects.
        stage: lets runs go on.
        paint: makes its pictures.
        key: what has to come as ``X-API-Key``; the websocket takes everybody.
    """

    def __init__(
        self,
        mode: str = "usual",
        stage: Stage | None = None,
        paint: Paint | None = None,
        key: str = "",
    ) -> None:
        super().__init__(stage, paint)
        self.mode = mode
        self.key = key
        self.jobs: dict[str, Delivery] = {}
        self.listeners: list[web.WebSocketResponse] = []
        self.fraction = 0.0
        """The generator's own, whoever's job it works on."""
        self._lock = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """The calls of this server."""
        base = f"{ROOT}/generation"
        found = [
            web.get(f"{base}/backends", self._backends),
            web.post(f"{base}/queue-generation", self._enqueue),
            web.get(f"{base}/jobs/active", self._active),
            web.get(f"{base}/jobs/{{job_id}}", self._job),
            web.post(f"{base}/jobs/{{job_id}}/cancel", self._cancel),
            web.get("/api/openapi.json", self._openapi),
        ]
        if self.mode != "no-socket":
            found.append(web.get(f"{ROOT}/ws/progress", self._socket))
        return found

    async def end(self) -> None:
        """Listen no more; jobs are lost, as in a program that keeps them in memory."""
        await super().end()
        self.jobs.clear()
        self.listeners.clear()
        self._lock = asyncio.Lock()

    def start_job(self, params: dict[str, Any]) -> Delivery:
        """Let a job run, whoever's."""
        job = Delivery(str(uuid.uuid4()), params)
        self.jobs[job.job_id] = job
        task = asyncio.get_running_loop().create_task(self._run(job))
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        return job

    async def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Send a message to all that listen."""
        if self.mode == "page":
            kind = {"progress_update": "generation_progress"}.get(kind, kind)
            message = {"type": kind, **data}
        else:
            message = {"type": kind, "timestamp": datetime.now(UTC).isoformat(), "data": data}
        for listener in list(self.listeners):
            with contextlib.suppress(ConnectionError):
                await listener.send_json(message)

    # --- a job ---------------------------------------------------------------------------
    async def _run(self, job: Delivery) -> None:
        started = {"job_id": job.job_id, "params": job.params, "estimated_duration": None}
        await self.tell("generation_started", started)
        await self._progress(job, self.fraction)  # the number of whoever runs
        async with self._lock:
            steps = max(1, int(job.params.get("steps") or 20))
            if not job.silent:
                job.status, job.told = "running", "processing"
            for step in range(steps):
                self.fraction = step / steps
                await self._progress(job, self.fraction)
                await self.stage.step()
            self.fraction = 1.0
            await self._make(job)

    async def _make(self, job: Delivery) -> None:
        failed = self.mode == "failing"
        images: list[str] = []
        if not failed:
            width, height = (int(job.params.get(side) or 512) for side in ("width", "height"))
            words = str(job.params["prompt"])
            data = await self.paint(words, len(self.jobs), width, height)
            images.append(base64.b64encode(data).decode())
        error = '{"errors": "CUDA out of memory"}' if failed else None
        job.status = job.told = "failed" if failed else "completed"
        result = {"status": job.told, "images": images or None, "error_message": error}
        job.result = {**result, "progress": 0.0 if failed else 1.0}
        await self._progress(job, 0.0 if failed else 1.0)
        if not job.silent and self.mode != "no-end":
            ended = {"job_id": job.job_id, **result, "total_duration": 1.0}
            await self.tell("generation_complete", {**ended, "generation_info": {"steps": 4}})

    async def _progress(self, job: Delivery, fraction: float) -> None:
        if job.silent:
            return
        nothing = dict.fromkeys(("current_step", "total_steps", "eta_seconds", "preview_image"))
        data = {"job_id": job.job_id, "progress": round(fraction, 2), "status": job.told}
        await self.tell("progress_update", {**data, **nothing, "error_message": None})

    # --- calls ---------------------------------------------------------------------------
    def _refused(self, request: web.Request) -> web.Response | None:
        if not self.key or request.headers.get("X-API-Key") == self.key:
            return None
        problem = {"type": "about:blank", "title": "Invalid API key", "status": 403}
        return web.json_response(problem, status=403)

    async def _backends(self, request: web.Request) -> web.Response:
        return self._refused(request) or web.json_response({"sdnext": True})

    async def _enqueue(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        body = await request.json()
        if not isinstance(body.get("prompt"), str):
            missing = [{"type": "missing", "loc": ["body", "prompt"], "msg": "Field required"}]
            return web.json_response({"detail": missing}, status=422)
        job = self.start_job(body)
        await asyncio.sleep(0)  # its first messages are out before the answer
        return web.json_response({"delivery_id": job.job_id})

    async def _active(self, request: web.Request) -> web.Response:
        open_jobs = [job for job in self.jobs.values() if job.status in ("pending", "running")]
        rows = [
            {
                "id": job.job_id,
                "jobId": job.job_id,
                "prompt": job.params.get("prompt"),
                "status": job.told,
                "progress": 0,
                "params": job.params,
                "error": None,
            }
            for job in open_jobs
        ]
        return self._refused(request) or web.json_response(rows)

    async def _job(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        job = self.jobs.get(request.match_info["job_id"])
        if job is None:
            return _not_found()
        told = {"id": job.job_id, "prompt": job.params.get("prompt"), "mode": "deferred"}
        record = {**told, "params": job.params, "status": job.status, "result": job.result or None}
        return web.json_response({"delivery": record})

    async def _cancel(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        job = self.jobs.get(request.match_info["job_id"])
        if job is None:
            return _not_found()
        if job.status not in ("pending", "running"):
            problem = {"type": "about:blank", "title": "Job cannot be cancelled", "status": 400}
            return web.json_response(problem, status=400)
        job.status, job.told, job.silent = "cancelled", "failed", True
        return web.json_response({"success": True, "status": "cancelled", "message": "cancelled"})

    async def _openapi(self, _: web.Request) -> web.Response:
        schemas = {"SDNextGenerationParams": _PARAMS}
        return web.json_response({"openapi": "3.1.0", "components": {"schemas": schemas}})

    # --- the websocket -------------------------------------------------------------------
    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        hello = {"connection_id": "conn_1", "message": "Connected to progress monitoring"}
        await socket.send_json({"type": "connected", "data": hello})
        try:
            async for message in socket:
                told = message.json()
                if isinstance(told, dict) and told.get("type") == "subscribe":
                    self.listeners.append(socket)
                    data = {"job_ids": told.get("job_ids")}
                    await socket.send_json({"type": "subscription_confirmed", "data": data})
        finally:
            if socket in self.listeners:
                self.listeners.remove(socket)
        return socket

    async def drop_listeners(self) -> None:
        """Close all websockets, as a proxy does that has waited too long."""
        for listener in list(self.listeners):
            await listener.close(code=WSCloseCode.GOING_AWAY)


def _not_found() -> web.Response:
    problem = {"type": "about:blank", "title": "Job not found", "status": 404}
    return web.json_response(problem, status=404)

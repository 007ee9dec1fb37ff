"""A server that speaks ``/sdapi/v1``, in three flavours: AUTOMATIC1111, an old one, SD.Next.

The old one knows no ids of tasks. The blocking calls wait for each other as the real ones do,
progress tells what runs now, and an idle SD.Next keeps fraction and preview of the run before.
"""

from __future__ import annotations

import asyncio
import base64
import json
import random
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from ivk_desktop.demo.kinds.server import Paint, ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage

FLAVOURS = ("a1111", "old", "sdnext")
MODELS = ("dreamshaper_8.safetensors [879db523c3]", "sd_xl_base_1.0.safetensors [31e35c80fc]")
SAMPLERS = ("Euler a", "Euler", "DPM++ 2M", "DDIM")
_LARGEST_PX = 2048


@dataclass(slots=True)
class Run:
    """One call that waits or works."""

    task_id: str
    body: dict[str, Any]
    steps: int
    step: int = 0
    picture: int = 0
    begun: float = 0.0
    mark: str = ""
    preview: str = ""
    interrupted: bool = False
    skipped: bool = False
    pictures: list[str] = field(default_factory=list)


class SdServer(ScriptedServer):
    """One server.

    Args:
        flavour: one of ``FLAVOURS``.
        stage: lets runs go on.
        paint: makes its pictures.
        login: ``name:password`` that every call of ``/sdapi`` has to bring.
    """

    def __init__(
        self,
        flavour: str = "a1111",
        stage: Stage | None = None,
        paint: Paint | None = None,
        login: str = "",
    ) -> None:
        super().__init__(stage, paint)
        self.flavour = flavour
        self.login = login
        self.waiting: list[Run] = []
        self.running: Run | None = None
        self.ended: list[str] = []
        self.last: Run | None = None
        self._lock = asyncio.Lock()
        self._begun = 0.0

    def routes(self) -> list[web.RouteDef]:
        """The calls of this flavour."""
        get, post = web.get, web.post
        found = [
            get("/sdapi/v1/progress", self._progress),
            get("/sdapi/v1/options", self._options),
            post("/sdapi/v1/txt2img", self._generate),
            post("/sdapi/v1/img2img", self._generate),
            post("/sdapi/v1/interrupt", self._interrupt),
            post("/sdapi/v1/skip", self._skip),
            *(get(f"/sdapi/v1/{name}", self._list) for name in _LISTS),
        ]
        if self.is_sdnext:
            found += [get("/sdapi/v1/version", self._version), get("/sdapi/v1/log", self._log)]
        elif self.flavour == "a1111":
            found += [get("/internal/pending-tasks", self._pending)]
            found += [post("/internal/progress", self._task)]
        return found

    @property
    def is_sdnext(self) -> bool:
        """Whether it is the other flavour."""
        return self.flavour == "sdnext"

    # --- what runs -----------------------------------------------------------------------
    async def run_foreign(self, steps: int = 4) -> None:
        """Let somebody else's job run to its end."""
        await self._run(Run("", {"prompt": "another's", "width": 64, "height": 64}, steps))

    async def _generate(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        body = await request.json()
        if not isinstance(body.get("prompt", ""), str):
            errors = [{"loc": ["body", "prompt"], "msg": "str type expected", "type": "type"}]
            return web.json_response({"detail": errors}, status=422)
        if request.path.endswith("img2img") and not body.get("init_images"):
            status = 400 if self.is_sdnext else 404
            return web.json_response({"detail": "Init image not found"}, status=status)
        if body.get("sampler_name", SAMPLERS[0]) not in SAMPLERS:
            return web.json_response({"detail": "Sampler not found"}, status=404)
        run = Run(str(body.get("force_task_id") or ""), body, int(body.get("steps", 20)))
        await self._run(run)
        seed = run.body["seed"]
        info = {"prompt": body.get("prompt", ""), "seed": seed, "all_seeds": [seed]}
        answer = {"images": run.pictures, "parameters": body, "info": json.dumps(info)}
        return web.json_response(answer)

    async def _run(self, run: Run) -> None:
        self.waiting.append(run)
        async with self._lock:
            self.waiting.remove(run)
            # A second apart at least, as real runs are: some clients tell them apart by that.
            self.running, run.begun = run, max(time.time(), self._begun + 1)
            self._begun = run.begun
            run.mark = f"{random.getrandbits(60):015x}"
            if run.body.get("seed", -1) == -1:
                run.body = {**run.body, "seed": random.getrandbits(32)}
            try:
                for number in range(int(run.body.get("batch_size", 1))):
                    run.picture = number
                    await self._paint(run)
                    if run.interrupted:
                        break
            finally:
                self.running, self.last = None, run
                self.ended.append(run.task_id)

    async def _paint(self, run: Run) -> None:
        run.step, run.skipped = 0, False
        width, height = (min(int(run.body.get(s, 512)), _LARGEST_PX) for s in ("width", "height"))
        words, seed = str(run.body.get("prompt", "")), run.body["seed"] + run.picture
        while run.step < run.steps and not (run.interrupted or run.skipped):
            await self.stage.step()
            run.step += 1
            small = await self.paint(words, seed, max(8, width // 8), max(8, height // 8))
            run.preview = base64.b64encode(small).decode()
        if not run.skipped:
            picture = await self.paint(words, seed, width, height)
            run.pictures.append(base64.b64encode(picture).decode())

    async def _interrupt(self, request: web.Request) -> web.Response:
        return self._stopped(request, "interrupted")

    async def _skip(self, request: web.Request) -> web.Response:
        return self._stopped(request, "skipped")

    def _stopped(self, request: web.Request, what: str) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        if self.running is not None:
            setattr(self.running, what, True)
        return web.Response(status=204) if self.is_sdnext else web.json_response({})

    # --- progress ------------------------------------------------------------------------
    async def _progress(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        run = self.running
        wanted = request.query.get("skip_current_image") != "true"
        if run is None:
            return web.json_response(self._idle(wanted))
        done = _share(run)
        elapsed = max(0.0, time.time() - run.begun)
        answer = {
            "progress": round(done, 2) if self.is_sdnext else max(0.01, done),
            "eta_relative": elapsed / done - elapsed if done else 0.0,
            "state": self._state(run, "txt2img" if self.is_sdnext else "scripts_txt2img", 1),
            "current_image": run.preview if wanted and run.preview else None,
            "textinfo": None,
        }
        return web.json_response({**answer, "id": run.mark} if self.is_sdnext else answer)

    def _idle(self, wanted: bool) -> dict[str, Any]:
        last = self.last if self.is_sdnext else None
        stale = last.preview if last is not None and wanted and last.preview else None
        answer = {
            "progress": round(_share(last), 2) if last is not None else 0.0,
            "eta_relative": 0.0,
            "state": self._state(last or Run("", {}, 0), "", 0),
            "current_image": stale,
            "textinfo": None,
        }
        return {**answer, "id": ""} if self.is_sdnext else answer

    def _state(self, run: Run, job: str, count: int) -> dict[str, Any]:
        begun = time.strftime("%Y%m%d%H%M%S", time.localtime(run.begun)) if run.begun else "0"
        return {
            "skipped": run.skipped,
            "interrupted": run.interrupted,
            "job": job,
            "job_count": count,
            "job_timestamp": begun,
            "job_no": 0,
            "sampling_step": run.step,
            "sampling_steps": run.steps,
        }

    async def _task(self, request: web.Request) -> web.Response:
        body = await request.json()
        task_id = body.get("id_task")
        run = self.running
        active = run is not None and bool(task_id) and run.task_id == task_id
        places = [one.task_id for one in self.waiting]
        queued = task_id in places
        text = f"In queue: {places.index(task_id) + 1}/{len(places)}" if queued else "Waiting..."
        preview = None
        if active and run is not None and run.preview and body.get("id_live_preview") != run.step:
            preview = f"data:image/png;base64,{run.preview}"
        answer = {
            "active": active,
            "queued": queued,
            "completed": task_id in self.ended[-16:],
            "progress": _share(run) if active and run is not None else None,
            "eta": None,
            "live_preview": preview,
            "id_live_preview": run.step if active and run is not None else -1,
            "textinfo": text,
        }
        return web.json_response(answer)

    async def _pending(self, _: web.Request) -> web.Response:
        tasks = [run.task_id for run in self.waiting]
        return web.json_response({"size": len(tasks), "tasks": tasks})

    # --- lists ---------------------------------------------------------------------------
    async def _list(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        return web.json_response(_LISTS[request.path.rpartition("/")[2]])

    async def _options(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        return web.json_response({"sd_model_checkpoint": MODELS[0], "samples_format": "png"})

    async def _version(self, _: web.Request) -> web.Response:
        return web.json_response({"app": "sd.next", "commit": "058a7f0", "updated": "2026-07-23"})

    async def _log(self, _: web.Request) -> web.Response:
        return web.json_response(["2026-11-26 INFO  Server start", "2026-11-26 ERROR Process"])

    def _refused(self, request: web.Request) -> web.Response | None:
        wanted = "Basic " + base64.b64encode(self.login.encode()).decode()
        if not self.login or request.headers.get("Authorization") == wanted:
            return None
        detail = "Unauthorized" if self.is_sdnext else "Incorrect username or password"
        headers = {"WWW-Authenticate": "Basic"}
        return web.json_response({"detail": detail}, status=401, headers=headers)


def _share(run: Run) -> float:
    count = max(1, int(run.body.get("batch_size", 1)))
    return (run.picture + run.step / max(1, run.steps)) / count


_LISTS: dict[str, Any] = {
    "sd-models": [{"title": name, "model_name": name.partition(".")[0]} for name in MODELS],
    "samplers": [{"name": name, "aliases": [], "options": {}} for name in SAMPLERS],
    "schedulers": [{"name": "karras", "label": "Karras"}, {"name": "simple", "label": "Simple"}],
    "sd-vae": [{"model_name": "vae-ft-mse-840000.safetensors", "filename": "/models/vae.pt"}],
    "upscalers": [{"name": "Latent"}, {"name": "R-ESRGAN 4x+"}],
    "loras": [{"name": "add_detail", "alias": "add_detail", "path": "/models/add_detail.pt"}],
    "prompt-styles": [{"name": "Cinematic", "prompt": "cinematic, {prompt}"}],
}

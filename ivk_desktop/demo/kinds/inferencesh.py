"""inference.sh: apps, tasks with a stream each, files with signed addresses."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from ivk_desktop.demo.kinds.server import Paint, ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage

MODES: Final = ("ndjson", "sse", "drops", "heartbeats", "setup", "failed", "rejected")
HEARTBEAT_S: Final = 0.05
_NUMBERS: Final = {
    "received": 1,
    "queued": 2,
    "dispatched": 3,
    "preparing": 4,
    "serving": 5,
    "setting_up": 6,
    "running": 7,
    "cancelling": 8,
    "uploading": 9,
    "completed": 10,
    "failed": 11,
    "cancelled": 12,
    "rejected": 13,
}


def _side() -> dict[str, Any]:
    return {"type": "integer", "minimum": 8, "maximum": 2048, "default": 512}


_FILE: Final[dict[str, Any]] = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"uri": {"type": "string"}, "content_type": {"type": "string"}},
        },
        {"type": "string"},
    ]
}
_TEXT: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["prompt"],
    "$defs": {"OutputFormat": {"type": "string", "enum": ["png", "jpeg"]}},
    "properties": {
        "prompt": {"type": "string", "title": "Prompt"},
        "width": _side(),
        "height": _side(),
        "steps": {"type": "integer", "minimum": 1, "maximum": 50, "default": 8},
        "cfg_scale": {"type": "number", "minimum": 0, "maximum": 20, "default": 2.5},
        "seed": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
        "output_format": {"$ref": "#/$defs/OutputFormat", "default": "png"},
    },
}
_IMAGE: Final[dict[str, Any]] = {
    **_TEXT,
    "required": ["prompt", "image"],
    "$defs": {**_TEXT["$defs"], "File": _FILE},
    "properties": {"image": {"$ref": "#/$defs/File"}, **_TEXT["properties"]},
}
APPS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "demo/text-to-image": ("Text to image", _TEXT),
    "demo/image-to-image": ("Image to image", _IMAGE),
}


@dataclass(slots=True)
class Task:
    """One task, as its record has it."""

    record: dict[str, Any]
    streams: list[asyncio.Queue[dict[str, Any] | None]] = field(default_factory=list)
    log: str = ""
    canceled: bool = False

    @property
    def ended(self) -> bool:
        """Whether nothing more happens to it."""
        return int(self.record["status"]) >= _NUMBERS["completed"]


class InferenceServer(ScriptedServer):
    """One server.

    Args:
        mode: one of ``MODES``: its streams are server-sent events, drop after each message, or
            bring nothing but heartbeats; a task lacks its set-up, fails, or is rejected.
        stage: lets tasks go on.
        paint: makes its pictures.
        key: what has to come as bearer token; empty takes everybody.
        files_at: another server's address that files are at; this one's own if empty.
    """

    def __init__(
        self,
        mode: str = "ndjson",
        stage: Stage | None = None,
        paint: Paint | None = None,
        key: str = "",
        files_at: str = "",
    ) -> None:
        super().__init__(stage, paint)
        self.mode = mode
        self.key = key
        self.files_at = files_at
        self.tasks: dict[str, Task] = {}
        self.files: dict[str, bytes] = {}
        self.leaked: list[str] = []
        """The keys that came where files are."""
        self.most_at_once = 0

    def routes(self) -> list[web.RouteDef]:
        """The calls of this server."""
        return [
            web.post("/apps/list", self._apps),
            web.get("/apps/{space}/{name}", self._app),
            web.post("/apps/run", self._run_app),
            web.post("/tasks/list", self._tasks),
            web.get("/tasks/{task_id}", self._task),
            web.get("/tasks/{task_id}/stream", self._stream),
            web.post("/tasks/{task_id}/cancel", self._cancel),
            web.post("/files", self._place),
            web.put("/files/{name}", self._store),
            web.get("/files/{name}", self._file),
        ]

    async def end(self) -> None:
        """Listen no more; tasks are lost."""
        await super().end()
        self.tasks.clear()

    def start_task(self, app: str, values: dict[str, Any], metadata: Any = None) -> Task:
        """Let a task run, whoever's."""
        record: dict[str, Any] = {
            "id": uuid.uuid4().hex,
            "status": 1,
            "app": app,
            "input": values,
            "output": None,
            "error": None,
            "logs": [],
            "metadata": metadata or {},
        }
        task = Task(record)
        self.tasks[record["id"]] = task
        working = asyncio.get_running_loop().create_task(self._work(task))
        self._working.add(working)
        working.add_done_callback(self._working.discard)
        return task

    # --- a task --------------------------------------------------------------------------
    async def _work(self, task: Task) -> None:
        open_tasks = sum(not one.ended for one in self.tasks.values())
        self.most_at_once = max(self.most_at_once, open_tasks)
        for name in ("queued", "dispatched", "preparing", "setting_up", "running"):
            self._set(task, status=_NUMBERS[name])
            await asyncio.sleep(0)
        steps = int(task.record["input"].get("steps") or 4)
        for step in range(steps):
            await self.stage.step()
            if task.canceled:
                self._set(task, status=_NUMBERS["cancelled"])
                return
            task.log += f"{100 * (step + 1) // steps}%|###| {step + 1}/{steps} [00:01]\n"
            content = base64.b64encode(task.log.encode()).decode()
            self._set(task, logs=[{"log_type": 4, "content": content}])
        if self.mode in ("failed", "rejected"):
            self._set(task, status=_NUMBERS[self.mode], error="CUDA out of memory")
            return
        self._set(task, status=_NUMBERS["uploading"])
        self._set(task, output=await self._made(task))
        self._set(task, status=_NUMBERS["completed"])

    async def _made(self, task: Task) -> dict[str, Any]:
        values = task.record["input"]
        sides = [int(values.get(side) or 512) for side in ("width", "height")]
        name = f"{task.record['id']}.png"
        data = await self.paint(str(values.get("prompt", "")), len(self.tasks), sides[0], sides[1])
        self.files[name] = data
        uri = f"{self.files_at or self.url}/files/{name}?signature=1"
        kind = {"type": "image", "width": sides[0], "height": sides[1]}
        return {"images": [{"uri": uri, "content_type": "image/png"}], "output_meta": kind}

    def _set(self, task: Task, **fields: Any) -> None:
        """Change the record, and tell only what has changed."""
        task.record |= fields
        for stream in task.streams:
            stream.put_nowait({"data": dict(fields), "fields": list(fields)})
            if task.ended:
                stream.put_nowait(None)

    # --- the stream ----------------------------------------------------------------------
    async def _stream(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._refused(request):
            return refusal
        task = self.tasks.get(request.match_info["task_id"])
        if task is None:
            return _problem(404, "Task not found")
        sse = self.mode == "sse"
        kind = "text/event-stream" if sse else "application/x-ndjson"
        response = web.StreamResponse(headers={"Content-Type": kind})
        await response.prepare(request)
        with contextlib.suppress(ConnectionResetError):
            async for message in self._told(task):
                text = json.dumps(message)
                await response.write(f"data: {text}\n\n".encode() if sse else f"{text}\n".encode())
                if self.mode == "drops" and request.transport is not None:
                    request.transport.abort()
                    break
        return response

    async def _told(self, task: Task) -> AsyncIterator[dict[str, Any]]:
        while self.mode == "heartbeats":
            yield {"type": "heartbeat"}
            await asyncio.sleep(HEARTBEAT_S)
        stream: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        task.streams.append(stream)
        try:
            yield {"data": dict(task.record)}
            yield {"type": "heartbeat"}
            while not task.ended or not stream.empty():
                message = await stream.get()
                if message is None:
                    return
                yield message
        finally:
            task.streams.remove(stream)

    # --- calls ---------------------------------------------------------------------------
    def _refused(self, request: web.Request) -> web.Response | None:
        if not self.key or request.headers.get("Authorization") == f"Bearer {self.key}":
            return None
        return _problem(401, "Invalid API key")

    async def _apps(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        body = await request.json()
        items = [_card(name) for name in APPS][: int(body.get("limit") or 100)]
        return _data({"items": items, "next_cursor": None, "has_next": False})

    async def _app(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        name = f"{request.match_info['space']}/{request.match_info['name']}"
        if name not in APPS:
            return _problem(404, "App not found")
        version = {"short_id": "a1b2c3", "input_schema": APPS[name][1], "output_schema": {}}
        return _data({**_card(name), "version": version})

    async def _run_app(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        body = await request.json()
        app = str(body.get("app", "")).partition("@")[0]
        if app not in APPS:
            return _problem(404, "App not found")
        if self.mode == "setup":
            missing = {"type": "secret", "key": "HF_TOKEN", "message": "Secret HF_TOKEN is missing"}
            return web.json_response({"satisfied": False, "errors": [missing]}, status=412)
        values = body.get("input")
        if not isinstance(values, dict) or not isinstance(values.get("prompt"), str):
            return _problem(422, "input: prompt is required")
        return _data(dict(self.start_task(app, values, body.get("metadata")).record))

    async def _tasks(self, request: web.Request) -> web.Response:
        rows = [one.record for one in reversed(self.tasks.values())]
        return self._refused(request) or _data({"items": rows[:50], "has_next": False})

    async def _task(self, request: web.Request) -> web.Response:
        task = self.tasks.get(request.match_info["task_id"])
        found = _problem(404, "Task not found") if task is None else _data(dict(task.record))
        return self._refused(request) or found

    async def _cancel(self, request: web.Request) -> web.Response:
        task = self.tasks.get(request.match_info["task_id"])
        if refusal := self._refused(request):
            return refusal
        if task is None:
            return _problem(404, "Task not found")
        if not task.ended:
            task.canceled = True
            self._set(task, status=_NUMBERS["cancelling"])
        return web.Response(status=204)

    # --- files ---------------------------------------------------------------------------
    async def _place(self, request: web.Request) -> web.Response:
        if refusal := self._refused(request):
            return refusal
        told = (await request.json())["files"][0]
        name = f"{uuid.uuid4().hex}-{told['filename']}"
        where = f"{self.files_at or self.url}/files/{name}"
        return web.json_response([{"uri": where, "upload_url": f"{where}?signature=put"}])

    async def _store(self, request: web.Request) -> web.Response:
        self._note(request)
        self.files[request.match_info["name"]] = await request.read()
        return web.Response()

    async def _file(self, request: web.Request) -> web.Response:
        self._note(request)
        data = self.files.get(request.match_info["name"])
        if data is None:
            return web.Response(status=404)
        return web.Response(body=data, content_type="image/png")

    def _note(self, request: web.Request) -> None:
        if told := request.headers.get("Authorization"):
            self.leaked.append(told)


def _card(name: str) -> dict[str, Any]:
    space, _, short = name.partition("/")
    title = APPS[name][0]
    words = {"description": f"{title} with a demo model.", "category": "image"}
    return {
        "id": name.replace("/", "-"),
        "namespace": space,
        "name": short,
        "title": title,
        **words,
    }


def _data(data: Any) -> web.Response:
    return web.json_response({"data": data, "messages": []})


def _problem(status: int, title: str) -> web.Response:
    problem = {"type": "about:blank", "title": title, "status": status, "detail": title}
    return web.json_response(problem, status=status)

"""Models that are being installed: jobs that download, are looked at, and become models."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ivk_desktop.demo import events
from ivk_desktop.demo.events import Hub
from ivk_desktop.demo.pacing import Pacing
from ivk_desktop.demo.problems import Refused, not_found
from ivk_desktop.demo.store.models import Config, Models

PIECE_S: Final = 0.1
"""Seconds at speed 1 for each piece of a download."""
PIECES: Final = 60
SIZE: Final = 2_132_000_000
SMALL: Final = 151_000_000
FREE_GB: Final = 3.5
TRACEBACK: Final = "Traceback (most recent call last):\n"
_REPO: Final = re.compile(r"^([^/:]+/[^/:]+)(?::(fp16|fp32|onnx|openvino|flax)?(?::/?([^:]+))?)?$")
ENDED: Final = ("completed", "error", "cancelled")

Emit = Callable[..., Awaitable[None]]


class Failed(Exception):
    """An installation that fails, as the real server words it."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(slots=True)
class Job:
    """One installation."""

    id: int
    source: dict[str, Any]
    text: str
    inplace: bool
    config_in: Config
    token: str = ""
    status: str = "waiting"
    bytes: int = 0
    total_bytes: int = 0
    error: tuple[str, str] | None = None
    config_out: Config | None = None
    moved: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when its status was changed from outside."""

    @property
    def remote(self) -> bool:
        """Whether it has to be downloaded."""
        return self.source["type"] in ("hf", "url")

    def json(self) -> dict[str, Any]:
        """The job as the server answers it."""
        kind, message = self.error or (None, None)
        return {
            "id": self.id,
            "status": self.status,
            "error_reason": kind,
            "config_in": self.config_in,
            "config_out": self.config_out,
            "inplace": self.inplace,
            "source": self.source,
            "local_path": self.source.get("path") or f"models/tmpinstall_{self.id}",
            "bytes": self.bytes,
            "total_bytes": self.total_bytes,
            "source_metadata": None,
            "download_parts": [],
            "error": message,
            "error_traceback": f"{TRACEBACK}{kind}: {message}\n" if kind else None,
        }


class Installs:
    """The install queue: one job at a time, as on the real server."""

    def __init__(self, models: Models, hub: Hub, pacing: Pacing) -> None:
        self._models = models
        self._hub = hub
        self._pacing = pacing
        self._jobs: dict[int, Job] = {}
        self._number = 0
        self._work = asyncio.Event()

    @property
    def jobs(self) -> list[Job]:
        """All jobs that are listed, the oldest first."""
        return list(self._jobs.values())

    def get(self, number: int) -> Job:
        """One job.

        Raises:
            Refused: 415, as the real server answers.
        """
        if number not in self._jobs:
            raise Refused(415, f"No job with id {number} known")
        return self._jobs[number]

    def start(self, text: str, token: str, *, inplace: bool, config: Config) -> Job:
        """Put a job into the queue; the one that is there for a source that is under way.

        Raises:
            Refused: 409 for a source that is none.
        """
        source = _guess(text, inplace=inplace)
        for job in self._jobs.values():
            if job.text == text and job.status not in ENDED:
                return job
        job = Job(self._number, source, text, inplace, config, token)
        self._jobs[job.id] = job
        self._number += 1
        self._work.set()
        return job

    async def set_status(self, job: Job, status: str) -> None:
        """Pause, resume, cancel or retry: whoever works on it looks again."""
        job.status = status
        job.moved.set()
        self._work.set()
        await self._pacing.wake()
        if status == "cancelled":
            await self._tell("model_install_cancelled", job)

    def prune(self) -> None:
        """Take ended jobs off the list."""
        self._jobs = {n: job for n, job in self._jobs.items() if job.status not in ENDED}

    async def work(self) -> None:
        """Work on the jobs until cancelled."""
        while True:
            job = next((one for one in self._jobs.values() if one.status == "waiting"), None)
            if job is None:
                self._work.clear()
                await self._work.wait()
                continue
            try:
                await self._install(job)
            except Failed as failure:
                job.status, job.error = "error", (failure.kind, str(failure))
                facts = {"error_type": failure.kind, "error": str(failure)}
                await self._tell("model_install_error", job, **facts)

    async def _install(self, job: Job) -> None:
        if job.remote:
            job.status = "downloading"
            await self._download(job)
            if job.status != "downloading":
                return
            job.status = "downloads_done"
            await self._tell("model_install_downloads_complete", job)
        job.status = "running"
        await self._tell("model_install_started", job)
        job.config_out = self._register(job)
        job.bytes = job.total_bytes = job.config_out["file_size"]
        job.status = "completed"
        facts = {
            "key": job.config_out["key"],
            "total_bytes": job.total_bytes,
            "config": job.config_out,
        }
        await self._tell("model_install_complete", job, **facts)

    async def _download(self, job: Job) -> None:
        _refuse(job)
        small = "lora" in job.text.lower()
        job.total_bytes = SMALL if small else SIZE
        while job.bytes < job.total_bytes and job.status == "downloading":
            job.moved.clear()
            await self._pacing.step(PIECE_S, job.moved)
            if job.status != "downloading":
                return
            job.bytes = min(job.total_bytes, job.bytes + job.total_bytes // PIECES + 1)
            facts = {
                "local_path": f"models/tmpinstall_{job.id}",
                "bytes": job.bytes,
                "total_bytes": job.total_bytes,
                "parts": [],
            }
            await self._tell("model_install_download_progress", job, **facts)

    def _register(self, job: Job) -> Config:
        if any(one["source"] == job.text for one in self._models.listed()):
            raise Failed("DuplicateModelException", f"A model at {job.text} is already installed")
        name, kind, base, size = _look_at(job)
        facts = {"source": job.text, "source_type": job.source["type"], "path": job.text}
        wanted = {key: value for key, value in job.config_in.items() if value is not None}
        made = self._models.add(name, kind, base, size, **facts)
        return self._models.change(made["key"], wanted)

    async def _tell(self, event: str, job: Job, **facts: Any) -> None:
        told = {"timestamp": events.timestamp(), "id": job.id, "source": job.source, **facts}
        await self._hub.tell_admins(event, told)


def _guess(text: str, *, inplace: bool) -> dict[str, Any]:
    if Path(text).exists():
        return {"path": text, "inplace": inplace, "type": "local"}
    if match := _REPO.match(text):
        repo, variant, folder = match.groups()
        return {"repo_id": repo, "variant": variant, "subfolder": folder, "type": "hf"}
    if re.match(r"^https?://[^/]+", text):
        return {"url": text, "type": "url"}
    raise Refused(409, f"Unsupported model source: '{text}'")


def _refuse(job: Job) -> None:
    """What goes wrong with sources of telling names."""
    if "gated" in job.text and not job.token:
        raise Failed("HTTPError", "Unauthorized")
    if "huge" in job.text:
        words = f"Free disk space {FREE_GB:.2f} GB is not enough for download of 23.80 GB."
        raise Failed("RuntimeError", words)
    if "broken" in job.text:
        words = f"Model at {job.text} cannot be used: it is truncated"
        raise Failed("InvalidModelConfigException", words)
    if "gone" in job.text:
        raise Failed("HTTPError", "Not Found")


def _look_at(job: Job) -> tuple[str, str, str, int]:
    """Name, type, base and size of what was downloaded or is there."""
    path = Path(job.source["path"]) if job.source["type"] == "local" else None
    name = (path.stem if path else job.text.rsplit("/", 1)[-1].rsplit(".", 1)[0]).split(":")[0]
    if path is None:
        if "letter" in job.text:
            return name, "unknown", "unknown", job.total_bytes
        kind = "lora" if "lora" in job.text.lower() else "main"
        return name, kind, "sdxl" if "xl" in name.lower() else "sd-1", job.total_bytes
    if not path.is_file() or b"lora" not in _head(path):
        return name, "unknown", "unknown", path.stat().st_size
    return name, "lora", "sd-1", path.stat().st_size


def _head(path: Path) -> bytes:
    """The names of a safetensors file's weights."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        head = file.read(length) if 0 < length < 1_000_000 else b""
    try:
        json.loads(head)
    except ValueError:
        return b""
    return head


def found_in(folder: Path, models: Models) -> list[dict[str, Any]]:
    """The model files below a folder.

    Raises:
        Refused: 400 for what is no folder.
    """
    if not folder.is_dir():
        raise Refused(400, f"The search path '{folder}' could not be scanned")
    known = {config["path"] for config in models.listed()}
    endings = (".safetensors", ".ckpt", ".gguf", ".pt", ".bin")
    paths = [str(path) for path in sorted(folder.rglob("*")) if path.suffix in endings][:1000]
    return [{"path": path, "is_installed": path in known} for path in paths]


def hub_files(repo: str) -> dict[str, Any]:
    """What a repository holds; those of one owner are single files.

    Raises:
        Refused: 400 for an unknown one.
    """
    owner, _, name = repo.partition("/")
    if not name or owner == "nobody":
        raise Refused(400, "No HuggingFace repository found")
    if owner != "files":
        return {"urls": None, "is_diffusers": True}
    at = f"https://huggingface.co/{repo}/resolve/main"
    files = (f"{name}.safetensors", f"{name}-pruned.safetensors", f"{name}-lora.safetensors")
    return {"urls": [f"{at}/{file}" for file in files], "is_diffusers": False}


def job_of(installs: Installs, number: int) -> Job:
    """One job to be read.

    Raises:
        Refused: 404.
    """
    try:
        return installs.get(number)
    except Refused as refused:
        raise not_found(str(refused.detail)) from refused

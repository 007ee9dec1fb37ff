"""The calls of ``/sdapi/v1`` and, where it is there, of ``/internal``."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.api.errors import (
    ApiError,
    BadAnswer,
    NotFound,
    NotThisKind,
    Redirected,
    Rejected,
    TimedOut,
)
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.sdapi import wire
from ivk_desktop.api.sdapi.wire import Glance, TaskStatus
from ivk_desktop.domain.limits import MEGABYTE
from ivk_desktop.domain.updates import LogLine

log = logging.getLogger(__name__)

PROBE_S: Final = 10.0
RESULT_BYTES: Final = 512 * MEGABYTE
"""An answer with all pictures of a batch, in base64."""
LOG_LINES: Final = 100
LOG_CHARS: Final = 2000


@dataclass(frozen=True, slots=True)
class Flavour:
    """Which of the servers it is, and what that one can do."""

    product: str
    version: str = ""
    task_ids: bool = False
    """Runs are asked for by an id of ours, and say their place in the queue."""
    logs: bool = False


@dataclass(frozen=True, slots=True)
class Lists:
    """What the server has; a list that it does not tell is empty."""

    models: list[str] = field(default_factory=list)
    vaes: list[str] = field(default_factory=list)
    loras: list[str] = field(default_factory=list)
    samplers: list[str] = field(default_factory=list)
    schedulers: list[str] = field(default_factory=list)
    upscalers: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    checkpoint: str = ""
    """The model that is loaded."""


_LISTS: Final = {
    "models": ("sd-models", ("title", "model_name")),
    "vaes": ("sd-vae", ("model_name",)),
    "loras": ("loras", ("name", "alias")),
    "samplers": ("samplers", ("name",)),
    "schedulers": ("schedulers", ("label", "name")),
    "upscalers": ("upscalers", ("name",)),
    "styles": ("prompt-styles", ("name",)),
}


class SdCalls:
    """The calls of one server."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def flavour(self) -> Flavour:
        """Find out which server it is, within 10 s.

        Raises:
            NotThisKind: something else answers.
        """
        try:
            async with asyncio.timeout(PROBE_S):
                await self._recognise()
                return await self._told_apart()
        except TimeoutError as error:
            args = arguments(self._http.profile, seconds=round(PROBE_S))
            raise TimedOut("the probe took too long", **args) from error

    async def _recognise(self) -> None:
        try:
            await self.glance()
        except Redirected:
            raise
        except (BadAnswer, NotFound, Rejected) as error:
            raise NotThisKind(error.detail, **arguments(self._http.profile)) from error

    async def _told_apart(self) -> Flavour:
        version, tasks, options = await asyncio.gather(
            self._optional("/sdapi/v1/version"),
            self._optional("/internal/pending-tasks"),
            self._optional("/sdapi/v1/options"),
        )
        if isinstance(version, Mapping):
            told = (version.get(key) for key in ("version", "commit", "updated"))
            found = next((one for one in told if isinstance(one, str) and one), "")
            return Flavour("SD.Next", wire.text(found), logs=True)
        task_ids = isinstance(tasks, Mapping) and "tasks" in tasks
        forge = isinstance(options, Mapping) and any(key.startswith("forge_") for key in options)
        return Flavour("Forge" if forge else "AUTOMATIC1111", "", task_ids)

    async def lists(self) -> Lists:
        """Read all lists; one that the server lacks or fails at is empty."""
        read = {name: self._optional(f"/sdapi/v1/{path}") for name, (path, _) in _LISTS.items()}
        *found, options = await asyncio.gather(*read.values(), self._optional("/sdapi/v1/options"))
        known = {
            name: wire.names(raw, *_LISTS[name][1]) for name, raw in zip(read, found, strict=True)
        }
        loaded = options.get("sd_model_checkpoint") if isinstance(options, Mapping) else ""
        return Lists(**known, checkpoint=wire.text(loaded))

    async def glance(self, *, picture: bool = False) -> Glance:
        """What the server does now; with ``picture`` also a preview, which costs it time."""
        params = {"skip_current_image": "false" if picture else "true"}
        raw = await self._http.get_json("/sdapi/v1/progress", params)
        return self._http.read(wire.read_glance, raw)

    async def task(self, task_id: str, preview_id: int) -> TaskStatus:
        """How a task of ours stands; a preview comes only if it is another than ``preview_id``."""
        body = {"id_task": task_id, "id_live_preview": preview_id, "live_preview": True}
        raw = await self._http.query("/internal/progress", body)
        return self._http.read(wire.read_task, raw)

    async def generate(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Run a job; answers when it is done. Sent exactly once."""
        raw = await self._http.wait_for(f"/sdapi/v1/{path}", dict(body), limit=RESULT_BYTES)
        return self._http.read(dict, raw)

    async def interrupt(self) -> None:
        """Stop whatever runs."""
        await self._http.order("POST", "/sdapi/v1/interrupt")

    async def skip(self) -> None:
        """Leave out the picture that is worked on."""
        await self._http.order("POST", "/sdapi/v1/skip")

    async def log_tail(self) -> tuple[LogLine, ...]:
        """The newest lines of the server's log; none where it cannot be read."""
        raw = await self._optional("/sdapi/v1/log", {"lines": LOG_LINES})
        told = raw[-LOG_LINES:] if isinstance(raw, list) else []
        return tuple(LogLine(one[:LOG_CHARS]) for one in told if isinstance(one, str))

    async def _optional(self, path: str, params: Mapping[str, Any] | None = None) -> Any:
        try:
            return await self._http.get_json(path, params, within_s=PROBE_S)
        except ApiError as error:
            log.debug("%s: %s", path, error)
            return None

"""The calls of LoRA Manager (other-servers.md 1.3)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
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
from ivk_desktop.api.loramanager.messages import ID, Message, read_record
from ivk_desktop.domain.limits import MEGABYTE

log = logging.getLogger(__name__)

PROBE_S: Final = 10.0
RECORD_BYTES: Final = 256 * MEGABYTE
"""A record carries its pictures in base64."""
ROOTS: Final = ("/api", "")
"""Where the routes are: the whole program puts them under ``/api``, its backend alone does not."""
MOST_ACTIVE: Final = 200


class LoraManagerCalls:
    """The calls of one server."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http
        self._root = ROOTS[0]

    @property
    def socket_path(self) -> str:
        """Where its websocket is."""
        return f"{self._root}/v1/ws/progress"

    async def probe(self) -> None:
        """Find out whether it is LoRA Manager, within 10 s.

        Raises:
            NotThisKind: something else answers.
        """
        try:
            async with asyncio.timeout(PROBE_S):
                await self._recognise()
        except TimeoutError as error:
            args = arguments(self._http.profile, seconds=round(PROBE_S))
            raise TimedOut("the probe took too long", **args) from error

    async def _recognise(self) -> None:
        detail = "no LoRA Manager"
        for root in ROOTS:
            try:
                raw = await self._http.get_json(f"{root}/v1/generation/backends")
            except Redirected:
                raise
            except (BadAnswer, NotFound, Rejected) as error:
                detail = error.detail
                continue
            if isinstance(raw, Mapping) and type(raw.get("sdnext")) is bool:
                self._root = root
                return
        raise NotThisKind(detail, **arguments(self._http.profile))

    async def description(self) -> Mapping[str, Any]:
        """The server's own description of its calls; empty where it gives none."""
        try:
            found = await self._http.get_json(f"{self._root}/openapi.json")
        except ApiError as error:
            log.debug("no description: %s", error)
            return {}
        return found if isinstance(found, Mapping) else {}

    async def enqueue(self, body: Mapping[str, Any]) -> str:
        """Hand a job in; returns its id. Sent exactly once."""
        # Files and addresses would be of the server's own computer: pictures have to come along.
        params = {"backend": "sdnext", "save_images": "true", "return_format": "base64"}
        path = f"{self._root}/v1/generation/queue-generation"
        raw = await self._http.send("POST", path, dict(body), params)
        found = self._http.read(lambda data: data["delivery_id"], raw)
        if not isinstance(found, str) or not ID.fullmatch(found):
            raise BadAnswer("no id", **arguments(self._http.profile, what="no id of a job"))
        return found

    async def active(self) -> Sequence[Message]:
        """The jobs that wait or run, whoever's."""
        path = f"{self._root}/v1/generation/jobs/active"
        raw = await self._http.get_json(path, {"limit": MOST_ACTIVE})
        rows = self._http.read(list, raw)[:MOST_ACTIVE]
        return [self._http.read(read_record, row) for row in rows]

    async def record(self, job_id: str) -> Message:
        """The record of a job, with its pictures."""
        path = f"{self._root}/v1/generation/jobs/{job_id}"
        raw = await self._http.get_json(path, limit=RECORD_BYTES)
        return self._http.read(read_record, raw)

    async def cancel(self, job_id: str) -> None:
        """Take a job off the server's list; what its generator works on goes on."""
        await self._http.send("POST", f"{self._root}/v1/generation/jobs/{job_id}/cancel")

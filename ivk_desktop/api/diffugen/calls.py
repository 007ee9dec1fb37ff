"""The calls of DiffuGen (other-servers.md 3.2)."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

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
from ivk_desktop.domain.limits import MEGABYTE

log = logging.getLogger(__name__)

PROBE_S: Final = 10.0
MOST_LISTED: Final = 5000
ANSWER_BYTES: Final = 128 * MEGABYTE
_ADDRESS: Final = re.compile(r"[a-z]{2,10}://[^\s]+", re.IGNORECASE)
_FILE: Final = re.compile(r"[^/\\\x00-\x1f]{1,200}\.(?:png|jpe?g|webp)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lists:
    """What the server offers."""

    flux: tuple[str, ...] = ()
    stable: tuple[str, ...] = ()
    loras: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What a probe found out."""

    version: str
    streams: bool
    """The server names a streaming route; whether that delivers is another matter."""


class DiffuGenCalls:
    """The calls of one server."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def probe(self) -> Found:
        """Find out whether it is DiffuGen, within 10 s.

        Raises:
            NotThisKind: something else answers.
        """
        try:
            async with asyncio.timeout(PROBE_S):
                version = await self._recognise()
                return Found(version, await self._streams())
        except TimeoutError as error:
            args = arguments(self._http.profile, seconds=round(PROBE_S))
            raise TimedOut("the probe took too long", **args) from error

    async def _recognise(self) -> str:
        """Several kinds of server have ``/health``: the models are DiffuGen's alone."""
        try:
            health = await self._http.get_json("/health")
            models = await self._http.get_json("/models")
        except Redirected:
            raise
        except (BadAnswer, NotFound, Rejected) as error:
            raise NotThisKind(error.detail, **arguments(self._http.profile)) from error
        families = models.get("models") if isinstance(models, Mapping) else None
        if not isinstance(families, Mapping) or "stable_diffusion" not in families:
            raise NotThisKind("no DiffuGen", **arguments(self._http.profile))
        version = health.get("version") if isinstance(health, Mapping) else ""
        return version[:100] if isinstance(version, str) else ""

    async def _streams(self) -> bool:
        try:
            found = await self._http.get_json("/openapi.json")
        except ApiError as error:
            log.debug("no description: %s", error)
            return False
        paths = found.get("paths") if isinstance(found, Mapping) else None
        return isinstance(paths, Mapping) and "/generate/stream" in paths

    async def health(self) -> None:
        """Ask whether it is there."""
        await self._http.get_json("/health")

    async def lists(self) -> Lists:
        """Read the models and the LoRAs."""
        raw = await self._http.get_json("/models")
        families = raw.get("models") if isinstance(raw, Mapping) else None
        families = families if isinstance(families, Mapping) else {}
        defaults = raw.get("default_params") if isinstance(raw, Mapping) else None
        try:
            loras = (await self._http.get_json("/loras")).get("loras")
        except (ApiError, AttributeError):
            loras = None  # the first releases have none
        return Lists(
            _names(families.get("flux")),
            _names(families.get("stable_diffusion")),
            _names(loras),
            defaults if isinstance(defaults, Mapping) else {},
        )

    async def images(self) -> list[str]:
        """The files of the server's gallery, newest first."""
        raw = await self._http.get_json("/images")
        told = raw.get("images") if isinstance(raw, Mapping) else None
        rows = [one for one in told or () if isinstance(one, Mapping)][:MOST_LISTED]
        rows.sort(key=lambda one: str(one.get("created", "")), reverse=True)
        return [name for one in rows if (name := file_name(one.get("filename")))]

    async def image(self, name: str) -> bytes:
        """The bytes of one picture of the gallery."""
        return await self._http.get_bytes(image_path(name))

    async def generate(self, route: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Run a job; answers when it is done. Sent exactly once."""
        raw = await self._http.wait_for(route, dict(body), limit=ANSWER_BYTES)
        return self._http.read(dict, raw)


def route_of(model: str) -> str:
    """Where jobs of a model go; the server takes its default one for none."""
    if not model:
        return "/generate"
    return "/generate/flux" if model.startswith("flux") else "/generate/stable"


def image_path(name: str) -> str:
    """Where a picture of the gallery is, on the server that is configured and no other."""
    return f"/images/{quote(name, safe='')}"


def file_name(told: object) -> str:
    """The bare name of a picture that a path, an address or a sentence ends with; else empty.

    Whatever leads there, another host or another folder, is of no use and not followed.
    """
    if not isinstance(told, str) or not told:
        return ""
    told = told[:4000].strip()
    if (address := _ADDRESS.search(told)) is not None:
        told = unquote(urlsplit(address[0]).path)
    name = PureWindowsPath(PurePosixPath(told).name).name
    return name if _FILE.fullmatch(name) and name not in (".", "..") else ""


def _names(raw: Any) -> tuple[str, ...]:
    told = raw[:MOST_LISTED] if isinstance(raw, list) else ()
    return tuple(dict.fromkeys(one[:500] for one in told if isinstance(one, str) and one))

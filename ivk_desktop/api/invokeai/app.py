"""What the server says of itself."""

from __future__ import annotations

import asyncio
import logging

from ivk_desktop.api.errors import (
    ApiError,
    BadAnswer,
    Forbidden,
    GateClosed,
    NotFound,
    NothingThere,
    NotThisKind,
    Redirected,
    TimedOut,
    Unauthorized,
)
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.wire import Device, RuntimeConfigAnswer, Version
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    EtaSource,
    PreviewMode,
    ServerFacts,
)

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(
    cancel=CancelScope.ITEM,
    previews=PreviewMode.PUSH,
    eta=EtaSource.DERIVED,
    pause=True,
    prepend=True,
    parallel=True,
)

_PROBE_S = 10.0
_OPENAPI_LIMIT = 32 * 1024 * 1024


class AppRepository:
    """``/api/v1/app`` and the OpenAPI document."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def version(self) -> str:
        """The server's version.

        Raises:
            NotThisKind: something else answers.
            GateClosed: a proxy before the server wants credentials of its own.
        """
        try:
            data = await self._http.get_json("/api/v1/app/version", limit=100_000)
            return self._http.read(Version.model_validate, data).version
        except Redirected:
            raise
        except (Unauthorized, Forbidden) as error:
            # Every server answers this to everybody: something stands before it.
            raise GateClosed(error.detail, **arguments(self._http.profile)) from error
        except NotFound as error:
            raise NothingThere(error.detail, **arguments(self._http.profile)) from error
        except BadAnswer as error:
            raise NotThisKind(error.detail, **arguments(self._http.profile)) from error

    async def facts(self) -> ServerFacts:
        """Version, devices and limits, within 10 s.

        Raises:
            NotThisKind: something else answers.
        """
        try:
            async with asyncio.timeout(_PROBE_S):
                version = await self.version()
                config, devices = await asyncio.gather(self._queue_limit(), self._devices())
        except TimeoutError as error:
            args = arguments(self._http.profile, seconds=round(_PROBE_S))
            raise TimedOut("the probe took too long", **args) from error
        return ServerFacts(
            product=self._http.profile.product,
            version=version,
            capabilities=CAPABILITIES,
            devices=devices,
            queue_limit=config,
        )

    async def _queue_limit(self) -> int | None:
        """``max_queue_size``; unknown to those who are no administrators."""
        try:
            data = await self._http.get_json("/api/v1/app/runtime_config")
            answer = self._http.read(RuntimeConfigAnswer.model_validate, data)
        except ApiError as error:
            log.debug("no runtime config: %s", error)
            return None
        return answer.config.max_queue_size

    async def _devices(self) -> tuple[str, ...]:
        """The devices that generate; unknown to servers before 6.14."""
        try:
            data = await self._http.get_json("/api/v1/app/generation_device_options")
            found = self._http.read(lambda raw: [Device.model_validate(one) for one in raw], data)
        except ApiError as error:
            log.debug("no devices: %s", error)
            return ()
        return tuple(one.device for one in found)

    async def openapi(self) -> bytes:
        """The OpenAPI document, unparsed: 1.8 MB, and up to 2 s when asked for the first time."""
        return await self._http.get_bytes("/openapi.json", limit=_OPENAPI_LIMIT)

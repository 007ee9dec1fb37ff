"""The server as its administrators see it: caches, log, nodes, files."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any, Final, TypeVar

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.models import BASE
from ivk_desktop.api.invokeai.values import count, mapping, text, whole
from ivk_desktop.domain.administration import (
    DeviceInfo,
    LogLevel,
    Maintenance,
    NodePack,
    ResultCache,
    ServerDetails,
)
from ivk_desktop.domain.models import ModelCacheStats

log = logging.getLogger(__name__)

T = TypeVar("T")
_APP: Final = "/api/v1/app"
_CACHE: Final = f"{_APP}/invocation_cache"
_INTERMEDIATES: Final = "/api/v1/images/intermediates"
_MOST: Final = 1000
_LEVELS: Final = {
    0: LogLevel.ALL,
    10: LogLevel.DEBUG,
    20: LogLevel.INFO,
    30: LogLevel.WARNING,
    40: LogLevel.ERROR,
    50: LogLevel.CRITICAL,
}


class SystemRepository:
    """What of ``/api/v1/app`` and its like is for looking after a server."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def details(self) -> ServerDetails:
        """Dependencies, devices and limits; what the person may not know is left out."""
        deps, devices, config = await asyncio.gather(
            self._allowed(self._http.get_json(f"{_APP}/app_deps"), {}),
            self._allowed(self._http.get_json(f"{_APP}/generation_device_options"), []),
            self._allowed(self._http.get_json(f"{_APP}/runtime_config"), {}),
        )

        def parse(_: Any) -> ServerDetails:
            limits = mapping(config, "config")
            return ServerDetails(
                _dependencies(deps),
                tuple(DeviceInfo(text(one, "device"), text(one, "name")) for one in devices),
                whole(limits, "max_queue_size"),
                whole(limits, "max_queue_history"),
            )

        return self._http.read(parse, None)

    async def log_level(self) -> LogLevel:
        """The log's level; one that is not known is the nearest above."""
        data = await self._http.get_json(f"{_APP}/logging")
        known = (level for number, level in _LEVELS.items() if number >= int(data))
        return self._http.read(lambda _: next(known, LogLevel.CRITICAL), data)

    async def set_log_level(self, level: LogLevel) -> None:
        """Set the log's level; the body is the bare number."""
        number = next(number for number, one in _LEVELS.items() if one is level)
        await self._http.send("POST", f"{_APP}/logging", number)

    async def node_packs(self) -> list[NodePack]:
        """The custom nodes, by name."""
        data = await self._http.get_json("/api/v2/custom_nodes/")

        def pack(raw: Any) -> NodePack:
            types = [str(one)[:200] for one in raw.get("node_types") or []][:_MOST]
            return NodePack(text(raw, "name", 200), text(raw, "path"), tuple(types))

        found = self._http.read(lambda raw: [pack(one) for one in raw["node_packs"]], data)
        return sorted(found, key=lambda one: one.name.casefold())

    async def maintenance(self) -> Maintenance:
        """Whether pictures are being moved within the server's storage."""
        data = await self._http.get_json("/api/v1/image_moves/status")
        return self._http.read(_maintenance, data)

    async def result_cache(self) -> ResultCache:
        """How the invocation cache fares."""
        data = await self._http.get_json(f"{_CACHE}/status")

        def parse(raw: Any) -> ResultCache:
            numbers = (count(raw, name) for name in ("size", "max_size", "hits", "misses"))
            return ResultCache(bool(raw["enabled"]), *numbers)

        return self._http.read(parse, data)

    async def enable_result_cache(self, enabled: bool) -> None:
        """Switch the invocation cache."""
        await self._http.send("PUT", f"{_CACHE}/{'enable' if enabled else 'disable'}")

    async def clear_result_cache(self) -> None:
        """Empty the invocation cache."""
        await self._http.delete(_CACHE)

    async def intermediates(self) -> int:
        """How many intermediate images there are."""
        return self._http.read(_number, await self._http.get_json(_INTERMEDIATES))

    async def delete_intermediates(self) -> int:
        """Delete all intermediate images; how many that were."""
        return self._http.read(_number, await self._http.send("DELETE", _INTERMEDIATES))

    async def model_cache(self) -> ModelCacheStats | None:
        """How the model cache fares; ``None`` before the first load."""
        data = await self._http.get_json(f"{BASE}/stats")
        return None if data is None else self._http.read(_cache_stats, data)

    async def empty_model_cache(self) -> None:
        """Drop what is in the model cache and not in use."""
        await self._http.send("POST", f"{BASE}/empty_model_cache")

    async def _allowed(self, asked: Awaitable[T], otherwise: T) -> T:
        """An answer, or something else where there is none for this person."""
        try:
            return await asked
        except ApiError as error:
            log.debug("not told: %s", error)
            return otherwise


def _dependencies(data: Any) -> tuple[tuple[str, str], ...]:
    """Name and version of those that are there, by name."""
    found = [
        (str(name)[:100], value[:200])
        for name, value in data.items()
        if isinstance(value, str) and value
    ]
    return tuple(sorted(found[:_MOST], key=lambda one: one[0].casefold()))


def _maintenance(raw: Any) -> Maintenance:
    return Maintenance(
        bool(raw["is_running"]),
        text(raw, "operation", 100),
        count(raw, "needs_move_count"),
        text(raw, "last_error", 500),
    )


def _cache_stats(raw: Any) -> ModelCacheStats:
    sizes = {
        str(name)[:200]: size
        for name, size in mapping(raw, "loaded_model_sizes").items()
        if isinstance(size, int)
    }
    largest = sorted(sizes.items(), key=lambda one: (-one[1], one[0]))
    return ModelCacheStats(
        hits=count(raw, "hits"),
        misses=count(raw, "misses"),
        models=count(raw, "in_cache"),
        cleared=count(raw, "cleared"),
        limit=count(raw, "cache_size"),
        peak=count(raw, "high_watermark"),
        sizes=tuple(largest[:_MOST]),
    )


def _number(raw: Any) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise TypeError("no number")
    return max(0, raw)

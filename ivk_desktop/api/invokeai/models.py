"""The server's models."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ivk_desktop.api.errors import NotFound
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import count, text
from ivk_desktop.api.invokeai.wire import BulkDeleted
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.models import LONGEST_PHRASE, ModelChange, ModelInfo, ModelKey, Setting
from ivk_desktop.domain.servers import ServerId

BASE: Final = "/api/v2/models"
"""The second version of this resource; all others are at the first."""
_RELATIONS: Final = "/api/v1/model_relationships"
_MOST_PHRASES: Final = 200
_DAY_S: Final = 86400


class ModelRepository:
    """``/api/v2/models`` and ``/api/v1/model_relationships``."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id
        self._covers: dict[str, int] = {}
        """When the covers that were set from here were set: what is kept of them is older."""

    async def all(self) -> list[ModelInfo]:
        """All installed models, by name."""
        data = await self._http.get_json(f"{BASE}/")
        # The window lives meanwhile: there may be thousands.
        found = await asyncio.to_thread(self._http.read, self._models, data)
        return sorted(found, key=lambda model: (model.name.casefold(), model.key.native_key))

    async def missing(self) -> list[ModelKey]:
        """The models whose files are gone; none where the server does not look for them."""
        try:
            data = await self._http.get_json(f"{BASE}/missing")
        except NotFound:  # servers before that list
            return []
        return [model.key for model in self._http.read(self._models, data)]

    async def change(self, key: str, change: ModelChange) -> ModelInfo:
        """Change a model's record."""
        answer = await self._http.send("PATCH", model_path(key), _changes(change))
        return self._http.read(self.model, answer)

    async def delete(self, keys: Sequence[str]) -> dict[str, str]:
        """Delete models; those that are still there, with the server's reason."""
        answer = await self._http.send("POST", f"{BASE}/i/bulk_delete", {"keys": list(keys)})
        result = self._http.read(BulkDeleted.model_validate, answer)
        failed = {one.key: one.error for one in result.failed}
        there = {model.key.native_key for model in await self.all()} if failed else set()
        return {key: reason for key, reason in failed.items() if key in there}

    async def related(self, key: str) -> list[str]:
        """The keys of related models; none for servers without relations."""
        try:
            data = await self._http.get_json(f"{_RELATIONS}/i/{quote(key, safe='')}")
        except NotFound:
            return []
        return self._http.read(lambda raw: [str(one) for one in raw][:_MOST_PHRASES], data)

    async def relate(self, key: str, other: str, related: bool) -> None:
        """Relate two models, or end that."""
        body = {"model_key_1": key, "model_key_2": other}
        await self._http.order("POST" if related else "DELETE", f"{_RELATIONS}/", body)

    async def set_cover(self, key: str, data: bytes, file_name: str) -> None:
        """Store a cover."""
        path = f"{model_path(key)}/image"
        await self._http.upload(path, file_name, data, {}, method="PATCH", field="image")
        self._covers[key] = time.time_ns()

    async def remove_cover(self, key: str) -> None:
        """Remove a cover."""
        await self._http.delete(f"{model_path(key)}/image")
        self._covers[key] = time.time_ns()

    def model(self, raw: Any) -> ModelInfo:
        """One record; raises ValueError or TypeError for what is none."""
        key = text(raw, "key", 200)
        if not key:
            raise ValueError("a model without a key")
        return ModelInfo(
            key=ModelKey(self._server_id, key),
            name=text(raw, "name", 500),
            type=text(raw, "type", 100),
            base=text(raw, "base", 100),
            format=text(raw, "format", 100),
            variant=text(raw, "variant", 100),
            provider_id=text(raw, "provider_id", 200),
            hash=text(raw, "hash", 200),
            file_size=count(raw, "file_size"),
            description=text(raw, "description"),
            path=text(raw, "path"),
            source=text(raw, "source"),
            trigger_phrases=_phrases(raw),
            settings=_settings(raw.get("default_settings")),
            cover=self._cover(key) if text(raw, "cover_image") else None,
        )

    def _models(self, data: Any) -> list[ModelInfo]:
        return [self.model(one) for one in data["models"]]

    def _cover(self, key: str) -> MediaRef:
        """The cover under a name that changes with it, and each day: others may change it too.

        The server's own address is no help: it ends differently each time.
        """
        since = self._covers.get(key) or int(time.time() // _DAY_S)
        return MediaRef(self._server_id, ImageName(f"{key}@{since}"), MediaKind.MODEL)


def model_path(key: str) -> str:
    """Where one model is on the server."""
    return f"{BASE}/i/{quote(key, safe='')}"


def _phrases(raw: dict[str, Any]) -> tuple[str, ...] | None:
    if "trigger_phrases" not in raw:
        return None
    found = raw["trigger_phrases"] or []
    if not isinstance(found, list):
        return ()
    # The server keeps a set: its order says nothing.
    texts = (one[:LONGEST_PHRASE] for one in found[:_MOST_PHRASES] if isinstance(one, str))
    return tuple(sorted(texts))


def _settings(raw: Any) -> tuple[tuple[str, Setting], ...]:
    if not isinstance(raw, dict):
        return ()
    plain = str | int | float | bool | None
    return tuple(
        (str(name)[:100], value[:500] if isinstance(value, str) else value)
        for name, value in list(raw.items())[:50]
        if isinstance(value, plain)
    )


def _changes(change: ModelChange) -> Mapping[str, Any]:
    body = {
        "name": change.name,
        "description": change.description,
        "trigger_phrases": None if change.trigger_phrases is None else list(change.trigger_phrases),
        "default_settings": None if change.settings is None else dict(change.settings),
    }
    return {name: value for name, value in body.items() if value is not None}

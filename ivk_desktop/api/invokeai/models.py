"""The server's models."""

from __future__ import annotations

from typing import Any

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.wire import ModelRecord
from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.domain.servers import ServerId


class ModelRepository:
    """``/api/v2/models``: the second version of this resource, all others are at the first."""

    def __init__(self, http: HttpClient, server_id: ServerId) -> None:
        self._http = http
        self._server_id = server_id

    async def all(self) -> list[ModelInfo]:
        """All installed models, by name."""
        data = await self._http.get_json("/api/v2/models/")
        found = self._http.read(self._models, data)
        return sorted(found, key=lambda model: (model.name.casefold(), model.key.native_key))

    def _models(self, data: Any) -> list[ModelInfo]:
        return [self._model(ModelRecord.model_validate(one)) for one in data["models"]]

    def _model(self, record: ModelRecord) -> ModelInfo:
        return ModelInfo(
            key=ModelKey(self._server_id, record.key),
            name=record.name,
            type=record.type,
            base=record.base,
            format=record.format or "",
            variant=record.variant or "",
            provider_id=record.provider_id or "",
            hash=record.hash,
            file_size=record.file_size or 0,
            description=record.description or "",
        )

"""What an InvokeAI server does with models, as part of its backend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ivk_desktop.api.invokeai.installs import InstallRepository
from ivk_desktop.api.invokeai.models import ModelRepository
from ivk_desktop.api.invokeai.system import SystemRepository
from ivk_desktop.api.invokeai.workflows import WorkflowRepository
from ivk_desktop.domain.installs import (
    FoundModel,
    HubFiles,
    Install,
    InstallId,
    InstallRequest,
    StarterModel,
)
from ivk_desktop.domain.models import (
    ModelCacheStats,
    ModelChange,
    ModelInfo,
    ModelKey,
    ModelMention,
    mentions,
)


class ModelCalls:
    """``ModelSource``, ``ModelKeeper``, ``ModelInstalls``, ``ModelCache``, ``WorkflowModels``."""

    _models: ModelRepository
    _installs: InstallRepository
    _system: SystemRepository
    _workflows: WorkflowRepository

    async def models(self) -> Sequence[ModelInfo]:
        """List all installed models."""
        return await self._models.all()

    async def missing_models(self) -> Sequence[ModelKey]:
        """The models whose files are gone."""
        return await self._models.missing()

    async def change_model(self, key: ModelKey, change: ModelChange) -> ModelInfo:
        """Change a model's name, description, trigger phrases or default settings."""
        return await self._models.change(key.native_key, change)

    async def delete_models(self, keys: Sequence[ModelKey]) -> Mapping[ModelKey, str]:
        """Delete models, and their files where they are in the server's own folder."""
        by_native = {key.native_key: key for key in keys}
        failed = await self._models.delete(list(by_native))
        return {by_native[key]: reason for key, reason in failed.items() if key in by_native}

    async def related_models(self, key: ModelKey) -> Sequence[ModelKey]:
        """The models that are related to this one."""
        return [
            ModelKey(key.server_id, other) for other in await self._models.related(key.native_key)
        ]

    async def relate_models(self, key: ModelKey, other: ModelKey, related: bool) -> None:
        """Relate two models, or end that."""
        await self._models.relate(key.native_key, other.native_key, related)

    async def set_model_cover(self, key: ModelKey, data: bytes, file_name: str) -> None:
        """Store a cover."""
        await self._models.set_cover(key.native_key, data, file_name)

    async def remove_model_cover(self, key: ModelKey) -> None:
        """Remove a cover."""
        await self._models.remove_cover(key.native_key)

    async def installs(self) -> Sequence[Install]:
        """The server's install queue, the newest first."""
        return await self._installs.all()

    async def start_install(self, request: InstallRequest) -> Install:
        """Begin to install a model."""
        return await self._installs.start(request)

    async def pause_install(self, install_id: InstallId) -> None:
        """Hold a download."""
        await self._installs.act(install_id, "pause")

    async def resume_install(self, install_id: InstallId) -> None:
        """Go on with a download."""
        await self._installs.act(install_id, "resume")

    async def cancel_install(self, install_id: InstallId) -> None:
        """Give an installation up."""
        await self._installs.cancel(install_id)

    async def retry_install(self, install: Install, token: str = "") -> None:
        """Try an installation again."""
        await self._installs.retry(install, token)

    async def prune_installs(self) -> None:
        """Take what has ended off the list."""
        await self._installs.prune()

    async def hub_files(self, repo: str) -> HubFiles:
        """What a repository of Hugging Face has to be installed."""
        return await self._installs.hub_files(repo)

    async def scan_folder(self, path: str) -> Sequence[FoundModel]:
        """The models in a folder of the server."""
        return await self._installs.scan(path)

    async def starter_models(self) -> Sequence[StarterModel]:
        """The models that InvokeAI recommends."""
        return await self._installs.starters()

    async def model_cache(self) -> ModelCacheStats | None:
        """How the server's model cache fares."""
        return await self._system.model_cache()

    async def empty_model_cache(self) -> None:
        """Empty the server's model cache."""
        await self._system.empty_model_cache()

    async def workflow_models(self, workflow_id: str) -> Sequence[ModelMention]:
        """The models that a workflow of the library names, each once."""
        record = await self._workflows.record(workflow_id)
        return tuple(dict.fromkeys(mentions(record["workflow"])))

"""Optional parts of a backend that lists, installs and changes models; see ``api.backend``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

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
)


@runtime_checkable
class ModelKeeper(Protocol):
    """A server whose models can be changed; on some only by administrators."""

    async def missing_models(self) -> Sequence[ModelKey]:
        """The models that are listed and whose files are gone."""
        ...

    async def change_model(self, key: ModelKey, change: ModelChange) -> ModelInfo:
        """Change what a server says of a model; returns the model as it is then."""
        ...

    async def delete_models(self, keys: Sequence[ModelKey]) -> Mapping[ModelKey, str]:
        """Delete models for good; those that could not be, each with the server's reason.

        What is gone already is none of them.
        """
        ...

    async def related_models(self, key: ModelKey) -> Sequence[ModelKey]:
        """The models that people have said to belong to this one."""
        ...

    async def relate_models(self, key: ModelKey, other: ModelKey, related: bool) -> None:
        """Say that two models belong together, or no longer do."""
        ...

    async def set_model_cover(self, key: ModelKey, data: bytes, file_name: str) -> None:
        """Show a picture for a model."""
        ...

    async def remove_model_cover(self, key: ModelKey) -> None:
        """Show no picture for a model any more."""
        ...


@runtime_checkable
class ModelInstalls(Protocol):
    """A server that installs models; on some only for administrators."""

    async def installs(self) -> Sequence[Install]:
        """What is being installed, and has been since the server started; the newest first."""
        ...

    async def start_install(self, request: InstallRequest) -> Install:
        """Begin to install a model; returns when the server has taken it.

        Raises ``errors.Unusable`` for a source that the server cannot make sense of.
        """
        ...

    async def pause_install(self, install_id: InstallId) -> None:
        """Hold a download; what is there stays."""
        ...

    async def resume_install(self, install_id: InstallId) -> None:
        """Go on with a download that was held."""
        ...

    async def cancel_install(self, install_id: InstallId) -> None:
        """Give an installation up; what was downloaded is thrown away."""
        ...

    async def retry_install(self, install: Install, token: str = "") -> None:
        """Try a failed or canceled installation again, with another access token if given."""
        ...

    async def prune_installs(self) -> None:
        """Take what has ended off the list."""
        ...

    async def hub_files(self, repo: str) -> HubFiles:
        """What a repository has to be installed; ``repo`` is like ``owner/name``.

        Raises ``errors.Unusable`` where there is no such repository.
        """
        ...

    async def scan_folder(self, path: str) -> Sequence[FoundModel]:
        """The models in a folder of the server, and below it.

        Raises ``errors.Unusable`` where the server has no such folder.
        """
        ...

    async def starter_models(self) -> Sequence[StarterModel]:
        """The models that the server's makers recommend."""
        ...


@runtime_checkable
class ModelCache(Protocol):
    """A server that keeps models in memory, and tells of it."""

    async def model_cache(self) -> ModelCacheStats | None:
        """How that fares; ``None`` before anything was loaded."""
        ...

    async def empty_model_cache(self) -> None:
        """Drop all models that are not in use from memory."""
        ...


@runtime_checkable
class WorkflowModels(Protocol):
    """A server that tells which models the workflows of its library name."""

    async def workflow_models(self, workflow_id: str) -> Sequence[ModelMention]:
        """The models that a workflow names, each once; it is not marked as opened."""
        ...

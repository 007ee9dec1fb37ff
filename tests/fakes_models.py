"""A scripted server whose models are kept and installed, for the tests of stores and widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ivk_desktop.domain.installs import (
    FoundModel,
    HubFiles,
    Install,
    InstallId,
    InstallRequest,
    InstallState,
    StarterModel,
)
from ivk_desktop.domain.models import ModelCacheStats, ModelChange, ModelInfo, ModelKey
from tests.fakes import FakeBackend


def an_install(number: int, state: InstallState, done: int = 0, **fields: object) -> Install:
    source = f"https://example.org/{number}.safetensors"
    install = Install(InstallId(str(number)), source, state, done, 1000)
    return replace(install, **fields)  # type: ignore[arg-type]


@dataclass
class FakeModels(FakeBackend):
    """``FakeBackend`` with ``ModelKeeper``, ``ModelInstalls`` and ``ModelCache``."""

    queue_of_installs: list[Install] = field(default_factory=list)
    gone: list[ModelKey] = field(default_factory=list)
    undeletable: dict[ModelKey, str] = field(default_factory=dict)
    relatives: dict[ModelKey, list[ModelKey]] = field(default_factory=dict)

    # --- ModelKeeper ---------------------------------------------------------------------
    async def missing_models(self) -> Sequence[ModelKey]:
        self._called("missing_models")
        return list(self.gone)

    async def change_model(self, key: ModelKey, change: ModelChange) -> ModelInfo:
        self._called("change_model", (key, change))
        place = next(n for n, one in enumerate(self.model_list) if one.key == key)
        old = self.model_list[place]
        self.model_list[place] = replace(old, name=change.name or old.name)
        return self.model_list[place]

    async def delete_models(self, keys: Sequence[ModelKey]) -> Mapping[ModelKey, str]:
        self._called("delete_models", tuple(keys))
        failed = {key: why for key, why in self.undeletable.items() if key in keys}
        left = [one for one in self.model_list if one.key not in keys or one.key in failed]
        self.model_list = left
        return failed

    async def related_models(self, key: ModelKey) -> Sequence[ModelKey]:
        self._called("related_models", key)
        return self.relatives.get(key, [])

    async def relate_models(self, key: ModelKey, other: ModelKey, related: bool) -> None:
        self._called("relate_models", (key, other, related))
        for one, two in ((key, other), (other, key)):
            known = [k for k in self.relatives.get(one, []) if k != two]
            self.relatives[one] = [*known, two] if related else known

    async def set_model_cover(self, key: ModelKey, data: bytes, file_name: str) -> None:
        self._called("set_model_cover", (key, data, file_name))

    async def remove_model_cover(self, key: ModelKey) -> None:
        self._called("remove_model_cover", key)

    # --- ModelInstalls -------------------------------------------------------------------
    async def installs(self) -> Sequence[Install]:
        self._called("installs")
        return list(self.queue_of_installs)

    async def start_install(self, request: InstallRequest) -> Install:
        self._called("start_install", request)
        number = len(self.queue_of_installs) + 1
        install = an_install(number, InstallState.WAITING, source=request.source)
        self.queue_of_installs.insert(0, install)
        return install

    async def pause_install(self, install_id: InstallId) -> None:
        self._called("pause_install", install_id)

    async def resume_install(self, install_id: InstallId) -> None:
        self._called("resume_install", install_id)

    async def cancel_install(self, install_id: InstallId) -> None:
        self._called("cancel_install", install_id)

    async def retry_install(self, install: Install, token: str = "") -> None:
        self._called("retry_install", (install.install_id, token))

    async def prune_installs(self) -> None:
        self._called("prune_installs")
        left = [one for one in self.queue_of_installs if not one.state.ended]
        self.queue_of_installs = left

    async def hub_files(self, repo: str) -> HubFiles:
        self._called("hub_files", repo)
        return HubFiles(repo, (), True)

    async def scan_folder(self, path: str) -> Sequence[FoundModel]:
        self._called("scan_folder", path)
        return [FoundModel(f"{path}/a.safetensors")]

    async def starter_models(self) -> Sequence[StarterModel]:
        self._called("starter_models")
        return [StarterModel("owner/tiger", "Tiger", "main", "sd-1")]

    # --- ModelCache ----------------------------------------------------------------------
    async def model_cache(self) -> ModelCacheStats | None:
        self._called("model_cache")
        return ModelCacheStats(hits=3, models=1, sizes=(("key", 100),))

    async def empty_model_cache(self) -> None:
        self._called("empty_model_cache")

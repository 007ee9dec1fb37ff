"""Models are listed, changed, related, installed and deleted as on the real server."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ivk_desktop.api.client import Client
from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.api.feed import follow
from ivk_desktop.domain.installs import Install, InstallId, InstallRequest, InstallState
from ivk_desktop.domain.media import MediaKind, MediaSize
from ivk_desktop.domain.models import ModelChange, ModelInfo, ModelKey
from ivk_desktop.domain.updates import QueueSnapshot, Resource, ResourceChanged
from tests.contract.conftest import Server
from tests.contract.test_lists import PIXEL
from tests.tiny_models import model_shop, tiny_lora

ENDED = (InstallState.COMPLETED, InstallState.FAILED, InstallState.CANCELED)


async def until(client: Client, install: Install, *states: InstallState) -> Install:
    """Follow an installation by the server's events until it is in one of these states."""
    async with aclosing(follow(client.backend)) as updates:
        async for update in updates:
            told = isinstance(update, ResourceChanged) and update.resource is Resource.INSTALLS
            if told or isinstance(update, QueueSnapshot):
                listed = await client.backend.installs()
                found = next(one for one in listed if one.install_id == install.install_id)
                if found.state in states:
                    return found
    raise AssertionError


async def installed(client: Client, source: str, **how: Any) -> Install:
    """Install something and wait for its end."""
    install = await client.backend.start_install(InstallRequest(source, **how))
    return await until(client, install, *ENDED)


async def model_of(client: Client, key: ModelKey) -> ModelInfo:
    return next(model for model in await client.models() if model.key == key)


@asynccontextmanager
async def a_lora(client: Client, folder: Path) -> AsyncIterator[ModelInfo]:
    """A LoRA of our own, which is gone at the end."""
    file = folder / f"lora-{uuid4()}.safetensors"
    file.write_bytes(tiny_lora(random.getrandbits(32)))
    ended = await installed(client, str(file), in_place=True)
    assert ended.state is InstallState.COMPLETED, ended
    assert ended.model is not None
    try:
        yield await model_of(client, ended.model)
    finally:
        with suppress(ApiError):
            await client.backend.delete_models([ended.model])


def test_a_file_is_installed_looked_at_and_deleted(
    server: Server, run: Any, tmp_path: Path
) -> None:
    async def install() -> None:
        async with server.client() as client, a_lora(client, tmp_path) as model:
            assert (model.type, model.base, model.format) == ("lora", "sd-1", "lycoris")
            assert model.file_size
            assert model.path.endswith(f"{model.name}.safetensors")
            assert model.trigger_phrases == ()
            assert {name for name, _ in model.settings} >= {"weight"}
            assert model.cover is None
            assert model.key not in await client.backend.missing_models()
            (tmp_path / f"{model.name}.safetensors").unlink()
            if server.real:  # the demo looks at no files
                assert model.key in await client.backend.missing_models()
            assert await client.backend.delete_models([model.key]) == {}
            assert model.key not in {one.key for one in await client.models()}
            # What is gone already is deleted.
            assert await client.backend.delete_models([model.key]) == {}

    run(install())


def test_a_model_is_changed(server: Server, run: Any, tmp_path: Path) -> None:
    async def change() -> None:
        async with server.client() as client, a_lora(client, tmp_path) as model:
            backend, name = client.backend, f"changed {uuid4()}"
            phrases = ("two words", "zebra")
            wanted = ModelChange(name, "A description", phrases, {"weight": 0.6})
            changed = await backend.change_model(model.key, wanted)
            assert changed == await model_of(client, model.key)
            assert (changed.name, changed.description) == (name, "A description")
            assert changed.trigger_phrases == phrases
            assert dict(changed.settings)["weight"] == 0.6
            kept = await backend.change_model(model.key, ModelChange(description=""))
            assert (kept.name, kept.description) == (name, "")
            assert dict(kept.settings)["weight"] == 0.6
            unset = await backend.change_model(model.key, ModelChange(settings={"weight": None}))
            assert dict(unset.settings)["weight"] is None
            with pytest.raises(NotFound):
                await backend.change_model(ModelKey(model.key.server_id, "gone"), wanted)

    run(change())


def test_a_model_gets_a_picture_and_relatives(server: Server, run: Any, tmp_path: Path) -> None:
    async def dress() -> None:
        async with (
            server.client() as client,
            a_lora(client, tmp_path) as model,
            a_lora(client, tmp_path) as other,
        ):
            backend = client.backend
            await backend.set_model_cover(model.key, PIXEL, "cover.png")
            cover = (await model_of(client, model.key)).cover
            assert cover is not None
            assert cover.kind is MediaKind.MODEL
            assert await backend.fetch(cover, MediaSize.THUMBNAIL)
            await backend.remove_model_cover(model.key)
            assert (await model_of(client, model.key)).cover is None
            assert await backend.related_models(model.key) == []
            await backend.relate_models(model.key, other.key, True)
            assert await backend.related_models(other.key) == [model.key]
            await backend.relate_models(other.key, model.key, False)
            assert await backend.related_models(model.key) == []

    run(dress())


def test_a_model_is_downloaded_from_an_address(server: Server, run: Any) -> None:
    async def download() -> None:
        async with (
            server.client() as client,
            model_shop(tiny_lora(random.getrandbits(32))) as shop,
        ):
            url = f"{shop.url}/files/lora-{uuid4()}.safetensors"
            ended = await installed(client, url)
            assert ended.state is InstallState.COMPLETED, ended
            assert ended.is_remote
            assert ended.source == url
            assert ended.model is not None
            model = await model_of(client, ended.model)
            try:
                assert model.source == url
            finally:
                await client.backend.delete_models([model.key])

    run(download())


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("gated/lora.safetensors", "install_needs_token"),
        ("gone/lora.safetensors", "install_not_found"),
    ],
)
def test_a_download_that_fails_says_why(server: Server, run: Any, path: str, code: str) -> None:
    async def download() -> None:
        async with server.client() as client, model_shop(tiny_lora(1)) as shop:
            ended = await installed(client, f"{shop.url}/{path}")
            assert ended.state is InstallState.FAILED
            assert ended.problem is not None
            assert ended.problem.code == code
            assert ended.needs_token is (code == "install_needs_token")
            assert ended.detail

    run(download())


def test_a_download_that_wanted_a_token_is_tried_again_with_one(server: Server, run: Any) -> None:
    async def again() -> None:
        async with (
            server.client() as client,
            model_shop(tiny_lora(random.getrandbits(32))) as shop,
        ):
            url = f"{shop.url}/gated/lora-{uuid4()}.safetensors"
            failed = await installed(client, url)
            before = {one.install_id for one in await client.backend.installs()}
            await client.backend.retry_install(failed, "sesame")
            listed = await client.backend.installs()
            (new,) = [one for one in listed if one.install_id not in before]
            ended = await until(client, new, *ENDED)
            assert ended.state is InstallState.COMPLETED, ended
            assert ended.model is not None
            assert "sesame" not in repr(ended)
            await client.backend.delete_models([ended.model])

    run(again())


def test_a_file_that_is_no_model_is_told_from_one(server: Server, run: Any, tmp_path: Path) -> None:
    async def refuse() -> None:
        file = tmp_path / f"letter-{uuid4()}.safetensors"
        file.write_text("dear server")
        async with server.client() as client:
            ended = await installed(client, str(file), in_place=True)
            assert ended.is_unrecognised
            assert ended.model is not None
            await client.backend.delete_models([ended.model])
            with pytest.raises(Unusable) as told:
                await client.backend.start_install(InstallRequest("no such thing"))
            assert told.value.problem.code == "install_source_unknown"

    run(refuse())


def test_a_model_is_not_installed_twice(server: Server, run: Any, tmp_path: Path) -> None:
    async def twice() -> None:
        async with server.client() as client, a_lora(client, tmp_path) as model:
            file = tmp_path / f"{model.name}.safetensors"
            ended = await installed(client, str(file), in_place=True)
            assert ended.state is InstallState.FAILED
            assert ended.problem is not None
            assert ended.problem.code == "install_duplicate"

    run(twice())


def test_a_download_is_paused_resumed_and_canceled(server: Server, run: Any) -> None:
    async def hold() -> None:
        async with server.client() as client, model_shop(tiny_lora(2)) as shop:
            backend, url = client.backend, f"{shop.url}/slow/lora-{uuid4()}.safetensors"
            install = await backend.start_install(InstallRequest(url))
            await backend.pause_install(install.install_id)
            (listed,) = [
                one for one in await backend.installs() if one.install_id == install.install_id
            ]
            assert listed.state is InstallState.PAUSED
            await backend.resume_install(install.install_id)
            (listed,) = [
                one for one in await backend.installs() if one.install_id == install.install_id
            ]
            assert listed.state.moves
            await backend.cancel_install(install.install_id)
            await until(client, install, InstallState.CANCELED)
            await backend.prune_installs()
            assert install.install_id not in {one.install_id for one in await backend.installs()}
            with pytest.raises(NotFound):
                await backend.pause_install(InstallId("999999"))
            with pytest.raises(NotFound):
                await backend.cancel_install(InstallId("999999"))

    run(hold())


def test_folders_are_scanned(server: Server, run: Any, tmp_path: Path) -> None:
    async def scan() -> None:
        (tmp_path / "below").mkdir()
        file = tmp_path / "below" / "a-lora.safetensors"
        file.write_bytes(tiny_lora(3))
        async with server.client() as client, a_lora(client, tmp_path) as model:
            found = await client.backend.scan_folder(str(tmp_path))
            told = {Path(one.path).name: one.is_installed for one in found}
            assert told == {file.name: False, f"{model.name}.safetensors": True}
            with pytest.raises(Unusable) as refused:
                await client.backend.scan_folder(str(tmp_path / "nowhere"))
            assert refused.value.problem.code == "folder_not_scanned"

    run(scan())


def test_starter_models_are_listed_with_what_they_need(server: Server, run: Any) -> None:
    async def starters() -> None:
        async with server.client() as client:
            found = await client.backend.starter_models()
            assert found
            assert all(one.source and one.name and one.type for one in found)
            assert any(one.needs for one in found)
            assert not all(one.is_installed for one in found)

    run(starters())


def test_an_unknown_repository_is_refused(server: Server, run: Any) -> None:
    async def look() -> None:
        async with server.client() as client:
            with pytest.raises(Unusable) as told:
                await client.backend.hub_files("nobody/nothing-like-that")
            assert told.value.problem.code == "hub_not_found"

    run(look())


def test_the_model_cache_tells_and_is_emptied(server: Server, run: Any) -> None:
    async def cache() -> None:
        async with server.client() as client:
            await client.backend.empty_model_cache()
            stats = await client.backend.model_cache()
            assert stats is None or stats.models >= 0

    run(cache())


def test_a_workflow_tells_which_models_it_names(server: Server, run: Any) -> None:
    async def name() -> None:
        async with server.client() as client:
            card = (await client.workflows())[0]
            named = await client.backend.workflow_models(card.workflow_id)
            assert len(named) == len(set(named))
            with pytest.raises(NotFound):
                await client.backend.workflow_models("no-such-workflow")

    run(name())

"""Boards, models, workflows and what a server says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import ImageName, MediaRef, MediaSize
from ivk_desktop.domain.servers import CancelScope, PreviewMode
from tests.contract.conftest import Server
from tests.contract.graphs import perform, request, slow_image

SAMPLES = Path(__file__).parents[2] / "resources" / "workflows"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def test_a_server_says_what_it_is(server: Server, run: Any) -> None:
    async def probe() -> None:
        async with server.client() as client:
            facts = client.facts
            assert facts.product == "InvokeAI"
            assert facts.version.startswith("6.")
            assert facts.devices
            assert facts.queue_limit
            assert facts.capabilities.cancel is CancelScope.ITEM
            assert facts.capabilities.previews is PreviewMode.PUSH
            assert not (await client.backend.auth.status()).multiuser_enabled

    run(probe())


def test_models_have_all_that_a_form_needs(server: Server, run: Any) -> None:
    async def models() -> None:
        async with server.client() as client:
            found = await client.backend.models()
            assert {"main", "lora"} <= {model.type for model in found}
            for model in found:
                assert all(model.identifier.values())
                assert model.format

    run(models())


def test_boards_begin_with_uncategorized(server: Server, run: Any) -> None:
    async def boards() -> None:
        async with server.client() as client:
            before = (await client.backend.boards())[0]
            assert before.key.board_id == UNCATEGORIZED
            await perform(client, request(slow_image(steps=1)))
            after = (await client.backend.boards())[0]
            assert after.image_count == before.image_count + 1
            names = await client.backend.image_names(UNCATEGORIZED)
            assert len(names) == after.image_count
            entries = await client.backend.images(names[:20])
            assert [entry.ref.name for entry in entries] == names[:20]
            times = [entry.created_at for entry in entries]
            assert times == sorted(times, reverse=True)

    run(boards())


def test_unknown_pictures_are_not_found(server: Server, run: Any) -> None:
    async def unknown() -> None:
        async with server.client() as client:
            ref = MediaRef(client.backend.server_id, ImageName("no-such.png"))
            for size in MediaSize:
                with pytest.raises(NotFound):
                    await client.fetch(ref, size)
            assert await client.backend.images([ref.name]) == []

    run(unknown())


def test_a_picture_can_be_uploaded(server: Server, run: Any) -> None:
    async def upload() -> None:
        async with server.client() as client:
            ref = await client.backend.upload_image(PIXEL, "pixel.png")
            assert (await client.fetch(ref)).startswith(b"\x89PNG")
            (info,) = await client.backend.images([ref.name])
            assert (info.width, info.height) == (1, 1)

    run(upload())


def test_the_librarys_workflows_open_as_forms(server: Server, run: Any) -> None:
    async def library() -> None:
        async with server.client() as client:
            cards = await client.workflows()
            assert cards
            card = next(card for card in cards if "SD1.5" in card.name or "sd15" in card.tags)
            handle = await client.open_from_library(card.workflow_id)
            assert handle.spec.title == card.name
            assert handle.spec.fields
            with pytest.raises(NotFound):
                await client.open_from_library("no-such-workflow")

    run(library())


def test_opening_a_workflow_puts_it_first(server: Server, run: Any) -> None:
    async def opened() -> None:
        async with server.client() as client:
            last = (await client.workflows())[-1]
            await client.backend.open_workflow(last.workflow_id)
            first = (await client.workflows())[0]
            assert first.workflow_id == last.workflow_id
            assert first.opened_at

    run(opened())


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_the_samples_run_to_a_picture(server: Server, run: Any, sample: Path) -> None:
    async def sampled() -> None:
        async with server.client() as client:
            models = await client.backend.models()
            handle = await client.open(sample)
            for item in handle.inputs:
                if item.name == "model":
                    base = "sdxl" if "sdxl" in sample.stem else "sd-1"
                    item.value = next(
                        model.identifier
                        for model in models
                        if (model.type, model.base) == ("main", base)
                        and "inpaint" not in model.name
                    )
            await handle.submit(SubmitOptions(runs=1))
            jobs = await handle.wait()
            assert jobs
            for job in jobs.values():
                assert job is not None
                assert job.error is None
                assert job.state is JobState.COMPLETED
                assert job.outputs

    run(sampled())


def test_a_picture_gives_back_the_workflow_that_made_it(server: Server, run: Any) -> None:
    async def back() -> None:
        async with server.client() as client:
            handle = await client.open(SAMPLES / "text-to-image-sd15.json")
            models = await client.backend.models()
            for item in handle.inputs:
                if item.name == "model":
                    item.value = next(
                        one.identifier for one in models if (one.type, one.base) == ("main", "sd-1")
                    )
            await handle.submit()
            (job,) = (await handle.wait()).values()
            assert job is not None
            (ref,) = job.outputs
            again = await client.backend.image_workflow(ref)
            assert [item.label for item in again.inputs] == [item.label for item in handle.inputs]
            values = [item.value for item in again.inputs]
            assert values == [item.value for item in handle.inputs]
            plain = (await perform(client, request(slow_image(steps=1)))).job.outputs[0]
            assert (await client.backend.image_workflow(plain)).node_ids() == ["n"]

    run(back())


def test_what_is_no_workflow_is_refused(server: Server, run: Any) -> None:
    async def refuse() -> None:
        async with server.client() as client:
            for data in (b"", b"no json", b"[]", b'{"nodes": 7}', b"[" * 100_000, PIXEL):
                with pytest.raises(Unusable):
                    await client.backend.read_workflow(data, "file")

    run(refuse())

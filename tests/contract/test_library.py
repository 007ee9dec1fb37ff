"""Writing the library, what an item ran with, generators and lists that the server resolves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from ivk_desktop.api.client import Client
from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.form import FieldKind, SubmitOptions
from ivk_desktop.domain.invokeai.item_workflow import workflow_of_item
from ivk_desktop.domain.media import MediaKind, MediaSize
from ivk_desktop.domain.problems import Problem
from tests.contract.conftest import Server
from tests.contract.graphs import perform, request, slow_image
from tests.contract.test_lists import PIXEL

SAMPLES = Path(__file__).parents[2] / "resources" / "workflows"
DATA = Path(__file__).parents[1] / "data"
COMBINATORIAL = "string_generator_dynamic_prompts_combinatorial"
RANDOM = "string_generator_dynamic_prompts_random"


def sample(**texts: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / "text-to-image-sd15.json").read_text())
    return found | texts


async def card_of(client: Client, workflow_id: str) -> Any:
    return next(c for c in await client.workflows() if c.workflow_id == workflow_id)


def test_a_workflow_is_saved_changed_renamed_and_deleted(server: Server, run: Any) -> None:
    async def keep() -> None:
        async with server.client() as client:
            backend, name = client.backend, f"kept {uuid4()}"
            made = await backend.save_workflow(sample(name=name, tags="a, b"))
            try:
                card = await card_of(client, made)
                assert (card.name, card.tags, card.category) == (name, ("a", "b"), "user")
                assert card.created_at
                assert card.cover is None
                changed = sample(name=name, description="changed")
                assert await backend.save_workflow(changed, made) == made
                assert (await card_of(client, made)).description == "changed"
                await backend.rename_workflow(made, f"{name} again")
                record = await backend.workflow_record(made)
                assert record["name"] == record["workflow"]["name"] == f"{name} again"
                assert record["workflow"]["nodes"] == changed["nodes"]
                assert record["workflow"]["description"] == "changed"
            finally:
                await backend.delete_workflow(made)
            for gone in (
                backend.delete_workflow(made),
                backend.rename_workflow(made, "x"),
                backend.save_workflow(sample(), made),
                backend.share_workflow(made, True),
            ):
                with pytest.raises(NotFound):
                    await gone

    run(keep())


def test_what_a_built_in_workflow_is_saved_as_is_the_users_own(server: Server, run: Any) -> None:
    async def own() -> None:
        async with server.client() as client:
            built_in = next(card for card in await client.workflows() if card.is_built_in)
            record = await client.backend.workflow_record(built_in.workflow_id)
            made = await client.backend.save_workflow(record["workflow"])
            try:
                assert made != built_in.workflow_id
                assert (await card_of(client, made)).category == "user"
            finally:
                await client.backend.delete_workflow(made)

    run(own())


def test_a_document_without_texts_can_be_saved(server: Server, run: Any) -> None:
    async def bare() -> None:
        async with server.client() as client:
            whole = sample()
            document = {key: whole[key] for key in ("nodes", "edges", "meta", "form")}
            made = await client.backend.save_workflow(document | {"unknown": {"key": 1}})
            try:
                record = await client.backend.workflow_record(made)
                assert record["workflow"]["nodes"] == whole["nodes"]
            finally:
                await client.backend.delete_workflow(made)

    run(bare())


def test_a_workflow_is_shared_and_taken_back(server: Server, run: Any) -> None:
    async def share() -> None:
        async with server.client() as client:
            assert not await client.backend.shares_workflows()
            made = await client.backend.save_workflow(sample(name=f"shared {uuid4()}"))
            try:
                for public in (False, True, False):
                    await client.backend.share_workflow(made, public)
                    card = await card_of(client, made)
                    assert card.is_public is public
                    assert ("shared" in card.tags) is public
            finally:
                await client.backend.delete_workflow(made)

    run(share())


def test_an_item_gives_back_the_workflow_it_ran(server: Server, run: Any) -> None:
    async def back() -> None:
        async with server.client() as client:
            done = await perform(client, request(slow_image(steps=1)))
            form = await client.backend.job_form(done.job.key.job_id)
            assert form.node_ids() == ["n"]
            with pytest.raises(NotFound):
                await client.backend.job_form("999999999")

    run(back())


def test_an_item_of_a_batch_gives_back_what_it_ran_with(server: Server, run: Any) -> None:
    async def back() -> None:
        async with server.client() as client:
            handle = await client.open(SAMPLES / "prompt-batch-sd15.json")
            models = await client.backend.models()
            for item in handle.inputs:
                if item.name == "model":
                    item.value = next(
                        one.identifier
                        for one in models
                        if (one.type, one.base) == ("main", "sd-1") and "inpaint" not in one.name
                    )
            await handle.submit()
            jobs = sorted(await handle.wait(), key=int)
            assert len(jobs) > 1
            raw = await client.backend.queue.item(jobs[-1])
            swept = [one["value"] for one in raw["field_values"]]
            document = workflow_of_item(raw)
            assert document is not None
            lists = [
                value["value"]
                for node in document["nodes"]
                for name, value in node["data"].get("inputs", {}).items()
                if node["data"]["type"].endswith("_batch") and isinstance(value.get("value"), list)
            ]
            assert lists
            assert all(len(one) == 1 and one[0] in swept for one in lists)
            again = await client.backend.job_form(jobs[-1])
            assert again.request(SubmitOptions()).count == 1

    run(back())


def test_dynamic_prompts_are_unfolded(server: Server, run: Any) -> None:
    async def unfold() -> None:
        async with server.client() as client:
            prompt = "a {cute|ferocious} {dog|cat}"
            every = {"type": COMBINATORIAL, "input": prompt, "maxPrompts": 10}
            assert list(await client.backend.generated_items(every)) == [
                "a cute dog",
                "a cute cat",
                "a ferocious dog",
                "a ferocious cat",
            ]
            three = await client.backend.generated_items({**every, "maxPrompts": 3})
            assert len(three) == 3
            some = {"type": RANDOM, "input": prompt, "count": 5, "seed": 7}
            first = await client.backend.generated_items(some)
            assert len(first) == 5
            assert first == await client.backend.generated_items(some)

    run(unfold())


def test_a_mistake_in_a_prompt_is_told_in_the_servers_words(server: Server, run: Any) -> None:
    async def tell() -> None:
        async with server.client() as client:
            value = {"type": COMBINATORIAL, "input": "a {cute|ferocious", "maxPrompts": 10}
            with pytest.raises(Unusable) as told:
                await client.backend.generated_items(value)
            problem: Problem = told.value.problem
            assert problem.code == "prompt_unusable"
            assert "char 2" in str(problem.args["reason"])

    run(tell())


def test_the_pictures_of_a_board_are_generated(server: Server, run: Any) -> None:
    async def pictures() -> None:
        async with server.client() as client:
            await perform(client, request(slow_image(steps=1)))
            value = {"type": "image_generator_images_from_board", "board_id": UNCATEGORIZED}
            found = await client.backend.generated_items(value)
            names = await client.backend.image_names(UNCATEGORIZED)
            assert sorted(one["image_name"] for one in found) == sorted(names)
            assert await client.backend.generated_items({"type": value["type"]}) == []
            with pytest.raises(NotFound):
                await client.backend.generated_items({**value, "board_id": "no-such-board"})

    run(pictures())


def test_uploaded_pictures_are_assets_of_their_board(server: Server, run: Any) -> None:
    async def assets() -> None:
        async with server.client() as client:
            ref = await client.backend.upload_image(PIXEL, "pixel.png")
            assert ref.name in await client.backend.image_names(UNCATEGORIZED, assets=True)
            assert ref.name not in await client.backend.image_names(UNCATEGORIZED)

    run(assets())


def test_videos_are_taken_listed_and_given_back(server: Server, run: Any) -> None:
    data = (DATA / "tiny.mp4").read_bytes()

    async def videos() -> None:
        async with server.client() as client:
            ref = await client.backend.upload_video(data, "tiny.mp4")
            assert ref.kind is MediaKind.VIDEO
            assert (await client.backend.video_names(UNCATEGORIZED, assets=True))[0] == ref.name
            assert ref.name not in await client.backend.video_names(UNCATEGORIZED)
            assert ref.name not in await client.backend.image_names(UNCATEGORIZED, assets=True)
            assert (await client.backend.fetch(ref, MediaSize.THUMBNAIL)).startswith(b"RIFF")
            assert await client.fetch(ref) == data
            assert await client.backend.video_frames(ref.name) == 4
            for name, content in (("tiny.webm", data), ("broken.mp4", b"no video")):
                with pytest.raises(ApiError):
                    await client.backend.upload_video(content, name)

    run(videos())


def test_lists_that_fields_refer_to_have_names(server: Server, run: Any) -> None:
    async def lists() -> None:
        async with server.client() as client:
            for kind in (FieldKind.STYLE_PRESET, FieldKind.SYSTEM_PROMPT):
                found = await client.backend.field_choices(kind)
                assert found
                assert all(one.value and one.label for one in found)
                labels = [one.label.casefold() for one in found]
                assert labels == sorted(labels)
            assert await client.backend.field_choices(FieldKind.SAVED_WORKFLOW) == []
            assert await client.backend.field_choices(FieldKind.INTEGER) == []

    run(lists())


def test_thumbnails_of_workflows_can_be_fetched(server: Server, run: Any) -> None:
    async def covers() -> None:
        async with server.client() as client:
            for card in await client.workflows():
                if card.cover is not None:
                    assert card.cover.kind is MediaKind.COVER
                    data = await client.backend.fetch(card.cover, MediaSize.THUMBNAIL)
                    assert data.startswith(b"RIFF")

    run(covers())

"""What is special about A1111-compatible servers."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.backends import find_kind
from ivk_desktop.api.errors import Unauthorized, Unusable
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.local.pictures import NoPicture, PictureShelf, decoded
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sdapi import wire
from ivk_desktop.api.sdapi.backend import SdBackend
from ivk_desktop.api.sdapi.payload import body_of
from ivk_desktop.demo.kinds.sdapi import SdServer
from ivk_desktop.demo.kinds.server import Answer, plain_png
from ivk_desktop.domain.failures import hint
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobLogged, Lost, Progress
from tests.servers.kinds import CASES, QUICK, SERVER, Play

TEXT = "/sdapi/v1/txt2img"
A1111, OLD, SDNEXT = CASES["a1111"], CASES["a1111-old"], CASES["sdnext"]


def progress_of(play: Play) -> list[Progress]:
    return [update for update in play.told if isinstance(update, Progress)]


async def png() -> str:
    return base64.b64encode(await plain_png("x", 1, 8, 8)).decode()


def test_the_stale_progress_of_an_idle_server_is_not_believed(run: Any) -> None:
    async def go() -> None:
        async with SDNEXT.played() as play, play.connected():
            play.server.stage.open()
            (first,) = await play.submit(steps=2)
            await play.until_state(first, JobState.COMPLETED)
            assert play.server._idle(True)["progress"] == 1.0
            assert play.server._idle(True)["current_image"]
            told = len(progress_of(play))
            for _ in range(5):
                await play.backend.watch()
            assert len(progress_of(play)) == told
            assert set(play.jobs) == {first}

    run(go())


@pytest.mark.parametrize("case", [A1111, OLD, SDNEXT], ids=["a1111", "old", "sdnext"])
def test_anothers_run_is_told_apart_from_ours(case: Any, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            foreign = asyncio.ensure_future(play.server.run_foreign())  # noqa: TID251
            await play.server.stage.held()
            (ours,) = await play.submit(steps=2)
            await play.until(lambda: any(job.foreign for job in play.jobs.values()))
            assert play.jobs[ours].state is JobState.PENDING
            if case is A1111:
                await play.until(lambda: play.job(ours).queue_position == 1)
            play.server.stage.advance(4)
            await foreign
            await play.until_state(ours, JobState.RUNNING)
            assert not any(job.foreign for job in play.jobs.values())
            play.server.stage.open()
            await play.until_state(ours, JobState.COMPLETED)

    run(go())


def test_a_job_behind_anothers_is_interrupted_when_its_turn_comes(run: Any) -> None:
    async def go() -> None:
        async with A1111.played() as play, play.connected():
            foreign = asyncio.ensure_future(play.server.run_foreign())  # noqa: TID251
            await play.server.stage.held()
            (ours,) = await play.submit(steps=9)
            await play.until(lambda: play.job(ours).queue_position == 1)
            await play.backend.cancel([ours])
            assert not play.server.called("/sdapi/v1/interrupt")
            play.server.stage.advance(4)
            await foreign
            while not play.server.called("/sdapi/v1/interrupt"):
                await play.next()
            play.server.stage.advance(1)
            job = await play.until_state(ours, JobState.CANCELED)
            assert len(job.outputs) <= 1  # what it had

    run(go())


def test_tidying_up_costs_nobody_else_a_job(run: Any) -> None:
    async def go() -> None:
        async with SDNEXT.played() as play, play.connected():
            foreign = asyncio.ensure_future(play.server.run_foreign())  # noqa: TID251
            await play.server.stage.held()
            play.backend.wake()
            await play.until(lambda: play.jobs)
            await play.backend.delete_jobs(list(play.jobs))
            await play.backend.clear()
            assert not play.server.called("/sdapi/v1/interrupt")
            await play.backend.cancel(list(play.jobs))  # that is another matter
            assert play.server.called("/sdapi/v1/interrupt")
            play.server.stage.open()
            await foreign

    run(go())


@pytest.mark.parametrize("case", [A1111, SDNEXT], ids=["a1111", "sdnext"])
def test_previews_come_with_the_steps(case: Any, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            (job_id,) = await play.submit(steps=9)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.advance(3)
            await play.until(lambda: any(one.preview for one in progress_of(play)))
            preview = next(one.preview for one in progress_of(play) if one.preview)
            assert preview.data.startswith(b"\x89PNG")
            assert (preview.width, preview.height) == (64, 64)

    run(go())


def test_a_picture_is_skipped_and_the_others_are_made(run: Any) -> None:
    async def go() -> None:
        async with SDNEXT.played() as play, play.connected():
            (job_id,) = await play.submit(steps=3, batch_size=2)
            await play.until_state(job_id, JobState.RUNNING)
            await play.server.stage.held()
            await play.backend.skip(job_id)
            play.server.stage.open()
            assert len((await play.until_state(job_id, JobState.COMPLETED)).outputs) == 1

    run(go())


def test_pictures_are_sniffed_and_what_is_none_is_left_out(run: Any) -> None:
    async def go() -> None:
        good = await png()
        junk = base64.b64encode(b"<svg>no</svg>").decode()
        images = [f"data:image/png;base64,{good}", junk, "%%%", 5, None, good]
        info = json.dumps({"all_seeds": [7, 8]})
        body = json.dumps({"images": images, "info": info}).encode()
        async with A1111.played() as play, play.connected():
            play.server.answers.append(Answer(TEXT, 200, body))
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, JobState.COMPLETED)
            assert len(job.outputs) == 2
            assert ("Seed", "7") in job.inputs
            record = await play.backend.job_record(job_id)
            assert record.raw["answer"]["info"]["all_seeds"] == [7, 8]

    run(go())


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ({"images": ["bm8="], "info": "{}"}, JobState.FAILED),
        ({"images": [], "info": ""}, JobState.COMPLETED),
        ({"images": None, "info": "{broken"}, JobState.COMPLETED),
        ({"images": "no list"}, JobState.COMPLETED),
        ({}, JobState.COMPLETED),
    ],
)
def test_odd_answers_are_told_for_what_they_are(answer: Any, state: JobState, run: Any) -> None:
    async def go() -> None:
        async with SDNEXT.played() as play, play.connected():
            play.server.answers.append(Answer(TEXT, 200, json.dumps(answer).encode()))
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, JobState.COMPLETED, JobState.FAILED)
            assert job.state is state
            assert not job.outputs

    run(go())


def test_a_grid_in_front_is_no_result(run: Any) -> None:
    async def go() -> None:
        body = {"images": [await png()] * 3, "info": json.dumps({"index_of_first_image": 1})}
        async with A1111.played() as play, play.connected():
            play.server.answers.append(Answer(TEXT, 200, json.dumps(body).encode()))
            (job_id,) = await play.submit()
            assert len((await play.until_state(job_id, JobState.COMPLETED)).outputs) == 2

    run(go())


def test_a_lost_answer_is_waited_for_and_then_given_up(run: Any) -> None:
    async def go() -> None:
        async with A1111.played() as play, play.connected():
            play.server.answers.append(Answer(TEXT, how="drop"))
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, JobState.FAILED)
            assert job.error is not None
            assert job.error.type == "ResultLost"
            found = hint(job.error)
            assert found is not None
            assert found.code == "hint_result_lost"
            assert len(play.server.called(TEXT)) == 1  # never sent twice
            assert not any(isinstance(update, Lost) for update in play.told)

    run(go())


def test_a_failure_brings_the_servers_log(run: Any) -> None:
    async def go() -> None:
        async with SDNEXT.played() as play, play.connected():
            play.server.answers.append(Answer(TEXT, 500, b'"boom"'))
            (job_id,) = await play.submit()
            await play.until_state(job_id, JobState.FAILED)
            (logged,) = [update for update in play.told if isinstance(update, JobLogged)]
            assert logged.lines[-1].text.endswith("ERROR Process")

    run(go())


def test_the_form_has_only_what_the_server_lists(run: Any) -> None:
    async def go() -> None:
        async with A1111.played() as play:
            whole = await play.form()
            assert {"checkpoint", "vae", "loras", "style", "enable_hr"} <= set(whole.spec.fields)
            for name in ("sd-models", "sd-vae", "loras", "prompt-styles", "upscalers", "samplers"):
                play.server.answers.append(Answer(f"/sdapi/v1/{name}", 500, b"<html>"))
            bare = await play.form()
            gone = set(whole.spec.fields) - set(bare.spec.fields)
            assert {"checkpoint", "vae", "loras", "style", "enable_hr", "sampler_name"} <= gone

    run(go())


def test_a_picture_goes_with_the_job_that_takes_it(run: Any) -> None:
    async def go() -> None:
        async with A1111.played() as play, play.connected():
            data = await plain_png("in", 1, 8, 8)
            ref = await play.backend.upload_image(data, "../../etc/a photo.png")
            assert await play.backend.fetch(ref, MediaSize.FULL) == data
            form = await play.backend.open_workflow("sdapi:img2img")
            form.set_value(FieldId("init_image"), {"image_name": ref.name})
            form.set_value(FieldId("steps"), 2)
            (job_id,) = (await play.backend.submit(form.request(SubmitOptions()))).job_ids
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)
            (sent,) = play.server.called("/sdapi/v1/img2img")
            assert base64.b64decode(sent["init_images"][0]) == data
            form.set_value(FieldId("init_image"), {"image_name": "gone.png"})
            (lost,) = (await play.backend.submit(form.request(SubmitOptions()))).job_ids
            await play.until_state(lost, JobState.FAILED)
            with pytest.raises(Unusable):
                await play.backend.upload_image(b"no picture", "x.png")

    run(go())


@pytest.mark.parametrize("flavour", ["a1111", "sdnext"])
def test_a_server_with_a_password_is_opened_by_it(flavour: str, run: Any) -> None:
    async def go() -> None:
        async with SdServer(flavour, login="me:secret").served() as server:
            closed = SdBackend(SERVER, ConnectionProfile(server.url), pace=QUICK)
            with pytest.raises(Unauthorized):
                await closed.probe()
            with pytest.raises(Unauthorized):
                await find_kind(ConnectionProfile(server.url))
            basic = base64.b64encode(b"me:secret").decode()
            keys = Keys(gate={"Authorization": f"Basic {basic}"})
            profile = ConnectionProfile(server.url, keys=keys)
            assert await find_kind(profile) == "sdapi"
            play = Play(SDNEXT, server, SdBackend(SERVER, profile, pace=QUICK))
            async with play.connected():
                (job_id,) = await play.submit(steps=2)
                server.stage.open()
                await play.until_state(job_id, JobState.COMPLETED)
            await play.backend.aclose()
            await closed.aclose()

    run(go())


def test_values_become_the_servers_words() -> None:
    body = body_of(
        {
            "prompt": "a cat",
            "style": "Cinematic",
            "loras": [{"lora": {"key": "lora/add_detail"}, "weight": 0.75}],
            "checkpoint": {"key": "main/sd/xl.safetensors [abc]"},
            "vae": {"key": "vae/mse"},
            "enable_hr": True,
            "hr_scale": 2.0,
            "hr_strength": 0.4,
            "seed": 5,
        },
        "task(x)",
    )
    assert body["prompt"] == "a cat <lora:add_detail:0.75>"
    assert body["styles"] == ["Cinematic"]
    assert body["override_settings"] == {
        "sd_model_checkpoint": "sd/xl.safetensors [abc]",
        "sd_vae": "mse",
    }
    assert (body["enable_hr"], body["hr_scale"], body["denoising_strength"]) == (True, 2.0, 0.4)
    assert body["force_task_id"] == "task(x)"
    assert "enable_hr" not in body_of({"prompt": "x", "enable_hr": False, "hr_scale": 2.0})


@pytest.mark.parametrize(
    ("raw", "busy", "fraction"),
    [
        ({"progress": 0.5, "state": {"job_count": 1, "job": "txt2img"}}, True, 0.5),
        ({"progress": 0.5, "state": {"job_count": 0, "job": ""}}, False, None),
        ({"progress": 1.0, "id": "", "state": {"job_count": 0, "job": ""}}, False, None),
        ({"progress": 1.7, "id": "a", "state": {"job_count": 0, "job": "x"}}, True, 1.0),
        ({"progress": -1, "state": {"job_count": 2}}, True, 0.0),
    ],
)
def test_progress_is_read_for_what_runs(raw: Any, busy: bool, fraction: float | None) -> None:
    glance = wire.read_glance(raw)
    assert (glance.busy, glance.fraction) == (busy, fraction)


@pytest.mark.parametrize("raw", [{}, {"progress": "x", "state": {}}, {"state": {}}, []])
def test_what_is_no_progress_is_refused(raw: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        wire.read_glance(raw)


def test_pictures_are_kept_by_name_and_nothing_else_is_read(run: Any, tmp_path: Path) -> None:
    async def go() -> None:
        shelf = PictureShelf(ServerId("a/b"), tmp_path / "pictures")
        data = await plain_png("x", 1, 8, 8)
        ref = await shelf.put(data, "../../evil name")
        assert "/" not in ref.name
        assert await shelf.get(ref.name) == data
        (tmp_path / "secret.png").write_bytes(b"no")
        for name in ("../../secret.png", "/etc/passwd", "", ".hidden", "gone.png"):
            with pytest.raises(Exception, match="not_found"):
                await shelf.get(name)
        with pytest.raises(NoPicture):
            await decoded("A" * 1000, limit=10)
        with pytest.raises(NoPicture):
            await shelf.put(b"text", "x")

    run(go())

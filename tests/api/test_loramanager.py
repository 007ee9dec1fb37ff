"""What is special about LoRA Manager."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.backends import find_kind
from ivk_desktop.api.errors import Forbidden
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.loramanager.backend import LoraManagerBackend
from ivk_desktop.api.loramanager.messages import Kind, read_message, read_record
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.demo.kinds.loramanager import LoraManagerServer
from ivk_desktop.demo.kinds.server import Answer, plain_png
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.updates import Progress
from tests.servers.kinds import QUICK, SERVER, Play, lora_manager_case

ENDED = tuple(state for state in JobState if state.ended)


async def foreign(play: Play, job: Any) -> Any:
    """What is told of somebody else's job."""
    await play.until(lambda: any(one.foreign for one in play.jobs.values()))
    return next(key for key, one in play.jobs.items() if one.foreign)


def test_both_vocabularies_are_read(run: Any) -> None:
    async def go(mode: str) -> None:
        async with lora_manager_case(mode).played() as play, play.connected():
            (job_id,) = await play.submit(steps=4)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.advance(2)
            await play.until_progress()
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).state is JobState.COMPLETED

    run(go("usual"))
    run(go("page"))


def test_without_a_websocket_the_records_tell(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case("no-socket").played() as play, play.connected():
            (job_id,) = await play.submit(steps=2)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).outputs

    run(go())


def test_an_end_that_is_not_told_is_read_from_the_record(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case("no-end").played() as play, play.connected():
            play.server.stage.open()
            (job_id,) = await play.submit(steps=2)
            assert (await play.until_state(job_id, *ENDED)).outputs

    run(go())


def test_a_failure_gives_the_generators_reason(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case("failing").played() as play, play.connected():
            play.server.stage.open()
            (job_id,) = await play.submit(steps=2)
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.FAILED
            assert job.error is not None
            assert job.error.message == "CUDA out of memory"

    run(go())


def test_the_number_is_believed_only_while_the_job_runs(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            play.server.start_job({"prompt": "another's", "steps": 2})
            play.server.stage.advance(1)
            await play.server.stage.held()
            assert play.server.fraction == 0.5
            (job_id,) = await play.submit(steps=4)
            key = play.job(job_id).key
            play.server.stage.advance(1)
            await play.until_state(job_id, JobState.RUNNING)
            await play.until(lambda: any(_of(one, key) for one in play.told))
            first = next(one for one in play.told if _of(one, key))
            assert isinstance(first, Progress)
            assert first.fraction == 0  # and not the 0.5 of the one before

    run(go())


def _of(update: Any, key: Any) -> bool:
    return isinstance(update, Progress) and update.key == key


def test_a_canceled_job_stays_canceled(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=3)
            await play.until_state(job_id, JobState.RUNNING)
            await play.server.stage.held()
            await play.backend.cancel([job_id])
            await play.until_state(job_id, JobState.CANCELED)
            play.server.stage.open()
            (next_id,) = await play.submit(steps=1)  # waits until the generator is free
            await play.until_state(next_id, JobState.COMPLETED)
            (told, _) = play.server.jobs.values()
            assert told.status == "completed"
            assert play.jobs[job_id].state is JobState.CANCELED

    run(go())


def test_somebody_elses_job_is_shown_with_its_result(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play:
            job = play.server.start_job({"prompt": "a whale", "steps": 2, "width": 8, "height": 8})
            await play.server.stage.held()
            async with play.connected():
                job_id = await foreign(play, job)
                assert play.jobs[job_id].title == "a whale"
                play.server.stage.open()
                ended = await play.until_state(job_id, JobState.COMPLETED)
                data = await play.backend.fetch(ended.outputs[0], MediaSize.FULL)
                assert data.startswith(b"\x89PNG")

    run(go())


def test_a_websocket_that_breaks_is_opened_again_and_nothing_is_missed(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=3)
            await play.until_state(job_id, JobState.RUNNING)
            await play.server.drop_listeners()
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).outputs
            assert len(play.server.called("/api/v1/generation/queue-generation")) == 1

    run(go())


def test_a_lost_answer_is_found_again_and_not_sent_twice(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            path = "/api/v1/generation/queue-generation"
            play.server.answers.append(Answer(path, how="drop"))
            (job_id,) = await play.submit(steps=2)
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.DETACHED
            assert len(play.server.called(path)) == 1

    run(go())


@pytest.mark.parametrize("size", [3_000, 25_000_000])
def test_large_frames_are_taken(size: int, run: Any) -> None:
    async def go() -> None:
        server = LoraManagerServer(paint=_heavy(size))
        async with server.served():
            backend = LoraManagerBackend(SERVER, ConnectionProfile(server.url), pace=QUICK)
            play = Play(lora_manager_case(), server, backend)
            async with play.connected():
                server.stage.open()
                (job_id,) = await play.submit(steps=1)
                job = await play.until_state(job_id, *ENDED)
                assert len(await backend.fetch(job.outputs[0], MediaSize.FULL)) > size
            await backend.aclose()

    run(go())


def _heavy(size: int) -> Any:
    async def paint(words: str, seed: int, width: int, height: int) -> bytes:
        return await plain_png(words, seed, width, height) + b"\0" * size

    return paint


def test_the_key_goes_along_and_a_wrong_one_is_said(run: Any) -> None:
    async def go() -> None:
        async with LoraManagerServer(key="secret").served() as server:
            with pytest.raises(Forbidden):
                await find_kind(ConnectionProfile(server.url))
            keys = Keys(gate={"X-API-Key": "secret"})
            profile = ConnectionProfile(server.url, keys=keys)
            assert await find_kind(profile) == "loramanager"

    run(go())


def test_the_form_is_the_servers_own_or_what_is_known_of_it(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play:
            told = (await play.form()).spec.fields
            assert FieldId("batch_size") in told
            play.server.answers.append(Answer("/api/openapi.json", 404, b"{}"))
            known = (await play.form()).spec.fields
            assert {"prompt", "seed", "steps", "cfg_scale"} <= set(known)

    run(go())


BAD_ENDS = {
    "no base64": ["%%%"],
    "no picture": [base64.b64encode(b"hello").decode()],
    "a file": ["file:///etc/passwd"],
    "an address": ["http://127.0.0.1:1/x.png"],
    "no texts": [1, None, {}],
}


@pytest.mark.parametrize("images", BAD_ENDS.values(), ids=BAD_ENDS)
def test_what_is_no_picture_is_no_result(images: Any, run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            (job,) = play.server.jobs.values()
            data = {"job_id": job.job_id, "status": "completed", "images": images}
            job.result = {"images": images}
            job.status = "completed"
            await play.server.tell("generation_complete", data)
            ended = await play.until_state(job_id, *ENDED)
            assert not ended.outputs
            play.server.stage.open()

    run(go())


def test_a_job_that_the_server_forgot_fails(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case("no-socket").played() as play, play.connected():
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.jobs.clear()
            assert (await play.until_state(job_id, *ENDED)).state is JobState.FAILED

    run(go())


def test_messages_are_read_liberally() -> None:
    flat = read_message({"type": "progress", "job_id": "a", "status": "running", "progress": 40})
    assert flat is not None
    assert (flat.kind, flat.state, flat.fraction) == (Kind.PROGRESS, JobState.RUNNING, 0.4)
    for raw in ([], None, 7, {"type": "connected", "data": {}}, {"type": "progress", "data": []}):
        assert read_message(raw) is None
    for job_id in ("../../x", "", None, 7, "a" * 900):
        assert read_message({"type": "progress", "data": {"job_id": job_id}}) is None
    with pytest.raises(TypeError):
        read_record([])


NAMES = ("job_id", "status", "progress", "images", "error_message", "eta_seconds", "params")
VALUES = st.none() | st.integers() | st.floats() | st.text('ab{}[]:"', max_size=9)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES | st.lists(VALUES, max_size=3)))
def test_no_message_breaks_the_reader(data: dict[str, Any]) -> None:
    for kind in ("generation_started", "progress_update", "generation_complete"):
        found = read_message({"type": kind, "data": {"job_id": "a", **data}})
        assert found is None or found.fraction is None or 0 <= found.fraction <= 1


def test_a_frame_beyond_all_bounds_ends_the_websocket_and_the_record_tells(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ivk_desktop.api.loramanager.socket.MESSAGE_BYTES", 20_000)

    async def go() -> None:
        server = LoraManagerServer(paint=_heavy(50_000))
        async with server.served():
            backend = LoraManagerBackend(SERVER, ConnectionProfile(server.url), pace=QUICK)
            play = Play(lora_manager_case(), server, backend)
            async with play.connected():
                server.stage.open()
                (job_id,) = await play.submit(steps=1)
                assert (await play.until_state(job_id, *ENDED)).outputs
            await backend.aclose()

    run(go())


@pytest.mark.parametrize("text", ["[]", "junk", '{"type": 7}', '{"type": "progress_update"}', "1"])
def test_messages_without_sense_are_passed_over(text: str, run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            for listener in play.server.listeners:
                await listener.send_str(text)
                await listener.send_bytes(b"\xff\xfe")
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).outputs

    run(go())


def test_a_fraction_of_one_is_no_end(run: Any) -> None:
    async def go() -> None:
        async with lora_manager_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            (job,) = play.server.jobs.values()
            data = {"job_id": job.job_id, "progress": 1.0, "status": "completed"}
            await play.server.tell("progress_update", data)  # its record says otherwise
            told = {"job_id": job.job_id, "progress": 0.5, "status": "processing"}
            await play.server.tell("progress_update", told)
            await play.until_progress()
            assert play.jobs[job_id].state is JobState.RUNNING
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).outputs

    run(go())

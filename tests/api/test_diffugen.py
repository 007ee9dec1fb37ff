"""What is special about DiffuGen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.diffugen.backend import DiffuGenBackend
from ivk_desktop.api.diffugen.calls import file_name, image_path, route_of
from ivk_desktop.api.diffugen.phases import read_event
from ivk_desktop.api.diffugen.run import Run
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sse import ServerEvent
from ivk_desktop.demo.kinds.diffugen import STEPS, DiffuGenServer
from ivk_desktop.demo.kinds.server import Answer
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.updates import Progress, Remark
from tests.servers.kinds import QUICK, SERVER, Play, diffugen_case

STREAM, BLOCKING = "/generate/stream", "/generate"


def told(phase: str, message: str = "", **more: Any) -> ServerEvent:
    data = {"phase": phase, "message": message, "progress": 70.0, "timestamp": 1.0, **more}
    return ServerEvent("progress", json.dumps(data))


def sse(*events: ServerEvent) -> bytes:
    return "".join(f"event: {one.name}\ndata: {one.data}\n\n" for one in events).encode()


DONE = ServerEvent("done", '{"done": true}')


def test_the_fraction_is_made_of_phase_and_step(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("intended").played() as play, play.connected():
            (job_id,) = await play.submit()
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)
            heard = [update for update in play.told if isinstance(update, Progress)]
            fractions = [one.fraction for one in heard]
            assert fractions == sorted(fractions)  # the server's own run back
            assert [one.phase for one in heard][:3] == [
                Phase.STARTING,
                Phase.LOADING_MODEL,
                Phase.ENCODING,
            ]
            assert (heard[-3].step, heard[-3].total) == (STEPS, STEPS)

    run(go())


@pytest.mark.parametrize("phase", ["upscaling", "", "generating", "complete"])
def test_phases_and_steps_that_make_no_sense_are_passed(phase: str) -> None:
    for step, total in (("x", 4), (5, 0), (-1, 4), (9, 4), (True, 4), (1, 10**12)):
        event = read_event(told(phase, step=step, total_steps=total))
        assert event is not None
        assert event.fraction is None or 0 <= event.fraction <= 1


@given(st.text(max_size=50), st.text(max_size=20))
def test_no_event_breaks_the_reader(data: str, name: str) -> None:
    Run().take(ServerEvent(name, data))
    Run().take(ServerEvent("progress", json.dumps({"phase": data, "step": data})))


def test_an_error_comes_inside_a_progress_event(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("fail").played() as play, play.connected():
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, JobState.FAILED)
            assert job.error is not None
            assert job.error.message == "sd.cpp failed: out of memory"

    run(go())


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((told("error", "no"), DONE), JobState.FAILED),
        ((ServerEvent("error", '{"error": "no", "phase": "error"}'),), JobState.FAILED),
        ((told("complete", "Generation complete: /x/a.png"),), JobState.COMPLETED),
        (
            (told("complete", "Generation complete: C:\\x\\a.png"), told("error", "late"), DONE),
            JobState.COMPLETED,
        ),
        ((told("generating"), told("complete", "no path"), DONE), JobState.FAILED),
        ((told("generating"), DONE), JobState.DETACHED),
        ((told("generating"),), JobState.DETACHED),
    ],
)
def test_how_a_stream_ends_is_told_by_its_record(events: Any, state: JobState, run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("intended").played() as play, play.connected():
            answer = Answer(STREAM, 200, sse(*events), "text/event-stream")
            play.server.answers.append(answer)
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, *(s for s in JobState if s.ended))
            assert job.state is state
            if state is JobState.COMPLETED:
                assert job.outputs[0].name == "a.png"

    run(go())


def test_a_silent_stream_gives_way_to_the_blocking_call_and_is_remembered(
    run: Any, tmp_path: Path
) -> None:
    async def go() -> None:
        async with DiffuGenServer("hang").served() as server:
            play = Play(diffugen_case("hang"), server, made(server, tmp_path))
            async with play.connected():
                first, second = await play.submit(runs=2)
                server.stage.open()
                await play.until_state(first, JobState.COMPLETED)
                await play.until_state(second, JobState.COMPLETED)
                remarks = [one.problem for one in play.told if isinstance(one, Remark)]
                assert [one.code for one in remarks] == ["stream_silent"]
            await play.backend.aclose()
            later = Play(diffugen_case("hang"), server, made(server, tmp_path))
            async with later.connected():
                (third,) = await later.submit()
                await later.until_state(third, JobState.COMPLETED)
            await later.backend.aclose()
            assert len(server.called(STREAM)) == 1
            assert len(server.called(BLOCKING)) == 3

    run(go())


def made(server: DiffuGenServer, cache: Path) -> DiffuGenBackend:
    return DiffuGenBackend(SERVER, ConnectionProfile(server.url), cache, QUICK)


def test_what_a_given_up_stream_makes_all_the_same_is_not_made_again(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("hang").played() as play, play.connected():
            busy = play.server._lock
            await busy.acquire()  # the server works on it, though it has told nothing
            (job_id,) = await play.submit()
            await play.until_state(job_id, JobState.RUNNING)
            await play.until_state(job_id, JobState.PENDING)
            play.server.add_image("ghost.png", b"\x89PNG\r\n\x1a\n")
            job = await play.until_state(job_id, JobState.COMPLETED)
            assert job.outputs[0].name == "ghost.png"
            busy.release()

    run(go())


@pytest.mark.parametrize("mode", ["intended", "blocking"])
def test_a_busy_server_is_waited_for(mode: str, run: Any) -> None:
    async def go() -> None:
        async with diffugen_case(mode).played() as play, play.connected():
            await play.server._lock.acquire()
            (job_id,) = await play.submit()
            play.server.stage.open()
            await play.until(lambda: play.job(job_id).native_state == "busy")
            assert play.jobs[job_id].state is JobState.PENDING
            play.server._lock.release()
            await play.until_state(job_id, JobState.COMPLETED)

    run(go())


def test_a_job_that_waits_for_a_busy_server_is_canceled_for_good(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("busy").played() as play, play.connected():
            (job_id,) = await play.submit()
            await play.until(lambda: play.job(job_id).native_state == "busy")
            await play.backend.cancel([job_id])
            await play.until_state(job_id, JobState.CANCELED)

    run(go())


def test_silence_after_the_last_step_is_no_failure(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("silent").played() as play, play.connected():
            (job_id,) = await play.submit()
            play.server.stage.advance(STEPS)
            await play.until(
                lambda: isinstance(play.told[-1], Progress) and play.told[-1].step == STEPS
            )
            assert play.jobs[job_id].state is JobState.RUNNING
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)

    run(go())


def test_a_stream_that_ends_too_early_leaves_a_job_that_is_found_again(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("drop").played() as play, play.connected():
            (job_id,) = await play.submit()
            play.server.stage.open()
            await play.until_state(job_id, JobState.DETACHED)
            assert (await play.backend.reconcile(job_id)).state is JobState.DETACHED
            play.server.add_image("late.png", b"\x89PNG\r\n\x1a\n")
            found = await play.backend.reconcile(job_id)
            assert (found.state, found.authoritative) == (JobState.COMPLETED, True)
            assert await play.backend.fetch(found.outputs[0], MediaSize.FULL)

    run(go())


@pytest.mark.parametrize("how", ["endless", "whole"])
def test_an_event_without_an_end_is_given_up(how: str, run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("intended").played() as play, play.connected():
            body = b"data: " + b"x" * 2_000_000
            answer = Answer(STREAM, 200, body, "text/event-stream", how)
            play.server.answers.append(answer)
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, *(s for s in JobState if s.ended))
            assert job.state in (JobState.FAILED, JobState.DETACHED)

    run(go())


@pytest.mark.parametrize(
    ("told_as", "name"),
    [
        ("Generation complete: /srv/outputs/sd15_a_cat_6476b72d.png", "sd15_a_cat_6476b72d.png"),
        ("Generation complete: C:\\out\\x.png", "x.png"),
        ("http://evil.example/images/y.png?t=1", "y.png"),
        ("http://host/images/a%2Fb.png", "b.png"),
        ("file:///etc/passwd.png", "passwd.png"),
        ("../../../../etc/shadow.png", "shadow.png"),
        ("a b.JPG", "a b.JPG"),
        ("/srv/outputs/", ""),
        ("file:///etc/passwd", ""),
        ("..", ""),
        ("x.png\n", "x.png"),
        ("x\x00y.png", ""),
        ("x" * 5000 + ".png", ""),
        (None, ""),
        (7, ""),
    ],
)
def test_only_the_bare_name_of_a_picture_is_taken(told_as: Any, name: str) -> None:
    assert file_name(told_as) == name
    assert "/" not in image_path(name).removeprefix("/images/")


@given(st.text())
def test_no_told_name_leaves_the_folder_of_pictures(text: str) -> None:
    name = file_name(text)
    assert "/" not in name
    assert "\\" not in name
    assert name not in (".", "..")


def test_a_foreign_address_of_a_result_is_not_opened(run: Any) -> None:
    async def go() -> None:
        async with diffugen_case("blocking").played() as play, play.connected():
            play.server.add_image("x.png", b"\x89PNG\r\n\x1a\nours")
            answer = {"success": True, "image_url": "http://127.0.0.1:1/images/x.png"}
            play.server.answers.append(Answer(BLOCKING, 200, json.dumps(answer).encode()))
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, JobState.COMPLETED)
            assert (await play.backend.fetch(job.outputs[0], MediaSize.FULL)).endswith(b"ours")

    run(go())


def test_models_go_to_their_routes() -> None:
    assert route_of("") == "/generate"
    assert route_of("flux-dev") == "/generate/flux"
    assert route_of("sd15") == "/generate/stable"

"""What is special about inference.sh."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.errors import BadAnswer, NotFound, Unauthorized
from ivk_desktop.api.inferencesh.backend import InferenceBackend
from ivk_desktop.api.inferencesh.calls import InferenceCalls
from ivk_desktop.api.inferencesh.files import OutsideFiles
from ivk_desktop.api.inferencesh.run import TaskRun
from ivk_desktop.api.inferencesh.status import status_of
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.redact import redact
from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from ivk_desktop.demo.kinds.server import Answer, plain_png
from ivk_desktop.domain.form import FieldKind, SubmitOptions
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.updates import JobLogged, Progress
from tests.servers.kinds import INFERENCE_KEY, QUICK, SERVER, Play, inference_case

ENDED = tuple(state for state in JobState if state.ended)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


# --- what is read --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("task", "name"),
    [
        ({"status": 1}, "received"),
        ({"status": 9}, "uploading"),  # completed once: never taken for an end
        ({"status": 10}, "completed"),
        ({"status": 13}, "rejected"),
        ({"status": 9, "status_text": "completed"}, "completed"),
        ({"status": "Setting Up"}, "setting_up"),
        ({"status": "canceled"}, "cancelled"),
        ({"status": 3, "status_text": "scheduled"}, "scheduled"),
        ({"status": 3, "status_text": "???"}, "dispatched"),
        ({"status": 0}, None),
        ({"status": 99}, None),
        ({"status": True}, None),
        ({"status": "x"}, None),
        ({}, None),
    ],
)
def test_states_are_words_first_and_then_the_numbers_of_today(task: Any, name: Any) -> None:
    status = status_of(task)
    assert (status.name if status else None) == name


def test_parts_are_merged_into_the_task() -> None:
    run = TaskRun()
    assert run.take({"data": {"id": "a", "status": 7, "input": 1, "output": None}})
    assert run.take({"data": {"status": 9, "output": {"x": 1}, "input": 2}, "fields": ["output"]})
    assert run.task == {"id": "a", "status": 7, "input": 1, "output": {"x": 1}}
    assert run.status is not None
    assert run.status.name == "running"
    assert run.take({"id": "a", "status": 10})  # bare
    assert run.ended
    assert run.take({"id": "a", "status": 77})  # unknown: what is known stays
    assert run.ended


def test_signs_of_life_and_words_of_other_apps_change_nothing() -> None:
    run = TaskRun()
    for payload in ({"type": "heartbeat"}, None, [], 7, "x", {"data": []}, {"data": {}}, {}):
        assert not run.take(payload)
    run.take({"event": "delta", "data": {"delta": {"content": "hi"}, "seq": 1}})
    assert run.task == {}


def test_logs_repeat_all_and_only_what_is_new_is_told() -> None:
    run = TaskRun()

    def told(text: str, kind: Any = 4) -> list[tuple[str, str]]:
        run.take({"logs": [{"log_type": kind, "content": encoded(text)}]})
        return [(line.text, line.stream) for line in run.new_lines()]

    assert told("on") == []  # a line that goes on is told when it is whole
    assert told("one\n") == [("one", "task")]
    assert told("one\ntwo\n") == [("two", "task")]
    assert told("one\ntwo\n") == []
    assert told("anew\n") == [("anew", "task")]
    assert told("building\n", 0) == [("building", "build")]
    run.take({"logs": ["plain text\n"]})
    assert [line.text for line in run.new_lines()] == ["plain text"]
    run.take({"logs": [{"log_type": 1, "content": "not base64!\n"}]})
    assert [line.text for line in run.new_lines()] == ["not base64!"]


def test_a_last_line_without_an_end_is_told_when_the_task_has_ended() -> None:
    run = TaskRun()
    run.take({"status": 11, "logs": [{"log_type": 4, "content": encoded("one\nout of memory")}]})
    assert [line.text for line in run.new_lines()] == ["one", "out of memory"]


def test_a_count_of_steps_in_the_log_is_a_hint() -> None:
    run = TaskRun()
    run.take({"logs": [{"log_type": 4, "content": encoded("50%|##  | 2/4 [00:01<00:01]\n")}]})
    run.new_lines()
    assert (run.step, run.fraction) == ((2, 4), 0.5)
    run.take({"logs": [{"log_type": 4, "content": encoded("loading 80 %\r")}]})
    run.new_lines()
    assert (run.step, run.fraction) == (None, 0.8)
    run.take({"progress": {"current": 3, "total": 4}})
    run.new_lines()
    assert (run.step, run.fraction) == ((3, 4), 0.75)


def test_files_are_found_wherever_they_stand() -> None:
    run = TaskRun()
    run.take(
        {
            "output": {
                "image": "https://files.example/a.png?s=1",
                "images": [{"uri": "https://files.example/b.png", "path": "/tmp/b.png"}],
                "again": "https://files.example/a.png?s=1",
                "bad": ["file:///etc/passwd", "see https://x.example", {"uri": 7}, None],
            }
        }
    )
    assert run.uris() == ["https://files.example/a.png?s=1", "https://files.example/b.png"]


JSON = st.recursive(
    st.none() | st.integers() | st.floats() | st.text("ab:/", max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("data", "fields", "status", "logs", "output", "content", "uri")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_no_message_breaks_a_run(payloads: list[Any]) -> None:
    run = TaskRun()
    for payload in payloads:
        run.take(payload)
        run.new_lines()
        run.uris()


# --- streams -------------------------------------------------------------------------------
@pytest.mark.parametrize("mode", ["ndjson", "sse", "drops", "heartbeats"])
def test_a_task_comes_to_its_end_whatever_its_stream_does(mode: str, run: Any) -> None:
    async def go() -> None:
        async with inference_case(mode).played() as play, play.connected():
            (job_id,) = await play.submit(steps=3)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.open()
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.COMPLETED
            assert len(job.outputs) == 1
            assert len(play.server.called("/apps/run")) == 1

    run(go())


def test_phases_steps_and_lines_are_told(run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=2)
            await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.open()
            await play.until_state(job_id, *ENDED)
            told = [one for one in play.told if isinstance(one, Progress)]
            phases = {one.phase for one in told}
            assert {Phase.WORKING, Phase.SAVING} <= phases
            assert (2, 2) in {(one.step, one.total) for one in told}
            lines = [u.lines for u in play.told if isinstance(u, JobLogged)]
            assert [one.text for some in lines for one in some] == [
                "50%|###| 1/2 [00:01]",
                "100%|###| 2/2 [00:01]",
            ]

    run(go())


def test_several_tasks_run_at_once_up_to_the_cap(run: Any) -> None:
    async def go() -> None:
        async with inference_case(at_once=3).played() as play, play.connected():
            ids = await play.submit(runs=7, steps=1)
            await play.until(
                lambda: sum(j.state is JobState.RUNNING for j in play.jobs.values()) == 3
            )
            play.server.stage.open()
            for job_id in ids:
                await play.until_state(job_id, JobState.COMPLETED)
            assert play.server.most_at_once == 3

    run(go())


def test_a_task_is_found_again_after_the_connection_was_gone(run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play:
            async with play.connected():
                (job_id,) = await play.submit(steps=2)
                await play.until_state(job_id, JobState.RUNNING)
            play.server.stage.open()
            async with play.connected():
                assert (await play.until_state(job_id, *ENDED)).state is JobState.COMPLETED
            assert len(play.server.called("/apps/run")) == 1

    run(go())


# --- how tasks end -------------------------------------------------------------------------
@pytest.mark.parametrize(("mode", "kind"), [("failed", "inference.sh"), ("rejected", "Rejected")])
def test_a_task_that_fails_says_why(mode: str, kind: str, run: Any) -> None:
    async def go() -> None:
        async with inference_case(mode).played() as play, play.connected():
            play.server.stage.open()
            (job_id,) = await play.submit(steps=1)
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.FAILED
            assert job.error is not None
            assert (job.error.type, job.error.message) == (kind, "CUDA out of memory")

    run(go())


def test_what_is_to_be_set_up_is_told_as_such(run: Any) -> None:
    async def go() -> None:
        async with inference_case("setup").played() as play, play.connected():
            (job_id,) = await play.submit()
            job = await play.until_state(job_id, *ENDED)
            assert job.error is not None
            assert job.error.type == "SetUpNeeded"
            assert job.error.message == "Secret HF_TOKEN is missing"

    run(go())


def test_a_stream_that_contradicts_the_record_is_not_believed(run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play, play.connected():
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            (task,) = play.server.tasks.values()
            for stream in task.streams:
                stream.put_nowait({"data": {"status": 11, "error": "no"}, "fields": ["status"]})
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).state is JobState.COMPLETED

    run(go())


def test_a_foreign_task_of_the_account_is_shown_and_can_be_canceled(run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play, play.connected():
            play.server.start_task("demo/text-to-image", {"prompt": "x", "steps": 3})
            await play.until(lambda: any(job.foreign for job in play.jobs.values()))
            (job_id,) = play.jobs
            await play.backend.cancel([job_id])
            play.server.stage.open()
            await play.until(lambda: not play.jobs)
            (task,) = play.server.tasks.values()
            assert task.record["status"] == 12

    run(go())


# --- files and the key ---------------------------------------------------------------------
def test_files_go_to_another_host_without_the_key(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer().served() as files:
            server = InferenceServer(key=INFERENCE_KEY, files_at=files.url)
            async with server.served():
                server.files = files.files  # one store, at the other address
                play = Play(inference_case(), server, made(server.url))
                async with play.connected():
                    server.stage.open()
                    picture = await plain_png("x", 1, 8, 8)
                    ref = await play.backend.upload_image(picture, "../a.png")
                    form = await play.backend.open_workflow("demo/image-to-image")
                    assert form.spec.fields[FieldId("image")].kind is FieldKind.IMAGE
                    form.set_value(FieldId("image"), {"image_name": ref.name})
                    form.set_value(FieldId("prompt"), "a cat")
                    receipt = await play.backend.submit(form.request(SubmitOptions()))
                    job = await play.until_state(receipt.job_ids[0], *ENDED)
                    data = await play.backend.fetch(job.outputs[0], MediaSize.FULL)
                    assert data.startswith(b"\x89PNG")
                await play.backend.aclose()
                (sent,) = server.called("/apps/run")
                assert sent["app"] == "demo/image-to-image@a1b2c3"
                assert sent["input"]["image"].startswith(f"{files.url}/files/")
                assert picture in files.files.values()
                assert not files.leaked
                assert not server.leaked

    run(go())


def made(url: str, key: str = INFERENCE_KEY) -> InferenceBackend:
    return InferenceBackend(SERVER, ConnectionProfile(url, keys=Keys(key)), pace=QUICK)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://x.example/a", "http://[", "https://", "https://a:b@x.example/y"],
)
def test_other_addresses_are_never_opened(address: str, run: Any) -> None:
    files = OutsideFiles(ConnectionProfile("https://api.example"))
    with pytest.raises(BadAnswer):
        run(files.get(address))


def test_plain_http_is_not_opened_for_a_server_with_tls(run: Any) -> None:
    files = OutsideFiles(ConnectionProfile("https://api.example"))
    with pytest.raises(BadAnswer):
        run(files.get("http://127.0.0.1:1/secret"))


@pytest.mark.parametrize("body", [b"<html>", b"", b"no picture"])
def test_a_result_that_is_no_picture_is_said_and_no_more(body: bytes, run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play, play.connected():
            play.server.answers.append(Answer("/files/", 200, body, "text/plain"))
            play.server.stage.open()
            (job_id,) = await play.submit(steps=1)
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.COMPLETED
            assert not job.outputs
            lines = [line.text for u in play.told if isinstance(u, JobLogged) for line in u.lines]
            assert lines[-1] == "Result 1 is no picture: it stays on the server."
            await play.backend.reconcile(job_id)  # it is looked for once more
            await play.until(lambda: play.jobs[job_id].outputs)

    run(go())


def test_the_key_is_asked_for_and_never_shown(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer(key=INFERENCE_KEY).served() as server:
            backend = made(server.url, "inf_wrong_wrong")
            with pytest.raises(Unauthorized):
                await backend.probe()
            await backend.aclose()
            backend = made(server.url)
            assert (await backend.probe()).product == "inference.sh"
            await backend.aclose()

    run(go())
    assert INFERENCE_KEY not in redact(f"it said {INFERENCE_KEY} to me")


# --- apps ----------------------------------------------------------------------------------
def test_apps_are_listed_page_by_page(run: Any) -> None:
    def page(names: list[str], cursor: Any) -> Answer:
        items = [{"namespace": "a", "name": name, "title": name.upper()} for name in names]
        rows: list[Any] = [*items, {"namespace": "..", "name": "x"}, None, 7]
        told = {"items": rows, "next_cursor": cursor, "has_next": cursor is not None}
        return Answer("/apps/list", 200, json.dumps({"success": True, "data": told}).encode())

    async def go() -> None:
        async with inference_case().played() as play:
            play.server.answers += [page(["x", "y"], "next"), page(["z"], None)]
            cards = await play.backend.workflows()
            assert [card.workflow_id for card in cards] == ["a/x", "a/y", "a/z"]
            assert cards[0].name == "X"
            for form_id in ("../tasks", "a", "a/b/c", "a/../b"):
                with pytest.raises(NotFound):
                    await play.backend.open_workflow(form_id)

    run(go())


@pytest.mark.parametrize("raw", [b"[]", b"{}", b'{"data":7}', b'{"data":{"version":[]}}', b"x"])
def test_an_app_that_cannot_be_read_is_said(raw: bytes, run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play:
            play.server.answers.append(Answer("/apps/demo/", 200, raw))
            with pytest.raises(BadAnswer):
                await play.backend.open_workflow("demo/text-to-image")

    run(go())


STREAMS = {
    "a web page": Answer("", 200, b"<html>hello</html>", "text/html"),
    "a refusal": Answer("", 403, b'{"title":"otp_required","status":403}'),
    "a fault": Answer("", 500, b"oh"),
    "junk": Answer("", 200, b"junk\n\xff\n[]\n7\n", "application/x-ndjson"),
    "cut": Answer("", 200, b'{"data":{"status', "application/x-ndjson", how="cut"),
    "endless": Answer("", 200, b"x" * 1_000_000, "application/x-ndjson", how="endless"),
    "endless events": Answer("", 200, b"x" * 1_000_000, "text/event-stream", how="endless"),
}


@pytest.mark.parametrize("answer", STREAMS.values(), ids=STREAMS)
def test_a_stream_that_cannot_be_read_is_opened_again(answer: Answer, run: Any) -> None:
    async def go() -> None:
        async with inference_case().played() as play, play.connected():
            broken = Answer("", answer.status, answer.body, answer.content_type, answer.how)
            (job_id,) = await play.submit(steps=1)
            await play.until_state(job_id, JobState.RUNNING)
            (task_id,) = play.server.tasks
            object.__setattr__(broken, "path", f"/tasks/{task_id}/stream")
            play.server.answers.append(broken)
            for stream in list(play.server.tasks[task_id].streams):
                stream.put_nowait(None)  # the first one ends
            play.server.stage.open()
            assert (await play.until_state(job_id, *ENDED)).state is JobState.COMPLETED

    run(go())


def test_envelopes_of_all_kinds_are_opened(run: Any) -> None:
    async def go() -> None:
        async with InferenceServer().served() as server:
            backend = made(server.url)
            calls = InferenceCalls(backend.http)
            for body in (
                b'{"id":"a"}',
                b'{"data":{"id":"a"}}',
                b'{"success":true,"data":{"id":"a"}}',
            ):
                server.answers.append(Answer("/tasks/a", 200, body))
                assert (await calls.task("a"))["id"] == "a"
            await backend.aclose()

    run(go())

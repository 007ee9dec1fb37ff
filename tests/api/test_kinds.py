"""What every kind of server does, whatever it speaks: the same behaviour over all of them."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from ivk_desktop.api.backend import (
    Asking,
    JobForms,
    JobRecords,
    QueueKeeper,
    QueueSource,
    Repeats,
    WorkflowSource,
)
from ivk_desktop.api.backends import find_kind
from ivk_desktop.api.errors import ApiError, Busy, NotFound, Unusable
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.demo.kinds.server import Answer
from ivk_desktop.domain.form import Choices, SubmitOptions
from ivk_desktop.domain.history import KeptRequest
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.servers import CancelScope, LinkState
from ivk_desktop.domain.sweeps import SeedMode, SeedRule, Sweep, Sweeps
from ivk_desktop.domain.updates import Connected, Lost, Progress
from tests.servers.kinds import CASES, QUICK, Case, Play


async def passed(play: Play) -> None:
    """Let more time pass than there is between two looks at the server."""
    began = time.monotonic()
    while time.monotonic() - began < 10 * QUICK.idle_s:
        await play.form()


def sent_values(play: Play) -> list[Any]:
    """The values that jobs were sent with."""
    return [body.get("input", body) for body in play.server.called(play.case.post)]


ENDED = tuple(state for state in JobState if state.ended)
PNG = b"\x89PNG"


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr("ivk_desktop.api.invokeai.submitting.LOOK_AGAIN_S", (0.0, 0.01))
    return request.param


LOCAL = {name: case for name, case in CASES.items() if not case.own_queue}


@pytest.fixture(params=LOCAL.values(), ids=LOCAL)
def local(request: pytest.FixtureRequest) -> Any:
    """A kind whose queue is on this side."""
    return request.param


async def met(play: Play, answer: Answer) -> tuple[JobState, str]:
    """What comes of a job that meets this answer, and why; the next one completes."""
    play.server.answers.append(replace(answer, path=play.case.post))
    if play.case.own_queue:  # it refuses before there is a job
        with pytest.raises(ApiError) as refused:
            await play.submit()
        play.server.stage.open()
        (next_one,) = await play.submit()
        came, why = JobState.FAILED, f"{refused.value.problem.args} {refused.value.detail}"
    else:
        failed, next_one = await play.submit(runs=2)
        play.server.stage.open()
        job = await play.until_state(failed, *ENDED)
        assert not job.outputs
        came, why = job.state, job.error.message if job.error is not None else ""
    await play.until_state(next_one, JobState.COMPLETED)
    return came, why


def test_a_job_goes_from_submission_to_result(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            (job_id,) = await play.submit(steps=4)
            await play.until_state(job_id, JobState.RUNNING)
            if case.reports:
                play.server.stage.advance(12 if case.own_queue else 2)  # it loads models first
                await play.until_progress()
            play.server.stage.open()
            job = await play.until_state(job_id, *ENDED)
            assert job.state is JobState.COMPLETED
            assert job.title == case.title
            assert job.created_at is not None
            assert job.started_at is not None
            assert job.ended_at is not None
            (ref,) = job.outputs
            assert (await play.backend.fetch(ref, MediaSize.FULL)).startswith(PNG)
            record = await play.backend.reconcile(job_id)
            assert (record.state, record.authoritative) == (JobState.COMPLETED, True)

    run(go())


def test_the_fraction_shown_never_runs_back(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            (job_id,) = await play.submit(steps=4)
            play.server.stage.open()
            await play.until_state(job_id, *ENDED)
            shown = JobProgress(play.jobs[job_id].key, lambda _: None, 0.0)
            last = 0.0
            for update in play.told:
                if isinstance(update, Progress):
                    shown.progressed(update, 1.0)
                    assert (shown.fraction or 0.0) >= last
                    last = shown.fraction or last
            assert last < 1  # a fraction of 1 is no end

    run(go())


def test_jobs_run_one_after_the_other_and_each_once(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            ids = await play.submit(runs=3, steps=2)
            play.server.stage.open()
            for job_id in ids:
                await play.until_state(job_id, JobState.COMPLETED)
            ended = [play.jobs[job_id].ended_at for job_id in ids]
            assert ended == sorted(ended)
            assert len(play.server.called(case.post)) == (1 if case.own_queue else 3)
            assert len(play.jobs) == 3

    run(go())


def test_a_paused_queue_sends_nothing_until_it_goes_on(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            await play.backend.set_paused(True)
            (job_id,) = await play.submit()
            await play.until(lambda: job_id in play.jobs)
            assert play.jobs[job_id].state is JobState.PENDING
            assert case.own_queue or not play.server.called(case.post)
            play.server.stage.open()
            await play.backend.set_paused(False)
            await play.until_state(job_id, JobState.COMPLETED)

    run(go())


def test_what_waits_is_canceled_without_the_server(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            first, second = await play.submit(runs=2)
            await play.until_state(first, JobState.RUNNING)
            await play.backend.cancel([second])
            await play.until_state(second, JobState.CANCELED)
            play.server.stage.open()
            await play.until_state(first, JobState.COMPLETED)
            assert len(play.server.called(case.post)) == 1

    run(go())


def test_a_running_job_is_stopped_as_far_as_the_server_can(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            facts = await play.backend.probe()
            (job_id,) = await play.submit(steps=9)
            await play.until_state(job_id, JobState.RUNNING)
            await play.server.stage.held()
            await play.backend.cancel([job_id])
            if facts.capabilities.cancel is CancelScope.NONE:
                await play.until_state(job_id, JobState.DETACHED)
                play.server.stage.open()  # it goes on, and its picture is found
                assert (await play.until_state(job_id, JobState.COMPLETED)).outputs
            else:
                play.server.stage.advance(1)
                await play.until_state(job_id, JobState.CANCELED)
                told = [name for name, _ in play.server.calls if name.endswith(case.stops)]
                assert len(told) == 1

    run(go())


REFUSALS = {
    "400": (400, b'{"detail":"Invalid model: x"}', "Invalid model"),
    "401": (401, b'{"detail":"Unauthorized"}', "Unauthorized"),
    "403": (403, b'{"title":"Forbidden","status":403}', "Forbidden"),
    "404": (404, b'{"detail":"Sampler not found"}', "Sampler not found"),
    "422": (422, b'{"detail":[{"loc":["body"],"msg":"Field required","input":"x"}]}', "required"),
    "500 of A1111": (
        500,
        b'{"error":"OutOfMemoryError","detail":"","body":"","errors":"CUDA out of memory"}',
        "CUDA out of memory",
    ),
    "500 of SD.Next": (500, b'"unsupported operand type"', "unsupported operand"),
    "500 with an object": (500, b'{"success":false,"error":{"message":"broken"}}', "broken"),
    "500 of nothing": (500, b"", ""),
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_refused_job_fails_with_the_servers_reason(case: Case, refusal: Any, run: Any) -> None:
    status, body, reason = refusal

    async def go() -> None:
        async with case.played() as play, play.connected():
            came, why = await met(play, Answer("", status, body))
            assert came is JobState.FAILED
            assert reason in why

    run(go())


UNREADABLE = {
    "a web page": Answer("", 200, b"<html>hello</html>", "text/html"),
    "no JSON": Answer("", 200, b"{{{{", "text/plain"),
    "another shape": Answer("", 200, b"[1, 2]"),
    "endless": Answer("", 200, b"x" * 1_000_000, "text/plain", how="endless"),
}


@pytest.mark.parametrize("answer", UNREADABLE.values(), ids=UNREADABLE)
def test_an_answer_that_cannot_be_read_fails_the_job_and_no_more(
    case: Case, answer: Answer, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ivk_desktop.api.sdapi.calls.RESULT_BYTES", 8_000_000)
    monkeypatch.setattr("ivk_desktop.api.diffugen.calls.ANSWER_BYTES", 8_000_000)

    async def go() -> None:
        async with case.played() as play, play.connected():
            came, _ = await met(play, answer)
            assert came is JobState.FAILED

    run(go())


def test_an_answer_that_breaks_off_is_not_taken_for_an_end(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            came, _ = await met(play, Answer("", 200, b'{"images": ["', how="cut"))
            assert came in (JobState.FAILED, JobState.DETACHED)

    run(go())


def test_too_many_requests_wait_or_fail_and_are_told(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            play.server.answers.append(Answer(case.post, 429, b'{"error":"slow down"}'))
            if case.own_queue:
                with pytest.raises(Busy):
                    await play.submit()
            (job_id,) = await play.submit()
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)
            assert len(play.server.called(case.post)) == 2

    run(go())


def test_a_job_that_the_server_was_too_busy_for_outlives_the_connection(
    local: Case, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def go() -> None:
        async with local.played() as play:
            monkeypatch.setattr(play.backend, "pace", replace(QUICK, retry_s=60.0))
            async with play.connected():
                play.server.answers.append(Answer(local.post, 429, b'{"error":"slow down"}'))
                (job_id,) = await play.submit()
                await play.until(lambda: play.job(job_id).native_state == "busy")
            play.server.stage.open()
            async with play.connected():
                await play.until_state(job_id, JobState.COMPLETED)
            assert len(play.server.called(local.post)) == 2

    run(go())


def test_a_server_that_dies_in_the_middle_loses_no_waiting_job(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play:
            async with play.connected():
                first, second = await play.submit(runs=2)
                await play.until_state(first, JobState.RUNNING)
                await play.server.stage.held()
                port = int(play.server.url.rpartition(":")[2])
                await play.server.end()
                await play.until(lambda: isinstance(play.told[-1], Lost))
            sent = len(play.server.called(case.post))
            play.server.stage.open()
            await play.server.start(port)
            async with play.connected():
                await play.until_state(second, JobState.COMPLETED)
                lost = (JobState.FAILED, JobState.DETACHED, JobState.CANCELED)
                assert play.jobs[first].state in lost
                # the first is not sent again
                assert len(play.server.called(case.post)) == sent + (not case.own_queue)

    run(go())


def test_a_dead_server_ends_in_lost_and_errors_of_the_tree(case: Case, run: Any) -> None:
    async def go() -> None:
        backend = case.make_backend("http://127.0.0.1:1")
        assert [type(update) async for update in backend.updates()] == [Lost]
        with pytest.raises(ApiError):
            await backend.probe()
        with pytest.raises(ApiError):
            await find_kind(ConnectionProfile("http://127.0.0.1:1"))
        await backend.aclose()
        await backend.aclose()

    run(go())


def test_the_kind_is_found_by_asking(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play:
            assert await find_kind(ConnectionProfile(play.server.url)) == case.name

    run(go())


def test_nothing_is_asked_while_nobody_looks_and_nothing_runs(local: Case, run: Any) -> None:
    async def go() -> None:
        async with local.played() as play, play.connected():
            play.backend.attend(False)
            await passed(play)
            asked = len(play.server.called(local.watched))
            await passed(play)
            assert len(play.server.called(local.watched)) == asked
            (job_id,) = await play.submit()
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)

    run(go())


def test_an_idle_server_is_asked_as_often_as_is_wanted(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            assert isinstance(play.backend, Asking)
            play.backend.poll_s = 60.0
            await passed(play)
            asked = len(play.server.called(case.watched))
            await passed(play)
            assert len(play.server.called(case.watched)) == asked
            assert QUICK.idle_s < 1, "that of others is as it was"

    run(go())


def test_an_unknown_job_is_not_found(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play:
            for ask in (play.backend.reconcile, play.backend.job_record, play.backend.job_form):
                with pytest.raises(NotFound):
                    await ask(JobId("999"))

    run(go())


def test_a_form_varies_its_values_and_seeds(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            form = await play.form()
            assert form.readiness(SubmitOptions(), Choices()).ready
            sweep = Sweep(play.field(form, "steps"), (1, 2))
            seed = play.field(form, "seed")
            rules = (SeedRule(seed, SeedMode.RANDOM),) if seed in form.spec.fields else ()
            options = SubmitOptions(runs=2, sweeps=Sweeps((sweep,), rules))
            assert form.readiness(options, Choices()).count == 4
            play.server.stage.open()
            receipt = await play.backend.submit(form.request(options))
            for job_id in receipt.job_ids:
                await play.until_state(job_id, JobState.COMPLETED)
            assert len(receipt.job_ids) == 4
            if case.own_queue:
                return  # what is in its batches is the matter of the oracle cases
            sent = sent_values(play)
            assert [body["steps"] for body in sent] == [1, 2, 1, 2]
            if rules:
                assert len({body["seed"] for body in sent}) == 2

    run(go())


def test_what_a_job_ran_with_can_be_opened_repeated_and_retried(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            request = await play.request(prompt="a fox", steps=3)
            (job_id,) = (await play.backend.submit(request)).job_ids
            play.server.stage.open()
            await play.until_state(job_id, JobState.COMPLETED)
            form = await play.backend.job_form(job_id)
            assert form.value(play.field(form, "prompt")) == "a fox"
            record = await play.backend.job_record(job_id)
            assert case.own_queue or record.raw["values"]["steps"] == 3
            kept = KeptRequest(request.form_id, request.title, request.payload, 1, place=0)
            again = play.backend.repeat(kept)
            assert again.batch_id != request.batch_id
            found = await play.backend.kept_form(kept)
            assert found.value(play.field(found, "steps")) == 3
            (twin,) = (await play.backend.submit(again)).job_ids
            await play.until_state(twin, JobState.COMPLETED)
            form = await play.backend.job_form(twin)
            assert form.value(play.field(form, "prompt")) == "a fox"

    run(go())


def test_a_failed_job_is_retried_and_what_ended_is_tidied(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            play.fail_next()
            (failed,) = await play.submit()
            play.server.stage.open()
            await play.until_state(failed, JobState.FAILED)
            assert await play.backend.retry([failed]) == 1
            await play.until(
                lambda: any(job.state is JobState.COMPLETED for job in play.jobs.values())
            )
            assert await play.backend.prune() == 2
            await play.until(lambda: not play.jobs)

    run(go())


def test_documents_are_refused_in_words(local: Case, run: Any) -> None:
    async def go() -> None:
        async with local.played() as play:
            with pytest.raises(Unusable) as raised:
                await play.backend.read_workflow(b"{}", "x.json")
            assert raised.value.problem.code == "no_documents"

    run(go())


def test_the_parts_of_the_protocol_are_there(case: Case) -> None:
    backend = case.make_backend("http://127.0.0.1:1")
    for part in (QueueSource, QueueKeeper, WorkflowSource, JobForms, JobRecords, Repeats):
        assert isinstance(backend, part)


def test_a_connection_says_whether_it_polls(case: Case, run: Any) -> None:
    async def go() -> None:
        async with case.played() as play, play.connected():
            connected = play.told[0]
            assert isinstance(connected, Connected)
            assert connected.facts.capabilities.polled is not case.pushes
            assert (connected.link is LinkState.LIVE) is case.pushes

    run(go())

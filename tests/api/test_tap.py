"""The event log's source: what is kept, what may leave the computer, and what a recording plays."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.api.backend import EventTap
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.invokeai.replay import ReplayBackend
from ivk_desktop.api.invokeai.tap import KEPT, SHORT, Tap, shareable
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobState
from ivk_desktop.domain.raw_events import RawEvent, read_recording
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, Lost, Preview, Progress, QueueSnapshot
from tests.api.fake_invokeai import backend_for, served
from tests.api.test_connection import NODE, reach, state_is
from tests.api.test_events import RECORDINGS

Run = Callable[[Any], Any]
PICTURE = "data:image/png;base64," + "iVBORw0KGgo=" * 40
PROGRESS = {
    "item_id": 7,
    "user_email": "ada@example.org",
    "message": "Denoising",
    "image": {"width": 8, "height": 8, "dataURL": PICTURE},
    "invocation": {"id": "r", "type": "compel", "prompt": "a secret garden"},
    "result": {"type": "string_output", "value": "a secret garden"},
}


def test_the_newest_events_are_kept_and_bounded() -> None:
    tap = Tap()
    for number in range(KEPT + 5):
        tap.heard("invocation_error", {"item_id": number, "error_traceback": "x" * 5_000_000})
    assert len(tap.kept) == KEPT
    assert tap.kept[-1].item == str(KEPT + 4)
    assert all(len(event.data["error_traceback"]) <= SHORT + 3 for event in tap.kept)


def test_whoever_looks_hears_every_event_until_it_looks_away() -> None:
    tap, seen = Tap(), list[RawEvent]()
    tap.open(seen.append)
    tap.heard("a", {"item_id": 1, "image": {"dataURL": PICTURE}})
    tap.shut(seen.append)
    tap.heard("b", None)
    assert [(event.name, event.item) for event in seen] == [("a", "1")]
    assert seen[0].data["image"]["dataURL"] == PICTURE


def test_hostile_data_does_no_harm() -> None:
    tap = Tap()
    deep: Any = []
    for _ in range(500):
        deep = [deep, {"a": deep}]
    for data in (None, 7, "x" * 10**6, deep, {"item_id": {}}, {"item_id": "9" * 5000}):
        tap.heard("odd", data)
    assert all(len(event.text()) < 100_000 for event in tap.kept)


def test_without_consent_there_are_neither_pictures_nor_prompts_nor_names() -> None:
    event = RawEvent(1.0, "invocation_progress", "7", PROGRESS)
    text = shareable(event, pictures=False, prompts=False).text()
    for secret in ("secret garden", "ada@example.org", PICTURE):
        assert secret not in text
    assert "Denoising" in text
    assert "compel" in text
    agreed = shareable(event, pictures=True, prompts=True)
    assert agreed.data["image"]["dataURL"] == PICTURE
    assert agreed.data["invocation"]["prompt"] == "a secret garden"


def test_tokens_are_in_no_recording() -> None:
    data = {"message": "sent Bearer abc.def.ghi", "token": "hunter2", "error": "at tok-123"}
    event = RawEvent(1.0, "x", "", data)
    text = shareable(event, pictures=True, prompts=True, secrets=("tok-123",)).text()
    for secret in ("abc.def.ghi", "hunter2", "tok-123"):
        assert secret not in text


def test_a_line_of_a_recording_is_read_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    event = RawEvent(105.5, "queue_cleared", "", {"queue_id": "default", "note": "größer"})
    file.write_text(f"{event.line(100.0)}\nno json\n[1]\n", encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[0])["t"] == 5.5
    (read,) = read_recording(file)
    assert (read.at, read.name, read.data) == (5.5, event.name, event.data)


def test_the_socket_tells_the_tap_of_events_that_nobody_knows(run: Run) -> None:
    async def scenario() -> list[str]:
        async with (
            served() as fake,
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            assert isinstance(backend, EventTap)
            await reach(updates, QueueSnapshot)
            fake.add(1)
            await fake.emit("never_heard_of", item_id=1)
            await fake.emit_status(1, "in_progress", 1)
            await fake.emit("invocation_progress", item_id=1, percentage=0.5, **NODE)
            await reach(updates, Progress)
            return [event.name for event in backend.recent_events()]

    heard = run(scenario())
    assert heard[0] == "#connect"
    assert heard[-3:] == ["never_heard_of", "queue_item_status_changed", "invocation_progress"]


@pytest.mark.parametrize("name", ["sd15_256_10_euler", "fail_node", "kill9"])
def test_recordings_of_a_real_server_are_played(run: Run, name: str) -> None:
    async def scenario() -> None:
        backend = ReplayBackend(ServerId("r"), RECORDINGS / f"{name}.jsonl", speed=1e6)
        async with aclosing(backend.updates()) as updates:
            await reach(updates, QueueSnapshot)
            await reach(updates, JobChanged, state_is(JobState.RUNNING))
            progress = await reach(updates, Progress)
            assert progress.preview is None or isinstance(progress.preview, Preview)

    run(scenario())


def test_nothing_can_be_done_to_a_recording(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        backend = ReplayBackend(ServerId("r"), tmp_path / "none.jsonl")
        with pytest.raises(ApiError):
            await backend.submit(SubmitRequest(BatchId("b"), "f", "F", {}, 1))
        with pytest.raises(ApiError):
            await backend.cancel(())
        async with aclosing(backend.updates()) as updates:
            assert (await reach(updates, Lost)).problem.code == "file_unreadable"

    run(scenario())

"""Events as updates: recordings of a real server, and whatever a hostile one may send."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.invokeai.events import PREVIEW_LIMIT, EventReader, Heard, QueueStale
from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState, reduce_job
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    ModelLoaded,
    NodeChanged,
    NodeStatus,
    Progress,
    ResourceChanged,
)

SERVER = ServerId("s")
CHANGED = "queue_item_status_changed"
RECORDINGS = Path(__file__).parents[1] / "data" / "events"

RUNNING = {
    "item_id": 7,
    "batch_id": "b",
    "queue_id": "default",
    "invocation_source_id": "n",
    "invocation": {"id": "run", "type": "denoise_latents", "is_intermediate": False},
}


def recorded(name: str) -> Iterator[tuple[str, Any]]:
    for line in (RECORDINGS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if not entry["event"].startswith("#"):
            yield entry["event"], whole(entry["data"])


def whole(data: Any) -> Any:
    """Recordings keep only the first bytes of a preview."""
    if isinstance(image := data.get("image"), dict):
        head, encoded = image["dataURL"].split("...")[0].split(",")
        image["dataURL"] = f"{head},{encoded[: len(encoded) // 4 * 4]}"
    return data


def replayed(name: str) -> list[Heard]:
    reader = EventReader(SERVER, "default")
    return [heard for event, data in recorded(name) for heard in reader.read(event, data)]


def jobs_after(heard: list[Heard]) -> dict[str, Job]:
    jobs: dict[str, Job] = {}
    for one in heard:
        if isinstance(one, JobChanged):
            job_id = one.update.key.job_id
            jobs[job_id] = reduce_job(jobs.get(job_id, Job(one.update.key)), one.update)
    return jobs


def read(event: str, **changes: Any) -> list[Heard]:
    return EventReader(SERVER, "default").read(event, {**RUNNING, **changes})


def test_a_recorded_run_ends_completed_with_its_picture() -> None:
    heard = replayed("sd15_256_10_euler")
    (job,) = jobs_after(heard).values()
    assert job.state is JobState.COMPLETED
    assert len(job.outputs) == 1
    assert job.started_at is not None
    assert job.ended_at is not None
    assert job.started_at < job.ended_at
    previews = [one.preview for one in heard if isinstance(one, Progress) and one.preview]
    assert len(previews) == 11
    assert {(p.width, p.height) for p in previews} == {(256, 256)}
    assert all(p.data.startswith(b"\xff\xd8") for p in previews)
    completed = [
        one.node_id
        for one in heard
        if isinstance(one, NodeChanged) and one.status is NodeStatus.COMPLETED
    ]
    assert len(completed) == len(set(completed)) == 7


def test_a_recorded_failure_names_the_node_and_the_reason() -> None:
    heard = replayed("fail_node")
    job = next(iter(jobs_after(heard).values()))
    assert job.state is JobState.FAILED
    assert job.error is not None
    assert job.error.type == "RuntimeError"
    assert "second line" in job.error.message
    assert "run_node" in job.error.traceback
    last = [one for one in heard if isinstance(one, NodeChanged)][-1]
    assert (last.node_id, last.status) == ("f", NodeStatus.FAILED)
    assert last.error == job.error.message


def test_recorded_cancels_leave_nothing_running() -> None:
    jobs = jobs_after(replayed("cancel_running"))
    assert jobs
    assert all(job.state.ended for job in jobs.values())


def test_progress_after_a_recorded_cancel_is_dropped() -> None:
    reader, ended = EventReader(SERVER, "default"), set()
    for event, data in recorded("cancel_running"):
        for heard in reader.read(event, data):
            if isinstance(heard, JobChanged) and heard.update.state is JobState.CANCELED:
                ended.add(heard.update.key)
            elif isinstance(heard, Progress | NodeChanged):
                assert heard.key not in ended
    assert ended


@pytest.mark.parametrize(
    "name",
    ["trivial_add", "retry", "batch5", "lab_progress_modes", "pause_resume_clear", "kill9"],
)
def test_every_recording_is_read_without_a_fault(name: str) -> None:
    heard = replayed(name)
    fractions = [one.fraction for one in heard if isinstance(one, Progress)]
    assert all(fraction is None or 0.0 <= fraction <= 1.0 for fraction in fractions)
    assert any(isinstance(one, CountsChanged) for one in heard)


def test_a_retry_and_a_clear_ask_for_the_list() -> None:
    assert QueueStale() in replayed("retry")
    assert QueueStale(everything=True) in replayed("pause_resume_clear")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        *("item_id", "batch_id", "queue_id", "user_id", "invocation_source_id", "invocation"),
        *("result", "status", "status_sequence", "percentage", "image", "message", "device"),
        *("queue_status", "canceled_item_ids", "timestamp", "created_at", "error_type"),
    ]
)


@given(
    st.sampled_from(EventReader(SERVER, "default").events),
    JSON | st.dictionaries(KEYS, JSON, max_size=8),
)
def test_no_event_can_raise(event: str, data: Any) -> None:
    reader = EventReader(SERVER, "default")
    reader.read(event, data)
    if isinstance(data, dict):
        reader.read(event, {**RUNNING, **data})


def test_unknown_and_foreign_events_say_nothing() -> None:
    assert read("something_new") == []
    assert read("invocation_started", queue_id="another") == []


def test_another_users_item_only_makes_the_list_stale() -> None:
    heard = read("queue_item_status_changed", status="in_progress", batch_id="redacted")
    assert heard == [QueueStale((JobId("7"),))]
    assert read("invocation_started", user_id="redacted") == []


@pytest.mark.parametrize(
    ("percentage", "fraction"),
    [
        (0.25, 0.25),
        (1, 1.0),
        (1.5, 1.0),
        (-0.1, 0.0),
        (math.nan, None),
        (math.inf, None),
        (None, None),
        ("half", None),
        (True, None),
    ],
)
def test_a_fraction_is_within_bounds_or_none(percentage: Any, fraction: float | None) -> None:
    (heard,) = read("invocation_progress", percentage=percentage)
    assert isinstance(heard, Progress)
    assert heard.fraction == fraction


def test_messages_are_bounded() -> None:
    (heard,) = read("invocation_progress", message="x" * 100_000)
    assert isinstance(heard, Progress)
    assert len(heard.message) == 500


@pytest.mark.parametrize(
    "url",
    [
        "data:text/html;base64,PGI+",
        "http://elsewhere/picture.png",
        "data:image/png,not-base64",
        "data:image/png;base64,",
        "data:image/png;base64,x",
        "data:image/png;base64," + "A" * PREVIEW_LIMIT,
        7,
        None,
    ],
)
def test_what_is_no_preview_is_left_out(url: Any) -> None:
    (heard,) = read("invocation_progress", image={"dataURL": url, "width": 8, "height": 8})
    assert isinstance(heard, Progress)
    assert heard.preview is None


def test_a_preview_keeps_its_bytes_and_a_sane_size() -> None:
    url = "data:image/jpeg;base64," + base64.b64encode(b"bytes").decode()
    (heard,) = read("invocation_progress", image={"dataURL": url, "width": 1 << 40, "height": -3})
    assert isinstance(heard, Progress)
    assert heard.preview is not None
    assert (heard.preview.data, heard.preview.width, heard.preview.height) == (b"bytes", 1 << 16, 0)


def test_progress_of_a_node_that_has_ended_is_dropped() -> None:
    reader = EventReader(SERVER, "default")
    reader.read("invocation_complete", RUNNING)
    assert reader.read("invocation_progress", RUNNING) == []
    assert reader.read("invocation_started", RUNNING) == []


def test_events_of_an_ended_item_are_dropped() -> None:
    reader = EventReader(SERVER, "default")
    reader.note_ended(JobId("7"))
    for event in ("invocation_progress", "invocation_complete", "queue_item_status_changed"):
        assert reader.read(event, {**RUNNING, "status": "in_progress"}) == []


def test_statuses_out_of_order_leave_the_newest() -> None:
    late = {**RUNNING, "status": "in_progress", "status_sequence": 1}
    reader = EventReader(SERVER, "default")
    heard = [
        *reader.read("queue_item_status_changed", {**late, "status_sequence": 3}),
        *reader.read("queue_item_status_changed", {**late, "status": "pending"}),
    ]
    assert jobs_after(heard)["7"].state is JobState.RUNNING


def test_an_unknown_status_is_kept_in_the_servers_word() -> None:
    heard = read("queue_item_status_changed", status="dreaming")
    job = jobs_after(heard)["7"]
    assert (job.state, job.native_state) == (JobState.UNKNOWN, "dreaming")


def test_intermediate_pictures_are_no_results_of_the_job() -> None:
    reader = EventReader(SERVER, "default")
    for number, intermediate in enumerate([True, False]):
        invocation = {"id": f"r{number}", "type": "l2i", "is_intermediate": intermediate}
        result = {"image": {"image_name": f"p{number}.png"}}
        reader.read("invocation_complete", {**RUNNING, "invocation": invocation, "result": result})
    done = {**RUNNING, "status": "completed", "status_sequence": 2}
    job = jobs_after(reader.read("queue_item_status_changed", done))["7"]
    assert [ref.name for ref in job.outputs] == ["p1.png"]


def test_an_iteration_tells_how_often() -> None:
    result = {"type": "iterate_output", "item": 1, "index": 0, "total": 3}
    (heard,) = read("invocation_complete", result=result)
    assert isinstance(heard, NodeChanged)
    assert heard.repeats == 3


def test_canceled_in_bulk_is_told_job_by_job_or_read_anew() -> None:
    first, second, stale = read("queue_items_canceled", canceled_item_ids=[1, 2, "x"])
    assert isinstance(first, JobChanged)
    assert isinstance(second, JobChanged)
    assert first.update.key == JobKey(SERVER, JobId("1"))
    assert first.update.state is second.update.state is JobState.CANCELED
    assert stale == QueueStale()
    assert read("queue_items_canceled", canceled_item_ids=list(range(5000))) == [
        QueueStale(everything=True)
    ]


def test_a_recorded_load_names_what_its_message_named() -> None:
    heard = replayed("sd15_256_10_euler")
    said = {
        one.message.removeprefix("Loading model ")
        for one in heard
        if isinstance(one, Progress) and one.message.startswith("Loading model ")
    }
    loads = [one for one in heard if isinstance(one, ModelLoaded)]
    assert {f"{one.name} ({one.part})" for one in loads} == said
    assert said


def test_an_end_without_results_does_not_have_boards_read_again() -> None:
    reader = EventReader(SERVER, "default")
    failed = {**RUNNING, "status": "failed", "status_sequence": 2}
    assert not [one for one in reader.read(CHANGED, failed) if isinstance(one, ResourceChanged)]
    made = {"result": {"type": "image_output", "image": {"image_name": "p.png"}}, "item_id": 8}
    reader.read("invocation_complete", {**RUNNING, **made})
    done = {**RUNNING, "item_id": 8, "status": "completed", "status_sequence": 2}
    assert [one for one in reader.read(CHANGED, done) if isinstance(one, ResourceChanged)]

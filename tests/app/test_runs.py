"""A run in the whole window, and all that can go wrong with it."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ivk_desktop.api.backend import Asking
from ivk_desktop.api.invokeai.sync import Pace
from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import JobsRemoved
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from tests.app.sight import told, words
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"
ENQUEUE = "/api/v1/queue/default/enqueue_batch"
LEFT = Qt.MouseButton.LeftButton


def session_of(desk: Desk) -> ServerSession:
    assert desk.servers.current is not None
    return desk.servers.current


def server_items(demo: DemoProcess) -> int:
    count: int = demo.client.get("/api/v1/queue/default/item_ids").json()["total_count"]
    return count


async def sent(workflow: OpenWorkflow) -> None:
    await until(lambda: not workflow.submitting, workflow.changed)


async def running(desk: Desk, demo: DemoProcess) -> ServerSession:
    """Submit the sample and go on to the middle of its denoising."""
    session = session_of(desk)
    demo.faults(hold=True)
    workflow = await opened(desk, WORKFLOW)
    desk.window.invoke_bar.invoke()
    await sent(workflow)
    await until(lambda: session.queue.running, session.queue.counts_changed)
    demo.faults(advance=14)
    await until(lambda: session.previews.keys(), session.previews.changed)
    return session


def assert_rows_equal(desk: Desk, demo: DemoProcess) -> None:
    session = session_of(desk)
    status = demo.client.get("/api/v1/queue/default/status").json()["queue"]
    counts = session.queue.counts
    assert counts.running == status["in_progress"]
    assert counts.pending == status["pending"]
    assert counts.failed == status["failed"]
    ids = demo.client.get("/api/v1/queue/default/item_ids").json()["item_ids"]
    assert [int(job_id) for job_id in session.queue.ids] == ids


def test_a_double_click_submits_once(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            before = server_items(demo)
            workflow = await opened(desk, WORKFLOW)
            button = desk.window.invoke_bar.button
            QTest.mouseClick(button, LEFT)
            QTest.mouseDClick(button, LEFT)
            desk.window.actions_["queue.invoke"].trigger()
            await sent(workflow)
            assert server_items(demo) == before + 1

    run(scenario())


def test_a_lost_answer_is_looked_up_and_never_submitted_twice(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            before = server_items(demo)
            workflow = await opened(desk, WORKFLOW)
            demo.faults(hold=True, answers=[{"path": ENQUEUE, "kind": "cut"}])
            desk.window.invoke_bar.invoke()
            await sent(workflow)
            assert workflow.submit_problem is None
            assert told(desk) == []
            assert server_items(demo) == before + 1

    run(scenario())


def test_a_refused_submission_is_said_at_the_button_and_can_be_repeated(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            before = server_items(demo)
            workflow = await opened(desk, WORKFLOW)
            demo.faults(hold=True, answers=[{"path": ENQUEUE, "status": 403}])
            desk.window.invoke_bar.invoke()
            await sent(workflow)
            assert "is not allowed to do that" in desk.window.invoke_bar.line.text()
            assert len(told(desk)) == 1
            desk.window.invoke_bar.invoke()
            await sent(workflow)
            assert desk.window.invoke_bar.line.text().startswith("Ready")
            assert server_items(demo) == before + 1

    run(scenario())


def test_a_full_queue_is_told_with_what_was_taken(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            demo.faults(hold=True, max_queue_size=2)
            desk.window.invoke_bar.runs.set_value(5)
            desk.window.invoke_bar.invoke()
            await sent(workflow)
            assert len(told(desk)) == 1
            assert told(desk)[0].startswith("The queue is full: 2 of 5 items were taken.")

    run(scenario())


def test_a_server_restarted_in_the_middle_of_a_run_leaves_no_phantom(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            demo.faults(restart=1.0)
            await until(lambda: session.link is LinkState.LOST, session.link_changed)
            card = desk.window.lanes.cards()[0]
            assert "As of" in " ".join(words(card))
            assert "left" not in card._left.text()
            assert desk.window.stage.canvas.image is not None
            assert any(text.startswith("As of") for text in words(desk.window.stage))
            assert not desk.window.invoke_bar.button.isEnabled()
            await until(lambda: session.link is LinkState.LIVE, session.link_changed)
            queue = session.queue
            await until(lambda: not queue.running, queue.reset, queue.changed)
            assert_rows_equal(desk, demo)
            assert session.progress.running == ()
            assert not any(text.startswith("As of") for text in words(desk.window.stage))
            assert desk.notices.active(f"link:{session.server_id}") is None

    run(scenario())


def test_polling_takes_over_where_live_updates_are_refused_and_hands_back(
    run: Run, demo: DemoProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = Pace(seek_s=0.2, seek_most_s=0.4)
    monkeypatch.setattr("ivk_desktop.api.invokeai.backend.Pace", lambda: quick)

    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            desk.settings.update(poll_s=0.5)
            assert isinstance(session.backend, Asking)
            assert session.backend.poll_s == 0.5
            workflow = await opened(desk, WORKFLOW)
            demo.faults(refuse_sockets=True, drop_sockets=True)
            await until(lambda: session.link is LinkState.POLLING, session.link_changed)
            assert f"{session.name} polling" in words(desk.window.strip)
            assert told(desk)[-1].endswith(
                "refuses live updates. Asking every few seconds instead."
            )
            before = session.queue.counts.completed
            desk.window.invoke_bar.invoke()
            await sent(workflow)
            done = session.queue.counts_changed
            await until(lambda: session.queue.counts.completed > before, done)
            demo.faults(refuse_sockets=False)
            await until(lambda: session.link is LinkState.LIVE, session.link_changed)
            assert f"{session.name} polling" not in words(desk.window.strip)

    run(scenario())


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few kB that unpacks to 900 MB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    packer = zlib.compressobj(9)
    row = b"\0" * (width + 1)
    data = b"".join(packer.compress(row) for _ in range(200)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def data_url(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def progress(item: int, image: Any, **more: Any) -> dict[str, Any]:
    return {
        "event": "invocation_progress",
        "data": {
            "queue_id": "default", "item_id": item, "batch_id": "b", "session_id": "s",
            "user_id": "system", "invocation": {"id": "x", "type": "denoise_latents"},
            "invocation_source_id": "x", "message": "Denoising", "percentage": 0.5,
            "image": image, "timestamp": 1, **more,
        },
    }  # fmt: skip


def test_hostile_events_and_previews_do_no_harm(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            item = int(session.queue.running[0])
            picture = desk.window.stage.canvas.image
            changed = "queue_item_status_changed"
            for event in (
                {"event": "invocation_progress", "data": None},
                {"event": "invocation_progress", "data": [1, 2]},
                {"event": "invocation_progress", "data": {"item_id": "x" * 10_000}},
                {"event": "never_heard_of", "data": {"a": 1}},
                {"event": changed, "data": {"item_id": {}, "status": []}},
                {"event": changed, "data": {"item_id": 10**30, "status": "in_progress"}},
                {"event": changed, "data": {"item_id": -1, "status": "completed"}},
                {"event": "queue_items_retried", "data": {}},
                {"event": "batch_enqueued", "data": {"enqueued": "many"}},
                progress(999_999, {"dataURL": data_url(b"no picture"), "width": 8, "height": 8}),
                progress(item, {"dataURL": "file:///etc/passwd", "width": 8, "height": 8}),
                progress(item, {"dataURL": data_url(b"no picture"), "width": 8, "height": 8}),
                progress(item, {"dataURL": data_url(bomb()), "width": 8, "height": 8}),
                progress(item, {"dataURL": data_url(b""), "width": -8, "height": 10**12}),
                progress(item, "a text", percentage="half"),
                progress(item, None, percentage=1e308),
                progress(item, None, percentage=float("-1")),
            ):
                demo.faults(emit=event)
            bad = f"Item {item} sends previews that are no pictures."
            await until(lambda: any(t.startswith(bad) for t in told(desk)), desk.notices.posted)
            assert len(told(desk)) == 1
            assert desk.window.stage.canvas.image is not None
            assert desk.window.stage.canvas.image.size() == picture.size()
            assert session.link is LinkState.LIVE
            demo.faults(hold=False)
            await until(lambda: is_settled(desk, demo), session.queue.changed, session.queue.reset)
            assert_rows_equal(desk, demo)

    run(scenario())


def is_settled(desk: Desk, demo: DemoProcess) -> bool:
    """Whether nothing runs, and no row is left that the server does not have."""
    queue = session_of(desk).queue
    return not queue.running and len(queue) == server_items(demo)


def test_a_job_of_a_state_that_nobody_knows_goes_on(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            item = session.queue.running[0]
            data = {"item_id": int(item), "status": "dancing", "queue_id": "default"}
            demo.faults(emit={"event": "queue_item_status_changed", "data": data})
            demo.faults(hold=False)
            jobs, changed = session.queue.jobs, session.queue.changed
            await until(lambda: jobs[item].state is JobState.COMPLETED, changed)
            await until(lambda: is_settled(desk, demo), changed, session.queue.counts_changed)

    run(scenario())


def test_a_lost_connection_clears_the_percent_of_the_open_workflow(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            workflow = desk.workflows.current
            assert workflow is not None
            await until(lambda: workflow.percent, workflow.changed)
            demo.faults(restart=0.5)
            await until(lambda: session.link is LinkState.LOST, session.link_changed)
            assert workflow.percent is None
            session.progress.tick()
            session.progress._flush.now()
            assert workflow.percent is None
            await until(lambda: session.link is LinkState.LIVE, session.link_changed)
            await until(lambda: not session.queue.running, session.queue.changed)
            assert workflow.percent is None
            desk.window.sidebar.refresh()
            rows = desk.window.sidebar.list.rows.rows
            assert not any("%" in row.detail for row in rows)

    run(scenario())


def test_a_running_item_that_is_gone_from_the_server_leaves_no_percent(
    run: Run, demo: DemoProcess
) -> None:
    """As after kill -9 with a fresh database: there is no record of it any more."""

    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            workflow = desk.workflows.current
            assert workflow is not None
            await until(lambda: workflow.percent, workflow.changed)
            session.apply(JobsRemoved(tuple(session.queue.running)))
            assert workflow.percent is None

    run(scenario())

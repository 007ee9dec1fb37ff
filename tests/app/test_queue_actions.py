"""What can be done to the queue, in the whole window on the demo server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobId, JobKey, JobState
from ivk_desktop.stores import job_actions
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.queue.reorder import MIME
from ivk_desktop.ui.queue.undo_offer import KEY
from ivk_desktop.ui.status_bar import StatusBar
from tests.app.crashing import CODE
from tests.app.sight import told
from tests.app.test_runs import session_of
from tests.demo_process import DemoProcess
from tests.desk import open_desk, until

Run = Callable[[Any], Any]
QUEUE = "/api/v1/queue/default"


def graph(**values: Any) -> dict[str, Any]:
    node = {"id": "n", "type": "lab_slow_image", "use_cache": False, "is_intermediate": False}
    return {"id": "g", "nodes": {"n": {**node, "steps": 2, "delay": 0.01, **values}}, "edges": []}


def enqueue(demo: DemoProcess, runs: int = 1, *, type: str = "", **values: Any) -> list[JobId]:
    made = graph(**values)
    if type:
        made["nodes"]["n"] = {"id": "n", "type": type, "use_cache": False, **values}
    batch = {"graph": made, "runs": runs, "origin": "test", "destination": "gallery"}
    answer = demo.client.post(f"{QUEUE}/enqueue_batch", json={"batch": batch}).json()
    return [JobId(str(number)) for number in sorted(answer["item_ids"])]


def pause(demo: DemoProcess, paused: bool = True) -> None:
    demo.client.put(f"{QUEUE}/processor/{'pause' if paused else 'resume'}").raise_for_status()


def run_order(demo: DemoProcess) -> list[int]:
    """The steps of the graphs of what waits, in the order in which the server runs them."""
    ids = demo.client.get(f"{QUEUE}/item_ids").json()["item_ids"]
    records = demo.client.post(f"{QUEUE}/items_by_ids", json={"item_ids": ids}).json()
    waiting = [record for record in records if record["status"] == "pending"]
    waiting.sort(key=lambda record: (-record["priority"], record["item_id"]))
    return [record["session"]["graph"]["nodes"]["n"]["steps"] for record in waiting]


def shown_order(session: ServerSession) -> list[JobId]:
    return session.actions.pending_ids()


def rows_show(desk: Desk, session: ServerSession, count: int) -> bool:
    """Whether so many items wait, and stand in the view as the store has them."""
    model, shown = desk.window.queue.model, shown_order(session)
    rows = [model.row_id(number) for number in range(min(count, model.rowCount()))]
    keys = [key.job_id for row_id in rows if row_id for key in model.job_keys(row_id)]
    return len(shown) == count and keys == shown


def news(session: ServerSession) -> tuple[Any, ...]:
    queue = session.queue
    return (queue.changed, queue.counts_changed, queue.reset, session.actions.told)


async def said(desk: Desk, session: ServerSession, words: str) -> None:
    await until(
        lambda: any(words in line for line in told(desk)), desk.notices.posted, *news(session)
    )


def offer(desk: Desk) -> QPushButton:
    """The button in the status bar."""
    bar = desk.window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar._action


@asynccontextmanager
async def waiting(demo: DemoProcess, *steps: int) -> AsyncIterator[tuple[Desk, Any, list[JobId]]]:
    """The window on a paused server where a batch waits for each number of steps."""
    pause(demo)
    ids = [job_id for number in steps for job_id in enqueue(demo, steps=number)]
    async with open_desk(demo.url) as desk:
        session = session_of(desk)
        await until(lambda: len(shown_order(session)) == len(ids), *news(session))
        yield desk, session, ids


def select(desk: Desk, session: ServerSession, *job_ids: JobId) -> None:
    """Select the rows of these items, each of them a batch of one."""
    table, model = desk.window.queue.table, desk.window.queue.model
    table.clearSelection()
    for number in range(model.rowCount()):
        row_id = model.row_id(number)
        assert row_id is not None
        if set(model.job_keys(row_id)) & {JobKey(session.server_id, i) for i in job_ids}:
            flag = table.selectionModel().SelectionFlag
            table.selectionModel().select(model.index(number, 0), flag.Select | flag.Rows)


def trigger(desk: Desk, name: str) -> None:
    action = desk.window.queue.actions_.actions[name]
    assert action.isVisible()
    assert action.isEnabled()
    action.trigger()


def question(desk: Desk) -> QMessageBox:
    (box,) = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def test_several_run_next_in_order_under_new_ids(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1, 2, 3, 4) as (desk, session, ids):
            select(desk, session, ids[2], ids[3])
            trigger(desk, "queue.run_next")
            await said(desk, session, "2 items will run next, with the new ids")
            assert run_order(demo) == [3, 4, 1, 2]
            await until(lambda: len(shown_order(session)) == 4, *news(session))
            assert shown_order(session)[2:] == ids[:2]
            await until(lambda: ids[2] not in session.queue.jobs, *news(session))
            select(desk, session, ids[0])
            trigger(desk, "queue.run_last")
            await said(desk, session, "1 item will run last, with the new id")
            assert run_order(demo) == [3, 4, 2, 1]

    run(scenario())


def test_rows_that_wait_are_dragged_and_moved_by_keys(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1, 2, 3) as (desk, session, ids):
            desk.window.resize(1600, 900)
            table, model = desk.window.queue.table, desk.window.queue.model
            select(desk, session, ids[2])
            data = QMimeData()
            data.setData(MIME, b"rows")
            spot = table.visualRect(model.index(1, 0)).topLeft()
            for kind in (QDragEnterEvent, QDropEvent):
                place: Any = spot if kind is QDragEnterEvent else QPointF(spot)
                event = kind(
                    place,
                    Qt.DropAction.MoveAction,
                    data,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                )
                assert desk.queue.reorder.eventFilter(table.viewport(), event)
                assert event.isAccepted()
            await said(desk, session, "2 items will run next")
            assert run_order(demo) == [1, 3, 2]
            await until(lambda: rows_show(desk, session, 3), *news(session))
            select(desk, session, shown_order(session)[2])
            desk.queue.reorder.move_up()
            await said(desk, session, "2 items will run next")
            await until(lambda: run_order(demo) == [1, 2, 3], desk.notices.posted, *news(session))

    run(scenario())


def test_what_waits_is_canceled_at_once_and_brought_back(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1, 2) as (desk, session, ids):
            more = enqueue(demo, 3, steps=7)
            await until(lambda: len(shown_order(session)) == 5, *news(session))
            desk.window.actions_["queue.cancel_pending"].trigger()
            await until(lambda: desk.queue.undo_offer.count == 5, desk.queue.undo_offer.changed)
            assert not desk.window.findChildren(QMessageBox)
            assert run_order(demo) == []
            assert offer(desk).isVisible()
            desk.notices.info("Something else")
            assert "5 items" in offer(desk).text(), "an offer keeps its place for its time"
            offer(desk).click()
            await said(desk, session, "Enqueued 5 items again, with the new ids")
            assert run_order(demo) == [1, 2, 7, 7, 7]
            assert set(shown_order(session)).isdisjoint({*ids, *more})
            assert not desk.window.actions_["queue.undo"].isEnabled()

    run(scenario())


def test_an_offer_ends_and_what_was_said_stays(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1) as (desk, session, ids):
            select(desk, session, *ids)
            trigger(desk, "queue.cancel")
            await until(lambda: desk.queue.undo_offer.count, desk.queue.undo_offer.changed)
            assert desk.queue.undo_offer._timer.interval() == 10_000
            desk.queue.undo_offer._timer.timeout.emit()
            assert not offer(desk).isVisible()
            bar = desk.window.statusBar()
            assert isinstance(bar, StatusBar)
            assert bar.text() == "Canceled 1 item."
            assert desk.notices.active(KEY) is None
            assert run_order(demo) == []

    run(scenario())


def test_a_cleared_queue_is_brought_back(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1, 2) as (desk, session, _):
            desk.window.actions_["queue.clear"].trigger()
            await until(lambda: desk.queue.undo_offer.count == 2, desk.queue.undo_offer.changed)
            await until(lambda: len(session.queue) == 0, *news(session))
            assert told(desk)[-1] == "Cleared the queue: 14 items removed. Pictures are kept."
            desk.window.actions_["queue.undo"].trigger()
            await said(desk, session, "Enqueued 2 items again")
            assert run_order(demo) == [1, 2]

    run(scenario())


def test_where_an_item_runs_it_is_asked_and_the_safe_button_is_the_default(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        demo.faults(hold=True)
        enqueue(demo, 3)
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            await until(
                lambda: session.queue.running and len(shown_order(session)) == 2, *news(session)
            )
            for name, words in (
                ("queue.cancel_all", "Cancel 3 items?"),
                ("queue.clear", "Clear the queue? 15 items will be removed."),
            ):
                desk.window.actions_[name].trigger()
                box = question(desk)
                assert box.text() == words
                assert "Running: 1 item" in box.informativeText()
                assert box.defaultButton().text() == "Keep"
                assert box.escapeButton().text() == "Keep"
                box.defaultButton().click()
                assert not box.isVisible()
            assert session.queue.counts.open == 3
            desk.window.actions_["queue.cancel_all"].trigger()
            box = question(desk)
            (act,) = [one for one in box.buttons() if one is not box.defaultButton()]
            assert act.text() == "Cancel 3 items"
            act.click()
            await until(lambda: session.queue.counts.open == 0, *news(session))
            assert desk.queue.undo_offer.count == 2, "what ran cannot be brought back"

    run(scenario())


def test_a_lost_answer_enqueues_once(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with waiting(demo, 1, 2) as (desk, session, ids):
            demo.faults(answers=[{"path": f"{QUEUE}/enqueue_batch", "kind": "cut"}])
            select(desk, session, ids[1])
            trigger(desk, "queue.run_next")
            await said(desk, session, "1 item will run next")
            assert run_order(demo) == [2, 1]

    run(scenario())


def test_what_the_server_did_not_take_is_tried_again(
    run: Run, demo: DemoProcess, monkeypatch: Any
) -> None:
    monkeypatch.setattr(job_actions, "RETRY_MS", 50)

    async def scenario() -> None:
        async with waiting(demo, 1, 2) as (desk, session, ids):
            wrong = {"path": f"{QUEUE}/enqueue_batch", "status": 503, "times": 2}
            demo.faults(answers=[wrong])
            select(desk, session, ids[1])
            trigger(desk, "queue.run_next")
            await said(desk, session, "busy")
            await said(
                desk, session, "Enqueued 1 item again, left over from a move, with the new id"
            )
            assert run_order(demo) == [2, 1]

    run(scenario())


def test_a_server_that_restarts_between_cancel_and_enqueue(run: Run, demo: DemoProcess) -> None:
    """The demo forgets its queue then: what was being moved is all that is left of it."""

    async def scenario() -> None:
        async with waiting(demo, 1, 2) as (desk, session, ids):
            wrong = {"path": f"{QUEUE}/enqueue_batch", "status": 503, "times": 1}
            demo.faults(answers=[wrong])
            select(desk, session, ids[1])
            trigger(desk, "queue.run_next")
            await said(desk, session, "busy")
            demo.faults(restart=0.2)
            await said(desk, session, "Enqueued 1 item")
            records = demo.client.get(f"{QUEUE}/list_all").json()
            steps = [one["session"]["graph"]["nodes"].get("n", {}).get("steps") for one in records]
            assert steps.count(2) == 1

    run(scenario())


@pytest.mark.parametrize(
    ("method", "when", "words"),
    [
        ("cancel", "before", ""),
        ("cancel", "after", "Enqueued 1 item again, left over from a move"),
        ("submit", "before", "Enqueued 1 item again, left over from a move"),
        ("submit", "after", ""),
    ],
)
def test_a_killed_app_is_caught_up_with_by_the_next(
    run: Run, demo: DemoProcess, method: str, when: str, words: str
) -> None:
    """Whatever it had begun, the server has each item once, and the journal is empty."""
    pause(demo)
    enqueue(demo, steps=1)
    enqueue(demo, steps=2)
    command = [sys.executable, "-m", "tests.app.crashing", demo.url, method, when]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    assert subprocess.run(command, env=environ, check=False, timeout=30).returncode == CODE

    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            if words:
                await said(desk, session, words)
            requeuer = session.actions.requeuer
            assert requeuer is not None
            assert await requeuer.recover() is None
            assert await requeuer._journal.entries() == []
            assert run_order(demo) == ([1, 2] if (method, when) == ("cancel", "before") else [2, 1])

    run(scenario())


def test_failed_items_are_retried_once_and_ended_ones_removed(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            desk.window.actions_["queue.prune"].trigger()
            await said(desk, session, "Removed 12 items that had ended")
            await until(lambda: len(session.queue) == 0, *news(session))
            ids = enqueue(demo, 2, type="lab_fail", steps=1, delay=0.01, message="boom", value=1)
            await until(lambda: session.queue.counts.failed == 2, *news(session))
            pause(demo)
            desk.window.actions_["queue.retry"].trigger()
            await said(desk, session, "Retrying 2 items.")
            await until(lambda: session.queue.counts.pending == 2, *news(session))
            desk.window.actions_["queue.retry"].trigger()
            await said(desk, session, "Nothing has failed that was not retried already.")
            assert session.queue.counts.pending == 2
            session.actions.delete(ids)
            await said(desk, session, "Deleted 2 items from the queue")
            await until(lambda: len(session.queue) == 2, *news(session))

    run(scenario())


def test_a_finished_item_runs_again_and_its_graph_is_copied(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            (first,) = enqueue(demo, steps=3, seed=9)
            await until(
                lambda: (
                    (job := session.queue.jobs.get(first)) is not None
                    and job.state is JobState.COMPLETED
                ),
                *news(session),
            )
            pause(demo)
            select(desk, session, first)
            trigger(desk, "queue.run_again")
            await said(desk, session, "Enqueued 1 item again, with the new id")
            assert run_order(demo) == [3]
            select(desk, session, first)
            trigger(desk, "queue.copy_graph")
            await said(desk, session, "Copied the graph.")
            copied = json.loads(QGuiApplication.clipboard().text())
            assert copied["nodes"]["n"]["seed"] == 9
            select(desk, session, first)
            trigger(desk, "queue.show_in_board")
            await until(
                lambda: desk.window.stage.page == 2, session.boards.found, session.boards.changed
            )

    run(scenario())


def test_pausing_is_told_and_shown_at_once(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = session_of(desk)
            desk.window.strip.pause_requested.emit(True)
            await until(lambda: session.queue.counts.paused, *news(session))
            assert desk.window.actions_["queue.pause"].isChecked()
            assert "Paused: 0 items pending." in told(desk)
            desk.window.actions_["queue.pause"].trigger()
            await until(lambda: not session.queue.counts.paused, *news(session))

    run(scenario())

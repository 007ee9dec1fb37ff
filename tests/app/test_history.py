"""The history window on the demo server: what the server forgets, and running it again."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import Sweep
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.history.window import HistoryWindow
from tests.app.sight import told, words
from tests.app.test_runs import WORKFLOW, sent, server_items, session_of
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
QUEUE = "/api/v1/queue/default"


def prompt_of(workflow: OpenWorkflow) -> FieldId:
    assert workflow.form is not None
    return next(i for i, s in workflow.form.spec.fields.items() if s.title == "Positive prompt")


async def ended(session: ServerSession, number: int) -> None:
    """Wait until the newest so many items are known to have ended."""

    def there() -> bool:
        newest = [session.queue.jobs.get(i) for i in itertools.islice(session.queue.ids, number)]
        return len(newest) == number and all(job and job.state.ended for job in newest)

    await until(there, session.queue.changed, session.queue.reset)


async def run_two(desk: Desk) -> None:
    """Submit a batch of two items that differ, and wait for their end."""
    session = session_of(desk)
    before = len(session.queue)
    workflow = await opened(desk, WORKFLOW)
    assert workflow.form is not None
    workflow.set_value(prompt_of(workflow), "an axolotl reading a newspaper")
    specs = workflow.form.spec.fields
    steps = next(i for i, spec in specs.items() if spec.title == "Steps")
    assert specs[steps].kind is FieldKind.INTEGER
    workflow.sweeps.set_sweep(Sweep(steps, (2, 3)))
    workflow.judge()
    desk.window.invoke_bar.invoke()
    await sent(workflow)
    assert workflow.submit_problem is None
    await until(lambda: len(session.queue) == before + 2, session.queue.changed)
    await ended(session, 2)
    workflow.sweeps.remove(steps)


async def shown(desk: Desk, text: str, number: int) -> HistoryWindow:
    """Search in the history window until it shows so many items, and all have ended."""
    desk.window.actions_["queue.history"].trigger()
    history = desk.window_history.history
    assert history is not None
    history.filters.search.setText(text)
    model = history.model

    def there() -> bool:
        items = [model.item(row) for row in range(model.rowCount())]
        return len(items) == number and all(one and one.job.state.ended for one in items)

    await until(lambda: model.is_read and there(), model.found, model.dataChanged)
    return history


async def shown_all(desk: Desk) -> HistoryWindow:
    """The window once it shows what the server had from the beginning."""
    desk.window.actions_["queue.history"].trigger()
    history = desk.window_history.history
    assert history is not None
    await until(lambda: len(history.model.ids) > 3, history.model.found)
    return history


def choose(history: HistoryWindow, row: int) -> None:
    history.table.selectRow(row)


def test_items_are_found_after_a_prune_and_a_restart_and_run_again(
    run: Run, demo: DemoProcess
) -> None:
    async def before() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            history = await shown(desk, "axolotl", 2)
            choose(history, 0)
            seen = words(history.side)
            assert "Completed" in seen
            assert any("an axolotl reading a newspaper" in text for text in seen)

    async def after() -> None:
        async with open_desk(demo.url) as desk:
            assert server_items(demo) == 0
            history = await shown(desk, "axolotl newspaper", 2)
            choose(history, 0)
            item = history.table.current_item()
            assert item is not None
            assert dict(item.job.inputs)["Steps"] == "3"
            history.actions_["again"].trigger()
            await until(lambda: "Submitted 1 item again." in told(desk), desk.notices.posted)
            assert server_items(demo) == 1
            session = session_of(desk)
            await ended(session, 1)
            (job,) = session.queue.jobs.values()
            assert job.batch_id != item.job.batch_id
            assert dict(job.inputs)["Steps"] == "3"
            await until(lambda: len(history.model.ids) == 3, history.model.found)

    run(before())
    demo.client.put(f"{QUEUE}/prune").raise_for_status()
    run(after())


def test_what_undo_has_enqueued_again_keeps_its_inputs(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow, session = await opened(desk, "Text to image, SD1.5"), session_of(desk)
            workflow.set_value(prompt_of(workflow), "a narwhal at tea")
            demo.faults(hold=True)
            desk.window.invoke_bar.runs.set_value(3)
            desk.window.invoke_bar.invoke()
            await until(lambda: len(list(session.queue.pending)) == 2, session.queue.changed)
            desk.window.actions_["queue.cancel_pending"].trigger()
            await until(lambda: desk.queue.undo_offer.count == 2, desk.queue.undo_offer.changed)
            desk.window.actions_["queue.undo"].trigger()
            await until(lambda: len(list(session.queue.pending)) == 2, session.queue.changed)
            demo.faults(hold=False)
            await shown(desk, "narwhal", 5)

    run(scenario())


def test_a_whole_batch_runs_again_and_an_item_opens_as_a_form(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            demo.client.put(f"{QUEUE}/clear").raise_for_status()
            history = await shown(desk, "axolotl", 2)
            choose(history, 1)
            before = server_items(demo)
            history.actions_["again_batch"].trigger()
            await until(lambda: "Submitted 2 items again." in told(desk), desk.notices.posted)
            assert server_items(demo) == before + 2
            choose(history, 1)
            open_before = len(desk.workflows.workflows)
            history.actions_["open"].trigger()
            await until(lambda: len(desk.workflows.workflows) > open_before, desk.workflows.opened)
            workflow = desk.workflows.current
            assert workflow is not None
            await until(lambda: workflow.state is OpenState.READY, workflow.changed)
            assert workflow.form is not None
            prompt = workflow.form.value(prompt_of(workflow))
            assert prompt == "an axolotl reading a newspaper"

    run(scenario())


def test_an_item_of_others_runs_again_while_the_server_has_it(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            history = await shown_all(desk)
            choose(history, 0)
            item = history.table.current_item()
            assert item is not None
            assert not item.is_repeatable
            before = server_items(demo)
            history.actions_["again"].trigger()
            await until(lambda: "Submitted 1 item again." in told(desk), desk.notices.posted)
            assert "Submitted 1 item again." in words(history)
            assert server_items(demo) == before + 1

    run(scenario())


def test_without_its_server_an_item_says_why_it_cannot_run_again(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            history = await shown(desk, "axolotl", 2)
            choose(history, 0)
            again = history.actions_["again"]
            assert again.isEnabled()
            await desk.servers.remove(session_of(desk))
            assert not again.isEnabled()
            assert again.toolTip().startswith("Connect to ")

    run(scenario())


def test_deleting_asks_with_the_safe_answer_as_default(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            history = await shown(desk, "axolotl", 2)
            history.table.selectAll()
            QTest.keyClick(history.table, Qt.Key.Key_Delete)
            box = history.findChild(QMessageBox)
            assert box is not None
            assert box.text() == "Delete 2 items from the history?"
            assert box.defaultButton().text() == "Keep"
            next(b for b in box.findChildren(QPushButton) if b.text() == "Delete 2").click()
            await until(lambda: not history.model.ids, history.model.found)
            assert history.panel.message_text == "No item of the history matches."

    run(scenario())


def test_what_is_shown_is_exported(run: Run, demo: DemoProcess, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            history = await shown(desk, "axolotl", 2)
            assert "Choose an item to see what it ran with and what came of it." in words(history)
            desk.window_history.export(str(tmp_path / "found.csv"))
            await until(lambda: "Wrote 2 items to found.csv." in told(desk), desk.notices.posted)
            assert "Wrote 2 items to found.csv." in words(history)
            choose(history, 0)
            assert "Choose an item to see what it ran with and what came of it." not in words(
                history
            )

    run(scenario())
    lines = (tmp_path / "found.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("Workflow,Status,Server,Item,Batch,")


def test_a_smaller_history_asks_before_it_forgets_and_is_remembered(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await run_two(desk)
            history = await shown_all(desk)
            number = len(history.model.ids)
            history.limit_requested.emit(2)
            box = history.findChild(QMessageBox)
            assert box is not None
            assert box.defaultButton().text() == "Keep all"
            delete = f"Delete {number - 2}"
            next(b for b in box.findChildren(QPushButton) if b.text() == delete).click()
            await until(lambda: len(history.model.ids) == 2, history.model.found)
            assert desk.settings is not None
            assert desk.settings.prefs.history_items == 2

    run(scenario())

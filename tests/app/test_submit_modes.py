"""Sweeps and the other ways to submit, in the whole window on the demo server."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import SeedMode, Sweep
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.dry_run import DryRunWindow
from ivk_desktop.ui.invoke_menu import CURL
from tests.app.test_runs import WORKFLOW, running, sent, server_items, session_of
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]


def fields(workflow: OpenWorkflow, kind: FieldKind) -> list[FieldId]:
    assert workflow.form is not None
    specs = workflow.form.spec.fields.values()
    return [one.id for one in specs if one.kind is kind and not one.connected]


def seed_of(workflow: OpenWorkflow) -> FieldId:
    assert workflow.form is not None
    return next(one.id for one in workflow.form.spec.fields.values() if one.is_seed)


def keeper_row(desk: Desk, workflow: OpenWorkflow) -> str:
    row = desk.window.invoke_bar.keeps.row(workflow)
    return row.words.whole_text() if row is not None else ""


def test_a_sweep_is_told_and_enqueued(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            demo.faults(hold=True)
            workflow = await opened(desk, WORKFLOW)
            before = server_items(demo)
            number = fields(workflow, FieldKind.FLOAT)[0]
            workflow.sweeps.set_sweep(Sweep(number, (4, 5, 6)))
            workflow.sweeps.set_seed_mode(seed_of(workflow), SeedMode.RANDOM)
            desk.window.invoke_bar.runs.set_value(2)
            desk.window.invoke_bar._options_edited()
            workflow.judge()
            bar = desk.window.invoke_bar
            assert bar.button.text().startswith("Invoke 6 items")
            assert bar.plan.isVisible()
            assert bar.plan.toolTip().count("\n") == 2
            bar.invoke()
            await sent(workflow)
            assert server_items(demo) == before + 6

    run(scenario())


def test_a_swept_value_that_would_stop_the_queue_is_refused(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            number = fields(workflow, FieldKind.INTEGER)[0]
            workflow.sweeps.set_sweep(Sweep(number, (64, 64.5)))
            workflow.judge()
            assert [problem.field_id for problem in workflow.readiness.problems] == [number]
            assert not desk.window.invoke_bar.button.isEnabled()
            view = desk.window.form.view
            assert view is not None
            assert "64.5" in view.fields[number][0].problem_shown()

    run(scenario())


def test_what_runs_is_replaced(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = await running(desk, demo)
            workflow = desk.workflows.current
            assert workflow is not None
            (first,) = session.queue.running
            desk.window.invoke_bar.invoke_replacing()
            await sent(workflow)
            await until(
                lambda: session.queue.running and first not in session.queue.running,
                session.queue.changed,
                session.queue.counts_changed,
            )
            assert session.queue.jobs[first].state.ended

    run(scenario())


def test_items_are_kept_pending_until_stopped(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            demo.faults(hold=True)
            session = session_of(desk)
            workflow = await opened(desk, WORKFLOW)
            before = server_items(demo)
            bar = desk.window.invoke_bar
            bar.menu.keep_asked.emit(2)
            keepers = desk.submits.keepers
            keeper = keepers.of(workflow)
            assert keeper is not None
            news = (keepers.changed, session.queue.changed, session.queue.counts_changed)
            await until(lambda: session.queue.running and keeper.waiting == 2, *news)
            await until(lambda: keeper_row(desk, workflow).startswith("2 of 2 pending"), *news)
            assert server_items(demo) == before + 3
            assert bar.menu.stop.isVisible()
            row = bar.keeps.row(workflow)
            assert row is not None
            row.stop.click()
            assert keepers.keepers == ()
            assert bar.keeps.isHidden()
            await until(lambda: session.queue.counts.pending == 2, *news)
            session.actions.cancel_pending()
            await until(lambda: session.queue.counts.pending == 0, *news)
            assert server_items(demo) == before + 3

    run(scenario())


def test_a_dry_run_sends_nothing(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            before = server_items(demo)
            desk.window.invoke_bar.dry_run()
            (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, DryRunWindow))
            window.as_text.setChecked(True)
            shown = json.loads(window.text.toPlainText())
            assert shown["batch"]["origin"] == "workflows"
            assert shown["prepend"] is False
            names = [window.tree.topLevelItem(n).text(0) for n in range(2)]
            assert names == ["batch", "prepend"]
            desk.window.invoke_bar.menu.copy_asked.emit(CURL)
            text = QGuiApplication.clipboard().text()
            assert f"{demo.url}/api/v1/queue/default/enqueue_batch" in text
            assert "$IVK_TOKEN" in text
            assert "batch_id" not in text.split("<<")[1].split('"workflow"')[0]
            window.close()
            assert server_items(demo) == before
            assert not workflow.submitting

    run(scenario())

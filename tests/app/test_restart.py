"""The window after a restart is the window of before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.ui.stage.header import Page
from tests.app.sight import words
from tests.demo_process import demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def test_workflows_runs_and_new_results_are_there_again(run: Run) -> None:
    async def before() -> tuple[list[str], FieldId]:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            assert session is not None
            for card in session.library.items[:2]:
                await opened(desk, card.name)
            workflow = await opened(desk, WORKFLOW)
            await opened(desk, next(c.name for c in session.library.items if c.name != WORKFLOW))
            desk.workflows.select(workflow)
            assert workflow.form is not None
            field_id = next(i for i, f in workflow.form.spec.fields.items() if f.is_seed)
            workflow.set_value(field_id, 4711)
            workflow.judge()
            bar, results = desk.window.invoke_bar, session.results
            bar.runs.set_value(2)
            bar.runs.edited.emit(2)
            desk.window.stage.open_page(Page.RESULTS)  # on the live page they would be seen
            bar.invoke()
            await until(lambda: results.unseen_count >= 2, results.unseen_changed)
            return [workflow.title for workflow in desk.workflows.workflows], field_id

    async def after(titles: list[str], field_id: FieldId) -> None:
        async with open_desk(demo.url) as desk:
            workflows = desk.workflows
            assert [workflow.title for workflow in workflows.workflows] == titles
            workflow = workflows.current
            assert workflow is not None
            assert workflow.title == WORKFLOW
            await until(lambda: workflow.state is OpenState.READY, workflow.changed)
            assert workflow.form is not None
            assert workflow.form.value(field_id) == 4711
            assert desk.window.invoke_bar.runs.value() == 2
            session = desk.servers.current
            assert session is not None
            assert session.results.unseen_count == 2
            assert any(text.startswith("2 new") for text in words(desk.window.strip))

    with demo_server("--items", "3", "--speed", "20") as demo:
        titles, field_id = run(before())
        run(after(titles, field_id))

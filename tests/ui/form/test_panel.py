"""The form column: which form it shows, and what it says where there is none."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.form.panel import MOST_VIEWS, FormPanel
from ivk_desktop.ui.theme import theme
from tests.fakes import SERVER, a_form
from tests.ui.form.conftest import Shelf, a_field, opened


@pytest.fixture
def workflows(qapp: Any) -> OpenWorkflows:
    return OpenWorkflows(Tasks())


@pytest.fixture
def panel(workflows: OpenWorkflows, shelf: Shelf, window: QWidget) -> FormPanel:
    panel = FormPanel(workflows, lambda server_id: shelf, parent=window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(panel)
    window.activateWindow()
    return panel


def add(workflows: OpenWorkflows, name: str, *, ready: bool = True) -> OpenWorkflow:
    workflow = workflows.open(SERVER, LibrarySource(name, name))
    if ready:
        workflow.show(a_form(name, name), {})
    return workflow


def line(panel: FormPanel, name: str = "prompt") -> QLineEdit:
    assert panel.view is not None
    proxy = panel.view.fields[FieldId(name)][0].editor.focusProxy()
    assert isinstance(proxy, QLineEdit)
    return proxy


def test_without_a_workflow_it_offers_to_open_one(panel: FormPanel, qtbot: Any) -> None:
    panel.set_has_server(True)
    assert "No workflow is open" in panel.panel.message_text
    button = next(b for b in panel.panel.findChildren(QPushButton) if "Open" in b.text())
    with qtbot.waitSignal(panel.open_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_form_of_the_current_workflow_is_shown(
    panel: FormPanel, workflows: OpenWorkflows
) -> None:
    add(workflows, "one")
    two = add(workflows, "two")
    two.set_value(FieldId("prompt"), "a lion")
    assert line(panel).text() == "a lion"
    assert panel.title.accessibleName() == "Workflow: two"
    workflows.select_next()
    assert line(panel).text() == "a tiger"
    workflows.close(two)
    assert panel.view is not None


def test_a_workflow_that_waits_says_so_and_retry_asks_again(
    panel: FormPanel, workflows: OpenWorkflows
) -> None:
    workflow = add(workflows, "one", ready=False)
    assert "Waiting for the server" in panel.panel.message_text
    workflow.show(a_form(), {})
    assert panel.panel.message_text == ""
    assert panel.view is not None


def test_a_document_that_cannot_be_used_says_why(
    panel: FormPanel, workflows: OpenWorkflows
) -> None:
    workflow = add(workflows, "one", ready=False)
    workflow.fail(Problem("file_too_large", {"name": "x.json", "limit": 64}), retryable=False)
    assert "x.json is larger than 64 MB" in panel.panel.message_text


def test_switching_keeps_scroll_and_never_takes_the_focus(
    panel: FormPanel, workflows: OpenWorkflows, window: QWidget
) -> None:
    elsewhere = QLineEdit(window)
    elsewhere.show()
    elsewhere.setFocus()
    add(workflows, "one")
    first = panel.view
    add(workflows, "two")
    workflows.select_next()
    assert panel.view is first
    assert QApplication.focusWidget() is elsewhere


def test_only_the_last_forms_stay_drawn(panel: FormPanel, workflows: OpenWorkflows) -> None:
    for number in range(MOST_VIEWS + 3):
        add(workflows, f"w{number}")
    assert len(panel._views) == MOST_VIEWS
    workflows.select(workflows.workflows[0])
    assert line(panel).text() == "a tiger"


def test_the_title_lists_the_open_workflows_and_switches(
    panel: FormPanel, workflows: OpenWorkflows
) -> None:
    one, two = add(workflows, "one & only"), add(workflows, "two")
    one.set_percent(42.4)
    two.set_value(FieldId("prompt"), "x")
    entries = panel.title.menu().actions()
    assert [entry.text() for entry in entries] == ["one && only\t42 %", "two\tunsaved"]
    assert [entry.isChecked() for entry in entries] == [False, True]
    entries[0].trigger()
    assert workflows.current is one


def test_the_arrow_in_the_heading_undoes(
    panel: FormPanel, workflows: OpenWorkflows, qtbot: Any
) -> None:
    workflow = add(workflows, "one")
    assert not panel.undo.isEnabled()
    qtbot.keyClicks(line(panel), "er")
    assert workflow.unsaved
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert line(panel).text() == "a tiger"
    assert not panel.undo.isEnabled()
    assert not workflow.unsaved


def test_a_form_is_laid_out_before_it_is_painted(
    panel: FormPanel, workflows: OpenWorkflows, qtbot: Any
) -> None:
    theme().apply(QApplication.instance())  # type: ignore[arg-type]
    image = a_field("image", FieldKind.IMAGE, required=True)
    models = [a_field(f"m{n}", FieldKind.MODEL, required=True) for n in range(12)]
    ready = opened(*models, image)
    assert ready.form is not None
    workflow = add(workflows, "one", ready=False)
    workflow.show(ready.form, {})
    assert panel.view is not None
    content = panel.view.widget()
    layout = content.layout()
    assert layout is not None
    assert content.height() >= layout.totalMinimumHeightForWidth(content.width())


def test_a_problem_leads_to_its_field(panel: FormPanel, workflows: OpenWorkflows) -> None:
    assert not panel.focus_field(FieldId("prompt"))
    add(workflows, "one")
    assert panel.focus_field(FieldId("prompt"))
    assert line(panel).hasFocus()

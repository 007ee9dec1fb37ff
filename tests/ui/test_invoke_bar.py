"""The bar under the form: what it says, and that it submits once."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.invoke_bar import InvokeBar
from ivk_desktop.ui.server_pick import ServerPick, Target
from tests.fakes import SERVER, a_board, a_form

PROMPT = FieldId("prompt")


@pytest.fixture
def workflows(qapp: Any) -> OpenWorkflows:
    return OpenWorkflows(Tasks())


@pytest.fixture
def bar(workflows: OpenWorkflows, qtbot: Any) -> InvokeBar:
    bar = InvokeBar(workflows, lambda workflow, count: f"about {count} min")
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    bar.show()
    return bar


def add(workflows: OpenWorkflows, name: str = "one") -> OpenWorkflow:
    workflow = workflows.open(SERVER, LibrarySource(name, name))
    workflow.show(a_form(name, name), {})
    return workflow


def sent(bar: InvokeBar) -> list[Any]:
    requests: list[Any] = []
    bar.invoke_requested.connect(lambda workflow, request: requests.append(request))
    return requests


def test_without_a_workflow_nothing_can_be_invoked(bar: InvokeBar) -> None:
    assert not bar.button.isEnabled()
    assert bar.line.text() == "No workflow is open"
    requests = sent(bar)
    bar.invoke()
    assert requests == []


def test_it_says_how_many_items_and_how_long(
    bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any
) -> None:
    workflow = add(workflows)
    assert bar.line.text() == "Ready: 1 item, about 1 min"
    bar.runs.selectAll()
    with qtbot.waitSignal(workflow.readiness_changed):
        qtbot.keyClicks(bar.runs, "5*2")
    assert bar.line.text() == "Ready: 10 items, about 10 min"
    assert bar.button.text().startswith("Invoke 10 items")


def test_runs_stay_between_1_and_10000_and_belong_to_the_workflow(
    bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any
) -> None:
    one = add(workflows, "one")
    bar.runs.selectAll()
    qtbot.keyClicks(bar.runs, "99999")
    assert one.options.runs == 10_000
    add(workflows, "two")
    assert bar.runs.value() == 1
    workflows.select(one)
    assert bar.runs.value() == 10_000


def test_a_double_click_submits_once(bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any) -> None:
    workflow = add(workflows)
    requests = sent(bar)
    qtbot.mouseDClick(bar.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    bar.invoke()
    assert len(requests) == 1
    assert workflow.submitting
    with qtbot.waitSignal(workflow.changed):
        assert bar.button.text().startswith("Invoke 1 item")
    assert bar.button.text() == "Sending…"
    assert bar.line.text() == "Sending 1 item…"
    workflows.end_submission(requests[0].batch_id)
    assert not workflow.submitting
    assert bar.line.text().startswith("Ready")
    bar.invoke()
    assert len(requests) == 2


def test_a_press_foresees_the_submission(
    bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any
) -> None:
    workflow = add(workflows)
    with qtbot.waitSignal(bar.submission_foreseen) as foreseen:
        qtbot.mousePress(bar.button, Qt.MouseButton.LeftButton)
    assert foreseen.args == [workflow]


def test_the_front_and_the_board_go_with_the_submission(
    bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any
) -> None:
    workflow = add(workflows)
    bar.set_boards([a_board("Tigers")])
    with qtbot.waitSignal(bar.board_picked) as picked:
        bar.board.picked.emit(BoardId("board-Tigers"))
    assert picked.args == ["board-Tigers"]
    assert bar.board.currentText() == "Tigers"
    requests = sent(bar)
    bar.menu.front.trigger()
    assert requests[0].payload["prepend"] is True
    assert workflow.options == SubmitOptions(1, BoardId("board-Tigers"), front=False)
    bar.board.picked.emit(BoardId("none"))
    assert bar.options().board_id is None


def test_the_first_problem_is_said_and_a_click_leads_to_its_field(
    bar: InvokeBar, workflows: OpenWorkflows, qtbot: Any
) -> None:
    workflow = add(workflows)
    with qtbot.waitSignal(workflow.readiness_changed):
        workflow.set_value(PROMPT, "")
    assert not bar.button.isEnabled()
    assert bar.button.text() == "Invoke"
    assert bar.button.toolTip() == bar.line.text()
    with qtbot.waitSignal(bar.problem_clicked) as clicked:
        qtbot.mouseClick(bar.line, Qt.MouseButton.LeftButton)
    assert clicked.args == [PROMPT]
    requests = sent(bar)
    bar.invoke()
    assert requests == []


def test_an_edit_just_before_invoking_counts(bar: InvokeBar, workflows: OpenWorkflows) -> None:
    workflow = add(workflows)
    requests = sent(bar)
    workflow.set_value(PROMPT, "")
    bar.invoke()
    assert requests == []
    workflow.set_value(PROMPT, "a lion")
    bar.invoke()
    assert requests[0].payload["values"][PROMPT] == "a lion"


def test_a_refusal_is_said_in_one_sentence_and_the_values_stay(
    bar: InvokeBar, workflows: OpenWorkflows
) -> None:
    workflow = add(workflows)
    workflow.set_value(PROMPT, "a lion")
    requests = sent(bar)
    bar.invoke()
    refusal = Problem("rejected", {"reason": "no such model"})
    workflows.end_submission(requests[0].batch_id, refusal)
    assert bar.line.text() == "The server refused this: no such model"
    assert bar.button.isEnabled()
    assert workflow.form is not None
    assert workflow.form.value(PROMPT) == "a lion"
    workflow.set_value(PROMPT, "a fox")
    assert bar.line.text().startswith("Ready")
    bar.invoke()
    assert len(requests) == 2


def test_a_lost_connection_blocks_and_says_so(bar: InvokeBar, workflows: OpenWorkflows) -> None:
    add(workflows)
    requests = sent(bar)
    bar.set_blocker(Problem("waits_for_server"))
    assert not bar.button.isEnabled()
    assert "Waiting for the server" in bar.line.text()
    bar.invoke()
    assert requests == []
    bar.set_blocker(None)
    assert bar.button.isEnabled()


def test_servers_are_offered_by_name(bar: InvokeBar, qtbot: Any) -> None:
    bar.server.show_targets([Target(SERVER, "lab-gpu")], SERVER)
    assert bar.server.currentText() == "lab-gpu"
    with qtbot.waitSignal(bar.server_picked) as picked:
        bar.server.activated.emit(1)
    assert picked.args == [SERVER]
    assert bar.server.isHidden()  # there is no choice
    other = Target(ServerId("attic"), "attic", is_there=False)
    bar.server.show_targets([Target(SERVER, "lab-gpu"), other], None)
    assert bar.server.currentText() == "Least busy"
    assert not bar.server.isHidden()
    assert not bar.server.model().index(2, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    with qtbot.waitSignal(bar.server_picked) as picked:
        bar.server.activated.emit(0)
    assert picked.args == [None]


def test_what_needs_a_front_is_not_offered_where_there_is_none(
    bar: InvokeBar, workflows: OpenWorkflows
) -> None:
    add(workflows)
    bar.set_front_available(False)
    assert bar.more.isEnabled()
    assert not bar.menu.front.isEnabled()
    assert not bar.menu.replace.isEnabled()
    assert bar.menu.keep.isEnabled()


def test_every_control_of_the_bar_has_a_name(bar: InvokeBar) -> None:
    for control in (bar.runs, bar.server, bar.board, bar.more):
        assert control.accessibleName()


def test_the_time_of_the_end_moves_on_with_the_clock(workflows: OpenWorkflows, qtbot: Any) -> None:
    clock = ["23:49"]
    bar = InvokeBar(workflows, lambda workflow, count: f"done at {clock[0]}")
    qtbot.addWidget(bar)
    bar.show()
    add(workflows)
    assert bar.line.text() == "Ready: 1 item, done at 23:49"
    assert bar.minutely.timer.isActive()
    clock[0] = "23:50"
    bar.minutely.timer.timeout.emit()
    assert bar.line.text() == "Ready: 1 item, done at 23:50"
    bar.hide()
    assert not bar.minutely.timer.isActive()
    clock[0] = "23:51"
    bar.show()
    assert bar.line.text() == "Ready: 1 item, done at 23:51"


def test_the_list_of_servers_is_read_whole(qtbot: Any) -> None:
    pick = ServerPick()
    qtbot.addWidget(pick)
    names = ("127.0.0.1:9871", "workstation-in-the-cellar.example:9090")
    pick.show_targets([Target(ServerId(name), name) for name in names], ServerId(names[1]))
    pick.setFixedWidth(100)
    pick.showPopup()
    view = pick.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    pick.hidePopup()

"""Undo and redo of a form's values."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.form import FieldKind, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem
from ivk_desktop.stores.form_history import MOST_STEPS, Restored, StepKind, StepLabel
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.workflow_sources import LibrarySource
from tests.fakes import SERVER, FakeForm, a_form
from tests.ui.form.conftest import a_field
from tests.ui.form.conftest import opened as opened_with

PROMPT, STEPS = FieldId("prompt"), FieldId("steps")

pytestmark = pytest.mark.usefixtures("qapp")


def opened(form: FakeForm | None = None) -> OpenWorkflow:
    workflow = OpenWorkflow(SERVER, LibrarySource("portrait"))
    workflow.show(form or a_form(), {})
    return workflow


def value(workflow: OpenWorkflow, field_id: FieldId) -> Value | Unset:
    assert workflow.form is not None
    return workflow.form.value(field_id)


def undo_all(workflow: OpenWorkflow) -> int:
    steps = 0
    while workflow.undo_label is not None:
        workflow.undo()
        steps += 1
    return steps


def test_an_edit_is_taken_back_and_done_again() -> None:
    workflow = opened()
    assert workflow.undo_label is None
    workflow.set_value(STEPS, 30)
    assert workflow.undo_label == StepLabel(StepKind.EDIT, "Steps")
    workflow.undo()
    assert value(workflow, STEPS) == 20
    assert not workflow.unsaved
    assert workflow.undo_label is None
    assert workflow.redo_label == StepLabel(StepKind.EDIT, "Steps")
    workflow.redo()
    assert value(workflow, STEPS) == 30
    assert workflow.unsaved


def test_typing_in_one_field_is_one_step_until_it_is_settled() -> None:
    workflow = opened()
    for text in ("a", "a l", "a lion"):
        workflow.set_value(PROMPT, text)
    workflow.history.settle()
    for text in ("a lion,", "a lion, red"):
        workflow.set_value(PROMPT, text)
    workflow.undo()
    assert value(workflow, PROMPT) == "a lion"
    workflow.undo()
    assert value(workflow, PROMPT) == "a tiger"
    assert workflow.undo_label is None


def test_a_pause_ends_the_step(qtbot: Any) -> None:
    workflow = opened()
    workflow.history._pause.setInterval(0)
    workflow.set_value(PROMPT, "a lion")
    qtbot.waitUntil(lambda: not workflow.history._pause.isActive())
    workflow.set_value(PROMPT, "a lion, red")
    assert undo_all(workflow) == 2


def test_edits_of_two_fields_are_two_steps() -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    workflow.set_value(STEPS, 30)
    workflow.set_value(PROMPT, "a lion, red")
    assert undo_all(workflow) == 3


def test_what_is_picked_and_not_typed_is_a_step_each_time() -> None:
    field = a_field("flag", FieldKind.BOOLEAN)
    workflow = opened_with(field, flag=False)
    for on in (True, False, True):
        workflow.set_value(field.id, on)
    assert undo_all(workflow) == 3


def test_typing_back_what_stood_there_is_no_step() -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    workflow.set_value(PROMPT, "a tiger")
    assert workflow.undo_label is None
    workflow.set_value(PROMPT, "a tiger")
    assert workflow.undo_label is None


def test_a_number_of_another_type_is_another_value() -> None:
    workflow = opened()
    workflow.set_value(STEPS, 20.0)
    assert workflow.undo_label is not None


def test_a_new_edit_after_an_undo_forgets_what_could_be_done_again() -> None:
    workflow = opened()
    workflow.set_value(STEPS, 30)
    workflow.undo()
    workflow.set_value(STEPS, 40)
    assert workflow.redo_label is None
    workflow.undo()
    assert value(workflow, STEPS) == 20


def test_a_reset_of_all_is_one_step() -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    workflow.set_value(STEPS, UNSET)
    workflow.reset_all()
    assert workflow.undo_label == StepLabel(StepKind.RESET_ALL)
    workflow.undo()
    assert value(workflow, PROMPT) == "a lion"
    assert value(workflow, STEPS) is UNSET
    workflow.undo()
    assert value(workflow, STEPS) == 20


def test_a_reset_of_one_field_is_a_step_of_its_own() -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    workflow.reset(PROMPT)
    assert workflow.undo_label == StepLabel(StepKind.RESET, "Prompt")
    workflow.undo()
    assert value(workflow, PROMPT) == "a lion"


def test_what_is_typed_and_no_value_is_taken_back_first() -> None:
    workflow = opened()
    workflow.set_value(STEPS, 30)
    told: list[Restored] = []
    workflow.restored.connect(told.append)
    workflow.reject(STEPS, Problem("not_a_number", {"text": "x"}))
    assert workflow.undo_label == StepLabel(StepKind.TYPING, "Steps")
    assert workflow.redo_label is None
    workflow.undo()
    assert not workflow.is_rejected(STEPS)
    assert value(workflow, STEPS) == 30
    assert told[-1].field_ids == (STEPS,)
    workflow.undo()
    assert value(workflow, STEPS) == 20


def test_it_is_told_which_fields_a_step_changed() -> None:
    workflow = opened()
    workflow.set_value(PROMPT, "a lion")
    told: list[Restored] = []
    workflow.restored.connect(told.append)
    workflow.undo()
    workflow.redo()
    label = StepLabel(StepKind.EDIT, "Prompt")
    assert told == [Restored(label, (PROMPT,), True), Restored(label, (PROMPT,), False)]


def test_only_the_last_steps_are_kept() -> None:
    workflow = opened()
    for number in range(MOST_STEPS + 50):
        workflow.set_value(STEPS, 100 + number)
        workflow.history.settle()
    assert undo_all(workflow) == MOST_STEPS
    assert value(workflow, STEPS) == 149


def test_another_form_begins_without_steps() -> None:
    workflow = opened()
    workflow.set_value(STEPS, 30)
    workflow.show(a_form(), {})
    assert workflow.undo_label is None


def test_steps_live_on_while_python_collects() -> None:
    import gc

    workflow = opened()
    workflow.set_value(STEPS, 30)
    gc.collect()
    workflow.undo()
    gc.collect()
    workflow.redo()
    assert workflow.undo_label == StepLabel(StepKind.EDIT, "Steps")


class Strict(FakeForm):
    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        if field_id == STEPS and not isinstance(value, int):
            raise DomainError(Problem("wrong_type"))
        super().set_value(field_id, value)


def test_values_set_together_are_one_step_and_what_does_not_fit_stays() -> None:
    workflow = opened(Strict(a_form().spec, {PROMPT: "a tiger", STEPS: 20}))
    label = StepLabel(StepKind.PRESET, "Dusk")
    unfit = workflow.set_values({PROMPT: "dusk", STEPS: "many", FieldId("gone"): 1}, label)
    assert unfit == (STEPS,)
    assert (value(workflow, PROMPT), value(workflow, STEPS)) == ("dusk", 20)
    workflow.judge()
    assert [p.code for p in workflow.problems_of(STEPS)] == ["preset_value_unfit"]
    assert workflow.readiness.ready
    assert workflow.undo_label == label
    assert undo_all(workflow) == 1
    assert value(workflow, PROMPT) == "a tiger"

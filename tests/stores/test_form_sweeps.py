"""The sweeps of an open workflow: kept with its values, judged and sent with them."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.form import (
    Choices,
    Container,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Layout,
    Limits,
    Readiness,
    SubmitOptions,
    SubmitRequest,
)
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.sweeps import SeedMode, Sweep
from ivk_desktop.stores.form_values import KeptValue, _decode, _encode
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.workflow_sources import LibrarySource
from tests.fakes import SERVER, FakeForm

STEPS, CFG, SEED = FieldId("steps"), FieldId("cfg"), FieldId("seed")


class SweptForm(FakeForm):
    """A form that says what it was asked for."""

    asked: SubmitOptions | None = None

    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        return Readiness((), options.runs * options.sweeps.count())

    def request(self, options: SubmitOptions) -> SubmitRequest:
        self.asked = options
        return super().request(options)


def a_form() -> SweptForm:
    seeds = Limits(0, 4294967295, 1, 1)
    fields = {
        STEPS: FieldSpec(STEPS, FieldKind.INTEGER, "Steps"),
        CFG: FieldSpec(CFG, FieldKind.FLOAT, "CFG scale"),
        SEED: FieldSpec(SEED, FieldKind.INTEGER, "Seed", limits=seeds, is_seed=True),
    }
    root = Container(Layout.COLUMN, tuple(FieldElement(field_id) for field_id in fields))
    return SweptForm(FormSpec("form", "Portrait", root, fields), {STEPS: 20, CFG: 6, SEED: 7})


def opened(kept: Any = None) -> OpenWorkflow:
    workflow = OpenWorkflow(SERVER, LibrarySource("one", "one"))
    workflow.show(a_form(), kept or {})
    return workflow


def test_sweeps_are_judged_and_sent_in_the_forms_order(qapp: Any) -> None:
    workflow = opened()
    workflow.sweeps.set_sweep(Sweep(CFG, (4, 5, 6)))
    workflow.sweeps.set_sweep(Sweep(STEPS, (10, 20)))
    workflow.judge()
    assert workflow.readiness.count == 6
    assert workflow.begin_submit(SubmitOptions()) is not None
    form = workflow.form
    assert isinstance(form, SweptForm)
    assert form.asked is not None
    assert [sweep.field_id for sweep in form.asked.sweeps.items] == [STEPS, CFG]


def test_a_sweep_is_told_as_a_change_of_its_field(qapp: Any) -> None:
    workflow = opened()
    told: list[FieldId] = []
    workflow.value_changed.connect(told.append)
    workflow.sweeps.set_sweep(Sweep(CFG, (4, 5)))
    workflow.sweeps.remove(CFG)
    workflow.sweeps.remove(CFG)
    assert told == [CFG, CFG]
    assert workflow.sweeps.plan().items == ()


def test_two_sweeps_go_in_step_until_one_is_made_anew(qapp: Any) -> None:
    sweeps = opened().sweeps
    sweeps.set_sweep(Sweep(CFG, (4, 5)))
    sweeps.set_sweep(Sweep(STEPS, (10, 20)), partner=CFG)
    assert sweeps.partners(CFG) == (STEPS,)
    assert sweeps.plan().count() == 2
    sweeps.set_sweep(Sweep(STEPS, (10, 20)))
    assert sweeps.partners(CFG) == ()
    assert sweeps.plan().count() == 4


def test_sweeps_are_kept_with_the_values(qapp: Any) -> None:
    workflow = opened()
    workflow.set_value(STEPS, 30)
    settings = {"source": "range", "start": "4"}
    workflow.sweeps.set_sweep(Sweep(CFG, (4, 5), settings=settings))
    workflow.sweeps.set_sweep(Sweep(STEPS, (1, 2)), partner=CFG)
    workflow.sweeps.set_seed_mode(SEED, SeedMode.RANDOM)
    kept = {i: _decode(_encode(value)) for i, value in workflow.edits().items()}
    again = opened(kept)
    assert again.sweeps.plan() == workflow.sweeps.plan()
    assert again.sweeps.offered(CFG) == settings
    assert again.form is not None
    assert (again.form.value(STEPS), again.changed_fields) == (30, {STEPS})


def test_a_field_kept_for_its_sweep_alone_takes_the_documents_new_value(qapp: Any) -> None:
    kept = {CFG: KeptValue(5, 5, sweep={"values": [1, 2]})}
    workflow = opened(kept)
    assert workflow.form is not None
    assert workflow.form.value(CFG) == 6
    assert workflow.sweeps.sweep(CFG) == Sweep(CFG, (1, 2))


def test_kept_sweeps_that_are_damaged_are_left_out(qapp: Any) -> None:
    kept = {
        CFG: KeptValue(6, 6, sweep={"values": "no list", "seed": "none"}),
        STEPS: KeptValue(20, 20, sweep={"values": [1], "group": 3, "settings": []}),
    }
    sweeps = opened(kept).sweeps
    assert sweeps.plan().items == (Sweep(STEPS, (1,)),)
    assert sweeps.seed_mode(CFG) is SeedMode.FIXED


def test_a_removed_sweep_is_offered_again(qapp: Any) -> None:
    sweeps = opened().sweeps
    sweeps.set_sweep(Sweep(CFG, (4, 5), settings={"source": "list"}))
    sweeps.remove(CFG)
    assert sweeps.offered(CFG) == {"source": "list"}


def test_a_seed_that_counts_up_goes_on_after_each_submission(qapp: Any) -> None:
    workflow = opened()
    workflow.sweeps.set_seed_mode(SEED, SeedMode.INCREMENT)
    workflow.begin_submit(SubmitOptions(runs=3))
    workflow.end_submit(Problem("busy"))
    assert workflow.form is not None
    assert workflow.form.value(SEED) == 7
    workflow.begin_submit(SubmitOptions(runs=3))
    workflow.end_submit()
    assert workflow.form.value(SEED) == 10

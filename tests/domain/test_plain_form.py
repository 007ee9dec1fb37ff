"""Forms that are lists of fields: values, judgement, expansion into jobs."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.form import (
    Choice,
    Choices,
    FieldKind,
    FieldSpec,
    FormSpec,
    Limits,
    ModelFilter,
    SubmitOptions,
)
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.plain_form import PlainForm, column, field_table, job_inputs, job_values
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.sweeps import SeedMode, SeedRule, Sweep, Sweeps

PROMPT, STEPS, SEED = FieldId("prompt"), FieldId("steps"), FieldId("seed")
SAMPLER, MODEL, LORAS = FieldId("sampler"), FieldId("model"), FieldId("loras")


def a_form(**values: Any) -> PlainForm:
    fields = [
        FieldSpec(PROMPT, FieldKind.STRING, "Prompt", required=True),
        FieldSpec(STEPS, FieldKind.INTEGER, "Steps", limits=Limits(8, 64, 8, 8, multiple_of=8)),
        FieldSpec(SEED, FieldKind.INTEGER, "Seed", limits=Limits(0, 9, 1, 1), is_seed=True),
        FieldSpec(SAMPLER, FieldKind.CHOICE, "Sampler", choices=(Choice("euler", "Euler"),)),
        FieldSpec(MODEL, FieldKind.MODEL, "Model", models=ModelFilter(("main",))),
        FieldSpec(LORAS, FieldKind.LORAS, "LoRAs"),
    ]
    table = field_table(fields)
    spec = FormSpec("f", "Form", column(PROMPT, "# More", [STEPS, SEED], SAMPLER), table)
    given = {"prompt": "a cat", "steps": 16, **values}
    return PlainForm(spec, {FieldId(name): value for name, value in given.items()})


def test_values_are_kept_reset_and_rebased() -> None:
    form = a_form()
    form.set_value(STEPS, 24)
    assert (form.value(STEPS), form.initial(STEPS)) == (24, 16)
    form.set_value(STEPS, UNSET)
    assert form.value(STEPS) is UNSET
    form.rebase()
    assert form.initial(STEPS) is UNSET
    assert form.document() is None


@pytest.mark.parametrize(
    ("field_id", "value"),
    [
        (STEPS, "16"),
        (STEPS, True),
        (STEPS, 1.5),
        (PROMPT, 5),
        (MODEL, "name"),
        (LORAS, [{"lora": {"key": "a"}}]),
        (FieldId("gone"), 1),
    ],
)
def test_a_value_of_another_kind_changes_nothing(field_id: FieldId, value: Any) -> None:
    form = a_form()
    before = form.value(field_id)
    with pytest.raises(DomainError):
        form.set_value(field_id, value)
    assert form.value(field_id) == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"prompt": ""}, "field_missing"),
        ({"steps": 4}, "number_below"),
        ({"steps": 72}, "number_above"),
        ({"steps": 20}, "number_no_multiple"),
        ({"sampler": "ddim"}, "choice_unknown"),
        ({"model": {"key": "gone", "name": "x"}}, "model_not_there"),
        ({"loras": [{"lora": {"key": "gone"}, "weight": 1}]}, "model_not_there"),
        ({"prompt": "x" * 100_001}, "text_too_long"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(values: dict[str, Any], code: str) -> None:
    readiness = a_form(**values).readiness(SubmitOptions(), Choices(frozenset({"there"})))
    assert [problem.code for problem in readiness.problems] == [code]
    assert readiness.problems[0].field_id in values
    assert not readiness.ready


def test_runs_go_round_sweeps_and_seeds_go_with_the_runs() -> None:
    sweeps = Sweeps((Sweep(STEPS, (8, 16)),), (SeedRule(SEED, SeedMode.INCREMENT),))
    options = SubmitOptions(runs=2, sweeps=sweeps, front=True)
    form = a_form(seed=9)
    assert form.readiness(options, Choices()).count == 4
    request = form.request(options)
    jobs = [job_values(request.payload, number) for number in range(request.count)]
    assert [(job["seed"], job["steps"]) for job in jobs] == [(9, 8), (9, 16), (0, 8), (0, 16)]
    assert request.payload["front"]
    assert job_inputs(request.payload, 1) == (("Seed", "9"), ("Steps", "16"))
    assert request.inputs[0] == ("Prompt", "a cat")


def test_sweeps_are_judged_value_by_value() -> None:
    sweeps = Sweeps((Sweep(STEPS, (8, "no", 4)), Sweep(FieldId("gone"), (1,))))
    readiness = a_form().readiness(SubmitOptions(sweeps=sweeps), Choices())
    codes = [problem.code for problem in readiness.problems]
    assert codes == ["sweep_no_field", "sweep_value_unfit", "number_below"]


def test_more_seeds_than_there_are_is_said() -> None:
    sweeps = Sweeps(seeds=(SeedRule(SEED, SeedMode.RANDOM),))
    readiness = a_form().readiness(SubmitOptions(runs=11, sweeps=sweeps), Choices())
    assert [problem.code for problem in readiness.problems] == ["seeds_too_few"]

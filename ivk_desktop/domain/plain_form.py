"""A form that is a list of fields: of servers that have parameters instead of workflows.

An adapter makes the ``FormSpec`` from whatever its server offers; the values, their judgement and
the expansion of a submission into single jobs are the same for all of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

from ivk_desktop.domain import plain_values
from ivk_desktop.domain.form import (
    Choices,
    Container,
    FieldElement,
    FieldSpec,
    FormSpec,
    Heading,
    Layout,
    Readiness,
    SubmitOptions,
    SubmitRequest,
    Value,
)
from ivk_desktop.domain.history import form_inputs
from ivk_desktop.domain.jobs import UNSET, BatchId, Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope
from ivk_desktop.domain.sweeps import (
    MOST_ITEMS,
    Axis,
    Expansion,
    Row,
    SeedMode,
    Sweeps,
    axis,
    seed_axis,
    shape_problems,
    value_text,
)

MOST_FINDINGS: Final = 3
"""The most things said of one sweep."""

Values = Mapping[FieldId, Value]


class PlainForm:
    """A form with its values. Satisfies ``ivk_desktop.domain.form.Form``.

    Args:
        spec: the form as it is drawn.
        values: what the fields have at first; a field without a value is unset.
    """

    def __init__(self, spec: FormSpec, values: Values) -> None:
        self._spec = spec
        self._values = {i: value for i, value in values.items() if i in spec.fields}
        self._initial = dict(self._values)

    @property
    def spec(self) -> FormSpec:
        """The form as it is drawn."""
        return self._spec

    def value(self, field_id: FieldId) -> Value | Unset:
        """The current value as plain JSON data, or ``UNSET``."""
        return self._values.get(field_id, UNSET)

    def initial(self, field_id: FieldId) -> Value | Unset:
        """The value when the form was loaded."""
        return self._initial.get(field_id, UNSET)

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        """Store a value.

        Raises:
            DomainError: the value is not of the field's kind, or there is no such field; nothing
                was changed.
        """
        spec = self._spec.fields.get(field_id)
        if spec is None:
            raise DomainError(Problem("edit_unknown", {"node": "", "field": field_id}))
        if value is UNSET:
            self._values.pop(field_id, None)
        elif plain_values.fits(spec, value):
            self._values[field_id] = value
        else:
            raise DomainError(Problem("value_unfit", {"kind": _kind(spec)}, scope=Scope.FIELD))

    def rebase(self) -> None:
        """Take the current values as those that the form was loaded with."""
        self._initial = dict(self._values)

    def document(self) -> dict[str, Any] | None:
        """There is no document."""
        return None

    # --- submitting ----------------------------------------------------------------------
    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        """Judge the current values, and what they vary to."""
        problems = [*self._value_problems(options.sweeps, choices)]
        problems += self._sweep_problems(options, choices)
        count = 0 if problems else len(self._expansion(options))
        return Readiness(tuple(problems), count)

    def request(self, options: SubmitOptions) -> SubmitRequest:
        """Build the submission: the values, and what differs from job to job.

        The payload is ``form`` (the form's id), ``values`` by field id, ``jobs`` (a mapping of
        other values for each), ``titles`` of the fields in those, and ``front``.

        Raises:
            DomainError: a sweep has no values.
        """
        rows = self._expansion(options)
        if not rows:
            raise DomainError(Problem("sweep_empty"))
        payload = {
            "form": self._spec.form_id,
            "values": dict(self._values),
            "jobs": [dict(row) for row in rows],
            "titles": {field_id: self._spec.fields[field_id].title for field_id, _ in rows[0]},
            "front": options.front,
        }
        return SubmitRequest(
            batch_id=BatchId(str(uuid4())),
            form_id=self._spec.form_id,
            title=self._spec.title,
            payload=payload,
            count=len(rows),
            inputs=form_inputs(self._spec, self.value),
        )

    # --- inside --------------------------------------------------------------------------
    def _expansion(self, options: SubmitOptions) -> Sequence[Row]:
        """What differs, job by job; the runs go round all of it."""
        sweeps, fields = options.sweeps, self._spec.fields
        swept = sweeps.field_ids
        seeds = seed_axis(
            [r for r in sweeps.seeds if r.field_id in fields and r.field_id not in swept],
            options.runs,
            self._seed,
            lambda i: fields[i].seed_range,
            random.SystemRandom(),
        )
        outer = seeds or Axis((), ((),) * options.runs)
        return Expansion([outer, *(axis(group) for group in sweeps.groups())])

    def _seed(self, field_id: FieldId) -> int:
        low, _ = self._spec.fields[field_id].seed_range
        value = self.value(field_id)
        return max(low, value) if type(value) is int else low

    def _value_problems(self, sweeps: Sweeps, choices: Choices) -> Iterator[Problem]:
        for field_id, spec in self._spec.fields.items():
            if field_id in sweeps.field_ids:
                continue
            value = self.value(field_id)
            if spec.required and value in (UNSET, ""):
                yield _problem("field_missing", spec)
            elif value is not UNSET:
                for code, args in plain_values.findings(spec, value, choices):
                    yield _problem(code, spec, **args)

    def _sweep_problems(self, options: SubmitOptions, choices: Choices) -> Iterator[Problem]:
        sweeps, fields = options.sweeps, self._spec.fields
        titles = {field_id: spec.title for field_id, spec in fields.items()}
        yield from shape_problems(sweeps, titles, lambda i: fields[i].connected)
        for sweep in sweeps.items:
            if (spec := fields.get(sweep.field_id)) is not None:
                yield from _swept_problems(spec, sweep.values, choices)
        for rule in sweeps.seeds:
            if rule.mode is SeedMode.RANDOM and rule.field_id in fields:
                low, high = fields[rule.field_id].seed_range
                if options.runs > high - low + 1:
                    args = {"count": high - low + 1, "runs": options.runs}
                    yield _problem("seeds_too_few", fields[rule.field_id], **args)
        if sweeps.count() * options.runs > MOST_ITEMS:
            yield Problem("sweep_too_many", {"limit": MOST_ITEMS}, scope=Scope.BATCH)


def column(*parts: str | FieldId | Sequence[FieldId]) -> Container:
    """Lay fields out one below the other: a list of ids is a row, ``# words`` a heading."""
    return Container(Layout.COLUMN, tuple(_element(part) for part in parts))


def _element(part: str | FieldId | Sequence[FieldId]) -> Heading | FieldElement | Container:
    if not isinstance(part, str):
        return Container(Layout.ROW, tuple(FieldElement(one) for one in part))
    return Heading(part[2:]) if part.startswith("# ") else FieldElement(FieldId(part))


def field_table(fields: Iterable[FieldSpec]) -> dict[FieldId, FieldSpec]:
    """Fields by their ids."""
    return {spec.id: spec for spec in fields}


def job_values(payload: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The values of one job of a request, from 0."""
    return {**payload["values"], **payload["jobs"][number]}


def job_inputs(payload: Mapping[str, Any], number: int) -> tuple[tuple[str, str], ...]:
    """What is another in one job of a request than in others: (label, value as text)."""
    titles = payload.get("titles", {})
    own = payload["jobs"][number].items()
    return tuple((titles.get(name, name), value_text(value)) for name, value in own)


def _swept_problems(
    spec: FieldSpec, values: Sequence[Value], choices: Choices
) -> Iterator[Problem]:
    told = 0
    for number, value in enumerate(values, start=1):
        if plain_values.fits(spec, value):
            found = list(plain_values.findings(spec, value, choices))
        else:
            found = [("sweep_value_unfit", {"value": value_text(value), "kind": _kind(spec)})]
        for code, args in found:
            yield _problem(code, spec, item=number, **args)
            told += 1
            if told == MOST_FINDINGS:
                return


def _kind(spec: FieldSpec) -> str:
    return spec.kind.value.replace("_", " ")


def _problem(code: str, spec: FieldSpec, **args: str | int | float) -> Problem:
    named: dict[str, str | int | float] = {"label": spec.title, "field": spec.title, **args}
    return Problem(code, named, scope=Scope.FIELD, field_id=spec.id, field_name=spec.id)

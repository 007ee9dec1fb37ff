"""Sweeps turned into batch data, and into several batches for what batch data cannot carry.

The server takes texts, numbers, booleans, pictures and lists of those as batch items, and checks
none of them (workflow spec 5.3, 5.4): here every value is checked against its field first.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ivk_desktop.domain.form import Choices, FieldKind, FieldSpec
from ivk_desktop.domain.invokeai.fields import IvkField
from ivk_desktop.domain.invokeai.fields.base import Finding, GraphContext, Named
from ivk_desktop.domain.invokeai.inputs import WorkflowInput
from ivk_desktop.domain.invokeai.types import DYNAMIC_PREFIX
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope
from ivk_desktop.domain.sweeps import (
    MOST_BATCHES,
    MOST_ITEMS,
    Axis,
    Expansion,
    Row,
    SeedMode,
    Sweep,
    Sweeps,
    axis,
    seed_axis,
    shape_problems,
    value_text,
)

BATCHABLE: Final = frozenset(
    {
        FieldKind.INTEGER,
        FieldKind.FLOAT,
        FieldKind.STRING,
        FieldKind.BOOLEAN,
        FieldKind.CHOICE,
        FieldKind.IMAGE,
        FieldKind.VIDEO,
        FieldKind.SAVED_WORKFLOW,
        FieldKind.INTEGERS,
        FieldKind.FLOATS,
        FieldKind.STRINGS,
        FieldKind.IMAGES,
    }
)
"""The kinds of field that batch data can carry; all others take a batch for each value."""
MOST_FINDINGS: Final = 3
"""The most things said of one sweep."""

_NOTHING: Final = Finding("sweep_value_empty", {})

Inputs = Mapping[FieldId, WorkflowInput]
Specs = Mapping[FieldId, FieldSpec]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a submission varies: a batch for each row of ``splits``, and the data of each."""

    splits: Expansion
    """One empty row where one batch is enough."""
    seeds: Axis | None
    """Goes round the batch nodes' own groups."""
    data: tuple[Axis, ...]
    runs: int

    @property
    def factor(self) -> int:
        """How many items each batch makes of one item of its batch nodes."""
        count = self.runs if self.seeds is None else len(self.seeds.rows)
        for one in self.data:
            count *= len(one.rows)
        return count

    def missing(self, inputs: Inputs) -> Row:
        """First values for swept fields that have none: the graph must pass by itself, too."""
        axes = self.data if self.seeds is None else (self.seeds, *self.data)
        rows = (one.row(0) for one in axes if one.rows)
        pairs = (pair for row in rows for pair in row)
        return tuple((i, value) for i, value in pairs if not _has_value(inputs[i].field))


def _has_value(field: IvkField | None) -> bool:
    return field is not None and field.is_set


def make_plan(
    sweeps: Sweeps, runs: int, inputs: Inputs, specs: Specs, rng: random.Random | None = None
) -> Plan:
    """Settle what goes where; values that do not fit go as they are.

    Args:
        sweeps: what varies; fields that the form does not have, or that are connected, do not.
        runs: how often all of it runs.
        inputs: the form's inputs.
        specs: the form's fields.
        rng: where random seeds come from, by default the system's own source.
    """
    swept = sweeps.field_ids
    rules = [r for r in sweeps.seeds if _may_vary(r.field_id, specs) and r.field_id not in swept]
    seeds = seed_axis(
        rules,
        runs,
        lambda i: _seed(inputs[i], specs[i]),
        lambda i: specs[i].seed_range,
        rng or random.SystemRandom(),
    )
    splits: list[Axis] = []
    data: list[Axis] = []
    for members in sweeps.groups():
        group = [one for one in members if _may_vary(one.field_id, specs)]
        if group:
            fits = all(_is_batchable(sweep, inputs[sweep.field_id]) for sweep in group)
            (data if fits else splits).append(axis(group))
    return Plan(Expansion(splits), seeds, tuple(data), 1 if seeds is not None else runs)


def _may_vary(field_id: FieldId, specs: Specs) -> bool:
    spec = specs.get(field_id)
    return spec is not None and not spec.connected


def _seed(item: WorkflowInput, spec: FieldSpec) -> int:
    for value in (item.value, spec.placeholder):
        if type(value) is int:
            return value
    return 0


def _is_batchable(sweep: Sweep, item: WorkflowInput) -> bool:
    node = item.slot.node
    return (
        item.slot.field_class.kind in BATCHABLE
        and node.executable
        and not item.name.startswith(DYNAMIC_PREFIX)
        and len({_family(value) for value in sweep.values}) <= 1
    )


def _family(value: Any) -> str:
    return "number" if isinstance(value, int | float) else type(value).__name__


def sweep_problems(
    sweeps: Sweeps, runs: int, inputs: Inputs, specs: Specs, choices: Choices
) -> Iterator[Problem]:
    """Everything that keeps sweeps from being submitted, field by field."""
    titles = {field_id: spec.title for field_id, spec in specs.items()}
    for problem in shape_problems(sweeps, titles, lambda i: specs[i].connected):
        yield _located(problem, inputs)
    for sweep in sweeps.items:
        if _may_vary(sweep.field_id, specs):
            yield from _value_problems(sweep, inputs[sweep.field_id], choices)
    for rule in sweeps.seeds:
        if rule.mode is SeedMode.RANDOM and _may_vary(rule.field_id, specs):
            low, high = specs[rule.field_id].seed_range
            if runs > high - low + 1:
                room = high - low + 1
                yield _problem("seeds_too_few", inputs[rule.field_id], count=room, runs=runs)
    if sweeps.count() * runs > MOST_ITEMS:
        yield Problem("sweep_too_many", {"limit": MOST_ITEMS}, scope=Scope.BATCH)
    elif sweeps.items and len(make_plan(sweeps, 1, inputs, specs).splits) > MOST_BATCHES:
        yield Problem("sweep_too_many_batches", {"limit": MOST_BATCHES}, scope=Scope.BATCH)


def _located(problem: Problem, inputs: Inputs) -> Problem:
    item = inputs.get(problem.field_id) if problem.field_id is not None else None
    if item is None:
        return problem
    return replace(problem, node_id=item.node, field_name=item.name)


def _value_problems(sweep: Sweep, item: WorkflowInput, choices: Choices) -> Iterator[Problem]:
    told = 0
    made, template = item.slot.field_class, item.slot.template
    for number, value in enumerate(sweep.values, start=1):
        try:
            field = made.from_json(value)
        except DomainError:
            kind = made.kind.value.replace("_", " ")
            found = [Finding("sweep_value_unfit", {"value": value_text(value), "kind": kind})]
        else:
            found = [*_gone(field, choices), *field.findings(template)]
            found += [] if field.is_set else [_NOTHING]
        for finding in found:
            yield _problem(finding.code, item, item=number, **finding.args)
            told += 1
            if told == MOST_FINDINGS:
                return


def _gone(field: IvkField, choices: Choices) -> Iterator[Finding]:
    """What the server does not have."""
    known = {Named.MODEL: choices.model_keys, Named.BOARD: choices.board_ids}
    for mention in field.mentions():
        names = known.get(mention.named)
        if names is not None and mention.id not in names:
            yield Finding(f"{mention.named.value}_not_there", {"name": mention.id})


def _problem(code: str, place: WorkflowInput, **args: str | int | float) -> Problem:
    named: dict[str, str | int | float] = {"label": place.node_label, "field": place.label, **args}
    return Problem(
        code,
        named,
        scope=Scope.FIELD,
        field_id=place.field_id,
        node_id=place.node,
        field_name=place.name,
    )


def axis_data(axes: Iterable[Axis], inputs: Inputs) -> list[list[dict[str, Any]]]:
    """Axes as groups of a request's ``data``."""
    return [_group(one, [inputs[i] for i in one.field_ids]) for one in axes]


def _group(one: Axis, items: Sequence[WorkflowInput]) -> list[dict[str, Any]]:
    return [
        {
            "node_path": item.node,
            "field_name": item.name,
            "items": [_graph_value(row[place], item) for row in one.rows],
        }
        for place, item in enumerate(items)
    ]


def _graph_value(value: Any, item: WorkflowInput) -> Any:
    """The value as a graph's node has it; one that does not fit as it is."""
    try:
        made = item.slot.field_class.from_json(value).to_graph(GraphContext())
    except DomainError:
        return value
    return value if made is UNSET else made

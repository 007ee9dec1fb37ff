"""Why a workflow cannot be submitted now (workflow spec 6, with 5.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from ivk_desktop.domain.form import Choices
from ivk_desktop.domain.invokeai.batch import Batch, Target
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.invokeai.fields import field_class
from ivk_desktop.domain.invokeai.fields.base import Finding, Mention, Named
from ivk_desktop.domain.invokeai.types import InputTemplate
from ivk_desktop.domain.invokeai.update import unknown_code
from ivk_desktop.domain.invokeai.values import Slot, Values
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.problems import DomainError, Problem, Scope, Severity

_MOST_ITEM_PROBLEMS: Final = 5
"""The most things said of one batch's items."""


def workflow_problems(
    workflow: Workflow,
    values: Values,
    edges: EdgeSet,
    groups: Sequence[Sequence[Batch]],
    choices: Choices,
) -> list[Problem]:
    """Everything that stands in the way, and warnings, in the order of the nodes."""
    found: list[Problem] = []
    if not any(node.executable for node in workflow.invocations()):
        found.append(Problem("graph_empty", scope=Scope.BATCH))
    found.extend(_batch_problems(workflow, groups))
    needed = _needed_unknown(workflow)
    for node in workflow.invocations():
        if node.template is None:
            severity = Severity.ERROR if node.id in needed else Severity.WARNING
            found.append(_of_node(unknown_code(node), node, severity, type=node.type))
        else:
            found.extend(_node_problems(node, values, edges, choices))
    return found


def _of_node(
    code: str, node: Node, severity: Severity = Severity.ERROR, **args: str | int | float
) -> Problem:
    return Problem(code, {"label": node.label, **args}, severity, Scope.NODE, node_id=node.id)


def _needed_unknown(workflow: Workflow) -> frozenset[str]:
    """The unknown nodes whose output a known node takes, by the document's own edges."""
    unknown = {node.id for node in workflow.invocations() if node.template is None}
    if not unknown:
        return frozenset()
    needed: set[str] = set()
    kept_executable = False
    for node in workflow.invocations():
        kept_executable = kept_executable or (node.executable and node.template is not None)
    for raw in workflow.document["edges"]:
        source, target = (str(raw.get(key, "")).strip() for key in ("source", "target"))
        if source in unknown and target not in unknown and target in workflow.nodes:
            needed.add(source)
    return frozenset(needed if kept_executable else unknown)


def _node_problems(
    node: Node, values: Values, edges: EdgeSet, choices: Choices
) -> Iterator[Problem]:
    slots = values.of(node.id)
    for name in node.inputs:
        slot = slots.get(name)
        if slot is not None:
            yield from _slot_problems(slot, edges, choices)
        elif not node.takes_extras and not node.outdated:
            yield _of_node("field_unknown", node, field=name)
    for name, template in node.template.inputs.items() if node.template else ():
        if name not in node.inputs and template.required and not edges.is_connected(node.id, name):
            yield _of_field(node, template, Finding("field_missing", {}))


def _of_field(node: Node, template: InputTemplate, finding: Finding) -> Problem:
    title = node.text(template.name, "label") or template.title
    return Problem(
        finding.code,
        {"label": node.label, "field": title, **finding.args},
        Severity.ERROR,
        Scope.FIELD,
        make_field_id(node.id, template.name),
        node.id,
        template.name,
    )


def _slot_problems(slot: Slot, edges: EdgeSet, choices: Choices) -> Iterator[Problem]:
    if edges.is_connected(slot.node.id, slot.name):
        return
    for finding in _slot_findings(slot, choices):
        yield _of_field(slot.node, slot.template, finding)


def _slot_findings(slot: Slot, choices: Choices) -> Iterator[Finding]:
    field = slot.field
    if field is None:
        yield Finding("value_unfit", {"kind": slot.field_class.kind.value.replace("_", " ")})
    elif field.is_set:
        yield from field.findings(slot.template)
        yield from (found for one in field.mentions() if (found := _missing(one, choices)))
    elif slot.template.required:
        yield Finding("field_missing", {})


def _missing(mention: Mention, choices: Choices) -> Finding | None:
    known = {Named.MODEL: choices.model_keys, Named.BOARD: choices.board_ids}
    names = known.get(mention.named)
    if names is None or mention.id in names:
        return None
    return Finding(f"{mention.named.value}_not_there", {"name": mention.id})


def _batch_problems(workflow: Workflow, groups: Sequence[Sequence[Batch]]) -> Iterator[Problem]:
    for group in groups:
        for batch in group:
            yield from _one_batch_problems(workflow, batch)
        sizes = {len(batch.items) for batch in group if batch.fault is None}
        if len(sizes) > 1:
            args: dict[str, str | int | float] = {"group": group[0].group}
            yield Problem("batch_sizes_differ", args, scope=Scope.BATCH)


def _one_batch_problems(workflow: Workflow, batch: Batch) -> Iterator[Problem]:
    def problem(code: str, **args: str | int | float) -> Problem:
        named: dict[str, str | int | float] = {"label": batch.node.label, **args}
        return Problem(code, named, scope=Scope.BATCH, node_id=batch.node.id)

    if not batch.connected:
        yield problem("batch_not_connected")
    elif not batch.targets:
        # Its other outputs carry nothing: it runs, as in the web UI, but has no effect.
        yield replace(problem("batch_not_connected"), severity=Severity.WARNING)
    if batch.fault is not None:
        yield problem(batch.fault.code, **batch.fault.args)
    elif not batch.items:
        yield problem("batch_empty")
    for target in batch.targets:
        yield from _item_problems(workflow, target, batch.items, problem)


def _item_problems(
    workflow: Workflow, target: Target, items: Sequence[Any], problem: Callable[..., Problem]
) -> Iterator[Problem]:
    """Items that the field they go to would not take: one such stops the server's queue."""
    node = workflow.nodes.get(target.node_id)
    template = node.input_template(target.field_name) if node is not None else None
    if node is None or template is None:
        return
    bad = (
        (number, finding)
        for number, item in enumerate(items, start=1)
        for finding in item_findings(item, template)
    )
    for number, finding in islice(bad, _MOST_ITEM_PROBLEMS):
        yield problem(
            "batch_item_unfit", item=number, target=node.label, field=template.title, **finding.args
        )


def item_findings(item: Any, template: InputTemplate) -> Iterator[Finding]:
    """What is wrong with one item of a batch for the field that it goes to."""
    if template.type.name == "StringField" and type(item) in (int, float):
        return
    try:
        field = field_class(template.type, item).from_json(item)
    except DomainError:
        yield Finding("value_unfit", {})
        return
    yield from field.findings(template)

"""A loaded workflow with its values: what the window, the command line and scripts work with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from operator import is_not
from typing import Any
from uuid import uuid4

from ivk_desktop.domain.form import (
    Choices,
    FormSpec,
    MissingModel,
    PendingGenerator,
    Readiness,
    SubmitOptions,
    SubmitRequest,
    Value,
)
from ivk_desktop.domain.history import form_inputs
from ivk_desktop.domain.invokeai import belongings, generators
from ivk_desktop.domain.invokeai.batch import (
    Batch,
    batch_count,
    batch_data,
    generator_value,
    read_batches,
)
from ivk_desktop.domain.invokeai.document import WorkflowDefinition
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.field_ids import split_field_id
from ivk_desktop.domain.invokeai.fields import IvkField
from ivk_desktop.domain.invokeai.fields.base import GraphContext, thawed
from ivk_desktop.domain.invokeai.form import outline
from ivk_desktop.domain.invokeai.form_tree import FormTree
from ivk_desktop.domain.invokeai.graph import build_graph
from ivk_desktop.domain.invokeai.inputs import WorkflowInput
from ivk_desktop.domain.invokeai.missing_models import find_missing, put_models
from ivk_desktop.domain.invokeai.readiness import workflow_problems
from ivk_desktop.domain.invokeai.sheet import placed, sheet_axes
from ivk_desktop.domain.invokeai.submission import Submission, Submitter
from ivk_desktop.domain.invokeai.sweeping import Plan, axis_data, make_plan, sweep_problems
from ivk_desktop.domain.invokeai.types import BATCH_INPUTS
from ivk_desktop.domain.invokeai.values import Slot, Values
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.jobs import UNSET, BatchId, Job, JobId, Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Severity
from ivk_desktop.domain.sheets import SheetAxis
from ivk_desktop.domain.sweeps import Row
from ivk_desktop.domain.updates import Update

ORIGIN = "workflows"
DESTINATION = "gallery"


class WorkflowHandle:
    """One workflow, opened: a form with values, and all that can be made of it.

    Satisfies ``ivk_desktop.domain.form.Form``. Inputs are those of the form, in display order;
    ``edit`` reaches every input of the document.
    """

    def __init__(
        self,
        workflow: Workflow,
        values: Values,
        edges: EdgeSet,
        tree: FormTree,
        spec: FormSpec,
        inputs: Sequence[WorkflowInput],
        submitter: Submitter | None = None,
    ) -> None:
        self._workflow = workflow
        self._values = values
        self._edges = edges
        self._tree = tree
        self._spec = spec
        self.inputs = list(inputs)
        self.submission: Submission | None = None
        self._submitter = submitter
        self._by_id = {item.field_id: item for item in self.inputs}
        self._initial = {item.field_id: item.value for item in self.inputs}
        self._generated: dict[str, tuple[Any, list[Any] | Problem]] = {}
        self._groups: list[list[Batch]] | None = None
        self._groups_of: list[Any] = []

    # -- what it is

    @property
    def definition(self) -> WorkflowDefinition:
        """The document as it came in."""
        return self._workflow.definition

    @property
    def spec(self) -> FormSpec:
        """The form as it is drawn."""
        return self._spec

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What was mended, left out or replaced when the document was opened."""
        return self._spec.warnings

    @property
    def authored(self) -> bool:
        """Whether the document has a form of its own, or exposed fields."""
        return self._tree.authored

    def outline(self) -> list[dict[str, Any]]:
        """The form tree as plain data, depth first: depth, type, layout, content, settings."""
        return outline(self._tree)

    def input(self, key: int | str) -> WorkflowInput:
        """The input at an index, or with a label that no other has.

        Raises:
            DomainError: there is no such input, or more than one.
        """
        if isinstance(key, int):
            found = self.inputs[key : key + 1] if key >= 0 else []
        else:
            found = [item for item in self.inputs if item.label == key]
        if len(found) != 1:
            code = "input_ambiguous" if found else "input_unknown"
            raise DomainError(Problem(code, {"input": str(key)}))
        return found[0]

    def __getitem__(self, key: int | str) -> Value | Unset:
        """The value of the input at an index, or with a label that no other has.

        Raises:
            DomainError: there is no such input, or more than one.
        """
        return self.input(key).value

    def __setitem__(self, key: int | str, value: Value | Unset) -> None:
        """Store a value by index or label.

        Raises:
            DomainError: there is no such input, more than one, or the value is not of its kind.
        """
        self.set_value(self.input(key).field_id, value)

    # -- values

    def value(self, field_id: FieldId) -> Value | Unset:
        """The current value as plain JSON data, or ``UNSET``."""
        return self._input(field_id).value

    def initial(self, field_id: FieldId) -> Value | Unset:
        """The value when the workflow was opened."""
        return thawed(self._initial[self._input(field_id).field_id])

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        """Store a value.

        Raises:
            DomainError: the value is not of the field's kind, or there is no such field; nothing
                was changed.
        """
        item = self._input(field_id)
        if value == self._initial[field_id] and type(value) is type(self._initial[field_id]):
            # A reset goes back to what stood there, even where that fits no class.
            self._restore(item.slot, thawed(value))
        else:
            item.value = value
        self._groups = None

    def rebase(self) -> None:
        """Take the current values as the document's own, as after saving it."""
        self._initial = {item.field_id: item.value for item in self.inputs}

    def _restore(self, slot: Slot, value: Any) -> None:
        if value is UNSET:
            slot.instance.pop("value", None)
        else:
            slot.instance["value"] = value

    def set_field(self, field_id: FieldId, field: IvkField) -> None:
        """Replace a field by another of exactly its class.

        Raises:
            DomainError: the class is another one; nothing was changed.
        """
        self._input(field_id).field = field
        self._groups = None

    def edit(self, node_id: str, field_name: str, value: Value | Unset) -> None:
        """Store a value in any input of the document, on the form or not.

        An input whose value a connection replaces keeps what it has.

        Raises:
            DomainError: there is no such input, or the value is not of its kind.
        """
        if self.has_input(node_id, field_name) and self._is_replaced(node_id, field_name):
            return
        slot = self._values.get(node_id, field_name)
        if slot is not None:
            slot.replace_value(value)
        else:
            node = self._workflow.nodes.get(node_id)
            if node is None or field_name not in node.inputs:
                args: dict[str, str | int | float] = {"node": node_id, "field": field_name}
                raise DomainError(Problem("edit_unknown", args))
            node.inputs[field_name]["value"] = None if value is UNSET else thawed(value)
        self._groups = None

    def has_input(self, node_id: str, field_name: str) -> bool:
        """Whether the document has this input."""
        node = self._workflow.nodes.get(node_id)
        return node is not None and field_name in node.inputs

    def _is_replaced(self, node_id: str, field_name: str) -> bool:
        """Whether a connection of the graph feeds this input; a batch leaves the value in it."""
        sources = (self._edges.source(edge) for edge in self._edges.into(node_id, field_name))
        return any(source is not None and source[0].executable for source in sources)

    def slot(self, node_id: str, field_name: str) -> Slot | None:
        """One input of the document with its template and value, on the form or not."""
        return self._values.get(node_id, field_name)

    def node(self, node_id: str) -> Node:
        """One node of the document.

        Raises:
            DomainError: there is no such node.
        """
        found = self._workflow.nodes.get(node_id)
        if found is None:
            raise DomainError(Problem("edit_unknown", {"node": node_id, "field": ""}))
        return found

    def is_connected(self, node_id: str, field_name: str) -> bool:
        """Whether a connection feeds this input."""
        return self._edges.is_connected(node_id, field_name)

    def node_ids(self) -> list[str]:
        """The ids of all nodes, notes and connectors too, in file order."""
        return list(self._workflow.nodes)

    def _input(self, field_id: FieldId) -> WorkflowInput:
        found = self._by_id.get(field_id)
        if found is None:
            node_id, name = split_field_id(field_id)
            raise DomainError(Problem("edit_unknown", {"node": node_id, "field": name}))
        return found

    # -- models

    def missing_models(self, known_keys: Collection[str]) -> tuple[MissingModel, ...]:
        """The models that are none of ``known_keys``, each once; connected inputs do not count."""
        return find_missing(self._values, self._edges, known_keys)

    def use_models(
        self, answers: Mapping[str, Mapping[str, Any]], known_keys: Collection[str]
    ) -> tuple[FieldId, ...]:
        """Put models, by identity, where these are missing; the form's fields that changed."""
        changed = put_models(self._values, known_keys, answers)
        fields = [item for item in self.inputs if item.slot in changed]
        for item in fields:
            self._initial[item.field_id] = item.value
        places = {(slot.node.id, slot.name) for slot in changed}
        kept = tuple(
            one
            for one in self._spec.warnings
            if one.code != "model_missing" or (one.node_id, one.field_name) not in places
        )
        self._spec = replace(self._spec, warnings=kept)
        self._groups = None
        return tuple(item.field_id for item in fields)

    # -- what only its own server has

    def original(self) -> dict[str, Any]:
        """The document with the values it was opened with, without an id."""
        with self._holding(tuple(self._initial.items())):
            return self.document()

    def board_ids(self) -> tuple[str, ...]:
        """The boards that it names, on the form or not."""
        return belongings.named(self._values, self._edges, belongings.BOARDS)

    def use_boards(self, answers: Mapping[str, str | None]) -> None:
        """Name other boards, by the id of the one before; ``None`` makes it automatic."""
        belongings.put_boards(self._values, answers)

    def file_names(self) -> tuple[str, ...]:
        """The pictures and videos that it would run with, and boards that it would read."""
        named = belongings.named(self._values, self._edges, belongings.FILES)
        return (*named, *belongings.board_generators(self._values))

    def drop_files(self) -> None:
        """Name no pictures and videos any more."""
        belongings.drop_files(self._values)
        self._groups = None

    # -- generators

    def pending_generators(self, *, drawn: bool = False) -> list[PendingGenerator]:
        """The generators whose items a server has to make first: see ``provide_items``.

        With ``drawn`` also those that draw at random without a seed.
        """
        pending = []
        for node in self._workflow.invocations():
            for edge in self._edges.into(node.id, BATCH_INPUTS.get(node.type, "")):
                source = self._edges.source(edge)
                value = generator_value(source[0]) if source else None
                if not source or not isinstance(value, dict):
                    continue
                drawn_anew = generators.is_drawn(value)
                if generators.is_remote(value) or (drawn and drawn_anew):
                    known = self._generated.get(source[0].id)
                    if known is None or known[0] != value:
                        pending.append(PendingGenerator(source[0].id, value, drawn_anew))
        return pending

    def provide_items(self, generator: PendingGenerator, items: list[Any]) -> None:
        """Tell what a generator yields; holds until its value changes."""
        self._generated[generator.node_id] = (generator.value, items)
        self._groups = None

    def refuse_items(self, generator: PendingGenerator, problem: Problem) -> None:
        """Tell why a generator yields nothing; holds until its value changes."""
        self._generated[generator.node_id] = (generator.value, problem)
        self._groups = None

    def drop_items(self) -> None:
        """Forget what all generators yield."""
        self._generated.clear()
        self._groups = None

    def _batches(self) -> list[list[Batch]]:
        """The batches, resolved once for all that happens between two submissions."""
        now = self._batch_values()
        if self._groups is None or any(map(is_not, now, self._groups_of)):
            self._groups_of = now
            resolved = {
                node_id: items
                for node_id, (value, items) in self._generated.items()
                if generator_value(self._workflow.nodes[node_id]) == value
            }
            self._groups = read_batches(self._workflow, self._values, self._edges, resolved)
        return self._groups

    def _batch_values(self) -> list[Any]:
        """All that the batches are made of, as it stands in the document."""
        return [
            instance.get("value")
            for node in self._workflow.invocations()
            if not node.executable
            for instance in node.inputs.values()
        ]

    # -- submitting

    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        """Judge the current values, and what they vary to."""
        groups, sweeps = self._batches(), options.sweeps
        found = workflow_problems(self._workflow, self._values, self._edges, groups, choices)
        if not sweeps:
            return _readiness(found, batch_count(groups) * options.runs)
        swept = sweeps.field_ids
        found = [one for one in found if one.field_id not in swept]
        found += sweep_problems(sweeps, options.runs, self._by_id, self._spec.fields, choices)
        usable = all(one.severity is not Severity.ERROR for one in found)
        return _readiness(found, self._varied_count(options) if usable else 0)

    def _varied_count(self, options: SubmitOptions) -> int:
        plan = make_plan(options.sweeps, options.runs, self._by_id, self._spec.fields)
        count = 0
        for row in plan.splits:
            with self._holding(row):
                count += batch_count(self._batches()) * plan.factor
        return count

    def request(self, options: SubmitOptions) -> SubmitRequest:
        """Build the submission of the current values, ready or not, with new batch ids.

        Raises:
            DomainError: a sweep has no values.
        """
        plan = make_plan(options.sweeps, options.runs, self._by_id, self._spec.fields)
        parts: list[SubmitRequest] = []
        axes: tuple[SheetAxis, ...] = ()
        for row in plan.splits:
            with self._holding((*row, *plan.missing(self._by_id))):
                parts.append(self._part(options, plan))
                axes = axes or sheet_axes(plan, self._batches(), self._spec.fields)
        self._groups = None
        if not parts:
            raise DomainError(Problem("sweep_empty"))
        parts = placed(parts, axes)
        if options.front:
            parts.reverse()  # each goes in front of those before it
        return replace(parts[0], rest=tuple(parts[1:])) if len(parts) > 1 else parts[0]

    def _part(self, options: SubmitOptions, plan: Plan) -> SubmitRequest:
        groups = self._batches()
        batch_id = BatchId(str(uuid4()))
        context = GraphContext(options.board_id)
        seeds = () if plan.seeds is None else (plan.seeds,)
        batch = {
            "batch_id": batch_id,
            "graph": build_graph(self._workflow, self._values, self._edges, context),
            "workflow": self.document(),
            "data": [
                *axis_data(seeds, self._by_id),
                *batch_data(groups),
                *axis_data(plan.data, self._by_id),
            ],
            "runs": plan.runs,
            "origin": ORIGIN,
            "destination": DESTINATION,
        }
        return SubmitRequest(
            batch_id=batch_id,
            form_id=self._spec.form_id,
            title=self._spec.title,
            payload={"batch": batch, "prepend": options.front},
            count=batch_count(groups) * plan.factor,
            inputs=form_inputs(self._spec, self.value),
        )

    @contextmanager
    def _holding(self, row: Row) -> Iterator[None]:
        """Have other values for a while."""
        if not row:
            yield
            return
        slots = {field_id: self._by_id[field_id].slot for field_id, _ in row}
        kept = {i: slot.instance.get("value", UNSET) for i, slot in slots.items()}
        known = self._groups
        try:
            for field_id, value in row:
                self._restore(slots[field_id], value)
            self._groups = None
            yield
        finally:
            for field_id, value in kept.items():
                self._restore(slots[field_id], value)
            self._groups = known

    def document(self) -> dict[str, Any]:
        """The 4.0.0 document with the current values, without an id.

        A copy as deep as anything changes: later edits do not reach it.
        """
        document = dict(self._workflow.document)
        document["nodes"] = [_copied_node(raw) for raw in document["nodes"]]
        return document

    async def submit(
        self, options: SubmitOptions | None = None, *, force: bool = False
    ) -> Submission:
        """Hand the current values in; with ``force`` also where they are not ready.

        Raises:
            DomainError: ``no_submitter``: this handle was opened without a server; or the first
                problem of the values.
        """
        if self._submitter is None:
            raise DomainError(Problem("no_submitter"))
        options = options or SubmitOptions()
        if not force and (problems := self.readiness(options, Choices()).problems):
            raise DomainError(problems[0])
        self.submission = Submission(self.request(options), self._submitter)
        await self.submission.send()
        return self.submission

    async def watch(self) -> AsyncIterator[Update]:
        """Yield the updates of the last submission until all its jobs have ended."""
        if self.submission is not None:
            async for update in self.submission.watch():
                yield update

    async def wait(self) -> Mapping[JobId, Job | None]:
        """Wait until all jobs of the last submission have ended, and give them."""
        return {} if self.submission is None else await self.submission.wait()


def _readiness(found: Sequence[Problem], count: int) -> Readiness:
    errors = tuple(one for one in found if one.severity is Severity.ERROR)
    warnings = tuple(one for one in found if one.severity is Severity.WARNING)
    return Readiness(errors, count, warnings)


def _copied_node(raw: dict[str, Any]) -> dict[str, Any]:
    data = raw.get("data")
    if not isinstance(data, dict) or not isinstance(data.get("inputs"), dict):
        return raw
    inputs = {
        name: dict(one) if isinstance(one, dict) else one for name, one in data["inputs"].items()
    }
    return {**raw, "data": {**data, "inputs": inputs}}

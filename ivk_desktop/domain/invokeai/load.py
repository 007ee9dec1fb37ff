"""Opening a workflow: the whole way from a file's bytes to a handle (workflow spec 10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ivk_desktop.domain.form import FormSpec
from ivk_desktop.domain.invokeai import form
from ivk_desktop.domain.invokeai.access import Access, AccessPolicy, Known, apply_access
from ivk_desktop.domain.invokeai.connections import keep_valid_edges
from ivk_desktop.domain.invokeai.document import WorkflowDefinition
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.field_ids import split_field_id
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.inputs import Paths, WorkflowInput, value_path
from ivk_desktop.domain.invokeai.submission import Submitter
from ivk_desktop.domain.invokeai.types import NodeTemplate
from ivk_desktop.domain.invokeai.update import update_nodes
from ivk_desktop.domain.invokeai.values import Values
from ivk_desktop.domain.invokeai.workflow import Workflow, open_workflow
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import Problem, Scope, Severity


def load_workflow(
    data: bytes | Mapping[str, Any],
    name: str,
    templates: Mapping[str, NodeTemplate],
    models: Sequence[ModelInfo] | None = None,
    *,
    access: AccessPolicy | None = None,
    auto_form: bool = True,
    prove_paths: bool = True,
    submitter: Submitter | None = None,
) -> WorkflowHandle:
    """Open a workflow: a file's bytes (JSON or PNG), parsed JSON, a library record, or a graph.

    Args:
        data: the document; JSON given as a mapping is never changed.
        name: the title of a document that has none.
        templates: the server's node types.
        models: the server's models, in which those that the document names are looked up.
        access: what to assume of other things that the document names; by default all are there.
        auto_form: whether to make up a form for a document that has none.
        prove_paths: whether the JSONPath of each input is resolved; without it ``datum`` is
            ``None``, and nothing is said of paths that drifted.
        submitter: what ``submit``, ``watch`` and ``wait`` of the handle go through.

    Raises:
        DomainError: the document cannot be used; nothing else is ever raised.
    """
    definition = WorkflowDefinition.read(data, templates)
    workflow = open_workflow(definition, templates)
    keep_valid_edges(workflow)
    update_nodes(workflow)
    values = Values(workflow)
    apply_access(workflow, values, access or _policy(models))
    edges = EdgeSet(workflow.nodes, workflow.edges)
    tree = form.lay_out(workflow, values, edges, auto_form=auto_form)
    spec = form.build_spec(workflow, values, edges, tree, definition.name or name)
    inputs, drifted = _inputs(workflow, values, spec, prove_paths=prove_paths)
    if drifted:
        spec = replace(spec, warnings=(*spec.warnings, *drifted))
    return WorkflowHandle(workflow, values, edges, tree, spec, inputs, submitter)


def _policy(models: Sequence[ModelInfo] | None) -> AccessPolicy:
    return Access.KEEP if models is None else Known(models=models)


def _inputs(
    workflow: Workflow, values: Values, spec: FormSpec, *, prove_paths: bool
) -> tuple[list[WorkflowInput], list[Problem]]:
    """The form's inputs with their places in the document, and those whose path drifted."""
    paths = Paths(workflow.document["nodes"])
    inputs: list[WorkflowInput] = []
    drifted: list[Problem] = []
    for field_id, field in spec.fields.items():
        node_id, name = split_field_id(field_id)
        slot, node = values.get(node_id, name), workflow.nodes[node_id]
        if slot is None:
            continue
        item = WorkflowInput(
            index=len(inputs),
            label=field.title,
            field_id=field_id,
            node=node_id,
            node_label=node.label,
            name=name,
            required=field.required,
            connected=field.connected,
            jsonpath=value_path(node.raw_id, name),
            slot=slot,
            datum=paths.resolve(node, slot) if prove_paths else None,
        )
        inputs.append(item)
        if item.datum is not None:
            slot.instance = item.datum.value
        elif prove_paths:
            drifted.append(_drift(item))
    return inputs, drifted


def _drift(item: WorkflowInput) -> Problem:
    return Problem(
        "path_drifted",
        {"path": item.jsonpath, "field": item.label},
        Severity.WARNING,
        Scope.FIELD,
        item.field_id,
        item.node,
        item.name,
    )

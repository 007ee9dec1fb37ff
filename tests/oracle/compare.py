"""Oracle cases: a workflow, edits, and what InvokeAI's own web UI made of them."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.form import Choices, Readiness, SubmitOptions
from ivk_desktop.domain.invokeai.access import Access
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.load import load_workflow
from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.problems import DomainError, Scope

Json = dict[str, Any]
FREE_KEYS = frozenset({"description"})
"""Keys of the outline that are for information only."""


def case_files(folder: Path) -> list[Path]:
    """The cases of a folder, or of folders in it."""
    return sorted(path for path in folder.rglob("*.json") if not path.name.startswith("."))


def openapi_file(folder: Path) -> Path:
    """The OpenAPI document that the folder's cases hold for."""
    return next(iter(sorted(folder.rglob("openapi*.json.gz"))))


@cache
def server_templates(folder: Path) -> NodeTemplates:
    """The node types of that document."""
    packed = openapi_file(folder).read_bytes()
    return NodeTemplates.from_openapi(json.loads(gzip.decompress(packed)))


def same(ours: Any, theirs: Any) -> bool:
    """Equality of JSON: numbers by value, but true is not 1, and absent is not null."""
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return ours == theirs
    if type(ours) is not type(theirs):
        return False
    if isinstance(ours, dict):
        return ours.keys() == theirs.keys() and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return bool(ours == theirs)


def differences(case: Json, templates: NodeTemplates) -> list[str]:
    """In what our answer to a case differs from the expected one; empty where it matches."""
    expected = case["expected"]
    access = Access.MISSING if case["access"] == "deny" else Access.KEEP
    try:
        handle = load_workflow(
            json.dumps(case["workflow"]).encode(), "", templates, access=access, auto_form=False
        )
    except DomainError as error:
        return [] if "error" in expected else [f"refused: {error.problem}"]
    if "error" in expected:
        return ["opened, though the web UI refuses it"]
    for edit in case["edits"]:
        handle.edit(edit["nodeId"], edit["fieldName"], edit["value"])
    board = BoardId(case["board"]) if case["board"] else None
    options = SubmitOptions(runs=case["runs"], board_id=board)
    return list(_differences(handle, options, expected))


def _differences(handle: WorkflowHandle, options: SubmitOptions, expected: Json) -> Iterator[str]:
    readiness = handle.readiness(options, Choices())
    batch = handle.request(options).payload["batch"]
    graph = {key: one for key, one in batch["graph"].items() if key != "id"}
    theirs = expected.get("graph")
    if theirs is not None and not same(graph, theirs):
        yield from graph_differences(graph, theirs)
    for key in ("data", "runs", "origin"):
        if expected.get(key) is not None and not same(batch[key], expected[key]):
            yield f"{key}: {batch[key]} instead of {expected[key]}"
    outline = [trimmed(line) for line in handle.outline()]
    if not same(outline, [trimmed(line) for line in expected["outline"]]):
        yield f"outline: {outline} instead of {expected['outline']}"
    fields = [(line["nodeId"], line["fieldName"]) for line in outline if "nodeId" in line]
    if fields != [(one["nodeId"], one["fieldName"]) for one in expected["form"]]:
        yield f"form: {fields}"
    if "readiness_error" not in expected:
        yield from _readiness_differences(readiness, expected)


def field_keys(line: Json) -> tuple[str, str]:
    """The node id and the name of a field."""
    return line["nodeId"], line["fieldName"]


def trimmed(line: Json) -> Json:
    """A line of an outline without what is for information only."""
    return {key: one for key, one in line.items() if key not in FREE_KEYS}


def graph_differences(graph: Json, theirs: Json) -> Iterator[str]:
    """In what two graphs without ids differ."""
    for node_id in graph["nodes"].keys() | theirs["nodes"].keys():
        ours, other = graph["nodes"].get(node_id), theirs["nodes"].get(node_id)
        if not same(ours, other):
            yield f"node {node_id}: {ours} instead of {other}"
    if not same(graph["edges"], theirs["edges"]):
        yield f"edges: {graph['edges']} instead of {theirs['edges']}"


def _readiness_differences(readiness: Readiness, expected: Json) -> Iterator[str]:
    ours = [(one.scope.value, one.node_id, one.field_name) for one in readiness.problems]
    yield from node_error_differences(ours, expected)
    if readiness.ready != (not expected["reasons"]):
        yield f"ready: {readiness.ready}, {readiness.problems}"


def node_error_differences(
    ours: list[tuple[str, str | None, str | None]], expected: Json
) -> Iterator[str]:
    """In what the problems of nodes and fields differ, each as type, node id, field name."""
    mine = Counter(one for one in ours if one[0] in (Scope.FIELD.value, Scope.NODE.value))
    theirs = Counter(
        (one["type"], one["nodeId"], one.get("fieldName")) for one in expected["nodeErrors"]
    )
    if mine != theirs:
        yield f"node errors: {mine - theirs} too many, {theirs - mine} missing"

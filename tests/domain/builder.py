"""Workflow documents in few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ivk_desktop.domain.form import Choices, Readiness, SubmitOptions
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.load import load_workflow
from tests.domain.small_server import NODES, templates

Json = dict[str, Any]


def node(node_id: str, node_type: str, /, version: str | None = None, **values: Any) -> Json:
    """An invocation node; ``...`` as a value is an input without a value."""
    inputs = {}
    for name, value in values.items():
        inputs[name] = {"name": name, "label": "", "description": ""}
        if value is not ...:
            inputs[name]["value"] = value
    data = {
        "id": node_id,
        "type": node_type,
        "version": version or NODES.get(node_type, ("1.0.0",))[0],
        "nodePack": "invokeai",
        "label": "",
        "notes": "",
        "isOpen": True,
        "isIntermediate": True,
        "useCache": True,
        "inputs": inputs,
    }
    return {"id": node_id, "type": "invocation", "position": {"x": 0, "y": 0}, "data": data}


def connector(node_id: str) -> Json:
    data = {"id": node_id, "type": "connector", "label": "", "isOpen": True}
    return {"id": node_id, "type": "connector", "position": {"x": 0, "y": 0}, "data": data}


def edge(source: str, target: str) -> Json:
    """An edge between ``node.output`` and ``node.input``."""
    (source_id, output), (target_id, name) = source.rsplit(".", 1), target.rsplit(".", 1)
    return {
        "id": f"{source}-{target}",
        "type": "default",
        "source": source_id,
        "sourceHandle": output,
        "target": target_id,
        "targetHandle": name,
    }


def workflow(nodes: Sequence[Json], edges: Sequence[Json] = (), **more: Any) -> Json:
    keys = ("name", "author", "description", "version", "contact", "tags", "notes")
    return {
        **dict.fromkeys(keys, ""),
        "nodes": list(nodes),
        "edges": list(edges),
        "exposedFields": [],
        "meta": {"category": "user", "version": "4.0.0"},
        **more,
    }


def exposed(*names: str) -> list[Json]:
    """Exposed fields, each ``node.input``."""
    pairs = (name.rsplit(".", 1) for name in names)
    return [{"nodeId": node_id, "fieldName": name} for node_id, name in pairs]


def load(document: Any, **more: Any) -> WorkflowHandle:
    return load_workflow(document, "a file", templates(), **more)


def opened(nodes: Sequence[Json], edges: Sequence[Json] = (), **more: Any) -> WorkflowHandle:
    """A handle of such a workflow, without a made-up form."""
    return load(workflow(nodes, edges, **more), auto_form=False)


def batch_of(handle: WorkflowHandle, **options: Any) -> Json:
    """What would be posted."""
    batch: Json = handle.request(SubmitOptions(**options)).payload["batch"]
    return batch


def graph_node(handle: WorkflowHandle, node_id: str, **options: Any) -> Json:
    found: Json = batch_of(handle, **options)["graph"]["nodes"][node_id]
    return found


def judged(handle: WorkflowHandle, **choices: Any) -> Readiness:
    return handle.readiness(SubmitOptions(), Choices(**choices))


def codes(problems: Sequence[Any]) -> list[str]:
    return [problem.code for problem in problems]

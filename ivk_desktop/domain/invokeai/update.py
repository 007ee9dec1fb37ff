"""Nodes brought to the version that the server has (workflow spec 8.1, 8.2)."""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.domain.invokeai import migration
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.types import InputTemplate, NodeTemplate
from ivk_desktop.domain.invokeai.workflow import Instance, Node, Workflow
from ivk_desktop.domain.jobs import UNSET

_IMAGES_SINCE: Final = (1, 0, 2)
"""The version of ``image_collection`` that has ``images`` where older ones had ``collection``."""


def update_nodes(workflow: Workflow) -> None:
    """Update every node whose version differs within its major version.

    A node of another major version keeps what its template still knows, with a warning.
    """
    edges = EdgeSet(workflow.nodes, workflow.edges)
    for node in workflow.invocations():
        if node.template is None:
            workflow.warn(unknown_code(node), node, type=node.type, label=node.label)
        elif node.version != node.template.version:
            _update(workflow, node, node.template, edges)


def unknown_code(node: Node) -> str:
    """What is said of a node that the server does not know; its type only beside another name."""
    return "node_unknown" if node.label == node.type else "node_unknown_type"


def may_update(version: str, newest: str) -> bool:
    """Whether both are of the same major version."""
    own, theirs = migration.parse_version(version), migration.parse_version(newest)
    return own is not None and theirs is not None and own[0] == theirs[0]


def renamed_field(node: Node, name: str) -> str:
    """The name that a field has now."""
    if node.type == "image_collection" and name == "collection" and "images" in node.inputs:
        return "images"
    return name


def _update(workflow: Workflow, node: Node, template: NodeTemplate, edges: EdgeSet) -> None:
    if not may_update(node.version, template.version):
        node.outdated = True
        workflow.warn(
            "node_outdated", node, label=node.label, old=node.version, new=template.version
        )
        return
    merged = {
        name: _merge_instance(node.inputs.get(name), one, keeps_null=node.takes_extras)
        for name, one in template.inputs.items()
    }
    _move_images(node, merged, edges)
    if node.takes_extras:
        extras = {name: one for name, one in node.inputs.items() if name not in merged}
        merged.update(extras)
    node.inputs.clear()
    node.inputs.update(merged)
    node.version = node.data["version"] = template.version


def _merge_instance(
    instance: Instance | None, template: InputTemplate, *, keeps_null: bool
) -> Instance:
    merged: Instance = {"name": template.name, "label": "", "description": ""}
    merged.update(instance or {})
    if keeps_null and "value" in merged:
        return merged
    value = fill_in(merged.pop("value", None), template.default)
    if value is not None and value is not UNSET:
        merged["value"] = value
    return merged


def fill_in(saved: Any, default: Any) -> Any:
    """``saved`` with what it lacks taken from ``default``; JSON ``null`` is lacking."""
    if saved is None:
        return default
    if isinstance(saved, dict) and isinstance(default, dict):
        return {**default, **{key: fill_in(saved[key], default.get(key)) for key in saved}}
    if isinstance(saved, list) and isinstance(default, list):
        padded = saved + [None] * (len(default) - len(saved))
        rest = default + [None] * (len(saved) - len(default))
        return [fill_in(one, other) for one, other in zip(padded, rest, strict=True)]
    return saved


def _move_images(node: Node, merged: dict[str, Instance], edges: EdgeSet) -> None:
    """Move a literal list to the field's new name; the old one is left with an empty list."""
    version = migration.parse_version(node.version)
    if node.type != "image_collection" or "images" not in merged:
        return
    if version is None or version >= _IMAGES_SINCE or edges.into(node.id, "collection"):
        return
    old = merged.get("collection") or node.inputs.get("collection", {})
    moved = old.get("value")
    if isinstance(moved, list) and not merged["images"].get("value"):
        merged["images"]["value"] = moved
        if "collection" in merged:
            merged["collection"]["value"] = []

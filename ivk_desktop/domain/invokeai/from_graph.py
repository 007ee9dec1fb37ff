"""A workflow made of a server's graph, for pictures that carry no workflow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.invokeai.types import EXTRA_INPUT_TYPES, NodeTemplate

_NODE_KEYS: Final = frozenset({"id", "type", "is_intermediate", "use_cache"})
_COLUMN_PX: Final = 500


def graph_to_workflow(
    graph: Mapping[str, Any], templates: Mapping[str, NodeTemplate]
) -> dict[str, Any]:
    """A 4.0.0 workflow with the graph's nodes, values and edges; unknown nodes are left out."""
    nodes: list[dict[str, Any]] = []
    for node_id, node in graph["nodes"].items():
        node_type = node.get("type") if isinstance(node, dict) else None
        template = templates.get(node_type) if isinstance(node_type, str) else None
        if template is not None:
            nodes.append(_node(node_id, node, template, x=len(nodes) * _COLUMN_PX))
    raw_edges = graph.get("edges")
    edges = _edges(raw_edges if isinstance(raw_edges, list) else [])
    for node in nodes:
        _move_images(node["data"], templates, edges)
    return {
        **dict.fromkeys(
            ("name", "author", "description", "version", "contact", "tags", "notes"), ""
        ),
        "nodes": nodes,
        "edges": edges,
        "exposedFields": [],
        "meta": {"category": "user", "version": "4.0.0"},
    }


def _node(node_id: str, node: Mapping[str, Any], template: NodeTemplate, x: int) -> dict[str, Any]:
    extras = template.type in EXTRA_INPUT_TYPES
    inputs = {
        name: {"name": name, "label": "", "description": "", "value": value}
        for name, value in node.items()
        if name not in _NODE_KEYS and (extras or name in template.inputs)
    }
    return {
        "id": node_id,
        "type": "invocation",
        "position": {"x": x, "y": 0},
        "data": {
            "id": node_id,
            "type": template.type,
            "version": template.version,
            "nodePack": template.node_pack,
            "label": "",
            "notes": "",
            "isOpen": True,
            "isIntermediate": node.get("is_intermediate") is True,
            "useCache": node.get("use_cache") is not False,
            "inputs": inputs,
            "dynamicInputTemplates": {},
        },
    }


def _move_images(
    data: dict[str, Any], templates: Mapping[str, NodeTemplate], edges: list[dict[str, Any]]
) -> None:
    """Move the list of an old ``image_collection`` to where its images are now (spec 8.2)."""
    inputs, old = data["inputs"], data["inputs"].get("collection")
    if data["type"] != "image_collection" or "images" not in templates["image_collection"].inputs:
        return
    fed = any((one["target"], one["targetHandle"]) == (data["id"], "collection") for one in edges)
    if old is None or fed or not isinstance(old["value"], list):
        return
    images = inputs.setdefault("images", {"name": "images", "label": "", "description": ""})
    if not images.get("value"):
        images["value"], old["value"] = old["value"], []


def _edges(edges: list[Any]) -> list[dict[str, Any]]:
    made = []
    for edge in edges:
        source = edge.get("source") if isinstance(edge, dict) else None
        target = edge.get("destination") if isinstance(edge, dict) else None
        if not isinstance(source, dict) or not isinstance(target, dict):
            continue
        ends = (source.get("node_id"), source.get("field"), target.get("node_id"))
        ends_and_field = (*ends, target.get("field"))
        if all(isinstance(one, str) and one for one in ends_and_field):
            made.append(
                {
                    "id": "-".join(str(one) for one in ends_and_field),
                    "type": "default",
                    "source": ends[0],
                    "sourceHandle": ends[1],
                    "target": ends[2],
                    "targetHandle": target["field"],
                }
            )
    return made

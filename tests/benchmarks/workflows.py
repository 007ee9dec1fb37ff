"""A workflow of thirty nodes for the demo server's library."""

from __future__ import annotations

import copy
import json
from typing import Any

import httpx

NAME = "Thirty nodes"
SAMPLE = "Text to image, SD1.5"
COPIES = 5
"""The sample has six nodes."""


def add_thirty_nodes(url: str) -> None:
    """Store it: five times the sample side by side, with the form of all five."""
    with httpx.Client(base_url=f"{url}/api/v1/workflows", timeout=20) as client:
        listed = client.get("/", params={"per_page": 100}).raise_for_status().json()["items"]
        card = next(card for card in listed if card["name"] == SAMPLE)
        record = client.get(f"/i/{card['workflow_id']}").raise_for_status().json()
        made = multiplied(record["workflow"])
        client.post("/", json={"workflow": made}).raise_for_status()


def multiplied(workflow: dict[str, Any]) -> dict[str, Any]:
    """Copies of all nodes, edges and form elements under ids of their own."""
    made = {key: value for key, value in workflow.items() if key not in ("id", "form")}
    made |= {"name": NAME, "nodes": [], "edges": []}
    made["meta"] = {**workflow["meta"], "category": "user"}
    root = workflow["form"]["rootElementId"]
    children: list[str] = []
    elements: dict[str, Any] = {}
    for number in range(COPIES):
        copied = _renamed(workflow, f"-{number}")
        made["nodes"] += copied["nodes"]
        made["edges"] += copied["edges"]
        parts = copied["form"]["elements"]
        top = parts.pop(f"{root}-{number}")
        for child in top["data"]["children"]:
            parts[child]["parentId"] = root
        children += top["data"]["children"]
        elements |= parts
    whole = copy.deepcopy(workflow["form"]["elements"][root])
    whole["data"]["children"] = children
    made["form"] = {"elements": {root: whole, **elements}, "rootElementId": root}
    return made


def _renamed(workflow: dict[str, Any], ending: str) -> dict[str, Any]:
    """The same with another ending on each id of a node, an edge or a form element."""
    nodes, edges, form = workflow["nodes"], workflow["edges"], workflow["form"]["elements"]
    ids = {one["id"] for one in (*nodes, *edges, *form.values())}

    def renamed(value: Any) -> Any:
        if isinstance(value, dict):
            return {renamed(key): renamed(one) for key, one in value.items()}
        if isinstance(value, list):
            return [renamed(one) for one in value]
        return f"{value}{ending}" if isinstance(value, str) and value in ids else value

    copied = {"edges": renamed(edges), "form": {"elements": renamed(form)}}
    return copied | {"nodes": [_node(node, ending) for node in nodes]}


def _node(node: dict[str, Any], ending: str) -> dict[str, Any]:
    """Ids only: a node's id may well be the name of a field, too."""
    made: dict[str, Any] = json.loads(json.dumps(node))
    made["id"] = made["data"]["id"] = f"{node['id']}{ending}"
    return made

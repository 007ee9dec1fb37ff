"""How a picture was made: from its metadata, and else from the graph that it carries.

Pictures of workflows often have no metadata: a workflow writes them only where its author put in
the node for it. The graph is always there, with the values of that very run.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ivk_desktop.domain.pictures import PictureFacts

Json = Mapping[str, Any]

TEXT_LIMIT: Final = 20_000
"""The most characters of a prompt."""
MOST_STEPS: Final = 1000
"""How many nodes are walked through at most on the way to one value."""


def facts_of(metadata: object, workflow: object, graph: object) -> PictureFacts:
    """Read what is known; of the wrong shape is as good as absent."""
    told, made = _mapping(metadata), _Graph(_mapping(graph))
    return PictureFacts(
        prompt=_text(told.get("positive_prompt")) or made.prompt("positive"),
        negative=_text(told.get("negative_prompt")) or made.prompt("negative"),
        seed=_first(_whole(told.get("seed")), made.seed()),
        model=_name(told.get("model")) or made.model(),
        loras=tuple(_loras(told)) or tuple(made.loras()),
        steps=_first(_whole(told.get("steps")), _whole(made.first("steps"))),
        guidance=_first(_number(told.get("cfg_scale")), _number(made.first("cfg_scale"))),
        sampler=_text(told.get("scheduler")) or _text(made.first("scheduler")),
        workflow=_text(_mapping(workflow).get("name")),
    )


class _Graph:
    """Values of a graph's nodes, followed along the edges to where they were written."""

    def __init__(self, graph: Json) -> None:
        nodes = graph.get("nodes")
        self._nodes = {k: v for k, v in _mapping(nodes).items() if isinstance(v, Mapping)}
        self._edges: dict[tuple[str, str], tuple[str, str]] = {}
        edges = graph.get("edges")
        for edge in edges if isinstance(edges, list) else ():
            ends = [_mapping(_mapping(edge).get(end)) for end in ("source", "destination")]
            (a, b), (c, d) = ((str(e.get("node_id")), str(e.get("field"))) for e in ends)
            self._edges[c, d] = (a, b)

    def prompt(self, sign: str) -> str:
        """The text that ends in the first input named so: ``positive…`` or ``negative…``."""
        for target, field in self._edges:
            if field.startswith(sign) and "conditioning" in field:
                for node_id in self._upstream(self._edges[target, field][0]):
                    if text := _text(self._value(node_id, "prompt")):
                        return text
        return ""

    def seed(self) -> int | None:
        """The seed of the noise, else the first seed of any node."""
        ids = sorted(self._nodes, key=lambda one: "nois" not in str(self._nodes[one].get("type")))
        found = (_whole(self._value(node_id, "seed")) for node_id in ids)
        return next((seed for seed in found if seed is not None), None)

    def model(self) -> str:
        """The name of the first model that a node loads."""
        return next(filter(None, (_name(node.get("model")) for node in self._nodes.values())), "")

    def loras(self) -> Iterator[str]:
        """The names of all LoRAs, in the graph's order."""
        for node_id in self._nodes:
            if name := _name(self._value(node_id, "lora")):
                yield name

    def first(self, field: str) -> object:
        """The first value of an input of this name that is there."""
        found = (self._value(node_id, field) for node_id in self._nodes)
        return next((value for value in found if value is not None), None)

    def _value(self, node_id: str, field: str) -> object:
        for _ in range(MOST_STEPS):
            if (node_id, field) not in self._edges:
                break
            node_id, field = self._edges[node_id, field]
            node = self._nodes.get(node_id, {})
            if field not in node and (node_id, field) not in self._edges:
                field = "value"  # a primitive's output is what it was given
        return self._nodes.get(node_id, {}).get(field)

    def _upstream(self, node_id: str) -> Iterator[str]:
        """A node and all that lead to it, the nearest first."""
        sources: dict[str, list[str]] = {}
        for (target, _), (source, _) in self._edges.items():
            sources.setdefault(target, []).append(source)
        seen, line = {node_id}, deque([node_id])
        while line and len(seen) <= MOST_STEPS:
            one = line.popleft()
            yield one
            new = [source for source in sources.get(one, ()) if source not in seen]
            seen.update(new)
            line.extend(new)


def _loras(told: Json) -> Iterator[str]:
    listed = told.get("loras")
    for one in listed if isinstance(listed, list) else ():
        entry = _mapping(one)
        if name := _name(entry.get("model")) or _name(entry.get("lora")):
            yield name


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _mapping(value: object) -> Json:
    return value if isinstance(value, Mapping) else {}


def _name(value: object) -> str:
    mapping = _mapping(value)
    return _text(mapping.get("name")) or _text(mapping.get("model_name"))


def _text(value: object) -> str:
    return value[:TEXT_LIMIT] if isinstance(value, str) else ""


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)

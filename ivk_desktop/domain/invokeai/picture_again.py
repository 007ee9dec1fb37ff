"""Making a picture again from the graph that it carries: the same, or with other seeds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import uuid4

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.invokeai.handle import DESTINATION, ORIGIN
from ivk_desktop.domain.invokeai.requeue import recipes_of, request_of
from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.sweeps import LARGEST_SEED

Json = Mapping[str, Any]
Slot = tuple[str, str]

DRAWING: Final = ("rand_int", "rand_float")
"""Nodes that draw anew in every run."""
_MOST_STEPS: Final = 100


def picture_request(
    graph: object, workflow: object, *, vary: bool, rng: random.Random | None = None
) -> SubmitRequest:
    """Build the submission of one more item that runs a picture's graph.

    Args:
        graph: the graph with the values of the run that made the picture.
        workflow: the document that goes along with it, or ``None``.
        vary: draw every seed anew; seeds that were the same stay the same.
        rng: where seeds come from, by default the system's own source.

    Raises:
        DomainError: ``picture_without_graph``, or ``picture_without_seed`` where nothing varies.
    """
    if not isinstance(graph, Mapping) or not isinstance(graph.get("nodes"), Mapping):
        raise DomainError(Problem("picture_without_graph"))
    made = _reseeded(graph, rng or random.SystemRandom()) if vary else graph
    record = {
        "item_id": "picture",
        "session": {"graph": made},
        "workflow": workflow,
        "origin": ORIGIN,
        "destination": DESTINATION,
    }
    recipes = recipes_of([record])
    if not recipes:
        raise DomainError(Problem("picture_without_graph"))
    (recipe,) = recipes
    return request_of(recipe, recipe.job_ids, BatchId(str(uuid4())), front=False)


def _reseeded(graph: Json, rng: random.Random) -> dict[str, Any]:
    """The graph with other seeds; equal ones, as the metadata repeats them, stay equal."""
    nodes: dict[str, Any] = dict(graph["nodes"])
    sources = _sources(graph)
    slots = dict.fromkeys(_seed_slots(nodes, sources))
    new: dict[int, int] = {}
    for node_id, name in slots:
        old = nodes[node_id][name]
        seed = new.setdefault(old, rng.randint(0, LARGEST_SEED))
        nodes[node_id] = {**nodes[node_id], name: seed}
    draws = any(isinstance(one, Mapping) and one.get("type") in DRAWING for one in nodes.values())
    if not new and not draws:
        raise DomainError(Problem("picture_without_seed"))
    return {**graph, "nodes": nodes}


def _seed_slots(nodes: Json, sources: Mapping[Slot, Slot]) -> Iterator[Slot]:
    """Where seeds are written: in an input named so, or in the number that is led into one."""
    own = ((node_id, name) for node_id, one in nodes.items() for name in _keys(one))
    for node_id, name in dict.fromkeys((*own, *sources)):
        if name == "seed" or name.endswith("_seed"):
            slot = _written(nodes, sources, (node_id, name))
            if slot is not None:
                yield slot


def _keys(node: object) -> Iterable[str]:
    return node if isinstance(node, Mapping) else ()


def _written(nodes: Json, sources: Mapping[Slot, Slot], slot: Slot) -> Slot | None:
    """The slot that holds an input's value, past the nodes that only pass it on."""
    for _ in range(_MOST_STEPS):
        if slot not in sources:
            break
        node_id, name = sources[slot]
        node = nodes.get(node_id)
        if isinstance(node, Mapping) and (name in node or (node_id, name) in sources):
            slot = node_id, name
        else:
            slot = node_id, "value"  # a primitive's output is what it was given
    node = nodes.get(slot[0])
    value = node.get(slot[1]) if isinstance(node, Mapping) else None
    return slot if isinstance(value, int) and not isinstance(value, bool) else None


def _sources(graph: Json) -> dict[Slot, Slot]:
    """What feeds each input: node and output."""
    found: dict[Slot, Slot] = {}
    edges = graph.get("edges")
    for edge in edges if isinstance(edges, list) else ():
        source, target = (_slot(edge, end) for end in ("source", "destination"))
        if source is not None and target is not None:
            found[target] = source
    return found


def _slot(edge: object, end: str) -> Slot | None:
    found = edge.get(end) if isinstance(edge, Mapping) else None
    if not isinstance(found, Mapping):
        return None
    return str(found.get("node_id")), str(found.get("field"))

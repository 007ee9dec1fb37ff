"""What the time of each node of a graph depends on: models and sizes, its own or handed down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ivk_desktop.api.invokeai.values import mapping, text, whole
from ivk_desktop.domain.estimates import Work

_MOST_MODELS = 6
_NUMBERS: Final = frozenset({"width", "height", "steps"})

Nodes = Mapping[str, dict[str, Any]]
Edges = Sequence[tuple[str, str, str, str]]
"""(source node, its output, target node, its input)."""


def works_of(nodes: Nodes, ordered: Iterable[str], edges: Edges) -> dict[str, Work]:
    """What each node's time depends on.

    A model reaches all nodes behind the one that names it, and so does the picture's size: the
    denoising has it of the noise. The number of steps is the node's own.

    Args:
        nodes: by id, as the graph has them.
        ordered: their ids, sources before targets.
        edges: of the graph.
    """
    feeding: dict[str, list[tuple[str, str, str]]] = {}
    for source, output, target, name in edges:
        feeding.setdefault(target, []).append((source, output, name))
    models: dict[str, tuple[str, ...]] = {}
    sizes: dict[str, str] = {}
    works = {}
    for node_id in ordered:
        node, sources = nodes[node_id], feeding.get(node_id, ())
        handed = [model for source, *_ in sources for model in models.get(source, ())]
        known = tuple(dict.fromkeys((*_models_in(node), *handed)))[:_MOST_MODELS]
        fed = {name: _number_of(nodes.get(source, {})) for source, _, name in sources}
        width, height, steps = (
            whole(node, name) or fed.get(name) for name in ("width", "height", "steps")
        )
        handed_size = next((sizes[s] for s, *_ in sources if sizes.get(s)), "")
        size = f"{width}x{height}" if width and height else handed_size
        models[node_id], sizes[node_id] = known, size
        counted = f"{size}/{steps}" if steps else size
        works[node_id] = Work(text(node, "type", 200), ",".join(known), counted)
    return works


def varies_work(batch: Mapping[str, Any], nodes: Nodes, edges: Edges) -> bool:
    """Whether the items of a batch differ in what their nodes' times depend on."""
    groups = batch.get("data")
    for group in groups if isinstance(groups, list) else ():
        for one in group if isinstance(group, list) else ():
            if isinstance(one, dict) and _is_work(one, nodes, edges):
                return True
    return False


def item_varies_work(item: Mapping[str, Any], nodes: Nodes, edges: Edges) -> bool:
    """The same, judged by what a batch has put into one of its items."""
    values = item.get("field_values")
    listed = values if isinstance(values, list) else ()
    return any(
        _is_work({**one, "items": [one.get("value")]}, nodes, edges)
        for one in listed
        if isinstance(one, dict)
    )


def _is_work(one: dict[str, Any], nodes: Nodes, edges: Edges) -> bool:
    node_id, name = text(one, "node_path", 200), text(one, "field_name", 200)
    items = one.get("items")
    first = items[0] if isinstance(items, list) and items else None
    names = {name}
    if name == "value" and node_id in nodes:
        names |= {target for source, _, _, target in edges if source == node_id}
    return bool(names & _NUMBERS) or bool(_models_in({"value": first}))


def _number_of(node: dict[str, Any]) -> int | None:
    """What a node of a single number hands on."""
    return whole(node, "value")


def _models_in(node: Mapping[str, Any]) -> list[str]:
    """The keys of the models that a node's inputs name."""
    found = []
    for value in node.values():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, dict):
                model = one if "key" in one else mapping(one, "lora")
                if "base" in model and (key := text(model, "key", 100)):
                    found.append(key)
    return found

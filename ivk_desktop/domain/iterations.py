"""Ways through a graph: what an iteration repeats, and what a node waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

COLLECT = "collect"
ITERATE = "iterate"


def repeated_by(
    node_id: str, edges: Sequence[tuple[str, str]], type_of: Callable[[str], str]
) -> Iterator[str]:
    """The nodes that run once for each entry of the iterate node ``node_id``, each once.

    An iteration inside is closed by its own collect: that one, and what follows it, still runs
    once for each entry of the outer one.
    """
    behind: dict[str, list[str]] = {}
    for source, target in edges:
        behind.setdefault(source, []).append(target)
    seen: set[str] = set()
    waiting = [(follower, 0) for follower in behind.get(node_id, ())]
    while waiting:
        one, inside = waiting.pop()
        kind = type_of(one)
        if kind == COLLECT:
            inside -= 1
        if one in seen or inside < 0:
            continue
        seen.add(one)
        yield one
        inside += kind == ITERATE
        waiting += [(follower, inside) for follower in behind.get(one, ())]


def repeated_in_order(node_id: str, ordered: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The same where no edges are known: of (node id, type), all behind up to a collect."""
    behind = False
    for one, kind in ordered:
        if one == node_id:
            behind = True
        elif behind and kind == COLLECT:
            return
        elif behind:
            yield one


def leading_to(node_id: str, edges: Sequence[tuple[str, str]]) -> set[str]:
    """All nodes that a node needs something of, itself or through others."""
    sources: dict[str, list[str]] = {}
    for source, target in edges:
        sources.setdefault(target, []).append(source)
    found: set[str] = set()
    waiting = list(sources.get(node_id, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += sources.get(one, ())
    return found - {node_id}

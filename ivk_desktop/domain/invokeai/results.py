"""Pictures and videos of a finished session, by the node that made them (workflow spec 7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any, Final

from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

PASSED_ON: Final = frozenset({"image", "load_image", "video"})
"""Node types that hand on what was there before."""
_NAMES: Final = (("image_name", MediaKind.IMAGE), ("video_name", MediaKind.VIDEO))


def media_of_output(output: object, server_id: ServerId) -> tuple[MediaRef, ...]:
    """All pictures and videos that one node's output names, under whatever key, each once."""
    if not isinstance(output, Mapping):
        return ()
    found: dict[MediaRef, None] = {}
    for value in output.values():
        for one in value if isinstance(value, list) else (value,):
            found.update(dict.fromkeys(_refs(one, server_id)))
    return tuple(found)


def _refs(value: object, server_id: ServerId) -> Iterator[MediaRef]:
    if isinstance(value, Mapping):
        for key, kind in _NAMES:
            name = value.get(key)
            if isinstance(name, str) and name:
                yield MediaRef(server_id, ImageName(name), kind)


def session_media(
    session: Mapping[str, Any], server_id: ServerId
) -> dict[str, tuple[MediaRef, ...]]:
    """The media of a session by source node, in iteration order, each with its first maker.

    Nodes come in the order in which they first gave a result.
    """
    results = _mapping(session, "results")
    sources = _mapping(session, "prepared_source_mapping")
    paths = _mapping(session, "prepared_iteration_paths")
    runs: dict[str, list[tuple[tuple[int, ...], int, object]]] = {}
    for order, (run_id, output) in enumerate(results.items()):
        source = sources.get(run_id, run_id)
        if isinstance(source, str):
            runs.setdefault(source, []).append((_path(paths.get(run_id)), order, output))
    nodes = _mapping(_mapping(session, "graph"), "nodes")
    seen: set[MediaRef] = set()
    found: dict[str, tuple[MediaRef, ...]] = {}
    for source, outputs in runs.items():
        if _mapping(nodes, source).get("type") in PASSED_ON:
            continue
        ordered = sorted(outputs, key=lambda one: one[:2])
        refs = dict.fromkeys(
            ref for *_, output in ordered for ref in media_of_output(output, server_id)
        )
        new = tuple(ref for ref in refs if ref not in seen)
        seen.update(new)
        if new:
            found[source] = new
    return found


def gallery_media(session: Mapping[str, Any], server_id: ServerId) -> tuple[MediaRef, ...]:
    """What a session made for the gallery, else the last that it made on each of its ways."""
    made = session_media(session, server_id)
    graph = _mapping(session, "graph")
    nodes = _mapping(graph, "nodes")
    final = [one for one in made if _mapping(nodes, one).get("is_intermediate") is False]
    if not final:
        followers = _followers(graph)
        final = [one for one in made if not _leads_to(one, made.keys() - {one}, followers)]
    return tuple(ref for one in final for ref in made[one])


def _followers(graph: Mapping[str, Any]) -> dict[str, list[str]]:
    edges = graph.get("edges")
    found: dict[str, list[str]] = {}
    for edge in edges if isinstance(edges, list) else ():
        if isinstance(edge, Mapping):
            source = _mapping(edge, "source").get("node_id")
            target = _mapping(edge, "destination").get("node_id")
            if isinstance(source, str) and isinstance(target, str):
                found.setdefault(source, []).append(target)
    return found


def _leads_to(start: str, goals: Set[str], followers: Mapping[str, list[str]]) -> bool:
    seen, stack = {start}, [start]
    while stack:
        for follower in followers.get(stack.pop(), ()):
            if follower in goals:
                return True
            if follower not in seen:
                seen.add(follower)
                stack.append(follower)
    return False


def _mapping(parent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = parent.get(key)
    return found if isinstance(found, Mapping) else {}


def _path(raw: object) -> tuple[int, ...]:
    return tuple(one for one in raw if isinstance(one, int)) if isinstance(raw, list) else ()

"""A set of edges with the look-ups that everything needs, and connectors resolved both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ivk_desktop.domain.invokeai.workflow import Edge, Node

CONNECTOR_IN = "in"
CONNECTOR_OUT = "out"


class EdgeSet:
    """Edges in order, found by their ends."""

    def __init__(self, nodes: Mapping[str, Node], edges: Iterable[Edge] = ()) -> None:
        self._nodes = nodes
        self._edges: list[Edge] = []
        self._into: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._from: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            self.add(edge)

    def add(self, edge: Edge) -> None:
        """Append an edge."""
        self._edges.append(edge)
        self._from[edge.source].append(edge)
        if not edge.collapsed:
            self._into[edge.target, edge.target_handle].append(edge)

    def __iter__(self) -> Iterator[Edge]:
        return iter(self._edges)

    def without(self, left_out: frozenset[Edge]) -> EdgeSet:
        """The same edges but those."""
        return EdgeSet(self._nodes, (edge for edge in self._edges if edge not in left_out))

    def into(self, node_id: str, handle: str) -> list[Edge]:
        """The edges into one input."""
        return self._into.get((node_id, handle), [])

    def leaving(self, node_id: str) -> list[Edge]:
        """All edges that leave a node, collapsed ones too."""
        return self._from.get(node_id, [])

    def node(self, node_id: str) -> Node | None:
        """The node of that id."""
        return self._nodes.get(node_id)

    def source(self, edge: Edge) -> tuple[Node, str] | None:
        """The invocation and output that feed an edge, through connectors; else ``None``."""
        seen: set[str] = set()
        while True:
            node = self._nodes.get(edge.source)
            if node is None or node.kind == "notes":
                return None
            if node.kind == "invocation":
                return node, edge.source_handle
            incoming = self.into(node.id, CONNECTOR_IN)
            if edge.source_handle != CONNECTOR_OUT or node.id in seen or not incoming:
                return None
            seen.add(node.id)
            edge = incoming[0]

    def connector_edges(self, connector_id: str) -> list[Edge]:
        """All edges out of a connector and the connectors behind it, in order."""
        found: list[Edge] = []
        seen = {connector_id}
        stack = [iter(self.leaving(connector_id))]
        while stack:
            edge = next(stack[-1], None)
            if edge is None:
                stack.pop()
                continue
            if edge.collapsed or edge.source_handle != CONNECTOR_OUT:
                continue
            found.append(edge)
            target = self._nodes.get(edge.target)
            if target is not None and target.kind == "connector" and target.id not in seen:
                seen.add(target.id)
                stack.append(iter(self.leaving(target.id)))
        return found

    def targets(self, edge: Edge) -> list[Edge]:
        """The edge itself, or what it reaches through connectors: edges into other nodes."""
        target = self._nodes.get(edge.target)
        if target is None or target.kind != "connector":
            return [edge]
        behind = self.connector_edges(target.id)
        return [one for one in behind if not self._is_connector(one.target)]

    def is_connected(self, node_id: str, name: str) -> bool:
        """Whether something feeds this input; an unresolved connector does not."""
        return any(self.source(edge) is not None for edge in self.into(node_id, name))

    def reaches(self, start: str, goal: str) -> bool:
        """Whether a path leads from one node to another."""
        stack, seen = [start], {start}
        while stack:
            current = stack.pop()
            if current == goal:
                return True
            for edge in self.leaving(current):
                if edge.target not in seen:
                    seen.add(edge.target)
                    stack.append(edge.target)
        return False

    def acyclic(self) -> bool:
        """Whether there is no cycle among all edges."""
        open_ends: dict[str, int] = defaultdict(int)
        for edge in self._edges:
            open_ends[edge.target] += 1
        ready = [source for source in self._from if not open_ends[source]]
        left = len(self._edges)
        while ready:
            for edge in self.leaving(ready.pop()):
                left -= 1
                open_ends[edge.target] -= 1
                if not open_ends[edge.target]:
                    ready.append(edge.target)
        return left == 0

    def _is_connector(self, node_id: str) -> bool:
        node = self._nodes.get(node_id)
        return node is not None and node.kind == "connector"

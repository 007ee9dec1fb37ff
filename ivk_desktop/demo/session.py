"""One run of a graph: unfolds iterate and collect, and says which node runs next.

The rules are those of the real server: nodes are prepared as copies with ids of their own, as
soon as what they need is known, and of all that are ready one class runs after the other.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Mapping
from typing import Any

from ivk_desktop.demo.graph import Edge, Graph, Node, inputs_of, sorted_nodes
from ivk_desktop.demo.nodes.catalogue import NODE_TYPES

Indices = dict[str, int]
"""For each iterate node above a copy, which of its entries the copy stands for."""

Inputs = list[tuple[str, Mapping[str, str]]]
"""The fields of a node that are connected, with the end each comes from."""


class Session:
    """The state of one run; :meth:`json` is what the queue item carries."""

    def __init__(self, graph: Graph, session_id: str) -> None:
        self.id = session_id
        self.graph = graph
        self.results: dict[str, dict[str, Any]] = {}
        self.errors: dict[str, str] = {}
        self.source_of: dict[str, str] = {}
        self.copies_of: dict[str, list[str]] = {}
        self.nodes: dict[str, Node] = {}
        self._execution_id = str(uuid.uuid4())
        self._edges: list[Edge] = []
        self._inputs: dict[str, Inputs] = {}
        self._indices: dict[str, Indices] = {}
        self._waits: dict[str, int] = {}
        self._ready: dict[str, list[str]] = {}
        self._active = ""
        self._done: set[str] = set()
        self._history: list[str] = []
        self._order = sorted_nodes(graph)

    def next(self) -> Node | None:
        """The next copy to run with its inputs filled in; None when all have run."""
        found = self._pop_ready()
        more = found is None and self._prepare()
        while more:
            more = self._prepare()
            if found is None:
                found = self._pop_ready()
        return None if found is None else self._filled(found)

    def complete(self, copy: str, result: dict[str, Any]) -> None:
        """Record what a copy gave, and free those that waited for it."""
        self.results[copy] = result
        self._done.add(copy)
        source = self.source_of[copy]
        if all(other in self._done for other in self.copies_of[source]):
            self._finish_source(source)
        for other, inputs in self._inputs.items():
            freed = sum(end["node_id"] == copy for _, end in inputs)
            self._waits[other] -= freed
            if freed and self._waits[other] == 0:
                self._offer(other)

    def fail(self, copy: str, kind: str, message: str) -> None:
        """Record why a copy failed."""
        self.errors[copy] = f"{kind}: {message}"

    def path(self, copy: str) -> list[int]:
        """Which entry of each iterate node above it a copy stands for."""
        return list(self._indices[copy].values())

    def json(self) -> dict[str, Any]:
        """The session as the queue item carries it."""
        return {
            "id": self.id,
            "graph": self.graph,
            "execution_graph": {
                "id": self._execution_id,
                "nodes": self.nodes,
                "edges": self._edges,
            },
            "executed": sorted(self._done),
            "executed_history": self._history,
            "results": {key: {"output_meta": None} | value for key, value in self.results.items()},
            "errors": self.errors,
            "workflow_call_stack": [],
            "workflow_call_history": [],
            "max_workflow_call_depth": 4,
            "waiting_workflow_call": None,
            "waiting_workflow_call_execution": None,
            "waiting_workflow_call_child_session": None,
            "workflow_call_parent": None,
            "prepared_source_mapping": self.source_of,
            "source_prepared_mapping": self.copies_of,
            "prepared_iteration_paths": {copy: self.path(copy) for copy in self.nodes},
            "ready_order": [],
            "indegree": dict(self._waits),
        }

    def _finish_source(self, source: str) -> None:
        self._done.add(source)
        self._history.append(source)

    def _offer(self, copy: str) -> None:
        name = NODE_TYPES[self.nodes[copy]["type"]].schema_name
        queue = self._ready.setdefault(name, [])
        if copy not in queue:
            queue.append(copy)

    def _pop_ready(self) -> str | None:
        if not self._ready.get(self._active):
            names = sorted(name for name, copies in self._ready.items() if copies)
            if not names:
                return None
            self._active = names[0]
        return self._ready[self._active].pop(0)

    def _prepare(self) -> bool:
        """Prepare the first source node that can be; False if none can."""
        for source in self._order:
            if source in self.copies_of or not self._preparable(source):
                continue
            self.copies_of[source] = []
            for indices, inputs in self._wanted_copies(source):
                self._add_copy(source, indices, inputs)
            if not self.copies_of[source]:
                self._finish_source(source)
            return True
        return False

    def _preparable(self, source: str) -> bool:
        gathers = self.graph["nodes"][source]["type"] in ("iterate", "collect")
        for _, end in inputs_of(self.graph, source):
            if end["node_id"] not in self.copies_of:
                return False
            if gathers and end["node_id"] not in self._done:
                return False
        return True

    def _wanted_copies(self, source: str) -> list[tuple[Indices, Inputs]]:
        inputs = inputs_of(self.graph, source)
        if self.graph["nodes"][source]["type"] == "collect":
            return self._gatherings(inputs)
        parents = list(dict.fromkeys(end["node_id"] for _, end in inputs))
        wanted: list[tuple[Indices, Inputs]] = []
        for combo in itertools.product(*(self.copies_of[parent] for parent in parents)):
            indices = self._merged([self._indices[copy] for copy in combo])
            if indices is None:
                continue
            copy_of = dict(zip(parents, combo, strict=True))
            ends: Inputs = [
                (field, {"node_id": copy_of[end["node_id"]], "field": end["field"]})
                for field, end in inputs
            ]
            wanted.append((indices, ends))
        if self.graph["nodes"][source]["type"] == "iterate":
            return [entry for one in wanted for entry in self._entries(source, *one)]
        return wanted

    def _gatherings(self, inputs: Inputs) -> list[tuple[Indices, Inputs]]:
        """One copy of a collect node for each run of the iterate nodes beyond the innermost."""
        every: Inputs = [
            (field, {"node_id": copy, "field": end["field"]})
            for field, end in inputs
            for copy in sorted(self.copies_of[end["node_id"]], key=self.path)
        ]
        seen = {name for _, end in every for name in self._indices[end["node_id"]]}
        outer = [name for name in self._order if name in seen][:-1]

        def outside(end: Mapping[str, str]) -> Indices:
            return {k: v for k, v in self._indices[end["node_id"]].items() if k in outer}

        groups = {tuple(outside(end).items()): None for _, end in every}
        full = [dict(group) for group in groups if len(group) == len(outer)]
        return [
            (group, [entry for entry in every if outside(entry[1]).items() <= group.items()])
            for group in full or [{}]
        ]

    def _entries(
        self, source: str, indices: Indices, inputs: Inputs
    ) -> list[tuple[Indices, Inputs]]:
        """One copy of an iterate node for each entry of its collection."""
        end = next(end for field, end in inputs if field == "collection")
        count = len(self.results[end["node_id"]][end["field"]])
        return [(indices | {source: index}, inputs) for index in range(count)]

    def _merged(self, many: list[Indices]) -> Indices | None:
        """All indices together, in graph order; None if two of them contradict."""
        merged: Indices = {}
        for indices in many:
            for iterator, index in indices.items():
                if merged.setdefault(iterator, index) != index:
                    return None
        return {key: merged[key] for key in self._order if key in merged}

    def _add_copy(self, source: str, indices: Indices, inputs: Inputs) -> None:
        copy = str(uuid.uuid4())
        node = self.graph["nodes"][source] | {"id": copy}
        if node["type"] == "iterate":
            node["index"] = indices[source]
        self.nodes[copy] = node
        self.source_of[copy] = source
        self.copies_of[source].append(copy)
        self._indices[copy] = indices
        self._inputs[copy] = inputs
        self._waits[copy] = sum(end["node_id"] not in self._done for _, end in inputs)
        for field, end in inputs:
            target = {"node_id": copy, "field": field}
            self._edges.append({"source": dict(end), "destination": target})
        if self._waits[copy] == 0:
            self._offer(copy)

    def _filled(self, copy: str) -> Node:
        """The copy with what its connections bring."""
        node = dict(self.nodes[copy])
        if node["type"] == "collect":
            return node | {"collection": self._gathered(copy)}
        for field, end in self._inputs[copy]:
            node[field] = self.results[end["node_id"]][end["field"]]
        if node["type"] != "iterate":
            self.nodes[copy] = node
        return node

    def _gathered(self, copy: str) -> list[Any]:
        """The lists into a collect node first, then the single items."""
        lists, items = [], []
        for field, end in self._inputs[copy]:
            value = self.results[end["node_id"]][end["field"]]
            if field == "collection":
                lists += value
            else:
                items.append(value)
        return lists + items

"""Batches: their data is checked and unfolded into one graph for each queue item."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass
from typing import Any

from ivk_desktop.demo.graph import Graph, checked_graph
from ivk_desktop.demo.nodes.catalogue import NODE_TYPES
from ivk_desktop.demo.problems import error, invalid, missing, value_error
from ivk_desktop.demo.validate import of_type

LOC = ("body", "batch")
WORKFLOW_KEYS = [
    "name",
    "author",
    "description",
    "version",
    "contact",
    "tags",
    "notes",
    "exposedFields",
    "meta",
    "nodes",
    "edges",
]

Values = tuple[dict[str, Any], ...]
"""The batch values of one item: ``{node_path, field_name, value}`` each."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A checked batch: what the server echoes and unfolds."""

    batch_id: str
    origin: str | None
    destination: str | None
    data: list[list[dict[str, Any]]] | None
    graph: Graph
    workflow: dict[str, Any] | None
    runs: int

    def echo(self) -> dict[str, Any]:
        """The batch as the answer of the enqueue call repeats it."""
        return {
            "batch_id": self.batch_id,
            "origin": self.origin,
            "destination": self.destination,
            "data": self.data,
            "graph": self.graph,
            "workflow": self.workflow,
            "runs": self.runs,
        }

    @property
    def requested(self) -> int:
        """How many items the batch asks for."""
        count = self.runs
        for group in self.data or []:
            count *= len(group[0]["items"]) if group else 0
        return count

    def values(self) -> list[Values]:
        """The values of each item in the order of the queue: the last group varies fastest."""
        groups = [_zipped(group) for group in self.data or []]
        one_run = [tuple(itertools.chain(*combo)) for combo in itertools.product(*groups)]
        return one_run * self.runs

    def graph_for(self, values: Values) -> Graph:
        """The graph of one item; nodes without batch values are shared."""
        if not values:
            return self.graph
        nodes = dict(self.graph["nodes"])
        for entry in values:
            node = nodes[entry["node_path"]]
            nodes[entry["node_path"]] = node | {entry["field_name"]: entry["value"]}
        return self.graph | {"nodes": nodes}


def _zipped(group: list[dict[str, Any]]) -> list[Values]:
    columns = [
        [
            {"node_path": datum["node_path"], "field_name": datum["field_name"], "value": value}
            for value in datum["items"]
        ]
        for datum in group
    ]
    return list(zip(*columns, strict=True))


def checked_batch(body: Any) -> tuple[Batch, bool]:
    """The batch of an enqueue request and whether it goes to the front.

    Raises:
        Refused: 422.
    """
    if not isinstance(body, dict) or "batch" not in body:
        raise invalid(missing(LOC))
    raw = body["batch"]
    if not isinstance(raw, dict) or "graph" not in raw:
        raise invalid(missing((*LOC, "graph"), raw))
    graph = checked_graph(raw["graph"])
    data = _checked_data(raw.get("data"))
    _check_targets(raw, data, graph)
    batch = Batch(
        batch_id=raw.get("batch_id") or str(uuid.uuid4()),
        origin=raw.get("origin"),
        destination=raw.get("destination"),
        data=data,
        graph=graph,
        workflow=checked_workflow(raw.get("workflow"), (*LOC, "workflow")),
        runs=_checked_runs(raw.get("runs", 1)),
    )
    return batch, bool(body.get("prepend", False))


def checked_workflow(raw: Any, loc: tuple[Any, ...]) -> dict[str, Any] | None:
    """A workflow without the keys the server does not know.

    Raises:
        Refused: 422 for keys it lacks.
    """
    if raw is None:
        return None
    lacking = [key for key in WORKFLOW_KEYS if key not in raw]
    if lacking:
        raise invalid(*(missing((*loc, key), raw) for key in lacking))
    return {key: raw[key] for key in WORKFLOW_KEYS} | {"form": raw.get("form")}


def _checked_runs(raw: Any) -> int:
    errors: list[dict[str, Any]] = []
    runs = of_type("integer", raw, (*LOC, "runs"), errors)
    if not errors and runs < 1:
        text = "Input should be greater than or equal to 1"
        errors.append(error("greater_than_equal", (*LOC, "runs"), text, raw, {"ge": 1}))
    if errors:
        raise invalid(*errors)
    return int(runs)


def _checked_data(raw: Any) -> list[list[dict[str, Any]]] | None:
    if raw is None:
        return None
    errors: list[dict[str, Any]] = []
    for place, group in enumerate(raw):
        for index, datum in enumerate(group):
            loc = (*LOC, "data", place, index)
            for key in ("node_path", "field_name"):
                if key not in datum:
                    errors.append(missing((*loc, key), datum))
            for position, value in enumerate(datum.get("items", [])):
                errors += _item_errors(value, (*loc, "items", position))
    if errors:
        raise invalid(*errors)
    _check_shape(raw)
    return [
        [{**datum, "items": _numbers(datum.get("items", []))} for datum in group] for group in raw
    ]


def _numbers(items: list[Any]) -> list[Any]:
    return [float(value) if isinstance(value, bool) else value for value in items]


def _item_errors(value: Any, loc: tuple[Any, ...]) -> list[dict[str, Any]]:
    if isinstance(value, str | int | float | list):
        return []
    if isinstance(value, dict) and ("image_name" in value or "video_name" in value):
        return []
    errors = [
        error("string_type", (*loc, "str"), "Input should be a valid string", value),
        error("float_type", (*loc, "float"), "Input should be a valid number", value),
        error("int_type", (*loc, "int"), "Input should be a valid integer", value),
    ]
    for name, key in (("ImageField", "image_name"), ("VideoField", "video_name")):
        if isinstance(value, dict):
            errors.append(missing((*loc, name, key), value))
        else:
            text = "Input should be a valid dictionary or object to extract fields from"
            errors.append(error("model_attributes_type", (*loc, name), text, value))
    list_loc = (*loc, "list[union[str,float,int,ImageField,VideoField]]")
    return [*errors, error("list_type", list_loc, "Input should be a valid list", value)]


def _check_shape(raw: list[list[dict[str, Any]]]) -> None:
    def refuse(text: str) -> None:
        raise invalid(value_error((*LOC, "data"), text, raw))

    seen = set()
    for group in raw:
        if len({len(datum.get("items", [])) for datum in group}) > 1:
            refuse("Zipped batch items must all have the same length")
        for datum in group:
            if len({_family(value) for value in datum.get("items", [])}) > 1:
                refuse("All items in a batch must have the same type")
            target = (datum["node_path"], datum["field_name"])
            if target in seen:
                refuse("Each batch data must have unique node_id and field_name")
            seen.add(target)


def _family(value: Any) -> str:
    return "number" if isinstance(value, int | float) else type(value).__name__


def _check_targets(
    raw: dict[str, Any], data: list[list[dict[str, Any]]] | None, graph: Graph
) -> None:
    for datum in itertools.chain(*(data or [])):
        node = graph["nodes"].get(datum["node_path"])
        if node is None:
            text = f"Node {datum['node_path']} not found in graph"
        elif NODE_TYPES[node["type"]].field(datum["field_name"]) is None:
            text = f"Field {datum['field_name']} not found in node {datum['node_path']}"
        else:
            continue
        raise invalid(value_error(LOC, text, raw))

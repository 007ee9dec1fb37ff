"""Queue items as recipes, and recipes as batches to be enqueued."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.invokeai.item_workflow import object_of
from ivk_desktop.domain.jobs import BatchId, JobId
from ivk_desktop.domain.requeue import Recipe

Record = Mapping[str, Any]
Field = tuple[str, str]

FORM: Final = "requeue"
_SAME: Final = ("graph", "workflow", "origin", "destination", "fields")


def recipes_of(records: Iterable[Record]) -> list[Recipe]:
    """Full queue item records in run order as recipes, neighbours of one batch as one.

    Left out are records of other users (without a graph), of a nested workflow's jobs, and those
    that cannot be read. An item's graph holds its batch's values already; the values are sent
    once more as the batch's data, so that the new items tell them as the old ones did.
    """
    runs: list[tuple[dict[str, Any], list[JobId]]] = []
    broken = True
    for record in records:
        body = _body(record)
        if body is None:
            broken = True
            continue
        job_id = JobId(str(record["item_id"]))
        if not broken and _is_alike(runs[-1][0], body):
            runs[-1][0]["values"] += body["values"]
            runs[-1][1].append(job_id)
        else:
            runs.append((body, [job_id]))
        broken = False
    return [Recipe(_title(body), body["batch"], tuple(ids), body) for body, ids in runs]


def request_of(
    recipe: Recipe, job_ids: Sequence[JobId], batch_id: BatchId, *, front: bool
) -> SubmitRequest:
    """Build the submission of some of a recipe's jobs, in the recipe's order."""
    body, wanted = recipe.body, set(job_ids)
    kept = [n for n, job_id in enumerate(recipe.job_ids) if job_id in wanted]
    batch: dict[str, Any] = {"batch_id": batch_id, "graph": body["graph"], "runs": len(kept)}
    batch |= {name: body[name] for name in ("workflow", "origin", "destination") if body[name]}
    if body["fields"]:
        rows = [body["values"][n] for n in kept]
        # Zipped: the n-th value of each field makes the n-th item.
        data = [
            {"node_path": node, "field_name": name, "items": [row[at] for row in rows]}
            for at, (node, name) in enumerate(body["fields"])
        ]
        batch |= {"data": [data], "runs": 1}
    payload = {"batch": batch, "prepend": front}
    return SubmitRequest(batch_id, FORM, recipe.title, payload, len(kept), again_of=recipe.batch_id)


def field_names(record: Record) -> tuple[Field, ...]:
    """The fields that the batch of an item gave values to, in order."""
    return tuple(_values(record))


def alike(records: Sequence[Record]) -> bool:
    """Whether these records differ in nothing but the values that their batch gave them."""
    bodies = [_body(record) for record in records]
    first = bodies[0] if bodies else None
    if first is None:
        return False
    return all(body is not None and _is_alike(first, body) for body in bodies[1:])


def _body(record: Record) -> dict[str, Any] | None:
    session = record.get("session")
    graph = session.get("graph") if isinstance(session, Mapping) else None
    nodes = graph.get("nodes") if isinstance(graph, Mapping) else None
    if not isinstance(nodes, Mapping) or not nodes or record.get("parent_item_id") is not None:
        return None
    values = {field: value for field, value in _values(record).items() if field[0] in nodes}
    return {
        "batch": BatchId(_text(record, "batch_id")) or None,
        "graph": graph,
        "workflow": object_of(record.get("workflow")),
        "origin": _text(record, "origin"),
        "destination": _text(record, "destination"),
        "fields": [list(field) for field in values],
        "values": [list(values.values())],
    }


def _values(record: Record) -> dict[Field, Any]:
    """The batch's values of an item; the server takes none twice for one field."""
    found: dict[Field, Any] = {}
    given = record.get("field_values")
    for one in given if isinstance(given, list) else ():
        if not isinstance(one, Mapping) or "value" not in one:
            continue
        node, name = one.get("node_path"), one.get("field_name")
        if isinstance(node, str) and isinstance(name, str):
            found[node, name] = one["value"]
    return found


def _is_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one["batch"] != other["batch"] or any(one[key] != other[key] for key in _SAME[1:]):
        return False
    fields = {(node, name) for node, name in one["fields"]}
    return one["graph"] is other["graph"] or (
        _blank(one["graph"], fields) == _blank(other["graph"], fields)
    )


def _blank(graph: Mapping[str, Any], fields: set[Field]) -> dict[str, Any]:
    """A graph without its own id and without the values that a batch gives."""
    nodes = dict(graph["nodes"])
    for node_id, name in fields:
        node = nodes.get(node_id)
        if isinstance(node, Mapping):
            nodes[node_id] = {key: value for key, value in node.items() if key != name}
    return {key: value for key, value in graph.items() if key != "id"} | {"nodes": nodes}


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) else ""


def _title(body: Mapping[str, Any]) -> str:
    name = (body["workflow"] or {}).get("name")
    return name[:200] if isinstance(name, str) else ""

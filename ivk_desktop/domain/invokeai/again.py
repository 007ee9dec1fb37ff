"""Submitting again what was submitted once: the whole batch, or one item of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.history import KeptRequest, requested
from ivk_desktop.domain.invokeai.item_workflow import workflow_of_item
from ivk_desktop.domain.jobs import BatchId

Data = list[list[dict[str, Any]]]


def again(kept: KeptRequest) -> SubmitRequest:
    """The submission with a batch id of its own, at the end of the queue."""
    batch_id = BatchId(str(uuid4()))
    batch = {**_batch(kept), "batch_id": batch_id}
    if kept.place is not None:
        batch |= {"data": _only(_data(batch), kept.place), "runs": 1}
    return requested(kept, batch_id, {"batch": batch, "prepend": False})


def document_of(kept: KeptRequest) -> dict[str, Any] | None:
    """The workflow that was submitted, with the values of the item that is meant.

    ``None`` where the request has neither workflow nor graph.
    """
    batch = _batch(kept)
    data = [] if kept.place is None else _only(_data(batch), kept.place)
    values = [
        {"node_path": one["node_path"], "field_name": one["field_name"], "value": one["items"][0]}
        for group in data
        for one in group
    ]
    graph = {"graph": batch.get("graph")}
    return workflow_of_item(
        {"workflow": batch.get("workflow"), "session": graph, "field_values": values}
    )


def _batch(kept: KeptRequest) -> dict[str, Any]:
    batch = kept.payload.get("batch")
    return dict(batch) if isinstance(batch, Mapping) else {}


def _data(batch: Mapping[str, Any]) -> Data:
    return [group for group in batch.get("data") or [] if group]


def _only(data: Data, place: int) -> Data:
    """The data of one item. The server unfolds run by run; the last group varies fastest.

    InvokeAI 6.14, ``session_queue_common.create_session_nfv_tuples``.
    """
    lengths = [len(group[0]["items"]) for group in data]
    rows = []
    for length in reversed(lengths):
        place, row = divmod(place, max(1, length))
        rows.append(row)
    return [
        [{**one, "items": one["items"][row : row + 1]} for one in group]
        for group, row in zip(data, reversed(rows), strict=True)
    ]

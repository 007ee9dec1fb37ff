"""What was submitted from here: names and graphs that the queue's records lack."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from ivk_desktop.api.invokeai.values import mapping, text
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId

_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class Submission:
    """One batch as it was sent."""

    title: str
    graph: dict[str, Any]
    workflow: dict[str, Any]
    batch: dict[str, Any]
    """All of it; ``data`` is what differs between its items."""


class Submissions:
    """The newest submissions by batch."""

    def __init__(self) -> None:
        self._known: OrderedDict[BatchId, Submission] = OrderedDict()

    def remember(self, request: SubmitRequest) -> None:
        """Keep what is about to be sent."""
        batch = mapping(request.payload, "batch")
        self._known[request.batch_id] = Submission(
            request.title, mapping(batch, "graph"), mapping(batch, "workflow"), batch
        )
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def get(self, batch_id: object) -> Submission | None:
        """A submission of ours, ``None`` for all other batches."""
        return self._known.get(BatchId(batch_id)) if isinstance(batch_id, str) else None

    def title(self, batch_id: BatchId | None) -> str:
        """The workflow's name; empty where the batch is not ours."""
        known = self.get(batch_id)
        return known.title if known else ""

    def label(self, batch_id: BatchId | None, node_id: str, field_name: str) -> str:
        """The author's name of a node's field, else the node's; empty where there is none."""
        known = self.get(batch_id)
        if known is None:
            return ""
        data = workflow_nodes(known.workflow).get(node_id, {})
        field = mapping(mapping(data, "inputs"), field_name)
        return text(field, "label", 200) or text(data, "label", 200)


def workflow_nodes(workflow: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The ``data`` of a workflow document's nodes by id; nothing where the shape is unknown."""
    nodes = workflow.get("nodes")
    if not isinstance(nodes, list):
        return {}
    return {
        node["id"]: mapping(node, "data")
        for node in nodes
        if isinstance(node, dict) and isinstance(node.get("id"), str)
    }

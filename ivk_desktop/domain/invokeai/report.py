"""A handle's form as plain data, for scripts and the command line."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.jobs import UNSET


def field_lines(handle: WorkflowHandle) -> list[dict[str, Any]]:
    """The form's fields in display order.

    Each has ``nodeId``, ``fieldName``, ``label`` (the author's or ``None``), ``title``, ``type``
    (name and cardinality, ``None`` for an input that the server does not know), ``value`` (absent
    when unset) and ``connected``.
    """
    return [
        _line(handle, line["nodeId"], line["fieldName"])
        for line in handle.outline()
        if "nodeId" in line
    ]


def _line(handle: WorkflowHandle, node_id: str, name: str) -> dict[str, Any]:
    node = handle.node(node_id)
    template = node.input_template(name)
    slot = handle.slot(node_id, name)
    value = node.value(name) if slot is None else slot.value()
    line: dict[str, Any] = {
        "nodeId": node_id,
        "fieldName": name,
        "label": node.text(name, "label") or None,
        "title": template.title if template else name,
        "type": None,
        "connected": handle.is_connected(node_id, name),
    }
    if template is not None:
        kind = template.type
        line["type"] = {"name": kind.name, "cardinality": kind.cardinality.value}
    if value is not UNSET and value is not None:
        line["value"] = value
    return line

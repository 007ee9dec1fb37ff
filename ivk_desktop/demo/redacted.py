"""What the items of others look like: how they stand, and nothing of what they are."""

from __future__ import annotations

from typing import Any

HIDDEN = "redacted"
_SHOWN = frozenset(
    {
        "item_id",
        "queue_id",
        "status",
        "status_sequence",
        "device",
        "created_at",
        "updated_at",
        "started_at",
        "completed_at",
        "timestamp",
    }
)
_NAMED = frozenset({"user_id", "batch_id", "session_id"})

Data = dict[str, Any]


def record(whole: Data) -> Data:
    """A record or a summary as other users get it."""
    told = {key: _hidden(key, value) for key, value in whole.items()}
    if "session" in whole:
        told["session"] = {"id": HIDDEN, "graph": {"id": HIDDEN, "nodes": {}, "edges": []}}
    if "priority" in whole:
        told["priority"] = 0
    return told


def event(whole: Data) -> Data:
    """An event as other users get it."""
    told = {
        key: value if key in ("enqueued", "requested", "priority") else _hidden(key, value)
        for key, value in whole.items()
    }
    if "batch_status" in whole:
        told["batch_status"] = whole["batch_status"] | {"batch_id": HIDDEN}
    if "queue_status" in whole:
        told["queue_status"] = queue_status(whole["queue_status"])
    return told


def queue_status(whole: Data) -> Data:
    """The counts, without whose item runs."""
    names = ("item_id", "session_id", "batch_id", "user_pending", "user_in_progress")
    return whole | dict.fromkeys(names)


def _hidden(key: str, value: Any) -> Any:
    if key in _NAMED:
        return HIDDEN
    return value if key in _SHOWN else None

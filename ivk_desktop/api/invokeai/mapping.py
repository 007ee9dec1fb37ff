"""InvokeAI's records as domain values. Pure; rows are plain dicts, for there may be 10,000."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any, Final, Protocol

from ivk_desktop.api.invokeai.values import (
    REDACTED,
    TEXT_LIMIT,
    count,
    mapping,
    moment,
    text,
    whole,
)
from ivk_desktop.domain.jobs import (
    UNSET,
    BatchId,
    Job,
    JobError,
    JobId,
    JobKey,
    JobState,
    JobUpdate,
    QueueCounts,
    Unset,
)
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

TRACEBACK_LIMIT = 20_000
VALUE_LIMIT = 300
GENERATED = "general"
"""The category of what was made here; all others are assets."""
_MOST_INPUTS = 50

_STATES: Final = {
    state.value: state
    for state in (
        JobState.PENDING,
        JobState.RUNNING,
        JobState.WAITING,
        JobState.COMPLETED,
        JobState.FAILED,
        JobState.CANCELED,
    )
}


def state_of(native: str) -> JobState:
    """The state of InvokeAI's word; a word of a newer server is ``UNKNOWN``."""
    return _STATES.get(native, JobState.UNKNOWN)


def job_id(raw: dict[str, Any]) -> JobId | None:
    """The item's id as text, or ``None`` where there is none."""
    number = whole(raw, "item_id")
    return None if number is None else JobId(str(number))


def is_private(raw: dict[str, Any]) -> bool:
    """Whether the server tells no more than the state: another user's item."""
    return raw.get("user_id") == REDACTED or raw.get("batch_id") == REDACTED


class Naming(Protocol):
    """Names for people of what was submitted from here; empty where it was not."""

    def title(self, batch_id: BatchId | None) -> str:
        """The workflow's name."""
        ...

    def label(self, batch_id: BatchId | None, node_id: str, field_name: str) -> str:
        """The name of a node's field."""
        ...


def job_of_summary(server_id: ServerId, raw: dict[str, Any], naming: Naming) -> Job | None:
    """A queue item summary (``item_summaries_by_ids``) as a job; ``None`` without an id."""
    native_id = job_id(raw)
    if native_id is None:
        return None
    private = is_private(raw)
    native = text(raw, "status", 100)
    parent = whole(raw, "parent_item_id")
    return Job(
        key=JobKey(server_id, native_id),
        state=state_of(native),
        title=naming.title(batch_id(raw)),
        batch_id=None if private else batch_id(raw),
        origin=text(raw, "origin", 200),
        destination=text(raw, "destination", 200),
        private=private,
        user="" if private else user_name(raw),
        device=text(raw, "device", 100),
        created_at=moment(raw, "created_at"),
        started_at=moment(raw, "started_at"),
        ended_at=moment(raw, "completed_at"),
        inputs=inputs_of(raw, naming),
        parent=None if parent is None else JobId(str(parent)),
        native_state=native if state_of(native) is JobState.UNKNOWN else "",
    )


def update_of_job(job: Job, *, authoritative: bool) -> JobUpdate:
    """What a freshly read summary says of a job that is known already.

    Only an authoritative one speaks of the state: a summary has no sequence number, so that
    beside live events it cannot be told which of the two is newer.
    """
    update = JobUpdate(
        key=job.key,
        title=job.title or UNSET,
        batch_id=job.batch_id,
        private=job.private,
        device=job.device or UNSET,
        created_at=job.created_at,
        inputs=job.inputs,
        parent=job.parent,
        user=job.user,
        queue_position=UNSET if job.queue_position is None else job.queue_position,
    )
    if not authoritative:
        return update
    return replace(
        update,
        state=job.state,
        started_at=job.started_at,
        ended_at=job.ended_at,
        native_state=job.native_state,
        authoritative=True,
    )


def batch_id(raw: dict[str, Any]) -> BatchId | None:
    """The batch of an item or event."""
    value = text(raw, "batch_id", 200)
    return BatchId(value) if value else None


def user_name(raw: dict[str, Any]) -> str:
    """The owner for people; empty for the one user of a single-user server."""
    name = text(raw, "user_display_name", 200) or text(raw, "user_email", 200)
    user_id = text(raw, "user_id", 200)
    return "" if user_id in ("system", REDACTED) else name or user_id


def told_user(raw: dict[str, Any]) -> str | Unset:
    """The owner where a record or event names them: most have the id alone (server.md 3.2)."""
    known = text(raw, "user_display_name", 200) or text(raw, "user_email", 200)
    return user_name(raw) if known else UNSET


def inputs_of(raw: dict[str, Any], naming: Naming) -> tuple[tuple[str, str], ...]:
    """The batch's values of one item, as (label, value as text)."""
    values = raw.get("field_values")
    if not isinstance(values, list):
        return ()
    batch, found = batch_id(raw), []
    for one in values[:_MOST_INPUTS]:
        if not isinstance(one, dict):
            continue
        node_id, name = text(one, "node_path", 200), text(one, "field_name", 100)
        if not node_id.startswith("metadata_accumulator"):
            label = naming.label(batch, node_id, name) or name
            found.append((label, value_text(one.get("value"))))
    return tuple(found)


def value_text(value: Any) -> str:
    """A field's value on one line."""
    if isinstance(value, dict):
        value = value.get("image_name") or value.get("name") or value
    if isinstance(value, list):
        value = value[:VALUE_LIMIT]
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return " ".join(shown[: 4 * VALUE_LIMIT].split())[:VALUE_LIMIT]


def error_of(raw: dict[str, Any]) -> JobError | None:
    """Why an item failed, or ``None``."""
    kind, message = text(raw, "error_type", 200), text(raw, "error_message", TEXT_LIMIT)
    if not kind and not message:
        return None
    return JobError(kind, message, text(raw, "error_traceback", TRACEBACK_LIMIT))


def counts_of(queue: dict[str, Any], *, paused: bool) -> QueueCounts:
    """The queue's counts: ``queue`` of a status answer, or ``queue_status`` of an event."""
    return QueueCounts(
        pending=count(queue, "pending"),
        running=count(queue, "in_progress"),
        waiting=count(queue, "waiting"),
        completed=count(queue, "completed"),
        failed=count(queue, "failed"),
        canceled=count(queue, "canceled"),
        paused=paused,
    )


def counts_of_status(status: dict[str, Any]) -> QueueCounts:
    """The counts of a ``status`` answer."""
    started = mapping(status, "processor").get("is_started")
    return counts_of(mapping(status, "queue"), paused=started is False)


def image_of(server_id: ServerId, raw: dict[str, Any]) -> ImageInfo:
    """An image record as a gallery entry.

    Raises:
        KeyError: it has no name.
    """
    ref = MediaRef(server_id, ImageName(str(raw["image_name"])))
    return _entry(ref, raw, raw.get("image_category"), None)


def video_of(server_id: ServerId, raw: dict[str, Any]) -> ImageInfo:
    """A video record as a gallery entry.

    Raises:
        KeyError: it has no name.
    """
    ref = MediaRef(server_id, ImageName(str(raw["video_name"])), MediaKind.VIDEO)
    told = raw.get("duration")
    seconds = float(told) if isinstance(told, int | float) and math.isfinite(told) else None
    return _entry(ref, raw, raw.get("video_category"), seconds)


def _entry(
    ref: MediaRef, raw: dict[str, Any], category: object, seconds: float | None
) -> ImageInfo:
    return ImageInfo(
        ref=ref,
        width=count(raw, "width"),
        height=count(raw, "height"),
        created_at=moment(raw, "created_at") or 0.0,
        starred=raw.get("starred") is True,
        board_id=text(raw, "board_id", 200) or None,
        is_intermediate=raw.get("is_intermediate") is True,
        has_workflow=raw.get("has_workflow") is True,
        is_asset=category != GENERATED,
        seconds=seconds,
    )

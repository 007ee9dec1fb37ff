"""Full queue items (``i/{item_id}``): the server's authoritative record of a job."""

from __future__ import annotations

from typing import Any

from ivk_desktop.api.invokeai import mapping
from ivk_desktop.api.invokeai.values import mapping as sub
from ivk_desktop.api.invokeai.values import moment, text, whole
from ivk_desktop.domain.invokeai.results import gallery_media
from ivk_desktop.domain.jobs import UNSET, JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.servers import ServerId


def update_of_item(server_id: ServerId, raw: dict[str, Any], naming: mapping.Naming) -> JobUpdate:
    """All that the record says; null values are absent in it, so absent means none.

    Raises:
        ValueError: it has no id.
    """
    job_id = mapping.job_id(raw)
    if job_id is None:
        raise ValueError("no item_id")
    key = JobKey(server_id, JobId(job_id))
    native = text(raw, "status", 100)
    state = mapping.state_of(native)
    if mapping.is_private(raw):
        return JobUpdate(key, state, private=True, authoritative=True)
    sequence = whole(raw, "status_sequence")
    return JobUpdate(
        key,
        state=state,
        sequence=UNSET if sequence is None else sequence,
        title=naming.title(mapping.batch_id(raw)) or text(sub(raw, "workflow"), "name", 200),
        batch_id=mapping.batch_id(raw),
        origin=text(raw, "origin", 200),
        destination=text(raw, "destination", 200),
        user=mapping.told_user(raw),
        device=text(raw, "device", 100) or UNSET,
        created_at=moment(raw, "created_at"),
        started_at=moment(raw, "started_at"),
        ended_at=moment(raw, "completed_at"),
        inputs=mapping.inputs_of(raw, naming),
        outputs=gallery_media(sub(raw, "session"), server_id) if state.ended else UNSET,
        error=mapping.error_of(raw),
        native_state=native if state is JobState.UNKNOWN else "",
        authoritative=True,
    )

"""The rows of the table ``history`` and what they say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ivk_desktop.domain.history import (
    MOST_INPUTS,
    TRACEBACK_LIMIT,
    VALUE_LIMIT,
    Inputs,
    merged_inputs,
)
from ivk_desktop.domain.jobs import BatchId, Job, JobError, JobId, JobKey, JobState
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

MOST_OUTPUTS: Final = 200
TEXT_LIMIT: Final = 300
MESSAGE_LIMIT: Final = 4000


class Stored(NamedTuple):
    """One row, in the order of the columns."""

    id: int
    server_id: str
    item_id: str
    created_at: float
    batch_id: str
    state: str
    title: str
    origin: str
    user: str
    device: str
    private: int
    started_at: float | None
    ended_at: float | None
    inputs: str
    outputs: str
    error_type: str
    error: str
    traceback: str


KEPT: Final = ("batch_id", "title", "origin", "user", "device", "error_type", "error", "traceback")
"""Texts that a record which lacks them does not take away."""


def stored(job: Job, row_id: int, created_at: float) -> Stored:
    """A job as a row, bounded."""
    error = job.error or JobError("", "")
    return Stored(
        row_id,
        job.key.server_id,
        job.key.job_id,
        created_at,
        job.batch_id or "",
        job.state.value,
        job.title[:TEXT_LIMIT],
        job.origin[:TEXT_LIMIT],
        job.user[:TEXT_LIMIT],
        job.device[:TEXT_LIMIT],
        int(job.private),
        job.started_at,
        job.ended_at,
        pack_inputs(job.inputs),
        json.dumps([[ref.name, ref.kind.value] for ref in job.outputs[:MOST_OUTPUTS]]),
        error.type[:TEXT_LIMIT],
        error.message[:MESSAGE_LIMIT],
        error.traceback[-TRACEBACK_LIMIT:],
    )


def merged(before: Stored, now: Stored) -> Stored:
    """What is known now, with what only an earlier record had told."""
    kept = {name: getattr(before, name) for name in KEPT if not getattr(now, name)}
    for name in ("inputs", "outputs"):
        if getattr(now, name) == "[]":
            kept[name] = getattr(before, name)
    for name in ("started_at", "ended_at"):
        if getattr(now, name) is None:
            kept[name] = getattr(before, name)
    if now.state == JobState.UNKNOWN.value and JobState(before.state).ended:
        kept["state"] = before.state
    return now._replace(id=before.id, created_at=before.created_at, **kept)


def job_of(row: Stored, submitted: Inputs = ()) -> Job:
    """The job that a row tells of; ``submitted`` are the inputs of its submission."""
    server_id = ServerId(row.server_id)
    has_error = row.error_type or row.error
    return Job(
        JobKey(server_id, JobId(row.item_id)),
        _state(row.state),
        title=row.title,
        batch_id=BatchId(row.batch_id) if row.batch_id else None,
        origin=row.origin,
        private=bool(row.private),
        user=row.user,
        device=row.device,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        inputs=merged_inputs(submitted, unpack_inputs(row.inputs)),
        outputs=outputs_of(row.outputs, server_id),
        error=JobError(row.error_type, row.error, row.traceback) if has_error else None,
    )


def pack_inputs(inputs: Inputs) -> str:
    """Inputs as JSON, bounded."""
    short = [[label[:TEXT_LIMIT], value[:VALUE_LIMIT]] for label, value in inputs[:MOST_INPUTS]]
    return json.dumps(short, ensure_ascii=False)


def unpack_inputs(text: str) -> Inputs:
    """Inputs of JSON; none for what cannot be read."""
    return tuple((label, value) for label, value in _pairs(text))


def read_rows(connection: sqlite3.Connection, where: str, values: Sequence[Any]) -> list[Stored]:
    """The rows that a condition selects."""
    sql = f"SELECT {', '.join(Stored._fields)} FROM history WHERE {where}"
    return [Stored(*row) for row in connection.execute(sql, values)]


def outputs_of(text: str, server_id: ServerId) -> tuple[MediaRef, ...]:
    """The results that a row of the history names; none for what cannot be read."""
    kinds = {kind.value: kind for kind in MediaKind}
    return tuple(
        MediaRef(server_id, ImageName(name), kinds.get(kind, MediaKind.IMAGE))
        for name, kind in _pairs(text)
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return [(str(first), str(second)) for first, second in json.loads(text)]
    except (ValueError, TypeError):
        return []


def _state(text: str) -> JobState:
    try:
        return JobState(text)
    except ValueError:
        return JobState.UNKNOWN

"""What LoRA Manager tells over its websocket, and what its records say (other-servers.md 1.3, 1.4).

Two vocabularies are about: the one its server sends, and the one its own page and documents
expect. Both are read.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.jobs import JobState

MOST_PICTURES: Final = 100
MOST_STEPS: Final = 100_000
ID: Final = re.compile(r"[A-Za-z0-9_-]{1,200}")
"""An id of a job: a part of a path, and nothing else."""
_WORDS: Final = 4000
_STATES: Final = {
    "queued": JobState.PENDING,
    "pending": JobState.PENDING,
    "processing": JobState.RUNNING,
    "running": JobState.RUNNING,
    "retrying": JobState.RUNNING,
    "starting": JobState.RUNNING,
    "completed": JobState.COMPLETED,
    "succeeded": JobState.COMPLETED,
    "failed": JobState.FAILED,
    "error": JobState.FAILED,
    "cancelled": JobState.CANCELED,
    "canceled": JobState.CANCELED,
}


class Kind(Enum):
    """What a message is about."""

    STARTED = "started"
    PROGRESS = "progress"
    ENDED = "ended"


_KINDS: Final = {
    "generation_started": Kind.STARTED,
    "progress_update": Kind.PROGRESS,
    "generation_progress": Kind.PROGRESS,
    "progress": Kind.PROGRESS,
    "generation_complete": Kind.ENDED,
    "generation_error": Kind.ENDED,
    "result": Kind.ENDED,
    "error": Kind.ENDED,
}


@dataclass(frozen=True, slots=True)
class Message:
    """One message about one job; ``params`` is what it runs with."""

    kind: Kind
    job_id: str
    state: JobState | None = None
    native: str = ""
    fraction: float | None = None
    step: int | None = None
    total: int | None = None
    eta_s: float | None = None
    preview: str = ""
    error: str = ""
    images: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)


def read_message(raw: Any) -> Message | None:
    """Read a message; ``None`` for one that tells nothing of a job."""
    if not isinstance(raw, Mapping):
        return None
    kind = _KINDS.get(str(raw.get("type", ""))[:40])
    inner = raw.get("data")
    found = _told(kind, inner if isinstance(inner, Mapping) else raw) if kind else None
    if found is not None and kind is Kind.ENDED and (found.state is None or not found.state.ended):
        return None
    return found


def read_record(raw: Any) -> Message:
    """Read the record of a job.

    Raises:
        TypeError: it is none.
    """
    record = raw.get("delivery", raw) if isinstance(raw, Mapping) else None
    if not isinstance(record, Mapping) or "status" not in record:
        raise TypeError("no record of a job")
    result = record.get("result")
    result = result if isinstance(result, Mapping) else {}
    merged = {**result, **{k: v for k, v in record.items() if v is not None and k != "result"}}
    found = _told(Kind.PROGRESS, merged)
    if found is None:
        raise TypeError("a record without an id")
    return found


def _told(kind: Kind, data: Mapping[str, Any]) -> Message | None:
    job_id = next((data[n] for n in ("job_id", "jobId", "id") if isinstance(data.get(n), str)), "")
    if not ID.fullmatch(job_id):
        return None
    native = data.get("status")
    native = native[:40] if isinstance(native, str) else ""
    state = _STATES.get(native.lower())
    if state is None and kind is Kind.ENDED:
        state = JobState.COMPLETED if data.get("images") else JobState.FAILED
    images, preview = data.get("images"), data.get("preview_image")
    step, total = data.get("current_step"), data.get("total_steps")
    counted = type(step) is int and type(total) is int and 0 <= step <= total <= MOST_STEPS
    eta = _number(data.get("eta_seconds"))
    return Message(
        kind,
        job_id,
        state,
        native,
        fraction=_fraction(data.get("progress")),
        step=step if counted and total else None,
        total=total if counted and total else None,
        eta_s=eta if eta is not None and 0 <= eta < 1e7 else None,
        preview=preview if isinstance(preview, str) else "",
        error=_words(data),
        images=tuple(one for one in images[:MOST_PICTURES] if isinstance(one, str))
        if isinstance(images, list)
        else (),
        params=_mapping(data.get("params")),
        info=_mapping(data.get("generation_info")),
    )


def _mapping(raw: Any) -> Mapping[str, Any]:
    return raw if isinstance(raw, Mapping) else {}


def _number(raw: Any) -> float | None:
    number = isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw)
    return float(raw) if number else None


def _fraction(raw: Any) -> float | None:
    """0..1 over the websocket, 0..100 in lists."""
    number = _number(raw)
    if number is None or not 0 <= number <= 100:
        return None
    return number if number <= 1 else number / 100


def _words(data: Mapping[str, Any]) -> str:
    """An error, which may be the raw body of the generator's: JSON in a text."""
    told = next((data[n] for n in ("error_message", "error") if isinstance(data.get(n), str)), "")
    told = told[:_WORDS].strip()
    if told.startswith("{"):
        try:
            inner = json.loads(told)
        except (ValueError, RecursionError):
            return told
        names = ("errors", "detail", "error", "message")
        return next((inner[n] for n in names if isinstance(inner.get(n), str) and inner[n]), told)
    return told

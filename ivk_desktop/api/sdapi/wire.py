"""What ``/sdapi/v1`` answers, read tolerantly (other-servers.md 2)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

MOST_LISTED: Final = 5000
MOST_CHARS: Final = 500
"""Of a name."""
_PLACE: Final = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Glance:
    """What the server does now, whoever asked for it."""

    busy: bool
    mark: str = ""
    """Names the run, where the server does."""
    title: str = ""
    fraction: float | None = None
    eta_s: float | None = None
    step: int | None = None
    total: int | None = None
    picture: str = ""
    """A preview in base64."""
    interrupted: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """How one task of ours stands, by its id."""

    active: bool
    queued: bool
    completed: bool
    glance: Glance
    place: int | None = None
    """Its place among those that wait, from 1."""
    preview_id: int = -1


def read_glance(raw: Mapping[str, Any]) -> Glance:
    """Read ``/sdapi/v1/progress``.

    An idle SD.Next keeps the fraction and the preview of the job before: only ``job`` and
    ``job_count`` say that nothing runs (other-servers.md 2.3).

    Raises:
        KeyError: it is no such answer.
        TypeError: it is no such answer.
    """
    state = raw["state"] or {}
    raw["progress"] + 0.0  # it has to be a number
    count, job = _whole(state.get("job_count")) or 0, text(state.get("job"))
    names_runs = "id" in raw
    busy = bool(job) or count > 0 if names_runs else count > 0
    if not busy:
        return Glance(False)
    step, total = _whole(state.get("sampling_step")), _whole(state.get("sampling_steps"))
    return Glance(
        busy=True,
        mark=text(raw.get("id")) if names_runs else text(state.get("job_timestamp")),
        title=job,
        fraction=share(raw["progress"]),
        eta_s=seconds(raw.get("eta_relative")),
        step=step if total else None,
        total=total or None,
        picture=raw["current_image"] if isinstance(raw.get("current_image"), str) else "",
        interrupted=state.get("interrupted") is True,
        text=text(raw.get("textinfo")),
    )


def read_task(raw: Mapping[str, Any]) -> TaskStatus:
    """Read ``/internal/progress``.

    Raises:
        KeyError: it is no such answer.
    """
    active, queued = raw["active"] is True, raw["queued"] is True
    said = text(raw.get("textinfo"))
    place = _PLACE.search(said) if queued else None
    picture = raw["live_preview"] if isinstance(raw.get("live_preview"), str) else ""
    glance = Glance(
        busy=active,
        fraction=share(raw.get("progress")),
        eta_s=seconds(raw.get("eta")),
        picture=picture,
        text=said,
    )
    preview_id = raw.get("id_live_preview")
    return TaskStatus(
        active,
        queued,
        raw.get("completed") is True,
        glance,
        int(place[1]) if place else None,
        preview_id if type(preview_id) is int else -1,
    )


def read_info(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a result: JSON in a text, and that may be empty."""
    info = raw.get("info")
    try:
        found = json.loads(info) if isinstance(info, str) and info.strip() else info
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def names(raw: Any, *keys: str) -> list[str]:
    """The names in a list of texts or objects, each once; the first key that is there counts."""
    found: dict[str, None] = {}
    for one in raw[:MOST_LISTED] if isinstance(raw, list) else ():
        if isinstance(one, Mapping):
            one = next((one[key] for key in keys if isinstance(one.get(key), str)), "")
        if isinstance(one, str) and one.strip():
            found.setdefault(one[:MOST_CHARS])
    return list(found)


def text(value: Any) -> str:
    """A short text; empty for anything else."""
    return value[:MOST_CHARS] if isinstance(value, str) else ""


def share(value: Any) -> float | None:
    """A number from 0 to 1."""
    number = _number(value)
    return None if number is None else min(max(number, 0.0), 1.0)


def seconds(value: Any) -> float | None:
    """A time left; 0 means that it is not known."""
    number = _number(value)
    return number if number is not None and 0 < number < 7 * 86400 else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def _whole(value: Any) -> int | None:
    number = _number(value)
    return int(number) if number is not None and abs(number) < 1_000_000_000 else None

"""DiffuGen's events of one run, and the fraction that is made of them.

The server's own percentage runs backwards, because it compares the names of its phases
alphabetically (other-servers.md 3.3): a fraction of our own is made of phase and step.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from ivk_desktop.api.sse import ServerEvent
from ivk_desktop.domain.phases import Phase

_PHASES: Final = {
    "initializing": (Phase.STARTING, 0.0),
    "loading_model": (Phase.LOADING_MODEL, 0.05),
    "preparing": (Phase.ENCODING, 0.15),
    "generating": (Phase.DENOISING, 0.20),
    "post_processing": (Phase.DECODING, 0.90),
    "complete": (Phase.SAVING, 1.0),
}
_STEPS_SHARE: Final = 0.70
_MOST_CHARS: Final = 4000
MOST_STEPS: Final = 100_000


@dataclass(frozen=True, slots=True)
class RunEvent:
    """One event of a run."""

    phase: Phase | None = None
    """``None`` for a phase that is not known here."""
    native: str = ""
    message: str = ""
    fraction: float | None = None
    step: int | None = None
    total: int | None = None
    completed: bool = False
    """The picture is made; ``message`` has its path on the server."""
    failed: bool = False
    """``message`` says why."""
    done: bool = False
    """Nothing more will come."""


def read_event(event: ServerEvent) -> RunEvent | None:
    """Read one event; ``None`` for one that says nothing."""
    try:
        raw = json.loads(event.data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict):
        return None
    if event.name == "done":
        return RunEvent(done=True)
    if event.name == "error":
        return RunEvent(failed=True, native="error", message=_text(raw, "error", "message"))
    return _progress(raw)


def _progress(raw: dict[str, Any]) -> RunEvent | None:
    native = raw.get("phase")
    if not isinstance(native, str):
        return None
    native, message = native[:100], _text(raw, "message")
    if native == "error":
        return RunEvent(failed=True, native=native, message=message)
    phase, fraction = _PHASES.get(native, (None, None))
    step, total = _step(raw)
    if native == "generating" and step is not None and total:
        fraction = 0.20 + _STEPS_SHARE * step / total
    return RunEvent(phase, native, message, fraction, step, total, completed=native == "complete")


def _step(raw: dict[str, Any]) -> tuple[int | None, int | None]:
    step, total = raw.get("step"), raw.get("total_steps")
    if type(step) is not int or type(total) is not int or not 0 < total <= MOST_STEPS:
        return None, None
    return min(max(step, 0), total), total


def _text(raw: dict[str, Any], *names: str) -> str:
    found = (raw.get(name) for name in names)
    return next((one[:_MOST_CHARS] for one in found if isinstance(one, str) and one), "")

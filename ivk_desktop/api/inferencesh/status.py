"""The states of a task, in words and in numbers (other-servers.md 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.phases import Phase


@dataclass(frozen=True, slots=True)
class Status:
    """How a task stands."""

    name: str
    state: JobState
    phase: Phase | None = None


_ALL: Final = (
    Status("received", JobState.PENDING),
    Status("queued", JobState.PENDING),
    Status("scheduled", JobState.PENDING),
    Status("dispatched", JobState.RUNNING, Phase.STARTING),
    Status("preparing", JobState.RUNNING, Phase.STARTING),
    Status("serving", JobState.RUNNING, Phase.LOADING_MODEL),
    Status("setting_up", JobState.RUNNING, Phase.LOADING_MODEL),
    Status("running", JobState.RUNNING, Phase.WORKING),
    Status("cancelling", JobState.CANCELING),
    Status("uploading", JobState.RUNNING, Phase.SAVING),
    Status("completed", JobState.COMPLETED),
    Status("failed", JobState.FAILED),
    Status("cancelled", JobState.CANCELED),
    Status("rejected", JobState.FAILED),
)
_BY_NAME: Final = {one.name: one for one in _ALL}
_SPELT: Final = {"canceling": "cancelling", "canceled": "cancelled", "setup": "setting_up"}
_NOW: Final = dict(
    enumerate(
        (
            "received",
            "queued",
            "dispatched",
            "preparing",
            "serving",
            "setting_up",
            "running",
            "cancelling",
            "uploading",
            "completed",
            "failed",
            "cancelled",
            "rejected",
        ),
        start=1,
    )
)
"""The numbers of today. Earlier ones differ from 3 on (8 uploading; or 9 completed, 10 failed), and
nothing tells them apart: so a 9 never ends a task, and words count before numbers."""


def status_of(task: Mapping[str, Any]) -> Status | None:
    """The status of a task; ``None`` where it is not known."""
    for told in (task.get("status_text"), task.get("status")):
        if isinstance(told, str):
            name = told.strip().lower().replace("-", "_").replace(" ", "_")[:40]
            if (found := _BY_NAME.get(_SPELT.get(name, name))) is not None:
                return found
    number = task.get("status")
    return _BY_NAME.get(_NOW.get(number, "")) if type(number) is int else None

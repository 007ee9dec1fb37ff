"""What a record that was read makes of what was known of a job. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from ivk_desktop.domain.jobs import UNSET, Job, JobUpdate
from ivk_desktop.stores.batches import RUNNING

SAME_JOB_S: Final = 0.5
"""Records of one id whose creation differs by more are two jobs of a wiped database."""

_KEPT: Final = ("title", "inputs", "outputs", "error", "device", "user", "queue_position")
"""What a record may lack and something else has told."""


def is_another(before: Job, after: Job | JobUpdate) -> bool:
    """Whether the two are of one id, but not of one job."""
    new, old = after.created_at, before.created_at
    if new is UNSET or new is None or old is None:
        return False
    return abs(float(new) - old) > SAME_JOB_S


def merged(before: Job | None, job: Job, *, may_go_back: bool) -> Job:
    """``job`` as read, with what only events and own submissions had told.

    A record that was asked for may be older than an event that came meanwhile: unless
    ``may_go_back``, a state that was reached is kept.
    """
    if before is None or is_another(before, job):
        return job
    kept: dict[str, Any] = {
        name: getattr(before, name)
        for name in _KEPT
        if not getattr(job, name) and getattr(before, name)
    }
    if not may_go_back and _steps(before) > _steps(job):
        for name in ("state", "sequence", "native_state", "started_at", "ended_at"):
            kept[name] = getattr(before, name)
    elif before.state is job.state and before.sequence > job.sequence:
        kept["sequence"] = before.sequence
    return replace(job, **kept) if kept else job


def _steps(job: Job) -> int:
    """How far a job has come in its life."""
    return 2 if job.state.ended else 1 if job.state in RUNNING else 0

"""What jobs are as a whole, whatever they are gathered by: a batch, a workflow, a user. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ivk_desktop.domain.jobs import JobState

_SPEAKING: Final = (
    JobState.PENDING,
    JobState.SUBMITTING,
    JobState.WAITING,
    JobState.UNKNOWN,
    JobState.FAILED,
    JobState.COMPLETED,
    JobState.CANCELED,
    JobState.DETACHED,
)


def state_of_all(states: Mapping[JobState, int]) -> JobState:
    """The state that speaks for all jobs, of which so many are in each.

    Running, then waiting to run, then how they ended: one failure is never hidden by successes.
    """
    if states.get(JobState.RUNNING) or states.get(JobState.CANCELING):
        return JobState.RUNNING
    return next((state for state in _SPEAKING if states.get(state)), JobState.UNKNOWN)


def run_time_of_all(ended_s: float | None, running_s: Iterable[float]) -> float | None:
    """The seconds that jobs have run, together; ``None`` where none has begun.

    Args:
        ended_s: of those that have ended; ``None`` where no time of any is known.
        running_s: what each of those that run has taken so far.
    """
    going_on = list(running_s)
    if ended_s is None and not going_on:
        return None
    return (ended_s or 0.0) + sum(going_on)

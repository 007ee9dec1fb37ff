from __future__ import annotations

import pytest

from ivk_desktop.domain.groups import run_time_of_all, state_of_all
from ivk_desktop.domain.jobs import JobState

S = JobState


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ({}, S.UNKNOWN),
        ({S.COMPLETED: 3}, S.COMPLETED),
        ({S.COMPLETED: 3, S.FAILED: 1}, S.FAILED),
        ({S.COMPLETED: 1, S.CANCELED: 9}, S.COMPLETED),
        ({S.CANCELED: 2}, S.CANCELED),
        ({S.FAILED: 1, S.PENDING: 1}, S.PENDING),
        ({S.PENDING: 5, S.RUNNING: 1, S.FAILED: 2}, S.RUNNING),
        ({S.CANCELING: 1, S.PENDING: 1}, S.RUNNING),
        ({S.RUNNING: 0, S.COMPLETED: 1}, S.COMPLETED),
    ],
)
def test_one_state_speaks_for_all(states: dict[S, int], state: S) -> None:
    assert state_of_all(states) is state


def test_what_ran_and_what_runs_is_added_up() -> None:
    assert run_time_of_all(3.0, [1.5, 0.5]) == 5.0
    assert run_time_of_all(None, [2.0]) == 2.0
    assert run_time_of_all(0.0, []) == 0.0
    assert run_time_of_all(None, []) is None

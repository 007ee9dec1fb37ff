from __future__ import annotations

import pytest

from ivk_desktop.domain.updates import Preview
from ivk_desktop.stores import preview_history
from ivk_desktop.stores.preview_history import PreviewHistory
from tests.fakes import job_key


def step(number: int, size: int = 10) -> Preview:
    return Preview(bytes(size), 64, 64, float(number))


def numbers(history: PreviewHistory, job: int = 1) -> list[float]:
    return [one.arrived_at for one in history.steps(job_key(job))]


def test_the_steps_of_a_job_come_back_in_their_order() -> None:
    history = PreviewHistory()
    for number in range(5):
        history.add(job_key(1), step(number))
    assert numbers(history) == [0, 1, 2, 3, 4]
    assert history.steps(job_key(2)) == ()
    assert history.steps(None) == ()


def test_a_long_job_is_thinned_out_but_keeps_its_first_and_its_newest_step() -> None:
    history = PreviewHistory()
    for number in range(5000):
        history.add(job_key(1), step(number))
        kept = numbers(history)
        assert (kept[0], kept[-1]) == (0, number)
        assert len(kept) <= preview_history.MOST_STEPS
    assert len(numbers(history)) > preview_history.MOST_STEPS // 3
    assert history.size_bytes == 10 * len(numbers(history))


def test_a_flood_stays_within_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_history, "MOST_BYTES", 1000)
    history = PreviewHistory()
    for number in range(300):
        history.add(job_key(number % 3), step(number, 90))
        assert history.size_bytes <= 1000
    assert numbers(history, 2)[-1] == 299


def test_of_many_jobs_the_newest_are_kept() -> None:
    history = PreviewHistory()
    for number in range(100):
        history.add(job_key(number), step(number))
    assert numbers(history, 99) == [99]
    assert numbers(history, 0) == []
    history.forget(job_key(99))
    assert history.size_bytes == 10 * (preview_history.MOST_JOBS - 1)

from __future__ import annotations

import math

import pytest

from ivk_desktop.domain.estimates import Estimate, Learned, guess, learn, queue_estimate
from ivk_desktop.domain.jobs import QueueCounts
from ivk_desktop.domain.outlook import Mood, RunTally, ServerWork, outlook
from ivk_desktop.domain.phases import Phase, phase_of, steps_in


def test_learning_follows_newer_runs_and_knows_how_far_they_stray() -> None:
    known = learn(None, 10.0)
    for _ in range(20):
        known = learn(known, 20.0)
    assert known is not None
    assert known.seconds == pytest.approx(20.0, abs=0.1)
    assert known.spread_s < 1.0


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -1.0, 1e9])
def test_nonsense_teaches_nothing(seconds: float) -> None:
    known = Learned(3.0)
    assert learn(known, seconds) is known


def test_denoising_is_guessed_heavier_than_anything_near_it() -> None:
    assert guess("denoise_latents") > guess("l2i") > guess("compel") > guess("add")


def test_the_queue_is_done_when_all_its_work_is() -> None:
    learned = {"a": Learned(10.0, 1.0), "": Learned(20.0, 2.0)}
    left = queue_estimate([Estimate(5.0, 1.0)], {"a": 3, "never seen": 1}, learned, 1)
    assert left is not None
    assert left.seconds == pytest.approx(5 + 30 + 20)
    assert left.band_s > 1.0


def test_lanes_share_the_work_but_none_ends_before_its_own_job() -> None:
    learned = {"": Learned(10.0)}
    both = [Estimate(60.0, 0.0), Estimate(2.0, 0.0)]
    left = queue_estimate(both, {"": 1}, learned, 2)
    assert left is not None
    assert left.seconds == 60.0


def test_the_end_is_not_told_while_a_part_is_unknown() -> None:
    assert queue_estimate([None], {}, {}, 1) is None
    assert queue_estimate([], {"new": 1}, {}, 1) is None


def test_items_of_yesterday_are_not_part_of_todays_run() -> None:
    tally = RunTally()
    tally.update(QueueCounts(completed=40))
    tally.update(QueueCounts(pending=10, completed=40))
    counts = QueueCounts(pending=6, running=1, completed=43)
    tally.update(counts)
    assert tally.ended(counts) == 3
    pruned = QueueCounts(pending=6, running=1)
    tally.update(pruned)
    assert tally.ended(pruned) == 0


def test_a_run_met_under_way_counts_the_ended_items_of_its_open_batches() -> None:
    tally = RunTally()
    counts = QueueCounts(pending=6, completed=43)
    tally.update(counts, ended_in_open_batches=4)
    assert tally.ended(counts) == 4


def test_all_is_done_when_the_last_server_is() -> None:
    fast = ServerWork(QueueCounts(pending=1, running=1), 2, (0.5,), Estimate(10, 1))
    slow = ServerWork(QueueCounts(running=1), 0, (0.1,), Estimate(90, 9))
    view = outlook([fast, slow])
    assert view.left == Estimate(90, 9)
    assert (view.ended, view.total) == (2, 5)
    assert view.fraction == pytest.approx(2.6 / 5)
    assert view.mood is Mood.RUNNING


def test_the_mood_tells_a_pause_from_work_and_rest() -> None:
    def mood(**counts: int | bool) -> Mood:
        return outlook([ServerWork(QueueCounts(**counts), 0)]).mood  # type: ignore[arg-type]

    assert mood() is Mood.IDLE
    assert mood(pending=3) is Mood.RUNNING
    assert mood(pending=3, paused=True) is Mood.PAUSED
    assert mood(pending=3, running=1, paused=True) is Mood.PAUSING


def test_phases_are_told_by_the_message_first_then_by_the_node() -> None:
    assert phase_of("denoise_latents", "Loading model x (unet)") is Phase.LOADING_MODEL
    assert phase_of("denoise_latents", "") is Phase.DENOISING
    assert phase_of("l2i", "Saving image") is Phase.SAVING
    assert phase_of("l2i", "Running VAE decoder") is Phase.DECODING
    assert phase_of("lab_slow", "Lab step 1/3") is Phase.WORKING


def test_only_sensible_steps_are_taken_from_a_message() -> None:
    assert steps_in("Lab step 2/3") == (2, 3)
    assert steps_in("step 13 of 30") == (13, 30)
    assert steps_in("at 5/0") is None
    assert steps_in("9/3") is None
    assert steps_in("version 1.2/3") is None
    assert steps_in("9" * 10_000 + "/" + "9" * 10_000) is None

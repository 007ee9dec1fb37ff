"""Who is told what while the window is not looked at."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.attention import (
    AWAY_S,
    MOST_ERRORS,
    SAME_ERROR_S,
    Absence,
    Attention,
    BatchEnd,
    LastItem,
    Scene,
    is_quiet,
    minute_of,
)
from ivk_desktop.domain.jobs import BatchId, JobState
from tests.fakes import SERVER, job_key

AWAY = Scene(active=False)
S = JobState


def end(completed: int = 30, failed: int = 0, canceled: int = 0) -> BatchEnd:
    counts = {"completed": completed, "failed": failed, "canceled": canceled}
    return BatchEnd(SERVER, BatchId("b"), job_key(1), "Owl", **counts)


def test_a_batch_is_told_once_nobody_looks() -> None:
    rules = Attention()
    assert rules.batch_ended(end(), AWAY)
    assert not rules.batch_ended(end(), Scene(active=True))
    assert not rules.batch_ended(end(), Scene(active=False, quiet=True))
    assert not rules.batch_ended(end(), Scene(active=False, batches=False))


def test_a_batch_that_was_canceled_is_no_news() -> None:
    assert not Attention().batch_ended(end(0, 0, 30), AWAY)
    assert Attention().batch_ended(end(1, 0, 29), AWAY)


def test_a_batch_that_failed_whole_was_told_as_an_error() -> None:
    assert not Attention().batch_ended(end(0, 30), AWAY)
    assert Attention().batch_ended(end(0, 30), Scene(active=False, errors=False))


def test_an_error_is_told_whatever_the_batches_do() -> None:
    rules = Attention()
    assert rules.failed("oom", 0.0, Scene(active=False, batches=False))
    assert rules.failed("disk", 0.0, AWAY)
    assert not rules.failed("other", 0.0, Scene(active=True))
    assert not rules.failed("other", 0.0, Scene(active=False, quiet=True))
    assert not rules.failed("other", 0.0, Scene(active=False, errors=False))


def test_a_thousand_times_the_same_error_is_one_notification_a_minute() -> None:
    rules = Attention()
    told = [at for at in range(1000) if rules.failed("oom", at / 10, AWAY)]
    assert told == [0, int(SAME_ERROR_S * 10)]


def test_ever_new_errors_take_no_more_memory() -> None:
    rules = Attention()
    for number in range(3 * MOST_ERRORS):
        assert rules.failed(f"e{number}", 0.0, AWAY)
    assert len(rules._told_errors) == MOST_ERRORS


@pytest.mark.parametrize(
    ("minute", "start", "end", "quiet"),
    [
        ("23:30", "22:00", "07:00", True),
        ("06:59", "22:00", "07:00", True),
        ("07:00", "22:00", "07:00", False),
        ("12:00", "22:00", "07:00", False),
        ("12:00", "11:00", "13:00", True),
        ("13:00", "11:00", "13:00", False),
        ("12:00", "12:00", "12:00", False),
    ],
)
def test_quiet_hours_go_over_midnight(minute: str, start: str, end: str, quiet: bool) -> None:
    at, first, last = (minute_of(text) for text in (minute, start, end))
    assert at is not None
    assert first is not None
    assert last is not None
    assert is_quiet(at, first, last) is quiet


@pytest.mark.parametrize("text", ["", "7", "24:00", "12:60", "a:b", "-1:00", "1:2:3"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert minute_of(text) is None


def test_ten_minutes_away_make_one_line() -> None:
    absence = Absence()
    absence.begin(1000.0)
    absence.begin(1200.0)  # another window lost the focus too
    for state in (S.COMPLETED, S.COMPLETED, S.FAILED, S.CANCELED):
        absence.ended(state)
    told = absence.end(1000.0 + AWAY_S)
    assert told is not None
    assert (told.since, told.completed, told.failed) == (1000.0, 2, 1)
    assert absence.end(9000.0) is None


def test_a_short_or_an_idle_absence_is_not_told() -> None:
    absence = Absence()
    absence.begin(0.0)
    absence.ended(S.COMPLETED)
    assert absence.end(AWAY_S - 1) is None
    absence.begin(0.0)
    absence.ended(S.CANCELED)
    assert absence.end(AWAY_S) is None


def test_the_end_of_all_work_is_told_once() -> None:
    last = LastItem()
    assert not last.update(0, sure=True)  # idle from the start
    assert not last.update(2, sure=True)
    last.job_ended(S.COMPLETED)
    assert not last.update(1, sure=True)
    last.job_ended(S.FAILED)
    assert last.update(0, sure=True)
    assert not last.update(0, sure=True)


def test_work_that_no_count_ever_told_of_is_work() -> None:
    last = LastItem()
    last.job_ended(S.COMPLETED)
    assert last.update(0, sure=True)


def test_work_that_was_canceled_is_no_end_of_all_work() -> None:
    last = LastItem()
    last.update(2, sure=True)
    last.job_ended(S.COMPLETED)
    last.job_ended(S.CANCELED)
    assert not last.update(0, sure=True)


def test_while_a_server_is_lost_nothing_is_sure() -> None:
    last = LastItem()
    last.update(1, sure=True)
    last.job_ended(S.COMPLETED)
    assert not last.update(0, sure=False)
    assert last.update(0, sure=True)

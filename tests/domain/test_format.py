from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ivk_desktop.domain import format as fmt

GERMAN = fmt.Style(decimal=",", group=".")
NOON = datetime(2026, 3, 1, 15, 12, 8, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (12.4, "0:12"),
        (100, "1:40"),
        (3599, "59:59"),
        (3900, "1 h 05"),
        (90000, "1 d 1 h"),
        (-3, "0:00"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_durations_are_short(seconds: float | None, text: str) -> None:
    assert fmt.duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "< 0.1 s"),
        (0.42, "0.4 s"),
        (0.94, "0.9 s"),
        (0.95, "0:01"),
        (12.4, "0:12"),
        (3900, "1 h 05"),
        (-3, "0:00"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_a_run_of_less_than_a_second_has_a_time_too(seconds: float | None, text: str) -> None:
    assert fmt.run_time(seconds) == text


def test_an_uncertain_duration_is_rounded_and_says_about() -> None:
    assert fmt.about(12, 0.5) == "0:12"
    assert fmt.about(101, 30) == "about 1:40"
    assert fmt.about(187, 60) == "about 3:10"


@pytest.mark.parametrize(
    ("fraction", "text"),
    [(0.29, "29 %"), (0.999, "99 %"), (1.0, "100 %"), (7, "100 %"), (-1, "0 %"), (None, "")],
)
def test_percent_is_rounded_down_so_that_100_means_done(fraction: float, text: str) -> None:
    assert fmt.percent(fraction) == text


def test_percent_of_no_number_is_empty() -> None:
    assert fmt.percent(float("nan")) == ""
    assert fmt.percent(float("inf")) == ""


def test_clock_times_follow_the_style_and_survive_nonsense() -> None:
    assert fmt.clock(NOON, UTC) == "15:12"
    assert fmt.clock(NOON, UTC, fmt.Style(hours_24=False)) == "3:12 PM"
    assert fmt.moment(NOON, UTC) == "2026-03-01 15:12:08"
    assert fmt.clock(None, UTC) == ""
    assert fmt.clock(1e300, UTC) == ""


def test_ages_sizes_counts_and_speeds_read_like_words() -> None:
    assert [fmt.ago(s) for s in (3, 130, 7300, 300000)] == [
        "just now",
        "2 min ago",
        "2 h ago",
        "3 d ago",
    ]
    assert [fmt.size(n) for n in (820, 14_200_000, 6_700_000_000)] == ["820 B", "14.2 MB", "6.7 GB"]
    assert fmt.count(9214) == "9,214"
    assert fmt.count(9214, GERMAN) == "9.214"
    assert fmt.speed(2.1) == "2.1 it/s"
    assert fmt.speed(0.4) == "2.5 s/it"
    assert fmt.speed(None) == ""
    assert fmt.decimal(2.1, 1, GERMAN) == "2,1"


def test_short_and_long_spans_choose_their_unit() -> None:
    assert [fmt.short_seconds(s) for s in (0.002, 0.52, 12.3, 100)] == [
        "< 0.1 s",
        "0.5 s",
        "12 s",
        "1:40",
    ]
    assert [fmt.minutes(s) for s in (20, 2290, 3590, 4000)] == [
        "20 s",
        "38 min",
        "1 h 00",
        "1 h 07",
    ]

"""Where the values of a sweep come from."""

from __future__ import annotations

import math
import random
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.form import Choice, FieldKind, FieldSpec, Limits
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.sweep_values import (
    random_values,
    range_values,
    read_list,
    read_table,
    text_lines,
    usual_range,
)

INTEGER = FieldSpec(FieldId("i"), FieldKind.INTEGER, "I")
FLOAT = FieldSpec(FieldId("f"), FieldKind.FLOAT, "F")
STRING = FieldSpec(FieldId("s"), FieldKind.STRING, "S")
CHOICE = FieldSpec(
    FieldId("c"), FieldKind.CHOICE, "C", choices=(Choice("a", "Euler a"), Choice(512, "512"))
)
SWITCH = FieldSpec(FieldId("b"), FieldKind.BOOLEAN, "B")


def test_numbers_stand_between_commas_or_spaces() -> None:
    assert read_list("4, 5;6\n7  8", INTEGER) == (4, 5, 6, 7, 8)
    assert read_list("4, 5.5", FLOAT) == (4, 5.5)


def test_texts_stand_on_lines() -> None:
    assert read_list("a red, big fox\n\n a blue one ", STRING) == ("a red, big fox", "a blue one")


def test_choices_are_found_by_value_or_label_and_keep_their_type() -> None:
    assert read_list("Euler a\n512\na", CHOICE) == ("a", 512, "a")
    assert read_list("on\nfalse", SWITCH) == (True, False)


@pytest.mark.parametrize(
    ("text", "spec"),
    [("4, x", INTEGER), ("nan", FLOAT), ("1e999", FLOAT), ("ddim", CHOICE), ("maybe", SWITCH)],
)
def test_what_is_no_value_is_told(text: str, spec: FieldSpec) -> None:
    with pytest.raises(DomainError):
        read_list(text, spec)


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (("0", "1", "0.1"), (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)),
        (("4", "8", "1"), (4, 5, 6, 7, 8)),
        (("8", "4", "2"), (8, 6, 4)),
        (("1", "2", "0.4"), (1, 1.4, 1.8)),
        (("5", "5", "1"), (5,)),
    ],
)
def test_a_range_has_exact_steps(arguments: Any, values: Any) -> None:
    assert range_values(*arguments, FLOAT) == values


@pytest.mark.parametrize("arguments", [("0", "1", "0"), ("0", "1e9", "1"), ("", "1", "1")])
def test_an_impossible_range_is_told(arguments: Any) -> None:
    with pytest.raises(DomainError):
        range_values(*arguments, INTEGER)


@given(st.integers(-50, 50), st.integers(0, 60), st.integers(1, 60))
def test_random_integers_are_distinct_while_there_are_enough(low: int, room: int, n: int) -> None:
    values = random_values(str(low), str(low + room), n, INTEGER, random.Random(1))
    assert len(values) == n
    assert all(low <= value <= low + room for value in values)
    assert n > room + 1 or len(set(values)) == n


def test_a_table_gives_columns_by_name() -> None:
    table = read_table('\ufeffprompt;seed\r\n"a fox; red";1\r\n;2\r\nan owl\r\n')
    assert table.columns == ("prompt", "seed")
    assert table.column(0, STRING) == ("a fox; red", "an owl")
    assert table.column(1, INTEGER) == (1, 2)


def test_a_table_of_one_column_may_hold_commas() -> None:
    assert read_table('prompt\n"a fox, red"\nan owl\n').column(0, STRING) == (
        "a fox, red",
        "an owl",
    )


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    text_lines(text)
    for read in (lambda: read_table(text), lambda: read_list(text, INTEGER)):
        with suppress(DomainError):
            read()


@pytest.mark.parametrize(
    ("value", "limits", "found"),
    [
        (30, Limits(1, 50, 1, 1), ("30", "34", "1")),
        (49, Limits(1, 50, 1, 1), ("49", "50", "1")),
        (50, Limits(1, 50, 1, 1), ("46", "50", "1")),
        (0.75, Limits(0, 1, 0.05, 0.01), ("0.75", "0.95", "0.05")),
        (512, Limits(8, 4096, 8, 8, multiple_of=64), ("512", "768", "64")),
        (4294967295, Limits(0, 4294967295, 1, 1), ("4294967291", "4294967295", "1")),
        (99, Limits(1, 50, 1, 1), ("46", "50", "1")),
        ("words", Limits(0, 9, 0, 0), ("1", "5", "1")),
        (math.nan, Limits(-math.inf, math.inf, 1, 1), ("1", "5", "1")),
        (True, Limits(3, 3, 1, 1), ("3", "3", "1")),
        (1e-7, Limits(0, 1, 1e-8, 1e-8), ("0.0000001", "0.00000014", "0.00000001")),
        (20, None, ("20", "24", "1")),
    ],
)
def test_a_first_range_starts_at_the_value(value: Any, limits: Limits | None, found: Any) -> None:
    assert usual_range(value, replace(INTEGER, limits=limits)) == found

"""What is typed to find pictures: every text has a meaning, and says what it did not grasp."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.picture_search import (
    FLAGS,
    LONGEST,
    MOST,
    NUMBERS,
    TEXTS,
    Condition,
    Has,
    Is,
    Made,
    Sized,
    Tagged,
    Within,
    filter_of,
    parse,
    with_filter,
)
from ivk_desktop.words import sentence


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("tiger", Has("tiger")),
        ("-tiger", Has("tiger", is_not=True)),
        ('"two words"', Has("two words")),
        ("model:sdxl", Has("sdxl", "model")),
        ("MODEL:SDXL", Has("SDXL", "model")),
        ('-model:"sd xl"', Has("sd xl", "model", is_not=True)),
        ('lora:"unclosed one', Has("unclosed one", "lora")),
        ("seed:123", Within("seed", 123, 123)),
        ("rating:>=4", Within("rating", 4)),
        ("rating>=4", Within("rating", 4)),
        ("steps<30", Within("steps", high=math.nextafter(30, -math.inf))),
        ("cfg:3.5..7", Within("guidance", 3.5, 7)),
        ("width=512", Within("width", 512, 512)),
        ("size:1024x768", Sized(1024, 768)),
        ("tag:Keep", Tagged("keep")),
        ("-tag:keep", Tagged("keep", is_not=True)),
        ("starred", Is("starred")),
        ("-is:tagged", Is("tagged", is_not=True)),
        ("before:2026-01-01", Made(end=date(2026, 1, 1))),
        ("after:2026-02", Made(first=date(2026, 2, 1))),
        ("on:2026-12", Made(date(2026, 12, 1), date(2027, 1, 1))),
        ("date:2026-03-18", Made(date(2026, 3, 18), date(2026, 3, 19))),
        ("(cat:1.2)", Has("(cat:1.2)")),
        ("16:9", Has("16:9")),
        ("a>b", Has("a>b")),
        ('"starred"', Has("starred")),
    ],
)
def test_a_condition_is_read(text: str, condition: Condition) -> None:
    query = parse(text)
    assert query.conditions == (condition,)
    assert not query.problems


def test_all_conditions_of_a_text_hold_together() -> None:
    query = parse("model:sdxl seed:123 tag:keep red fox before:2026-01-01 starred")
    assert query.conditions == (
        Has("sdxl", "model"),
        Within("seed", 123, 123),
        Tagged("keep"),
        Has("red"),
        Has("fox"),
        Made(end=date(2026, 1, 1)),
        Is("starred"),
    )
    assert not query.is_plain
    assert parse("red fox").is_plain
    assert parse("board:cats").names_board


@pytest.mark.parametrize("text", ["", "  ", "-", "model:", 'prompt:""', "rating:", '""'])
def test_what_waits_for_its_value_hides_nothing(text: str) -> None:
    assert parse(text).conditions == ()
    assert parse(text).problems == ()


def test_an_unknown_filter_is_searched_as_text_and_said() -> None:
    query = parse("colour:red")
    assert query.conditions == (Has("colour:red"),)
    (problem,) = query.problems
    assert "colour" in sentence(problem)


@pytest.mark.parametrize(
    "text",
    ["rating:many", "seed:>1..2", "size:wide", "before:yesterday", "on:2026-13", "is:nice"],
)
def test_a_value_that_makes_no_sense_is_left_out_and_said(text: str) -> None:
    query = parse(text)
    assert query.conditions == ()
    (problem,) = query.problems
    assert text.partition(":")[2] in sentence(problem)


def test_size_and_number_of_conditions_are_bounded() -> None:
    assert len(parse("ab " * 5000).conditions) == MOST
    (only,) = parse("x" * 5000).conditions
    assert isinstance(only, Has)
    assert len(only.text) == LONGEST


NAMES = st.sampled_from([*TEXTS, *NUMBERS, "tag", "size", "before", "after", *FLAGS])
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(st.text())
def test_every_text_has_a_meaning(text: str) -> None:
    for problem in parse(text).problems:
        assert sentence(problem)


@given(st.text(max_size=200), NAMES, VALUES)
def test_a_filter_that_is_set_can_be_read_and_taken_away(text: str, name: str, value: str) -> None:
    clean = " ".join(value.replace('"', " ").split())
    changed = with_filter(text, name, value)
    assert filter_of(changed, name) == (("yes" if name in FLAGS else clean) if clean else "")
    assert filter_of(with_filter(changed, name, ""), name) == ""


@given(VALUES, NAMES)
def test_other_conditions_stay_when_one_filter_is_set(value: str, name: str) -> None:
    text = with_filter("tiger -lora:ink", "on", "2026")
    if name != "on":
        others = list(parse(with_filter(text, name, value)).conditions)
        assert others[:3] == list(parse(text).conditions)

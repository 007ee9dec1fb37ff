"""What number fields read, write and take."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.form import FieldKind, FieldSpec, Limits
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.ui.form.expression import evaluate, evaluate_so_far
from ivk_desktop.ui.form.numbers import NumberRules


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("512*2", 1024),
        ("(1024 - 64) / 8", 120),
        ("-3", -3),
        ("2*-3+1", -5),
        ("7/2", 3.5),
        ("10 % 4", 2),
        ("0,5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("4294967295", 4294967295),
        ("((((8))))", 8),
    ],
)
def test_arithmetic_is_worked_out(text: str, value: float) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1/0",
        "2**3",
        "1 2",
        "(1",
        "1)",
        "__import__('os')",
        "1e999",
        "(" * 500,
        "9" * 300,
    ],
)
def test_what_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no |too "):
        evaluate(text)


def test_what_is_still_being_typed_counts_as_far_as_it_goes() -> None:
    assert evaluate_so_far("512*") == 512
    assert evaluate_so_far("(3+4") == 7


def rules(kind: FieldKind, limits: Limits | None = None, seed: bool = False) -> NumberRules:
    return NumberRules.of(FieldSpec(FieldId("x"), kind, "X", limits=limits, is_seed=seed))


def test_seeds_go_up_to_the_largest_uint32() -> None:
    seed = rules(FieldKind.INTEGER, seed=True)
    assert seed.read("4294967295") == 4294967295
    assert seed.read("4294967296") == 4294967295
    assert seed.read("-1") == 0
    assert 0 <= seed.shuffled() <= 4294967295


def test_values_are_clamped_and_snapped_to_multiples_inside_the_limits() -> None:
    size = rules(FieldKind.INTEGER, Limits(60, 1000, 8, 8, 8))
    assert size.fit(83) == 80
    assert size.fit(1) == 64
    assert size.fit(5000) == 1000
    assert size.stepped(64, 1) == 72
    assert isinstance(size.fit(65.0), int)


def test_whole_numbers_round_half_up_and_floats_stay_short() -> None:
    assert rules(FieldKind.INTEGER).fit(2.5) == 3
    tenth = rules(FieldKind.FLOAT, Limits(0, 1, 0.1, 0.01))
    assert tenth.stepped(0.2, 1) == 0.3
    assert tenth.text(0.30000000000000004) == "0.3"
    assert tenth.stepped(0.2, 1, fine=True) == 0.21

"""Generators yield exactly what the web UI yields."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.invokeai.generators import generate, is_remote
from ivk_desktop.domain.invokeai.mt19937 import MersenneTwister
from ivk_desktop.domain.problems import DomainError


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (0, [0.548813502304256, 0.5928446163889021, 0.715189364971593]),
        (1, [0.4170219984371215, 0.99718480813317]),
        (42, [0.37454011430963874, 0.7965429842006415, 0.9507143115624785]),
        (42 + 2**32, [0.37454011430963874]),
    ],
)
def test_the_twister_gives_the_known_numbers(seed: int, expected: list[float]) -> None:
    twister = MersenneTwister(seed)
    assert [twister.random() for _ in expected] == pytest.approx(expected, rel=1e-15)


def made(kind: str, **parameters: Any) -> list[Any]:
    return generate({"type": kind, **parameters})


@pytest.mark.parametrize(
    ("kind", "parameters", "expected"),
    [
        ("float_generator_arithmetic_sequence", {"count": 4}, [0, 0.1, 0.2, 3 * 0.1]),
        ("float_generator_arithmetic_sequence", {"start": 5, "step": 0, "count": 9}, [5]),
        ("float_generator_arithmetic_sequence", {"values": [1, 2.5]}, [1, 2.5]),
        ("float_generator_arithmetic_sequence", {"values": []}, []),
        ("float_generator_arithmetic_sequence", {"count": -3}, []),
        ("float_generator_linear_distribution", {"count": 1}, [0]),
        ("float_generator_linear_distribution", {"count": 3}, [0, 0.5, 1]),
        ("float_generator_parse_string", {"input": "1e3x, .5,-2., x, NaN, 3"}, [1000, 0.5, -2, 3]),
        ("float_generator_parse_string", {"input": "Infinity,1"}, [1]),
        ("integer_generator_arithmetic_sequence", {"start": 3, "step": -2, "count": 3}, [3, 1, -1]),
        ("integer_generator_linear_distribution", {"end": 5, "count": 3}, [0, 3, 5]),
        ("integer_generator_linear_distribution", {"end": -5, "count": 3}, [0, -2, -5]),
        ("integer_generator_random_distribution_uniform", {"seed": 42, "count": 3}, [4, 8, 10]),
        ("integer_generator_parse_string", {"input": "12.7abc, 1e3,0x10,-4,z"}, [12, 1, 0, -4]),
        ("integer_generator_parse_string", {"input": "1 2", "splitOn": ""}, [1]),
        ("integer_generator_parse_string", {"input": "\ufeff7,\x1c8,\x859,\xa05"}, [7, 5]),
        ("float_generator_parse_string", {"input": "\ufeff.5,\x1c8,\u20281,\t2"}, [0.5, 1, 2]),
        (
            "integer_generator_arithmetic_sequence",
            {"start": 2**53 - 1, "step": 100, "count": 2},
            [2**53 - 1, 2**53 + 100],
        ),
        ("string_generator_parse_string", {"input": " a,,b "}, [" a", "b "]),
        ("string_generator_parse_string", {"input": "a\nb", "splitOn": "\\n"}, ["a", "b"]),
        ("string_generator_parse_string", {"input": 'a"b', "splitOn": '"'}, ["a", "b"]),
        ("string_generator_parse_string", {}, ["foo", "bar", "baz", "qux"]),
    ],
)
def test_a_generator_yields_these_items(
    kind: str, parameters: dict[str, Any], expected: list[Any]
) -> None:
    assert made(kind, **parameters) == expected


def test_a_seeded_float_generator_scales_its_numbers() -> None:
    found = made("float_generator_random_distribution_uniform", seed=1, min=2, max=4, count=2)
    assert found == [0.4170219984371215 * 2 + 2, pytest.approx(0.99718480813317 * 2 + 2)]


def test_without_a_seed_numbers_stay_in_their_range() -> None:
    found = made("integer_generator_random_distribution_uniform", min=3, max=5, count=200)
    assert set(found) == {3, 4, 5}


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        {"type": "unheard_of"},
        {"type": ["list"]},
        {"type": "float_generator_arithmetic_sequence", "start": "0"},
        {"type": "float_generator_arithmetic_sequence", "count": 1.5},
        {"type": "float_generator_arithmetic_sequence", "count": 10**9},
        {"type": "float_generator_arithmetic_sequence", "start": 10**400},
        {"type": "float_generator_parse_string", "input": 3},
        {"type": "float_generator_parse_string", "values": ["x"]},
        {"type": "integer_generator_arithmetic_sequence", "step": 0.5},
        {"type": "string_generator_dynamic_prompts_random"},
    ],
)
def test_a_generator_that_cannot_be_used_says_so(value: Any) -> None:
    with pytest.raises(DomainError):
        generate(value)


def test_prompts_and_boards_need_a_server() -> None:
    assert is_remote({"type": "string_generator_dynamic_prompts_combinatorial"})
    assert is_remote({"type": "image_generator_images_from_board"})
    assert not is_remote({"type": "string_generator_parse_string"})
    assert not is_remote({"type": {}})

"""What differs between pieces of JSON data."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.json_differences import MOST_DIFFERENCES, json_differences, shown

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=16,
)


def test_only_values_that_differ_are_told_with_the_way_to_them() -> None:
    one = {"a": {"seed": 1, "steps": 20}, "b": [1, 2]}
    other = {"a": {"seed": 2, "steps": 20}, "b": [1], "c": "new"}
    assert json_differences([one, other]) == [
        ("a.seed", (1, 2)),
        ("b.1", (2, UNSET)),
        ("c", (UNSET, "new")),
    ]


def test_several_are_compared_at_once() -> None:
    parts = [{"seed": n, "same": True} for n in (1, 2, 2)]
    assert json_differences(parts) == [("seed", (1, 2, 2))]


def test_one_and_true_differ() -> None:
    assert json_differences([{"a": 1}, {"a": True}]) == []  # equal as a whole: not looked into
    assert json_differences([{"a": 1, "b": 2}, {"a": True, "b": 3}])[0] == ("a", (1, True))


def test_no_more_are_told_than_can_be_read() -> None:
    many = [dict.fromkeys(map(str, range(5000)), n) for n in range(2)]
    assert len(json_differences(many)) == MOST_DIFFERENCES


def test_what_nests_deep_is_compared_as_a_whole() -> None:
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    assert len(json_differences([deep, []])) == 1


@given(JSON)
def test_nothing_differs_from_itself(data: Any) -> None:
    assert json_differences([data, data, data]) == []


@given(JSON, JSON)
def test_what_differs_is_told_and_can_be_shown(one: Any, other: Any) -> None:
    found = json_differences([one, other])
    assert bool(found) == (one != other or isinstance(one, bool) != isinstance(other, bool))
    assert all(isinstance(shown(value), str) for _, values in found for value in values)

"""Two orders made one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.orders import merged

LISTS = st.lists(st.integers(0, 12), unique=True)


def test_what_only_the_second_has_stands_before_what_follows_it_there() -> None:
    assert merged("adg", "bdeg") == list("abdeg")
    assert merged("", "ab") == list("ab")
    assert merged("ab", "") == list("ab")
    assert merged("ab", "bac") == list("abc")


@given(LISTS, LISTS)
def test_all_are_there_once_in_the_order_of_the_first(one: list[int], two: list[int]) -> None:
    found = merged(one, two)
    assert sorted(found) == sorted({*one, *two})
    assert [thing for thing in found if thing in one] == one


@given(LISTS, st.data())
def test_orders_that_agree_are_both_kept(whole: list[int], data: st.DataObject) -> None:
    one, two = ([t for t in whole if data.draw(st.booleans())] for _ in range(2))
    found = merged(one, two)
    assert [thing for thing in found if thing in two] == two

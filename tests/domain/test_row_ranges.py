"""Chosen rows, checked against a plain set."""

from __future__ import annotations

import random

from ivk_desktop.domain.row_ranges import RowRanges


def test_ranges_are_what_a_set_would_be() -> None:
    dice = random.Random(5)
    for _ in range(200):
        ranges, plain, count = RowRanges(), set[int](), 40
        for _ in range(30):
            first = dice.randrange(count)
            last = min(count - 1, first + dice.randrange(6))
            what = dice.choice(["add", "discard", "toggle", "insert", "remove"])
            size = last - first + 1
            if what == "add":
                ranges.add(last, first)
                plain |= set(range(first, last + 1))
            elif what == "discard":
                ranges.discard(first, last)
                plain -= set(range(first, last + 1))
            elif what == "toggle":
                ranges.toggle(first)
                plain ^= {first}
            elif what == "insert":
                ranges.rows_inserted(first, last)
                plain = {row + size if row >= first else row for row in plain}
                count += size
            elif count > 10:
                ranges.rows_removed(first, last)
                plain = {r - size if r > last else r for r in plain if not first <= r <= last}
                count -= size
            assert list(ranges) == sorted(plain)
            assert len(ranges) == len(plain)
            assert bool(ranges) is bool(plain)
            assert all((row in ranges) is (row in plain) for row in range(count + 3))


def test_a_copy_is_its_own() -> None:
    ranges = RowRanges()
    ranges.add(0, 9)
    other = ranges.copy()
    ranges.clear()
    assert (len(ranges), len(other)) == (0, 10)

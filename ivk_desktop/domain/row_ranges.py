"""Which rows of a long list are chosen: a hundred thousand of them cost one range."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator


class RowRanges:
    """Rows as disjoint ranges ``[first, last]`` in rising order, never two that touch."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return sum(last - first + 1 for first, last in self._ranges)

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def __contains__(self, row: int) -> bool:
        place = bisect_right(self._ranges, row, key=_first) - 1
        return place >= 0 and self._ranges[place][0] <= row <= self._ranges[place][1]

    def __iter__(self) -> Iterator[int]:
        """The rows in rising order."""
        for first, last in self._ranges:
            yield from range(first, last + 1)

    def clear(self) -> None:
        """Choose nothing."""
        self._ranges.clear()

    def copy(self) -> RowRanges:
        """The same rows, to be changed on their own."""
        other = RowRanges()
        other._ranges = self._ranges.copy()
        return other

    def add(self, first: int, last: int) -> None:
        """Choose all rows from one to another; their order does not matter."""
        first, last = min(first, last), max(first, last)
        apart = []
        for one, two in self._ranges:
            if two < first - 1 or one > last + 1:
                apart.append((one, two))
            else:
                first, last = min(first, one), max(last, two)
        self._ranges = sorted([*apart, (first, last)])

    def discard(self, first: int, last: int) -> None:
        """Choose these rows no longer."""
        kept = []
        for one, two in self._ranges:
            kept += [(one, min(two, first - 1))] if one < first else []
            kept += [(max(one, last + 1), two)] if two > last else []
        self._ranges = kept

    def toggle(self, row: int) -> None:
        """Choose a row, or choose it no longer."""
        if row in self:
            self.discard(row, row)
        else:
            self.add(row, row)

    def rows_inserted(self, first: int, last: int) -> None:
        """Rows came in: those behind move on; a range that is torn apart stays two."""
        count, moved = last - first + 1, []
        for one, two in self._ranges:
            if one < first <= two:
                moved += [(one, first - 1), (last + 1, two + count)]
            else:
                shift = count if one >= first else 0
                moved.append((one + shift, two + shift))
        self._ranges = moved

    def rows_removed(self, first: int, last: int) -> None:
        """Rows went: those behind move up."""
        self.discard(first, last)
        count = last - first + 1
        moved = [(a - count, b - count) if a > last else (a, b) for a, b in self._ranges]
        self._ranges = []
        for one, two in moved:
            self.add(one, two)


def _first(found: tuple[int, int]) -> int:
    return found[0]

"""Which pictures of a grid are chosen, by the rules that lists have everywhere."""

from __future__ import annotations

from enum import Enum

from ivk_desktop.domain.row_ranges import RowRanges


class Choice(Enum):
    """What choosing a row does with the rows that are chosen."""

    ONLY = "only"
    """They give way to it."""
    TOGGLE = "toggle"
    """They stay, it joins or leaves."""
    EXTEND = "extend"
    """All from the row where choosing began to this one."""
    MOVE = "move"
    """They stay; only the ring goes there."""


class GridSelection:
    """The chosen rows, the row with the ring (``current``, or -1) and where a range begins."""

    def __init__(self) -> None:
        self.rows = RowRanges()
        self.current = -1
        self._pivot = -1

    def choose(self, row: int, how: Choice) -> None:
        """Take a person's choice; -1 chooses nothing."""
        self.current = row
        if row < 0:
            self.rows.clear()
        elif how is Choice.TOGGLE:
            self.rows.toggle(row)
        elif how is Choice.EXTEND and self._pivot >= 0:
            self.rows.clear()
            self.rows.add(self._pivot, row)
            return
        elif how is not Choice.MOVE:
            self.rows.clear()
            self.rows.add(row, row)
        if how is not Choice.MOVE:
            self._pivot = row

    def everything(self, count: int) -> None:
        """Choose all rows."""
        if count:
            self.rows.add(0, count - 1)

    def only_current(self) -> bool:
        """Leave only the row with the ring; returns whether more were chosen."""
        more = len(self.rows) > 1
        self.rows.clear()
        if self.current >= 0:
            self.rows.add(self.current, self.current)
            self._pivot = self.current
        return more

    def rows_inserted(self, first: int, last: int) -> None:
        """Rows came in: what was chosen stays chosen."""
        self.rows.rows_inserted(first, last)
        count = last - first + 1
        self.current += count if self.current >= first else 0
        self._pivot += count if self._pivot >= first else 0

    def rows_removed(self, first: int, last: int, left: int) -> None:
        """Rows went; where the ring was among them, the next one of the ``left`` rows gets it."""
        self.rows.rows_removed(first, last)
        count = last - first + 1
        if first <= self.current <= last:
            self.current = min(first, left - 1)
            if not self.rows and self.current >= 0:
                self.rows.add(self.current, self.current)
        elif self.current > last:
            self.current -= count
        self._pivot = self.current

    def restore(self, rows: list[int], current: int) -> None:
        """Choose rows again after a list was laid out anew."""
        self.rows.clear()
        for row in rows:
            self.rows.add(row, row)
        self.current = self._pivot = current

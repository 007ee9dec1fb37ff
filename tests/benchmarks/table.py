"""Figures, their targets, and the table they are printed in. Pure: no clock, no Qt."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEADS = ("what", "measured", "range", "target", "met")


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure must not exceed, or with ``at_least`` must not fall short of."""

    limit: float
    at_least: bool = False

    def met(self, value: float) -> bool:
        """Whether a value keeps it."""
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: one value a run; no values where nothing could be measured."""

    what: str
    unit: str
    values: tuple[float, ...] = ()
    target: Target | None = None
    digits: int = 0

    @property
    def median(self) -> float:
        """The value that counts; not a number without values."""
        return statistics.median(self.values) if self.values else math.nan

    @property
    def met(self) -> bool | None:
        """Whether the median keeps the target; ``None`` without a target or values."""
        if self.target is None or not self.values:
            return None
        return self.target.met(self.median)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` (0..1) of the values do not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """The figures below each other."""
    lines = [HEADS, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADS))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (lines[0], rule, *lines[1:])
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    target, unit = figure.target, figure.unit
    wanted = ""
    if target is not None:
        wanted = f"{'>=' if target.at_least else '<='} {target.limit:g} {unit}"
    if not figure.values:
        return figure.what, "not measured", "", wanted, ""
    shown = [f"{value:.{figure.digits}f}" for value in figure.values]
    ends = (f"{edge(figure.values):.{figure.digits}f}" for edge in (min, max))
    spread = "..".join(ends) if len(shown) > 1 else ""
    word = {None: "", True: "yes", False: "NO"}[figure.met]
    return figure.what, f"{figure.median:.{figure.digits}f} {unit}", spread, wanted, word

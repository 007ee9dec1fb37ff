"""The server's limits applied to values (workflow spec 6, points e and f)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from ivk_desktop.domain.invokeai.fields.base import Finding
from ivk_desktop.domain.invokeai.types import Bounds

MOST_FINDINGS: Final = 100
"""The most things said of one list."""
_TOLERANCE: Final = 1e-9


def number_findings(value: float, bounds: Bounds) -> Iterator[Finding]:
    """What is wrong with a number."""
    rules = (
        ("number_above", bounds.maximum, lambda limit: value > limit),
        ("number_below", bounds.minimum, lambda limit: value < limit),
        ("number_not_below", bounds.exclusive_maximum, lambda limit: value >= limit),
        ("number_not_above", bounds.exclusive_minimum, lambda limit: value <= limit),
        ("number_no_multiple", bounds.multiple_of, lambda step: not is_multiple(value, step)),
    )
    for code, limit, broken in rules:
        if limit is not None and broken(limit):
            yield Finding(code, {"value": value, "limit": limit})


def is_multiple(value: float, step: float) -> bool:
    """Whether ``value`` is a multiple of ``step``, but for the noise of floats."""
    if isinstance(value, int) and isinstance(step, int):
        return step == 0 or value % step == 0
    if not step or abs(value) > 1e15:
        return True
    rest = abs(value / step - round(value / step))
    return rest <= _TOLERANCE * max(1.0, abs(value / step))


def text_findings(value: str, bounds: Bounds) -> Iterator[Finding]:
    """What is wrong with a text's length."""
    if bounds.max_length is not None and len(value) > bounds.max_length:
        yield Finding("text_too_long", {"limit": bounds.max_length})
    if bounds.min_length is not None and len(value) < bounds.min_length:
        yield Finding("text_too_short", {"limit": bounds.min_length})


def count_findings(value: Sequence[Any], bounds: Bounds) -> Iterator[Finding]:
    """What is wrong with a list's length."""
    fewest, most = bounds.min_items, bounds.max_items
    if fewest and not value:
        yield Finding("list_empty", {})
        return
    if fewest is not None and len(value) < fewest:
        yield Finding("list_too_short", {"count": len(value), "limit": fewest})
    if most is not None and len(value) > most:
        yield Finding("list_too_long", {"count": len(value), "limit": most})


def each(items: Iterator[Finding]) -> Iterator[Finding]:
    """No more than ``MOST_FINDINGS`` of them."""
    return islice(items, MOST_FINDINGS)

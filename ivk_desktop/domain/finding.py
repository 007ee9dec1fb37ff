"""Finding one of many things by a few letters of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from typing import TypeVar

T = TypeVar("T")

_FIRST, _WORD, _INSIDE = 0, 1, 2


def badness(words: Sequence[str], text: str) -> int | None:
    """How badly a text fits words that were typed: 0 is best, ``None`` that one does not occur.

    A word at the text's start counts more than one at the start of a word, and that more than one
    inside. Both are taken as they are: to be casefolded before.
    """
    worst = 0
    for word in words:
        place = text.find(word)
        if place < 0:
            return None
        if place == 0:
            worst += _FIRST
        else:
            worst += _WORD if f" {word}" in text else _INSIDE
    return worst


def best(things: Iterable[T], typed: str, text_of: Callable[[T], str], most: int) -> list[T]:
    """The things that fit what was typed, best first, else in their order; at most ``most``."""
    words = typed.casefold().split()
    fitting: list[tuple[int, int, T]] = []
    for place, thing in enumerate(things):
        how = badness(words, text_of(thing).casefold())
        if how is not None:
            fitting.append((how, place, thing))
    return [thing for _, _, thing in nsmallest(most, fitting, key=lambda one: one[:2])]

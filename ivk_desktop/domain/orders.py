"""Two orders of the same things made one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def merged(one: Sequence[T], two: Sequence[T]) -> list[T]:
    """All things of both, each once: in the order of ``one``, and where it can be, of ``two``.

    What only ``two`` has stands before what follows it there.
    """
    places = {thing: place for place, thing in enumerate(one)}
    before: dict[int, list[T]] = {}
    waiting: list[T] = []
    for thing in two:
        if (place := places.get(thing)) is None:
            waiting.append(thing)
        elif waiting:
            before.setdefault(place, []).extend(waiting)
            waiting = []
    found: list[T] = []
    for place, thing in enumerate(one):
        found += before.get(place, ())
        found.append(thing)
    return [*found, *waiting]

"""What differs between several pieces of JSON data, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

from ivk_desktop.domain import json_walk
from ivk_desktop.domain.jobs import UNSET, Unset

MOST_DIFFERENCES: Final = 200
"""So many are told at most."""
_DEEPEST: Final = 64
"""What lies deeper is compared as a whole."""

Difference = tuple[str, tuple[Any | Unset, ...]]
"""The names on the way, joined by dots, and each one's value, ``UNSET`` where it has none."""


def json_differences(parts: Sequence[Any]) -> list[Difference]:
    """The places at which not all are the same, in their order; at most ``MOST_DIFFERENCES``."""
    return list(islice(_walk((), tuple(parts), _DEEPEST), MOST_DIFFERENCES))


def shown(value: Any | Unset) -> str:
    """A value on one line; empty for none."""
    if value is UNSET:
        return ""
    return value if isinstance(value, str) else json_walk.summary(value)


def _walk(path: tuple[str, ...], parts: tuple[Any, ...], deeper: int) -> Iterator[Difference]:
    if all(_is_same(parts[0], part) for part in parts[1:]):
        return
    objects = all(isinstance(part, dict) for part in parts)
    lists = all(isinstance(part, list) for part in parts)
    if not deeper or not (objects or lists):
        yield ".".join(path), parts
        return
    below = [dict(json_walk.children(part)) for part in parts]
    for name in dict.fromkeys(name for one in below for name in one):
        found = tuple(one.get(name, UNSET) for one in below)
        yield from _walk((*path, name), found, deeper - 1)


def _is_same(one: Any, other: Any) -> bool:
    """1 and 1.0 are the same, 1 and true are not."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)

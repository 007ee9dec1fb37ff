"""Walking through JSON data of any size, piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

Path = tuple[int, ...]
"""The place of a value: the number of each child on the way down to it."""

_Numbered = Iterator[tuple[int, tuple[str, Any]]]

SHOWN: Final = 300


def children(value: Any) -> Iterator[tuple[str, Any]]:
    """The entries of an object or a list by name, one by one; nothing of anything else."""
    if isinstance(value, dict):
        yield from ((str(name), one) for name, one in value.items())
    elif isinstance(value, list):
        yield from ((str(number), one) for number, one in enumerate(value))


def summary(value: Any) -> str:
    """A value on one line of at most ``SHOWN`` characters."""
    if isinstance(value, dict):
        return f"{{{len(value)}}}"
    if isinstance(value, list):
        return f"[{len(value)}]"
    if isinstance(value, str):
        value = value[:SHOWN]
    return json.dumps(value, ensure_ascii=False)[:SHOWN]


def matches(data: Any, text: str) -> Iterator[Path | None]:
    """The places whose name or plain value has ``text`` in it, depth first, in any case.

    Yields ``None`` for a place that does not match, so that whoever asks can stop at any time.
    """
    wanted = text.lower()
    stack: list[tuple[Path, _Numbered]] = [((), enumerate(children(data)))]
    while stack:
        above, entries = stack[-1]
        number, (name, value) = next(entries, (-1, ("", None)))
        if number < 0:
            stack.pop()
            continue
        path = (*above, number)
        holds = isinstance(value, dict | list)
        found = wanted in name.lower() or (not holds and wanted in plain(value).lower())
        yield path if found else None
        if holds:
            stack.append((path, enumerate(children(value))))


def plain(value: Any) -> str:
    """A value as it is copied: a text as it is, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)

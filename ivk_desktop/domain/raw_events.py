"""Events as a server sent them, for looking at and for bug reports; no kind of server is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ivk_desktop.domain.problems import DomainError, Problem

SUMMARY_CHARACTERS: Final = 300
RECORDING_BYTES: Final = 256 * 1024 * 1024
"""The largest recording that is read."""
NOTE: Final = "#"
"""What the name of something begins with that is no event: a connection, a request."""


@dataclass(frozen=True, slots=True)
class RawEvent:
    """One event. ``at`` is unix seconds of this computer, ``item`` the native id of its job.

    ``summary`` is what a person would look for in its data first.
    """

    at: float
    name: str
    item: str = ""
    data: Any = None
    summary: str = ""

    @property
    def is_note(self) -> bool:
        """Whether it is a note of ours and no event of the server's."""
        return self.name.startswith(NOTE)

    def text(self) -> str:
        """The data on one line, as it is searched."""
        return json.dumps(self.data, ensure_ascii=False, default=str)

    def line(self, began_at: float) -> str:
        """The event as a line of a recording: ``t``, ``event``, ``data`` and ``bytes``.

        ``t`` is seconds since ``began_at``, ``bytes`` the size of the data as JSON.
        """
        data = self.text()
        told = {"t": round(self.at - began_at, 4), "event": self.name}
        head = json.dumps(told, ensure_ascii=False)[:-1]
        return f'{head}, "data": {data}, "bytes": {len(data.encode())}}}'


def read_recording(path: Path) -> Iterator[RawEvent]:
    """Read a recording; ``at`` is counted from its beginning. Lines that are none are passed.

    Raises:
        DomainError: it cannot be read, or is too large.
    """
    try:
        if path.stat().st_size > RECORDING_BYTES:
            limit = RECORDING_BYTES // 1024**2
            raise DomainError(Problem("file_too_large", {"name": path.name, "limit": limit}))
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if (event := _event(line)) is not None:
                    yield event
    except OSError as error:
        args = {"name": path.name, "reason": error.strerror or type(error).__name__}
        raise DomainError(Problem("file_unreadable", args)) from error


def _event(line: str) -> RawEvent | None:
    try:
        told = json.loads(line)
        name, at, data = told["event"], float(told["t"]), told.get("data")
    except (ValueError, TypeError, KeyError, RecursionError, AttributeError):
        return None
    if not isinstance(name, str):
        return None
    item = data.get("item_id") if isinstance(data, dict) else None
    return RawEvent(at, name, "" if item is None else str(item), data)

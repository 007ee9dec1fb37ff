"""JSON values, one a line, read piece by piece."""

from __future__ import annotations

import json
from typing import Any, Final

from ivk_desktop.api.sse import EVENT_LIMIT, EventTooLarge

_BOM: Final = b"\xef\xbb\xbf"


class NdjsonParser:
    """Turns pieces of a stream into values.

    A line that is no JSON is passed over: it says nothing, and the next one may.
    """

    def __init__(self, limit: int = EVENT_LIMIT) -> None:
        self._limit = limit
        self._rest = bytearray()
        self._at_start = True

    def feed(self, piece: bytes) -> list[Any]:
        """Take in some more bytes; returns the values that are complete by now.

        Raises:
            EventTooLarge: a line does not end.
        """
        self._rest += piece
        if b"\n" not in piece:
            self._bound(len(self._rest))
            return []
        *lines, rest = bytes(self._rest).split(b"\n")
        self._rest = bytearray(rest)
        self._bound(max(map(len, (*lines, rest))))
        return [value for line in lines for value in self._values(line)]

    def end(self) -> list[Any]:
        """Tell that the stream has ended: the last line may lack its end."""
        rest, self._rest = bytes(self._rest), bytearray()
        return self._values(rest)

    def _values(self, line: bytes) -> list[Any]:
        if self._at_start:
            line, self._at_start = line.removeprefix(_BOM), False
        try:
            return [json.loads(line)] if line.strip() else []
        except (ValueError, RecursionError):
            return []

    def _bound(self, size: int) -> None:
        if size > self._limit:
            raise EventTooLarge(f"more than {self._limit} bytes in one line")

"""Server-sent events, read piece by piece.

The rules are those of the HTML standard (event streams); servers and proxies cut the bytes
wherever they like, also within a line's end or a character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EVENT_LIMIT: Final = 1024 * 1024
"""The most bytes of one event, or of one line."""
_BOM: Final = b"\xef\xbb\xbf"


class EventTooLarge(ValueError):
    """The stream sends more in one event than any event needs."""


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One event: its name (``message`` where none was given), and its lines of data."""

    name: str
    data: str


class SseParser:
    """Turns pieces of a stream into events.

    Ids and retry times are passed over: none of our servers resumes a stream.
    """

    def __init__(self, limit: int = EVENT_LIMIT) -> None:
        self._limit = limit
        self._rest = bytearray()
        self._after_cr = False
        self._at_start = True
        self._name = ""
        self._data: list[str] = []
        self._size = 0
        self.comments = 0
        """How many comments have come: a sign of life."""

    def feed(self, piece: bytes) -> list[ServerEvent]:
        """Take in some more bytes; returns the events that are complete by now.

        Raises:
            EventTooLarge: an event does not end.
        """
        if self._after_cr and piece[:1] == b"\n":
            piece, self._after_cr = piece[1:], False
        if not piece:
            return []
        self._after_cr = piece.endswith(b"\r")
        piece = piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        self._rest += piece
        if b"\n" not in piece:
            self._bound(len(self._rest))
            return []
        *lines, rest = bytes(self._rest).split(b"\n")
        self._rest = bytearray(rest)
        self._bound(len(rest))
        return [event for line in lines if (event := self._line(line)) is not None]

    def end(self) -> list[ServerEvent]:
        """Tell that the stream has ended: the last event may lack its blank line."""
        rest, self._rest = bytes(self._rest), bytearray()
        found = [self._line(rest), self._line(b"")]
        return [event for event in found if event is not None]

    def _line(self, line: bytes) -> ServerEvent | None:
        if self._at_start:
            line, self._at_start = line.removeprefix(_BOM), False
        if not line:
            return self._complete()
        if line.startswith(b":"):
            self.comments += 1
            return None
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._size += len(value) + 1
            self._bound(self._size)
            self._data.append(value.decode(errors="replace"))
        elif name == b"event":
            self._name = value.decode(errors="replace")
        return None

    def _complete(self) -> ServerEvent | None:
        name, data = self._name, self._data
        self._name, self._data, self._size = "", [], 0
        return ServerEvent(name or "message", "\n".join(data)) if data else None

    def _bound(self, size: int) -> None:
        if size > self._limit:
            raise EventTooLarge(f"more than {self._limit} bytes in one event")

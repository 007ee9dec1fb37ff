"""What following a server costs: requests, events, bytes, and how quickly it answers."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from statistics import median
from typing import Final

WINDOW_S: Final = 60
"""Figures are of the last minute."""
LATENCIES: Final = 20
"""Of so many of the last answers the median is told."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """The traffic of the last minute, and what has been since the server was chosen."""

    requests: int = 0
    request_bytes: int = 0
    """Bytes of requests and of their answers."""
    events: int = 0
    event_bytes: int = 0
    latency_s: float | None = None
    """The median time to the first byte of an answer."""
    reconnects: int = 0
    """How often the live connection was made anew."""
    last_event: str = ""
    last_event_at: float | None = None
    """Unix seconds."""


class Tally:
    """Counts things and their bytes by seconds; one look costs 60 additions."""

    def __init__(self) -> None:
        self._seconds: deque[tuple[int, int, int]] = deque(maxlen=WINDOW_S)

    def add(self, now_s: float, size: int, count: int = 1) -> None:
        """Something of so many bytes happened (monotonic seconds)."""
        second = int(now_s)
        if self._seconds and self._seconds[-1][0] == second:
            _, counted, bytes_ = self._seconds[-1]
            self._seconds[-1] = (second, counted + count, bytes_ + size)
        else:
            self._seconds.append((second, count, size))

    def total(self, now_s: float) -> tuple[int, int]:
        """How many there were in the last minute, and their bytes."""
        since = int(now_s) - WINDOW_S
        recent = [one for one in self._seconds if one[0] > since]
        return sum(one[1] for one in recent), sum(one[2] for one in recent)


class Meter:
    """Takes in what goes over the wire; a few µs a call."""

    def __init__(self) -> None:
        self._requests = Tally()
        self._events = Tally()
        self._latencies: deque[float] = deque(maxlen=LATENCIES)
        self._opened = 0

    def note_request(self, now_s: float, size: int) -> None:
        """A request was answered; ``size`` is what was sent and received, in bytes."""
        self._requests.add(now_s, size)

    def note_latency(self, seconds: float) -> None:
        """So long it took until an answer began."""
        self._latencies.append(seconds)

    def note_event(self, now_s: float, size: int) -> None:
        """A message of the live connection came, of so many bytes."""
        self._events.add(now_s, size)

    def note_opened(self) -> None:
        """The live connection was made."""
        self._opened += 1

    def traffic(
        self, now_s: float, last_event: str = "", last_event_at: float | None = None
    ) -> Traffic:
        """The traffic of the minute up to now (monotonic seconds)."""
        requests, request_bytes = self._requests.total(now_s)
        events, event_bytes = self._events.total(now_s)
        return Traffic(
            requests,
            request_bytes,
            events,
            event_bytes,
            median(self._latencies) if self._latencies else None,
            max(0, self._opened - 1),
            last_event,
            last_event_at,
        )

"""What reading a stream costs: ``python -m tests.benchmarks.streams``."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

from ivk_desktop.api.inferencesh.stream import PayloadReader
from ivk_desktop.api.profile import ConnectionProfile
from tests.benchmarks.table import Figure, Target, table

EVENTS: Final = 1000
"""So many come in a second."""
PIECE: Final = 1400
"""Bytes of a packet."""
RUNS: Final = 15


def main() -> int:
    """Read a second of each kind of stream; 1 if it takes more than a fifth of it."""
    sse = b"".join(f"event: progress\ndata: {_message(n)}\n\n".encode() for n in range(EVENTS))
    lines = b"".join(f"{_message(n)}\n".encode() for n in range(EVENTS))
    figures = [
        _figure("1,000 events a second of SSE: of one core", "text/event-stream", sse),
        _figure("1,000 lines a second of NDJSON: of one core", "application/x-ndjson", lines),
    ]
    print(table(figures))
    return int(any(figure.met is False for figure in figures))


def _figure(name: str, content_type: str, stream: bytes) -> Figure:
    pieces = [stream[at : at + PIECE] for at in range(0, len(stream), PIECE)]
    spent = tuple(100 * _seconds(content_type, pieces) for _ in range(RUNS))
    return Figure(name, "%", spent, Target(20), 1)


def _seconds(content_type: str, pieces: Sequence[bytes]) -> float:
    feed: Callable[[str, bytes], Sequence[Any]] = PayloadReader(ConnectionProfile("")).feed
    began = time.process_time()
    read = sum(len(feed(content_type, piece)) for piece in pieces)
    took = time.process_time() - began
    assert read == EVENTS
    return took


def _message(number: int) -> str:
    shown = {"phase": "sampling", "step": number % 30, "steps": 30, "progress": number / EVENTS}
    return json.dumps({"id": f"task-{number // 100}", "status": 7, **shown, "logs": "x" * 200})


if __name__ == "__main__":
    sys.exit(main())

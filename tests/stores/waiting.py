"""Waiting in a coroutine for what a signal tells."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any


async def until(signal: Any, holds: Callable[[], bool]) -> None:
    """Wait until ``holds``, which is looked at after each ``signal``."""
    told = asyncio.Event()
    # A plain function: the signal must not keep an argument count from the event's method.
    slot = lambda *_: told.set()  # noqa: E731
    signal.connect(slot)
    try:
        while not holds():
            await told.wait()
            told.clear()
    finally:
        signal.disconnect(slot)

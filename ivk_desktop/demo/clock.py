"""Times as the server writes them: UTC with milliseconds."""

from __future__ import annotations

import time


def now() -> float:
    """Seconds since 1970."""
    return time.time()


def stamp(seconds: float | None) -> str | None:
    """A time as ``2026-11-20 10:40:26.374``."""
    if seconds is None:
        return None
    whole = int(seconds)
    text = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(whole))
    return f"{text}.{int((seconds - whole) * 1000):03d}"

"""Reading single values of untrusted records: the wrong type is as good as absent."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

REDACTED = "redacted"
"""What the server writes in place of another user's data."""

TEXT_LIMIT = 4000


def text(raw: dict[str, Any], key: str, limit: int = TEXT_LIMIT) -> str:
    """A text of at most ``limit`` characters, else empty."""
    value = raw.get(key)
    return value[:limit] if isinstance(value, str) else ""


def whole(raw: dict[str, Any], key: str) -> int | None:
    """A whole number that is no boolean, else ``None``."""
    value = raw.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def count(raw: dict[str, Any], key: str) -> int:
    """A count: 0 or more."""
    return max(0, whole(raw, key) or 0)


def fraction(raw: dict[str, Any], key: str) -> float | None:
    """A number brought into 0..1, else ``None``; not-a-number is ``None`` too."""
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return min(1.0, max(0.0, float(value)))


def mapping(raw: dict[str, Any], key: str) -> dict[str, Any]:
    """An object, else an empty one."""
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def moment(raw: dict[str, Any], key: str) -> float | None:
    """A time as unix seconds. The server writes UTC as ``2026-11-20 10:40:26.374``."""
    value = raw.get(key)
    if not isinstance(value, str):
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()

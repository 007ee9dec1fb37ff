"""File names that every system takes, made of text that anybody wrote."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 120
MAX_BYTES = 200
"""Of its UTF-8: most systems take 255, and an ending and a number come after it."""
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


def safe_name(text: str, fallback: str = "untitled") -> str:
    """Make one path part of ``text``: no separators, control characters or reserved names.

    At most ``MAX_LENGTH`` characters and ``MAX_BYTES``; never empty, never ``.`` or ``..``.
    """
    plain = "".join(
        " " if unicodedata.category(c)[0] == "C" or c in '<>:"/\\|?*' else c for c in text
    )
    short = " ".join(plain.split())[:MAX_LENGTH].encode()[:MAX_BYTES]
    name = short.decode(errors="ignore").strip(" .")
    if RESERVED.match(name):
        name = f"_{name}"
    return name or fallback

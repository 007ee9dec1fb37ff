"""Text chunks of PNG files, where InvokeAI keeps workflow, graph and metadata."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_AFTER_HEADER = 8 + 25
"""Length of the signature and the IHDR chunk, which must come first."""


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """The file with one text chunk for each entry: tEXt, or iTXt beyond Latin-1."""
    chunks = b"".join(_chunk(key, text) for key, text in texts.items())
    return png[:_AFTER_HEADER] + chunks + png[_AFTER_HEADER:]


def _chunk(key: str, text: str) -> bytes:
    try:
        kind, body = b"tEXt", key.encode("latin-1") + b"\0" + text.encode("latin-1")
    except UnicodeEncodeError:
        kind, body = b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

"""Text chunks of a PNG, read within bounds; nothing is decoded but text."""

from __future__ import annotations

import struct
import zlib
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_TEXT_KINDS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})


def text_chunks(data: bytes, limit: int) -> dict[str, str]:
    """The text chunks of a PNG by keyword; the first of a keyword wins.

    Chunks that cannot be read, or hold more than ``limit`` bytes, are left out. A truncated file
    yields what stands before its end.
    """
    found: dict[str, str] = {}
    position = len(SIGNATURE)
    while position + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        body = data[position + 8 : position + 8 + length]
        if len(body) < length or kind == b"IEND":
            break
        if kind in _TEXT_KINDS:
            pair = _read_text(kind, body, limit)
            if pair is not None:
                found.setdefault(*pair)
        position += 12 + length
    return found


def _read_text(kind: bytes, body: bytes, limit: int) -> tuple[str, str] | None:
    keyword, separator, rest = body.partition(b"\0")
    if not separator:
        return None
    if kind == b"iTXt":
        text = _international(rest, limit)
    elif kind == b"zTXt":
        text = _inflate(rest[1:], limit) if rest[:1] == b"\0" else None
    else:
        text = rest if len(rest) <= limit else None
    if text is None:
        return None
    encoding = "utf-8" if kind == b"iTXt" else "latin-1"
    return keyword.decode("latin-1"), text.decode(encoding, "replace")


def _international(rest: bytes, limit: int) -> bytes | None:
    """The text of an iTXt chunk: flag, method, language, translated keyword, text."""
    parts = rest[2:].split(b"\0", 2)
    if len(parts) != 3:
        return None
    if rest[0] == 0:
        return parts[2] if len(parts[2]) <= limit else None
    return _inflate(parts[2], limit) if rest[0] == 1 and rest[1] == 0 else None


def _inflate(packed: bytes, limit: int) -> bytes | None:
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, limit + 1)
    except zlib.error:
        return None
    return text if len(text) <= limit and unpacker.eof else None

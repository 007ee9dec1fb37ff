"""Pictures made on the spot, good and hostile."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def encoded(width: int = 16, height: int = 16, kind: str = "PNG", color: str = "#4080c0") -> bytes:
    """A plain picture as a file's bytes."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A tiny PNG whose header declares billions of pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    )


NOISE = b"\xff\xd8\xff" + bytes(range(256)) * 4
"""Begins like a JPEG and is none."""

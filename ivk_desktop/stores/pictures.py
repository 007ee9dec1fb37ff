"""Decoding pictures that come from elsewhere: every byte is untrusted."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MAX_PIXELS: Final = 40_000_000
"""The most pixels that a picture may have: 160 MB once decoded."""
ALLOCATION_LIMIT_MB: Final = 256
"""What Qt's own readers may allocate for one picture, as a second guard."""
THUMBNAIL_EDGE_PX: Final = 256
"""The longest edge of a thumbnail kept in memory; InvokeAI's own thumbnails have it."""

QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)


class Header(NamedTuple):
    """What a picture says of itself before it is decoded; sizes are pixels."""

    format: str
    width: int
    height: int

    @property
    def pixels(self) -> int:
        """How many pixels the picture has."""
        return self.width * self.height


def sniff(data: bytes) -> str:
    """Tell PNG, JPEG or WebP by the first bytes; empty for anything else.

    No other format is ever decoded: each one more is one more parser for hostile bytes.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return ""


class Picture:
    """One encoded picture: its header is read at once, its pixels only on demand."""

    def __init__(self, data: bytes) -> None:
        name = sniff(data)
        self.header: Header | None = None
        if not name:
            return
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer, QByteArray(name.encode()))
        size = self._reader.size()
        if size.width() > 0 and size.height() > 0:
            self.header = Header(name, size.width(), size.height())

    def image(self, max_pixels: int = MAX_PIXELS, fit_px: int = 0) -> QImage | None:
        """Decode in a format that paints without conversion.

        Args:
            max_pixels: a picture that declares more is refused unread.
            fit_px: shrink while decoding so that no edge is longer; 0 keeps the size.

        Returns:
            The image, or ``None`` for bytes that are no picture.
        """
        if self.header is None or self.header.pixels > max_pixels:
            return None
        if fit_px and max(self.header.width, self.header.height) > fit_px:
            size = QSize(self.header.width, self.header.height)
            fitted = size.scaled(fit_px, fit_px, Qt.AspectRatioMode.KeepAspectRatio)
            self._reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
        image = self._reader.read()
        return None if image.isNull() else _paintable(image)


def read_header(data: bytes) -> Header | None:
    """Read format and size without decoding; ``None`` for what is no picture."""
    return Picture(data).header


def decode(data: bytes, max_pixels: int = MAX_PIXELS, fit_px: int = 0) -> QImage | None:
    """Decode untrusted bytes; ``None`` instead of an error. Safe in any thread."""
    return Picture(data).image(max_pixels, fit_px)


def decode_thumbnail(data: bytes) -> QImage | None:
    """Decode untrusted bytes to at most ``THUMBNAIL_EDGE_PX`` a side."""
    return decode(data, fit_px=THUMBNAIL_EDGE_PX)


def _paintable(image: QImage) -> QImage:
    opaque = QImage.Format.Format_RGB32
    blended = QImage.Format.Format_ARGB32_Premultiplied
    wanted = blended if image.hasAlphaChannel() else opaque
    return image if image.format() == wanted else image.convertToFormat(wanted)

"""How two pictures differ, point by point; safe in any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

MOST_PIXELS: Final = 16_000_000
"""Larger pictures are compared at a smaller size: three of them stand in memory at once."""
GAINS: Final = (1, 4, 16)
"""How much a difference can be brightened."""
_PIECE: Final = 1 << 18
_DOUBLINGS: Final = 8
"""So often doubled, the smallest difference of a channel is as bright as can be."""


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """What differs between two pictures.

    ``images`` show it, by gain: black where nothing differs. ``mean`` is 0..1 of what there
    could be, ``share`` the fraction 0..1 of the pixels that differ at all. ``stretched`` says
    that the pictures have other sizes, and were compared at the first one's; ``shrunk`` that both
    were too large, so that single pixels may go unnoticed.
    """

    images: dict[int, QImage]
    mean: float
    share: float
    stretched: bool
    shrunk: bool


def difference(one: QImage, other: QImage) -> Difference:
    """Compare two pictures; the second is stretched to the size of the first."""
    size = _bounded(one.size())
    first, second = _at(one, size), _at(other, size)
    plain = _drawn(first, second, QPainter.CompositionMode.CompositionMode_Difference)
    images, brighter, gain = {1: plain}, plain, 1
    for _ in range(_DOUBLINGS):
        brighter, gain = _doubled(brighter), gain * 2
        if gain in GAINS:
            images[gain] = brighter
    differs = _levels(brighter)
    share = 1 - differs.count(0) / len(differs)
    mean = _total(_levels(plain)) / 255 / len(differs)
    stretched, shrunk = one.size() != other.size(), size != one.size()
    return Difference(images, mean, share, stretched=stretched, shrunk=shrunk)


def _bounded(size: QSize) -> QSize:
    pixels = max(1, size.width() * size.height())
    if pixels <= MOST_PIXELS:
        return size
    scale = (MOST_PIXELS / pixels) ** 0.5
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _at(image: QImage, size: QSize) -> QImage:
    """The picture opaque and at a size; what was transparent is as black as what it stands on."""
    if image.size() != size:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    ground = QImage(size, QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.black)
    return _drawn(ground, image, QPainter.CompositionMode.CompositionMode_SourceOver)


def _doubled(image: QImage) -> QImage:
    return _drawn(image, image, QPainter.CompositionMode.CompositionMode_Plus)


def _drawn(ground: QImage, image: QImage, mode: QPainter.CompositionMode) -> QImage:
    made = QImage(ground)
    painter = QPainter(made)  # it detaches: the ground stays as it is
    painter.setCompositionMode(mode)
    painter.drawImage(QRect(0, 0, made.width(), made.height()), image)
    painter.end()
    return made


def _total(levels: bytes) -> int:
    """The sum of all levels, in pieces: the UI thread has its turn between them."""
    return sum(sum(levels[start : start + _PIECE]) for start in range(0, len(levels), _PIECE))


def _levels(image: QImage) -> bytes:
    """The brightness 0..255 of each pixel, without the padding of the lines."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    data, width, line = bytes(gray.constBits()), gray.width(), gray.bytesPerLine()
    if width == line:
        return data
    return b"".join(data[y * line : y * line + width] for y in range(gray.height()))

"""Paints the demo's pictures with QImage and QPainter, without an application.

QtGui is imported on first use: the server is ready before it has to paint anything. All
functions may run in a worker thread.
"""

from __future__ import annotations

import hashlib
import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ivk_desktop.demo.scenes import Colour, Landscape, Scene, Stored

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

THUMBNAIL_PX = 256
LATENT_SCALE = 8
"""How many pixels of the picture one pixel of a preview stands for."""

_LARGEST_PX = 4096


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a landscape: sky from top to horizon, ridges from far to near."""

    sky: tuple[str, str]
    ridges: tuple[str, str]
    disc: str


PALETTES = (
    Palette(("#8e6fc0", "#ffd9e4"), ("#b884b8", "#3a2450"), "#fff1e0"),
    Palette(("#e58a5c", "#ffe3b8"), ("#d8845c", "#4a2436"), "#fff4d8"),
    Palette(("#4f86b8", "#dcecf6"), ("#7fa9c9", "#1d3a56"), "#ffffff"),
    Palette(("#a9c98f", "#f4f6dc"), ("#8fb47c", "#24402c"), "#fffbe4"),
    Palette(("#1b1d4a", "#5a57a8"), ("#3f3d86", "#0e0f2a"), "#f2efff"),
    Palette(("#d99c3c", "#fbe8b0"), ("#c58a36", "#4c2a14"), "#fff8e0"),
    Palette(("#2a8c92", "#d4f2ea"), ("#4fa39f", "#0c3a42"), "#f6fffb"),
    Palette(("#c0627c", "#ffd8c8"), ("#b8607c", "#3c1a34"), "#fff0e8"),
)


def warm_up() -> None:
    """Import what painting needs, so that the first picture does not wait for it."""
    paint(Colour(0, 0, 0), 1, 1)


def paint(scene: Scene, width: int, height: int) -> QImage:
    """The picture of a scene in a size."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage

    width, height = (max(1, min(side, _LARGEST_PX)) for side in (width, height))
    if isinstance(scene, Stored):
        image = QImage(str(scene.path))
        return image.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if isinstance(scene, Colour):
        image.fill(QColor(scene.red, scene.green, scene.blue))
    else:
        _paint_landscape(image, scene)
    return image


def _paint_landscape(image: QImage, scene: Landscape) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QLinearGradient, QPainter, QRadialGradient

    digest = hashlib.sha256(f"{scene.words}\0{scene.seed}".encode()).digest()
    dice = random.Random(digest)
    palette = PALETTES[digest[0] % len(PALETTES)]
    width, height = image.width(), image.height()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height * 0.75)
    sky.setColorAt(0, QColor(palette.sky[0]))
    sky.setColorAt(1, QColor(palette.sky[1]))
    painter.fillRect(image.rect(), sky)
    centre = QPointF(width * dice.uniform(0.2, 0.8), height * dice.uniform(0.15, 0.4))
    size = min(width, height) * dice.uniform(0.07, 0.12)
    glow = QRadialGradient(centre, size * 4)
    disc = QColor(palette.disc)
    glow.setColorAt(0, QColor(disc.red(), disc.green(), disc.blue(), 150))
    glow.setColorAt(1, QColor(disc.red(), disc.green(), disc.blue(), 0))
    painter.fillRect(image.rect(), glow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc)
    painter.drawEllipse(centre, size, size)
    _paint_ridges(painter, dice, palette, width, height)
    painter.end()


def _paint_ridges(
    painter: object, dice: random.Random, palette: Palette, width: int, height: int
) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPainter, QPolygonF

    assert isinstance(painter, QPainter)
    far, near = QColor(palette.ridges[0]), QColor(palette.ridges[1])
    count = dice.randint(4, 6)
    for number in range(count):
        depth = number / (count - 1)
        line = _ridge(dice, depth)
        points = [QPointF(x * width, y * height) for x, y in line]
        points += [QPointF(width, height), QPointF(0, height)]
        painter.setBrush(_between(far, near, depth))
        painter.drawPolygon(QPolygonF(points))


def _ridge(dice: random.Random, depth: float) -> list[tuple[float, float]]:
    """The crest of one ridge as points of the unit square; near ridges are lower and smoother."""
    base = 0.42 + 0.42 * depth
    rough = 0.16 * (1 - 0.6 * depth)
    waves = [
        (rough / (octave + 1) ** 1.1, (octave + 1) * dice.uniform(1.2, 2.4), dice.uniform(0, 7))
        for octave in range(7)
    ]
    crest = []
    for step in range(97):
        x = step / 96
        swing = sum(
            size * (abs(math.sin(x * speed * math.pi + phase)) - 0.5)
            for size, speed, phase in waves
        )
        crest.append((x, base - swing))
    return crest


def _between(far: object, near: object, share: float) -> object:
    from PySide6.QtGui import QColor

    assert isinstance(far, QColor)
    assert isinstance(near, QColor)
    channels = zip(far.getRgb()[:3], near.getRgb()[:3], strict=True)  # type: ignore[index] # the stub says object
    return QColor(*(round(a + (b - a) * share) for a, b in channels))


def preview_jpeg(scene: Scene, width: int, height: int, sharpness: float) -> bytes:
    """A JPEG of 1/8 of the size; ``sharpness`` 0 is noise, 1 the picture."""
    from PySide6.QtGui import QImage, QPainter

    small = (max(1, width // LATENT_SCALE), max(1, height // LATENT_SCALE))
    image = paint(scene, *small)
    noise_share = (1 - max(0.0, min(1.0, sharpness))) ** 1.6
    if noise_share > 0:
        dice = random.Random(f"{scene} {sharpness}")
        grains = dice.randbytes(image.width() * image.height() * 4)
        noise = QImage(
            grains, image.width(), image.height(), image.width() * 4, QImage.Format.Format_RGB32
        )
        painter = QPainter(image)
        painter.setOpacity(noise_share)
        painter.drawImage(0, 0, noise)
        painter.end()
    return encoded(image, "JPG", 88)


def thumbnail_webp(scene: Scene, width: int, height: int) -> bytes:
    """A WebP that fits a square of :data:`THUMBNAIL_PX`."""
    scale = min(1.0, THUMBNAIL_PX / max(width, height, 1))
    return encoded(paint(scene, round(width * scale), round(height * scale)), "WEBP", 80)


def full_png(scene: Scene, width: int, height: int) -> bytes:
    """The picture as a PNG without text chunks."""
    return encoded(paint(scene, width, height), "PNG", 70)


def encoded(image: QImage, kind: str, quality: int) -> bytes:
    """The bytes of an image file."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(data.data())


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of an image file; None if it is none."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(data)
    return None if image.isNull() else (image.width(), image.height())

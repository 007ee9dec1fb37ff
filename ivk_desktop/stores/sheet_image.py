"""One page of a sheet as one picture: labels, pictures, and words where there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QTextOption

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError, Unauthorized, Unreachable, Unusable
from ivk_desktop.domain.media import MediaKind, MediaRef, MediaSize
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.sheets import fitted
from ivk_desktop.stores import paths
from ivk_desktop.stores.pictures import MAX_PIXELS, THUMBNAIL_EDGE_PX, decode
from ivk_desktop.stores.transfers import Transfer, TransferKind
from ivk_desktop.stores.workers import Workers

LARGEST_EDGE_PX: Final = 512
SMALLEST_EDGE_PX: Final = 32
"""Smaller pictures show nothing: a page with so many is not drawn."""
LONGEST_SIDE_PX: Final = 32_000
"""Many programs open no longer ones."""
GAP_PX: Final = 8
MARGIN_PX: Final = 16
MOST_LABEL_PX: Final = 320
LABEL_LINES: Final = 3
WINNER_PX: Final = 3
SMALLEST_TEXT_PX: Final = 12
LARGEST_TEXT_PX: Final = 24


@dataclass(frozen=True, slots=True)
class SheetLook:
    """Fonts and colours; ``QFont`` and ``QColor`` may be used in any thread."""

    font: QFont
    strong: QFont
    ground: QColor
    text: QColor
    muted: QColor
    field: QColor
    winner: QColor


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What is drawn: ``refs`` and ``words`` by place (column, row); words where no picture is."""

    title: str
    x_title: str
    y_title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    refs: Mapping[tuple[int, int], MediaRef] = field(default_factory=dict)
    words: Mapping[tuple[int, int], str] = field(default_factory=dict)
    winners: frozenset[tuple[int, int]] = frozenset()
    ratio: float = 1.0
    """Width by height of each place."""
    largest_px: int = LARGEST_EDGE_PX
    """The longest side of the pictures, where it is known to be less: none is blown up."""


@dataclass(frozen=True, slots=True)
class SheetSize:
    """Where things stand, in px. ``edge`` is the longer side of a picture, ``text`` its letters."""

    edge: int
    text: int
    left: int
    top: int
    columns: int
    rows: int
    ratio: float = 1.0

    @classmethod
    def of(cls, page: SheetPage, look: SheetLook) -> SheetSize:
        """The largest size that stays within the limits.

        Raises:
            DomainError: ``sheet_too_large``: the pictures would be too small to see.
        """
        columns, rows = len(page.columns), len(page.rows)
        widest = max(page.rows, key=len, default="")
        largest = min(max(page.largest_px, SMALLEST_EDGE_PX), LARGEST_EDGE_PX)
        for edge in range(largest, SMALLEST_EDGE_PX - 1, -8):
            text = min(max(edge // 20, SMALLEST_TEXT_PX), LARGEST_TEXT_PX)
            metrics = QFontMetrics(_sized(look.font, text))
            room = min(MOST_LABEL_PX, metrics.horizontalAdvance(widest) + GAP_PX)
            left = MARGIN_PX + (room + GAP_PX if widest else 0)
            lines = _lines(metrics, page.columns, fitted(edge, page.ratio)[0])
            top = MARGIN_PX + round(metrics.lineSpacing() * (3.5 + lines))
            found = cls(edge, text, left, top, columns, rows, page.ratio)
            size = found.whole
            fits = max(size.width(), size.height()) <= LONGEST_SIDE_PX
            if fits and size.width() * size.height() <= MAX_PIXELS:
                return found
        raise DomainError(Problem("sheet_too_large", {"columns": columns, "rows": rows}))

    @property
    def picture(self) -> tuple[int, int]:
        """The width and height of the place of a picture."""
        return fitted(self.edge, self.ratio)

    @property
    def whole(self) -> QSize:
        """The size of the image."""
        wide, high = self.picture
        return QSize(
            self.left + self.columns * (wide + GAP_PX) - GAP_PX + MARGIN_PX,
            self.top + self.rows * (high + GAP_PX) - GAP_PX + MARGIN_PX,
        )

    def cell(self, column: int, row: int) -> QRect:
        """Where a picture stands."""
        wide, high = self.picture
        x, y = self.left + column * (wide + GAP_PX), self.top + row * (high + GAP_PX)
        return QRect(x, y, wide, high)


class SheetImage(Transfer):
    """Fetches the pictures of a page one after the other, and draws them off the UI thread.

    A picture that cannot be had leaves its place empty and is told.

    Raises:
        DomainError: ``sheet_too_large``.
    """

    def __init__(
        self, backend: Backend, workers: Workers, page: SheetPage, look: SheetLook, target: Path
    ) -> None:
        super().__init__(TransferKind.SHEET, target.name, len(page.refs))
        self.size = SheetSize.of(page, look)
        self.files: tuple[Path, ...] = ()
        """The file, once it is written."""
        self._backend = backend
        self._workers = workers
        self._page = page
        self._look = look
        self._target = target

    async def run(self) -> None:
        """Draw all and write the file, as a whole or not at all.

        Raises:
            ApiError: the server is away, or the file cannot be written.
        """
        image = await self._workers.run(_ground, self._page, self._look, self.size)
        for place, ref in self._page.refs.items():
            try:
                data = await self._backend.fetch(ref, self._rendition(ref))
            except (Unreachable, Unauthorized):
                raise
            except ApiError as error:
                self.fail(ref.name, error.problem)
                continue
            if await self._workers.run(self._draw, image, place, data):
                self.succeed()
            else:
                self.fail(ref.name, Problem("not_a_picture"))
        await self._write(image)

    def _rendition(self, ref: MediaRef) -> MediaSize:
        small = ref.kind is MediaKind.VIDEO or self.size.edge <= THUMBNAIL_EDGE_PX
        return MediaSize.THUMBNAIL if small else MediaSize.FULL

    def _draw(self, image: QImage, place: tuple[int, int], data: bytes) -> bool:
        picture = decode(data, fit_px=self.size.edge)
        if picture is None:
            return False
        cell = QRectF(self.size.cell(*place))
        fitted = QSizeF(picture.size()).scaled(cell.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(cell.topLeft(), fitted)
        target.moveCenter(cell.center())
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(cell, self._look.ground)
        painter.drawImage(target, picture)
        painter.end()
        return True

    async def _write(self, image: QImage) -> None:
        data = await self._workers.run(_encoded, image)
        try:
            await asyncio.to_thread(paths.write_atomically, self._target, data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            args = {"path": str(self._target), "reason": reason}
            raise Unusable(Problem("not_saved", args)) from error
        self.files = (self._target,)


def _ground(page: SheetPage, look: SheetLook, size: SheetSize) -> QImage:
    """The picture with all that is written on it."""
    image = QImage(size.whole, QImage.Format.Format_RGB32)
    image.fill(look.ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _write_titles(painter, page, look, size)
    _write_labels(painter, page, look, size)
    for column in range(size.columns):
        for row in range(size.rows):
            _write_cell(painter, page, look, size, (column, row))
    painter.end()
    return image


def _lines(metrics: QFontMetrics, labels: Sequence[str], width: int) -> int:
    """In how many lines the labels of columns fit, at most ``LABEL_LINES``."""
    longest = max(labels, key=len, default="")
    if not longest:
        return 0
    wraps = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    high = metrics.boundingRect(QRect(0, 0, width, LONGEST_SIDE_PX), wraps, longest).height()
    return min(LABEL_LINES, -(-high // metrics.lineSpacing()))


def _sized(font: QFont, size_px: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size_px)
    return sized


def _write_titles(painter: QPainter, page: SheetPage, look: SheetLook, size: SheetSize) -> None:
    font, strong = _sized(look.font, size.text), _sized(look.strong, size.text)
    line = QFontMetrics(font).lineSpacing()
    room = QRect(MARGIN_PX, MARGIN_PX, size.whole.width() - 2 * MARGIN_PX, round(line * 1.5))
    _line(painter, room, strong, look.text, page.title)
    signed = ((page.x_title, "→"), (page.y_title, "↓"))
    axes = "   ".join(f"{sign} {text}" for text, sign in signed if text)
    _line(painter, room.translated(0, round(line * 1.5)), font, look.muted, axes)


def _write_labels(painter: QPainter, page: SheetPage, look: SheetLook, size: SheetSize) -> None:
    font = _sized(look.font, size.text)
    line = QFontMetrics(font).lineSpacing()
    painter.setFont(font)
    painter.setPen(look.text)
    for column, text in enumerate(page.columns):
        cell = size.cell(column, 0)
        height = LABEL_LINES * line
        room = QRect(cell.left(), size.top - height - GAP_PX // 2, cell.width(), height)
        _wrapped(painter, room, Qt.AlignmentFlag.AlignBottom, text)
    for row, text in enumerate(page.rows):
        cell = size.cell(0, row)
        room = QRect(MARGIN_PX, cell.top(), size.left - MARGIN_PX - GAP_PX, cell.height())
        _wrapped(painter, room, Qt.AlignmentFlag.AlignVCenter, text)


def _write_cell(
    painter: QPainter, page: SheetPage, look: SheetLook, size: SheetSize, place: tuple[int, int]
) -> None:
    cell = size.cell(*place)
    painter.fillRect(cell, look.field)
    if place in page.winners:
        bar = QRect(cell.left(), cell.bottom() + 2, cell.width(), WINNER_PX)
        painter.fillRect(bar, look.winner)
    if words := page.words.get(place):
        painter.setFont(_sized(look.font, size.text))
        painter.setPen(look.muted)
        room = cell.adjusted(GAP_PX, GAP_PX, -GAP_PX, -GAP_PX)
        _wrapped(painter, room, Qt.AlignmentFlag.AlignCenter, words)


def _wrapped(painter: QPainter, room: QRect, side: Qt.AlignmentFlag, text: str) -> None:
    """Write a text between words, in a long one anywhere; what does not fit is cut."""
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.save()
    painter.setClipRect(room)
    painter.drawText(QRectF(room), text, option)
    painter.restore()


def _line(painter: QPainter, room: QRect, font: QFont, color: QColor, text: str) -> None:
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes
    return bytes(buffer.data().data())

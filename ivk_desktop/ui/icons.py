"""Line icons in the theme's colours: sharp at any scale, following every theme change."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from ivk_desktop import resources
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import ICON_PX

QUESTION_PX = 32
"""The edge of the icon beside a question."""


@lru_cache(maxsize=512)
def icon(name: str, token: str = "text") -> QIcon:
    """A lucide icon tinted by a colour token; disabled it is ``text3``.

    Args:
        name: a file of ``resources/icons`` without ``.svg``.
        token: a field of ``tokens.Tokens``.

    Raises:
        FileNotFoundError: no such icon is shipped.
    """
    _source(name)
    return QIcon(_Engine(name, token))


def app_icon() -> QIcon:
    """The icon of the application."""
    return QIcon(str(resources.path("icons", "app.svg")))


def show_warning(box: QMessageBox) -> None:
    """Give a question that may cost something the icon of a warning."""
    ratio = box.devicePixelRatioF()
    box.setIconPixmap(pixmap("triangle-alert", "warning", theme.px(QUESTION_PX), ratio))


def pixmap(name: str, token: str = "text", size_px: int = ICON_PX, ratio: float = 1.0) -> QPixmap:
    """A tinted icon of ``size_px`` logical px, for delegates that paint with it.

    Args:
        name: a file of ``resources/icons`` without ``.svg``.
        token: a field of ``tokens.Tokens``.
        size_px: the edge in logical px.
        ratio: the device pixel ratio of what is painted on.
    """
    return _drawn(name, theme.theme().color(token).name(), size_px, size_px, ratio)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resources.text("icons", f"{name}.svg")


@lru_cache(maxsize=1024)
def _drawn(name: str, color: str, width: int, height: int, ratio: float) -> QPixmap:
    """One icon in logical px; in a place that is wider than high it stands at the left."""
    # A place without room asks, too: nothing can be painted on a picture of no size.
    drawn = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    edge = min(width, height)
    left = 0 if width > height else (width - edge) / 2
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(left, (height - edge) / 2, edge, edge))
    painter.end()
    return drawn


class _Engine(QIconEngine):
    """Draws one icon in the colour that its token has when it is asked."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        # PySide does not hand a clone over to its QIcon: without a reference it dies at once.
        _clones[:] = [engine for engine in _clones if isValid(engine)]
        _clones.append(copy := _Engine(self._name, self._token))
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        painter.drawPixmap(rect.topLeft(), self._tinted(rect.size(), ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # Since Qt 6.8 the size is in logical px and the scale is the device pixel ratio.
        return self._tinted(size, scale, mode)

    def _tinted(self, size: QSize, ratio: float, mode: QIcon.Mode) -> QPixmap:
        token = "text3" if mode is QIcon.Mode.Disabled else self._token
        name = theme.theme().color(token).name()
        return _drawn(self._name, name, size.width(), size.height(), ratio)


_clones: list[_Engine] = []

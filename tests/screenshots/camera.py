"""What grabs the pictures."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ivk_desktop.app import Desk
from ivk_desktop.ui.theme import Scheme, theme

SETTLE_S = 0.4


class Camera:
    """Grabs the window in every wanted size and scheme under one name."""

    def __init__(
        self, out: Path, scale: str, sizes: list[str], schemes: list[str], walk: str = ""
    ) -> None:
        self._out = out
        self._walk = walk
        self._scale = scale
        self._sizes = [QSize(*map(int, size.split("x"))) for size in sizes]
        self._schemes = schemes

    def wants(self, walk: str) -> bool:
        """Whether the states of this walk are wanted; all are where none is named."""
        return self._walk in ("", walk)

    async def take_beside(self, widget: QWidget, name: str) -> None:
        """Grab a window that stands beside the main one, in its own size."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for scheme in self._schemes:
            theme().apply(app, Scheme(scheme))
            await asyncio.sleep(SETTLE_S)
            file = f"{name}-{scheme}@{self._scale}x.png"
            widget.grab().save(str(self._out / file))
            print(file, flush=True)

    async def take_sized(self, widget: QWidget, name: str) -> None:
        """Grab a window that stands beside the main one, in the sizes of that."""
        for size in self._sizes:
            widget.resize(size)
            await self.take_beside(widget, f"{name}-{size.width()}x{size.height()}")

    async def take(self, desk: Desk, name: str) -> None:
        """Grab one state."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        for scheme in self._schemes:
            theme().apply(app, Scheme(scheme))
            for size in self._sizes:
                desk.window.resize(size)
                await asyncio.sleep(SETTLE_S)  # fonts, thumbnails and layouts settle
                file = f"{name}-{scheme}-{size.width()}x{size.height()}@{self._scale}x.png"
                desk.window.grab().save(str(self._out / file))
                print(file, flush=True)

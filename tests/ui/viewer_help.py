"""A stage with results, and keys pressed where a person would press them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.boards import UNCATEGORIZED, BoardKey
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.stage import Stage
from ivk_desktop.ui.viewer.viewer import Viewer
from tests.fakes import SERVER
from tests.fakes_gallery import FakeGallery
from tests.stores.samples import encoded
from tests.stores.waiting import until
from tests.ui.stage_help import Session, a_stage

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOOSE = BoardKey(SERVER, UNCATEGORIZED)


def press(widget: QWidget, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifiers)


@asynccontextmanager
async def a_gallery(count: int = 8) -> AsyncIterator[tuple[Stage, Session, PictureGrid]]:
    """A stage that shows a board of pictures, the newest first: ``7``, ``6``, … ``0``."""
    server = FakeGallery()
    server.add(*map(str, range(count)), width=64, height=48)
    server.pictures = {name: encoded(64, 48) for name in server.infos}
    async with a_stage(server) as (stage, session):
        stage.show_board(LOOSE, "Uncategorized")
        grid = stage.board_page.grid
        opened = session.boards.opened
        assert opened is not None
        await until(opened.changed, lambda: grid.count == count)
        grid.set_current(0)
        yield stage, session, grid


async def whole(viewer: Viewer) -> None:
    """Wait for the picture itself."""
    await until(viewer.picture.shown, lambda: viewer.picture.is_whole)


def name(viewer: Viewer) -> str:
    """Which picture is meant."""
    return viewer.refs()[0].name if viewer.refs() else ""

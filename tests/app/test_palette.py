"""The command search over everything that can be done or opened."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ivk_desktop.app import Desk
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.ui.palette import Command, CommandPalette
from ivk_desktop.ui.shortcut_sheet import ShortcutSheet
from tests.demo_process import DemoProcess
from tests.desk import PATIENCE_S, open_desk, until


def opened(desk: Desk) -> CommandPalette:
    desk.window.actions_["help.find"].trigger()
    palette = desk.actions.palette.palette
    assert palette is not None
    return palette


def texts(palette: CommandPalette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_a_workflow_of_the_library_is_opened_by_a_few_letters(
    demo: DemoProcess, run: Any, qtbot: Any
) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            palette = opened(desk)
            qtbot.keyClicks(palette.search, "text sd1")
            assert "Text to image, SD1.5" in texts(palette)
            qtbot.keyClick(palette.search, Qt.Key.Key_Return)
            workflow = desk.workflows.current
            assert workflow is not None
            await until(lambda: workflow.state is OpenState.READY, workflow.changed)
            assert workflow.title == "Text to image, SD1.5"

    run(story())


def test_actions_boards_and_models_are_found_with_their_kind(demo: DemoProcess, run: Any) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            palette = opened(desk)
            found = [
                palette.list.item(row).data(Qt.ItemDataRole.UserRole)
                for row in range(palette.list.count())
            ]
            assert all(isinstance(one, Command) for one in found)
            session = desk.servers.current
            assert session is not None
            for name, kind in (
                (session.boards.items[-1].name, "Board"),
                (session.models.items[-1].name, "Model"),
                ("Full screen", "Action"),
            ):
                palette.search.setText(name)
                first = palette.list.item(0).data(Qt.ItemDataRole.UserRole)
                assert (first.text, first.kind) == (name, kind)
            palette.search.setText("no such thing anywhere")
            assert palette.list.count() == 0

    run(story())


def test_what_cannot_be_done_now_is_not_offered(run: Any) -> None:
    async def story() -> None:
        async with open_desk() as desk:
            palette = opened(desk)
            palette.search.setText("Close workflow")
            assert "Close workflow" not in texts(palette)

    run(story())


def test_arrows_move_and_escape_closes_without_doing_anything(
    demo: DemoProcess, run: Any, qtbot: Any
) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            palette = opened(desk)
            qtbot.keyClick(palette.search, Qt.Key.Key_Down)
            qtbot.keyClick(palette.search, Qt.Key.Key_Down)
            assert palette.list.currentRow() == 2
            qtbot.keyClick(palette.search, Qt.Key.Key_Up)
            assert palette.list.currentRow() == 1
            gone = asyncio.Event()
            palette.destroyed.connect(gone.set)
            qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
            await asyncio.wait_for(gone.wait(), PATIENCE_S)
            assert desk.actions.palette.palette is None
            assert not desk.workflows.workflows

    run(story())


def test_search_and_shortcuts_open_from_a_window_beside_the_main_one(
    demo: DemoProcess, run: Any, qtbot: Any
) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            desk.window.actions_["server.models"].trigger()
            models = desk.model_manager.models
            assert models is not None
            await until(models.isActiveWindow, QGuiApplication.instance().focusWindowChanged)
            qtbot.keyClick(models, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
            palette = desk.actions.palette.palette
            assert palette is not None
            assert palette.parentWidget() is models
            palette.close()
            qtbot.keyClick(models, Qt.Key.Key_F1)
            sheet = desk.window.findChild(ShortcutSheet)
            assert sheet is not None
            sheet.close()

    run(story())

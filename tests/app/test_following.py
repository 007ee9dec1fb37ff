"""Follow in the whole window: what switches it off, and what on again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ivk_desktop.app import Desk
from ivk_desktop.stores.queue_rows import Column
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"
LEFT = Qt.MouseButton.LeftButton


def place(desk: Desk, row: int) -> QPoint:
    table = desk.window.queue.table
    return table.visualRect(table.model().index(row, Column.STATUS)).center()


async def with_result(desk: Desk) -> int:
    """The number of a row whose result is known."""
    model = desk.window.queue.model

    def found() -> int | None:
        rows = (model.row(number) for number in range(model.rowCount()))
        return next((n for n, row in enumerate(rows) if row and row.outputs), None)

    await until(lambda: found() is not None, model.dataChanged, model.modelReset)
    number = found()
    assert number is not None
    return number


def test_a_click_in_the_queue_leaves_follow_and_invoke_brings_it_back(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            stage, viewport = desk.window.stage, desk.window.queue.table.viewport()
            desk.window.queue.set_grouped(False)
            number = await with_result(desk)
            for row in range(min(4, desk.window.queue.model.rowCount())):
                QTest.mouseClick(viewport, LEFT, pos=place(desk, row))
            assert stage.header.follow.isChecked()
            QTest.mouseClick(viewport, LEFT, pos=place(desk, number))
            QTest.keyClick(desk.window.queue.table, Qt.Key.Key_Return)
            assert stage.showing.ref is not None
            assert not stage.header.follow.isChecked()
            workflow = await opened(desk, WORKFLOW)
            desk.window.invoke_bar.button.click()
            assert workflow.submitting
            assert stage.header.follow.isChecked()
            assert desk.window.actions_["view.follow"].isChecked()

    run(scenario())

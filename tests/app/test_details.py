"""Details and the wall in the whole window, on the demo server."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shiboken6 import delete

from ivk_desktop.app import Desk
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.details.pages import Page
from ivk_desktop.ui.main_window import WIDE_PX
from ivk_desktop.ui.panel import PanelState
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
NARROW, WIDE = QSize(1600, 900), QSize(WIDE_PX, 1200)


@pytest.fixture
def demo() -> Any:
    with demo_server("--speed", "50") as demo:
        yield demo


async def an_ended_item(desk: Desk, runs: int = 1) -> ServerSession:
    """Open a workflow, run it, and put the queue's cursor on its newest item."""
    await opened(desk, "Text to image, SD1.5")
    session = desk.servers.current
    assert session is not None
    desk.window.queue.set_grouped(False)
    before = session.queue.counts.completed
    desk.window.invoke_bar.runs.set_value(runs)
    desk.window.invoke_bar.invoke()
    done = before + runs
    await until(lambda: session.queue.counts.completed == done, session.queue.counts_changed)
    choose(desk, 0)
    return session


def choose(desk: Desk, *rows: int) -> None:
    table = desk.window.queue.table
    table.clearSelection()
    for row in rows:
        table.setCurrentIndex(desk.window.queue.model.index(row, 0))
    for row in rows:
        table.selectionModel().select(
            desk.window.queue.model.index(row, 0),
            table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
        )


def test_a_wide_window_shows_the_item_with_the_cursor_and_a_narrow_one_does_not(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            window, view = desk.window, desk.window.details
            window.resize(NARROW)
            assert view.isHidden()
            session = await an_ended_item(desk)
            window.resize(WIDE)
            await until(
                lambda: view.panel.state is PanelState.CONTENT,
                session.records.ready,
                window.details_fitted,
            )
            labels = [label for label, _ in view.pages.inputs.texts()]
            assert labels[:3] == ["Text to image", "Model", "Positive prompt"]
            view.pages.open_page(Page.NODES)
            rows = view.pages.nodes.rows._rows
            assert all(row.bars for row in rows)
            assert rows[-1].outputs
            choose(desk, 3)
            await until(lambda: view.panel.state is PanelState.CONTENT, session.records.ready)
            assert "not seen running" in view.pages.times_note.text()
            window.resize(NARROW)
            assert view.isHidden()
            assert view.key is None

    run(scenario())


def test_the_menu_opens_details_in_a_window_and_escape_closes_it(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            desk.window.resize(NARROW)
            session = await an_ended_item(desk)
            actions = desk.window.queue.actions_
            actions.set_rows(desk.window.queue.selected_rows())
            actions.actions["queue.details"].trigger()
            (opened_window,) = desk.details.windows
            view = opened_window.view
            await until(lambda: view.panel.state is PanelState.CONTENT, session.records.ready)
            desk.window.queue._show_details()
            assert desk.details.windows == [opened_window]  # the same one comes up
            view.copy_report()
            assert "completed" in QGuiApplication.clipboard().text()
            QTest.keyClick(opened_window, Qt.Key.Key_Escape)
            assert not opened_window.isVisible()

    run(scenario())


def test_a_server_may_go_after_the_window_of_its_item_was_closed(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            desk.window.resize(NARROW)
            session = await an_ended_item(desk)
            desk.window.queue._show_details()
            (opened_window,) = desk.details.windows
            view = opened_window.view
            await until(lambda: view.panel.state is PanelState.CONTENT, session.records.ready)
            QTest.keyClick(opened_window, Qt.Key.Key_Escape)
            assert not opened_window.isVisible()
            delete(opened_window)  # as the event loop does a moment after
            assert desk.details.windows == []
        # Leaving has told of the removed session; what a slot raises fails the test.

    run(scenario())


def test_two_selected_items_are_compared(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            desk.window.resize(NARROW)
            session = await an_ended_item(desk, runs=2)
            choose(desk, 0, 1)
            rows = desk.window.queue.selected_rows()
            desk.window.queue.actions_.set_rows(rows)
            assert desk.window.queue.actions_.actions["queue.compare"].isEnabled()
            keys = [desk.window.queue.model.job_keys(row.row_id)[0] for row in rows]
            window = desk.details.compare(*keys)
            assert window is not None
            await until(lambda: window.table.isVisible(), session.records.ready)
            assert window.message.text()
            window.close()

    run(scenario())


def test_the_wall_shows_what_runs_and_closes(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await opened(desk, "Text to image, SD1.5")
            session = desk.servers.current
            assert session is not None
            demo.faults(hold=True)
            desk.window.invoke_bar.invoke()
            await until(lambda: session.progress.running, session.progress.started)
            desk.window.actions_["view.wall"].trigger()
            wall = desk.wall.wall
            assert wall is not None
            assert len(wall.tiles) == 1
            QTest.keyClick(wall, Qt.Key.Key_Escape)
            assert not wall.isVisible()
            demo.faults(hold=False)

    run(scenario())

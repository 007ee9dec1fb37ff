"""Which server the window talks to, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton

from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.ui.sidebar.rows import RowKind
from ivk_desktop.ui.status_bar import StatusBar
from tests.app.sight import words
from tests.demo_process import demo_server
from tests.desk import connected, open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
SAMPLE = Path(__file__).parent.parent.parent / "resources/workflows/text-to-image-sd15.json"


def test_files_of_the_command_line_open_on_a_server_that_is_found_later(run: Run) -> None:
    async def scenario() -> None:
        with demo_server() as demo:
            async with open_desk(files=(str(SAMPLE),)) as desk:
                await until(lambda: desk.connections, desk.window.painted)
                desk.connections._connect_asked("", demo.url)
                await until(lambda: desk.workflows.workflows, desk.workflows.opened)
                workflow = desk.workflows.workflows[0]
                await until(lambda: workflow.state is OpenState.READY, workflow.changed)

    run(scenario())


def test_a_server_is_remembered_once_it_has_answered(run: Run) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            desk.connections._connect_asked("", "http://127.0.0.1:1")
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = desk.servers.current
            await until(lambda: session.link is LinkState.LOST, session.link_changed)
            assert desk.settings.prefs.servers == ()
            with demo_server() as demo:
                desk.connections._connect_asked("", demo.url)
                await until(
                    lambda: desk.servers.current not in (None, session),
                    desk.servers.current_changed,
                )
                await connected(desk)
                assert [s.url for s in desk.settings.prefs.servers] == [demo.url]
                assert desk.settings.prefs.current_server == desk.servers.current.server_id

    run(scenario())


def test_another_queue_is_named_and_not_remembered(run: Run) -> None:
    async def scenario() -> None:
        with demo_server() as demo:
            async with open_desk(demo.url, queue_id="other") as desk:
                session = desk.servers.current
                assert session.name.endswith("other")
                assert desk.settings.server(session.server_id).queue_id == "default"

    run(scenario())


def test_the_demo_asked_for_twice_runs_once(run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo=True) as desk:
            first = await connected(desk)
            url = first.url
            desk.connections.start_demo()
            await until(
                lambda: desk.servers.current not in (None, first), desk.servers.current_changed
            )
            again = await connected(desk)
            assert again.url == url
            assert again.boards.state is ListState.READY

    run(scenario())


def test_a_server_that_answers_and_refuses_its_queue_is_told_of_once(run: Run) -> None:
    async def scenario() -> None:
        with demo_server() as demo:
            wrong = {"path": "/api/v1/queue", "kind": "status", "status": 403, "times": 100_000}
            demo.faults(answers=[wrong])
            async with open_desk() as desk:
                heard = []
                desk.notices.posted.connect(heard.append)
                desk.connections._connect_asked("", demo.url)
                await until(lambda: desk.servers.current, desk.servers.current_changed)
                session = desk.servers.current
                waits = []
                session.link_changed.connect(lambda: waits.append(session.link))
                await until(lambda: len(waits) >= 4, session.link_changed)
                assert set(waits) == {LinkState.LOST}
                assert len(heard) == 1

    run(scenario())


def test_a_finished_and_a_failed_item_are_told_in_the_status_bar(run: Run) -> None:
    async def scenario() -> None:
        with demo_server("--speed", "50") as demo:
            async with open_desk(demo.url) as desk:
                bar = desk.window.statusBar()
                assert isinstance(bar, StatusBar)
                await opened(desk, "Text to image, SD1.5")
                desk.window.invoke_bar.invoke()
                await until(lambda: "is done" in bar.text(), desk.notices.posted)
                demo.faults(fail_node={"type": "noise", "message": "scripted"})
                desk.window.invoke_bar.invoke()
                await until(lambda: "failed: scripted" in bar.text(), desk.notices.posted)

    run(scenario())


def test_the_status_bar_calms_down_when_the_server_answers_again(run: Run) -> None:
    async def scenario() -> None:
        with demo_server() as demo:
            async with open_desk(demo.url) as desk:
                bar = desk.window.statusBar()
                assert isinstance(bar, StatusBar)
                session = desk.servers.current
                demo.faults(restart=0.5)
                await until(lambda: session.link is LinkState.LOST, session.link_changed)
                assert bar.text()
                await until(lambda: session.link is LinkState.LIVE, session.link_changed)
                assert bar.text().endswith("answers again.")

    run(scenario())


def test_without_a_server_every_list_offers_to_connect(run: Run) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            await until(lambda: desk.connections, desk.window.painted)
            window, asked = desk.window, list[bool]()
            window.actions_["server.connect"].triggered.connect(lambda: asked.append(True))
            desk.actions.connect_requested.connect(lambda: asked.append(True))
            for panel in (window.form, window.queue):
                offers = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
                next(b for b in offers if b.text() == "Connect to a server…").click()
            rows = window.sidebar.list.rows.rows
            window.sidebar.list.chosen.emit(next(r for r in rows if r.kind is RowKind.CONNECT))
            assert len(asked) == 3
            assert desk.connections._dialog is not None
            assert desk.connections._dialog.isVisible()
            with demo_server() as demo:
                desk.connections._connect_asked("", demo.url)
                await until(lambda: desk.servers.current, desk.servers.current_changed)
                await connected(desk)
                window.sidebar.refresh()
                kinds = {row.kind for row in window.sidebar.list.rows.rows}
                assert RowKind.CONNECT not in kinds
                assert "Open a file…" in words(window.form)

    run(scenario())

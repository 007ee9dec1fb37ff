"""Servers come and go: each is shown beside the others, and nothing is left of one that went."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import pytest

from ivk_desktop.app import Desk
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.form.board_pictures import BoardPicturesDialog
from ivk_desktop.ui.session_context import ContextBook
from ivk_desktop.ui.sidebar.rows import RowKind
from tests.app.sight import told, words
from tests.demo_process import DemoProcess, demo_server
from tests.desk import PATIENCE_S, connected, open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"
LISTS = (RowKind.VIEW, RowKind.TYPE, RowKind.ALL)


async def added(desk: Desk, url: str, name: str = "") -> ServerSession:
    """Enter an address in the dialog, as a person does."""
    before = desk.servers.current
    assert desk.connections is not None
    desk.connections.ask()
    desk.connections._connect_asked(name, url)
    await until(lambda: desk.servers.current not in (before, None), desk.servers.current_changed)
    return await connected(desk)


async def switched(desk: Desk, url: str, name: str = "") -> ServerSession:
    """Add another server and leave the one before."""
    before = desk.servers.current
    session = await added(desk, url, name)
    if before is not None and before.server_id != session.server_id:
        assert desk.connections is not None
        desk.connections.disconnect_from(before)
        await until(lambda: before not in desk.servers.sessions, desk.servers.removed)
    return session


def test_leaving_a_server_in_the_middle_of_a_run_shows_the_other_one_alone(
    run: Run, demo: DemoProcess, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(other: DemoProcess) -> None:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            assert session is not None
            demo.faults(hold=True)
            await opened(desk, WORKFLOW)
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.running, session.queue.counts_changed)
            demo.faults(advance=12)
            await until(lambda: session.previews.keys(), session.previews.changed)
            second = await switched(desk, other.url)
            assert second.server_id != session.server_id
            assert desk.servers.sessions == [second]
            assert desk.window.lanes.cards() == ()
            assert desk.window.stage.canvas.image is None
            assert desk.window.queue.model.rowCount() == len(second.queue.batches)
            await switched(desk, demo.url)
            demo.faults(hold=False)
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING], caplog.text

    with demo_server("--items", "3") as other:
        run(scenario(other))


def test_connecting_anew_to_the_same_server_keeps_form_and_lists_usable(
    run: Run, demo: DemoProcess, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            await switched(desk, demo.url, "Anew")
            desk.window.sidebar.refresh()
            assert desk.window.invoke_bar.button.isEnabled()
            session = desk.servers.current
            assert session is not None
            assert desk.window.form.view is not None
            assert desk.window.form.view._context._session is session
            desk.window.invoke_bar.invoke()
            await until(lambda: not workflow.submitting, workflow.changed)
            assert workflow.submit_problem is None
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING], caplog.text

    run(scenario())


def test_after_disconnecting_the_window_says_so_and_stays_usable(
    run: Run, demo: DemoProcess, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await opened(desk, WORKFLOW)
            session = desk.servers.current
            assert session is not None
            gone = asyncio.Event()
            session.destroyed.connect(gone.set)
            desk.window.actions_["server.disconnect"].trigger()
            await asyncio.wait_for(gone.wait(), PATIENCE_S)
            desk.window.sidebar.refresh()
            assert "No server" in words(desk.window)
            assert desk.window.invoke_bar.line.text().startswith(f"Opened on {session.name}:")
            assert "No server is connected." in words(desk.window.queue)
            assert not desk.window.invoke_bar.button.isEnabled()
            desk.window.stage.open_page(1)
            desk.window.stage.set_follow(True)
            await switched(desk, demo.url)
            assert desk.window.invoke_bar.button.isEnabled()
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING], caplog.text

    run(scenario())


def test_switching_while_a_submission_is_under_way_ends_it_with_a_sentence(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario(other: DemoProcess) -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            demo.faults(stall_s=20)
            desk.window.invoke_bar.invoke()
            assert workflow.submitting
            await switched(desk, other.url)
            await until(lambda: not workflow.submitting, workflow.changed)
            assert workflow.submit_problem is not None
            assert told(desk)[-1].startswith("It is not known whether")
            demo.faults(stall_s=0)

    with demo_server("--items", "3") as other:
        run(scenario(other))


def test_every_view_of_the_first_server_serves_the_second(
    run: Run, demo: DemoProcess, caplog: pytest.LogCaptureFixture
) -> None:
    """Lists, windows and the large picture that were open let the first go before it ends."""

    def open_all(desk: Desk, session: ServerSession) -> None:
        sidebar = desk.window.sidebar
        for row in [row for row in sidebar.list.rows.rows if row.kind in LISTS]:
            sidebar._chosen(row)
            assert sidebar.popup.list.rows.rowCount()
        desk.opening.show_library()
        desk.pictures.open_trash()
        ref = MediaRef(session.server_id, ImageName("a.png"))
        desk.window.stage.open_large(ref)
        desk.pictures._drag((ref,), desk.window)

    async def scenario(other: DemoProcess) -> None:
        async with open_desk(demo.url) as desk:
            first = desk.servers.current
            assert first is not None
            gone = asyncio.Event()
            first.destroyed.connect(gone.set)
            open_all(desk, first)
            second = await switched(desk, other.url)
            await asyncio.wait_for(gone.wait(), PATIENCE_S)
            assert not desk.window.sidebar.popup.isVisible()
            open_all(desk, second)
            library = desk.opening.library
            assert library is not None
            assert second.name in library.windowTitle()
        # The picture that is dragged is on neither server.
        own = [one for one in caplog.records if not one.name.endswith("drag_files")]
        assert not [one for one in own if one.levelno >= logging.WARNING], caplog.text

    with demo_server("--items", "3") as other:
        run(scenario(other))


def test_a_picker_of_the_first_servers_pictures_closes_with_it(
    run: Run, demo: DemoProcess, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(other: DemoProcess) -> None:
        async with open_desk(demo.url) as desk:
            first = desk.servers.current
            assert first is not None
            book = ContextBook(desk.servers)
            context = book.context(first.server_id)
            dialog = BoardPicturesDialog(context, desk.window)
            dialog.show()
            closed = asyncio.Event()
            dialog.destroyed.connect(closed.set)
            gone = asyncio.Event()
            first.destroyed.connect(gone.set)
            await switched(desk, other.url)
            await asyncio.wait_for(gone.wait(), PATIENCE_S)
            await asyncio.wait_for(closed.wait(), PATIENCE_S)
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING], caplog.text

    with demo_server("--items", "3") as other:
        run(scenario(other))

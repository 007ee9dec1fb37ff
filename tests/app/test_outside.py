"""The desktop around the window: signs, notifications, and what is done when all is done."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from PySide6.QtGui import QCloseEvent, QImage

from ivk_desktop.app import Desk
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.outside.tray import TrayState
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until
from tests.outside import fake_tools

Run = Callable[[Coroutine[Any, Any, Any]], Any]
WORKFLOW = "Text to image, SD1.5"


async def invoke(desk: Desk, runs: int) -> None:
    await opened(desk, WORKFLOW)
    desk.window.invoke_bar.runs.set_value(runs)
    desk.window.invoke_bar.invoke()


async def idle(desk: Desk, before: int) -> None:
    """Wait until more than ``before`` jobs have ended and none is open."""
    queue = desk.servers.current.queue
    await until(lambda: queue.counts.ended > before and not queue.counts.open, queue.counts_changed)


def ended(desk: Desk) -> int:
    return int(desk.servers.current.queue.counts.ended)


def batches(tools: Any) -> list[Any]:
    return [note for note in tools.notifier.notes if note.tag.startswith("batch:")]


def test_a_run_is_told_by_every_sign_and_leads_back(run: Run) -> None:
    async def check() -> None:
        tools = fake_tools()
        with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
            async with open_desk(demo.url, tools=tools) as desk:
                desk.settings.update(tray=True, keep_awake=True)
                desk.failures.mark_seen()  # those of the demo's history
                demo.faults(hold=True)
                await invoke(desk, 3)
                session = desk.servers.current
                await until(lambda: session.queue.running, session.queue.counts_changed)
                strip = desk.window.strip
                strip.refresh()
                assert desk.window.windowTitle().endswith("3 left - ivk desktop")
                assert tools.signs.badge == 3
                assert tools.awake.reason == "Items are running"
                assert (tools.tray.view.state, tools.tray.view.count) == (TrayState.RUNNING, 3)
                ((key, text),) = tools.tray.view.jobs
                assert text.startswith(WORKFLOW)
                tools.tray.job_requested.emit(key)
                demo.faults(hold=False)
                await until(lambda: batches(tools), session.media.ready, session.media.failed)
                (note,) = batches(tools)
                assert note.body == "3 done"
                assert isinstance(note.picture, QImage)
                strip.refresh()
                assert desk.window.windowTitle() == "ivk desktop"
                assert (tools.signs.badge, tools.awake.reason) == (0, None)
                assert tools.taskbar.told[-1][0] is None
                tools.notifier.clicked.emit(note.tag)
                assert desk.window.stage.showing.ref is not None

    run(check())


def test_a_reconnect_doubles_no_notification(run: Run) -> None:
    async def check() -> None:
        tools = fake_tools()
        with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
            async with open_desk(demo.url, tools=tools) as desk:
                session = desk.servers.current
                await invoke(desk, 2)
                await until(lambda: batches(tools), session.media.ready, session.media.failed)
                for _ in range(2):
                    reads = session.queue.reads
                    demo.faults(drop_sockets=True)
                    await until(
                        partial(has_read, session.queue, reads),
                        session.queue.counts_changed,
                        session.queue.reset,
                        session.link_changed,
                    )
                assert len(batches(tools)) == 1

    run(check())


def has_read(queue: Any, reads: int) -> bool:
    return bool(queue.reads > reads)


@asynccontextmanager
async def a_hasty_desk() -> AsyncIterator[tuple[Desk, Any]]:
    """On a demo server; the command that ends all work is run without a respite."""
    tools = fake_tools()
    with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
        async with open_desk(demo.url, tools=tools) as desk:
            desk.outside.work._respite.setInterval(0)
            yield desk, tools


def test_a_command_runs_only_when_it_was_agreed_to(run: Run) -> None:
    async def check() -> None:
        async with a_hasty_desk() as (desk, tools):
            desk.settings.update(when_done="command", done_command="echo all done")
            before = ended(desk)
            await invoke(desk, 1)
            await idle(desk, before)
            latest = desk.notices.active("all-done")
            assert latest.problem == Problem("command_not_allowed")
            assert tools.commands.ran == []
            desk.settings.update(allowed_command="echo all done")
            desk.window.invoke_bar.invoke()
            await until(lambda: tools.commands.ran, desk.notices.posted)
            assert tools.commands.ran == ["echo all done"]

    run(check())


def test_all_is_not_done_while_more_is_being_handed_in(run: Run) -> None:
    async def check() -> None:
        async with a_hasty_desk() as (desk, tools):
            wish = {"done_command": "echo done", "allowed_command": "echo done"}
            desk.settings.update(when_done="command", **wish)
            session, before = desk.servers.current, ended(desk)
            large = SubmitRequest(BatchId("of many parts"), "form", "Owl", {}, 1)
            session.submit_begun.emit(large)
            await invoke(desk, 1)
            await idle(desk, before)
            assert desk.notices.active("all-done") is None
            session.submit_over.emit(large)
            await until(lambda: tools.commands.ran, desk.notices.posted)
            assert tools.commands.ran == ["echo done"]

    run(check())


def test_a_window_hides_in_the_tray_only_while_there_is_one(run: Run) -> None:
    async def check() -> None:
        tools = fake_tools()
        async with open_desk(tools=tools) as desk:
            window = desk.window
            assert not window.hides_on_close
            desk.settings.update(tray=True, close_to_tray=True)
            assert tools.tray.is_shown
            assert window.hides_on_close
            window.closeEvent(Spontaneous())
            assert not window.isVisible()
            assert [note.tag for note in tools.notifier.notes] == ["tray"]
            tools.tray.is_available = False
            desk.outside.tray.refresh()
            assert window.isVisible()
            assert not window.hides_on_close
            asked: list[int] = []
            window.close_asked.connect(lambda: asked.append(1))
            window.closeEvent(Spontaneous())
            assert asked == [1]
            window.setEnabled(True)

    run(check())


class Spontaneous(QCloseEvent):
    """As the frame's close button sends it."""

    def spontaneous(self) -> bool:
        return True


def test_everything_can_be_switched_off(run: Run) -> None:
    async def check() -> None:
        tools = fake_tools()
        with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
            async with open_desk(demo.url, tools=tools) as desk:
                desk.settings.update(
                    window_title=False,
                    badge=False,
                    taskbar=False,
                    notify_batches=False,
                    notify_errors=False,
                )
                told: list[str] = []
                desk.window.windowTitleChanged.connect(told.append)
                before = len(tools.taskbar.told)
                await run_one(desk, demo)
                assert (tools.notifier.notes, tools.signs.badge, told) == ([], 0, [])
                assert len(tools.taskbar.told) == before
                assert tools.tray.view.jobs == ()

    run(check())


async def run_one(desk: Desk, demo: DemoProcess) -> None:
    demo.faults(hold=True)
    before = ended(desk)
    await invoke(desk, 1)
    queue = desk.servers.current.queue
    await until(lambda: queue.running, queue.counts_changed)
    demo.faults(hold=False)
    await idle(desk, before)

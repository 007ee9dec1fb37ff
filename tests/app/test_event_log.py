"""Help > Event log on a whole window, and a recording in a window of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.ui.events.window import EventWindow
from ivk_desktop.ui.window_events import command
from tests.api.test_events import RECORDINGS
from tests.app.test_runs import running, session_of
from tests.demo_process import DemoProcess
from tests.desk import open_desk, until

Run = Callable[[Any], Any]


def test_the_log_of_the_current_server_opens_once_and_closes_with_it(
    run: Run, demo: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await running(desk, demo)
            action = desk.window.actions_["help.event_log"]
            action.trigger()
            action.trigger()
            (log,) = desk.window.findChildren(EventWindow)
            assert log.isVisible()
            assert "invocation_progress" in log.log.names
            await desk.servers.remove(session_of(desk))
            assert desk.window.findChildren(EventWindow) == []
            assert not action.isEnabled()

    run(scenario())


def test_a_recording_is_shown_and_nothing_of_it_is_kept(run: Run) -> None:
    async def scenario() -> None:
        file = RECORDINGS / "fail_node.jsonl"
        async with open_desk(replay=str(file)) as desk:
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = session_of(desk)
            queue = session.queue
            await until(lambda: session.link is LinkState.LIVE, session.link_changed)
            ended = (queue.changed, queue.reset)
            await until(
                lambda: any(j.state is JobState.FAILED for j in queue.jobs.values()), *ended
            )
            assert session.name == "Recording: fail_node.jsonl"
            session.cancel(tuple(job.key for job in queue.jobs.values()))
            await until(lambda: "This is a recording" in _last(desk), desk.notices.posted)
            assert desk.settings is not None
            assert not desk.settings.prefs.servers

    run(scenario())


def _last(desk: Any) -> str:
    bar = desk.window.statusBar()
    return str(bar.text())


def test_a_recording_is_played_by_a_process_of_its_own() -> None:
    program, arguments = command(Path("a b.jsonl"))
    assert program == sys.executable
    assert arguments == ["-m", "ivk_desktop", "--replay", "a b.jsonl"]

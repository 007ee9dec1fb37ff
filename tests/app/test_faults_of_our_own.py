"""What nobody foresaw: it is said once, and the window lives on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ivk_desktop.domain.servers import LinkState
from tests.app.sight import told
from tests.demo_process import DemoProcess
from tests.desk import connected, open_desk, until

Run = Callable[[Any], Any]


def test_a_session_that_fails_is_said_to_be_lost_and_can_be_tried_again(
    run: Run, demo: DemoProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            assert session is not None
            with monkeypatch.context() as broken:
                broken.setattr(session.progress, "apply", lambda _: 1 / 0)
                demo.faults(drop_sockets=True)
                await until(lambda: session.problem is not None, session.link_changed)
            assert session.link is LinkState.LOST
            assert told(desk)[-1].startswith("Something went wrong in the app itself")
            session.retry_now()
            await connected(desk)

    run(scenario())

"""The whole app in this process, on a given server, for tests that look at all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication

from ivk_desktop.app import Desk
from ivk_desktop.cli import WindowOptions
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.listing import Listing, ListState
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.session import ServerSession
from tests.outside import fake_tools

PATIENCE_S = 20


@asynccontextmanager
async def open_desk(
    url: str | None = None, *, tools: Any = None, **options: Any
) -> AsyncIterator[Desk]:
    """Open the window on a server and wait until its lists are there.

    The desktop around it is a scripted one (``tests/outside.py``).
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = Desk(app, WindowOptions(server=url, **options), tools or fake_tools())
    try:
        await desk.open()
        if url is not None:
            await connected(desk)
        yield desk
    finally:
        await desk.close()
        desk.window.deleteLater()


async def until(
    condition: Callable[[], Any], *signals: SignalInstance, patience_s: float = PATIENCE_S
) -> None:
    """Wait until a condition holds, looking again whenever one of the signals comes."""
    again = asyncio.Event()
    slots = [signal.connect(lambda *_: again.set()) for signal in signals]
    try:
        async with asyncio.timeout(patience_s):
            while not condition():
                again.clear()
                await again.wait()
    finally:
        for signal, slot in zip(signals, slots, strict=True):
            signal.disconnect(slot)


async def connected(desk: Desk) -> ServerSession:
    """Wait for the session, its link and its lists."""
    await until(lambda: desk.servers.current, desk.servers.current_changed)
    session = desk.servers.current
    assert session is not None
    await until(lambda: session.link is LinkState.LIVE, session.link_changed)
    await until(lambda: session.queue.is_loaded, session.queue.reset, session.queue.counts_changed)
    for listing in (session.boards, session.models, session.library):
        await until(partial(_is_read, listing), listing.state_changed)
    return session


def _is_read(listing: Listing[Any]) -> bool:
    return listing.state in (ListState.READY, ListState.EMPTY)


async def opened(desk: Desk, name: str) -> OpenWorkflow:
    """Open a workflow of the library by name and wait for its form."""
    session = desk.servers.current
    assert session is not None
    card = next(card for card in session.library.items if card.name == name)
    desk.window_sessions.open_library(card.workflow_id)
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is not OpenState.LOADING, workflow.changed)
    return workflow

"""From the click on Invoke to the bytes of the POST leaving."""

from __future__ import annotations

import asyncio
import time
from asyncio import selector_events
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ivk_desktop.api.backend import Receipt
from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.stores.session import ServerSession
from tests.benchmarks.inside.parts import ready_form, settled
from tests.benchmarks.inside.watching import quiet

TIMES = 5


class Wire:
    """Notes the end of the writes to a socket that carry a POST to enqueue_batch."""

    def __init__(self) -> None:
        self.left_at = 0.0
        self._headed = 0

    def install(self) -> None:
        """Wrap the writes of asyncio's transports, which send at once what the socket takes."""
        transport = selector_events._SelectorSocketTransport  # type: ignore[attr-defined]
        write = transport.write

        def noting(this: Any, data: bytes) -> None:
            write(this, data)
            if self._headed == id(this):  # its body
                self.left_at, self._headed = time.perf_counter(), 0
            elif b"enqueue_batch" in bytes(data[:200]):
                self.left_at, self._headed = time.perf_counter(), id(this)

        transport.write = noting


def cancel(session: ServerSession, receipt: Receipt) -> None:
    """Take back what was submitted: nobody waits for it."""
    session.cancel([JobKey(session.server_id, job_id) for job_id in receipt.job_ids])


async def click(desk: Desk, options: dict[str, Any]) -> dict[str, Any]:
    """Press the button as a mouse does, after a rest and again at once; milliseconds each."""
    session = await settled(desk)
    workflow = await ready_form(desk, session, options["name"])
    wire = Wire()
    wire.install()
    spent: dict[str, list[float]] = {"rested": [], "again": []}
    session.submitted.connect(lambda _, receipt: cancel(session, receipt))
    for _ in range(TIMES):
        for kind, wait_s in (("rested", 4.0), ("again", 0.5)):
            await asyncio.sleep(wait_s)
            spent[kind].append(await _clicked(desk, workflow, wire))
            await quiet(lambda: not workflow.submitting)
    await asyncio.sleep(1.0)  # the window is closed next
    return {"first_ms": spent["rested"][0], **{f"{k}_ms": v for k, v in spent.items()}}


async def _clicked(desk: Desk, workflow: Any, wire: Wire) -> float:
    wire.left_at = 0.0
    button = desk.window.invoke_bar.button
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    await asyncio.sleep(0.1)  # as long as a finger rests on it
    begin = time.perf_counter()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert workflow.submitting
    await asyncio.sleep(0.2)  # leaves the loop alone meanwhile
    assert wire.left_at
    return (wire.left_at - begin) * 1000

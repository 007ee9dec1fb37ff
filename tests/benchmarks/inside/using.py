"""Stalls and times of what a person does: open, submit, watch a run, scroll."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from ivk_desktop.app import Desk
from tests.benchmarks.inside.parts import Found, Options, heartbeat, opened, ready_form, settled
from tests.benchmarks.inside.watching import quiet

SCROLL_S = 4.0
SCROLL_ROWS_A_SECOND = 1500


async def forms(desk: Desk, options: Options) -> Found:
    """Open each named workflow once; milliseconds by name."""
    session = await settled(desk)
    first: dict[str, float] = {}
    whole: dict[str, float] = {}
    beats = heartbeat(desk, options)
    for card in session.library.items:
        if card.name in options.get("names", [card.name]):
            _, first[card.name], whole[card.name] = await opened(desk, card.workflow_id)
            await asyncio.sleep(0.5)
    return {"first_ms": first, "forms_ms": whole, "stall_open_ms": beats.end()}


async def run(desk: Desk, options: Options) -> Found:
    """Stalls while a job is submitted and while it runs."""
    session = await settled(desk)
    workflow = await ready_form(desk, session, options["name"])
    await asyncio.sleep(1.0)
    beats = heartbeat(desk, options)
    ended = asyncio.Event()
    accepted: list[Any] = []
    session.submitted.connect(lambda _, receipt: accepted.append(receipt))
    session.progress.ended.connect(lambda *_: ended.set())
    desk.window.invoke_bar.button.click()
    assert workflow.submitting
    await quiet(lambda: bool(accepted))
    await asyncio.sleep(0.1)
    submit_ms = beats.end()
    beats.begin()
    await ended.wait()
    await asyncio.sleep(1.0)
    return {"stall_submit_ms": submit_ms, "stall_run_ms": beats.end()}


async def scroll(desk: Desk, options: Options) -> Found:
    """Stalls while the queue is scrolled from the top to the bottom and by jumps."""
    await settled(desk)
    bar = desk.window.queue.table.verticalScrollBar()
    beats = heartbeat(desk, options)
    begin = time.perf_counter()
    while (now := time.perf_counter() - begin) < SCROLL_S:
        bar.setValue(round(now * SCROLL_ROWS_A_SECOND) * _pixels_a_row(desk))
        await asyncio.sleep(0.008)
    for share in (0.9, 0.1, 0.5, 1.0, 0.0):
        bar.setValue(round(bar.maximum() * share))
        await asyncio.sleep(0.4)
    return {"stall_scroll_ms": beats.end(), "rows": desk.window.queue.table.model().rowCount()}


def _pixels_a_row(desk: Desk) -> int:
    table = desk.window.queue.table
    per_pixel = table.verticalScrollMode() is table.ScrollMode.ScrollPerPixel
    return table.rowHeight(0) if per_pixel else 1

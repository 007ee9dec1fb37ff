"""From the start of the process to a window that is filled, and what it costs to be there."""

from __future__ import annotations

import asyncio
import contextlib
import time
from pathlib import Path

from ivk_desktop.app import Desk
from tests.benchmarks.inside.parts import (
    SETTLE_S,
    Found,
    Options,
    cpu_s,
    heartbeat,
    session_of,
    settled,
)
from tests.benchmarks.inside.watching import painted, quiet

IDLE_S = 20.0
"""More than two of the looks at the server's counts."""
INDEX_S = 120.0
"""So long it is waited until all pictures are indexed: only then the app is at rest."""


async def start(desk: Desk, _: Options) -> Found:
    """From the first paint to boards, models and queue on the screen."""
    session = await session_of(desk)
    read_at = time.monotonic()
    window, queue = desk.window, session.queue
    model = window.queue.table.model()
    await quiet(
        lambda: model.rowCount() > 0 or (queue.is_loaded and not any(queue.ids)), poll_s=0.002
    )
    filled_at = await painted(window.queue.table.viewport(), window.sidebar.list.viewport())
    return {"read_at": read_at, "filled_at": filled_at}


async def memory(desk: Desk, _: Options) -> Found:
    """Proportional set size after the start, in MB."""
    await settled(desk)
    await asyncio.sleep(SETTLE_S)
    desk.collector.collect()
    return {"pss_mb": memory_mb("Pss"), "uss_mb": memory_mb("Private_"), "rss_mb": memory_mb("Rss")}


def memory_mb(field: str) -> float:
    """What the system counts for this process under a field of ``smaps_rollup``, in MB."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return (
        sum(
            int(line.split()[1])
            for line in lines
            if line.startswith(field) and not line.startswith(f"{field}_")
        )
        / 1024
    )


async def stalls_start(desk: Desk, options: Options) -> Found:
    """Stalls from the first paint until the lists stand."""
    beats = heartbeat(desk, options)
    await settled(desk)
    return {"stall_start_ms": beats.end()}


async def idle(desk: Desk, options: Options) -> Found:
    """Stalls while nothing happens: what the machine itself adds. And CPU at rest."""
    session = await settled(desk)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(INDEX_S):
            await quiet(lambda: session.local.count.is_complete, 0.5)
    cpu, begin = cpu_s(), time.perf_counter()
    await asyncio.sleep(IDLE_S)
    share = (cpu_s() - cpu) / (time.perf_counter() - begin)
    beats = heartbeat(desk, options)
    await asyncio.sleep(4.0)
    return {"idle_cpu_s": share * 10, "stall_idle_ms": beats.end()}

"""More events at once than can be shown, and more than can be kept."""

from __future__ import annotations

import asyncio
import contextlib
import json
import urllib.request
from typing import Any

from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.stores.session import ServerSession
from tests.benchmarks.inside import parts
from tests.benchmarks.inside.frames import noting_sent_times
from tests.benchmarks.inside.starting import memory_mb
from tests.benchmarks.inside.watching import quiet
from tests.benchmarks.table import percentile

AT_ONCE = 1e9
"""As fast as the server can."""
BURSTS, BURST = 20, 50
FLOOD = 3000
MANY, MANY_RATE = 10_000, 400
PATIENCE_S = 30.0


class Painted:
    """Every preview that the stage has painted."""

    def __init__(self, desk: Desk) -> None:
        self.sent_at = noting_sent_times()
        self.frames: list[tuple[float, float]] = []
        desk.window.stage.frame_painted.connect(self._painted)

    def _painted(self, _: JobKey, arrived_at: float, painted_at: float) -> None:
        self.frames.append((arrived_at, painted_at))

    @property
    def newest_arrival(self) -> float:
        """When the newest preview came."""
        return max(self.sent_at, default=0.0)

    def newest_shown(self) -> bool:
        """Whether the newest preview that came was painted."""
        return any(arrived == self.newest_arrival for arrived, _ in self.frames)


async def burst(url: str, count: int, rate: float = AT_ONCE) -> dict[str, Any]:
    """Let the demo server send previews; what it says of them."""
    body = json.dumps({"count": count, "rate": rate}).encode()
    asked = urllib.request.Request(f"{url}/demo/burst", body, {"Content-Type": "application/json"})

    def sent() -> dict[str, Any]:
        with urllib.request.urlopen(asked, timeout=count / rate + 60) as answer:
            told: dict[str, Any] = json.load(answer)
            return told

    return await asyncio.to_thread(sent)


async def ended_all(session: ServerSession, told: dict[str, Any]) -> bool:
    """Whether the end of each item of a burst has arrived."""
    wanted = [str(number) for number in told["item_ids"]]
    jobs = session.queue.jobs

    def all_ended() -> bool:
        return all(one in jobs and jobs[one].state.ended for one in wanted)  # type: ignore[index]

    try:
        async with asyncio.timeout(PATIENCE_S):
            await quiet(all_ended, 0.01)
    except TimeoutError:
        return False
    return True


async def bursts(desk: Desk, options: dict[str, Any]) -> dict[str, Any]:
    """Bursts of 50 previews, one second apart."""
    painted = Painted(desk)  # before the socket is there
    session = await parts.settled(desk)
    await burst(options["url"], BURST)  # the first one pays for what comes once
    await asyncio.sleep(1.0)
    painted.frames.clear()
    shown = 0
    for _ in range(BURSTS):
        told = await burst(options["url"], BURST)
        await ended_all(session, told)
        await asyncio.sleep(1.0)
        shown += painted.newest_shown()
    delays = [(at - arrived) * 1000 for arrived, at in painted.frames]
    return {
        "burst_p95_ms": percentile(delays, 0.95),
        "burst_newest_percent": 100 * shown / BURSTS,
        "burst_painted_percent": 100 * len(delays) / (BURSTS * BURST),
    }


async def flood(desk: Desk, options: dict[str, Any]) -> dict[str, Any]:
    """Three thousand previews as fast as they can be sent."""
    painted = Painted(desk)  # before the socket is there
    session = await parts.settled(desk)
    told = await burst(options["url"], FLOOD)
    ended = await ended_all(session, told)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await quiet(painted.newest_shown, 0.01)
    newest = painted.newest_arrival
    at = next((at for arrived, at in painted.frames if arrived == newest), None)
    sent = painted.sent_at.get(newest)
    late = None if at is None or sent is None else at - sent
    return {"flood_newest_s": late if late is not None else PATIENCE_S, "flood_ended": ended}


async def growth(desk: Desk, options: dict[str, Any]) -> dict[str, Any]:
    """Memory before and after ten thousand more events."""
    await parts.settled(desk)
    await burst(options["url"], 2000, MANY_RATE)  # caches fill once
    await asyncio.sleep(4.0)
    desk.collector.collect()
    before = memory_mb("Private_")
    await burst(options["url"], MANY, MANY_RATE)
    await asyncio.sleep(4.0)
    desk.collector.collect()
    return {"growth_mb": memory_mb("Private_") - before}

"""Previews over the real socket, with the whole window shown."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from typing import Any

from ivk_desktop.api.invokeai.events import EventReader
from ivk_desktop.app import Desk
from ivk_desktop.domain.updates import Progress
from tests.benchmarks.inside import parts
from tests.benchmarks.table import percentile

COUNT, RATE = 1000, 100


def noting_sent_times() -> dict[float, float]:
    """Note when the server sent what arrived: arrival -> sent, both monotonic seconds."""
    sent: dict[float, float] = {}
    read = EventReader.read

    def noting(self: EventReader, event: str, data: Any) -> Any:
        for update in (updates := list(read(self, event, data))):
            if isinstance(update, Progress) and update.preview and "sent_monotonic" in data:
                sent[update.preview.arrived_at] = data["sent_monotonic"]
        return updates

    EventReader.read = noting  # type: ignore[method-assign]
    return sent


async def burst(url: str, count: int) -> int:
    """Let the demo server send previews; returns how many it sent."""
    body = json.dumps({"count": count, "rate": RATE}).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{url}/demo/burst", body, headers)

    def sent() -> int:
        with urllib.request.urlopen(asked, timeout=count / RATE + 30) as answer:
            return int(json.load(answer)["sent"])

    return await asyncio.to_thread(sent)


async def previews(desk: Desk, options: dict[str, Any]) -> dict[str, Any]:
    """Latency and CPU of one burst, and stalls in a second one: the heartbeat takes CPU too."""
    sent_at = noting_sent_times()
    await parts.settled(desk)
    painted: list[tuple[float, float]] = []
    desk.window.stage.canvas.frame_painted.connect(
        lambda _, arrived_at, at: painted.append((arrived_at, at))
    )
    await burst(options["url"], RATE)  # the first ones pay for what comes once
    await asyncio.sleep(4.0)
    painted.clear()
    cpu, begin = parts.cpu_s(), time.monotonic()
    sent = await burst(options["url"], COUNT)
    used = parts.cpu_s() - cpu
    seconds = time.monotonic() - begin
    delays = [(at - arrived_at) * 1000 for arrived_at, at in painted]
    shown = len(painted)
    whole = [(at - sent_at[arrived]) * 1000 for arrived, at in painted if arrived in sent_at]
    await asyncio.sleep(4.0)
    beats = parts.heartbeat(desk, options)
    await burst(options["url"], COUNT)
    await asyncio.sleep(0.5)
    return {
        "preview_p50_ms": percentile(delays, 0.5),
        "preview_p95_ms": percentile(delays, 0.95),
        "preview_p99_ms": percentile(delays, 0.99),
        "preview_painted_percent": 100 * shown / sent,
        "preview_cpu_s": used * 1000 / sent,
        "preview_rate": sent / seconds,
        **_whole(whole),
        "stall_previews_ms": beats.end(),
    }


def _whole(delays: list[float]) -> dict[str, float | None]:
    """Percentiles with the socket in them."""
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    return {
        f"preview_whole_{name}_ms": percentile(delays, share) if delays else None
        for name, share in shares.items()
    }

"""Ten servers at once, three of them bad: what they cost, and whether the others suffer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from ivk_desktop.app import Desk
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.settings import ServerProfile
from tests.benchmarks.inside import parts
from tests.benchmarks.inside.floods import burst, ended_all
from tests.benchmarks.inside.parts import Found, Options
from tests.benchmarks.inside.starting import memory_mb
from tests.benchmarks.inside.watching import quiet

PREVIEWS, RATE = 150, 10
"""Of each good server at once."""


async def ten(desk: Desk, options: Options) -> Found:
    """Connect to nine more, then let items run on all that are good."""
    first = await parts.settled(desk)
    urls = [*options["good"], *options["bad"].values()]
    names = [ServerId(f"server {number}") for number in range(len(urls))]
    profiles = [ServerProfile(id=n, name=n, url=url) for n, url in zip(names, urls, strict=True)]
    assert desk.settings is not None
    assert desk.connections is not None
    desk.settings.update(servers=(*desk.settings.prefs.servers, *profiles))
    beats = parts.heartbeat(desk, options)
    begin = time.monotonic()
    for profile in profiles:  # as at a start
        await desk.connections.connect_to(profile, current=False)
        await asyncio.sleep(0)
    good = [first, *(_session(desk, url) for url in options["good"])]
    await quiet(lambda: all(session.queue.is_loaded for session in good))
    connected_s = time.monotonic() - begin
    told = await asyncio.gather(*(burst(session.url, PREVIEWS, RATE) for session in good))
    arrived = [await ended_all(session, one) for session, one in zip(good, told, strict=True)]
    stall_ms = beats.end()
    desk.collector.collect()
    return {
        "connected_s": connected_s,
        "stall_ms": stall_ms,
        "ended_percent": 100 * sum(arrived) / len(good),
        "pss_mb": memory_mb("Pss"),
        "shown": _rows(desk, good),
    }


def _session(desk: Desk, url: str) -> ServerSession:
    return next(session for session in desk.servers.sessions if session.url == url)


def _rows(desk: Desk, sessions: Sequence[ServerSession]) -> int:
    model = desk.window.queue.model
    rows = (model.row_id(number) for number in range(model.rowCount()))
    wanted = {session.server_id for session in sessions}
    return len({row.server_id for row in rows if row is not None} & wanted)

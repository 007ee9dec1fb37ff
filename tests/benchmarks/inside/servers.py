"""Ten servers at once, three of them bad, and five of all kinds: what they cost together."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Sequence

from ivk_desktop.api.administration import TrafficSource
from ivk_desktop.app import Desk
from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.settings import ServerProfile
from tests.benchmarks.inside import parts
from tests.benchmarks.inside.floods import PATIENCE_S, burst, ended_all
from tests.benchmarks.inside.parts import Found, Options
from tests.benchmarks.inside.starting import memory_mb
from tests.benchmarks.inside.watching import quiet
from tests.benchmarks.table import percentile

RUNS = 3
SMALL = {"prompt": "a lighthouse", "width": 256, "height": 256, "steps": 8}
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


async def five_kinds(desk: Desk, options: Options) -> Found:
    """Connect to one server of each other kind, then let items run on all five."""
    first = await parts.settled(desk)
    assert desk.connections is not None
    frames: list[float] = []
    desk.window.stage.frame_painted.connect(lambda _, came, shown: frames.append(shown - came))
    for kind, url in options["kinds"].items():
        profile = ServerProfile(id=ServerId(kind), name=kind, url=url, kind=kind)
        await desk.connections.connect_to(profile, current=False)
    others = [_session(desk, url) for url in options["kinds"].values()]
    await quiet(lambda: all(one.queue.is_loaded and one.library.items for one in others))
    beats = parts.heartbeat(desk, options)
    began = time.monotonic()
    for session in others:
        form = await session.backend.open_workflow(session.library.items[0].workflow_id)  # type: ignore[attr-defined]
        for name, value in SMALL.items():
            form.set_value(FieldId(name), value)
        session.submit(form.request(SubmitOptions(runs=RUNS)))
    asked = {one: _requests(one) for one in others}
    told = await burst(first.url, PREVIEWS, RATE)
    pss_mb = memory_mb("Pss")
    ended = [await ended_all(first, told), *[await _all_ended(one) for one in others]]
    took_s = time.monotonic() - began
    stall_ms = beats.end()
    polled = [one for one in others if one.facts and one.facts.capabilities.polled]
    return {
        "stall_ms": stall_ms,
        "pss_mb": pss_mb,
        "paint_ms": 1000 * percentile(frames, 0.5),
        "paint_p95_ms": 1000 * percentile(frames, 0.95),
        "asked": max((_requests(one) - asked[one]) / took_s for one in polled),
        "ended_percent": 100 * sum(ended) / len(ended),
    }


def _requests(session: ServerSession) -> int:
    assert isinstance(session.backend, TrafficSource)
    return session.backend.traffic().requests


async def _all_ended(session: ServerSession) -> bool:
    jobs = session.queue.jobs
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await quiet(lambda: len(jobs) >= RUNS and all(j.state.ended for j in jobs.values()))
            return True
    return False


def _session(desk: Desk, url: str) -> ServerSession:
    return next(session for session in desk.servers.sessions if session.url == url)


def _rows(desk: Desk, sessions: Sequence[ServerSession]) -> int:
    model = desk.window.queue.model
    rows = (model.row_id(number) for number in range(model.rowCount()))
    wanted = {session.server_id for session in sessions}
    return len({row.server_id for row in rows if row is not None} & wanted)

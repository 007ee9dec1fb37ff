"""The queue: how soon it is there, how it scrolls, what it asks of the server."""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections import Counter
from typing import Any

from PySide6.QtCore import QEvent, QObject

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.events import EventReader
from ivk_desktop.app import Desk
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, QueueSnapshot
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.records import PAGE
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.queue.panel import QueuePanel
from ivk_desktop.ui.queue.table import QueueTable
from tests.benchmarks.inside.parts import Found, Options, ready_form, settled
from tests.benchmarks.inside.starting import memory_mb
from tests.benchmarks.inside.watching import painted, quiet
from tests.benchmarks.table import percentile
from tests.stores.queue_help import Session

SCROLL_PX_S = 3000
SCROLL_S = 8.0
FRAME_S = 0.008
FRAME_MS = 16.0
MANY = 100_000
FIRST = 200
BATCH = 6
UPDATES = 200
MEDIA = ("/full", "/thumbnail")


class PaintTimes(QObject):
    """How long each repaint of the table's rows takes, and whether all of them were filled."""

    def __init__(self, table: QueueTable, panel: QueuePanel) -> None:
        super().__init__(table)
        self._table = table
        self._panel = panel
        self.paints_ms: list[float] = []
        self.rows = self.filled = 0
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Paint:
            return False
        begin = time.perf_counter()
        self._table.viewportEvent(event)
        self.paints_ms.append((time.perf_counter() - begin) * 1000)
        first, last = self._table.rows_in_view()
        rows = [self._panel.model.row(number) for number in range(first, last + 1)]
        self.rows += len(rows)
        self.filled += sum(row is not None and row.is_known for row in rows)
        return True

    def end(self) -> Found:
        """The share of quick repaints and of filled rows, in percent."""
        self._table.viewport().removeEventFilter(self)
        quick = sum(one <= FRAME_MS for one in self.paints_ms)
        return {
            "quick_percent": 100 * quick / len(self.paints_ms),
            "paint_p99_ms": percentile(self.paints_ms, 0.99),
            "filled_percent": 100 * self.filled / self.rows,
            "paints": len(self.paints_ms),
        }


async def reconnected(desk: Desk) -> tuple[ServerSession, float]:
    """Connect to the server of the window anew; the milliseconds until its rows were painted."""
    assert desk.settings is not None
    assert desk.connections is not None
    profile = desk.settings.prefs.servers[0]
    for session in list(desk.servers.sessions):
        await desk.servers.remove(session)
    begin = time.monotonic()
    await desk.connections.connect_to(profile)
    await quiet(lambda: desk.window.queue.model.rowCount() > 0, 0)
    at = await painted(desk.window.queue.table.viewport())
    found = desk.servers.current
    assert found is not None
    return found, (at - begin) * 1000


async def opening(desk: Desk, _: Options) -> Found:
    """From connecting to the first rows on the screen, and until all are read."""
    await settled(desk)
    times: list[float] = []
    for _ in range(3):
        begin = time.monotonic()
        session, took_ms = await reconnected(desk)
        times.append(took_ms)
        await quiet(lambda session=session: session.queue.known >= len(session.queue), 0.002)
    whole_s = time.monotonic() - begin
    return {"first_rows_ms": times, "all_rows_s": whole_s}


async def scrolling(desk: Desk, _: Options) -> Found:
    """Scroll as soon as the first rows stand, while all others are still being read."""
    await settled(desk)
    panel = desk.window.queue
    panel.model.set_group_by(GroupBy.NONE)
    await reconnected(desk)
    times = PaintTimes(panel.table, panel)
    bar, begin = panel.table.verticalScrollBar(), time.perf_counter()
    row_px = panel.table.rowHeight(0)
    while (now := time.perf_counter() - begin) < SCROLL_S:
        bar.setValue(round(now * SCROLL_PX_S / row_px))
        await asyncio.sleep(FRAME_S)
    found = times.end()
    desk.collector.collect()
    return found | {"pss_mb": memory_mb("Pss")}


# --- a model of 100,000 rows -----------------------------------------------------------------
async def many(desk: Desk, options: Options) -> Found:
    """100,000 items: opened as a server tells them, laid out with all records, changed.

    With ``beside`` items of another server stand among them.
    """
    await settled(desk)
    server = ServerId("many")
    jobs = [_job(server, number) for number in range(MANY, 0, -1)]
    ids = tuple(job.key.job_id for job in jobs)
    # All ids and the newest records, as a snapshot has them; the others come page by page.
    snapshot = QueueSnapshot(ids, tuple(jobs[:FIRST]), QueueCounts(completed=MANY))
    found: Found = {}
    for by in (GroupBy.BATCH, GroupBy.NONE):
        name = by.name.lower()
        session = Session(server_id=server)
        panel = QueuePanel(lambda _: None)
        panel.resize(1100, 700)
        panel.model.set_group_by(by)
        other = _beside(options.get("beside", 0), panel)
        panel.add_session(session)
        panel.show()
        await painted(panel)
        begin = time.monotonic()
        session.apply(snapshot)
        at = await painted(panel.table.viewport())
        found[f"open_{name}_ms"] = (at - begin) * 1000
        for start in range(FIRST, MANY, PAGE):
            session.queue.take_records(ids[start : start + PAGE], jobs[start : start + PAGE])
            await asyncio.sleep(0)
        session.settle()
        begin = time.monotonic()
        panel.model.rebuild()
        at = await painted(panel.table.viewport())
        found[f"layout_{name}_ms"] = (at - begin) * 1000
        found[f"update_{name}_ms"] = _updates(session, server)
        for one in (session, *other):
            panel.remove_session(one)
        panel.close()
        panel.deleteLater()
        session.deleteLater()
    return found


def _beside(count: int, panel: QueuePanel) -> list[Session]:
    """Another server with so many items, in the middle of the first one's times."""
    if not count:
        return []
    session = Session(server_id=ServerId("beside"))
    session.setParent(panel)
    jobs = [_job(session.server_id, number) for number in range(MANY // 2, MANY // 2 - count, -1)]
    session.apply(QueueSnapshot(tuple(j.key.job_id for j in jobs), tuple(jobs), QueueCounts()))
    panel.add_session(session)
    return [session]


def _job(server: ServerId, number: int) -> Job:
    return Job(
        JobKey(server, JobId(str(number))),
        JobState.COMPLETED,
        title="Tigers",
        batch_id=BatchId(f"batch {number // BATCH}"),
        device="cuda:0",
        created_at=1_000_000.0 + number,
        started_at=1_000_001.0 + number,
        ended_at=1_000_009.0 + number,
        inputs=(("seed", str(number * 7919)),),
    )


def _updates(session: Session, server: ServerId) -> list[float]:
    """Milliseconds that one item's change takes in store, model and view."""
    times = []
    for number in range(1, MANY, MANY // UPDATES):
        key = JobKey(server, JobId(str(number)))
        state = JobState.RUNNING if number % 2 else JobState.FAILED
        change = JobChanged(JobUpdate(key, state, authoritative=True))
        begin = time.perf_counter()
        session.apply(change)
        session.settle()
        times.append((time.perf_counter() - begin) * 1000)
    return times


# --- what it asks of the server --------------------------------------------------------------
class Asked:
    """Counts requests but those for pictures, and events of items."""

    def __init__(self) -> None:
        self.requests: list[float] = []
        self.paths: list[str] = []
        self.events = 0

    def install(self) -> None:
        """Watch every client of this process."""
        once, read = HttpClient._once, EventReader.read

        async def counted(client: HttpClient, method: str, path: str, **how: Any) -> bytes:
            if not path.endswith(MEDIA):
                self.requests.append(time.monotonic())
                self.paths.append(f"{method} {path}")
            return await once(client, method, path, **how)

        def heard(reader: EventReader, event: str, data: Any) -> Any:
            self.events += event in ("queue_item_status_changed", "batch_enqueued")
            return read(reader, event, data)

        HttpClient._once = counted  # type: ignore[method-assign]
        EventReader.read = heard  # type: ignore[method-assign]

    def busiest_s(self) -> int:
        """The most requests that were sent within any second."""
        at = self.requests
        return max((sum(begin <= one < begin + 1 for one in at) for begin in at), default=0)


async def requests(desk: Desk, options: Options) -> Found:
    """Submit items and count what is asked while they run.

    Raises:
        TimeoutError: they do not all run to their end.
    """
    asked = Asked()
    asked.install()
    session = await settled(desk)
    await ready_form(desk, session, options["name"])
    desk.window.invoke_bar.runs.set_value(options["runs"])
    await quiet(lambda: session.queue.known >= len(session.queue))
    await asyncio.sleep(1.0)
    wanted = session.queue.counts.ended + options["runs"]
    desk.window.invoke_bar.button.click()
    await quiet(lambda: session.queue.counts.open > 0)
    asked.requests.clear()
    asked.paths.clear()
    asked.events, begin = 0, time.monotonic()
    async with asyncio.timeout(120):
        await quiet(lambda: session.queue.counts.ended >= wanted)
    seconds = time.monotonic() - begin
    if options.get("explain"):
        counts = Counter(re.sub(r"\d+|[0-9a-f-]{30,}", "N", path) for path in asked.paths)
        print(*counts.most_common(), sep="\n", file=sys.stderr)
    return {
        "per_event": len(asked.requests) / max(1, asked.events),
        "per_s": len(asked.requests) / seconds,
        "busiest_s": asked.busiest_s(),
        "items_per_s": options["runs"] / seconds,
    }

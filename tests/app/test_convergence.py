"""Whatever goes wrong on the way: when the server answers again, the rows are the server's."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ivk_desktop.api.feed import Backoff
from ivk_desktop.api.invokeai.values import moment
from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from tests.api.fake_invokeai import QUICK, FakeInvokeAI, backend_for, served
from tests.desk import until

Run = Callable[[Any], Any]
STEPS = 60
SOON_S = 10


class Chaos:
    """A server on which things happen, and between it and us things go wrong, by chance."""

    def __init__(self, fake: FakeInvokeAI, seed: int) -> None:
        self.fake = fake
        self.chance = random.Random(seed)
        self.next_id = 1
        self.born = 0
        self.wipes = 0

    async def step(self) -> None:
        happens = self.chance.choices(
            [self.enqueue, self.start, self.end, self.cancel, self.delete, self.swap, self.spoil,
             self.cut, self.refuse, self.wipe, self.mend],
            [6, 8, 8, 2, 2, 2, 3, 2, 1, 1, 2],
        )[0]  # fmt: skip
        await happens()
        await asyncio.sleep(self.chance.choice([0.0, 0.0, 0.005, 0.02]))

    async def enqueue(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            self.born += 1
            created = (
                f"2026-11-{20 + self.wipes % 9} 10:{self.born // 60:02}:{self.born % 60:02}.000"
            )
            self.fake.add(self.next_id, created_at=created)
            self.next_id += 1
        await self.fake.emit("batch_enqueued", batch_id="batch")

    async def start(self) -> None:
        if (number := self._one("pending")) is not None:
            await self.fake.emit_status(number, "in_progress", 1)
            await self.fake.emit("invocation_started", item_id=number, **self._node(number))

    async def end(self) -> None:
        if (number := self._one("in_progress")) is None:
            return
        made = {"type": "image_output", "image": {"image_name": self._picture(number)}}
        done = self.chance.random() < 0.8
        self.fake.items[number]["session"] = {
            "graph": {"nodes": {"n": {"type": "l2i", "is_intermediate": False}}},
            "results": {"r": {"image": {"image_name": self._picture(number)}}} if done else {},
            "prepared_source_mapping": {"r": "n"},
        }
        if done:
            node = self._node(number)
            await self.fake.emit("invocation_complete", item_id=number, result=made, **node)
        status = "completed" if done else "failed"
        await self.fake.emit_status(number, status, 2)

    async def cancel(self) -> None:
        if (number := self._one("pending")) is not None:
            self.fake.items[number].update(status="canceled", status_sequence=2)
            await self.fake.emit("queue_items_canceled", canceled_item_ids=[number])

    async def delete(self) -> None:
        """There is no event of it."""
        if self.fake.items:
            del self.fake.items[self.chance.choice(list(self.fake.items))]

    async def swap(self) -> None:
        """The end is told before the beginning."""
        if (number := self._one("pending")) is not None:
            await self.fake.emit_status(number, "canceled", 2)
            late = {**self.fake.items[number], "status": "in_progress", "status_sequence": 1}
            await self.fake.emit("queue_item_status_changed", **late)

    async def spoil(self) -> None:
        events = ["queue_item_status_changed", "batch_enqueued", "invocation_complete",
                  "invocation_started", "queue_items_canceled"]  # fmt: skip
        self.fake.lossy = set(self.chance.sample(events, self.chance.randint(0, 3)))
        self.fake.copies = self.chance.choice([1, 1, 2, 3])

    async def cut(self) -> None:
        await self.fake.cut_off()

    async def refuse(self) -> None:
        self.fake.refuse_socket = True
        await self.fake.cut_off()

    async def wipe(self) -> None:
        """The server is killed, and comes back with an empty database."""
        self.fake.items.clear()
        self.next_id, self.wipes = 1, self.wipes + 1
        await self.fake.die()

    async def mend(self) -> None:
        self.fake.lossy, self.fake.copies, self.fake.refuse_socket = set(), 1, False

    def _one(self, status: str) -> int | None:
        found = [n for n, item in self.fake.items.items() if item["status"] == status]
        return self.chance.choice(found) if found else None

    def _node(self, number: int) -> dict[str, Any]:
        run = {"id": "r", "type": "l2i", "is_intermediate": False}
        return {"invocation_source_id": "n", "invocation": run}

    def _picture(self, number: int) -> str:
        return f"{self.wipes}-{number}.png"


def rows(session: ServerSession) -> list[tuple[str, str | None]]:
    jobs = session.queue.jobs
    return [(i, jobs[i].state.value if i in jobs else None) for i in session.queue.ids]


def rows_of(fake: FakeInvokeAI) -> list[tuple[str, str]]:
    return [(str(n), fake.items[n]["status"]) for n in sorted(fake.items, reverse=True)]


def equal(session: ServerSession, fake: FakeInvokeAI) -> bool:
    counts, told = session.queue.counts, fake._status()["queue"]
    running = [str(n) for n, item in fake.items.items() if item["status"] == "in_progress"]
    return (
        rows(session) == rows_of(fake)
        and sorted(session.queue.running) == sorted(running)
        and sorted(job.key.job_id for job in session.progress.running) == sorted(running)
        and (counts.pending, counts.running, counts.completed, counts.failed, counts.canceled)
        == tuple(told[n] for n in ("pending", "in_progress", "completed", "failed", "canceled"))
    )


def unshown_results(session: ServerSession, fake: FakeInvokeAI, met: set[str]) -> set[str]:
    """The pictures of completed items that were met before their end, and are not there."""
    shown = {result.ref.name for result in session.results.results if not result.partial}
    made = {
        one["image"]["image_name"]
        for number, item in fake.items.items()
        if item["status"] == "completed" and f"{item['created_at']} {number}" in met
        for one in item["session"]["results"].values()
    }
    return made - shown


@pytest.mark.parametrize("seed", range(8))
def test_the_rows_are_the_servers_after_any_faults(run: Run, seed: int) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()
        workers = Workers()
        async with served(fake), backend_for(fake, replace(QUICK, try_s=1.0)) as backend:
            notices, ended, met = Notices(), list[JobKey](), set[str]()
            session = ServerSession(backend, "lab", fake.url, notices=notices, workers=workers)
            session._feed._backoff = Backoff(first_s=0.01, most_s=0.02)
            session.progress.ended.connect(ended.append)
            session.start()
            chaos = Chaos(fake, seed)
            for _ in range(STEPS):
                await chaos.step()
                met |= _met(session, fake)
            await chaos.mend()
            queue = session.queue
            signals = (queue.changed, queue.counts_changed, queue.reset, session.link_changed)
            progress, results = session.progress, session.results
            try:
                async with asyncio.timeout(SOON_S):
                    told = (*signals, progress.started, progress.ended)
                    await until(lambda: equal(session, fake), *told)
                    done = (
                        *signals,
                        results.rowsInserted,
                        results.rowsRemoved,
                        results.dataChanged,
                    )
                    await until(lambda: not unshown_results(session, fake, met), *done)
            except TimeoutError:  # say what differs
                assert rows(session) == rows_of(fake)
                running = [job.key.job_id for job in progress.running]
                assert running == list(session.queue.running)
                assert unshown_results(session, fake, met) == set()
                raise
            await session.close()
        workers.close()

    run(scenario())


def _met(session: ServerSession, fake: FakeInvokeAI) -> set[str]:
    """The items that are known here as open ones, and are still those of the server."""
    known = session.queue.jobs
    return {
        f"{item['created_at']} {number}"
        for number, item in fake.items.items()
        if item["status"] in ("pending", "in_progress")
        and (job := known.get(JobId(str(number)))) is not None
        and not job.state.ended
        and job.created_at == moment(item, "created_at")
    }

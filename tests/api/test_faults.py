"""What goes wrong between a server and us, over real sockets: silence, sleep, lost events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import web

from ivk_desktop.api.clocks import Clocks
from ivk_desktop.api.feed import Backoff, Feed, follow
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import (
    Connected,
    CountsChanged,
    JobChanged,
    Lost,
    NodeChanged,
    NodeStatus,
    QueueSnapshot,
)
from tests.api.fake_invokeai import QUICK, SERVER, FakeInvokeAI, Q, backend_for, served
from tests.api.test_connection import NODE, SOON, reach, state_is
from tests.fakes import FakeBackend

ALERT = replace(QUICK, status_s=60.0, tick_s=0.01, quiet_s=0.1, answer_s=0.5)
RESULT = {
    "session": {
        "graph": {"nodes": {"save": {"type": "l2i", "is_intermediate": False}}},
        "results": {"x": {"image": {"image_name": "p.png"}}},
        "prepared_source_mapping": {"x": "save"},
    }
}


class Computer:
    """A computer whose clocks a test sets."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 50.0
        self.clocks = Clocks(lambda: self.wall, lambda: self.steady)

    def run(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds


@asynccontextmanager
async def watched(
    fake: FakeInvokeAI, computer: Computer, **pace: float
) -> AsyncIterator[InvokeAIBackend]:
    backend = InvokeAIBackend(
        SERVER, ConnectionProfile(fake.url), pace=replace(ALERT, **pace), clocks=computer.clocks
    )
    try:
        yield backend
    finally:
        await backend.aclose()


async def hang(_: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    raise AssertionError


def test_clocks_tell_sleep_and_a_changed_clock_from_ordinary_time() -> None:
    computer = Computer()
    clocks = computer.clocks
    computer.run(1.0)
    assert not clocks.jumped()
    computer.sleep(3600)
    assert clocks.jumped()
    assert not clocks.jumped()
    computer.sleep(-3600)
    assert clocks.jumped()
    computer.run(30.0)  # this clock went on while the computer slept
    assert clocks.jumped()


def test_a_silent_server_that_does_not_answer_twice_is_lost(run: Any) -> None:
    async def silent() -> int:
        async with served() as fake, watched(fake, Computer()) as backend:
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                fake.calls.clear()
                fake.routes["GET", f"{Q}/status"] = hang
                lost = await reach(updates, Lost)
                assert lost.problem.code == "timed_out"
            return fake.calls.count(f"GET {Q}/status")

    assert run(silent()) == 2


def test_a_silent_server_that_answers_stays_connected(run: Any) -> None:
    async def quiet() -> None:
        asked = asyncio.Event()
        async with (
            served() as fake,
            watched(fake, Computer()) as backend,
            aclosing(backend.updates()) as updates,
        ):

            async def status(_: web.Request) -> web.Response:
                asked.set()
                return web.json_response(fake._status())

            await reach(updates, QueueSnapshot)
            fake.routes["GET", f"{Q}/status"] = status
            await asked.wait()
            fake.add(1)
            await fake.emit_status(1, "in_progress", 1)
            await reach(updates, JobChanged, state_is(JobState.RUNNING))

    run(quiet())


def test_a_computer_that_wakes_up_connects_at_once(run: Any) -> None:
    async def wake() -> None:
        computer = Computer()
        async with served() as fake, watched(fake, computer, quiet_s=60.0) as backend:
            feed = Feed(backend, Backoff(first_s=60.0, most_s=60.0))
            async with aclosing(feed.updates()) as updates:
                await reach(updates, QueueSnapshot)
                computer.sleep(3600)
                fake.add(1)
                lost = await reach(updates, Lost)
                assert lost.retry_in_s == 0.0
                assert (await reach(updates, QueueSnapshot)).ids == ("1",)

    run(wake())


def test_a_try_that_hangs_is_given_up(run: Any) -> None:
    async def stuck() -> Lost:
        async with served() as fake, watched(fake, Computer(), try_s=0.1) as backend:
            fake.routes["GET", "/api/v1/app/version"] = hang
            async with aclosing(backend.updates()) as updates:
                return await reach(updates, Lost)

    assert run(stuck()).problem.code == "timed_out"


def test_a_queue_that_is_never_told_is_given_up(run: Any) -> None:
    async def stuck() -> Lost:
        async with served() as fake, watched(fake, Computer()) as backend:
            fake.routes["GET", f"{Q}/status"] = fake.routes["GET", f"{Q}/item_ids"] = hang
            async with aclosing(backend.updates()) as updates:
                return await reach(updates, Lost)

    assert run(stuck()).problem.code == "connection_lost"


def test_a_server_that_comes_into_view_is_tried_at_once(run: Any) -> None:
    async def show() -> None:
        backend = FakeBackend()
        feed = Feed(backend)
        feed.shown = False
        async with aclosing(feed.updates()) as updates:
            await reach(updates, QueueSnapshot)
            backend.say(Lost(Problem("refused")))
            lost = await reach(updates, Lost)
            assert lost.retry_in_s is not None
            assert lost.retry_in_s > 20
            waiting = asyncio.ensure_future(anext(updates))  # noqa: TID251 - to look while it waits
            await asyncio.sleep(0)
            feed.shown = True
            assert isinstance(await waiting, Connected)

    run(show())


def test_a_lost_end_is_noticed_by_the_counts(run: Any) -> None:
    async def lost_event() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "in_progress")
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                fake.lossy = {"queue_item_status_changed"}
                await fake.emit_status(1, "completed", 2, **RESULT)
                fake.items[1] |= RESULT
                snapshot = await reach(updates, QueueSnapshot)
                assert [job.state for job in snapshot.jobs] == [JobState.COMPLETED]
                record = await reach(updates, JobChanged, lambda u: u.update.outputs != ())
                assert [ref.name for ref in record.update.outputs] == ["p.png"]

    run(lost_event())


def test_the_results_of_jobs_that_ended_while_we_were_away_are_read(run: Any) -> None:
    async def away() -> None:
        async with served() as fake, backend_for(fake) as backend:
            for number in range(1, 31):
                fake.add(number, batch_id="")  # of a batch the priority would be read, too
            async with aclosing(follow(backend, SOON)) as updates:
                await reach(updates, QueueSnapshot)
                for item in fake.items.values():
                    item.update(status="completed", status_sequence=2, **RESULT)
                await fake.cut_off()
                await reach(updates, QueueSnapshot)
                seen = set()
                while len(seen) < 30:
                    changed = await reach(updates, JobChanged, lambda u: u.update.authoritative)
                    assert changed.update.outputs
                    seen.add(changed.update.key)
            assert fake.calls.count(f"POST {Q}/items_by_ids") == 2

    run(away())


def test_an_end_whose_last_node_was_not_heard_of_is_looked_up(run: Any) -> None:
    async def gap() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1)
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                await fake.emit_status(1, "in_progress", 1)
                await fake.emit("invocation_started", item_id=1, **NODE)
                fake.items[1] |= RESULT
                await fake.emit_status(1, "completed", 2)  # and no invocation_complete
                record = await reach(updates, JobChanged, lambda u: u.update.authoritative)
                assert [ref.name for ref in record.update.outputs] == ["p.png"]

    run(gap())


def test_events_that_come_twice_count_once(run: Any) -> None:
    async def twice() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1)
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                fake.copies = 2
                await fake.emit_status(1, "in_progress", 1)
                await fake.emit("invocation_complete", item_id=1, **NODE)
                await fake.emit_status(1, "completed", 2)
                ends: list[Any] = []
                async for update in updates:
                    if isinstance(update, NodeChanged) and update.status is NodeStatus.COMPLETED:
                        ends.append(update)
                    if isinstance(update, JobChanged) and state_is(JobState.COMPLETED)(update):
                        ends.append(update)
                    if isinstance(update, CountsChanged) and update.counts.completed == 1:
                        break
                assert len(ends) == 2

    run(twice())


def test_states_that_come_in_the_wrong_order_do_not_bring_a_job_back(run: Any) -> None:
    async def swapped() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1)
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                await fake.emit_status(1, "completed", 2)
                await fake.emit_status(1, "in_progress", 1)
                fake.items[1].update(status="completed", status_sequence=2)
                fake.add(2)
                await fake.emit_status(2, "in_progress", 1)
                states = []
                async for update in updates:
                    if isinstance(update, JobChanged) and isinstance(update.update.state, JobState):
                        states.append((update.update.key.job_id, update.update.state))
                        if update.update.key.job_id == "2":
                            break
                assert states == [("1", JobState.COMPLETED), ("2", JobState.RUNNING)]

    run(swapped())


def test_jobs_that_end_one_upon_the_other_are_read_with_few_requests(run: Any) -> None:
    async def burst() -> None:
        async with served() as fake, backend_for(fake) as backend:
            for number in range(1, 31):
                fake.add(number, "in_progress")  # began before we came: read at their ends
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                for number in range(1, 31):
                    fake.items[number] |= RESULT
                    await fake.emit_status(number, "completed", 2)
                seen = set()
                while len(seen) < 30:
                    changed = await reach(updates, JobChanged, lambda u: u.update.authoritative)
                    seen.add(changed.update.key)
            assert fake.calls.count(f"POST {Q}/items_by_ids") <= 4
            singles = [call for call in fake.calls if call.startswith(f"GET {Q}/i/")]
            assert len(singles) <= 1, "what the batch runs is read once"

    run(burst())

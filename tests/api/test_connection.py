"""One connection from its beginning to its end, over real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from aiohttp import web

from ivk_desktop.api.feed import Backoff, Feed, follow
from ivk_desktop.api.invokeai.mailbox import Mailbox
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import UNSET, BatchId, JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import (
    Connected,
    CountsChanged,
    JobChanged,
    JobPlan,
    JobsAdded,
    JobsRemoved,
    Lost,
    NodeChanged,
    Progress,
    QueueSnapshot,
    Update,
)
from tests.api.fake_invokeai import QUICK, SERVER, FakeInvokeAI, Q, backend_for, served

U = TypeVar("U")

NODE = {"invocation_source_id": "n", "invocation": {"id": "r", "type": "add"}}
SOON = Backoff(first_s=0.01, most_s=0.02)


async def reach(
    updates: AsyncGenerator[Update, None],
    kind: type[U],
    such: Callable[[U], bool] = lambda _: True,
) -> U:
    """Read on until an update of that kind comes, and such a one."""
    async for update in updates:
        if isinstance(update, kind) and such(update):
            return update
    raise AssertionError(f"the updates ended without {kind.__name__}")


def state_is(state: JobState) -> Callable[[JobChanged], bool]:
    return lambda changed: changed.update.state is state


def test_connecting_subscribes_before_the_queue_is_read(run: Any) -> None:
    async def connect() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "completed")
            fake.add(2)
            async with aclosing(backend.updates()) as updates:
                connected = await reach(updates, Connected)
                assert connected.link is LinkState.LIVE
                assert connected.facts.version == "6.14.2"
                event, data = fake.heard.get_nowait()
                assert (event, data) == ("subscribe_queue", {"queue_id": "default"})
                snapshot = await reach(updates, QueueSnapshot)
                assert snapshot.ids == ("2", "1")
                assert {job.key.job_id: job.state for job in snapshot.jobs} == {
                    "1": JobState.COMPLETED,
                    "2": JobState.PENDING,
                }
                assert snapshot.counts.pending == 1

    run(connect())


def test_closing_leaves_the_room_and_the_socket(run: Any) -> None:
    async def close() -> list[str]:
        async with served() as fake, backend_for(fake) as backend:
            updates = backend.updates()
            await reach(updates, QueueSnapshot)
            await updates.aclose()
            return [(await fake.heard.get())[0] for _ in range(3)]

    assert run(close()) == ["subscribe_queue", "unsubscribe_queue", "disconnect"]


def test_what_happens_while_the_queue_is_read_comes_after_it(run: Any) -> None:
    async def race() -> None:
        fake = FakeInvokeAI()
        fake.add(1)

        async def status(_: web.Request) -> web.Response:
            answer = web.json_response(fake._status())
            await fake.emit_status(1, "in_progress", 1)
            await fake.emit_status(1, "completed", 2)
            return answer

        async with served(fake), backend_for(fake) as backend:
            fake.routes["GET", f"{Q}/status"] = status
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                await reach(updates, JobChanged, state_is(JobState.COMPLETED))

    run(race())


def test_new_jobs_are_added_once_and_removed_ones_go(run: Any) -> None:
    async def grow() -> None:
        async with (
            served() as fake,
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            for number in (1, 2, 3):
                fake.add(number)
            await fake.emit("batch_enqueued", batch_id="batch")
            added = await reach(updates, JobsAdded)
            assert [job.key.job_id for job in added.jobs] == ["1", "2", "3"]
            del fake.items[2]  # a delete has no event: the counts tell
            assert (await reach(updates, JobsRemoved)).ids == ("2",)

    run(grow())


def test_a_job_that_an_event_told_of_first_is_completed_not_added(run: Any) -> None:
    async def early() -> None:
        async with (
            served() as fake,
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            fake.add(1, field_values=[{"node_path": "n", "field_name": "a", "value": 5}])
            await fake.emit_status(1, "in_progress", 1)
            first = await reach(updates, JobChanged)
            assert first.update.state is JobState.RUNNING
            await fake.emit("batch_enqueued", batch_id="batch")
            told = await reach(updates, JobChanged, lambda u: u.update.inputs == (("a", "5"),))
            assert not isinstance(told.update.state, JobState)

    run(early())


def test_a_record_read_before_the_end_does_not_bring_a_job_back(run: Any) -> None:
    async def race() -> JobUpdate:
        fake, seen = FakeInvokeAI(), asyncio.Event()

        async def summaries(request: web.Request) -> web.StreamResponse:
            answer = await fake._summaries(request)
            if fake.items[1]["status"] == "in_progress":
                await fake.emit("invocation_complete", item_id=1, **NODE)
                await fake.emit_status(1, "completed", 2)
                await seen.wait()
            return answer

        async with (
            served(fake),
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            fake.routes["POST", f"{Q}/item_summaries_by_ids"] = summaries
            fake.add(1, field_values=[{"node_path": "n", "field_name": "a", "value": 5}])
            await reach(updates, JobsAdded)
            fake.items[1].update(status="in_progress")
            await fake.emit("queue_item_status_changed", item_id=1, batch_id="batch", status="odd")
            await reach(updates, JobChanged, state_is(JobState.COMPLETED))
            seen.set()
            record = await reach(updates, JobChanged, lambda u: u.update.inputs == (("a", "5"),))
            return record.update

    assert run(race()).state in (UNSET, JobState.COMPLETED)


def test_pausing_is_noticed_without_an_event(run: Any) -> None:
    async def pause() -> None:
        async with (
            served() as fake,
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            fake.paused = True
            await reach(updates, CountsChanged, lambda changed: changed.counts.paused)

    run(pause())


def test_many_events_cause_few_reads(run: Any) -> None:
    async def burst() -> int:
        pace = replace(QUICK, status_s=60.0, read_s=60.0)
        async with (
            served() as fake,
            backend_for(fake, pace) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            fake.add(1)
            before = fake.calls.count(f"GET {Q}/item_ids")
            for _ in range(50):
                await fake.emit("batch_enqueued", batch_id="batch")
            await reach(updates, JobsAdded)
            await fake.emit_status(1, "completed", 2)
            await reach(updates, JobChanged)
            return fake.calls.count(f"GET {Q}/item_ids") - before

    assert run(burst()) == 1


def test_a_cleared_queue_is_read_again(run: Any) -> None:
    async def clear() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1)
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                fake.items.clear()
                await fake.emit("queue_cleared")
                assert (await reach(updates, QueueSnapshot)).ids == ()

    run(clear())


def test_a_change_while_the_queue_is_read_again_is_not_undone(run: Any) -> None:
    async def race() -> None:
        fake = FakeInvokeAI()
        fake.add(1)

        async def status(_: web.Request) -> web.Response:
            answer = web.json_response(fake._status())
            fake.routes.clear()
            stale = dict(fake.items[1])
            await fake.emit_status(1, "in_progress", 1)
            fake.items[1] = stale  # what is read after it is older than the event
            return answer

        async with (
            served(fake),
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            await reach(updates, QueueSnapshot)
            fake.routes["GET", f"{Q}/status"] = status
            await fake.emit("queue_cleared")
            await reach(updates, QueueSnapshot)
            await reach(updates, JobChanged, state_is(JobState.RUNNING))

    run(race())


def test_a_server_that_wants_a_sign_in_is_told_as_such(run: Any) -> None:
    async def locked() -> Lost:
        fake = FakeInvokeAI()
        fake.refuse_socket = True

        async def refuse(_: web.Request) -> web.Response:
            return web.json_response({"detail": "Authentication required"}, status=401)

        fake.routes["GET", f"{Q}/status"] = fake.routes["GET", f"{Q}/item_ids"] = refuse
        async with (
            served(fake),
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            return await reach(updates, Lost)

    assert run(locked()).problem.code == "unauthorized"


def test_another_users_job_is_read_as_far_as_it_may_be(run: Any) -> None:
    async def foreign() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, batch_id="redacted", user_id="redacted")
            async with aclosing(backend.updates()) as updates:
                snapshot = await reach(updates, QueueSnapshot)
                assert snapshot.jobs[0].private
                await fake.emit_status(1, "in_progress", 1)
                changed = await reach(updates, JobChanged)
                assert changed.update.private is True
                assert changed.update.state is JobState.RUNNING

    run(foreign())


def test_a_poisoned_row_does_not_hide_the_others(run: Any) -> None:
    async def poisoned() -> None:
        async with served() as fake, backend_for(fake) as backend:
            for number in range(1, 10):
                fake.add(number)
            fake.poisoned = {4}
            jobs = {
                job.key.job_id: job for job in await backend.jobs(tuple(map(JobId, "123456789")))
            }
            assert len(jobs) == 9
            assert jobs[JobId("4")].state is JobState.UNKNOWN
            assert jobs[JobId("5")].state is JobState.PENDING

    run(poisoned())


def test_a_server_that_fails_altogether_is_told_from_a_poisoned_row(run: Any) -> None:
    async def failing() -> Update:
        async with served() as fake, backend_for(fake) as backend:
            fake.poisoned = set(range(100))
            for number in range(1, 60):
                fake.add(number)
            async with aclosing(backend.updates()) as updates:
                return await reach(updates, Lost)

    assert run(failing()).problem.code == "server_fault"


def test_the_running_job_is_found_far_down_the_list(run: Any) -> None:
    async def find() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "in_progress")
            for number in range(2, 3000):
                fake.add(number)
            async with aclosing(backend.updates()) as updates:
                snapshot = await reach(updates, QueueSnapshot)
                assert len(snapshot.ids) == 2999
                states = {job.key.job_id: job.state for job in snapshot.jobs}
                assert states[JobId("1")] is JobState.RUNNING
                assert states[JobId("2999")] is JobState.PENDING

    run(find())


def test_own_jobs_have_title_plan_and_results(run: Any) -> None:
    request = SubmitRequest(
        BatchId("mine"),
        "form",
        "Portrait",
        {
            "batch": {
                "graph": {
                    "nodes": {
                        "save": {"id": "save", "type": "l2i"},
                        "make": {"id": "make", "type": "noise"},
                    },
                    "edges": [{"source": {"node_id": "make"}, "destination": {"node_id": "save"}}],
                },
                "workflow": {"nodes": [{"id": "make", "data": {"label": "My noise"}}]},
            }
        },
        1,
    )

    async def enqueue(request: web.Request) -> web.Response:
        assert (await request.json())["batch"]["workflow"]
        return web.json_response({"enqueued": 1, "requested": 1, "item_ids": [1]})

    async def own() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.routes["POST", f"{Q}/enqueue_batch"] = enqueue
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                receipt = await backend.submit(request)
                assert receipt.job_ids == ("1",)
                session = {
                    "graph": {"nodes": {"save": {"type": "l2i", "is_intermediate": False}}},
                    "results": {"x": {"image": {"image_name": "p.png"}}},
                    "prepared_source_mapping": {"x": "save"},
                }
                fake.add(1, batch_id="mine", session=session)
                await fake.emit_status(1, "in_progress", 1)
                changed = await reach(updates, JobChanged)
                assert changed.update.title == "Portrait"
                plan = await reach(updates, JobPlan)
                assert plan.nodes == (("make", "noise", "My noise"), ("save", "l2i", ""))
                await fake.emit_status(1, "completed", 2)
                record = await reach(updates, JobChanged, lambda u: u.update.authoritative)
                assert [ref.name for ref in record.update.outputs] == ["p.png"]

    run(own())


def test_the_plan_of_a_batch_of_others_is_read_once(run: Any) -> None:
    async def others() -> None:
        async with served() as fake, backend_for(fake) as backend:
            graph = {"nodes": {"n": {"id": "n", "type": "add"}}, "edges": []}
            for number in (1, 2):
                fake.add(number, session={"graph": graph}, workflow={"name": "Theirs"})
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                await fake.emit_status(1, "in_progress", 1)
                told = await reach(updates, JobChanged, lambda u: u.update.title == "Theirs")
                assert told.update.key.job_id == "1"
                assert (await reach(updates, JobPlan)).nodes == (("n", "add", ""),)
                await fake.emit_status(2, "in_progress", 1)
                assert (await reach(updates, JobPlan)).key.job_id == "2"
            assert f"GET {Q}/i/2" not in fake.calls

    run(others())


def test_malformed_events_do_no_harm(run: Any) -> None:
    async def hostile() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "in_progress")
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                for data in (None, 7, [], "x", {"item_id": {}}):
                    await fake.sio.emit("invocation_progress", data)
                    await fake.sio.emit("queue_item_status_changed", data)
                await fake.sio.emit("no_such_event", {"queue_id": "default"})
                await fake.sio.emit("invocation_progress")
                await fake.emit("invocation_progress", item_id=1, percentage=0.5, **NODE)
                assert (await reach(updates, Progress)).fraction == 0.5

    run(hostile())


def test_a_bomb_for_a_preview_is_left_out(run: Any) -> None:
    async def bomb() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "in_progress")
            async with aclosing(backend.updates()) as updates:
                await reach(updates, QueueSnapshot)
                image = {"dataURL": "data:image/png;base64," + "A" * 5_000_000}
                await fake.emit("invocation_progress", item_id=1, image=image, **NODE)
                assert (await reach(updates, Progress)).preview is None
                await fake.emit("invocation_complete", item_id=1, **NODE)
                await reach(updates, NodeChanged)

    run(bomb())


def test_a_refused_socket_means_polling_until_it_is_back(run: Any) -> None:
    async def refused() -> None:
        fake = FakeInvokeAI()
        fake.refuse_socket = True
        async with served(fake), backend_for(fake) as backend:
            fake.add(1)
            async with aclosing(backend.updates()) as updates:
                assert (await reach(updates, Connected)).link is LinkState.POLLING
                await reach(updates, QueueSnapshot)
                fake.items[1]["status"] = "in_progress"
                await reach(updates, JobChanged, state_is(JobState.RUNNING))
                fake.add(2)
                assert (await reach(updates, JobsAdded)).jobs[0].key.job_id == "2"
                del fake.items[2]
                await reach(updates, JobsRemoved)
                fake.refuse_socket = False
                assert (await reach(updates, Connected)).link is LinkState.LIVE
                await reach(updates, QueueSnapshot)
                await fake.emit_status(1, "completed", 2)
                await reach(updates, JobChanged, state_is(JobState.COMPLETED))

    run(refused())


@pytest.mark.parametrize("answer", ["<html>", '{"sid": 1}', ""])
def test_something_else_at_the_sockets_address_means_polling(run: Any, answer: str) -> None:
    async def other() -> LinkState:
        fake = FakeInvokeAI()
        app = web.Application()

        async def socket(request: web.Request) -> web.StreamResponse:
            ws = web.WebSocketResponse()
            await ws.prepare(request)
            await ws.send_str(answer)
            await ws.close()
            return ws

        app.router.add_get("/ws/socket.io/", socket)
        app.router.add_route("*", "/{path:.*}", fake._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            async with backend_for(fake) as backend, aclosing(backend.updates()) as updates:
                return (await reach(updates, Connected)).link
        finally:
            await runner.cleanup()

    assert run(other()) is LinkState.POLLING


def test_a_lost_connection_ends_the_updates_and_the_feed_makes_a_new_one(run: Any) -> None:
    async def again() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "in_progress")
            async with aclosing(follow(backend, SOON)) as updates:
                await reach(updates, QueueSnapshot)
                fake.items[1].update(status="canceled", status_sequence=2)
                fake.add(2)
                await fake.cut_off()
                lost = await reach(updates, Lost)
                assert lost.problem.code == "connection_lost"
                assert lost.retry_in_s is not None
                assert 0 < lost.retry_in_s < 1
                await reach(updates, Connected)
                snapshot = await reach(updates, QueueSnapshot)
                states = {job.key.job_id: job.state for job in snapshot.jobs}
                assert states == {"1": JobState.CANCELED, "2": JobState.PENDING}
                await fake.emit_status(2, "in_progress", 1)
                await reach(updates, JobChanged, state_is(JobState.RUNNING))

    run(again())


def test_a_dead_server_is_told_as_refused(run: Any) -> None:
    async def dead() -> Lost:
        async with served() as fake:
            pass
        async with backend_for(fake) as backend, aclosing(backend.updates()) as updates:
            return await reach(updates, Lost)

    assert run(dead()).problem.code == "refused"


def test_retrying_now_does_not_wait(run: Any) -> None:
    async def hurry() -> None:
        async with served() as fake, backend_for(fake) as backend:
            feed = Feed(backend, Backoff(first_s=60.0, most_s=60.0))
            async with aclosing(feed.updates()) as updates:
                await reach(updates, QueueSnapshot)
                await fake.cut_off()
                await reach(updates, Lost)
                asyncio.get_running_loop().call_later(0.01, feed.retry_now)
                await reach(updates, QueueSnapshot)

    run(hurry())


def test_waits_stay_short_for_a_server_that_is_shown_and_long_for_a_hidden_one() -> None:
    backoff = Backoff()
    assert backoff.delay_s(1) == 0.2
    assert all(0.2 <= backoff.delay_s(n) <= 1.0 for n in range(1, 5000))
    assert len({backoff.delay_s(9) for _ in range(20)}) > 1
    assert all(20 < backoff.delay_s(n, shown=False) <= 30 for n in (1, 9, 5000))


def test_a_full_mailbox_drops_progress_first_and_then_reads_anew(run: Any) -> None:
    async def fill() -> None:
        box = Mailbox(limit=4)
        key = (await _some_change()).update.key
        for number in range(10):
            box.put(Progress(key, fraction=number / 10))
        changes = [await _some_change() for _ in range(3)]
        for change in changes:
            box.put(change)
        got = [await box.get() for _ in range(4)]
        assert got[1:] == changes
        assert got[0] == Progress(key, fraction=0.9)
        for change in [*changes, *changes]:
            box.put(change)
        first = await box.get()
        assert getattr(first, "everything", False)

    run(fill())


async def _some_change() -> JobChanged:
    return JobChanged(JobUpdate(JobKey(SERVER, JobId("1")), JobState.RUNNING))

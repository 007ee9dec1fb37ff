"""What actions on the queue tell, offer to undo, and refuse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from ivk_desktop.api.errors import Forbidden, Unreachable
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.jobs import JobId, JobState, QueueCounts
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import CountsChanged, Lost
from ivk_desktop.stores.job_actions import JobActions, Undoable
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.requeuer import MOST_BATCHES
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from tests.api.scripted_polling import PaintBackend
from tests.desk import until
from tests.fakes import SERVER
from tests.stores.requeue_help import Lab, lose


@dataclass
class Desk:
    lab: Lab
    session: ServerSession
    notices: Notices
    told: list[tuple[Outcome, Undoable | None]] = field(default_factory=list)

    @property
    def actions(self) -> JobActions:
        return self.session.actions

    async def until(self, condition: Callable[[], Any]) -> None:
        queue = self.session.queue
        await until(
            condition,
            queue.changed,
            queue.counts_changed,
            queue.reset,
            self.actions.told,
            self.notices.posted,
            self.session.link_changed,
        )

    async def outcome(self, done: Done) -> tuple[Outcome, Undoable | None]:
        await self.until(lambda: self.told and self.told[-1][0].done is done)
        return self.told[-1]

    async def refusal(self, code: str) -> None:
        await self.until(lambda: code in [n.problem.code for n in self.notices.log if n.problem])


@asynccontextmanager
async def desk(lab: Lab) -> AsyncIterator[Desk]:
    workers, notices = Workers(), Notices()
    session = ServerSession(lab, "lab", "http://lab", notices=notices, workers=workers)
    found = Desk(lab, session, notices)
    session.actions.told.connect(lambda *both: found.told.append(both))
    session.start()
    try:
        await found.until(lambda: session.queue.is_loaded)
        # The link is believed once something follows.
        lab.say(CountsChanged(lab.snapshot().counts))
        await found.until(session._is_connected)
        yield found
    finally:
        await session.close()
        workers.close()


def test_a_cancel_is_told_with_its_count_and_undone_at_its_place(run: Any) -> None:
    async def cancel() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2), ("b", 2))
        async with desk(lab) as here:
            here.actions.cancel(ids[:2])
            outcome, undoable = await here.outcome(Done.CANCELED)
            assert outcome.count == 2
            assert undoable is not None
            assert undoable.count == 2
            undoable.undo()
            await here.outcome(Done.ENQUEUED_AGAIN)
            assert lab.again == ids, "what stood in front goes back there"

    run(cancel())


def test_what_ran_is_not_among_what_is_undone(run: Any) -> None:
    async def cancel() -> None:
        lab = Lab()
        ids = lab.fill(("a", 3))
        lab.start(ids[0])
        async with desk(lab) as here:
            here.actions.cancel_batches([lab.queue[ids[0]].batch_id])  # type: ignore[list-item]
            outcome, undoable = await here.outcome(Done.CANCELED)
            assert outcome.count == 3
            assert undoable is not None
            assert undoable.count == 2
            undoable.undo()
            outcome, _ = await here.outcome(Done.ENQUEUED_AGAIN)
            assert outcome.count == 2
            assert lab.again == ids[1:]

    run(cancel())


def test_an_item_that_ran_before_its_cancel_is_not_undone(run: Any) -> None:
    async def cancel() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2))
        lab.before["cancel"] = lambda: lab.start(ids[0])
        async with desk(lab) as here:
            here.actions.cancel(ids)
            _, undoable = await here.outcome(Done.CANCELED)
            assert undoable is not None
            undoable.undo()
            outcome, _ = await here.outcome(Done.ENQUEUED_AGAIN)
            assert (outcome.count, outcome.left) == (1, 1)
            assert lab.again == [ids[1]]

    run(cancel())


@pytest.mark.parametrize("action", ["delete", "clear"])
def test_what_waits_comes_back_after_it_was_deleted(run: Any, action: str) -> None:
    async def delete() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2), ("b", 1))
        lab.end(ids[2])
        async with desk(lab) as here:
            if action == "clear":
                here.actions.clear()
                done = Done.CLEARED
            else:
                here.actions.delete(ids)
                done = Done.DELETED
            outcome, undoable = await here.outcome(done)
            assert outcome.count == 3
            assert not lab.queue
            assert undoable is not None
            assert undoable.count == 2
            undoable.undo()
            await here.outcome(Done.ENQUEUED_AGAIN)
            assert lab.again == ids[:2]

    run(delete())


def test_only_what_can_be_brought_back_is_offered(run: Any) -> None:
    async def cancel() -> None:
        lab = Lab()
        lab.fill(*((f"b{n}", 1) for n in range(MOST_BATCHES)))
        async with desk(lab) as here:
            assert here.actions.can_undo()
            (one,) = lab.fill(("more", 1))
            lab.say(lab.snapshot())
            await here.until(lambda: one in here.session.queue.jobs)
            assert not here.actions.can_undo()
            assert here.actions.can_undo([one])
            here.actions.clear()
            outcome, undoable = await here.outcome(Done.CLEARED)
            assert (outcome.count, undoable) == (MOST_BATCHES + 1, None)

    run(cancel())


def test_a_failure_is_told_and_nothing_else(run: Any) -> None:
    async def fail() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1))
        lab.failures["cancel"] = Forbidden()
        async with desk(lab) as here:
            here.actions.cancel(ids)
            await here.refusal("forbidden")
            assert here.told == []

    run(fail())


def test_all_failed_are_retried_and_those_that_were_are_not_again(run: Any) -> None:
    async def retry() -> None:
        lab = Lab()
        ids = lab.fill(("a", 4))
        for job_id in ids[:2]:
            lab.end(job_id, JobState.FAILED)
        lab.end(ids[2])
        async with desk(lab) as here:
            here.actions.retry_failed()
            outcome, _ = await here.outcome(Done.RETRIED)
            assert (outcome.count, outcome.left) == (2, 0)
            await asyncio.sleep(0)  # the action ends: none is begun twice
            here.actions.retry_failed()
            await here.refusal("retry_nothing")
            here.actions.retry(ids)
            await here.until(lambda: len(here.told) == 2)
            asked = [ids for name, ids in lab.calls if name == "retry"]
            assert asked == [tuple(ids[:2]), tuple(ids[:2])], "one may choose them again"

    run(retry())


def test_records_that_lack_are_read_before_all_are_retried_or_canceled(run: Any) -> None:
    async def act() -> None:
        lab = Lab()
        ids = lab.fill(("a", 4))
        lab.end(ids[0], JobState.FAILED)
        whole = lab.snapshot
        lab.snapshot = lambda: _without(whole(), ids[:2])  # type: ignore[method-assign]
        async with desk(lab) as here:
            assert ids[0] not in here.session.queue.jobs
            here.actions.retry_failed()
            outcome, _ = await here.outcome(Done.RETRIED)
            assert outcome.count == 1
            here.actions.cancel_pending()
            _, undoable = await here.outcome(Done.CANCELED)
            assert undoable is not None
            assert undoable.count == 4, "three of the batch, and the retried one"

    run(act())


def _without(snapshot: Any, ids: list[JobId]) -> Any:
    jobs = tuple(job for job in snapshot.jobs if job.key.job_id not in ids)
    return type(snapshot)(snapshot.ids, jobs, snapshot.counts)


def test_what_is_not_sure_to_wait_is_read_before_it_is_cleared(run: Any) -> None:
    """Else an undo would enqueue what had been canceled long before."""

    async def clear() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2), ("b", 1))
        async with desk(lab) as here:
            # Canceled by somebody else, and not told: a record of before a reconnect.
            lab.queue[ids[0]] = replace(lab.queue[ids[0]], state=JobState.CANCELED)
            here.session.queue._stale.add(ids[0])
            here.actions.clear()
            _, undoable = await here.outcome(Done.CLEARED)
            assert undoable is not None
            assert undoable.count == 2
            undoable.undo()
            await here.outcome(Done.ENQUEUED_AGAIN)
            assert lab.again == ids[1:]

    run(clear())


def test_what_was_taken_just_now_and_is_not_listed_yet_is_undone_too(run: Any) -> None:
    async def cancel() -> None:
        lab = Lab()
        async with desk(lab) as here:
            ids = lab.fill(("a", 2))
            lab.say(CountsChanged(lab.snapshot().counts))
            await here.until(lambda: here.session.queue.counts.pending == 2)
            here.actions.cancel_pending()
            outcome, undoable = await here.outcome(Done.CANCELED)
            assert outcome.count == 2
            assert undoable is not None
            undoable.undo()
            await here.outcome(Done.ENQUEUED_AGAIN)
            assert lab.again == ids

    run(cancel())


def test_nothing_is_moved_while_the_queue_is_not_known_as_it_is(run: Any) -> None:
    async def refuse() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2))
        async with desk(lab) as here:
            here.session.queue._stale.add(ids[0])
            here.actions.run_first(ids)
            await here.refusal("requeue_stale")
            lab.say(Lost(Problem("connection_lost"), 100.0))
            await here.until(lambda: not here.session._is_connected())
            here.actions.run_first(ids[1:])
            here.actions.place(ids[1:], None)
            await here.refusal("not_connected")
            assert not [name for name, _ in lab.calls if name in ("cancel", "submit")]

    run(refuse())


def test_a_job_is_put_before_another_within_the_first_of_those_that_wait(run: Any) -> None:
    async def place() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1), ("b", 1), ("c", 40))
        async with desk(lab) as here:
            here.actions.place([ids[1]], ids[0])
            await here.outcome(Done.MOVED_FIRST)
            assert lab.again == [ids[1], ids[0], *ids[2:]]
            here.actions.place([ids[2]], ids[40])
            await here.refusal("reorder_within")
            assert len(lab.sent) == 1

    run(place())


def test_what_was_left_over_is_finished_after_a_while_without_a_reconnect(run: Any) -> None:
    async def retry() -> None:
        lab = Lab(before=lose(Unreachable("", url="http://lab")))
        ids = lab.fill(("a", 2))
        async with desk(lab) as here:
            here.actions.run_last(ids[:1])
            await here.refusal("unreachable")
            assert here.actions._retry.isActive()
            here.actions._retry.start(0)
            outcome, _ = await here.outcome(Done.FINISHED)
            assert outcome.count == 1
            assert lab.again == [ids[1], ids[0]]
            assert not here.actions._retry.isActive()

    run(retry())


def test_pausing_tells_how_many_wait(run: Any) -> None:
    async def pause() -> None:
        lab = Lab()
        lab.fill(("a", 3))
        async with desk(lab) as here:
            here.actions.set_paused(True)
            outcome, _ = await here.outcome(Done.PAUSED)
            assert outcome.count == 3

    run(pause())


def test_a_server_that_can_do_none_of_it_is_asked_for_none_of_it(qapp: Any) -> None:
    backend = PaintBackend(SERVER, ConnectionProfile("http://other"))
    session = ServerSession(backend, "other", "http://other", notices=Notices(), workers=Workers())
    assert not session.actions.can_tidy
    assert not session.actions.can_requeue
    for act in (session.actions.clear, session.actions.prune, session.actions.retry_failed):
        act()
    session.actions.run_again([JobId("1")])
    assert session.queue.counts == QueueCounts()

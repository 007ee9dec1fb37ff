"""Enqueuing again by a journal: over crashes, lost answers and restarts, never twice, none lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile

from ivk_desktop.api.errors import Busy, Rejected, ServerFault, Unconfirmed, Unreachable
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.domain.requeue import Move
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.requeue_journal import Journal
from ivk_desktop.stores.requeuer import MOST_BATCHES, MOST_TRIES, JobRequeuer, Refused
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER
from tests.stores.requeue_help import Killed, Lab, lose, raising


class App:
    """One life of the app: what is left over is in the file alone."""

    def __init__(self, lab: Lab, folder: Path) -> None:
        self.database = Database(folder / "data.sqlite")
        self.journal = Journal(SERVER, self.database, folder)
        queue = QueueStore(SERVER, lab, Tasks())
        queue.apply(lab.snapshot())
        self.requeuer = JobRequeuer(lab, queue, self.journal)
        self.doubts: list[Move] = []
        self.requeuer.doubtful.connect(self.doubts.append)


@asynccontextmanager
async def app(lab: Lab, folder: Path) -> AsyncIterator[App]:
    found = App(lab, folder)
    try:
        yield found
    finally:
        await found.database.close()


async def left_over(lab: Lab, folder: Path) -> Outcome | None:
    """Start the app again and let it finish; the journal is empty then."""
    async with app(lab, folder) as here:
        outcome = await here.requeuer.recover()
        assert await here.journal.entries() == []
        assert not here.doubts
        return outcome


def test_some_go_to_the_front_in_order_and_leave_no_rows_behind(run: Any, tmp_path: Path) -> None:
    async def move() -> None:
        lab = Lab()
        ids = lab.fill(("a", 2), ("b", 2), ("c", 2))
        async with app(lab, tmp_path) as here:
            outcome = await here.requeuer.move([ids[3], ids[4]], front=True)
        assert lab.again == [ids[3], ids[4], ids[0], ids[1], ids[2], ids[5]]
        assert (outcome.done, outcome.count, outcome.left) == (Done.MOVED_FIRST, 2, 0)
        assert list(outcome.new_ids) == lab.waiting[:2]
        assert ids[3] not in lab.queue
        assert await left_over(lab, tmp_path) is None

    run(move())


def test_some_go_to_the_end_as_one_batch(run: Any, tmp_path: Path) -> None:
    async def move() -> None:
        lab = Lab()
        ids = lab.fill(("a", 3), ("b", 1))
        async with app(lab, tmp_path) as here:
            await here.requeuer.move(ids[:3], front=False)
        assert lab.again == [ids[3], *ids[:3]]
        assert len(lab.sent) == 1
        assert ("cancel_batches", ("a",)) in lab.calls, "a whole batch takes one call"

    run(move())


def test_a_crash_before_the_cancel_undoes_the_move(run: Any, tmp_path: Path) -> None:
    async def crash() -> None:
        lab = Lab(before={"cancel": raising(Killed())})
        ids = lab.fill(("a", 1), ("b", 1))
        async with app(lab, tmp_path) as here:
            with pytest.raises(Killed):
                await here.requeuer.move([ids[1]], front=True)
        assert await left_over(lab, tmp_path) is None
        assert lab.waiting == ids
        assert lab.sent == []

    run(crash())


@pytest.mark.parametrize("at", ["cancel", "jobs"])
def test_a_crash_between_cancel_and_enqueue_is_finished(run: Any, tmp_path: Path, at: str) -> None:
    async def crash() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1), ("b", 1))
        kill = raising(Killed())
        lab.after = {"cancel": kill if at == "cancel" else lambda: lab.before.update(jobs=kill)}
        async with app(lab, tmp_path) as here:
            with pytest.raises(Killed):
                await here.requeuer.move([ids[1]], front=True)
        assert lab.sent == []
        outcome = await left_over(lab, tmp_path)
        assert outcome is not None
        assert (outcome.done, outcome.count) == (Done.FINISHED, 1)
        assert lab.again == [ids[1], ids[0]]
        assert await left_over(lab, tmp_path) is None
        assert len(lab.sent) == 1

    run(crash())


def test_a_crash_in_the_midst_of_the_cancels_is_finished_for_all(run: Any, tmp_path: Path) -> None:
    async def crash() -> None:
        lab = Lab()
        ids = lab.fill(("a", 3))
        lab.after = {"cancel": raising(Killed())}
        async with app(lab, tmp_path) as here:
            with pytest.raises(Killed):
                await here.requeuer.move(ids[1:], front=True)
        assert [lab.queue[i].state for i in ids].count(JobState.CANCELED) == 1
        await left_over(lab, tmp_path)
        assert lab.again == [ids[1], ids[2], ids[0]]

    run(crash())


@pytest.mark.parametrize("lost", [Killed(), Unconfirmed("", url="http://lab")])
def test_a_lost_answer_of_the_enqueue_never_enqueues_twice(
    run: Any, tmp_path: Path, lost: Any
) -> None:
    async def lose_it() -> None:
        lab = Lab(after=lose(lost))
        ids = lab.fill(("a", 1), ("b", 1))
        async with app(lab, tmp_path) as here:
            with pytest.raises(type(lost)):
                await here.requeuer.move([ids[1]], front=True)
        assert len(lab.sent) == 1
        assert await left_over(lab, tmp_path) is None
        assert len(lab.sent) == 1
        assert lab.again == [ids[1], ids[0]]

    run(lose_it())


@pytest.mark.parametrize(
    "error", [Killed(), Unconfirmed("", url="u"), Unreachable("", url="u"), Busy(), ServerFault()]
)
def test_what_the_server_did_not_take_is_enqueued_later_and_once(
    run: Any, tmp_path: Path, error: Any
) -> None:
    async def lose_it() -> None:
        lab = Lab(before=lose(error))
        ids = lab.fill(("a", 1), ("b", 1))
        async with app(lab, tmp_path) as here:
            with pytest.raises(type(error)):
                await here.requeuer.move([ids[1]], front=True)
        assert lab.sent == []
        outcome = await left_over(lab, tmp_path)
        assert outcome is not None
        assert outcome.count == 1
        assert lab.again == [ids[1], ids[0]]

    run(lose_it())


def test_what_has_begun_before_the_cancel_is_let_be(run: Any, tmp_path: Path) -> None:
    async def begin() -> None:
        lab = Lab()
        first, second = lab.fill(("a", 1), ("b", 1))
        # The first read plans; between it and the next the item begins.
        lab.before["jobs"] = lambda: lab.before.update(jobs=lambda: lab.start(first))
        async with app(lab, tmp_path) as here:
            outcome = await here.requeuer.move([first, second], front=False)
        assert lab.queue[first].state is JobState.RUNNING
        assert [call for call in lab.calls if call[0] == "cancel"] == [("cancel", (second,))]
        assert (outcome.count, outcome.left, outcome.stopped) == (1, 1, 0)
        assert [request.payload["again"] for request in lab.sent] == [(second,)]

    run(begin())


def test_what_begins_in_the_moment_of_the_cancel_is_not_enqueued_again(
    run: Any, tmp_path: Path
) -> None:
    async def begin() -> None:
        lab = Lab()
        (first,) = lab.fill(("a", 1))
        lab.before["cancel"] = lambda: lab.start(first)
        async with app(lab, tmp_path) as here:
            outcome = await here.requeuer.move([first], front=True)
            assert await here.journal.entries() == []
        assert lab.queue[first].state is JobState.CANCELED
        assert (outcome.count, outcome.stopped) == (0, 1)
        assert lab.sent == []

    run(begin())


def test_a_server_that_is_away_after_the_cancel_is_asked_when_it_is_back(
    run: Any, tmp_path: Path
) -> None:
    async def restart() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1), ("b", 1))
        gone = raising(Unreachable("", url="http://lab"))
        lab.after["cancel"] = lambda: lab.before.update(jobs=gone)
        async with app(lab, tmp_path) as here:
            with pytest.raises(Unreachable):
                await here.requeuer.move([ids[1]], front=True)
            outcome = await here.requeuer.recover()
            assert outcome is not None
        assert lab.again == [ids[1], ids[0]]
        assert await left_over(lab, tmp_path) is None

    run(restart())


def test_other_items_of_a_wiped_database_are_never_touched(run: Any, tmp_path: Path) -> None:
    async def wipe() -> None:
        lab = Lab(after={"cancel": raising(Killed())})
        ids = lab.fill(("a", 2))
        async with app(lab, tmp_path) as here:
            with pytest.raises(Killed):
                await here.requeuer.move(ids, front=True)
        lab.queue = {
            i: replace(job, created_at=2_000_000.0, state=JobState.CANCELED)
            for i, job in lab.queue.items()
        }
        assert await left_over(lab, tmp_path) is None
        assert lab.sent == []

    run(wipe())


def test_where_it_cannot_be_known_the_person_decides(run: Any, tmp_path: Path) -> None:
    """Sent, not listed, and the old items were pruned: the new ones may have been, too."""

    async def ask() -> None:
        lab = Lab(after=lose(Killed()))
        ids = lab.fill(("a", 1))
        async with app(lab, tmp_path) as here:
            with pytest.raises(Killed):
                await here.requeuer.move(ids, front=True)
        lab.queue.clear()
        async with app(lab, tmp_path) as here:
            assert await here.requeuer.recover() is None
            assert await here.requeuer.recover() is None
            (doubt,) = here.doubts
            assert doubt.job_ids == tuple(ids)
            outcome = await here.requeuer.insist(doubt.batch_id)
            assert outcome.count == 1
            assert await here.journal.entries() == []

    run(ask())


def test_a_refusal_is_told_with_its_reason_and_forgotten(run: Any, tmp_path: Path) -> None:
    async def refuse() -> None:
        lab = Lab(before=lose(Rejected("", reason="no such node")))
        ids = lab.fill(("a", 2))
        async with app(lab, tmp_path) as here:
            with pytest.raises(Refused) as caught:
                await here.requeuer.move(ids, front=True)
            assert caught.value.problem.code == "requeue_refused"
            assert caught.value.problem.args == {"count": 2, "reason": "no such node"}
        assert await left_over(lab, tmp_path) is None

    run(refuse())


def test_a_server_that_fails_each_time_is_not_asked_for_ever(run: Any, tmp_path: Path) -> None:
    async def fail() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1))
        async with app(lab, tmp_path) as here:
            for number in range(MOST_TRIES):
                lab.before = lose(ServerFault("broken"))  # type: ignore[arg-type]
                with pytest.raises(Refused if number == MOST_TRIES - 1 else ServerFault):
                    await (
                        here.requeuer.recover() if number else here.requeuer.move(ids, front=True)
                    )
            assert await here.journal.entries() == []

    run(fail())


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"private": True}, "requeue_private"),
        ({"parent": JobId("9")}, "requeue_nested"),
        ({"state": JobState.WAITING}, "requeue_nested"),
        ({"state": JobState.RUNNING}, "requeue_started"),
        ({"state": JobState.UNKNOWN}, "requeue_stale"),
    ],
)
def test_what_cannot_be_enqueued_again_is_refused_before_anything_is_canceled(
    run: Any, tmp_path: Path, fields: dict[str, Any], code: str
) -> None:
    async def refuse() -> None:
        lab = Lab()
        (bad,) = lab.fill(("a", 1), **fields)
        (good,) = lab.fill(("b", 1))
        async with app(lab, tmp_path) as here:
            for ids, strict in (([bad], False), ([bad, good], True)):
                with pytest.raises(Refused) as caught:
                    await here.requeuer.move(ids, front=True, strict=strict)
                assert caught.value.problem.code == code
            assert not [call for call in lab.calls if call[0].startswith("cancel")]
            outcome = await here.requeuer.move([bad, good], front=True)
            assert (outcome.count, outcome.left) == (1, 1)

    run(refuse())


def test_an_unreadable_item_is_not_canceled(run: Any, tmp_path: Path) -> None:
    async def refuse() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1))
        lab.recipes = nothing  # type: ignore[method-assign, assignment]
        async with app(lab, tmp_path) as here:
            with pytest.raises(Refused) as caught:
                await here.requeuer.move(ids, front=True)
            assert caught.value.problem.code == "requeue_unreadable"
        assert lab.waiting == ids

    run(refuse())


async def nothing(_ids: Any) -> list[Any]:
    return []


def test_too_many_batches_are_refused(run: Any, tmp_path: Path) -> None:
    async def refuse() -> None:
        lab = Lab()
        ids = lab.fill(*((f"b{n}", 1) for n in range(MOST_BATCHES + 1)))
        async with app(lab, tmp_path) as here:
            with pytest.raises(Refused) as caught:
                await here.requeuer.move(ids, front=True)
            assert caught.value.problem.code == "requeue_too_many"
        assert lab.waiting == ids

    run(refuse())


def test_while_another_window_is_at_it_nothing_is_done(run: Any, tmp_path: Path) -> None:
    async def wait() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1))
        async with app(lab, tmp_path) as here:
            other = QLockFile(str(here.journal._file))
            assert other.tryLock(0)
            with pytest.raises(Refused) as caught:
                await here.requeuer.recover()
            assert caught.value.problem.code == "requeue_busy"
            other.unlock()
            assert (await here.requeuer.move(ids, front=True)).count == 1

    run(wait())


def test_what_cannot_be_written_down_is_not_begun(run: Any, tmp_path: Path) -> None:
    async def fail() -> None:
        lab = Lab()
        ids = lab.fill(("a", 1))
        async with app(lab, tmp_path) as here:
            await here.database.execute("DROP TABLE requeues")
            with pytest.raises(Refused) as caught:
                await here.requeuer.move(ids, front=True)
            assert caught.value.problem.code == "requeue_not_kept"
        assert lab.waiting == ids

    run(fail())


def test_an_entry_that_cannot_be_read_hides_no_other(run: Any, tmp_path: Path) -> None:
    async def read() -> None:
        lab = Lab(after={"cancel": raising(Killed())})
        ids = lab.fill(("a", 1))
        async with app(lab, tmp_path) as here:
            sql = "INSERT INTO requeues VALUES ('x', ?, 'meant', '{', '[]', 0, 0, 9e9)"
            await here.database.execute(sql, (SERVER,))
            with pytest.raises(Killed):
                await here.requeuer.move(ids, front=True)
        outcome = await left_over(lab, tmp_path)
        assert outcome is not None
        assert outcome.count == 1

    run(read())


def test_finished_jobs_run_again_and_open_ones_do_not(run: Any, tmp_path: Path) -> None:
    async def again() -> None:
        lab = Lab()
        ids = lab.fill(("a", 3))
        lab.end(ids[0])
        lab.end(ids[1], JobState.FAILED)
        async with app(lab, tmp_path) as here:
            replaced: list[Any] = []
            here.requeuer.replaced.connect(lambda *both: replaced.append(both))
            outcome = await here.requeuer.again(ids)
            assert (outcome.done, outcome.count, outcome.left) == (Done.ENQUEUED_AGAIN, 2, 1)
            assert replaced == [("a", lab.sent[0].batch_id)]
            with pytest.raises(Refused):
                await here.requeuer.again([ids[2]])
        assert ids[0] in lab.queue, "what has run stays listed"
        assert lab.again == [ids[2], ids[0], ids[1]]

    run(again())


def test_a_full_queue_tells_how_many_it_did_not_take(run: Any, tmp_path: Path) -> None:
    async def full() -> None:
        lab = Lab(room=1)
        ids = lab.fill(("a", 2))
        for job_id in ids:
            lab.end(job_id)
        async with app(lab, tmp_path) as here:
            outcome = await here.requeuer.again(ids)
        assert (outcome.count, outcome.short) == (1, 1)

    run(full())

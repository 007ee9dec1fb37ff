"""Keeping items pending: never too many, never twice, over lost connections and full queues."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.errors import ApiError, Rejected, Unconfirmed, Unreachable
from ivk_desktop.domain.form import SubmitOptions, SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobState, JobUpdate
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.updates import JobChanged, JobsAdded, Lost
from ivk_desktop.stores.keep_pending import KeepPending
from ivk_desktop.stores.keepers import Keepers
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.tasks import Tasks
from tests.desk import until
from tests.fakes import SERVER, FakeBackend, FakeForm, a_form, a_job

PROMPT = FieldId("prompt")
NUMBERS = itertools.count(1)


@dataclass
class Queueing(FakeBackend):
    """A server that enters what it takes into its queue, and tells of it."""

    room: int = 1000
    lose: list[tuple[ApiError, bool]] = field(default_factory=list)
    """The errors of the next submissions, and whether they were taken nevertheless."""

    async def submit(self, request: SubmitRequest) -> Receipt:
        self._called("submit", request)
        error, taken = self.lose.pop(0) if self.lose else (None, True)
        receipt = self._take(request) if taken else None
        if error is not None or receipt is None:
            assert error is not None
            raise error
        return receipt

    def _take(self, request: SubmitRequest) -> Receipt:
        count = min(request.count, self.room)
        jobs = [replace(a_job(next(NUMBERS)), batch_id=request.batch_id) for _ in range(count)]
        self.queue |= {job.key.job_id: job for job in jobs}
        self.say(JobsAdded(tuple(jobs)))
        ids = tuple(job.key.job_id for job in jobs)
        return Receipt(request.batch_id, request.count, count, ids)

    def end(self, state: JobState = JobState.COMPLETED) -> None:
        """The first item that waits ends."""
        waiting = [job for job in self.queue.values() if job.state is JobState.PENDING]
        job = replace(waiting[0], state=state)
        self.queue[job.key.job_id] = job
        self.say(JobChanged(JobUpdate(job.key, state, authoritative=True)))

    @property
    def sent(self) -> int:
        return sum(name == "submit" for name, _ in self.calls)


class UniqueForm(FakeForm):
    """A form whose every submission has an id of its own."""

    def request(self, options: SubmitOptions) -> SubmitRequest:
        return replace(super().request(options), batch_id=BatchId(f"batch-{next(NUMBERS)}"))


@dataclass
class Stage:
    backend: Queueing
    session: ServerSession
    workflow: OpenWorkflow
    keeper: KeepPending
    ended: list[Problem | None]

    async def until(self, condition: Callable[[], Any]) -> None:
        await until(
            condition,
            self.keeper.changed,
            self.keeper.ended,
            self.session.queue.changed,
            self.session.queue.counts_changed,
            self.session.link_changed,
        )


@asynccontextmanager
async def stage(wanted: int = 3, **backend: Any) -> AsyncIterator[Stage]:
    server = Queueing(**backend)
    workers = Workers()
    session = ServerSession(server, "lab", "http://lab", notices=Notices(), workers=workers)
    workflow = OpenWorkflow(SERVER, LibrarySource("one", "one"))
    spec = a_form().spec
    workflow.show(UniqueForm(spec, {PROMPT: "a tiger"}), {})
    session.submitted.connect(lambda request, receipt: workflow.end_submit())
    session.submit_failed.connect(lambda request, problem, fields: workflow.end_submit(problem))
    keeper = KeepPending(workflow, session, wanted)
    ended: list[Problem | None] = []
    keeper.ended.connect(ended.append)
    session.start()
    found = Stage(server, session, workflow, keeper, ended)
    try:
        yield found
    finally:
        keeper.stop()
        await session.close()
        workers.close()


def test_as_many_wait_as_were_asked_for(run: Any) -> None:
    async def keep() -> None:
        async with stage(3) as here:
            here.keeper.start()
            await here.until(lambda: here.keeper.waiting == 3)
            assert here.backend.sent == 3
            here.backend.end()
            await here.until(lambda: here.backend.sent == 4)
            await here.until(lambda: here.keeper.made == 4)
            assert here.keeper.waiting == 3
            here.keeper.stop()
            here.backend.end()
            await here.until(lambda: len(list(here.session.queue.pending)) == 2)
            assert here.backend.sent == 4
            assert here.ended == [None]

    run(keep())


def test_it_waits_for_the_connection_and_goes_on(run: Any) -> None:
    async def keep() -> None:
        async with stage(2) as here:
            here.keeper.start()
            await here.until(lambda: here.keeper.waiting == 2)
            here.backend.say(Lost(Problem("connection_lost"), 0.01))
            await here.until(lambda: here.keeper.held is not None)
            assert here.keeper.held == Problem("not_connected")
            for job_id, job in here.backend.queue.items():
                here.backend.queue[job_id] = replace(job, state=JobState.COMPLETED)
            await here.until(lambda: here.keeper.made == 4)
            assert here.backend.sent == 4

    run(keep())


@pytest.mark.parametrize("taken", [True, False])
def test_a_lost_answer_never_submits_twice(run: Any, taken: bool) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            here.backend.lose = [(Unconfirmed("", url="http://lab"), taken)]
            if taken:
                here.backend.room = 1
            tell = here.backend.say
            here.backend.say = lambda *updates: None  # type: ignore[method-assign]
            here.keeper.start()
            await here.until(lambda: here.keeper.held == Problem("keep_unconfirmed"))
            assert here.backend.sent == 1
            here.backend.say = tell  # type: ignore[method-assign]
            here.backend.say(Lost(Problem("connection_lost"), 0.01))
            await here.until(lambda: here.keeper.made == 1 and here.keeper.held is None)
            assert here.backend.sent == (1 if taken else 2)
            assert len(here.backend.queue) == 1
            assert here.keeper.waiting == 1

    run(keep())


def test_what_was_surely_not_taken_is_tried_again_later(run: Any) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            here.backend.lose = [(Unreachable("", url="http://lab"), False)]
            here.keeper.start()
            await here.until(lambda: here.keeper.held is not None and here.backend.sent == 1)
            assert here.keeper._retry.isActive()
            here.session.queue.counts_changed.emit()
            assert here.backend.sent == 1
            here.keeper._retry.start(0)
            await here.until(lambda: here.keeper.made == 1)
            assert here.backend.sent == 2

    run(keep())


def test_a_refusal_stops_it(run: Any) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            here.backend.lose = [(Rejected("", reason="no"), False)]
            here.keeper.start()
            await here.until(lambda: here.ended)
            assert here.ended[0] is not None
            assert here.ended[0].code == "rejected"
            assert here.backend.sent == 1

    run(keep())


def test_items_that_keep_failing_stop_it(run: Any) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            here.keeper.start()
            for number in range(5):
                await here.until(lambda number=number: here.keeper.made == number + 1)
                await here.until(lambda: here.keeper.waiting == 1)
                here.backend.end(JobState.FAILED)
            await here.until(lambda: here.ended)
            assert here.ended == [Problem("keep_failing", {"count": 5})]
            assert here.backend.sent == 5

    run(keep())


def test_a_form_that_is_not_ready_holds_it(run: Any) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            here.workflow.set_value(PROMPT, "")
            here.keeper.start()
            await here.until(lambda: here.keeper.held is not None and here.keeper.held.field_id)
            assert here.backend.sent == 0
            here.workflow.set_value(PROMPT, "a fox")
            await here.until(lambda: here.keeper.made == 1)
            assert here.backend.sent == 1

    run(keep())


def test_a_full_queue_holds_it_until_there_is_room(run: Any) -> None:
    async def keep() -> None:
        async with stage(2) as here:
            here.backend.room = 0
            here.keeper.start()
            await here.until(lambda: here.keeper.held == Problem("keep_queue_full"))
            assert here.backend.sent == 1
            here.backend.room = 5
            here.keeper._retry.start(0)
            await here.until(lambda: here.keeper.waiting == 2)
            assert here.backend.sent == 3

    run(keep())


def test_a_workflow_that_is_closed_is_not_kept(run: Any) -> None:
    async def keep() -> None:
        async with stage(1) as here:
            servers, workflows = Servers(), OpenWorkflows(Tasks())
            keepers = Keepers(workflows, servers, Notices())
            workflow = workflows.open(SERVER, LibrarySource("one", "one"))
            keepers.start(workflow, 2)
            assert keepers.keepers == ()  # its server is not there
            servers.by_id = lambda _: here.session  # type: ignore[method-assign, assignment]
            keepers.start(workflow, 2)
            assert keepers.of(workflow) is not None
            keepers.start(workflow, 5)
            assert [keeper.wanted for keeper in keepers.keepers] == [5]
            workflows.close(workflow)
            assert keepers.keepers == ()

    run(keep())

"""Enqueues jobs of one server again, by a journal: never twice, and nothing is lost."""

from __future__ import annotations

import logging
import sqlite3
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, QueueKeeper, QueueSource, Receipt, Requeuer
from ivk_desktop.api.errors import ApiError, BadAnswer, Busy, ServerFault, Unconfirmed, Unreachable
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.requeue import (
    Move,
    Recipe,
    Step,
    Verdict,
    ended_waiting,
    is_same,
    refusal,
    verdict,
)
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.requeue_journal import Journal, Taken

log = logging.getLogger(__name__)

MOST_BATCHES: Final = 300
"""A recipe holds a whole workflow, and each is a batch of its own to be sent."""
MOST_TRIES: Final = 5
_PASSING: Final = (Unreachable, Busy, ServerFault, BadAnswer)
"""Not taken, but maybe the next time; after a lost answer the server was asked."""


@runtime_checkable
class Requeueing(Backend, QueueSource, Requeuer, Protocol):
    """A server whose jobs can be enqueued again."""


class Refused(Exception):
    """Not done; ``problem`` says why."""

    def __init__(self, problem: Problem, detail: str = "") -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.detail = detail


@dataclass(slots=True)
class _Tally:
    """What a run of moves has come to so far."""

    receipts: list[Receipt] = field(default_factory=list)
    left: int = 0
    stopped: int = 0

    def outcome(self, done: Done) -> Outcome:
        count = sum(receipt.enqueued for receipt in self.receipts)
        short = sum(receipt.requested for receipt in self.receipts) - count
        ids = tuple(job_id for receipt in self.receipts for job_id in receipt.job_ids)
        return Outcome(done, count, self.left, self.stopped, short, ids)


class JobRequeuer(QObject):
    """Moves waiting jobs, and enqueues ended ones again under new ids.

    One at a time: whoever comes second finds the queue as the first has left it. Every method
    may raise ``Refused``, where nothing was done, and ``ApiError``; what was begun then is
    finished by ``recover``.
    """

    submitted = Signal(object, object)
    """The ``SubmitRequest`` of jobs that are enqueued again, and its ``Receipt``."""
    replaced = Signal(object, object)
    """The ``BatchId`` of old jobs and that of the new ones: whose they were, they still are."""
    doubtful = Signal(object)
    """A ``Move`` that the server may have had and dropped since; see ``insist``."""

    def __init__(
        self,
        backend: Requeueing,
        queue: QueueStore,
        journal: Journal,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._queue = queue
        self._journal = journal
        self._asked: set[BatchId] = set()
        self._tries: Counter[BatchId] = Counter()

    # --- what is asked -------------------------------------------------------------------
    async def move(self, job_ids: Sequence[JobId], *, front: bool, strict: bool = False) -> Outcome:
        """Cancel waiting jobs and enqueue them again, at the front or at the end.

        ``job_ids`` are in the order in which they shall run. What has begun, or cannot be enqueued
        again, is let be; with ``strict`` nothing is done then.
        """
        async with self._held():
            moves = await self._plan(job_ids, front, strict)
            tally = _Tally(left=len(job_ids) - sum(len(move.job_ids) for move in moves))
            await self._journal.write(moves)
            await self._go_on(await self._cancel(moves, tally), tally)
            return tally.outcome(Done.MOVED_FIRST if front else Done.MOVED_LAST)

    async def again(
        self, job_ids: Sequence[JobId], *, front: bool = False, only_canceled: bool = False
    ) -> Outcome:
        """Enqueue ended jobs again; with ``only_canceled`` just those that never began."""
        async with self._held():
            jobs = await self._jobs(job_ids)
            wanted = [i for i in job_ids if i in jobs and _may_run(jobs[i], only_canceled)]
            recipes = await self.recipes(wanted)
            return await self._revive(recipes, jobs, front, len(job_ids))

    async def recipes(self, job_ids: Sequence[JobId]) -> list[Recipe]:
        """What jobs run with that are about to be deleted; for ``revive``."""
        recipes = list(await self._backend.recipes(job_ids)) if job_ids else []
        if len(recipes) > MOST_BATCHES:
            raise Refused(Problem("requeue_too_many", {"limit": MOST_BATCHES}))
        return recipes

    async def revive(self, recipes: Sequence[Recipe], *, front: bool = False) -> Outcome:
        """Enqueue again what was deleted."""
        async with self._held():
            return await self._revive(recipes, {}, front, _size(recipes))

    async def recover(self) -> Outcome | None:
        """Finish or undo what a crash or a lost connection has left over.

        Returns what was enqueued, ``None`` where there was nothing to do.
        """
        async with self._held(wait_s=0.0):
            tally = _Tally()
            ready: list[Move] = []
            for move in await self._journal.entries():
                match await self._judged(move):
                    case Verdict.FORGET:
                        await self._journal.drop([move.batch_id])
                    case Verdict.ENQUEUE:
                        ready.append(move)
                    case Verdict.CANCEL:
                        ready += await self._cancel([move], tally)
                    case Verdict.ASK if move.batch_id not in self._asked:
                        self._asked.add(move.batch_id)
                        self.doubtful.emit(move)
            await self._go_on(ready, tally)
            return tally.outcome(Done.FINISHED) if ready else None

    async def insist(self, batch_id: BatchId) -> Outcome:
        """Enqueue a doubtful one, although the server may have had it."""
        async with self._held():
            tally = _Tally()
            entries = await self._journal.entries()
            await self._go_on([move for move in entries if move.batch_id == batch_id], tally)
            return tally.outcome(Done.ENQUEUED_AGAIN)

    # --- planning ------------------------------------------------------------------------
    async def _plan(self, job_ids: Sequence[JobId], front: bool, strict: bool) -> list[Move]:
        """Entries for those of the jobs that wait; all is read before anything is canceled."""
        jobs = await self._jobs(job_ids)
        problems: list[Problem] = []
        waiting: list[JobId] = []
        for job_id in job_ids:
            job = jobs.get(job_id)
            why = refusal(job)
            if why is None and job is not None and job.state is not JobState.PENDING:
                why = Problem("requeue_started")
            if why is None:
                waiting.append(job_id)
            else:
                problems.append(why)
        recipes = await self.recipes(waiting)
        if _size(recipes) < len(waiting):
            problems.append(Problem("requeue_unreadable"))
        if problems and (strict or not recipes):
            raise Refused(problems[0])
        return [_entry(recipe, jobs, front=front, tidy=True) for recipe in recipes]

    async def _jobs(self, job_ids: Sequence[JobId]) -> dict[JobId, Job]:
        return {job.key.job_id: job for job in await self._backend.jobs(job_ids)}

    async def _revive(
        self, recipes: Sequence[Recipe], jobs: Mapping[JobId, Job], front: bool, asked: int
    ) -> Outcome:
        if not recipes:
            raise Refused(Problem("requeue_nothing"))
        moves = [_entry(one, jobs, front=front, step=Step.READY) for one in recipes]
        await self._journal.write(moves)
        tally = _Tally(left=asked - _size(recipes))
        await self._go_on(moves, tally)
        return tally.outcome(Done.ENQUEUED_AGAIN)

    # --- carrying out --------------------------------------------------------------------
    async def _cancel(self, moves: Sequence[Move], tally: _Tally) -> list[Move]:
        """Cancel the old jobs; returns the entries with those that ended without beginning."""
        born = {i: when for move in moves for i, when in zip(move.job_ids, move.born, strict=True)}
        before = [job for job in (await self._jobs(list(born))).values() if _is_one_of(job, born)]
        # Read once more: what has begun by now is let be.
        await self._cancel_jobs([job for job in before if job.state is JobState.PENDING])
        after = [job for job in (await self._jobs(list(born))).values() if _is_one_of(job, born)]
        confirmed = {job.key.job_id for job in after if ended_waiting(job)}
        begun = {job.key.job_id for job in before if job.state is not JobState.PENDING}
        stopped = sum(
            job.state is JobState.CANCELED and job.key.job_id not in confirmed | begun
            for job in after
        )
        tally.stopped += stopped
        tally.left += len(born) - len(confirmed) - stopped
        moves = [replace(_narrowed(move, confirmed), step=Step.READY) for move in moves]
        await self._journal.write([move for move in moves if move.job_ids])
        await self._journal.drop([move.batch_id for move in moves if not move.job_ids])
        return [move for move in moves if move.job_ids]

    async def _cancel_jobs(self, jobs: Sequence[Job]) -> None:
        """Whether a job has ended is read from its record, so that no answer is needed."""
        wanted = Counter(job.batch_id for job in jobs if job.batch_id is not None)
        batches = self._queue.batches
        whole = [i for i, n in wanted.items() if n > 1 and i in batches and batches[i].open == n]
        with suppress(ApiError):
            if whole:
                await self._backend.cancel_batches(whole)
        for job in jobs:
            if job.batch_id not in whole:
                with suppress(ApiError):
                    await self._backend.cancel([job.key.job_id])

    async def _go_on(self, moves: Sequence[Move], tally: _Tally) -> None:
        """Send what is ready; of those for the front the last one first."""
        failed: Exception | None = None
        front = [move for move in moves if move.front]
        for move in [*reversed(front), *(move for move in moves if not move.front)]:
            try:
                receipt = await self._send(move)
            except (ApiError, Refused) as error:
                failed = failed or error
                if isinstance(error, Unreachable | Unconfirmed):
                    break  # the rest is ready, and waits for the server with it
            else:
                tally.receipts.insert(0 if move.front else len(tally.receipts), receipt)
        if failed is not None:
            raise failed

    async def _send(self, move: Move) -> Receipt:
        await self._journal.write([replace(move, step=Step.SENT)])
        request = self._backend.request_again(
            move.recipe, move.job_ids, move.batch_id, front=move.front
        )
        try:
            receipt = await self._backend.submit(request)
        except Unconfirmed:
            raise  # it may be there: looked up when the server answers again
        except ApiError as error:
            await self._not_taken(move, error)
            raise
        await self._journal.drop([move.batch_id])
        self.submitted.emit(request, receipt)
        if move.recipe.batch_id is not None:
            self.replaced.emit(move.recipe.batch_id, move.batch_id)
        if move.tidy:
            await self._tidy(move.job_ids[: receipt.enqueued])
        return receipt

    async def _not_taken(self, move: Move, error: ApiError) -> None:
        """Try again later, but not for ever."""
        self._tries[move.batch_id] += 1
        passes = isinstance(error, Unreachable) or self._tries[move.batch_id] < MOST_TRIES
        if isinstance(error, _PASSING) and passes:
            await self._journal.write([replace(move, step=Step.READY)])
            return
        await self._journal.drop([move.batch_id])
        reason = str(error.problem.args.get("reason", "")) or error.problem.code
        args: dict[str, str | int | float] = {"count": len(move.job_ids), "reason": reason}
        raise Refused(Problem("requeue_refused", args), error.detail) from error

    async def _tidy(self, job_ids: Sequence[JobId]) -> None:
        """The old rows of moved jobs would stand there as canceled."""
        if isinstance(self._backend, QueueKeeper):
            try:
                await self._backend.delete_jobs(job_ids)
            except ApiError as error:
                log.info("old items stay in the queue: %s", error)

    async def _judged(self, move: Move) -> Verdict:
        taken = await self._backend.batch_size(move.batch_id)
        old: Mapping[JobId, Job] = {}
        if not taken and move.step is not Step.READY:
            old = await self._jobs(move.job_ids)
        return verdict(move, taken, old)

    @asynccontextmanager
    async def _held(self, wait_s: float = 10.0) -> AsyncIterator[None]:
        """Hold the journal; what goes wrong with it is a refusal."""
        try:
            async with self._journal.held(wait_s):
                yield
        except Taken as error:
            raise Refused(Problem("requeue_busy")) from error
        except sqlite3.Error as error:
            raise Refused(Problem("requeue_not_kept", {"reason": str(error)})) from error


def _may_run(job: Job, only_canceled: bool) -> bool:
    if refusal(job) is not None:
        return False
    return ended_waiting(job) if only_canceled else job.state.ended


def _is_one_of(job: Job, born: Mapping[JobId, float | None]) -> bool:
    return is_same(job, born[job.key.job_id])


def _size(recipes: Sequence[Recipe]) -> int:
    return sum(len(recipe.job_ids) for recipe in recipes)


def _entry(
    recipe: Recipe,
    jobs: Mapping[JobId, Job],
    *,
    front: bool,
    tidy: bool = False,
    step: Step = Step.MEANT,
) -> Move:
    known = [jobs.get(job_id) for job_id in recipe.job_ids]
    title = next((job.title for job in known if job is not None and job.title), recipe.title)
    return Move(
        BatchId(str(uuid.uuid4())),
        replace(recipe, title=title),
        recipe.job_ids,
        tuple(job.created_at if job is not None else None for job in known),
        front,
        tidy,
        step,
    )


def _narrowed(move: Move, confirmed: set[JobId]) -> Move:
    """The entry with the confirmed jobs alone."""
    kept = [n for n, job_id in enumerate(move.job_ids) if job_id in confirmed]
    return replace(
        move,
        job_ids=tuple(move.job_ids[n] for n in kept),
        born=tuple(move.born[n] for n in kept),
    )

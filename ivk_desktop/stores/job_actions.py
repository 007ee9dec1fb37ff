"""What can be done to the queue of one server; each action tells what it came to."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.abilities import Skipper
from ivk_desktop.api.backend import Backend, QueueKeeper, QueueSource, Requeuer
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.jobs import BatchId, JobId, JobState
from ivk_desktop.domain.outcomes import Done, Outcome
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.requeue import REORDER_WITHIN, Recipe, leads, placed, refusal
from ivk_desktop.domain.updates import JobsAdded, QueueSnapshot, Update
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.requeue_journal import Journal
from ivk_desktop.stores.requeuer import MOST_BATCHES, JobRequeuer, Refused, Requeueing
from ivk_desktop.tasks import Tasks

RETRY_MS: Final = 5_000
"""Before what the server did not take is tried again; doubles up to ``RETRY_MOST_MS``."""
RETRY_MOST_MS: Final = 60_000
MOST_GRAPHS: Final = 20
READ_AT_ONCE: Final = 1000
"""So many records are entered at once: the loop also paints."""
RETRIABLE: Final = frozenset({JobState.FAILED, JobState.CANCELED})

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Undoable:
    """Waiting jobs that were canceled or deleted just now, and how to enqueue them again."""

    count: int
    undo: Callable[[], None]


class JobActions(QObject):
    """Carries out what is asked for; returns at once, tells by signals and notices.

    Args:
        backend: the server.
        queue: its jobs.
        tasks: runs the requests.
        notices: where problems are told.
        journal: keeps what is enqueued again.
        is_live: whether the jobs are known as they are now.
        parent: the session.
    """

    told = Signal(object, object)
    """The ``Outcome`` of an action, and an ``Undoable`` or ``None``."""
    not_retried = Signal(object)
    """A list of ``JobId`` that were to be retried and cannot be: gone, or refused here."""
    found = Signal(object)
    """The ``JobUpdate`` of a job that was let go and has been found again."""
    graph_read = Signal(str)
    """The graphs that were asked for, as JSON text."""

    def __init__(
        self,
        backend: Backend,
        queue: QueueStore,
        tasks: Tasks,
        notices: Notices,
        journal: Journal,
        is_live: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self._queue = queue
        self._tasks = tasks
        self._notices = notices
        self._is_live = is_live
        self._retried: set[JobId] = set()
        self._source = backend if isinstance(backend, QueueSource) else None
        self._keeper = backend if isinstance(backend, QueueKeeper) else None
        self.requeuer = (
            JobRequeuer(backend, queue, journal, self) if isinstance(backend, Requeueing) else None
        )
        self._retry_ms = RETRY_MS
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._recover)

    @property
    def can_tidy(self) -> bool:
        """Whether this kind of server can retry, clear, prune and delete."""
        return self._keeper is not None

    @property
    def can_requeue(self) -> bool:
        """Whether this kind of server can run again, and run next and last."""
        return self.requeuer is not None

    def apply(self, update: Update) -> None:
        """A queue that was just read: finish what was left over."""
        if isinstance(update, QueueSnapshot):
            self._recover()

    # --- cancel, with undo ---------------------------------------------------------------
    def cancel(self, job_ids: Sequence[JobId]) -> None:
        """Cancel these jobs."""
        self._cancel(self._backend.cancel, job_ids)

    def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        """Cancel all open jobs of these batches, each call for all of them."""
        if (source := self._source) is not None:
            self._start(self._cancel_batches(source, batch_ids), f"cancel batch {batch_ids}")

    def cancel_pending(self) -> None:
        """Cancel everything that waits; running jobs go on."""
        if (source := self._source) is not None:
            self._start(self._cancel_pending(source), "cancel pending")

    def _cancel(
        self, call: Callable[[Sequence[JobId]], Awaitable[None]], job_ids: Sequence[JobId]
    ) -> None:
        self._start(self._canceled(lambda: call(job_ids), job_ids), f"cancel {','.join(job_ids)}")

    async def _cancel_batches(self, source: QueueSource, batch_ids: Sequence[BatchId]) -> None:
        await self._know_pending()
        batches = [self._queue.batches.get(batch_id) for batch_id in batch_ids]
        ids = [job_id for batch in batches if batch is not None for job_id in batch.ranks]
        await self._canceled(lambda: source.cancel_batches(batch_ids), ids)

    async def _cancel_pending(self, source: QueueSource) -> None:
        await self._know_pending()
        await self._canceled(source.cancel_pending, list(self._queue.pending))

    async def _canceled(
        self, call: Callable[[], Awaitable[None]], job_ids: Sequence[JobId]
    ) -> None:
        """What waits now is what can be enqueued again; its place is judged before it is gone."""
        jobs = self._queue.jobs
        opened = [i for i in job_ids if i not in jobs or not jobs[i].state.ended]
        waiting = self.pending_ids(opened)
        front = leads(self.pending_ids(), waiting)
        await call()
        offer = None
        if (requeuer := self.requeuer) is not None and waiting:
            offer = Undoable(
                len(waiting),
                lambda: self._requeue(
                    requeuer.again(waiting, front=front, only_canceled=True), "undo"
                ),
            )
        self.told.emit(Outcome(Done.CANCELED, len(opened)), offer)

    # --- tidy ----------------------------------------------------------------------------
    def delete(self, job_ids: Sequence[JobId]) -> None:
        """Delete jobs from the server's list; what waits can be enqueued again for a while."""
        if (keeper := self._keeper) is not None:
            self._start(
                self._deleted(lambda: keeper.delete_jobs(job_ids), job_ids, Done.DELETED),
                f"delete {','.join(job_ids)}",
            )

    def clear(self) -> None:
        """Cancel what runs and delete all jobs."""
        if (keeper := self._keeper) is not None:
            self._start(self._deleted(keeper.clear, None, Done.CLEARED), "clear")

    async def _deleted(
        self, call: Callable[[], Awaitable[int]], job_ids: Sequence[JobId] | None, done: Done
    ) -> None:
        """What is gone cannot be read any more: what waits is read before."""
        await self._know_pending()
        waiting = self.pending_ids(job_ids)
        front = leads(self.pending_ids(), waiting)
        recipes: list[Recipe] = []
        if self.requeuer is not None and self.can_undo(waiting):
            recipes = await self.requeuer.recipes(waiting)
        outcome, offer = Outcome(done, await call()), None
        if (requeuer := self.requeuer) is not None and recipes:
            offer = Undoable(
                sum(len(recipe.job_ids) for recipe in recipes),
                lambda: self._requeue(requeuer.revive(recipes, front=front), "undo"),
            )
        self.told.emit(outcome, offer)

    def can_undo(self, job_ids: Collection[JobId] | None = None) -> bool:
        """Whether those of these jobs (or of all) that wait could be enqueued again at once."""
        if self.requeuer is None:
            return False
        ids = self.pending_ids(job_ids)
        return len({self._queue.jobs[job_id].batch_id for job_id in ids}) <= MOST_BATCHES

    def prune(self) -> None:
        """Delete all jobs that have ended."""
        if (keeper := self._keeper) is not None:
            self._start(self._prune(keeper), "prune")

    async def _prune(self, keeper: QueueKeeper) -> None:
        self.told.emit(Outcome(Done.PRUNED, await keeper.prune()), None)

    def set_paused(self, paused: bool) -> None:
        """Let the server take no new job, or go on."""
        if (source := self._source) is not None:
            self._start(self._set_paused(source, paused), "pause")

    async def _set_paused(self, source: QueueSource, paused: bool) -> None:
        await source.set_paused(paused)
        done = Done.PAUSED if paused else Done.RESUMED
        self.told.emit(Outcome(done, self._queue.counts.pending), None)

    # --- again ---------------------------------------------------------------------------
    def retry(self, job_ids: Sequence[JobId]) -> None:
        """Enqueue those of these jobs anew that have failed or were canceled.

        ``not_retried`` tells which of them are not even asked for.
        """
        jobs = self._queue.jobs
        ids = [i for i in job_ids if i in jobs and jobs[i].state in RETRIABLE]
        if left := [i for i in job_ids if i not in jobs or jobs[i].state not in RETRIABLE]:
            self.not_retried.emit(left)
            if not ids:
                self._tell(Problem("retry_gone"))
        if (keeper := self._keeper) is not None and ids:
            self._start(self._retry_jobs(keeper, ids), f"retry {','.join(ids)}")

    def retry_failed(self) -> None:
        """Enqueue all jobs anew that have failed, and were not retried from here already."""
        if (keeper := self._keeper) is not None:
            self._start(self._retry_failed(keeper), "retry failed")

    async def _retry_failed(self, keeper: QueueKeeper) -> None:
        known = sum(job.state is JobState.FAILED for job in self._queue.jobs.values())
        if known < self._queue.counts.failed:
            await self._know_all()
        if ids := self.failed_ids():
            await self._retry_jobs(keeper, ids)
        else:
            raise Refused(Problem("retry_nothing"))

    async def _retry_jobs(self, keeper: QueueKeeper, job_ids: Sequence[JobId]) -> None:
        able = [i for i in job_ids if refusal(self._queue.jobs[i]) is None]
        if len(able) < len(job_ids):
            self.not_retried.emit([i for i in job_ids if i not in able])
        if not able:
            raise Refused(refusal(self._queue.jobs[job_ids[0]]) or Problem("requeue_nothing"))
        self._retried.update(able)
        number = await keeper.retry(able)
        self.told.emit(Outcome(Done.RETRIED, number, left=len(job_ids) - number), None)

    def failed_ids(self) -> list[JobId]:
        """The known failed jobs that were not retried from here."""
        return [
            job_id
            for job_id, job in self._queue.jobs.items()
            if job.state is JobState.FAILED and job_id not in self._retried and not job.private
        ]

    def run_again(self, job_ids: Sequence[JobId]) -> None:
        """Enqueue jobs that have ended once more, with what they ran with."""
        if self.requeuer is not None:
            self._requeue(self.requeuer.again(job_ids), "again")

    # --- order ---------------------------------------------------------------------------
    def run_first(self, job_ids: Collection[JobId]) -> None:
        """Put waiting jobs before all others, in the order in which they stand."""
        self._move(job_ids, front=True)

    def run_last(self, job_ids: Collection[JobId]) -> None:
        """Put waiting jobs behind all others, in the order in which they stand."""
        self._move(job_ids, front=False)

    def place(self, job_ids: Collection[JobId], before: JobId | None) -> None:
        """Put waiting jobs before another one, within the first ``REORDER_WITHIN``."""
        if self._may_move(job_ids) and self.requeuer is not None:
            self._requeue(self._place(self.requeuer, job_ids, before), "place")

    def _move(self, job_ids: Collection[JobId], *, front: bool) -> None:
        ordered = self.pending_ids(job_ids)
        if self._may_move(job_ids) and self.requeuer is not None:
            self._requeue(self.requeuer.move(ordered or tuple(job_ids), front=front), "move")

    async def _place(
        self, requeuer: JobRequeuer, job_ids: Collection[JobId], before: JobId | None
    ) -> Outcome | None:
        await self._know_pending()
        front = placed(self.pending_ids(), job_ids, before)
        if front is None:
            raise Refused(Problem("reorder_within", {"limit": REORDER_WITHIN}))
        return await requeuer.move(front, front=True, strict=True) if front else None

    def _may_move(self, job_ids: Collection[JobId]) -> bool:
        """What is not known as it is now is not moved."""
        if not self._is_live() or not self._queue.is_loaded:
            self._tell(Problem("not_connected"))
            return False
        if any(self._queue.is_stale(job_id) for job_id in job_ids):
            self._tell(Problem("requeue_stale"))
            return False
        return True

    def pending_ids(self, among: Collection[JobId] | None = None) -> list[JobId]:
        """The known jobs that wait to be run, in run order."""
        jobs, wanted = self._queue.jobs, None if among is None else set(among)
        return [
            job_id
            for job_id in self._queue.pending
            if jobs[job_id].state is JobState.PENDING and (wanted is None or job_id in wanted)
        ]

    # --- what was let go, what is not wanted --------------------------------------------
    @property
    def can_skip(self) -> bool:
        """Whether a running job can leave out a picture."""
        return isinstance(self._backend, Skipper)

    def find_again(self, job_ids: Sequence[JobId]) -> None:
        """Look what became of jobs that were let go; ``found`` follows for each that is."""
        self._start(self._find_again(job_ids), f"find {','.join(job_ids)}")

    async def _find_again(self, job_ids: Sequence[JobId]) -> None:
        missing = 0
        for job_id in job_ids:
            update = await self._backend.reconcile(job_id)
            if update.state is JobState.DETACHED:
                missing += 1
            else:
                self.found.emit(update)
        if missing:
            raise Refused(Problem("not_found_yet"))

    def skip(self, job_ids: Sequence[JobId]) -> None:
        """Let running jobs go on to their next picture."""
        if isinstance(self._backend, Skipper):
            self._start(self._skip(self._backend, job_ids), f"skip {','.join(job_ids)}")

    async def _skip(self, backend: Skipper, job_ids: Sequence[JobId]) -> None:
        for job_id in job_ids:
            await backend.skip(job_id)

    # --- graphs --------------------------------------------------------------------------
    def read_graphs(self, job_ids: Sequence[JobId]) -> None:
        """Read the graph of a job, or of up to ``MOST_GRAPHS``; ``graph_read`` follows."""
        if isinstance(self._backend, Requeuer):
            self._start(self._read_graphs(self._backend, job_ids[:MOST_GRAPHS]), "graph")

    async def _read_graphs(self, requeuer: Requeuer, job_ids: Sequence[JobId]) -> None:
        graphs = [await requeuer.job_graph(job_id) for job_id in job_ids]
        found = graphs[0] if len(graphs) == 1 else graphs
        self.graph_read.emit(json.dumps(found, indent=2, ensure_ascii=False))

    # --- left over -----------------------------------------------------------------------
    def insist(self, batch_id: BatchId) -> None:
        """Enqueue what may have been taken and dropped already."""
        if self.requeuer is not None:
            self._requeue(self.requeuer.insist(batch_id), "insist")

    def _recover(self) -> None:
        if self.requeuer is not None:
            self._tasks.start(self._recovered(self.requeuer), "recover requeues")

    async def _recovered(self, requeuer: JobRequeuer) -> None:
        if not self._is_live():
            return  # the next connection begins with a queue that was just read
        try:
            outcome = await requeuer.recover()
        except Refused as error:
            if error.problem.code != "requeue_busy":
                self._tell(error.problem, error.detail)
        except ApiError:
            self._recover_later()
        else:
            self._retry_ms = RETRY_MS
            if outcome is not None:
                self.told.emit(outcome, None)

    def _recover_later(self) -> None:
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, RETRY_MOST_MS)

    # --- inside --------------------------------------------------------------------------
    def _requeue(self, coro: Coroutine[Any, Any, Outcome | None], name: str) -> None:
        """One is worked off after the other, and none is refused for its name."""
        self._tasks.start(self._requeued(coro), f"{name} {next(_numbers)}")

    async def _requeued(self, coro: Coroutine[Any, Any, Outcome | None]) -> None:
        try:
            outcome = await coro
        except Refused as error:
            self._tell(error.problem, error.detail)
        except ApiError as error:
            self._tell(error.problem, error.detail)
            self._recover_later()
        else:
            if outcome is not None:
                self.told.emit(outcome, None)

    def _start(self, coro: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.start(self._reported(coro), name)

    async def _reported(self, coro: Coroutine[Any, Any, None]) -> None:
        try:
            await coro
        except (ApiError, Refused) as error:
            self._tell(error.problem, error.detail)

    def _tell(self, problem: Problem, detail: str = "") -> None:
        key = f"asked:{self._queue.server_id}:{problem.code}"
        self._notices.problem(problem, detail=detail, key=key)

    async def _know_pending(self) -> None:
        """Read the records that lack or are not sure, if some of them wait."""
        stale = any(map(self._queue.is_stale, self._queue.pending))
        if stale or len(self.pending_ids()) < self._queue.counts.pending:
            await self._know_all()
        if self._source is not None and len(self.pending_ids()) < self._queue.counts.pending:
            # Taken just now: the list of ids has not come yet.
            new = await self._source.jobs_beyond(set(self._queue.ids))
            self._queue.apply(JobsAdded(tuple(new)))

    async def _know_all(self) -> None:
        queue = self._queue
        if self._source is not None:
            unsure = [i for i in queue.ids if i not in queue.jobs or queue.is_stale(i)]
            for start in range(0, len(unsure), READ_AT_ONCE):
                page = unsure[start : start + READ_AT_ONCE]
                queue.apply(JobsAdded(tuple(await self._source.jobs(page))))

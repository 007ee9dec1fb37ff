"""Keeps items of a workflow waiting in its server's queue, until it is stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.jobs import BatchId, JobId, JobState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.batches import PENDING

if TYPE_CHECKING:
    from ivk_desktop.api.backend import Receipt
    from ivk_desktop.domain.form import SubmitRequest
    from ivk_desktop.stores.open_workflow import OpenWorkflow
    from ivk_desktop.stores.session import ServerSession

MOST_FAILED: Final = 5
"""After that many failed items in a row it stops by itself."""
NOT_TAKEN: Final = frozenset(
    {
        "unreachable",
        "name_not_found",
        "refused",
        "timed_out",
        "connection_lost",
        "busy",
        "server_fault",
        "bad_answer",
    }
)
"""Why a submission was surely not taken, and may be made again later.

After an answer that was lost, these are told only once the server was asked and does not have it;
``unconfirmed`` is what is told otherwise.
"""
RETRY_MS: Final = 5_000
"""Before a submission that was not taken is made again; doubles up to ``RETRY_MOST_MS``."""
RETRY_MOST_MS: Final = 60_000
NOT_CONNECTED: Final = Problem("not_connected")
QUEUE_FULL: Final = Problem("keep_queue_full")
UNCONFIRMED: Final = Problem("keep_unconfirmed")


class KeepPending(QObject):
    """Submits the workflow, with its values as they are then, while fewer items than wanted wait.

    One submission is under way at a time. What the server took is known by the receipt; where the
    answer was lost, nothing is sent until a queue that was read after a new connection shows
    whether it was taken.
    """

    changed = Signal()
    submitted = Signal(object)
    """A ``SubmitRequest`` that was made, before it is sent."""
    ended = Signal(object)
    """It stopped by itself, for the ``Problem``; or it was stopped, for ``None``."""

    def __init__(
        self,
        workflow: OpenWorkflow,
        session: ServerSession,
        wanted: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workflow = workflow
        self.wanted = wanted
        self.made = 0
        """How many items were enqueued so far."""
        self.held: Problem | None = None
        """Why nothing is submitted just now."""
        self.running = False
        self._session = session
        self._sent: BatchId | None = None
        self._doubtful: SubmitRequest | None = None
        self._reads_before: int | None = None
        """How many times the queue had been read when the connection was lost after a doubt."""
        self._busy = False
        self._retry_ms = RETRY_MS
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._tend)
        self._open: dict[JobId, bool] = {}
        """The items that have not ended, and whether the queue has shown them."""
        self._failed = 0

    # --- begin and end -------------------------------------------------------------------
    def start(self) -> None:
        """Begin."""
        self.running = True
        session, workflow = self._session, self.workflow
        session.submitted.connect(self._submitted)
        session.submit_failed.connect(self._submit_failed)
        session.link_changed.connect(self._link_changed)
        session.queue.changed.connect(self._tend)
        session.queue.counts_changed.connect(self._tend)
        session.queue.reset.connect(self._queue_reset)
        workflow.changed.connect(self._tend)
        workflow.readiness_changed.connect(self._tend)
        self._tend()

    def stop(self, problem: Problem | None = None) -> None:
        """End; what waits goes on waiting."""
        if not self.running:
            return
        self.running = False
        self._retry.stop()
        session, workflow = self._session, self.workflow
        session.submitted.disconnect(self._submitted)
        session.submit_failed.disconnect(self._submit_failed)
        session.link_changed.disconnect(self._link_changed)
        session.queue.changed.disconnect(self._tend)
        session.queue.counts_changed.disconnect(self._tend)
        session.queue.reset.disconnect(self._queue_reset)
        workflow.changed.disconnect(self._tend)
        workflow.readiness_changed.disconnect(self._tend)
        self.ended.emit(problem)
        self.changed.emit()

    @property
    def waiting(self) -> int:
        """How many of its items wait."""
        return sum(self._waits(job_id) for job_id in self._open)

    def _waits(self, job_id: JobId) -> bool:
        job = self._session.queue.jobs.get(job_id)
        return job is None or job.state in PENDING

    # --- what happens --------------------------------------------------------------------
    def _tend(self) -> None:
        """Look at the queue, and submit where too few wait."""
        if not self.running or self._busy:
            return
        self._busy = True  # what is done here is told to all, and so comes back here
        try:
            self._look()
            held = self._obstacle()
            if self._failed >= MOST_FAILED:
                self.stop(Problem("keep_failing", {"count": MOST_FAILED}))
            elif held is None and self._sent is None and self.waiting < self.wanted:
                self._submit()
            else:
                self._hold(held)
        finally:
            self._busy = False

    def _look(self) -> None:
        """Take in what became of the items."""
        queue = self._session.queue
        for job_id, seen in list(self._open.items()):
            job = queue.jobs.get(job_id)
            if queue.rank(job_id) is None:
                if seen:
                    del self._open[job_id]
            elif job is not None and job.state.ended:
                del self._open[job_id]
                failed = job.state is JobState.FAILED
                self._failed = self._failed + 1 if failed else 0
            else:
                self._open[job_id] = True

    def _obstacle(self) -> Problem | None:
        if not self._session.link.connected or not self._session.queue.is_loaded:
            return NOT_CONNECTED
        if self._doubtful is not None and not self._settled(self._doubtful):
            return UNCONFIRMED
        if self._retry.isActive():
            return self.held
        return None

    def _settled(self, request: SubmitRequest) -> bool:
        """Whether it is known what became of a submission whose answer was lost."""
        queue, before = self._session.queue, self._reads_before
        batches = [queue.batches.get(part.batch_id) for part in request.parts]
        found = [job_id for batch in batches if batch is not None for job_id in batch.ranks]
        if not found and (before is None or queue.reads <= before):
            return False  # the queue may yet show it
        self._open |= dict.fromkeys(found, True)
        self.made += len(found)
        self._doubtful = self._reads_before = None
        return True

    def _submit(self) -> None:
        workflow = self.workflow
        if workflow.submitting:
            return
        request = workflow.begin_submit(replace(workflow.options, front=False), settle=False)
        if request is None:
            problems = workflow.readiness.problems
            problem = problems[0] if problems else workflow.submit_problem
            self._hold(problem or NOT_CONNECTED)
            return
        self._sent = request.batch_id
        self.held = None
        self.submitted.emit(request)
        self._session.submit(request)
        self.changed.emit()

    def _hold(self, problem: Problem | None) -> None:
        self.held = problem
        self.changed.emit()

    def _submitted(self, request: SubmitRequest, receipt: Receipt) -> None:
        if request.batch_id != self._sent:
            return
        self._sent = None
        self.made += receipt.enqueued
        rank = self._session.queue.rank
        self._open |= {job_id: rank(job_id) is not None for job_id in receipt.job_ids}
        if receipt.enqueued < receipt.requested:
            self._later(QUEUE_FULL)
        else:
            self._retry_ms = RETRY_MS
            self._tend()

    def _later(self, problem: Problem) -> None:
        """Submit nothing for a while."""
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, RETRY_MOST_MS)
        self._hold(problem)

    def _submit_failed(
        self, request: SubmitRequest, problem: Problem, _fields: tuple[Problem, ...]
    ) -> None:
        if request.batch_id != self._sent:
            return
        self._sent = None
        if problem.code == "unconfirmed":
            self._doubtful, self._reads_before = request, None
            self._note_reads()
            self._tend()
        elif problem.code in NOT_TAKEN and not request.rest:
            self._later(problem)
        else:
            self.stop(problem)

    def _link_changed(self) -> None:
        self._note_reads()
        self._tend()

    def _note_reads(self) -> None:
        """What is read after a loss is read over a new connection."""
        if not self._session.link.connected and self._reads_before is None:
            self._reads_before = self._session.queue.reads if self._doubtful else None

    def _queue_reset(self) -> None:
        """The queue was read anew: what it does not show is gone."""
        for job_id in [i for i in self._open if self._session.queue.rank(i) is None]:
            del self._open[job_id]
        self._tend()

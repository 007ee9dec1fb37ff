"""The queue of one server: every job it lists, and what is known of each."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import QueueSource
from ivk_desktop.domain.jobs import (
    UNSET,
    BatchId,
    Job,
    JobId,
    JobState,
    JobUpdate,
    QueueCounts,
    reduce_job,
)
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import (
    CountsChanged,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    QueueSnapshot,
    Update,
)
from ivk_desktop.stores.batches import PENDING, RUNNING, Batch, Tallies, moved
from ivk_desktop.stores.bulk import uncollected
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.records import PAGE, Records
from ivk_desktop.tasks import Tasks

SAME_JOB_S: Final = 0.5
"""Records of one id whose creation differs by more are two jobs of a wiped database."""
_KEPT: Final = ("title", "inputs", "outputs", "error", "device", "user", "queue_position")
"""What a record may lack and something else has told."""
RESET_FROM: Final = 500
"""A snapshot that differs in more rows is told as a reset."""


@dataclass(frozen=True, slots=True)
class QueueDelta:
    """What changed since the last signal. No id is in two of the three."""

    server_id: ServerId
    inserted: tuple[JobId, ...] = ()
    removed: tuple[JobId, ...] = ()
    changed: tuple[JobId, ...] = ()
    batches: tuple[BatchId, ...] = ()
    """All batches that one of these is or was in."""


class QueueStore(QObject):
    """Owns the jobs of one server.

    Every id of the server's queue has a *rank* that never changes: a higher one came later. A
    record is known for some ids only; ``want`` asks for those of visible rows.

    Args:
        server_id: the server.
        source: where records are read, or ``None`` for a server whose updates tell all.
        tasks: runs the requests.
    """

    changed = Signal(object)
    """A ``QueueDelta``: at once, then at most once a frame; a job's end is told at once."""
    counts_changed = Signal()
    reset = Signal()
    """The queue is another one: a first snapshot, or one after a reconnect that differs much."""

    def __init__(
        self,
        server_id: ServerId,
        source: QueueSource | None,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.server_id = server_id
        self.counts = QueueCounts()
        self.is_loaded = False
        """A snapshot has come."""
        self.reads = 0
        """How many snapshots have come."""
        self._ranks: dict[JobId, int] = {}
        self._next_rank = 1
        self._jobs: dict[JobId, Job] = {}
        self._running: dict[JobId, None] = {}
        self._pending: list[tuple[int, int, JobId]] = []
        self._tallies = Tallies()
        self._stale: set[JobId] = set()
        self._detailed: set[JobId] = set()
        self._inserted: dict[JobId, None] = {}
        self._removed: dict[JobId, None] = {}
        self._changed: dict[JobId, None] = {}
        self._batches: dict[BatchId, None] = {}
        self._flush = Flush(self._tell, self)
        self._records = Records(source, tasks, self._take_records, self._take_details)

    # --- what is known -------------------------------------------------------------------
    @property
    def jobs(self) -> Mapping[JobId, Job]:
        """The known records by id."""
        return self._jobs

    @property
    def ids(self) -> Iterator[JobId]:
        """All ids in the server's order, newest first."""
        return reversed(self._ranks)

    def ranked(self) -> Iterator[tuple[JobId, int]]:
        """All ids with their ranks, newest first."""
        return reversed(self._ranks.items())

    def __len__(self) -> int:
        return len(self._ranks)

    def rank(self, job_id: JobId) -> int | None:
        """The place of a job in the server's order, or ``None`` for one that is not listed."""
        return self._ranks.get(job_id)

    @property
    def batches(self) -> Mapping[BatchId, Batch]:
        """The batches of the known records."""
        return self._tallies.batches

    @property
    def pending_titles(self) -> Mapping[str, int]:
        """How many known jobs wait, by title."""
        return self._tallies.pending_titles

    @property
    def running(self) -> Sequence[JobId]:
        """The jobs that run now, the one that started first in front."""
        return tuple(self._running)

    @property
    def pending(self) -> Iterator[JobId]:
        """The known jobs that wait, in run order."""
        return (job_id for _, _, job_id in self._pending)

    def pending_before(self, job: Job) -> int:
        """How many known jobs run before this one, in about the server's order."""
        return bisect_left(self._pending, self._pending_key(job))

    def is_stale(self, job_id: JobId) -> bool:
        """Whether the record is from before the last reconnect and was not confirmed since."""
        return job_id in self._stale

    # --- what comes in -------------------------------------------------------------------
    def apply(self, update: Update) -> None:
        """Take in one update of the server; kinds that do not concern the queue are passed."""
        if isinstance(update, JobChanged):
            self._job_changed(update.update)
        elif isinstance(update, CountsChanged):
            self._set_counts(update.counts)
        elif isinstance(update, JobsAdded):
            for job in update.jobs:
                self._put(self._merged(job, may_go_back=False))
            self._flush.mark()
        elif isinstance(update, JobsRemoved):
            for job_id in update.ids:
                self._drop(job_id)
            self._flush.mark()
        elif isinstance(update, QueueSnapshot):
            with uncollected():
                self._snapshot(update)

    def want(self, ids: Iterable[JobId]) -> None:
        """Rows of these ids are in view: read what they lack.

        Missing records are read a page at a time, with their neighbours; titles and results of
        ended jobs one by one.
        """
        missing = [i for i in ids if i in self._ranks and (i not in self._jobs or i in self._stale)]
        if missing:
            self._records.want_jobs(self._with_neighbours(missing))
        ended = [i for i in ids if self._lacks_details(i)]
        if ended:
            self._detailed.update(ended)
            self._records.want_details(ended)

    # --- inside --------------------------------------------------------------------------
    def _job_changed(self, update: JobUpdate) -> None:
        job_id = update.key.job_id
        before = self._jobs.get(job_id)
        if before is not None and self._is_another(before, update):
            before = None
        known = before if before is not None else Job(update.key)
        after = reduce_job(known, update)
        if after == known and before is not None:
            return
        self._put(after)
        self._flush.mark()
        if after.state.ended and (before is None or not before.state.ended):
            self._flush.now()

    @staticmethod
    def _is_another(before: Job, after: Job | JobUpdate) -> bool:
        new, old = after.created_at, before.created_at
        if new is UNSET or new is None or old is None:
            return False
        return abs(float(new) - old) > SAME_JOB_S

    def _put(self, job: Job, *, counted: bool = True) -> None:
        """Enter a record, known or new.

        ``counted`` moves the counts until the server tells its own; a job that is new waits for
        those, which may have it already.
        """
        job_id = job.key.job_id
        before = self._jobs.get(job_id)
        if before == job:
            self._stale.discard(job_id)
            return
        if before is not None and self._is_another(before, job):
            self._detailed.discard(job_id)
        is_new = job_id not in self._ranks
        if is_new:
            self._ranks[job_id] = self._next_rank
            self._next_rank += 1
            self._removed.pop(job_id, None)
            self._inserted[job_id] = None
        elif job_id not in self._inserted:
            self._changed[job_id] = None
        self._jobs[job_id] = job
        self._stale.discard(job_id)
        self._sum(before, job, self._ranks[job_id])
        if counted and before is not None:
            self.counts = moved(self.counts, before.state, job.state)

    def _sum(self, before: Job | None, after: Job, rank: int) -> None:
        self._touch_batch(before)
        self._touch_batch(after)
        if before is None:
            self._tallies.add(after, rank)
        else:
            self._tallies.change(before, after, rank)
            self._leave(before)
        self._enter(after)

    def _touch_batch(self, job: Job | None) -> None:
        if job is not None and job.batch_id is not None:
            self._batches[job.batch_id] = None

    def _enter(self, job: Job) -> None:
        if job.state in RUNNING:
            self._running.setdefault(job.key.job_id)
        else:
            self._running.pop(job.key.job_id, None)
        if job.state in PENDING:
            insort(self._pending, self._pending_key(job))

    def _leave(self, job: Job) -> None:
        if job.state in PENDING:
            key = self._pending_key(job)
            at = bisect_left(self._pending, key)
            if at < len(self._pending) and self._pending[at] == key:
                del self._pending[at]

    def _pending_key(self, job: Job) -> tuple[int, int, JobId]:
        return (job.queue_position or 0, self._ranks.get(job.key.job_id, 0), job.key.job_id)

    def _drop(self, job_id: JobId) -> None:
        if job_id not in self._ranks:
            return
        before = self._jobs.pop(job_id, None)
        if before is not None:
            self._tallies.remove(before)
            self._touch_batch(before)
            self._running.pop(job_id, None)
            self._leave(before)
            self.counts = moved(self.counts, before.state, None)
        del self._ranks[job_id]
        self._stale.discard(job_id)
        self._detailed.discard(job_id)
        self._changed.pop(job_id, None)
        if job_id in self._inserted:
            del self._inserted[job_id]
        else:
            self._removed[job_id] = None

    def _set_counts(self, counts: QueueCounts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counts_changed.emit()

    def _snapshot(self, snapshot: QueueSnapshot) -> None:
        """The queue anew: what is known of ids that are still there is kept."""
        first, self.is_loaded = not self.is_loaded, True
        self.reads += 1
        self._records.forget()
        listed = set(snapshot.ids)
        kept = [job_id for job_id in self._ranks if job_id in listed]
        known = list(reversed(snapshot.ids))
        if first or kept != known[: len(kept)]:
            self._replace(known, snapshot)
        else:
            for job_id in [i for i in self._ranks if i not in listed]:
                self._drop(job_id)
            self._extend(known[len(kept) :])
            self._confirm(snapshot)
        self.counts = snapshot.counts
        self._tell_snapshot(first)

    def _extend(self, new: Iterable[JobId]) -> None:
        for job_id in new:
            self._ranks[job_id] = self._next_rank
            self._next_rank += 1
            self._inserted[job_id] = None

    def _replace(self, ids: list[JobId], snapshot: QueueSnapshot) -> None:
        """Another order of ids: take every place anew, and keep the records."""
        before = self._jobs
        self._ranks = {job_id: rank for rank, job_id in enumerate(ids, 1)}
        self._next_rank = len(ids) + 1
        self._jobs, self._running, self._pending = {}, {}, []
        self._tallies = Tallies()
        self._stale.clear()
        self._removed.clear()
        self._changed.clear()
        self._inserted = dict.fromkeys(ids)
        for job_id in ids:
            if job_id in before:
                self._put(before[job_id], counted=False)
        self._confirm(snapshot)

    def _confirm(self, snapshot: QueueSnapshot) -> None:
        """Enter the records that came; what was open and did not come is no more sure."""
        # Oldest first: batches and running jobs are met in the order in which they began.
        for job in sorted(snapshot.jobs, key=lambda j: self._ranks.get(j.key.job_id, 0)):
            if job.key.job_id in self._ranks:
                self._put(self._merged(job), counted=False)
        told = {job.key.job_id for job in snapshot.jobs}
        open_ids = [*self._running, *self.pending]
        self._stale.update(job_id for job_id in open_ids if job_id not in told)
        self._records.want_jobs(sorted(self._stale))

    def _merged(self, job: Job, *, may_go_back: bool = True) -> Job:
        """``job`` as read, with what only events and own submissions had told.

        A record that was asked for may be older than an event that came meanwhile: unless
        ``may_go_back``, a state that was reached is kept.
        """
        before = self._jobs.get(job.key.job_id)
        if before is None or self._is_another(before, job):
            return job
        kept = {
            name: getattr(before, name)
            for name in _KEPT
            if not getattr(job, name) and getattr(before, name)
        }
        if not may_go_back and _steps(before) > _steps(job):
            for name in ("state", "sequence", "native_state", "started_at", "ended_at"):
                kept[name] = getattr(before, name)
        elif before.state is job.state and before.sequence > job.sequence:
            kept["sequence"] = before.sequence
        return replace(job, **kept) if kept else job

    def _with_neighbours(self, missing: list[JobId]) -> list[JobId]:
        """A page round what is missing, the wanted ones last: they are read first."""
        if len(self._jobs) == len(self._ranks) or len(missing) >= PAGE:
            return missing
        # Only while records are missing at all, so a pass over the ids is not the usual case.
        unknown = [i for i in self._ranks if i not in self._jobs]
        place = {job_id: n for n, job_id in enumerate(unknown)}
        middle = place.get(missing[-1], 0)
        around = unknown[max(0, middle - PAGE // 2) : middle + PAGE // 2]
        wanted = set(missing)
        return [i for i in around if i not in wanted] + missing

    def _lacks_details(self, job_id: JobId) -> bool:
        job = self._jobs.get(job_id)
        if job is None or job.private or not job.state.ended or job_id in self._detailed:
            return False
        return not job.title or (job.state is JobState.COMPLETED and not job.outputs)

    def _take_records(self, asked: Sequence[JobId], jobs: Sequence[Job]) -> None:
        for job in jobs:
            if job.key.job_id in self._ranks:
                sure = job.key.job_id in self._stale
                self._put(self._merged(job, may_go_back=sure), counted=False)
        # The server lists an id no more that it gives no record for.
        answered = {job.key.job_id for job in jobs}
        for job_id in asked:
            if job_id not in answered:
                self._drop(job_id)
        self._flush.mark()

    def _take_details(self, updates: Sequence[JobUpdate]) -> None:
        for update in updates:
            if update.key.job_id in self._ranks:
                self._job_changed(update)

    # --- telling -------------------------------------------------------------------------
    def _tell_snapshot(self, first: bool) -> None:
        size = len(self._inserted) + len(self._removed) + len(self._changed)
        if first or size > RESET_FROM:
            self._forget_changes()
            self._flush.drop()
            self.reset.emit()
            self.counts_changed.emit()
        else:
            self._flush.mark()
            self._flush.now()

    def _tell(self) -> None:
        delta = QueueDelta(
            self.server_id,
            tuple(self._inserted),
            tuple(self._removed),
            tuple(self._changed),
            tuple(self._batches),
        )
        self._forget_changes()
        if delta != QueueDelta(self.server_id):
            self.changed.emit(delta)
        self.counts_changed.emit()

    def _forget_changes(self) -> None:
        self._inserted, self._removed, self._changed, self._batches = {}, {}, {}, {}


def _steps(job: Job) -> int:
    """How far a job has come in its life."""
    return 2 if job.state.ended else 1 if job.state in RUNNING else 0

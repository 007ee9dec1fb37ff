"""The queue of one server: every job it lists, and what is known of each."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import QueueSource
from ivk_desktop.domain.jobs import (
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
    Lost,
    QueueSnapshot,
    Update,
)
from ivk_desktop.stores.batches import PENDING, RUNNING, Group, GroupBy, Groups, moved
from ivk_desktop.stores.bulk import uncollected
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.queue_delta import Changes, QueueDelta
from ivk_desktop.stores.queue_merge import is_another, merged
from ivk_desktop.stores.records import PAGE, Records
from ivk_desktop.stores.titles import BatchTitles
from ivk_desktop.tasks import Tasks

RESET_FROM: Final = 500
"""A snapshot that differs in more rows is told as a reset, and so is the loss of most rows."""


class QueueStore(QObject):
    """Owns the jobs of one server.

    Every id of the server's queue has a *rank* that never changes: a higher one came later. A
    record is known for some ids only at first: ``want`` asks for those of visible rows, all
    others are read in the background.

    Args:
        server_id: the server.
        source: where records are read, or ``None`` for a server whose updates tell all.
        tasks: runs the requests.
    """

    changed = Signal(object)
    """A ``QueueDelta``: at once, then at most once a frame; a job's end is told at once."""
    counts_changed = Signal()
    reset = Signal()
    """The queue is another one: a first snapshot, one that differs much, or most of it is gone."""
    replaced = Signal(object)
    """The ``JobKey`` that is another job's now: the server's database was wiped."""

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
        self._pending_titles: Counter[str] = Counter()
        self.has_users = False
        """Whether any job was told to be somebody's: the server has several users."""
        self._groups = {GroupBy.BATCH: Groups(GroupBy.BATCH)}
        self._titles = BatchTitles(self._name, self)
        self._stale: set[JobId] = set()
        self._unread: list[JobId] = []
        self._detailed: dict[JobId, bool] = {}
        """Whose details were read, and whether they had ended by then."""
        self._changes = Changes(server_id)
        self._flush = Flush(self._tell, self)
        self._records = Records(source, tasks, self)

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
    def batches(self) -> Mapping[str, Group]:
        """The batches of the known records."""
        return self.groups(GroupBy.BATCH)

    def groups(self, by: GroupBy) -> Mapping[str, Group]:
        """The known records gathered; summed up from the first time that somebody asks."""
        if by not in self._groups:
            self._groups[by] = sums = Groups(by)
            for job_id, job in self._jobs.items():
                sums.add(job, self._ranks[job_id])
        return self._groups[by].groups

    @property
    def running(self) -> Sequence[JobId]:
        """The jobs that run now, the one that started first in front."""
        return tuple(self._running)

    @property
    def pending(self) -> Iterator[JobId]:
        """The known jobs that wait, in run order."""
        return (job_id for _, _, job_id in self._pending)

    @property
    def pending_titles(self) -> Mapping[str, int]:
        """How many known jobs wait, by title."""
        return self._pending_titles

    def pending_before(self, job: Job) -> int:
        """How many known jobs run before this one, in about the server's order."""
        return bisect_left(self._pending, self._pending_key(job))

    @property
    def known(self) -> int:
        """How many records are known, of the ``len`` that the server lists."""
        return len(self._jobs)

    def is_stale(self, job_id: JobId) -> bool:
        """Whether the record is from before the last reconnect and was not confirmed since."""
        return job_id in self._stale

    # --- what comes in -------------------------------------------------------------------
    def apply(self, update: Update) -> None:
        """Take in one update of the server; kinds that do not concern the queue are passed."""
        self._records.note_event()
        if isinstance(update, JobChanged):
            self._job_changed(update.update)
        elif isinstance(update, CountsChanged):
            self._set_counts(update.counts)
        elif isinstance(update, JobsAdded):
            for job in update.jobs:
                self._put(self._merged(job, may_go_back=False))
            self._flush.mark()
        elif isinstance(update, JobsRemoved):
            self._drop_all(update.ids)
            self._flush.mark()
        elif isinstance(update, QueueSnapshot):
            with uncollected():
                self._snapshot(update)
        elif isinstance(update, Lost):
            self._records.forget()

    def want(self, ids: Iterable[JobId]) -> None:
        """Rows of these ids are in view: read what they lack.

        Missing records are read a page at a time, with their neighbours; titles, results and
        errors some at a time, and of an ended job only once.
        """
        missing = [i for i in ids if i in self._ranks and (i not in self._jobs or i in self._stale)]
        if missing:
            self._records.want_jobs(self._with_neighbours(missing))
        self._records.want_details([i for i in ids if self._lacks_details(i)])

    def untitled(self, number: int) -> list[JobId]:
        """A job each of so many batches whose workflow is not known yet."""
        first = (self._jobs[batch.first] for batch in self.batches.values() if not batch.title)
        found = (job.key.job_id for job in first if self._lacks_details(job.key.job_id))
        return list(islice(found, number))

    # --- inside --------------------------------------------------------------------------
    def _job_changed(self, update: JobUpdate) -> None:
        job_id = update.key.job_id
        before = self._jobs.get(job_id)
        if before is not None and is_another(before, update):
            before = None
        known = before if before is not None else Job(update.key)
        after = reduce_job(known, update)
        if after == known and before is not None:
            return
        self._put(after)
        self._flush.mark()
        if after.state.ended and (before is None or not before.state.ended):
            self._flush.urgent()

    def _put(self, job: Job, *, counted: bool = True) -> None:
        """Enter a record, known or new.

        ``counted`` moves the counts until the server tells its own; a job that is new waits for
        those, which may have it already.
        """
        job_id = job.key.job_id
        before = self._jobs.get(job_id)
        if before is not None and is_another(before, job):
            self._detailed.pop(job_id, None)
            self._titles.forget(before)
            self.replaced.emit(job.key)
        job = self._titles.filled(job)
        if before == job:
            self._stale.discard(job_id)
            return
        is_new = job_id not in self._ranks
        if is_new:
            self._ranks[job_id] = self._next_rank
            self._next_rank += 1
            self._changes.insert(job_id)
        else:
            self._changes.change(job_id)
        self._jobs[job_id] = job
        self._stale.discard(job_id)
        self.has_users |= bool(job.user)
        self._sum(before, job, self._ranks[job_id])
        self._titles.learn(job, lambda: list(self.batches[job.batch_id or ""].ranks))
        if counted and before is not None:
            self.counts = moved(self.counts, before.state, job.state)

    def _sum(self, before: Job | None, after: Job, rank: int) -> None:
        for job in (before, after):
            if job is not None:
                self._changes.touch(job, self._groups)
        for groups in self._groups.values():
            if before is None:
                groups.add(after, rank)
            else:
                groups.change(before, after, rank)
        if before is not None:
            self._leave(before)
        self._enter(after)

    def _enter(self, job: Job) -> None:
        if job.state in RUNNING:
            self._running.setdefault(job.key.job_id)
        else:
            self._running.pop(job.key.job_id, None)
        if job.state in PENDING:
            insort(self._pending, self._pending_key(job))
            self._pending_titles[job.title] += 1

    def _leave(self, job: Job) -> None:
        if job.state in PENDING:
            key = self._pending_key(job)
            at = bisect_left(self._pending, key)
            if at < len(self._pending) and self._pending[at] == key:
                del self._pending[at]
            self._pending_titles[job.title] -= 1
            if self._pending_titles[job.title] <= 0:
                del self._pending_titles[job.title]

    def _pending_key(self, job: Job) -> tuple[int, int, JobId]:
        return (job.queue_position or 0, self._ranks.get(job.key.job_id, 0), job.key.job_id)

    def _drop_all(self, ids: Iterable[JobId]) -> None:
        """Let jobs go; where they are most of a long queue, take the rest anew instead."""
        gone = dict.fromkeys(job_id for job_id in ids if job_id in self._ranks)
        if len(gone) <= RESET_FROM or 2 * len(gone) < len(self._ranks):
            for job_id in gone:
                self._drop(job_id)
            return
        states = Counter(self._jobs[job_id].state for job_id in gone if job_id in self._jobs)
        for state, number in states.items():
            self.counts = moved(self.counts, state, None, number)
        stale = self._stale - gone.keys()
        self._renew([job_id for job_id in self._ranks if job_id not in gone])
        self._stale = stale

    def _drop(self, job_id: JobId) -> None:
        if job_id not in self._ranks:
            return
        before = self._jobs.get(job_id)
        if before is not None:
            self._forget(job_id)
            self.counts = moved(self.counts, before.state, None)
        del self._ranks[job_id]
        self._changes.remove(job_id)

    def _forget(self, job_id: JobId) -> None:
        """Let a record go; its place stays."""
        before = self._jobs.pop(job_id)
        self._changes.touch(before, self._groups)
        for groups in self._groups.values():
            groups.remove(before)
        self._running.pop(job_id, None)
        self._leave(before)
        self._stale.discard(job_id)
        self._detailed.pop(job_id, None)

    def _set_counts(self, counts: QueueCounts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counts_changed.emit()

    def _snapshot(self, snapshot: QueueSnapshot) -> None:
        """The queue anew: what is known of ids that are still there is kept."""
        first, self.is_loaded = not self.is_loaded, True
        self.reads += 1
        self._records.forget()
        self._forget_doubtful(snapshot)
        listed = set(snapshot.ids)
        kept = [job_id for job_id in self._ranks if job_id in listed]
        known = list(reversed(snapshot.ids))
        if first or kept != known[: len(kept)]:
            self._renew(known)
        else:
            self._drop_all([i for i in self._ranks if i not in listed])
            self._extend(known[len(kept) :])
        self._confirm(snapshot)
        self.counts = snapshot.counts
        self._unread = [job_id for job_id in self._ranks if job_id not in self._jobs]
        self._records.fill()
        self._changes.anew |= first or len(self._changes) > RESET_FROM
        if self._changes.anew:
            self._flush.drop()
            self._tell()
        else:
            self._flush.mark()
            self._flush.now()

    def _forget_doubtful(self, snapshot: QueueSnapshot) -> None:
        """Forget ended jobs that did not come, unless one that came says: the same database.

        A wiped one counts from 1 again, and its ids would be shown with what once was theirs.
        """
        told = {job.key.job_id: job for job in snapshot.jobs}
        met = [(self._jobs[i], job) for i, job in told.items() if i in self._jobs]
        wiped = any(is_another(before, after) for before, after in met)
        if met and not wiped:
            return
        ended = [i for i, job in self._jobs.items() if job.state.ended and i not in told]
        for job_id in ended:
            key = self._jobs[job_id].key
            self._forget(job_id)
            self._changes.change(job_id)
            if wiped:
                self.replaced.emit(key)

    def _extend(self, new: Iterable[JobId]) -> None:
        for job_id in new:
            self._ranks[job_id] = self._next_rank
            self._next_rank += 1
            self._changes.insert(job_id)

    def _renew(self, ids: list[JobId]) -> None:
        """Other ids, or another order: take every place anew, and keep the records."""
        before = self._jobs
        self._ranks = {job_id: rank for rank, job_id in enumerate(ids, 1)}
        self._next_rank = len(ids) + 1
        self._jobs, self._running, self._pending = {}, {}, []
        self._groups = {by: Groups(by) for by in self._groups}
        self._pending_titles.clear()
        self._stale.clear()
        self._detailed = {i: ended for i, ended in self._detailed.items() if i in self._ranks}
        self._changes.anew = True
        for job_id in ids:
            if job_id in before:
                self._put(before[job_id], counted=False)

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
        return merged(self._jobs.get(job.key.job_id), job, may_go_back=may_go_back)

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
        if job is None or job.private:
            return False
        untitled = not job.title and not self._titles.is_nameless(job)
        if not job.state.ended:
            return untitled and job_id not in self._detailed
        if self._detailed.get(job_id):
            return False
        lacks_result = job.state is JobState.COMPLETED and not job.outputs
        return untitled or lacks_result or (job.state is JobState.FAILED and job.error is None)

    def _name(self, ids: Iterable[JobId]) -> None:
        for job_id in ids:
            if (job := self._jobs.get(job_id)) is not None:
                self._put(job)  # which takes its batch's title
        self._flush.mark()

    # --- what is read (records.Reader) ---------------------------------------------------
    def take_records(self, asked: Sequence[JobId], jobs: Sequence[Job]) -> None:
        """Enter records; the server lists an id no more that it gives none for."""
        for job in jobs:
            if job.key.job_id in self._ranks:
                sure = job.key.job_id in self._stale
                self._put(self._merged(job, may_go_back=sure), counted=False)
        answered = {job.key.job_id for job in jobs}
        for job_id in asked:
            if job_id not in answered:
                self._drop(job_id)
        self._flush.mark()

    def take_details(self, asked: Sequence[JobId], updates: Sequence[JobUpdate]) -> None:
        """Enter what whole records say; what they do not say is not asked for again."""
        for update in updates:
            if update.key.job_id in self._ranks:
                self._job_changed(update)
        for job_id in asked:
            if (job := self._jobs.get(job_id)) is not None:
                self._detailed[job_id] = job.state.ended
                self._titles.note_nameless(job)

    def next_unread(self, number: int) -> list[JobId]:
        """Take the newest ids that nobody has asked for yet."""
        found: list[JobId] = []
        while self._unread and len(found) < number:
            job_id = self._unread.pop()
            if job_id in self._ranks and job_id not in self._jobs:
                found.append(job_id)
        return found

    def is_working(self) -> bool:
        """Whether the server runs jobs now."""
        return bool(self._running) or self.counts.running > 0

    # --- telling -------------------------------------------------------------------------
    def _tell(self) -> None:
        anew, delta = self._changes.anew, self._changes.take()
        if anew:
            self.reset.emit()
        elif delta != QueueDelta(self.server_id):
            self.changed.emit(delta)
        self.counts_changed.emit()

"""The progress of all jobs that run on one server, and the time that its queue still needs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.estimates import Estimate, Learned, Work, queue_estimate
from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.timeline import Timeline, timeline_of
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobPlan,
    JobsAdded,
    JobsRemoved,
    Lost,
    ModelLoaded,
    NodeChanged,
    NodeStatus,
    Progress,
    QueueSnapshot,
    Update,
)
from ivk_desktop.stores.batches import RUNNING
from ivk_desktop.stores.durations import JOB, Durations
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.timelines import Timelines

TICK_MS = 1000
TELL_MS = 100
"""Figures and bars need no more than that; a preview has a way of its own."""
COUNTED = 100


class ProgressStore(QObject):
    """Follows the running jobs of one server.

    Each update goes to the queue first, then here. While the connection is lost all times stand
    still: nobody knows what still runs.

    Args:
        queue: the jobs of the server.
        durations: what past runs took; without it nothing is kept over a restart.
        clock: a monotonic clock in seconds.
        wall: unix time of this computer.
    """

    changed = Signal(object)
    """The ``JobKey`` whose progress moved: at once, then ten times a second."""
    started = Signal(object)
    """The ``JobKey`` of a job that runs now."""
    ended = Signal(object)
    """The ``JobKey`` of a job that runs no more."""
    dropped = Signal(object)
    """The ``JobKey`` of a job that ran and is another one's now: it is gone."""
    rested = Signal()
    """``idle_since`` is another time now."""
    ticked = Signal()
    """A second has passed while jobs run: clock times and times left are other ones."""

    def __init__(
        self,
        queue: QueueStore,
        durations: Durations | None = None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self.durations = durations or Durations(queue.server_id, None)
        self.idle_since: dict[str, float] = {}
        """Unix time at which the last job of a device ended; ``""`` is any device."""
        self._queue = queue
        self._clock = clock
        self._wall = wall
        self._jobs: dict[JobKey, JobProgress] = {}
        self._devices: dict[JobKey, str] = {}
        self._timelines = Timelines()
        self._plans: dict[JobKey, JobPlan] = {}
        self._dirty: dict[JobKey, None] = {}
        self._flush = Flush(self._tell, self, interval_ms=TELL_MS)
        queue.replaced.connect(self._drop)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.tick)
        self._stands: tuple[float, float] | None = None
        """Both clocks as they were when the connection was lost."""

    # --- what is known -------------------------------------------------------------------
    @property
    def running(self) -> Sequence[JobProgress]:
        """The jobs that run now."""
        return tuple(self._jobs.values())

    def job(self, key: JobKey) -> JobProgress | None:
        """The progress of a running job."""
        return self._jobs.get(key)

    def timeline(self, key: JobKey) -> Timeline | None:
        """When the nodes of a job ran that runs now, or was seen running."""
        if (progress := self._jobs.get(key)) is not None:
            return timeline_of(progress, self._now())
        job = self._queue.jobs.get(key.job_id)
        return self._timelines.get(job) if job is not None else None

    def fraction(self, key: JobKey) -> float | None:
        """How far a running job is, 0..1."""
        progress = self._jobs.get(key)
        return progress.fraction if progress else None

    def elapsed(self, key: JobKey) -> float | None:
        """Seconds that a running job has taken so far."""
        progress = self._jobs.get(key)
        return progress.elapsed(self._now()) if progress else None

    def time_left(self, key: JobKey) -> Estimate | None:
        """Seconds that a running job still takes; ``None`` while that is not known.

        What its own nodes cannot tell yet, past runs of the whole workflow may.
        """
        progress = self._jobs.get(key)
        if progress is None:
            return None
        now = self._now()
        if (by_nodes := progress.time_left(now)) is not None:
            return by_nodes
        learned = self.durations.jobs.get(self._title(key))
        if learned is None or progress.elapsed(now) > learned.seconds:
            return None
        return Estimate(learned.seconds - progress.elapsed(now), learned.spread_s)

    def queue_left(self) -> Estimate | None:
        """Seconds until all open jobs of the server have ended, or ``None`` if not known."""
        pending = self._queue.pending_titles
        unread = self._queue.counts.pending + self._queue.counts.waiting - sum(pending.values())
        if unread > 0:
            pending = {**pending, "": pending.get("", 0) + unread}
        left = [self.time_left(key) for key in self._jobs]
        return queue_estimate(left, pending, self.durations.jobs, len(left))

    def done_in(self, job: Job) -> Estimate | None:
        """Seconds until a job has ended that runs or waits."""
        if job.key in self._jobs:
            return self.time_left(job.key)
        left = [self.time_left(key) for key in self._jobs]
        return queue_estimate(left, self._titles_up_to(job), self.durations.jobs, len(left))

    def now(self) -> float:
        """Unix time of this computer, for clock times made of estimates."""
        return self._stands[1] if self._stands is not None else self._wall()

    # --- what comes in -------------------------------------------------------------------
    def apply(self, update: Update) -> None:
        """Take in one update of the server; kinds that do not concern progress are passed."""
        if isinstance(update, Lost):
            self._stand_still()
        elif not isinstance(update, Connected):  # it may refuse its queue yet
            self._go_on()
        if isinstance(update, Progress):
            self._moved(update.key, lambda job, at: job.progressed(update, at))
        elif isinstance(update, NodeChanged):
            self._moved(update.key, lambda job, at: job.node_changed(update, at))
        elif isinstance(update, ModelLoaded):
            for progress in self._jobs.values():
                progress.model_loaded(update, self._now())
        elif isinstance(update, JobChanged):
            self._follow(update.update.key)
        elif isinstance(update, JobPlan):
            self._planned(update)
        elif isinstance(update, JobsAdded):
            for job in update.jobs:
                self._follow(job.key)
        elif isinstance(update, JobsRemoved):
            for job_id in update.ids:
                self._follow(self._key(job_id))
        elif isinstance(update, QueueSnapshot):
            self._snapshot(update)

    def tick(self) -> None:
        """Let a second pass: what tells no number moves with the time it usually takes."""
        now = self._now()
        for key, progress in self._jobs.items():
            progress.tick(now)
            self._dirty[key] = None
        self._flush.mark()
        self.ticked.emit()

    # --- inside --------------------------------------------------------------------------
    def _now(self) -> float:
        return self._stands[0] if self._stands is not None else self._clock()

    def _stand_still(self) -> None:
        if self._stands is None:
            self._stands = self._clock(), self._wall()
            self._tick.stop()

    def _go_on(self) -> None:
        if self._stands is not None:
            for progress in self._jobs.values():
                progress.missed_some()
        self._stands = None
        if self._jobs and not self._tick.isActive():
            self._tick.start()

    def _moved(self, key: JobKey, move: Callable[[JobProgress, float], None]) -> None:
        progress = self._jobs.get(key)
        # Events of ended jobs go on for a while after a cancel.
        if progress is None:
            return
        move(progress, self._now())
        self._dirty[key] = None
        self._flush.mark()

    def _planned(self, plan: JobPlan) -> None:
        if progress := self._jobs.get(plan.key):
            progress.planned(plan)
            self._dirty[plan.key] = None
            self._flush.mark()
            return
        job = self._queue.jobs.get(plan.key.job_id)
        if job is None or not job.state.ended:
            self._plans[plan.key] = plan

    def _snapshot(self, snapshot: QueueSnapshot) -> None:
        running = {self._key(job_id) for job_id in self._queue.running}
        for key in [key for key in self._jobs if key not in running]:
            self._follow(key)
        for key in running:
            self._follow(key)
        for job in snapshot.jobs:
            if job.ended_at is not None:
                self._rest(job.device, job.ended_at)
        self.rested.emit()

    def _rest(self, device: str, ended_at: float) -> None:
        for name in {"", device}:
            self.idle_since[name] = max(self.idle_since.get(name, 0.0), ended_at)

    def _follow(self, key: JobKey) -> None:
        """Begin or end to follow a job, as its record says."""
        job = self._queue.jobs.get(key.job_id)
        if job is not None and job.state in RUNNING:
            if key not in self._jobs:
                self._begin(job)
            elif job.device != self._devices[key]:
                self._devices[key] = job.device
                self._jobs[key].learn_again()
            return
        if job is None or job.state.ended:
            self._plans.pop(key, None)
        if (progress := self._jobs.pop(key, None)) is not None:
            self._finish(progress, job)

    def _drop(self, key: JobKey) -> None:
        """The job is gone, and another one has its id: nothing was learned of it."""
        self._plans.pop(key, None)
        if (progress := self._jobs.pop(key, None)) is not None:
            progress.end(self._now(), completed=False)
            self._dirty.pop(key, None)
            self._devices.pop(key)
            if not self._jobs:
                self._tick.stop()
            self.dropped.emit(key)

    def _begin(self, job: Job) -> None:
        began = now = self._now()
        if job.started_at is not None:
            # Met under way: only the two clocks can tell for how long.
            began -= max(0.0, self._wall() - job.started_at)
        key = job.key
        progress = JobProgress(key, lambda work: self._learned(key, work), began, now)
        self._jobs[key], self._devices[key] = progress, job.device
        if plan := self._plans.pop(key, None):
            progress.planned(plan)
        self._tick.start()
        self.started.emit(key)
        self._dirty[key] = None
        self._flush.mark()

    def _finish(self, progress: JobProgress, job: Job | None) -> None:
        now = self._now()
        completed = job is not None and job.state is JobState.COMPLETED
        progress.end(now, completed=completed)
        title, device = (job.title, job.device) if job else ("", self._devices[progress.key])
        took: dict[Work | str, float] = {
            node.work: node.average_s
            for node in progress.nodes.values()
            if node.average_s is not None
            and not node.cached
            and node.status is NodeStatus.COMPLETED
        }
        if completed:
            took[JOB] = progress.elapsed(now)
        self.durations.record(title, took, device)
        if job is not None:
            self._timelines.keep(job, timeline_of(progress, now))
        self._rest(device, self._wall())
        self._dirty.pop(progress.key, None)
        self._devices.pop(progress.key)
        if not self._jobs:
            self._tick.stop()
        self.ended.emit(progress.key)
        self.rested.emit()

    def _learned(self, key: JobKey, work: Work) -> Learned | None:
        return self.durations.learned(self._title(key), work, self._devices.get(key, ""))

    def _titles_up_to(self, job: Job) -> Mapping[str, float]:
        """How many jobs of each title run before ``job`` has ended, itself among them.

        Counted one by one at the front of the queue; further back each title's share does.
        """
        number = self._queue.pending_before(job) + 1
        if number <= COUNTED:
            ahead = islice(self._queue.pending, number)
            return Counter(self._queue.jobs[job_id].title for job_id in ahead)
        waiting = self._queue.pending_titles
        share = number / max(1, sum(waiting.values()))
        return {title: count * share for title, count in waiting.items()}

    def _title(self, key: JobKey) -> str:
        job = self._queue.jobs.get(key.job_id)
        return job.title if job else ""

    def _key(self, job_id: JobId) -> JobKey:
        return JobKey(self._queue.server_id, job_id)

    def _tell(self) -> None:
        dirty, self._dirty = self._dirty, {}
        for key in dirty:
            self.changed.emit(key)

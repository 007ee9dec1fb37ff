"""A server in memory that runs its queue, and dies or loses answers where a test says so."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, JobUpdate
from ivk_desktop.domain.updates import JobChanged, JobsAdded, JobsRemoved
from tests.fakes import FakeBackend, a_job


class Killed(asyncio.CancelledError):
    """The app ends at this point: nothing after it is done."""


@dataclass
class Lab(FakeBackend):
    """Takes, cancels and deletes as a server does; ids count on.

    ``before`` and ``after`` are called round a call, once, by its name: to start an item, to kill
    the app, to lose the answer.
    """

    before: dict[str, Callable[[], None]] = field(default_factory=dict)
    after: dict[str, Callable[[], None]] = field(default_factory=dict)
    sent: list[SubmitRequest] = field(default_factory=list)
    room: int = 10_000

    def __post_init__(self) -> None:
        super().__post_init__()
        self._numbers = itertools.count(1)
        self._places: dict[JobId, int] = {}

    # --- scripting -----------------------------------------------------------------------
    def fill(self, *batches: tuple[str, int], **fields: object) -> list[JobId]:
        """Let so many jobs of each batch wait."""
        jobs = [self._new(BatchId(name), 0) for name, size in batches for _ in range(size)]
        jobs = [replace(job, **fields) for job in jobs]  # type: ignore[arg-type] # by name
        self.queue |= {job.key.job_id: job for job in jobs}
        return [job.key.job_id for job in jobs]

    def start(self, job_id: JobId) -> None:
        """A job begins to run."""
        self._change(job_id, state=JobState.RUNNING, started_at=1_000_100.0)

    def end(self, job_id: JobId, state: JobState = JobState.COMPLETED) -> None:
        """A job ends."""
        self._change(job_id, state=state, started_at=1_000_100.0, ended_at=1_000_101.0)

    @property
    def waiting(self) -> list[JobId]:
        """What waits, in run order."""
        open_jobs = [job for job in self.queue.values() if job.state is JobState.PENDING]
        open_jobs.sort(key=lambda job: (job.queue_position or 0, int(job.key.job_id)))
        return [job.key.job_id for job in open_jobs]

    @property
    def again(self) -> list[JobId]:
        """The old jobs that those which wait stand for, in run order; else themselves."""
        old: dict[JobId, JobId] = {}
        for request in self.sent:
            made = [i for i, job in self.queue.items() if job.batch_id == request.batch_id]
            old |= dict(zip(made, request.payload["again"], strict=False))
        return [old.get(job_id, job_id) for job_id in self.waiting]

    # --- as a server does ----------------------------------------------------------------
    def _new(self, batch_id: BatchId, position: int) -> Job:
        number = next(self._numbers)
        return a_job(number, batch_id=batch_id, queue_position=position or None)

    def _change(self, job_id: JobId, **fields: object) -> None:
        job = self.queue[job_id] = replace(self.queue[job_id], **fields)  # type: ignore[arg-type]
        self.say(
            JobChanged(
                JobUpdate(
                    job.key,
                    job.state,
                    started_at=job.started_at,
                    ended_at=job.ended_at,
                    authoritative=True,
                )
            )
        )

    def _do(self, name: str, act: Callable[[], None]) -> None:
        if hook := self.before.pop(name, None):
            hook()
        act()
        if hook := self.after.pop(name, None):
            hook()

    async def submit(self, request: SubmitRequest) -> Receipt:
        self._called("submit", request)
        ids: list[JobId] = []
        self._do("submit", lambda: ids.extend(self._take(request)))
        return Receipt(request.batch_id, request.count, len(ids), tuple(ids))

    def _take(self, request: SubmitRequest) -> list[JobId]:
        places = [job.queue_position or 0 for job in self.queue.values() if not job.state.ended]
        position = min([0, *places]) - 1 if request.payload["prepend"] else 0
        count = min(request.count, self.room)
        jobs = [self._new(request.batch_id, position) for _ in range(count)]
        self.queue |= {job.key.job_id: job for job in jobs}
        self.sent.append(request)
        self.say(JobsAdded(tuple(jobs)))
        return [job.key.job_id for job in jobs]

    async def jobs(self, ids: Sequence[JobId]) -> Sequence[Job]:
        self._do("jobs", lambda: None)
        return await super().jobs(ids)

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        await super().cancel(job_ids)
        self._do("cancel", lambda: self._cancel(job_ids))

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        await super().cancel_batches(batch_ids)
        ids = [i for i, job in self.queue.items() if job.batch_id in batch_ids]
        self._do("cancel", lambda: self._cancel(ids))

    async def cancel_pending(self) -> None:
        await super().cancel_pending()
        self._do("cancel", lambda: self._cancel(self.waiting))

    def _cancel(self, job_ids: Sequence[JobId]) -> None:
        for job_id in job_ids:
            if job_id in self.queue and not self.queue[job_id].state.ended:
                self._change(job_id, state=JobState.CANCELED)

    def _delete(self, job_ids: Sequence[JobId]) -> int:
        count = super()._delete(job_ids)
        self.say(JobsRemoved(tuple(job_ids)))
        return count

    async def retry(self, job_ids: Sequence[JobId]) -> int:
        await super().retry(job_ids)
        for job_id in job_ids:
            batch_id = self.queue[job_id].batch_id
            assert batch_id is not None
            job = self._new(batch_id, 0)
            self.queue[job.key.job_id] = job
            self.say(JobsAdded((job,)))
        return len(job_ids)


def raising(error: BaseException) -> Callable[[], None]:
    """A hook that raises."""

    def hook() -> None:
        raise error

    return hook


def lose(error: ApiError | Killed) -> dict[str, Callable[[], None]]:
    """The answer to the next submission is lost."""
    return {"submit": raising(error)}

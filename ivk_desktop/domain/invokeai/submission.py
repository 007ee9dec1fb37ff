"""One submission of a workflow, followed to its end without any window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from enum import Enum
from typing import Protocol

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, reduce_job
from ivk_desktop.domain.updates import JobChanged, JobsAdded, QueueSnapshot, Update


class Accepted(Protocol):
    """What a server answers to a submission."""

    @property
    def enqueued(self) -> int:
        """How many jobs it took; fewer than asked for where its queue was full."""
        ...

    @property
    def requested(self) -> int:
        """How many it was asked for."""
        ...

    @property
    def job_ids(self) -> Sequence[JobId]:
        """The jobs, oldest first."""
        ...


class Submitter(Protocol):
    """Hands submissions to a server and tells what becomes of them."""

    async def submit(self, request: SubmitRequest) -> Accepted:
        """Hand in a submission; never sent twice."""
        ...

    def watch(self, batch_id: BatchId) -> AsyncIterator[Update]:
        """Updates that concern a batch, from its present state on, until its jobs have ended."""
        ...


class SubmissionState(Enum):
    """How far a submission is."""

    SENDING = "sending"
    QUEUED = "queued"
    RUNNING = "running"
    ENDED = "ended"
    REFUSED = "refused"
    """The server did not take it."""


class Submission:
    """One submission: its request, its jobs, its state."""

    def __init__(self, request: SubmitRequest, submitter: Submitter) -> None:
        self.request = request
        self.state = SubmissionState.SENDING
        self.requested = 0
        self.enqueued = 0
        self.jobs: dict[JobId, Job | None] = {}
        """The jobs by id, oldest first; ``None`` until something is known of one."""
        self._batches: dict[BatchId, tuple[JobId, ...]] = {}
        self._submitter = submitter

    @property
    def ended(self) -> bool:
        """Whether nothing more is expected."""
        return self.state in (SubmissionState.ENDED, SubmissionState.REFUSED)

    async def send(self) -> None:
        """Hand all parts in; whatever the submitter raises goes through.

        Nothing more is sent once the server's queue is full.
        """
        for part in self.request.parts:
            self.requested += part.count
            if self.enqueued < self.requested - part.count:
                continue
            try:
                accepted = await self._submitter.submit(part)
            except BaseException:
                self.state = SubmissionState.REFUSED
                raise
            self.requested += accepted.requested - part.count
            self.enqueued += accepted.enqueued
            self.jobs |= dict.fromkeys(accepted.job_ids)
            if accepted.job_ids:
                self._batches[part.batch_id] = tuple(accepted.job_ids)
        self.state = SubmissionState.QUEUED if self.jobs else SubmissionState.ENDED

    async def watch(self) -> AsyncIterator[Update]:
        """Yield the updates of this submission until all its jobs have ended."""
        if self.ended:
            return
        for batch_id, job_ids in self._batches.items():
            async for update in self._submitter.watch(batch_id):
                self._take(update)
                yield update
                if all(self._has_ended(job_id) for job_id in job_ids):
                    break

    def _has_ended(self, job_id: JobId) -> bool:
        job = self.jobs[job_id]
        return job is not None and job.state.ended

    async def wait(self) -> dict[JobId, Job | None]:
        """Wait for the end of all jobs and give what is known of them."""
        async for _ in self.watch():
            pass
        return self.jobs

    def _take(self, update: Update) -> None:
        if isinstance(update, JobChanged) and update.update.key.job_id in self.jobs:
            key = update.update.key
            self.jobs[key.job_id] = reduce_job(self.jobs[key.job_id] or Job(key), update.update)
        elif isinstance(update, (JobsAdded, QueueSnapshot)):
            self.jobs.update(
                {job.key.job_id: job for job in update.jobs if job.key.job_id in self.jobs}
            )
        states = [job.state if job else JobState.UNKNOWN for job in self.jobs.values()]
        if all(state.ended for state in states):
            self.state = SubmissionState.ENDED
        elif any(state is JobState.RUNNING or state.ended for state in states):
            self.state = SubmissionState.RUNNING

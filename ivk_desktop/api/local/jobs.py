"""The queue of a server that keeps none: the jobs that were handed in here, and how they stand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ivk_desktop.api.local.outbox import Outbox
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import (
    BatchId,
    Job,
    JobId,
    JobKey,
    JobState,
    JobUpdate,
    QueueCounts,
    reduce_job,
)
from ivk_desktop.domain.plain_form import job_inputs, job_values
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import CountsChanged, JobChanged, JobsAdded, JobsRemoved
from ivk_desktop.domain.updates import QueueSnapshot as Snapshot

MOST_ENDED: Final = 10_000
"""The oldest jobs that have ended go first; the history keeps them."""
RUNNING: Final = frozenset({JobState.RUNNING, JobState.CANCELING})
_NOBODYS: Final = SubmitRequest(BatchId(""), "", "", {"values": {}, "jobs": [{}]}, 1)


@dataclass(slots=True)
class Entry:
    """One job that was handed in here."""

    job: Job
    request: SubmitRequest
    number: int
    """Its place in the request."""
    answer: dict[str, Any] = field(default_factory=dict)
    """What the server said of it, without pictures."""
    sent_at: float | None = None
    """When it was sent, at the earliest: unix time of this computer."""
    native_id: str = ""
    """What the server calls it, where that gives names; empty until it has."""
    stopping: bool = False
    """It is to be interrupted as soon as that reaches it and nobody else."""

    @property
    def job_id(self) -> JobId:
        """Its id."""
        return self.job.key.job_id

    @property
    def values(self) -> dict[str, Any]:
        """The form's values that it runs with."""
        return job_values(self.request.payload, self.number)


class LocalJobs:
    """Jobs in the order in which they came, and those that wait in the order in which they run.

    Every change is told through ``outbox``.
    """

    def __init__(
        self, server_id: ServerId, outbox: Outbox, clock: Callable[[], float] = time.time
    ) -> None:
        self._server_id = server_id
        self._outbox = outbox
        self._clock = clock
        self.entries: dict[JobId, Entry] = {}
        self.paused = False
        self._waiting: list[JobId] = []
        self._stir = asyncio.Event()
        self._numbers = 0

    # --- what there is -------------------------------------------------------------------
    @property
    def waiting(self) -> Sequence[JobId]:
        """The jobs that were not sent yet, in run order."""
        return self._waiting

    @property
    def unsettled(self) -> list[Entry]:
        """Jobs that were sent, and of which it is not known how they ended."""
        sent = (*RUNNING, JobState.UNKNOWN)
        return [
            entry
            for entry in self.entries.values()
            if entry.job.state in sent and not entry.job.foreign
        ]

    def snapshot(self) -> Snapshot:
        """All jobs, newest first."""
        jobs = tuple(entry.job for entry in reversed(self.entries.values()))
        return Snapshot(tuple(job.key.job_id for job in jobs), jobs, self.counts())

    def counts(self) -> QueueCounts:
        """How many jobs are in each state."""
        states = [entry.job.state for entry in self.entries.values()]
        return QueueCounts(
            pending=states.count(JobState.PENDING),
            running=sum(state in RUNNING for state in states),
            completed=states.count(JobState.COMPLETED),
            failed=states.count(JobState.FAILED),
            canceled=states.count(JobState.CANCELED) + states.count(JobState.DETACHED),
            paused=self.paused,
        )

    def update(self, job_id: JobId) -> JobUpdate:
        """All that is known of a job, as its record: nobody else has one.

        Raises:
            KeyError: there is no such job.
        """
        job = self.entries[job_id].job
        return JobUpdate(
            job.key,
            job.state,
            title=job.title,
            batch_id=job.batch_id,
            created_at=job.created_at,
            started_at=job.started_at,
            ended_at=job.ended_at,
            inputs=job.inputs,
            outputs=job.outputs,
            error=job.error,
            native_state=job.native_state,
            authoritative=True,
        )

    async def next(self) -> Entry:
        """Wait for the job that runs next, and take it out of those that wait."""
        while self.paused or not self._waiting:
            self._stir.clear()
            await self._stir.wait()
        entry = self.entries[self._waiting.pop(0)]
        entry.sent_at = self._clock()
        return entry

    # --- what happens --------------------------------------------------------------------
    def add(
        self, request: SubmitRequest, numbers: Iterable[int], *, front: bool = False
    ) -> list[JobId]:
        """Take jobs of a request; returns their ids in run order."""
        added = [self._entry(request, number) for number in numbers]
        ids = [entry.job_id for entry in added]
        self.entries |= {entry.job_id: entry for entry in added}
        self._waiting[:] = [*ids, *self._waiting] if front else [*self._waiting, *ids]
        self._outbox.put(JobsAdded(tuple(entry.job for entry in added)))
        self._forget_oldest()
        self._moved()
        return ids

    def put_back(self, entry: Entry) -> None:
        """The server has surely not got this one: it runs next."""
        self._waiting.insert(0, entry.job_id)
        self.postpone(entry)
        self._stir.set()

    def postpone(self, entry: Entry) -> None:
        """The server does not take this one yet."""
        pending = {"state": JobState.PENDING, "started_at": None, "native_state": "busy"}
        self.change(entry, **pending, authoritative=True)

    def change(self, entry: Entry, **fields: Any) -> None:
        """Enter fields of a ``JobUpdate``.

        Times that nobody told are filled in: a job that runs has begun, one that has ended has an
        end.
        """
        state, now = fields.get("state"), self._clock()
        if state in RUNNING and entry.job.started_at is None:
            fields.setdefault("started_at", now)
        if isinstance(state, JobState) and state.ended:
            fields.setdefault("ended_at", now)
            if entry.job.started_at is None and state is not JobState.CANCELED:
                fields.setdefault("started_at", entry.sent_at)  # it was never seen running
            fields.setdefault("authoritative", True)
        update = JobUpdate(entry.job.key, **fields)
        before, entry.job = entry.job, reduce_job(entry.job, update)
        if entry.job != before:
            self._outbox.put(JobChanged(update))
            if entry.job.state is not before.state:
                self._moved()

    def show_foreign(self, name: str, title: str, state: JobState = JobState.RUNNING) -> Entry:
        """Somebody else's job runs or waits; the same one while its name is the same."""
        job_id = JobId(f"other-{name}")
        if job_id not in self.entries:
            now = self._clock()
            key = JobKey(self._server_id, job_id)
            started_at = now if state is JobState.RUNNING else None
            job = Job(key, state, title=title, foreign=True, started_at=started_at)
            self.entries[job_id] = Entry(replace(job, created_at=now), _NOBODYS, 0)
            self._outbox.put(JobsAdded((self.entries[job_id].job,)))
            self._moved()
        return self.entries[job_id]

    def drop_foreign(self, but: Collection[JobId] = ()) -> None:
        """Others' jobs run no more, ``but`` these; how they ended nobody told."""
        others = [(i, e.job) for i, e in self.entries.items() if e.job.foreign and i not in but]
        self._drop([i for i, job in others if not job.state.ended])

    def cancel_waiting(self, job_ids: Collection[JobId]) -> None:
        """Cancel those of these jobs that were not sent yet."""
        for job_id in [i for i in self._waiting if i in job_ids]:
            self._waiting.remove(job_id)
            self.change(self.entries[job_id], state=JobState.CANCELED)

    def delete(self, job_ids: Iterable[JobId]) -> int:
        """Forget jobs; what was sent has to be over before."""
        gone = [i for i in job_ids if i in self.entries and i not in self._in_flight()]
        self._waiting[:] = [i for i in self._waiting if i not in set(gone)]
        self._drop(gone)
        return len(gone)

    def set_paused(self, paused: bool) -> None:
        """Send no more jobs, or go on."""
        self.paused = paused
        self._moved()
        self._stir.set()

    # --- inside --------------------------------------------------------------------------
    def _entry(self, request: SubmitRequest, number: int) -> Entry:
        self._numbers += 1
        job_id = JobId(f"{request.batch_id[:8]}-{self._numbers}")
        job = Job(
            JobKey(self._server_id, job_id),
            JobState.PENDING,
            title=request.title,
            batch_id=request.batch_id,
            created_at=self._clock(),
            inputs=job_inputs(request.payload, number),
        )
        return Entry(job, request, number)

    def _in_flight(self) -> set[JobId]:
        return {
            job_id
            for job_id, entry in self.entries.items()
            if not entry.job.state.ended and job_id not in self._waiting
        }

    def _forget_oldest(self) -> None:
        ended = [i for i, entry in self.entries.items() if entry.job.state.ended]
        self._drop(ended[: max(0, len(ended) - MOST_ENDED)])

    def _drop(self, job_ids: Sequence[JobId]) -> None:
        for job_id in job_ids:
            del self.entries[job_id]
        if job_ids:
            self._outbox.put(JobsRemoved(tuple(job_ids)))
            self._moved()

    def _moved(self) -> None:
        self._outbox.put(CountsChanged(self.counts()))
        self._stir.set()

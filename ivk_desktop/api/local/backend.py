"""The frame of a backend whose server runs one job at a time and keeps no queue."""

from __future__ import annotations

import asyncio
import logging
import time
from abc import abstractmethod
from collections import deque
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Collection,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.background import Background
from ivk_desktop.api.errors import ApiError, NotFound, Unreachable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.local.forms import PlainForms
from ivk_desktop.api.local.jobs import Entry, LocalJobs
from ivk_desktop.api.local.outbox import Outbox
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.form import Form, SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, JobUpdate
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.domain.traffic import Traffic
from ivk_desktop.domain.updates import Connected, Lost, Update

T = TypeVar("T")

log = logging.getLogger(__name__)

RETRIABLE = (JobState.FAILED, JobState.CANCELED, JobState.DETACHED)


@dataclass(slots=True)
class Pace:
    """How often a server is asked, in seconds; one request a second is the most."""

    busy_s: float = 1.0
    """While a job runs."""
    idle_s: float = 2.0
    """While none does; not at all while nobody looks."""
    retry_s: float = 2.0
    """Before a job that the server was too busy for is sent again; doubles."""
    retry_most_s: float = 30.0
    first_event_s: float = 10.0
    """How long a stream may be silent at its beginning (other-servers.md 3.4)."""
    silent_s: float = 30.0
    """How long one may bring nothing but signs of life (other-servers.md 4.4)."""

    def waits(self) -> Iterator[float]:
        """How long to wait before each further try of a job that the server was too busy for."""
        wait_s = self.retry_s
        while True:
            yield wait_s
            wait_s = min(2 * wait_s, self.retry_most_s)


class LocalQueueBackend(PlainForms):
    """``Backend`` with ``QueueSource``, ``QueueKeeper``, ``JobForms`` and ``JobRecords``.

    A kind of server adds what it alone knows: ``probe``, ``fetch``, ``carry_out`` for one job,
    ``watch`` for what goes on between, ``stop`` for the job that runs.
    """

    LINK: ClassVar[LinkState] = LinkState.POLLING
    """How changes come to be known."""

    def __init__(
        self, server_id: ServerId, profile: ConnectionProfile, pace: Pace | None = None
    ) -> None:
        self._server_id = server_id
        self.http = HttpClient(profile)
        self.pace = replace(pace or Pace())  # its own: it may change
        self.outbox = Outbox()
        self.jobs_here = LocalJobs(server_id, self.outbox)
        self.at_once = 1
        """How many jobs are with the server at the most."""
        self.working: list[Entry] = []
        """The jobs that were sent and have not been answered, in that order."""
        self._shown = asyncio.Event()
        self._shown.set()
        self._woken = asyncio.Event()

    @property
    def server_id(self) -> ServerId:
        """The server this backend talks to."""
        return self._server_id

    def traffic(self) -> Traffic:
        """What went over the wire in the last minute."""
        return self.http.meter.traffic(time.monotonic())

    @property
    def poll_s(self) -> float:
        """Seconds between two readings while no job runs."""
        return self.pace.idle_s

    @poll_s.setter
    def poll_s(self, seconds: float) -> None:
        self.pace.idle_s = seconds

    @property
    def current(self) -> Entry | None:
        """The job that was sent and has not been answered; the oldest of several."""
        return self.working[0] if self.working else None

    # --- what a kind adds ----------------------------------------------------------------
    @abstractmethod
    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""

    @abstractmethod
    async def carry_out(self, entry: Entry) -> None:
        """Run one job to its end, and enter that.

        Raises:
            ApiError: the connection is lost; the job is told of already, or put back.
        """

    @abstractmethod
    async def recover(self, entry: Entry) -> None:
        """Find out what became of a job that was sent over a connection that is gone.

        Raises:
            ApiError: the connection is lost again.
        """

    @abstractmethod
    async def watch(self) -> None:
        """Look after the server once.

        Raises:
            ApiError: it does not answer.
        """

    @abstractmethod
    async def stop(self, entry: Entry) -> None:
        """Stop a job that was sent, as far as this kind of server can."""

    # --- Backend -------------------------------------------------------------------------
    async def updates(self) -> AsyncGenerator[Update, None]:
        """Run one connection: ``Connected``, a snapshot, changes, and ``Lost`` at the end."""
        try:
            facts = await self.probe()
        except ApiError as error:
            yield Lost(error.problem)
            return
        self.outbox.open()
        yield Connected(self.LINK, facts)
        yield self.jobs_here.snapshot()
        try:
            async with Background() as tasks:
                unsettled = deque(self.jobs_here.unsettled)
                for _ in range(self.at_once):
                    tasks.start(self._work(unsettled))
                tasks.start(self._watch())
                update: Update | None = None
                while not isinstance(update, Lost):
                    update = await self.outbox.get()
                    if isinstance(update, Lost):
                        tasks.cancel()
                    yield update
        finally:
            self.outbox.close()

    async def submit(self, request: SubmitRequest) -> Receipt:
        """Take jobs; they are sent one after the other."""
        front = bool(request.payload.get("front"))
        ids = self.jobs_here.add(request, range(request.count), front=front)
        return Receipt(request.batch_id, request.count, request.count, tuple(ids))

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        """Take back what was not sent, and stop what was."""
        self.jobs_here.cancel_waiting(set(job_ids))
        for job_id in job_ids:
            entry = self.jobs_here.entries.get(job_id)
            if entry is not None and not entry.job.state.ended:
                await self.stop(entry)
        self.wake()

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """Tell all that is known of a job."""
        if job_id not in self.jobs_here.entries:
            raise NotFound("not handed in here", what="This item")
        return self.jobs_here.update(job_id)

    async def aclose(self) -> None:
        """Close connections. Safe to call twice."""
        await self.http.aclose()

    def attend(self, shown: bool) -> None:
        """While nobody looks, and nothing runs, nothing is asked."""
        if shown:
            self._shown.set()
            self.wake()
        else:
            self._shown.clear()

    def wake(self) -> None:
        """Look after the server at once."""
        self._woken.set()

    # --- QueueSource ---------------------------------------------------------------------
    async def jobs(self, ids: Sequence[JobId]) -> Sequence[Job]:
        """The records of jobs; unknown ids are left out."""
        entries = self.jobs_here.entries
        return [entries[job_id].job for job_id in ids if job_id in entries]

    async def jobs_beyond(self, known: Collection[JobId]) -> Sequence[Job]:
        """The records of all jobs that are not ``known``."""
        return [e.job for i, e in self.jobs_here.entries.items() if i not in known]

    async def job_inputs(self, ids: Sequence[JobId]) -> Sequence[JobUpdate]:
        """The whole records: a snapshot lacks nothing of them."""
        return [self.jobs_here.update(i) for i in ids if i in self.jobs_here.entries]

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        """Cancel all open jobs of these batches."""
        await self.cancel(
            [i for i, e in self.jobs_here.entries.items() if e.job.batch_id in batch_ids]
        )

    async def cancel_pending(self) -> None:
        """Cancel all jobs that were not sent yet."""
        self.jobs_here.cancel_waiting(set(self.jobs_here.waiting))

    async def set_paused(self, paused: bool) -> None:
        """Send no more jobs, or go on."""
        self.jobs_here.set_paused(paused)

    # --- QueueKeeper ---------------------------------------------------------------------
    async def retry(self, job_ids: Sequence[JobId]) -> int:
        """Take jobs again that have not come to a good end."""
        entries = [self.jobs_here.entries.get(job_id) for job_id in job_ids]
        again = [e for e in entries if e is not None and e.job.state in RETRIABLE]
        for entry in again:
            self.jobs_here.add(entry.request, [entry.number])
        return len(again)

    async def clear(self) -> int:
        """Cancel what was handed in here and forget all jobs."""
        await self.cancel(self._own(self.jobs_here.entries))
        return self.jobs_here.delete(list(self.jobs_here.entries))

    async def prune(self) -> int:
        """Forget all jobs that have ended."""
        entries = self.jobs_here.entries.items()
        return self.jobs_here.delete([i for i, e in entries if e.job.state.ended])

    async def delete_jobs(self, job_ids: Sequence[JobId]) -> int:
        """Forget jobs, open ones after canceling them; one that runs stays until it has ended."""
        await self.cancel(self._own(job_ids))
        return self.jobs_here.delete(job_ids)

    def _own(self, job_ids: Iterable[JobId]) -> list[JobId]:
        """Those that were handed in here: tidying up costs nobody else a job."""
        known = self.jobs_here.entries
        return [i for i in job_ids if i in known and not known[i].job.foreign]

    # --- what a job ran with -------------------------------------------------------------
    async def job_form(self, job_id: JobId) -> Form:
        """Make a form filled with what a job ran with."""
        entry = self._known(job_id)
        return await self.filled(entry.request.form_id, entry.values)

    async def job_record(self, job_id: JobId) -> JobRecord:
        """All that is known of a job, with what the server answered."""
        entry = self._known(job_id)
        form = None if entry.job.foreign else await self.job_form(job_id)
        raw = {"form": entry.request.form_id, "values": entry.values, "answer": entry.answer}
        return JobRecord(entry.job, form=form, raw=raw)

    def _known(self, job_id: JobId) -> Entry:
        if job_id not in self.jobs_here.entries:
            raise NotFound("not handed in here", what="This item")
        return self.jobs_here.entries[job_id]

    # --- inside --------------------------------------------------------------------------
    async def _work(self, unsettled: deque[Entry]) -> None:
        """Settle what an earlier connection has left, then send one job after the other."""
        try:
            while unsettled:
                entry = unsettled.popleft()
                await self._held(entry, self.recover(entry))
            while True:
                entry = await self.jobs_here.next()
                self.working.append(entry)
                self.wake()
                try:
                    await self._held(entry, self.carry_out(entry))
                finally:
                    self.working.remove(entry)
        except ApiError as error:
            self.outbox.put(Lost(error.problem))

    async def _held(self, entry: Entry, carried: Awaitable[None]) -> None:
        try:
            await carried
        except asyncio.CancelledError:
            # The connection ends while the answer is under way: it may be with the server.
            if not entry.job.state.ended and entry.job_id not in self.jobs_here.waiting:
                self.jobs_here.change(entry, state=JobState.UNKNOWN, authoritative=True)
            raise

    async def before_sending(self, entry: Entry, wait: Awaitable[T]) -> T:
        """Wait for something while a job is surely not with the server.

        Where the connection ends meanwhile the job is put back: it runs next.
        """
        try:
            return await wait
        except (asyncio.CancelledError, Unreachable):
            if not entry.job.state.ended:
                self.jobs_here.put_back(entry)
            raise

    async def _watch(self) -> None:
        """Look after the server again and again, as often as it is worth it."""
        while True:
            try:
                await self.watch()
            except ApiError as error:
                # While a job is with the server its own answer tells whether that is still there:
                # some freeze as long as they work.
                log.info("not answered: %s", error)
                if self.current is None:
                    self.outbox.put(Lost(error.problem))
                    return
            await self._rest()

    async def _rest(self) -> None:
        self._woken.clear()
        busy = self.current is not None
        if not busy and not self._shown.is_set():
            await self._woken.wait()
            return
        try:
            async with asyncio.timeout(self.pace.busy_s if busy else self.pace.idle_s):
                await self._woken.wait()
        except TimeoutError:
            pass

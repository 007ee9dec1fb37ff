"""One run of the updates of one server: connect, snapshot, changes, loss."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from ivk_desktop.api.background import Background
from ivk_desktop.api.clocks import Clocks
from ivk_desktop.api.errors import (
    ApiError,
    ConnectionLost,
    GateClosed,
    KeysLost,
    SocketRefused,
    TimedOut,
    Unauthorized,
)
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.app import AppRepository
from ivk_desktop.api.invokeai.auth import AuthRepository
from ivk_desktop.api.invokeai.boards import BoardRepository
from ivk_desktop.api.invokeai.details import Details
from ivk_desktop.api.invokeai.downloads import Downloads
from ivk_desktop.api.invokeai.events import EventReader, Missed, QueueStale
from ivk_desktop.api.invokeai.live import LiveSocket
from ivk_desktop.api.invokeai.mailbox import Ended, Item, Mailbox, SocketFound
from ivk_desktop.api.invokeai.mapping import update_of_job
from ivk_desktop.api.invokeai.open_jobs import OpenJobs
from ivk_desktop.api.invokeai.polling import QueuePoller
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.slow_reads import learn_order, watch_boards
from ivk_desktop.api.invokeai.submissions import Submissions
from ivk_desktop.api.invokeai.sync import Pace, QueueSync
from ivk_desktop.api.invokeai.tap import Tap
from ivk_desktop.api.invokeai.templates import TemplateSource
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.watch import Silence, Watch
from ivk_desktop.domain.access import Account
from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    Lost,
    QueueSnapshot,
    Update,
)

log = logging.getLogger(__name__)

SIGN_IN_S = 30.0
"""How long to wait before the server is asked again while a person has to act: another window may
have signed in, and whoever counts failed attempts must not be given more of them."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a connection works with."""

    server_id: ServerId
    profile: ConnectionProfile
    queue_id: str
    http: HttpClient
    app: AppRepository
    auth: AuthRepository
    queue: QueueRepository
    submissions: Submissions
    templates: TemplateSource
    boards: BoardRepository
    downloads: Downloads
    pace: Pace
    clocks: Clocks
    open_jobs: OpenJobs
    tap: Tap


class Connection:
    """One epoch.

    Whatever is still under way when it ends is canceled, so that no answer of an older connection
    is ever mixed into a newer one.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._mailbox = Mailbox()
        self._reader = EventReader(parts.server_id, parts.queue_id, parts.queue.priorities)
        self._sync = QueueSync(
            parts.queue, self._reader, self._mailbox, parts.open_jobs, parts.pace
        )
        self._details = Details(
            parts.queue,
            parts.submissions,
            parts.templates,
            parts.open_jobs,
            self._mailbox,
        )
        self._socket: LiveSocket | None = None
        self._poller: QueuePoller | None = None
        self._announced: set[JobId] = set()
        self._newest = 0
        self._patience: asyncio.Timeout | None = None

    async def updates(self) -> AsyncGenerator[Update, None]:
        """``Connected``, a snapshot, changes, and ``Lost`` at the end."""
        try:
            async with Background() as tasks:
                facts, link = await self._connect_in_time()
                while True:
                    tasks.cancel()
                    tasks.start(self._watch())
                    yield Connected(link, facts)
                    for update in await self._begin(tasks, link):
                        yield update
                    while not isinstance(item := await self._mailbox.get(), SocketFound):
                        if isinstance(item, Ended):
                            yield _lost(item.error, at_once=item.at_once)
                            return
                        for update in self._digest(item):
                            yield update
                    link = LinkState.LIVE
        except ApiError as error:
            yield _lost(error)
        finally:
            if self._socket is not None:
                await self._socket.close()

    def look_again(self) -> None:
        """Something was done that no event tells of: read the queue soon."""
        if self._poller is not None:
            self._poller.hurry()
        else:
            self._sync.note(QueueStale())

    def end(self, error: ApiError, *, at_once: bool = False) -> None:
        """Nothing more is to be had this way; ``at_once``: by a new connection it is."""
        self._mailbox.put(Ended(error, at_once))

    async def _connect_in_time(self) -> tuple[ServerFacts, LinkState]:
        parts = self._parts
        try:
            async with asyncio.timeout(parts.pace.try_s):
                return await self._connect()
        except TimeoutError as error:
            args = arguments(parts.profile, seconds=round(parts.pace.try_s))
            raise TimedOut("connecting took too long", **args) from error

    async def _watch(self) -> None:
        """End the connection when it is dead; what else was kept open is dead then, too."""
        parts, pace = self._parts, self._parts.pace
        watch = Watch(
            Silence(pace.tick_s, pace.quiet_s),
            parts.clocks,
            lambda: self._mailbox.filled_at,
            lambda: parts.queue.status(within_s=pace.answer_s),
        )
        error = await watch.dead()
        await parts.http.renew()
        slept = ConnectionLost("the computer slept", **arguments(parts.profile))
        self._mailbox.put(Ended(error or slept, at_once=error is None))
        if self._patience is not None:
            self._patience.reschedule(0)

    async def _snapshot_of_all(self) -> QueueSnapshot:
        """Read the queue, for as long as the connection lives."""
        try:
            async with asyncio.timeout(None) as self._patience:
                return await self._sync.snapshot()
        except TimeoutError as error:
            raise ConnectionLost("no answer", **arguments(self._parts.profile)) from error
        finally:
            self._patience = None

    async def _connect(self) -> tuple[ServerFacts, LinkState]:
        """Ask what answers and who is signed in, and open the live connection meanwhile."""
        parts = self._parts
        try:
            async with asyncio.TaskGroup() as group:
                facts = group.create_task(parts.app.facts())
                account = group.create_task(self._account(facts))
                link = group.create_task(self._open_as(account))
        except ExceptionGroup as errors:
            raise _telling(errors) from errors
        return replace(facts.result(), account=account.result()), link.result()

    async def _account(self, facts: asyncio.Task[ServerFacts]) -> Account | None:
        """Who is signed in; what kind of server answers at all is told before any other fault."""
        try:
            return await self._parts.auth.account()
        except Unauthorized:
            raise
        except ApiError:
            await asyncio.wait((facts,))
            raise

    async def _open_as(self, account: asyncio.Task[Account | None]) -> LinkState:
        """Open the live connection as the one who is signed in: it takes its token only once."""
        await LiveSocket.prepare()
        await asyncio.wait((account,))
        return await self._open()

    async def _open(self) -> LinkState:
        """Subscribe before the snapshot is read: nothing falls between the two."""
        parts = self._parts
        socket = LiveSocket(
            parts.profile,
            parts.queue_id,
            self._reader,
            self._mailbox,
            parts.tap,
            parts.downloads,
            parts.http.meter,
        )
        try:
            await socket.open()
        except SocketRefused as error:
            log.info("no live connection: %s", error.detail)
            return LinkState.POLLING
        self._socket = socket
        return LinkState.LIVE

    async def _begin(self, tasks: Background, link: LinkState) -> list[Update]:
        """Read the snapshot and start what keeps it true."""
        snapshot = await self._snapshot_of_all()
        self._details.every = link is LinkState.POLLING
        tasks.start(self._details.run())
        tasks.start(self._parts.templates.prepare())
        tasks.start(learn_order(self._parts.queue, snapshot.jobs, self._mailbox))
        tasks.start(watch_boards(self._parts.boards, self._parts.pace.boards_s, self._mailbox))
        self._poller = None
        if link is LinkState.LIVE:
            tasks.start(self._sync.run())
        else:
            self._poller = poller = QueuePoller(self._parts.queue, self._mailbox, self._parts.pace)
            tasks.start(poller.run(snapshot))
            tasks.start(self._seek(poller))
        return self._digest(snapshot)

    async def _seek(self, poller: QueuePoller) -> None:
        """Try the live connection again and again, ever more rarely.

        What is polled once it is there is not told: it would be older than the events.
        """
        pace = self._parts.pace
        wait_s = pace.seek_s
        while True:
            await asyncio.sleep(wait_s * random.uniform(0.8, 1.2))
            try:
                async with asyncio.timeout(pace.try_s):
                    found = await self._open()
            except (ApiError, TimeoutError) as error:
                log.info("no live connection: %s", error)
                found = LinkState.POLLING
            if found is LinkState.LIVE:
                poller.quiet = True
                self._mailbox.put(SocketFound())
                return
            wait_s = min(wait_s * 2, pace.seek_most_s)

    def _digest(self, item: Item) -> list[Update]:
        """Complete one item with what is known here."""
        match item:
            case QueueStale():
                self._sync.note(item)
                return []
            case Missed():
                self._details.expect(item.key)
                return []
            case Ended() | SocketFound():
                return []
            case QueueSnapshot():
                return self._snapshot(item)
            case JobsAdded():
                return self._added(item)
            case JobChanged():
                return self._changed(item)
            case JobsRemoved():
                self._announced.difference_update(item.ids)
                self._parts.open_jobs.remove(item.ids)
                return [item]
            case _:
                return [item]

    def _snapshot(self, snapshot: QueueSnapshot) -> list[Update]:
        self._announced = set(snapshot.ids)
        self._newest = max(map(int, snapshot.ids), default=0)
        server_id = self._parts.server_id
        unheard = sorted(self._parts.open_jobs.begin(snapshot), key=int)
        self._details.read_ended(JobKey(server_id, job_id) for job_id in unheard)
        updates: list[Update] = [snapshot]
        for job in snapshot.jobs:
            if job.state.ended:
                continue
            if job.state is JobState.RUNNING and not job.private:
                self._details.expect(job.key)
            updates += self._plan(job)
        for changed in self._mailbox.since_mark():
            self._note_state(changed.update)
            updates.append(changed)
        return updates

    def _added(self, added: JobsAdded) -> list[Update]:
        """A job that an event has announced already is completed, not added again."""
        new = [job for job in added.jobs if job.key.job_id not in self._announced]
        old = [job for job in added.jobs if job.key.job_id in self._announced]
        for job in new:
            self._announce(job.key.job_id)
        updates: list[Update] = [JobsAdded(tuple(new))] if new else []
        updates += [JobChanged(update_of_job(job, authoritative=False)) for job in old]
        for job in new:
            self._parts.open_jobs.note(job.key.job_id, job.state)
            updates += self._plan(job)
        return updates

    def _announce(self, job_id: JobId) -> None:
        """A job is told of for the first time: its place is above all others.

        One that was told of too late has another place: the whole queue is read again.
        """
        self._announced.add(job_id)
        if int(job_id) < self._newest:
            self._sync.note(QueueStale(everything=True))
        self._newest = max(self._newest, int(job_id))

    def _changed(self, changed: JobChanged) -> list[Update]:
        update = changed.update
        if update.key.job_id not in self._announced:
            # Of a job that no list has named yet: it is shown at once, and looked up.
            self._sync.note(QueueStale((update.key.job_id,)))
            self._announce(update.key.job_id)
        if self._ends_without_results(update):
            self._details.expect(update.key)
        self._note_state(update)
        if isinstance(update.batch_id, str) and (
            title := self._parts.submissions.title(update.batch_id)
        ):
            changed = JobChanged(replace(update, title=title))
        if update.authoritative and update.private is not False:
            return [changed]  # another user's, or the record that was asked for
        plan = self._details.note(update.key, update.state, update.batch_id)
        return [changed, plan] if plan else [changed]

    def _ends_without_results(self, update: JobUpdate) -> bool:
        """Whether a list tells the end of a job, of which no event did."""
        told = isinstance(update.outputs, tuple) or not update.authoritative
        return not told and self._parts.open_jobs.is_open(update.key.job_id)

    def _note_state(self, update: JobUpdate) -> None:
        open_jobs, job_id = self._parts.open_jobs, update.key.job_id
        if isinstance(update.state, JobState):
            open_jobs.note(job_id, update.state)
            if update.authoritative and (
                isinstance(update.outputs, tuple) or update.private is True
            ):
                open_jobs.record_came(job_id)

    def _plan(self, job: Job) -> list[Update]:
        if job.private:
            return []
        plan = self._details.note(job.key, job.state, job.batch_id)
        return [plan] if plan else []


def _lost(error: ApiError, *, at_once: bool = False) -> Lost:
    """What is told of the end; what wants a person does not come sooner by asking again."""
    if isinstance(error, Unauthorized | GateClosed | KeysLost):
        return Lost(error.problem, SIGN_IN_S)
    return Lost(error.problem, 0.0 if at_once else None)


def _telling(errors: ExceptionGroup[Exception]) -> Exception:
    """Of several the one that says what to do: to sign in."""
    found = (one for one in errors.exceptions if isinstance(one, Unauthorized))
    return next(found, errors.exceptions[0])

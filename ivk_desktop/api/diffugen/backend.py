"""A DiffuGen server: one job at a time, with a stream of progress where that delivers."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from ivk_desktop.api import failures
from ivk_desktop.api.diffugen.calls import DiffuGenCalls, file_name, route_of
from ivk_desktop.api.diffugen.form import TEXT, body_of, make_form
from ivk_desktop.api.diffugen.run import Run
from ivk_desktop.api.errors import ApiError, BadAnswer, Busy, Rejected, Unreachable
from ivk_desktop.api.local.backend import LocalQueueBackend, Pace
from ivk_desktop.api.local.forms import Offer
from ivk_desktop.api.local.jobs import Entry
from ivk_desktop.api.local.notes import Note
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sse import EventTooLarge, ServerEvent, SseParser
from ivk_desktop.domain.jobs import JobError, JobId, JobState, JobUpdate
from ivk_desktop.domain.media import ImageName, MediaRef, MediaSize
from ivk_desktop.domain.plain_form import PlainForm
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    EtaSource,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import Progress, Remark

log = logging.getLogger(__name__)

PRODUCT: Final = "DiffuGen"
CAPABILITIES: Final = Capabilities(
    cancel=CancelScope.NONE,
    previews=PreviewMode.NONE,
    eta=EtaSource.DERIVED,
    pause=True,
    prepend=True,
    polled=True,
    waits_here=True,
)
IN_PROGRESS: Final = "already in progress"
"""Part of what it says to a second client (other-servers.md 3.2)."""
SOUGHT_S: Final = 1800.0
"""How long the picture of a job that was let go is looked for by itself."""
SEEK_EVERY: Final = 5
"""Looks; the server counts 60 requests a minute, pictures too."""


class DiffuGenBackend(LocalQueueBackend):
    """One DiffuGen server.

    It has no ids, no queue and no way to cancel: a job is let go, and its picture looked for.

    Args:
        server_id: names the server.
        profile: how it is reached.
        cache: where it is remembered that its stream does not deliver.
        pace: how often it is asked.
    """

    OFFERS: ClassVar[tuple[Offer, ...]] = (TEXT,)

    def __init__(
        self,
        server_id: ServerId,
        profile: ConnectionProfile,
        cache: Path | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(server_id, profile, pace)
        self._calls = DiffuGenCalls(self.http)
        self._silent = Note(server_id, "silent-stream", cache)
        self._streams = False
        self._scope: asyncio.Timeout | None = None
        self._there: dict[JobId, set[str]] = {}
        """The pictures that were there when a job was sent."""
        self._claimed: set[str] = set()
        self._ghosts: set[JobId] = set()
        """Jobs whose stream was given up: the server may work on them all the same."""
        self._looks = 0

    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""
        found = await self._calls.probe()
        await asyncio.to_thread(self._silent.read)
        self._streams = found.streams
        return ServerFacts(PRODUCT, found.version, CAPABILITIES)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get a picture of the server's gallery."""
        return await self._calls.image(ref.name)

    async def make_form(self, offer: Offer) -> PlainForm:
        """Make the form from the server's lists."""
        return make_form(await self._calls.lists())

    # --- one job -------------------------------------------------------------------------
    async def carry_out(self, entry: Entry) -> None:
        """Send one job, again while the server is busy with another, and follow it."""
        try:
            if (sought := self._sought()) is not None:
                await self._found(sought)  # from now on new pictures are this one's
            self._there.setdefault(entry.job_id, set(await self._calls.images()))
        except ApiError:
            self.jobs_here.put_back(entry)  # nothing was sent
            raise
        try:
            async with asyncio.timeout(None) as self._scope:
                await self._until_taken(entry)
        except TimeoutError:
            log.info("let go")  # ``stop`` has told of it
        except Unreachable as error:
            await self._lost(entry, error)
        except ApiError as error:
            reason = str(error.problem.args.get("reason") or error.detail or error.code)
            self._fail(entry, JobError(type(error).__name__, reason, error.detail))
        finally:
            self._scope = None

    async def _until_taken(self, entry: Entry) -> None:
        waits = self.pace.waits()
        while not await self._tried(entry):
            self.jobs_here.postpone(entry)
            await self.before_sending(entry, asyncio.sleep(next(waits)))
            if entry.job_id in self._ghosts and await self._turns_up(entry):
                return  # what kept the server busy was this very job

    async def _tried(self, entry: Entry) -> bool:
        """Whether the server took the job; it has ended then."""
        try:
            if self._streams and not self._silent:
                run = await self._stream(entry)
                if run.heard:
                    return await self._settle(entry, run)
                self._ghosts.add(entry.job_id)
                await self._say_silent()
            return await self._block(entry)
        except Busy:
            return False
        except Rejected as error:
            if IN_PROGRESS in error.detail or IN_PROGRESS in str(error.problem.args.get("reason")):
                return False
            raise

    async def _stream(self, entry: Entry) -> Run:
        run, parser = Run(), SseParser()
        try:
            async with asyncio.timeout(self.pace.first_event_s) as deadline:

                def hear(content_type: str, piece: bytes) -> bool:
                    for event in self._events(parser, content_type, piece):
                        if run.take(event):
                            deadline.reschedule(None)
                            self._show(entry, run)
                    return not run.done

                route = route_of(str(entry.values.get("model", ""))) + "/stream"
                accept = {"Accept": "text/event-stream"}
                await self.http.listen("POST", route, hear, body_of(entry.values), accept)
        except TimeoutError:
            log.info("the stream is silent")
        except (Unreachable, BadAnswer) as error:
            if not run.heard:
                raise
            log.info("the stream broke off: %s", error)
        for event in parser.end():
            run.take(event)
        return run

    def _events(self, parser: SseParser, content_type: str, piece: bytes) -> Sequence[ServerEvent]:
        if not content_type.startswith("text/event-stream"):
            args = failures.arguments(self.http.profile, what="no stream of events")
            raise BadAnswer(content_type[:200], **args)
        try:
            return parser.feed(piece)
        except EventTooLarge as error:
            args = failures.arguments(self.http.profile, what="an event without an end")
            raise BadAnswer(str(error), **args) from error

    def _show(self, entry: Entry, run: Run) -> None:
        event = run.newest
        if event is None or event.failed or event.done or entry.job.state.ended:
            return
        if entry.job.state is not JobState.RUNNING:
            self.jobs_here.change(entry, state=JobState.RUNNING, native_state=event.native)
        self.outbox.put(
            Progress(
                entry.job.key,
                message=event.message if event.phase is None else "",
                phase=event.phase,
                fraction=event.fraction,
                step=event.step,
                total=event.total,
                estimated=event.step is not None,
                arrived_at=time.monotonic(),
            )
        )

    async def _settle(self, entry: Entry, run: Run) -> bool:
        """Enter how a stream has ended; ``False`` where the server was busy with another job."""
        entry.answer = {"events": run.log()}
        if IN_PROGRESS in run.error:
            return False
        if run.completed:
            if name := file_name(run.path):
                self._complete(entry, name)
            elif not await self._turns_up(entry):
                self._fail(entry, JobError("NoPicture", run.path))
        elif run.error:
            self._fail(entry, JobError("DiffuGen", run.error))
        elif not await self._turns_up(entry):
            self.jobs_here.change(entry, state=JobState.DETACHED, native_state="stream ended")
        return True

    async def _block(self, entry: Entry) -> bool:
        """Have a job made without hearing of it."""
        self.jobs_here.change(entry, state=JobState.RUNNING, native_state="blocking")
        route = route_of(str(entry.values.get("model", "")))
        answer = await self._calls.generate(route, body_of(entry.values))
        told = {key: value for key, value in answer.items() if key != "image_base64"}
        entry.answer = {"answer": told}
        name = file_name(answer.get("image_path")) or file_name(answer.get("image_url"))
        if answer.get("success") is False or not name:
            reason = answer.get("error")
            self._fail(entry, JobError("DiffuGen", reason if isinstance(reason, str) else ""))
        else:
            self._complete(entry, name)
        return True

    async def _say_silent(self) -> None:
        await asyncio.to_thread(self._silent.keep)
        seconds = round(self.pace.first_event_s)
        args = failures.arguments(self.http.profile, seconds=seconds)
        self.outbox.put(Remark(Problem("stream_silent", args)))

    def _complete(self, entry: Entry, name: str) -> None:
        self._claimed.add(name)
        self._there.pop(entry.job_id, None)
        ref = MediaRef(self._server_id, ImageName(name))
        self.jobs_here.change(entry, state=JobState.COMPLETED, outputs=(ref,), error=None)

    def _fail(self, entry: Entry, error: JobError) -> None:
        self._there.pop(entry.job_id, None)
        self.jobs_here.change(entry, state=JobState.FAILED, error=error)

    # --- what was let go -----------------------------------------------------------------
    async def _lost(self, entry: Entry, error: Unreachable) -> None:
        """No answer: what surely never arrived is sent again, the rest goes on without us."""
        if failures.undelivered(error):
            self.jobs_here.put_back(entry)
            raise error
        self.jobs_here.change(entry, state=JobState.DETACHED, native_state=error.code)

    async def recover(self, entry: Entry) -> None:
        """Look for the picture of a job whose connection is gone."""
        if not await self._found(entry):
            self.jobs_here.change(entry, state=JobState.DETACHED, native_state="connection lost")

    async def stop(self, entry: Entry) -> None:
        """Let a job go: this kind of server cannot stop it."""
        if entry is not self.current or self._scope is None:
            return
        sent = entry.job.state is not JobState.PENDING
        self.jobs_here.change(entry, state=JobState.DETACHED if sent else JobState.CANCELED)
        self._scope.reschedule(asyncio.get_running_loop().time())

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """Tell what is known of a job; one that was let go is looked for."""
        entry = self.jobs_here.entries.get(job_id)
        if entry is not None and entry.job.state is JobState.DETACHED:
            await self._found(entry)
        return await super().reconcile(job_id)

    async def _found(self, entry: Entry) -> bool:
        """Whether there is a picture that came since the job was sent, and is no other's."""
        before = self._there.get(entry.job_id)
        if before is None:
            return False
        new = [n for n in await self._calls.images() if n not in before | self._claimed]
        if new:
            self._complete(entry, new[-1])
        return bool(new)

    async def _turns_up(self, entry: Entry) -> bool:
        """As ``_found``, of a job that was sent: a server that is gone now has it or had it."""
        try:
            return await self._found(entry)
        except ApiError as error:
            log.info("not looked for: %s", error)
            return False

    def _sought(self) -> Entry | None:
        """The oldest job that was let go and may still bring its picture."""
        entries, since = self.jobs_here.entries, time.time() - SOUGHT_S
        let_go = (entries[i] for i in self._there if i in entries)
        return next(
            (
                entry
                for entry in let_go
                if entry.job.state is JobState.DETACHED and (entry.job.started_at or 0) > since
            ),
            None,
        )

    async def watch(self) -> None:
        """Ask whether the server is there, and look for what was let go.

        Not while a job is with it: new pictures are that one's then.
        """
        self._looks += 1
        if self.current is not None or (self._looks - 1) % SEEK_EVERY:
            return
        if (sought := self._sought()) is not None:
            await self._found(sought)
        else:
            await self._calls.health()

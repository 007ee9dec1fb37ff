"""inference.sh: apps with forms of their own, several tasks at once, a stream for each."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from ivk_desktop.api import failures
from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.errors import (
    ApiError,
    BadAnswer,
    Busy,
    NotFound,
    Rejected,
    Unreachable,
    Unusable,
)
from ivk_desktop.api.inferencesh.calls import APP, InferenceCalls
from ivk_desktop.api.inferencesh.files import OutsideFiles
from ivk_desktop.api.inferencesh.payload import input_of, pictures_in
from ivk_desktop.api.inferencesh.run import TaskRun
from ivk_desktop.api.inferencesh.stream import PayloadReader
from ivk_desktop.api.local.backend import LocalQueueBackend, Pace
from ivk_desktop.api.local.forms import Offer
from ivk_desktop.api.local.jobs import Entry
from ivk_desktop.api.local.pictures import NoPicture, PictureShelf, ending_of
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.jobs import JobError, JobId, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.plain_form import PlainForm
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.schema_form import schema_form
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    EtaSource,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import JobLogged, LogLine, Progress

log = logging.getLogger(__name__)

PRODUCT: Final = "inference.sh"
CAPABILITIES: Final = Capabilities(
    cancel=CancelScope.ITEM,
    previews=PreviewMode.NONE,
    eta=EtaSource.DERIVED,
    pause=True,
    prepend=True,
    parallel=True,
    polled=True,
    waits_here=True,
)
AT_ONCE: Final = 6
"""Tasks that are followed at the same time, each by a stream of its own."""
MOST_STREAMS: Final = 5
"""Streams in a row that may say nothing before the record alone is asked."""
SELDOM: Final = 5
"""Without streams, and for what others run, so many times less often."""
SETUP: Final = 412
_TYPES: Final = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}


class InferenceBackend(LocalQueueBackend):
    """One account of inference.sh.

    A stream says how a task goes, the record alone how it ended. Results are fetched at once:
    their addresses expire.

    Args:
        server_id: names the server.
        profile: how it is reached; the key is its token, or a header of the address.
        folder: where results are kept; ``None`` keeps them in memory.
        pace: how often it is asked.
        at_once: how many tasks are followed at the same time.
    """

    def __init__(
        self,
        server_id: ServerId,
        profile: ConnectionProfile,
        folder: Path | None = None,
        pace: Pace | None = None,
        at_once: int = AT_ONCE,
    ) -> None:
        super().__init__(server_id, profile, pace)
        self.at_once = at_once
        self._calls = InferenceCalls(self.http)
        self._files = OutsideFiles(profile)
        self._shelf = PictureShelf(server_id, folder)
        self._apps: dict[str, Offer] = {}
        self._versions: dict[str, str] = {}
        """Which version of an app its form is of."""
        self._looks = 0

    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""
        await self._calls.probe()
        return ServerFacts(PRODUCT, "", CAPABILITIES)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get a result, which is kept here."""
        return await self._shelf.get(ref.name)

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        """Keep a picture here; it is stored on the server with each job that takes it."""
        try:
            return await self._shelf.put(data, f"input-{int(time.time())}-{Path(file_name).stem}")
        except NoPicture as error:
            raise Unusable(Problem("not_a_picture"), str(error)) from error

    # --- forms ---------------------------------------------------------------------------
    async def workflows(self) -> Sequence[WorkflowCard]:
        """List the apps."""
        apps = await self._calls.apps()
        self._apps = {one.name: Offer(one.name, one.title, one.description) for one in apps}
        return [
            WorkflowCard(
                one.name,
                one.title,
                one.description,
                "default",
                tags=(one.category,) if one.category else (),
            )
            for one in apps
        ]

    async def make_form(self, offer: Offer) -> PlainForm:
        """Make the form of an app from the schema of its input."""
        app = await self._calls.app(offer.form_id)
        version = app.get("version")
        version = version if isinstance(version, Mapping) else {}
        schema = version.get("input_schema")
        if not isinstance(schema, Mapping):
            args = failures.arguments(self.http.profile, what="an app without a description")
            raise BadAnswer("no input_schema", **args)
        short = version.get("short_id")
        self._versions[offer.form_id] = short if isinstance(short, str) and short.isalnum() else ""
        title = app.get("title")
        return schema_form(
            schema, offer.form_id, title[:200] if isinstance(title, str) and title else offer.title
        )

    def _offer(self, form_id: str) -> Offer:
        if not APP.fullmatch(form_id):
            raise NotFound("no app", what="This form")
        return self._apps.get(form_id, Offer(form_id, form_id))

    # --- one task ------------------------------------------------------------------------
    async def carry_out(self, entry: Entry) -> None:
        """Start one task, again while the server takes none, and follow it to its end."""
        waits = self.pace.waits()
        while not await self._taken(entry):
            self.jobs_here.postpone(entry)
            await self.before_sending(entry, asyncio.sleep(next(waits)))
            if entry.stopping:
                self.jobs_here.change(entry, state=JobState.CANCELED)
                return
        if entry.stopping:
            await self.stop(entry)
        if entry.native_id:
            await self._follow(entry)

    async def _taken(self, entry: Entry) -> bool:
        """Whether the server has answered for good, with a task or a refusal."""
        try:
            body = await self.before_sending(entry, self._body(entry))
        except Unreachable:
            raise
        except ApiError as error:
            return self._refused(entry, error)
        try:
            task = await self._calls.run(body)
            entry.native_id = str(task["id"])
        except Unreachable as error:
            if failures.undelivered(error):
                self.jobs_here.put_back(entry)
                raise
            await self._adopt(entry, error)
        except ApiError as error:
            return self._refused(entry, error)
        return True

    def _refused(self, entry: Entry, error: ApiError) -> bool:
        """Whether a refusal is for good; it is entered then."""
        if isinstance(error, Busy):
            return False
        reason = str(error.problem.args.get("reason") or error.detail or error.code)
        unready = isinstance(error, Rejected) and error.problem.args.get("status") == SETUP
        name = "SetUpNeeded" if unready else type(error).__name__
        self._fail(entry, JobError(name, reason, error.detail))
        return True

    async def _body(self, entry: Entry) -> dict[str, Any]:
        uris: dict[str, str] = {}
        for name in pictures_in(entry.values):
            data = await self._shelf.get(name)
            kind = _TYPES.get(ending_of(data), "application/octet-stream")
            uris[name], place = await self._calls.place_for(name, kind, len(data))
            try:
                await self._files.put(place, data, kind)
            except Unreachable as error:  # another host: the server itself is there
                raise Rejected(error.detail, reason=error.detail) from error
        app = entry.request.form_id
        version = self._versions.get(app)
        return {
            "app": f"{app}@{version}" if version else app,
            "input": input_of(entry.values, uris),
            "metadata": {"client_job": entry.job_id},
        }

    async def _adopt(self, entry: Entry, error: Unreachable) -> None:
        """The answer was lost: the list of tasks tells whether it has arrived."""
        for task in await self._list(entry):
            metadata = task.get("metadata")
            if isinstance(metadata, Mapping) and metadata.get("client_job") == entry.job_id:
                entry.native_id = str(task["id"])
                return
        self.jobs_here.change(entry, state=JobState.DETACHED, native_state=error.code)

    async def _list(self, entry: Entry) -> Sequence[Mapping[str, Any]]:
        try:
            return await self._calls.tasks()
        except ApiError:
            self.jobs_here.change(entry, state=JobState.UNKNOWN, authoritative=True)
            raise

    async def recover(self, entry: Entry) -> None:
        """Go on with a task that was started over a connection that is gone."""
        if not entry.native_id:
            await self._adopt(entry, Unreachable("the answer was lost"))
        if entry.native_id:
            self.working.append(entry)
            try:
                await self._follow(entry)
            finally:
                self.working.remove(entry)

    async def _follow(self, entry: Entry) -> None:
        run, silent = TaskRun(), 0
        while not entry.job.state.ended:
            heard = silent < MOST_STREAMS and await self._listen(entry, run)
            silent = 0 if heard else silent + 1
            if await self._read(entry, run):
                return
            often = 1 if silent < MOST_STREAMS else SELDOM
            await asyncio.sleep(self.pace.busy_s * often)

    async def _listen(self, entry: Entry, run: TaskRun) -> bool:
        """Follow a stream until it ends, breaks or brings nothing; whether anything was new."""
        before, loop = dict(run.task), asyncio.get_running_loop()
        reader = PayloadReader(self.http.profile)
        try:
            async with asyncio.timeout(self.pace.silent_s) as deadline:

                def hear(content_type: str, piece: bytes) -> bool:
                    for payload in reader.feed(content_type, piece):
                        if run.take(payload):
                            deadline.reschedule(loop.time() + self.pace.silent_s)
                            self._show(entry, run)
                    return not run.ended

                await self._calls.listen(entry.native_id, hear)
        except TimeoutError:
            log.info("nothing but signs of life")
        except ApiError as error:
            log.info("the stream is gone: %s", error)
        return run.task != before

    async def _read(self, entry: Entry, run: TaskRun) -> bool:
        """Read the record of a task and enter it; whether it has ended."""
        try:
            run.take(await self._calls.task(entry.native_id))
        except NotFound:
            self._fail(entry, JobError("NotFound", "the server does not know this task any more"))
            return True
        except Rejected as error:
            self._fail(entry, JobError("Rejected", str(error.problem.args.get("reason", ""))))
            return True
        except ApiError:
            self.jobs_here.change(entry, state=JobState.UNKNOWN, authoritative=True)
            raise
        self._show(entry, run)
        if not run.ended:
            return False
        await self._settle(entry, run)
        return True

    def _show(self, entry: Entry, run: TaskRun) -> None:
        """Tell how a task goes; its end is the record's to tell."""
        if entry.job.state.ended:
            return
        if lines := run.new_lines():
            self.outbox.put(JobLogged(entry.job.key, lines))
        status = run.status
        if status is None or status.state.ended:
            return
        stopping = entry.job.state is JobState.CANCELING
        if entry.job.state is not status.state and not stopping:
            unknown = entry.job.state is JobState.UNKNOWN
            self.jobs_here.change(
                entry, state=status.state, native_state=status.name, authoritative=unknown
            )
        news = (status, run.step, run.fraction)
        if status.phase is not None and news != run.shown:
            run.shown = news
            step, total = run.step or (None, None)
            self.outbox.put(
                Progress(
                    entry.job.key,
                    phase=status.phase,
                    fraction=run.fraction,
                    step=step,
                    total=total,
                    arrived_at=time.monotonic(),
                )
            )

    async def _settle(self, entry: Entry, run: TaskRun) -> None:
        status = run.status
        assert status is not None
        outputs = await self._outputs(entry, run)
        entry.answer = {"status": status.name, "output": run.task.get("output")}
        error = None
        if status.state is JobState.FAILED:
            told = run.task.get("error")
            name = "Rejected" if status.name == "rejected" else PRODUCT
            error = JobError(name, told[:4000] if isinstance(told, str) else status.name)
        self.jobs_here.change(
            entry, state=status.state, outputs=outputs, error=error, native_state=status.name
        )

    async def _outputs(self, entry: Entry, run: TaskRun) -> tuple[MediaRef, ...]:
        """Fetch the pictures among the results; what cannot be had is said in the log."""
        found: list[MediaRef] = []
        for number, address in enumerate(run.uris(), start=1):
            try:
                data = await self._files.get(address)
                found.append(await self._shelf.put(data, f"{entry.job_id}-{number}"))
            except NoPicture:
                line = LogLine(f"Result {number} is no picture: it stays on the server.")
                self.outbox.put(JobLogged(entry.job.key, (line,)))
            except ApiError as error:
                line = LogLine(f"Result {number} could not be fetched ({error.code}).")
                self.outbox.put(JobLogged(entry.job.key, (line,)))
        return tuple(found)

    def _fail(self, entry: Entry, error: JobError) -> None:
        self.jobs_here.change(entry, state=JobState.FAILED, error=error)

    async def stop(self, entry: Entry) -> None:
        """Cancel a task; its record tells when it has stopped."""
        entry.stopping = True  # as soon as it has an id, if it has none yet
        if not entry.native_id:
            return
        try:
            await self._calls.cancel(entry.native_id)
        except (NotFound, Rejected, Busy) as error:
            log.info("not canceled: %s", error)
            return
        if not entry.job.state.ended:
            self.jobs_here.change(entry, state=JobState.CANCELING)

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """Read the record of a task again; results that could not be had are fetched."""
        entry = self.jobs_here.entries.get(job_id)
        if entry is not None and entry.native_id and not entry.job.outputs:
            await self._read(entry, TaskRun())
        return await super().reconcile(job_id)

    # --- the rest of the account ---------------------------------------------------------
    async def watch(self) -> None:
        """Show what else this account runs, now and then."""
        self._looks += 1
        if (self._looks - 1) % SELDOM:
            return
        tasks = await self._calls.tasks()
        if any(not entry.native_id for entry in self.working):
            return  # one that is being started has no name here yet
        ours = {e.native_id for e in self.jobs_here.entries.values() if not e.job.foreign}
        seen: set[JobId] = set()
        for task in tasks:
            run, task_id = TaskRun(), str(task["id"])
            run.take(task)
            if run.status is None or run.status.state.ended or task_id in ours:
                continue
            entry = self.jobs_here.show_foreign(task_id, PRODUCT, run.status.state)
            entry.native_id = task_id
            seen.add(entry.job_id)
            self._show(entry, run)
        self.jobs_here.drop_foreign(seen)

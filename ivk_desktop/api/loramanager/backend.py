"""A LoRA Manager server: its queue by REST, what happens in it over a websocket."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Final

from ivk_desktop.api import failures
from ivk_desktop.api.errors import ApiError, Busy, NotFound, Rejected, SocketRefused, Unreachable
from ivk_desktop.api.local.backend import LocalQueueBackend, Pace
from ivk_desktop.api.local.forms import Offer
from ivk_desktop.api.local.jobs import Entry
from ivk_desktop.api.local.pictures import NoPicture, PictureShelf, decoded
from ivk_desktop.api.loramanager.calls import LoraManagerCalls
from ivk_desktop.api.loramanager.form import TEXT, make_form
from ivk_desktop.api.loramanager.messages import Kind, Message, read_message
from ivk_desktop.api.loramanager.socket import subscribed
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.jobs import JobError, JobState
from ivk_desktop.domain.limits import MEGABYTE
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.phases import Phase
from ivk_desktop.domain.plain_form import PlainForm
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    EtaSource,
    LinkState,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import Preview, Progress

log = logging.getLogger(__name__)

PRODUCT: Final = "LoRA Manager"
CAPABILITIES: Final = Capabilities(
    cancel=CancelScope.ITEM,
    previews=PreviewMode.PUSH,
    eta=EtaSource.DERIVED,
    pause=True,
    prepend=True,
    waits_here=True,
)
PREVIEW_BYTES: Final = 8 * MEGABYTE
RECHECKS: Final = 15
"""Looks that the record of a job is left unread while the websocket stands."""
MOST_HELD: Final = 200
_TITLE: Final = 80


class LoraManagerBackend(LocalQueueBackend):
    """One LoRA Manager server.

    The record of a job, or the message that ends it, tells how it ended; a fraction of 1 tells
    nothing, because it is that of whatever the generator does (other-servers.md 1.4). A job that
    was canceled stays so, though the server enters it as completed later on.

    Args:
        server_id: names the server.
        profile: how it is reached; its API key is a header of the address.
        folder: where results are kept; ``None`` keeps them in memory.
        pace: how often it is asked.
    """

    OFFERS: ClassVar[tuple[Offer, ...]] = (TEXT,)
    LINK: ClassVar[LinkState] = LinkState.LIVE

    def __init__(
        self,
        server_id: ServerId,
        profile: ConnectionProfile,
        folder: Path | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(server_id, profile, pace)
        self._calls = LoraManagerCalls(self.http)
        self._shelf = PictureShelf(server_id, folder)
        self._listens = asyncio.Event()
        self._sending = False
        """The id of what is handed in just now is not known yet: messages are held."""
        self._held_back: list[Message] = []
        self._end: Message | None = None
        """How the current job has ended, as its last message tells."""
        self._news = asyncio.Event()

    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""
        await self._calls.probe()
        return ServerFacts(PRODUCT, "", CAPABILITIES)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get a result, which is kept here: the server's own names are of its own computer."""
        return await self._shelf.get(ref.name)

    async def make_form(self, offer: Offer) -> PlainForm:
        """Make the form from the server's description."""
        return make_form(await self._calls.description())

    # --- one job -------------------------------------------------------------------------
    async def carry_out(self, entry: Entry) -> None:
        """Hand one job in, again while the server takes none, and wait for its end."""
        await self.before_sending(entry, self._subscribed())
        waits = self.pace.waits()
        while not await self._taken(entry):
            self.jobs_here.postpone(entry)
            await self.before_sending(entry, asyncio.sleep(next(waits)))
            if entry.stopping:
                self.jobs_here.change(entry, state=JobState.CANCELED)
                return
        if entry.stopping:
            await self.stop(entry)
        if entry.native_id and not entry.job.state.ended:
            await self._until_ended(entry)

    async def _subscribed(self) -> None:
        """Wait for the websocket: what a job tells first comes before its id is known."""
        try:
            async with asyncio.timeout(self.pace.first_event_s):
                await self._listens.wait()
        except TimeoutError:
            log.info("handed in without a websocket")

    async def _taken(self, entry: Entry) -> bool:
        """Whether the server has answered for good, with an id or a refusal."""
        self._end, self._sending = None, True
        try:
            entry.native_id = await self._calls.enqueue(entry.values)
        except Busy:
            return False
        except Unreachable as error:
            if failures.undelivered(error):
                self.jobs_here.put_back(entry)
                raise
            self._adopt(entry)
            if not entry.native_id:
                self.jobs_here.change(entry, state=JobState.DETACHED, native_state=error.code)
        except ApiError as error:
            reason = str(error.problem.args.get("reason") or error.detail or error.code)
            self._fail(entry, JobError(type(error).__name__, reason, error.detail))
        finally:
            self._sending = False
        held, self._held_back = self._held_back, []
        for message in held:
            await self._take(message)
        return True

    def _adopt(self, entry: Entry) -> None:
        """The answer was lost: a message about the very same job tells its id."""
        for message in self._held_back:
            told = message.params
            if told and all(told.get(name) == value for name, value in entry.values.items()):
                entry.native_id = message.job_id
                return

    async def _until_ended(self, entry: Entry) -> None:
        looks = 0
        while not entry.job.state.ended:
            self._news.clear()
            if (end := self._end) is not None and end.kind is Kind.ENDED and _whole(end):
                await self._settle(entry, end)
                return
            # Without the websocket the record tells, and from time to time in any case: a server
            # that starts anew sends no more messages of its older jobs.
            looks += 1
            due = not self._listens.is_set() or looks % RECHECKS == 0 or self._end is not None
            if due and await self._read(entry):
                return
            try:
                async with asyncio.timeout(self.pace.busy_s):
                    await self._news.wait()
            except TimeoutError:
                continue

    async def _read(self, entry: Entry) -> bool:
        """Read the record of a job and enter it; whether it has ended."""
        try:
            record = await self._calls.record(entry.native_id)
        except NotFound:
            self._fail(entry, JobError("NotFound", "the server does not know this job any more"))
            return True
        except Unreachable:
            self.jobs_here.change(entry, state=JobState.UNKNOWN, authoritative=True)
            raise
        if entry.job.state.ended:
            return True  # canceled meanwhile: that stays
        if record.state is None or not record.state.ended:
            await self._progress(entry, record, numbered=False)
            return False
        await self._settle(entry, record)
        return True

    async def recover(self, entry: Entry) -> None:
        """Go on with a job that was handed in over a connection that is gone."""
        self._end = None
        if not entry.native_id:
            self.jobs_here.change(entry, state=JobState.DETACHED, native_state="answer lost")
        elif not await self._read(entry):
            self.working.append(entry)
            try:
                await self._until_ended(entry)
            finally:
                self.working.remove(entry)

    async def _settle(self, entry: Entry, end: Message) -> None:
        """Enter how a job has ended, with its pictures."""
        outputs, unusable = [], 0
        for number, text in enumerate(end.images, start=1):
            try:
                data = await decoded(text)
                outputs.append(await self._shelf.put(data, f"{entry.job_id}-{number}"))
            except NoPicture as error:
                log.info("no picture: %s", error)
                unusable += 1
        if entry.job.state.ended:
            return
        entry.answer = {"info": dict(end.info), "status": end.native}
        if end.state is not JobState.COMPLETED:
            state = end.state or JobState.FAILED
            why = JobError(PRODUCT, end.error) if state is JobState.FAILED else None
            self.jobs_here.change(entry, state=state, outputs=tuple(outputs), error=why)
        elif unusable and not outputs:
            self._fail(entry, JobError("BadAnswer", f"{unusable} of its pictures are none"))
        else:
            done = {"state": JobState.COMPLETED, "outputs": tuple(outputs), "error": None}
            self.jobs_here.change(entry, **done)

    def _fail(self, entry: Entry, error: JobError) -> None:
        self.jobs_here.change(entry, state=JobState.FAILED, error=error)

    async def stop(self, entry: Entry) -> None:
        """Cancel a job; its generator goes on with what it has begun."""
        native = entry.native_id
        entry.stopping = True  # as soon as it has an id, if it has none yet
        if not native:
            return
        try:
            await self._calls.cancel(native)
        except (Rejected, NotFound) as error:
            log.info("not canceled, it has ended: %s", error)
            self._news.set()
            return
        self.jobs_here.change(entry, state=JobState.CANCELED)
        self._news.set()

    # --- listening -----------------------------------------------------------------------
    async def watch(self) -> None:
        """Listen for as long as the websocket stands; without one, ask whether the server is."""
        try:
            async with subscribed(self.http, self._calls.socket_path) as messages:
                self._listens.set()
                self._news.set()  # what was missed is in the records
                await self._show_others()
                async for raw in messages:
                    if (message := read_message(raw)) is not None:
                        await self._take(message)
        except SocketRefused as error:
            log.info("no websocket: %s", error)
            await self._calls.probe()
        finally:
            self._listens.clear()
            self._news.set()

    async def _show_others(self) -> None:
        self.jobs_here.drop_foreign()
        for message in await self._calls.active():
            await self._take(message)

    async def _take(self, message: Message) -> None:
        entry = self._entry(message)
        if entry is None:
            if self._sending:
                self._held_back = [*self._held_back, message][-MOST_HELD:]
            elif message.kind is not Kind.ENDED and not (message.state and message.state.ended):
                self._show_other(message)
        elif entry.job.state.ended:
            return  # canceled here: what still comes of it changes nothing
        elif message.state is not None and message.state.ended:
            await self._ended(entry, message)
        else:
            await self._progress(entry, message, numbered=True)

    def _entry(self, message: Message) -> Entry | None:
        entries = self.jobs_here.entries.values()
        return next((e for e in reversed(entries) if e.native_id == message.job_id), None)

    def _show_other(self, message: Message) -> None:
        state = JobState.RUNNING if message.state is JobState.RUNNING else JobState.PENDING
        title = str(message.params.get("prompt") or PRODUCT)[:_TITLE]
        entry = self.jobs_here.show_foreign(message.job_id, title, state)
        entry.native_id = message.job_id

    async def _ended(self, entry: Entry, message: Message) -> None:
        if entry.job.foreign:
            if message.kind is Kind.ENDED:
                await self._settle(entry, message)
            return
        self._end = message
        if message.kind is Kind.ENDED:  # else that comes in a moment, or the record is read
            self._news.set()

    async def _progress(self, entry: Entry, message: Message, *, numbered: bool) -> None:
        """Show how far a job is. Its number is the generator's: not believed while it waits."""
        if message.state is not JobState.RUNNING:
            if message.state is JobState.PENDING and entry.job.state is JobState.UNKNOWN:
                self.jobs_here.change(entry, state=JobState.PENDING, authoritative=True)
            return
        if entry.job.state is not JobState.RUNNING:
            self.jobs_here.change(entry, state=JobState.RUNNING, native_state=message.native)
        if not numbered:
            return
        self.outbox.put(
            Progress(
                entry.job.key,
                message=message.error,
                phase=Phase.DENOISING if message.fraction else None,
                fraction=message.fraction,
                step=message.step,
                total=message.total,
                eta_s=message.eta_s,
                preview=await self._preview(message, entry.values),
                arrived_at=time.monotonic(),
            )
        )

    async def _preview(self, message: Message, values: Mapping[str, Any]) -> Preview | None:
        if not message.preview:
            return None
        try:
            data = await decoded(message.preview, PREVIEW_BYTES)
        except NoPicture as error:
            log.debug("no preview: %s", error)
            return None
        width, height = (values.get(side) for side in ("width", "height"))
        return Preview(data, _size(width), _size(height), time.monotonic())


def _whole(end: Message) -> bool:
    """Whether the message says all of an end; where pictures are missing the record has them."""
    return bool(end.images) or end.state is not JobState.COMPLETED


def _size(value: Any) -> int:
    return value if type(value) is int else 0

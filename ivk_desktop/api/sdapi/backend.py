"""An A1111-compatible server: a blocking call for each job, and progress by asking."""

from __future__ import annotations

import asyncio
import base64
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

from ivk_desktop.api import failures
from ivk_desktop.api.errors import ApiError, Busy, Unreachable, Unusable
from ivk_desktop.api.local.backend import LocalQueueBackend, Pace
from ivk_desktop.api.local.forms import Offer
from ivk_desktop.api.local.jobs import RUNNING, Entry
from ivk_desktop.api.local.pictures import NoPicture, PictureShelf, decoded
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sdapi.calls import Flavour, SdCalls
from ivk_desktop.api.sdapi.form import IMAGE, LORA, MAIN, SEED_TITLE, TEXT, VAE, make_form
from ivk_desktop.api.sdapi.payload import body_of, model_info
from ivk_desktop.api.sdapi.results import Result, read_result
from ivk_desktop.api.sdapi.wire import Glance
from ivk_desktop.domain.jobs import JobError, JobId, JobState
from ivk_desktop.domain.limits import MEGABYTE
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.phases import Phase
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
from ivk_desktop.domain.updates import JobLogged, Preview, Progress

log = logging.getLogger(__name__)

CAPABILITIES: Final = Capabilities(
    cancel=CancelScope.GLOBAL,
    previews=PreviewMode.POLL,
    eta=EtaSource.SERVER,
    pause=True,
    prepend=True,
    polled=True,
    waits_here=True,
)
PREVIEW_BYTES: Final = 8 * MEGABYTE
LOST_RESULT: Final = "ResultLost"
"""The type of the error of a job that ended while nobody was connected; ``failures`` explains."""


class SdBackend(LocalQueueBackend):
    """One A1111-compatible server.

    The server tells only what it does now, of whoever. The answer to our own call is the one
    record of how a job of ours ended (other-servers.md 5.1).

    Args:
        server_id: names the server.
        profile: how it is reached.
        folder: where results are kept; ``None`` keeps them in memory.
        pace: how often it is asked.
    """

    OFFERS: ClassVar[tuple[Offer, ...]] = (TEXT, IMAGE)

    def __init__(
        self,
        server_id: ServerId,
        profile: ConnectionProfile,
        folder: Path | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(server_id, profile, pace)
        self._calls = SdCalls(self.http)
        self._shelf = PictureShelf(server_id, folder)
        self._flavour = Flavour(profile.product)
        self._before: Glance | None = None
        """Another's run that was under way when ours was sent, as it was seen last."""
        self._ours = False
        """The server works on what was sent from here."""
        self._interrupted = False
        self._preview_id = -1
        self._preview_step: int | None = None
        self._looks = 0

    async def probe(self) -> ServerFacts:
        """Ask which server answers, within 10 s."""
        self._flavour = await self._calls.flavour()
        return ServerFacts(self._flavour.product, self._flavour.version, CAPABILITIES)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get a result: it is kept here, the server keeps none that could be asked for."""
        return await self._shelf.get(ref.name)

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        """Keep a picture here; it goes with each job that takes it."""
        try:
            return await self._shelf.put(data, f"input-{int(time.time())}-{Path(file_name).stem}")
        except NoPicture as error:
            raise Unusable(Problem("not_a_picture"), str(error)) from error

    async def models(self) -> Sequence[ModelInfo]:
        """List models, VAEs and LoRAs."""
        lists = await self._calls.lists()
        kinds = ((MAIN, lists.models), (VAE, lists.vaes), (LORA, lists.loras))
        return [model_info(self._server_id, kind, name) for kind, names in kinds for name in names]

    async def make_form(self, offer: Offer) -> PlainForm:
        """Make one of the forms from the server's lists."""
        return make_form(offer, await self._calls.lists())

    async def skip(self, job_id: JobId) -> None:
        """Go on to the next picture of a running job."""
        entry = self.jobs_here.entries.get(job_id)
        if entry is not None and entry.job.state in RUNNING:
            await self._calls.skip()

    # --- one job -------------------------------------------------------------------------
    async def carry_out(self, entry: Entry) -> None:
        """Send one job, again while the server takes none, and wait for its answer."""
        waits = self.pace.waits()
        while not await self._taken(entry):
            self.jobs_here.postpone(entry)
            await self.before_sending(entry, asyncio.sleep(next(waits)))
            if entry.stopping:
                self.jobs_here.change(entry, state=JobState.CANCELED)
                return

    async def _taken(self, entry: Entry) -> bool:
        """Whether the server took the job; it has ended then."""
        glance = await self._first_look(entry)
        self._before = glance if glance.busy else None
        self._ours = self._interrupted = False
        self._preview_id, self._preview_step = -1, None
        try:
            path, body = await self._body(entry)
            raw = await self._calls.generate(path, body)
            result = await read_result(raw, self._shelf, entry.job_id)
        except Busy:
            return False
        except Unreachable as error:
            await self._lost(entry, error)
        except ApiError as error:
            await self._failed(entry, error)
        else:
            self._done(entry, result)
        return True

    async def _first_look(self, entry: Entry) -> Glance:
        try:
            return await self._calls.glance()
        except ApiError:
            self.jobs_here.put_back(entry)  # nothing was sent
            raise

    async def _body(self, entry: Entry) -> tuple[str, dict[str, Any]]:
        values = entry.values
        body = body_of(values, _task_id(entry) if self._flavour.task_ids else "")
        if entry.request.form_id != IMAGE.form_id:
            return "txt2img", body
        body["init_images"] = [await self._encoded(values["init_image"])]
        if "mask" in values:
            body["mask"] = await self._encoded(values["mask"])
        return "img2img", body

    async def _encoded(self, value: Mapping[str, Any]) -> str:
        data = await self._shelf.get(str(value.get("image_name", "")))
        return (await asyncio.to_thread(base64.b64encode, data)).decode("ascii")

    def _done(self, entry: Entry, result: Result) -> None:
        entry.answer = result.answer
        state = JobState.CANCELED if self._interrupted else JobState.COMPLETED
        error = None
        if result.unusable and not result.outputs:
            state = JobState.FAILED
            error = JobError("BadAnswer", f"{result.unusable} of its pictures are none")
        own = [one for one in entry.job.inputs if one[0] != SEED_TITLE]
        seeds = [(SEED_TITLE, str(seed)) for seed in result.seeds[:1]]
        self.jobs_here.change(
            entry, state=state, outputs=result.outputs, error=error, inputs=(*own, *seeds)
        )

    async def _failed(self, entry: Entry, error: ApiError) -> None:
        reason = str(error.problem.args.get("reason") or error.detail or error.code)
        failed = JobError(type(error).__name__, reason, error.detail)
        if self._flavour.logs and (lines := await self._calls.log_tail()):
            self.outbox.put(JobLogged(entry.job.key, lines))
        self.jobs_here.change(entry, state=JobState.FAILED, error=failed)

    async def _lost(self, entry: Entry, error: Unreachable) -> None:
        """The answer will not come. What surely never arrived is sent again, nothing else."""
        if failures.undelivered(error):
            self.jobs_here.put_back(entry)
            raise error
        self.jobs_here.change(
            entry, state=JobState.UNKNOWN, native_state=error.code, authoritative=True
        )
        await self.recover(entry)

    async def recover(self, entry: Entry) -> None:
        """Wait until the server is idle: the result of this job cannot be had any more."""
        while True:
            if not (await self._calls.glance()).busy:
                break
            await asyncio.sleep(self.pace.busy_s)
        lost = JobError(LOST_RESULT, "the connection was lost while the server worked on it")
        self.jobs_here.change(entry, state=JobState.FAILED, error=lost)

    # --- stopping ------------------------------------------------------------------------
    async def stop(self, entry: Entry) -> None:
        """Interrupt what runs if it is this job; one that waits on the server is stopped later."""
        if entry.job.foreign:
            await self._calls.interrupt()
            return
        if entry is not self.current:
            return
        self.jobs_here.change(entry, state=JobState.CANCELING)
        entry.stopping = True
        if self._ours:
            await self._interrupt(entry)

    async def _interrupt(self, entry: Entry) -> None:
        self._interrupted = True
        try:
            await self._calls.interrupt()
        except ApiError:
            self._interrupted = False
            raise
        entry.stopping = False

    # --- looking -------------------------------------------------------------------------
    async def watch(self) -> None:
        """Ask how our job stands, or what else the server does."""
        entry = self.current
        self._looks += 1
        if entry is None:
            self._ours = False
            self._show_others(await self._calls.glance())
        elif self._flavour.task_ids:
            await self._look_by_id(entry)
        else:
            await self._look_by_mark(entry)
        if entry is not None and entry is self.current and entry.stopping and self._ours:
            await self._interrupt(entry)

    async def _look_by_id(self, entry: Entry) -> None:
        if entry.job.state is JobState.PENDING and self._looks % 2 == 0:
            self._show_others(await self._calls.glance())
            return
        status = await self._calls.task(_task_id(entry), self._preview_id)
        if entry is not self.current:
            return  # answered meanwhile
        if status.active:
            self._preview_id = status.preview_id
            await self._is_running(entry, status.glance)
        elif status.queued:
            self.jobs_here.change(
                entry, queue_position=status.place, native_state=status.glance.text
            )

    async def _look_by_mark(self, entry: Entry) -> None:
        # Every second look asks for a preview too: making one costs the server time.
        glance = await self._calls.glance(picture=self._ours and self._looks % 2 == 0)
        if entry is not self.current:
            return
        if not glance.busy:
            self._before = None  # that one has ended
            return
        if self._ours or self._before is None or _another(self._before, glance):
            await self._is_running(entry, glance)
        else:
            self._before = glance
            self._show_others(glance)

    async def _is_running(self, entry: Entry, glance: Glance) -> None:
        self._ours = True
        self._interrupted |= glance.interrupted
        self.jobs_here.drop_foreign()
        if entry.job.state not in RUNNING:
            self.jobs_here.change(entry, state=JobState.RUNNING, queue_position=None)
        preview = await self._preview(entry, glance)
        if entry is self.current:
            self.outbox.put(_progress(entry, glance, preview))

    async def _preview(self, entry: Entry, glance: Glance) -> Preview | None:
        new = glance.step is None or glance.step != self._preview_step
        if not glance.picture or not new:
            return None
        self._preview_step = glance.step
        try:
            data = await decoded(glance.picture, PREVIEW_BYTES)
        except NoPicture as error:
            log.debug("no preview: %s", error)
            return None
        width, height = (entry.values.get(side) for side in ("width", "height"))
        return Preview(data, _size(width), _size(height), time.monotonic())

    def _show_others(self, glance: Glance) -> None:
        """Somebody else's run: shown as long as it lasts."""
        if self._ours:
            return  # it is ours by now
        if not glance.busy:
            self.jobs_here.drop_foreign()
            return
        entry = self.jobs_here.show_foreign(glance.mark or "run", glance.title)
        self.jobs_here.drop_foreign(but={entry.job_id})
        self.outbox.put(_progress(entry, glance, None))


def _another(before: Glance, now: Glance) -> bool:
    """Whether another run works now: old servers name runs by the second in which they began."""
    return now.mark != before.mark or (now.fraction or 0.0) < (before.fraction or 0.0)


def _progress(entry: Entry, glance: Glance, preview: Preview | None) -> Progress:
    return Progress(
        entry.job.key,
        message=glance.text,
        phase=Phase.DENOISING if glance.step else None,
        fraction=glance.fraction,
        step=glance.step,
        total=glance.total,
        eta_s=glance.eta_s,
        preview=preview,
        arrived_at=time.monotonic(),
    )


def _task_id(entry: Entry) -> str:
    return f"task({entry.job_id})"


def _size(value: Any) -> int:
    return value if type(value) is int else 0

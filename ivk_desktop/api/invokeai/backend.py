"""An InvokeAI server behind the Protocol that every kind of server stands behind."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ivk_desktop.api.backend import Receipt, WorkflowCard
from ivk_desktop.api.clocks import Clocks
from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai import submitting
from ivk_desktop.api.invokeai.access_calls import AccessCalls
from ivk_desktop.api.invokeai.app import AppRepository
from ivk_desktop.api.invokeai.auth import AuthRepository
from ivk_desktop.api.invokeai.boards import BoardRepository
from ivk_desktop.api.invokeai.choices import ChoiceLists
from ivk_desktop.api.invokeai.connection import Connection, Parts
from ivk_desktop.api.invokeai.downloads import Downloads
from ivk_desktop.api.invokeai.forms import FormLoader
from ivk_desktop.api.invokeai.gallery import GalleryRepository
from ivk_desktop.api.invokeai.generated import GeneratedItems
from ivk_desktop.api.invokeai.images import ASSETS, PICTURES, ImageRepository
from ivk_desktop.api.invokeai.installs import InstallRepository
from ivk_desktop.api.invokeai.job_record import record_of_item
from ivk_desktop.api.invokeai.mapping import is_private
from ivk_desktop.api.invokeai.model_calls import ModelCalls
from ivk_desktop.api.invokeai.models import ModelRepository
from ivk_desktop.api.invokeai.open_jobs import OpenJobs
from ivk_desktop.api.invokeai.picture_calls import PictureCalls
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.records import update_of_item
from ivk_desktop.api.invokeai.server_calls import ServerCalls
from ivk_desktop.api.invokeai.submissions import Submissions
from ivk_desktop.api.invokeai.sync import Pace
from ivk_desktop.api.invokeai.system import SystemRepository
from ivk_desktop.api.invokeai.tap import Listener, Tap, shareable
from ivk_desktop.api.invokeai.templates import TemplateSource
from ivk_desktop.api.invokeai.users import UserRepository
from ivk_desktop.api.invokeai.values import mapping
from ivk_desktop.api.invokeai.videos import VideoRepository
from ivk_desktop.api.invokeai.workflows import WorkflowRepository
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.boards import Board, BoardId
from ivk_desktop.domain.calls import HttpCall
from ivk_desktop.domain.form import Choice, FieldKind, SubmitRequest
from ivk_desktop.domain.history import KeptRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobUpdate
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef, MediaSize
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.raw_events import RawEvent
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.requeue import Recipe
from ivk_desktop.domain.servers import ServerFacts, ServerId
from ivk_desktop.domain.traffic import Meter
from ivk_desktop.domain.updates import Update

if TYPE_CHECKING:
    from ivk_desktop.domain.invokeai.handle import WorkflowHandle
    from ivk_desktop.domain.invokeai.submission import Submitter

log = logging.getLogger(__name__)

_MOST_INPUTS = 20


class InvokeAIBackend(PictureCalls, ModelCalls, ServerCalls, AccessCalls):
    """One InvokeAI server: ``Backend`` with queue, workflows, boards and models.

    ``cache`` is a folder that may vanish (node templates); ``None`` keeps nothing. ``pace`` says
    how often things are asked for, ``clocks`` whether the computer slept.
    """

    def __init__(
        self,
        server_id: ServerId,
        profile: ConnectionProfile,
        *,
        queue_id: str = "default",
        cache: Path | None = None,
        pace: Pace | None = None,
        clocks: Clocks | None = None,
    ) -> None:
        self._server_id = server_id
        self.profile = profile
        self.queue_id = queue_id
        self._pace = replace(pace or Pace())  # its own: it may change
        self._clocks = clocks or Clocks()
        self._open_jobs = OpenJobs()
        self._tap = Tap()
        self._meter = Meter()
        self._http = http = HttpClient(profile, self._meter)
        self._submissions = Submissions()
        self._app = AppRepository(http)
        self.auth = AuthRepository(http)
        self.queue = QueueRepository(http, server_id, queue_id, self._submissions)
        self._boards = BoardRepository(http, server_id)
        self._images = ImageRepository(http, server_id)
        self._videos = VideoRepository(http, server_id)
        self._gallery = GalleryRepository(http, server_id)
        self._downloads = Downloads(http)
        self._models = ModelRepository(http, server_id)
        self._installs = InstallRepository(http, server_id)
        self._system = SystemRepository(http)
        self._users = UserRepository(http)
        self._workflows = WorkflowRepository(http, server_id)
        self._generated = GeneratedItems(http, self._images)
        self._choices = ChoiceLists(http, self._workflows)
        self.templates = TemplateSource(self._app, profile, cache)
        self._forms = FormLoader(self.templates, self._models)
        self._connection: Connection | None = None
        profile.keys.on_refused = self._signed_out

    @property
    def server_id(self) -> ServerId:
        """The server this backend talks to."""
        return self._server_id

    @property
    def poll_s(self) -> float:
        """Seconds between two readings of the queue while there is no live connection."""
        return self._pace.poll_s

    @poll_s.setter
    def poll_s(self, seconds: float) -> None:
        self._pace.poll_s = seconds

    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""
        return await self._app.facts()

    async def updates(self) -> AsyncGenerator[Update, None]:
        """Run one connection: ``Connected``, a snapshot, changes, and ``Lost`` at the end."""
        self.templates.expire()
        connection = Connection(
            Parts(
                self._server_id,
                self.profile,
                self.queue_id,
                self._http,
                self._app,
                self.auth,
                self.queue,
                self._submissions,
                self.templates,
                self._boards,
                self._downloads,
                self._pace,
                self._clocks,
                self._open_jobs,
                self._tap,
            )
        )
        self._connection = connection
        try:
            async with contextlib.aclosing(connection.updates()) as updates:
                async for update in updates:
                    yield update
        finally:
            self._connection = None

    async def submit(self, request: SubmitRequest) -> Receipt:
        """Hand in a batch; returns when the server has taken it. Never sent twice."""
        self._submissions.remember(request)
        return await submitting.submit(self.queue, request, self.profile)

    def http_calls(self, request: SubmitRequest) -> tuple[HttpCall, ...]:
        """Say what ``submit`` would send for each part, without any credentials.

        The batch ids are left out: the server makes its own, so that a call can be sent twice.
        """
        url = self.profile.url + self.queue.enqueue_path
        return tuple(HttpCall("POST", url, _anonymous(part.payload)) for part in request.parts)

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        """Cancel jobs; one that has ended stays as it is.

        Raises:
            NotFound: one of them is gone; the others are canceled all the same.
        """
        gone: NotFound | None = None
        for job_id in job_ids:
            try:
                await self.queue.cancel(job_id)
            except NotFound as error:
                gone = error
        if gone is not None:
            raise gone

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """Read the server's own record of a job: state, results, error."""
        return self._record(await self.queue.item(job_id))

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get the bytes of a picture; at most 64 MB."""
        return await self._images.fetch(ref, size)

    async def aclose(self) -> None:
        """Close connections. Safe to call twice."""
        await self._http.aclose()

    async def jobs(self, ids: Sequence[JobId]) -> Sequence[Job]:
        """Read records by id, in the order of ``ids``; unknown ids are left out."""
        found = {job.key.job_id: job for job in await self.queue.summaries(ids)}
        return [found[job_id] for job_id in ids if job_id in found]

    async def jobs_beyond(self, known: Collection[JobId]) -> Sequence[Job]:
        """Read the records of all jobs that are listed and not ``known``, oldest first."""
        listed = reversed(await self.queue.item_ids())
        return await self.jobs([job_id for job_id in listed if job_id not in known])

    async def pending(self) -> int:
        """How many jobs wait."""
        return int(mapping(await self.queue.status(), "queue").get("pending") or 0)

    async def job_inputs(self, ids: Sequence[JobId]) -> Sequence[JobUpdate]:
        """Read what a summary lacks: title, results, error; of at most 20 jobs."""
        return [self._record(raw) for raw in await self.queue.items(ids[:_MOST_INPUTS])]

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        """Cancel all open jobs of these batches."""
        await self.queue.cancel_batches(batch_ids)

    async def cancel_pending(self) -> None:
        """Cancel all open jobs but the running ones."""
        await self.queue.cancel_pending()

    async def set_paused(self, paused: bool) -> None:
        """Pause after the current job, or go on."""
        await self.queue.set_paused(paused)
        self._look_again()

    async def retry(self, job_ids: Sequence[JobId]) -> int:
        """Enqueue failed and canceled jobs anew; how many that were. Never sent twice."""
        return await submitting.retry(self.queue, job_ids, self.profile)

    async def clear(self) -> int:
        """Cancel what runs and delete all jobs; how many are gone."""
        return self._tidied(await self.queue.clear())

    async def prune(self) -> int:
        """Delete all jobs that have ended; how many are gone."""
        return self._tidied(await self.queue.prune())

    async def delete_jobs(self, job_ids: Sequence[JobId]) -> int:
        """Delete jobs, open ones after canceling them; how many are gone."""
        try:
            for job_id in job_ids:
                with contextlib.suppress(NotFound):
                    await self.queue.delete(job_id)
        finally:
            self._look_again()
        return len(job_ids)

    async def recipes(self, job_ids: Sequence[JobId]) -> Sequence[Recipe]:
        """Read what jobs run with; neighbours of one batch come as one recipe."""
        from ivk_desktop.api.invokeai.requeue import read_recipes

        return await read_recipes(self.queue, job_ids)

    def request_again(
        self, recipe: Recipe, job_ids: Sequence[JobId], batch_id: BatchId, *, front: bool
    ) -> SubmitRequest:
        """Build the submission of some of a recipe's jobs under a new batch id."""
        from ivk_desktop.domain.invokeai.requeue import request_of

        return request_of(recipe, job_ids, batch_id, front=front)

    async def batch_size(self, batch_id: BatchId) -> int:
        """How many jobs of a batch the server lists."""
        return await self.queue.batch_total(batch_id)

    async def job_graph(self, job_id: JobId) -> Mapping[str, Any]:
        """Read the graph that a job runs.

        Raises:
            Unusable: it carries none.
        """
        graph = mapping(mapping(await self.queue.item(job_id), "session"), "graph")
        if not graph.get("nodes"):
            raise Unusable(Problem("job_without_workflow", {"item": job_id}))
        return graph

    def _tidied(self, count: int) -> int:
        self._look_again()
        return count

    def _look_again(self) -> None:
        """No event tells what was done just now."""
        if self._connection is not None:
            self._connection.look_again()

    async def workflows(self) -> Sequence[WorkflowCard]:
        """List the library, most recently opened first."""
        return await self._workflows.all()

    async def open_workflow(self, workflow_id: str) -> WorkflowHandle:
        """Load a workflow of the library as a form, and mark it as opened."""
        record = await self.workflow_record(workflow_id)
        handle, _ = await asyncio.gather(
            self.load(record, str(record.get("name", ""))), self._mark_opened(workflow_id)
        )
        return handle

    async def workflow_record(self, workflow_id: str) -> dict[str, Any]:
        """A workflow of the library as it is kept: id, name, and the document."""
        return await self._workflows.record(workflow_id)

    async def read_workflow(self, data: bytes, name: str) -> WorkflowHandle:
        """Make a form of a document's bytes: JSON, or a PNG with one embedded."""
        return await self.load(data, name)

    async def image_workflow(self, ref: MediaRef) -> WorkflowHandle:
        """Make a form of the workflow embedded in a picture.

        Raises:
            Unusable: there is none.
        """
        found = await self._images.workflow(ref)
        if found is None:
            raise Unusable(Problem("picture_without_workflow"))
        return await self.load(found, ref.name)

    async def job_form(self, job_id: JobId) -> WorkflowHandle:
        """Make a form of a job's workflow, filled with what the job ran with.

        Raises:
            Unusable: the job carries neither workflow nor graph.
        """
        from ivk_desktop.domain.invokeai.item_workflow import workflow_of_item

        found = workflow_of_item(await self.queue.item(job_id))
        if found is None:
            raise Unusable(Problem("job_without_workflow", {"item": job_id}))
        return await self.load(found, "")

    def repeat(self, kept: KeptRequest) -> SubmitRequest:
        """Make the same batch anew, or of one of its items a batch; nothing is sent."""
        from ivk_desktop.domain.invokeai.again import again

        return again(kept)

    async def kept_form(self, kept: KeptRequest) -> WorkflowHandle:
        """Make a form of what was submitted.

        Raises:
            Unusable: it carries neither workflow nor graph.
        """
        from ivk_desktop.domain.invokeai.again import document_of

        found = document_of(kept)
        if found is None:
            raise Unusable(Problem("request_without_workflow"))
        return await self.load(found, kept.title)

    async def job_record(self, job_id: JobId) -> JobRecord:
        """Read the whole record of a job; without a form where none can be made of it."""
        raw = await self.queue.item(job_id)
        form = None if is_private(raw) else await self._form_of(raw)
        title = self.templates.title
        return self._http.read(
            lambda data: record_of_item(self._server_id, data, self._submissions, title, form), raw
        )

    async def _form_of(self, raw: dict[str, Any]) -> WorkflowHandle | None:
        from ivk_desktop.domain.invokeai.item_workflow import workflow_of_item

        found = workflow_of_item(raw)
        try:
            return None if found is None else await self.load(found, "")
        except ApiError as error:
            log.info("no form of a job: %s", error)
            return None

    async def save_workflow(
        self, document: Mapping[str, Any], workflow_id: str | None = None
    ) -> str:
        """Save a document as a new workflow of the library, or over one; returns its id."""
        if workflow_id is None:
            return await self._workflows.create(document)
        await self._workflows.replace(workflow_id, document)
        return workflow_id

    async def rename_workflow(self, workflow_id: str, name: str) -> None:
        """Give a workflow of the library another name."""
        record = await self._workflows.record(workflow_id)
        await self._workflows.replace(workflow_id, {**record["workflow"], "name": name})

    async def delete_workflow(self, workflow_id: str) -> None:
        """Delete a workflow of the library."""
        await self._workflows.delete(workflow_id)

    async def share_workflow(self, workflow_id: str, public: bool) -> None:
        """Show a workflow of the library to other users, or to its owner alone."""
        await self._workflows.share(workflow_id, public)

    async def shares_workflows(self) -> bool:
        """Whether the server has several users."""
        return (await self.auth.status()).multiuser_enabled

    async def generated_items(self, value: Mapping[str, Any]) -> Sequence[Any]:
        """What a generator's value yields now: dynamic prompts, or a board's pictures."""
        return await self._generated.items(value)

    async def field_choices(self, kind: FieldKind) -> Sequence[Choice]:
        """List the style presets, system prompts or callable workflows, by name."""
        return await self._choices.of(kind)

    async def load(
        self, data: bytes | Mapping[str, Any], name: str, submitter: Submitter | None = None
    ) -> WorkflowHandle:
        """Open a document with this server's templates and models; see ``load_workflow``."""
        return await self._forms.load(data, name, submitter)

    async def _mark_opened(self, workflow_id: str) -> None:
        try:
            await self._workflows.opened(workflow_id)
        except ApiError as error:
            log.info("the workflow is not marked as opened: %s", error)

    async def boards(self) -> Sequence[Board]:
        """List all boards, Uncategorized first."""
        return await self._boards.all()

    async def image_names(self, board_id: BoardId, *, assets: bool = False) -> Sequence[ImageName]:
        """List a board's pictures or assets by name, newest first."""
        return await self._images.names(board_id, ASSETS if assets else PICTURES)

    async def images(self, names: Sequence[ImageName]) -> Sequence[ImageInfo]:
        """Read entries by name; unknown names are left out."""
        return await self._images.by_names(names)

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        """Store a picture on the server, to be used as an input."""
        return await self._images.upload(data, file_name)

    async def video_names(self, board_id: BoardId, *, assets: bool = False) -> Sequence[ImageName]:
        """List a board's videos by name, newest first."""
        return await self._videos.names(board_id, ASSETS if assets else PICTURES)

    async def upload_video(self, data: bytes, file_name: str) -> MediaRef:
        """Store a video on the server, to be used as an input."""
        return await self._videos.upload(data, file_name)

    async def video_frames(self, name: ImageName) -> int:
        """Count the frames of a video; 0 where the server does not know."""
        return await self._videos.frames(name)

    def recent_events(self) -> Sequence[RawEvent]:
        """The newest events as they came, oldest first; long texts are cut short."""
        return self._tap.kept

    def tap_events(self, listener: Listener) -> None:
        """Hand every event to ``listener``, from now on."""
        self._tap.open(listener)

    def untap_events(self, listener: Listener) -> None:
        """Hand no more events to ``listener``."""
        self._tap.shut(listener)

    def shareable(self, event: RawEvent, *, pictures: bool, prompts: bool) -> RawEvent:
        """An event without names and secrets, and without what was not agreed to."""
        secrets = self.profile.keys.secrets
        return shareable(event, pictures=pictures, prompts=prompts, secrets=secrets)

    def _record(self, raw: dict[str, Any]) -> JobUpdate:
        return self._http.read(
            lambda data: update_of_item(self._server_id, data, self._submissions), raw
        )


def _anonymous(payload: dict[str, Any]) -> dict[str, Any]:
    batch = {key: value for key, value in payload["batch"].items() if key != "batch_id"}
    return {**payload, "batch": batch}

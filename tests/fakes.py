"""A scripted server in memory, for the tests of stores and widgets.

``FakeBackend`` satisfies ``Backend`` and all optional Protocols; a test tells it what to say with
``say`` and reads what was asked of it in ``calls``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from ivk_desktop.api.backend import Receipt, WorkflowCard
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey
from ivk_desktop.domain.form import (
    Choices,
    Container,
    FieldElement,
    FieldKind,
    FieldSpec,
    Form,
    FormSpec,
    Layout,
    Limits,
    Readiness,
    SubmitOptions,
    SubmitRequest,
    Value,
)
from ivk_desktop.domain.jobs import (
    UNSET,
    BatchId,
    Job,
    JobId,
    JobKey,
    JobState,
    JobUpdate,
    QueueCounts,
    Unset,
)
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef, MediaSize
from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.requeue import Recipe
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    EtaSource,
    LinkState,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import Connected, Lost, QueueSnapshot, Update

SERVER = ServerId("fake")
FACTS = ServerFacts(
    "Fake",
    "1.0",
    Capabilities(CancelScope.ITEM, PreviewMode.PUSH, EtaSource.DERIVED, pause=True, prepend=True),
    devices=("cuda:0",),
)


def job_key(number: int) -> JobKey:
    return JobKey(SERVER, JobId(str(number)))


def a_job(number: int, state: JobState = JobState.PENDING, **fields: Any) -> Job:
    fields.setdefault("batch_id", BatchId("batch"))
    fields.setdefault("created_at", 1_000_000.0 + number)
    return Job(job_key(number), state, **fields)


def a_picture(name: str) -> MediaRef:
    return MediaRef(SERVER, ImageName(name))


def a_video(name: str) -> MediaRef:
    return MediaRef(SERVER, ImageName(name), MediaKind.VIDEO)


def a_form(form_id: str = "form", title: str = "Portrait") -> FakeForm:
    """A form with a prompt and a number of steps."""
    prompt = FieldSpec(FieldId("prompt"), FieldKind.STRING, "Prompt", required=True)
    steps = FieldSpec(FieldId("steps"), FieldKind.INTEGER, "Steps", limits=Limits(1, 100, 1, 1))
    root = Container(
        Layout.COLUMN, (FieldElement(prompt.id), FieldElement(steps.id, show_description=False))
    )
    spec = FormSpec(form_id, title, root, {prompt.id: prompt, steps.id: steps})
    return FakeForm(spec, {prompt.id: "a tiger", steps.id: 20})


class FakeForm:
    """A ``Form`` that takes any value and counts its submissions."""

    def __init__(self, spec: FormSpec, values: dict[FieldId, Value]) -> None:
        self._spec = spec
        self._initial = dict(values)
        self.values = dict(values)

    @property
    def spec(self) -> FormSpec:
        return self._spec

    def value(self, field_id: FieldId) -> Value | Unset:
        return self.values.get(field_id, UNSET)

    def initial(self, field_id: FieldId) -> Value | Unset:
        return self._initial.get(field_id, UNSET)

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        if field_id not in self._spec.fields:
            raise DomainError(Problem("unknown_field"))
        if value is UNSET:
            self.values.pop(field_id, None)
        else:
            self.values[field_id] = value

    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        missing = tuple(
            Problem("missing_input", {"label": f.title}, scope=Scope.FIELD, field_id=f.id)
            for f in self._spec.fields.values()
            if f.required and self.value(f.id) in (UNSET, "")
        )
        return Readiness(missing, 0 if missing else options.runs)

    def request(self, options: SubmitOptions) -> SubmitRequest:
        return SubmitRequest(
            BatchId(f"batch-{id(options)}"),
            self._spec.form_id,
            self._spec.title,
            {"values": dict(self.values), "prepend": options.front},
            options.runs,
        )

    def rebase(self) -> None:
        self._initial = dict(self.values)

    def document(self) -> dict[str, Any] | None:
        return {"name": self._spec.title, "values": dict(self.values)}


@dataclass
class FakeBackend:
    """A server that says what a test tells it to."""

    server_id: ServerId = SERVER
    facts: ServerFacts = FACTS
    queue: dict[JobId, Job] = field(default_factory=dict)
    board_list: list[Board] = field(default_factory=list)
    model_list: list[ModelInfo] = field(default_factory=list)
    cards: list[WorkflowCard] = field(default_factory=list)
    documents: dict[str, Form] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    board_images: dict[str, list[ImageInfo]] = field(default_factory=dict)
    records: dict[JobId, JobRecord] = field(default_factory=dict)
    failures: dict[str, ApiError] = field(default_factory=dict)
    """By method name: the error that the next call of it raises."""
    calls: list[tuple[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._said: asyncio.Queue[Update] = asyncio.Queue()
        self.connections = 0

    # --- scripting -----------------------------------------------------------------------
    def say(self, *updates: Update) -> None:
        """Send updates over the open connection; ``Lost`` ends it."""
        for update in updates:
            self._said.put_nowait(update)

    def snapshot(self) -> QueueSnapshot:
        """The queue as it stands."""
        jobs = sorted(self.queue.values(), key=lambda job: -int(job.key.job_id))
        states = [job.state for job in jobs]
        counts = QueueCounts(
            *(
                states.count(state)
                for state in (
                    JobState.PENDING,
                    JobState.RUNNING,
                    JobState.WAITING,
                    JobState.COMPLETED,
                    JobState.FAILED,
                    JobState.CANCELED,
                )
            )
        )
        return QueueSnapshot(tuple(job.key.job_id for job in jobs), tuple(jobs), counts)

    def _called(self, name: str, argument: Any = None) -> None:
        self.calls.append((name, argument))
        if error := self.failures.pop(name, None):
            raise error

    # --- Backend -------------------------------------------------------------------------
    async def probe(self) -> ServerFacts:
        self._called("probe")
        return self.facts

    async def updates(self) -> AsyncIterator[Update]:
        self._called("updates")
        self.connections += 1
        self._said = asyncio.Queue()
        yield Connected(LinkState.LIVE, self.facts)
        yield self.snapshot()
        while True:
            update = await self._said.get()
            yield update
            if isinstance(update, Lost):
                return

    async def submit(self, request: SubmitRequest) -> Receipt:
        self._called("submit", request)
        first = max((int(i) for i in self.queue), default=0) + 1
        ids = tuple(JobId(str(first + n)) for n in range(request.count))
        return Receipt(request.batch_id, request.count, request.count, ids)

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        self._called("cancel", tuple(job_ids))

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        self._called("reconcile", job_id)
        if job_id not in self.queue:
            raise NotFound(what="The item")
        job = self.queue[job_id]
        return JobUpdate(job.key, job.state, outputs=job.outputs, authoritative=True)

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        self._called("fetch", (ref, size))
        if ref.name not in self.pictures:
            raise NotFound(what="The picture")
        return self.pictures[ref.name]

    async def aclose(self) -> None:
        self._called("aclose")

    # --- QueueSource ---------------------------------------------------------------------
    async def jobs(self, ids: Sequence[JobId]) -> Sequence[Job]:
        self._called("jobs", tuple(ids))
        return [self.queue[i] for i in ids if i in self.queue]

    async def jobs_beyond(self, known: Collection[JobId]) -> Sequence[Job]:
        self._called("jobs_beyond")
        return [job for job_id, job in self.queue.items() if job_id not in known]

    async def job_inputs(self, ids: Sequence[JobId]) -> Sequence[JobUpdate]:
        self._called("job_inputs", tuple(ids))
        return [
            JobUpdate(self.queue[i].key, title=self.queue[i].title, outputs=self.queue[i].outputs)
            for i in ids
            if i in self.queue
        ]

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        self._called("cancel_batches", tuple(batch_ids))

    async def cancel_pending(self) -> None:
        self._called("cancel_pending")

    async def set_paused(self, paused: bool) -> None:
        self._called("set_paused", paused)

    # --- JobRecords ----------------------------------------------------------------------
    async def job_record(self, job_id: JobId) -> JobRecord:
        self._called("job_record", job_id)
        if job_id not in self.records:
            raise NotFound(what="The item")
        return self.records[job_id]

    # --- QueueKeeper ---------------------------------------------------------------------
    async def retry(self, job_ids: Sequence[JobId]) -> int:
        self._called("retry", tuple(job_ids))
        return len(job_ids)

    async def clear(self) -> int:
        self._called("clear")
        return self._delete(list(self.queue))

    async def prune(self) -> int:
        self._called("prune")
        return self._delete([i for i, job in self.queue.items() if job.state.ended])

    async def delete_jobs(self, job_ids: Sequence[JobId]) -> int:
        self._called("delete_jobs", tuple(job_ids))
        self._delete(job_ids)
        return len(job_ids)

    def _delete(self, job_ids: Sequence[JobId]) -> int:
        return sum(self.queue.pop(job_id, None) is not None for job_id in job_ids)

    # --- Requeuer ------------------------------------------------------------------------
    async def recipes(self, job_ids: Sequence[JobId]) -> Sequence[Recipe]:
        self._called("recipes", tuple(job_ids))
        known = [self.queue[i] for i in job_ids if i in self.queue]
        groups = groupby((job for job in known if not job.private), lambda job: job.batch_id)
        return [
            Recipe("", batch_id, tuple(job.key.job_id for job in group), {"graph": batch_id})
            for batch_id, group in groups
        ]

    def request_again(
        self, recipe: Recipe, job_ids: Sequence[JobId], batch_id: BatchId, *, front: bool
    ) -> SubmitRequest:
        payload = {"again": tuple(job_ids), "prepend": front}
        return SubmitRequest(batch_id, "requeue", recipe.title, payload, len(job_ids))

    async def batch_size(self, batch_id: BatchId) -> int:
        self._called("batch_size", batch_id)
        return sum(job.batch_id == batch_id for job in self.queue.values())

    async def job_graph(self, job_id: JobId) -> dict[str, Any]:
        self._called("job_graph", job_id)
        return {"id": job_id, "nodes": {}}

    # --- WorkflowSource ------------------------------------------------------------------
    async def workflows(self) -> Sequence[WorkflowCard]:
        self._called("workflows")
        return self.cards

    async def open_workflow(self, workflow_id: str) -> Form:
        self._called("open_workflow", workflow_id)
        if workflow_id not in self.documents:
            raise NotFound(what="The workflow")
        return self.documents[workflow_id]

    async def read_workflow(self, data: bytes, name: str) -> Form:
        self._called("read_workflow", (data, name))
        return a_form(form_id=name, title=name)

    async def image_workflow(self, ref: MediaRef) -> Form:
        self._called("image_workflow", ref)
        return a_form(form_id=ref.name, title=ref.name)

    # --- BoardSource ---------------------------------------------------------------------
    async def boards(self) -> Sequence[Board]:
        self._called("boards")
        return [Board(BoardKey(self.server_id, UNCATEGORIZED), "Uncategorized"), *self.board_list]

    async def image_names(self, board_id: BoardId, *, assets: bool = False) -> Sequence[ImageName]:
        self._called("image_names", board_id)
        return [image.ref.name for image in self.board_images.get(board_id, [])]

    async def images(self, names: Sequence[ImageName]) -> Sequence[ImageInfo]:
        self._called("images", tuple(names))
        known = {i.ref.name: i for images in self.board_images.values() for i in images}
        return [known[name] for name in names if name in known]

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        self._called("upload_image", file_name)
        self.pictures[file_name] = data
        return MediaRef(self.server_id, ImageName(file_name))

    # --- ModelSource ---------------------------------------------------------------------
    async def models(self) -> Sequence[ModelInfo]:
        self._called("models")
        return self.model_list


def a_model(name: str, type: str = "main", base: str = "sd-1", **fields: Any) -> ModelInfo:
    return ModelInfo(ModelKey(SERVER, f"key-{name}"), name, type, base, **fields)


def a_board(name: str, images: int = 0) -> Board:
    return Board(BoardKey(SERVER, BoardId(f"board-{name}")), name, images)

"""The kinds of server that the behaviour tests run over; another one is another ``Case``."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from ivk_desktop.api.diffugen.backend import DiffuGenBackend
from ivk_desktop.api.inferencesh.backend import InferenceBackend
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.local.backend import Pace
from ivk_desktop.api.loramanager.backend import LoraManagerBackend
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sdapi.backend import SdBackend
from ivk_desktop.demo.kinds.diffugen import DiffuGenServer
from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from ivk_desktop.demo.kinds.loramanager import LoraManagerServer
from ivk_desktop.demo.kinds.sdapi import SdServer
from ivk_desktop.demo.kinds.server import Answer
from ivk_desktop.domain.form import Form, SubmitOptions, SubmitRequest
from ivk_desktop.domain.jobs import Job, JobId, JobKey, reduce_job
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobsAdded,
    JobsRemoved,
    Progress,
    QueueSnapshot,
    Update,
)
from tests.servers.invokeai import InvokeAIServer

QUICK = Pace(0.01, 0.01, 0.01, 0.05, 0.3, 0.3)
SERVER = ServerId("tested")
INFERENCE_KEY = "inf_0123456789abcdef"


@dataclass(frozen=True)
class Case:
    """One kind of server: its name in ``KINDS``, and how its two sides are made."""

    name: str
    make_server: Callable[[], Any]
    make_backend: Callable[[str], Any]
    post: str
    """The beginning of the path that a job is sent to."""
    watched: str
    """The path that is asked while nothing runs."""
    stops: str = ""
    """What the path of the call that stops a job ends with; empty where there is none."""
    reports: bool = True
    """The server tells how far a job is."""
    pushes: bool = False
    """The server tells of itself what happens."""
    own_queue: bool = False
    """The server keeps the queue; else this side does, and sends one job after the other."""
    workflow: str = ""
    """The form that is used, by its name; the first one where it has none."""
    title: str = "Text to image"
    """What its jobs are called."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """The titles of fields whose ids are not the names that tests use."""

    @asynccontextmanager
    async def played(self) -> AsyncIterator[Play]:
        """A server and a backend that is not connected yet."""
        async with self.make_server().served() as server:
            backend = self.make_backend(server.url)
            try:
                yield Play(self, server, backend)
            finally:
                await backend.aclose()
                if isinstance(server, InvokeAIServer):
                    server.forget()


@dataclass
class Play:
    """Both sides of one kind, with what the backend has told."""

    case: Case
    server: Any
    backend: Any
    jobs: dict[JobId, Job] = field(default_factory=dict)
    told: list[Update] = field(default_factory=list)
    _updates: AsyncGenerator[Update, None] | None = None

    async def form(self, **values: Any) -> Form:
        """The first form that the server offers, with values."""
        cards = await self.backend.workflows()
        card = next(c for c in cards if c.name == self.case.workflow or not self.case.workflow)
        form = await self.backend.open_workflow(card.workflow_id)
        for name, value in {"prompt": "a cat", "width": 64, "height": 64, **values}.items():
            form.set_value(self.field(form, name), value)
        return form

    def field(self, form: Form, name: str) -> FieldId:
        """The id of a field by the name that tests use."""
        title = self.case.fields.get(name)
        found = (i for i, spec in form.spec.fields.items() if spec.title == title)
        return FieldId(name) if title is None else next(found)

    def fail_next(self) -> None:
        """Let the next job fail, for a reason that is the server's."""
        if self.case.own_queue:
            self.server.fail_next()
        else:
            self.server.answers.append(Answer(self.case.post, 400, b'{"detail":"no"}'))

    async def request(self, runs: int = 1, **values: Any) -> SubmitRequest:
        return (await self.form(**values)).request(SubmitOptions(runs=runs))

    async def submit(self, runs: int = 1, **values: Any) -> list[JobId]:
        return list((await self.backend.submit(await self.request(runs, **values))).job_ids)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """Follow the updates as long as the block lasts."""
        async with aclosing(self.backend.updates()) as self._updates:
            first = await self.next()
            assert isinstance(first, Connected), first
            assert isinstance(await self.next(), QueueSnapshot)
            yield
        self._updates = None

    async def next(self) -> Update:
        assert self._updates is not None
        update = await anext(self._updates)
        self.told.append(update)
        self._take(update)
        return update

    async def until(self, condition: Callable[[], Any]) -> None:
        """Follow the updates until a condition holds."""
        while not condition():
            await self.next()

    def job(self, job_id: JobId) -> Job:
        """What was told of a job; one of which nothing was is not known."""
        return self.jobs.get(job_id) or Job(JobKey(SERVER, job_id))

    async def until_state(self, job_id: JobId, *states: Any) -> Job:
        await self.until(lambda: job_id in self.jobs and self.jobs[job_id].state in states)
        return self.jobs[job_id]

    async def until_progress(self) -> Progress:
        """Follow the updates until one tells a fraction that is neither end."""
        while True:
            update = await self.next()
            if isinstance(update, Progress) and 0 < (update.fraction or 0) < 1:
                return update

    def _take(self, update: Update) -> None:
        if isinstance(update, QueueSnapshot | JobsAdded):
            self.jobs |= {job.key.job_id: job for job in update.jobs}
        elif isinstance(update, JobsRemoved):
            for job_id in update.ids:
                self.jobs.pop(job_id, None)
        elif isinstance(update, JobChanged):
            key = update.update.key
            self.jobs[key.job_id] = reduce_job(self.jobs.get(key.job_id, Job(key)), update.update)


def sd_case(flavour: str) -> Case:
    return Case(
        "sdapi",
        lambda: SdServer(flavour),
        lambda url: SdBackend(SERVER, ConnectionProfile(url, product="A1111"), pace=QUICK),
        "/sdapi/v1/txt2img",
        "/sdapi/v1/progress",
        "/sdapi/v1/interrupt",
    )


def diffugen_case(mode: str) -> Case:
    post = "/generate" if mode == "blocking" else "/generate/stream"
    return Case(
        "diffugen",
        lambda: DiffuGenServer(mode),
        lambda url: DiffuGenBackend(SERVER, ConnectionProfile(url, product="x"), pace=QUICK),
        post,
        "/health",
        reports=mode != "blocking",
    )


def lora_manager_case(mode: str = "usual") -> Case:
    def make(url: str) -> LoraManagerBackend:
        return LoraManagerBackend(SERVER, ConnectionProfile(url, product="x"), pace=QUICK)

    return Case(
        "loramanager",
        lambda: LoraManagerServer(mode),
        make,
        "/api/v1/generation/queue-generation",
        "/api/v1/generation/backends",
        "/cancel",
        pushes=True,
    )


def inference_case(mode: str = "ndjson", at_once: int = 1) -> Case:
    def make(url: str) -> InferenceBackend:
        profile = ConnectionProfile(url, product="x", keys=Keys(INFERENCE_KEY))
        return InferenceBackend(SERVER, profile, pace=QUICK, at_once=at_once)

    return Case(
        "inferencesh",
        lambda: InferenceServer(mode),
        make,
        "/apps/run",
        "/tasks/list",
        "/cancel",
    )


INVOKEAI = Case(
    "invokeai",
    InvokeAIServer,
    lambda url: InvokeAIBackend(SERVER, ConnectionProfile(url, product="InvokeAI")),
    "/api/v1/queue/default/enqueue_batch",
    "/api/v1/queue/default/status",
    "/cancel",
    pushes=True,
    own_queue=True,
    workflow="Text to image, SD1.5",
    title="Text to image, SD1.5",
    fields={
        "prompt": "Positive prompt",
        "width": "Width",
        "height": "Height",
        "steps": "Steps",
        "seed": "Seed",
    },
)
CASES = {
    "invokeai": INVOKEAI,
    "a1111": sd_case("a1111"),
    "a1111-old": sd_case("old"),
    "sdnext": sd_case("sdnext"),
    "diffugen": diffugen_case("intended"),
    "diffugen-blocking": diffugen_case("blocking"),
    "loramanager": lora_manager_case(),
    "inferencesh": inference_case(),
    "inferencesh-sse": inference_case("sse"),
}

"""A small Python API without a window: open a workflow, set values, submit, wait.

Example::

    async with connect("http://localhost:9090") as client:
        handle = await client.open("portrait.json")
        handle.input("Prompt").value = "a lighthouse at dusk"
        await handle.submit()
        async for update in handle.watch():
            ...
        for job in (await handle.wait()).values():
            for ref in job.outputs:
                Path(ref.name).write_bytes(await client.fetch(ref))
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ivk_desktop.api.backend import Receipt, WorkflowCard
from ivk_desktop.api.backends import make_backend
from ivk_desktop.api.errors import ApiError, Unusable
from ivk_desktop.api.feed import follow
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.boards import Board
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobPlan,
    JobsAdded,
    Lost,
    NodeChanged,
    Progress,
    QueueSnapshot,
    Update,
)

if TYPE_CHECKING:
    from ivk_desktop.api.invokeai.backend import InvokeAIBackend
    from ivk_desktop.domain.invokeai.handle import WorkflowHandle


@asynccontextmanager
async def connect(
    url: str, *, token: str = "", queue_id: str = "default", cache: Path | None = None
) -> AsyncIterator[Client]:
    """Talk to the InvokeAI server at ``url``, typed as loosely as people do.

    Raises:
        DomainError: the address cannot be used.
        NotThisKind: something else answers there.
        ApiError: it cannot be reached.
    """
    profile = ConnectionProfile.of(url, token=token)
    backend = make_backend(profile, queue_id=queue_id, cache=cache)
    try:
        yield Client(backend, await backend.probe())
    finally:
        await backend.aclose()


class Client:
    """One server; opened by ``connect``. Satisfies ``Submitter``."""

    def __init__(self, backend: InvokeAIBackend, facts: ServerFacts) -> None:
        self.backend = backend
        self.facts = facts
        self._accepted: dict[BatchId, tuple[JobId, ...]] = {}

    async def open(self, source: str | Path | bytes | Mapping[str, Any]) -> WorkflowHandle:
        """Open a workflow: a file (JSON or PNG), its bytes, or a parsed document.

        Raises:
            Unusable: it is no workflow; ``problem`` says why.
            OSError: the file cannot be read.
        """
        name = ""
        if isinstance(source, str | Path):
            path = Path(source)
            name, source = path.stem, await asyncio.to_thread(path.read_bytes)
        return await self.backend.load(source, name, self)

    async def workflows(self) -> Sequence[WorkflowCard]:
        """List the server's library."""
        return await self.backend.workflows()

    async def models(self) -> Sequence[ModelInfo]:
        """List the installed models; ``identifier`` of one is what a model field takes."""
        return await self.backend.models()

    async def boards(self) -> Sequence[Board]:
        """List the boards, Uncategorized first."""
        return await self.backend.boards()

    async def open_from_library(self, workflow_id: str) -> WorkflowHandle:
        """Open a workflow of the server's library."""
        record = await self.backend.workflow_record(workflow_id)
        return await self.backend.load(record, str(record.get("name", "")), self)

    async def generate(self, handle: WorkflowHandle) -> None:
        """Let the server make the items of generators that only it can unfold.

        To be called before ``submit`` where a batch is fed by dynamic prompts or a board; again
        where their settings have changed.
        """
        for generator in handle.pending_generators():
            try:
                items = await self.backend.generated_items(generator.value)
            except Unusable as error:
                handle.refuse_items(generator, error.problem)
            else:
                handle.provide_items(generator, list(items))

    async def fetch(self, ref: MediaRef, size: MediaSize = MediaSize.FULL) -> bytes:
        """Get the bytes of a result."""
        return await self.backend.fetch(ref, size)

    async def submit(self, request: SubmitRequest) -> Receipt:
        """Hand in a submission; never sent twice."""
        receipt = await self.backend.submit(request)
        self._accepted[request.batch_id] = receipt.job_ids
        return receipt

    async def watch(self, batch_id: BatchId) -> AsyncGenerator[Update, None]:
        """Updates that concern a batch, from its present state on, until its jobs have ended.

        Survives a lost connection: ``Lost`` and ``Connected`` come through. A job's last update
        is the server's own record of it, with the results.
        """
        watch = _Watch(batch_id, self._accepted.get(batch_id, ()))
        async with aclosing(follow(self.backend)) as updates:
            async for update in updates:
                for one in watch.filtered(update):
                    yield one
                if isinstance(update, QueueSnapshot) and (jobs := await self._present(watch)):
                    yield JobsAdded(jobs)
                for job_id in watch.newly_ended():
                    yield JobChanged(await self._record(job_id, watch))
                if watch.over:
                    return

    async def _present(self, watch: _Watch) -> tuple[Job, ...]:
        """The batch's open jobs as they are now: a snapshot holds only the newest ones."""
        jobs = await self.backend.jobs(tuple(watch.open))
        watch.forget(watch.open - {job.key.job_id for job in jobs})
        return watch.note(jobs)

    async def _record(self, job_id: JobId, watch: _Watch) -> JobUpdate:
        try:
            return await self.backend.reconcile(job_id)
        except ApiError:
            return watch.last[job_id]  # deleted meanwhile: what its last event said


class _Watch:
    """Which jobs of one batch are still open."""

    def __init__(self, batch_id: BatchId, job_ids: Sequence[JobId]) -> None:
        self._batch_id = batch_id
        self.open: set[JobId] = set(job_ids)
        self.last: dict[JobId, JobUpdate] = {}
        self._ended: set[JobId] = set()
        self._fresh: list[JobId] = []
        self._began = False

    @property
    def over(self) -> bool:
        """Whether the batch was seen, and none of its jobs is open any more."""
        return self._began and not self.open

    def note(self, jobs: Sequence[Job]) -> tuple[Job, ...]:
        """Take in records of the batch's jobs; returns the open ones."""
        self._began = True
        for job in jobs:
            self._state(JobUpdate(job.key, job.state, authoritative=True))
        return tuple(job for job in jobs if not job.state.ended)

    def forget(self, job_ids: set[JobId]) -> None:
        """These are on the server no more."""
        self.open -= job_ids

    def newly_ended(self) -> list[JobId]:
        """The jobs that have ended since the last call."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def filtered(self, update: Update) -> list[Update]:
        """What concerns the batch. An end is held back until its record has been read."""
        match update:
            case Connected() | Lost():
                return [update]
            case JobsAdded(jobs) | QueueSnapshot(_, jobs, _):
                mine = tuple(job for job in jobs if job.batch_id == self._batch_id)
                self.open |= {job.key.job_id for job in mine} - self._ended
                if mine and isinstance(update, JobsAdded):
                    return [JobsAdded(self.note(mine))]
                return []
            case JobChanged(change):
                return self._changed(update, change)
            case JobPlan() | NodeChanged() | Progress():
                return [update] if update.key.job_id in self.open else []
            case _:
                return []

    def _changed(self, update: JobChanged, change: JobUpdate) -> list[Update]:
        job_id = change.key.job_id
        if change.batch_id == self._batch_id and job_id not in self._ended:
            self.open.add(job_id)
        if job_id not in self.open:
            return []
        self._state(change)
        return [] if job_id in self._ended else [update]

    def _state(self, change: JobUpdate) -> None:
        job_id = change.key.job_id
        if isinstance(change.state, JobState) and change.state.ended and job_id in self.open:
            self.open.discard(job_id)
            self._ended.add(job_id)
            self._fresh.append(job_id)
            self.last[job_id] = change

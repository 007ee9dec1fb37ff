"""A kind of server that is nothing like InvokeAI: one job at a time, a blocking request, polling.

``PaintBackend`` stands behind the same Protocol: it has no queue to read, no nodes, no boards, no
models, and can only interrupt whatever runs. Nothing above ``api`` may notice more than that.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from ivk_desktop.api.backend import Receipt
from ivk_desktop.api.background import Background
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.api.http import ConnectionProfile, HttpClient
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.media import ImageName, MediaRef, MediaSize
from ivk_desktop.domain.servers import (
    CancelScope,
    Capabilities,
    LinkState,
    PreviewMode,
    ServerFacts,
    ServerId,
)
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    JobsAdded,
    Lost,
    Progress,
    QueueSnapshot,
    Update,
)


class PaintServer:
    """``POST /paint`` answers when the picture is done; ``GET /progress`` says how far it is."""

    def __init__(self) -> None:
        self.url = ""
        self.fraction = 0.0
        self.finish = asyncio.Event()
        self.interrupted = False

    @asynccontextmanager
    async def served(self) -> AsyncIterator[PaintServer]:
        app = web.Application()
        app.router.add_post("/paint", self._paint)
        app.router.add_post("/interrupt", self._interrupt)
        app.router.add_get("/progress", self._progress)
        app.router.add_get("/picture", self._picture)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _paint(self, _: web.Request) -> web.Response:
        await self.finish.wait()
        return web.json_response({"picture": None if self.interrupted else "picture"})

    async def _interrupt(self, _: web.Request) -> web.Response:
        self.interrupted = True
        self.finish.set()
        return web.json_response({})

    async def _progress(self, _: web.Request) -> web.Response:
        return web.json_response({"version": "1", "fraction": self.fraction})

    async def _picture(self, _: web.Request) -> web.Response:
        return web.Response(body=b"\x89PNG")


class PaintBackend:
    """The adapter; satisfies ``Backend`` and no optional Protocol."""

    def __init__(
        self, server_id: ServerId, profile: ConnectionProfile, poll_s: float = 0.01
    ) -> None:
        self._id = server_id
        self._http = HttpClient(profile)
        self._poll_s = poll_s
        self._jobs: dict[JobId, JobUpdate] = {}
        self._told: asyncio.Queue[Update | SubmitRequest] = asyncio.Queue()

    @property
    def server_id(self) -> ServerId:
        return self._id

    async def probe(self) -> ServerFacts:
        found = await self._http.get_json("/progress")
        can = Capabilities(CancelScope.GLOBAL, PreviewMode.NONE)
        return ServerFacts("Paint", self._http.read(lambda raw: str(raw["version"]), found), can)

    async def updates(self) -> AsyncGenerator[Update, None]:
        try:
            yield Connected(LinkState.POLLING, await self.probe())
            yield QueueSnapshot((), (), QueueCounts())
            async with Background() as tasks:
                tasks.start(self._poll())
                while not isinstance(told := await self._told.get(), Lost):
                    if isinstance(told, SubmitRequest):
                        tasks.start(self._paint(JobKey(self._id, JobId(told.batch_id)), told.title))
                    else:
                        yield told
                yield told
        except ApiError as error:
            yield Lost(error.problem)

    async def _poll(self) -> None:
        try:
            while True:
                found = await self._http.get_json("/progress")
                fraction = self._http.read(lambda raw: float(raw["fraction"]), found)
                for update in list(self._jobs.values()):
                    if update.state is JobState.RUNNING:
                        self._told.put_nowait(Progress(update.key, fraction=fraction))
                await asyncio.sleep(self._poll_s)
        except ApiError as error:
            self._told.put_nowait(Lost(error.problem))

    async def _paint(self, key: JobKey, title: str) -> None:
        self._told.put_nowait(JobsAdded((Job(key, JobState.RUNNING, title=title),)))
        self._jobs[key.job_id] = JobUpdate(key, JobState.RUNNING)
        try:
            name = (await self._http.send("POST", "/paint", {}))["picture"]
            state = JobState.COMPLETED if name else JobState.CANCELED
            refs = (MediaRef(self._id, ImageName(name)),) if name else ()
        except ApiError:
            state, refs = JobState.FAILED, ()
        update = JobUpdate(key, state, title=title, outputs=refs, authoritative=True)
        self._jobs[key.job_id] = update
        self._told.put_nowait(JobChanged(update))

    async def submit(self, request: SubmitRequest) -> Receipt:
        self._told.put_nowait(request)
        return Receipt(request.batch_id, 1, 1, (JobId(request.batch_id),))

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        await self._http.send("POST", "/interrupt")

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        if job_id not in self._jobs:
            raise NotFound("never heard of it", what="This job")
        return self._jobs[job_id]

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        return await self._http.get_bytes(f"/{ref.name}")

    async def aclose(self) -> None:
        await self._http.aclose()

"""Reads single records where events do not say enough: plans, and results at the end."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Any

from ivk_desktop.api.errors import ApiError, Unreachable
from ivk_desktop.api.invokeai.mailbox import Mailbox
from ivk_desktop.api.invokeai.open_jobs import OpenJobs
from ivk_desktop.api.invokeai.plan import edges_of, job_plan, nodes_of
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.invokeai.records import update_of_item
from ivk_desktop.api.invokeai.submissions import Submission, Submissions
from ivk_desktop.api.invokeai.templates import TemplateSource
from ivk_desktop.api.invokeai.values import mapping
from ivk_desktop.api.invokeai.works import item_varies_work, varies_work
from ivk_desktop.domain.jobs import BatchId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, JobPlan

log = logging.getLogger(__name__)

_WAITING = 200
_PLANS = 100
_PAUSE_S = 0.5
"""Between two requests: the server works, and may have 10,000 more to do."""
_HURRY_S = 0.1
"""The same while more have ended than one request tells."""
_PAGE = 20
"""Full records a request: one may be 100 kB."""
_MOST_ENDED = 5000
"""Of more that ended unheard the oldest are only read when they come into view."""


class Details:
    """At most one request at a time, and none that events have made needless.

    A plan is read once a batch: its jobs run the same graph. Only where they differ in model,
    size or steps each job's own is read: their nodes take other times. Results are read for jobs
    submitted from here, and for jobs that were running already when we came: of all others the
    events have told everything, and a server with 10,000 jobs has enough to do.
    """

    def __init__(
        self,
        queue: QueueRepository,
        submissions: Submissions,
        templates: TemplateSource,
        open_jobs: OpenJobs,
        mailbox: Mailbox,
    ) -> None:
        self._queue = queue
        self._submissions = submissions
        self._templates = templates
        self._open_jobs = open_jobs
        self._mailbox = mailbox
        self._waiting: deque[JobKey] = deque(maxlen=_WAITING)
        self._filled = asyncio.Event()
        self._plans: OrderedDict[BatchId, JobPlan] = OrderedDict()
        self._planned: OrderedDict[JobKey, None] = OrderedDict()
        self._asked_titles = False
        self._missed: set[JobKey] = set()
        self._ended: dict[JobKey, None] = {}
        self.every = False
        """Read every job's record at its end: there are no events that tell the results."""

    def expect(self, key: JobKey) -> None:
        """Events of this job were missed: its record is read at its end."""
        self._missed.add(key)

    def read_ended(self, keys: Iterable[JobKey]) -> None:
        """These jobs have ended: read their records, many with one request."""
        for key in keys:
            self._ended[key] = None
            self._open_jobs.await_record(key.job_id)
        while len(self._ended) > _MOST_ENDED:
            del self._ended[next(iter(self._ended))]
        if self._ended:
            self._filled.set()

    def note(self, key: JobKey, state: object, batch_id: object) -> JobPlan | None:
        """A job has come into ``state``; returns its plan where it is known already."""
        if state is JobState.RUNNING:
            return self._plan(key, batch_id)
        ended = isinstance(state, JobState) and state.ended
        if ended and key in self._waiting:
            self._waiting.remove(key)  # nobody asks any more what it would have run
        if ended and (self.every or key in self._missed or self._submissions.get(batch_id)):
            self._missed.discard(key)
            self.read_ended([key])
        return None

    async def run(self) -> None:
        """Read what is wanted, oldest first."""
        while True:
            await self._filled.wait()
            while self._waiting or self._ended:
                if self._waiting:
                    await self._read_plan(self._waiting.popleft())
                else:
                    await self._read_page()
                await asyncio.sleep(_HURRY_S if len(self._ended) > _PAGE else _PAUSE_S)
            self._filled.clear()

    async def _read_plan(self, key: JobKey) -> None:
        await self._know_titles()
        try:
            self._found_plan(key, await self._queue.item(key.job_id))
        except ApiError as error:
            log.info("no record of job %s: %s", key.job_id, error)

    async def _know_titles(self) -> None:
        """Of a plan that came before the templates the nodes would be called by their types."""
        if self._asked_titles:
            return
        self._asked_titles = True
        try:
            await self._templates.get()
        except ApiError as error:
            log.info("nodes without titles: %s", error)

    async def _read_page(self) -> None:
        page = list(islice(self._ended, _PAGE))
        for key in page:
            del self._ended[key]
        try:
            rows = await self._queue.items([key.job_id for key in page])
        except ApiError as error:
            log.info("no records of %s jobs: %s", len(page), error)
            if isinstance(error, Unreachable):
                self.read_ended(page)  # the server is, or the connection will be lost
            return
        for raw in rows:
            self._found_end(page[0].server_id, raw)

    def _plan(self, key: JobKey, batch_id: object) -> JobPlan | None:
        if key in self._planned:
            return None
        self._planned[key] = None
        if len(self._planned) > _WAITING:
            self._planned.popitem(last=False)
        if isinstance(batch_id, str) and (plan := self._plans.get(BatchId(batch_id))):
            self._plans.move_to_end(BatchId(batch_id))
            return replace(plan, key=key)
        known = self._submissions.get(batch_id)
        if known and isinstance(batch_id, str) and not _varies(known):
            plan = job_plan(key, known.graph, known.workflow, self._templates.title)
            self._keep(BatchId(batch_id), plan)
            return plan
        self._waiting.append(key)
        self._filled.set()
        return None

    def _found_end(self, server_id: ServerId, raw: dict[str, Any]) -> None:
        self._mailbox.put(JobChanged(update_of_item(server_id, raw, self._submissions)))

    def _found_plan(self, key: JobKey, raw: dict[str, Any]) -> None:
        """The job runs: only what events do not tell; its state may be newer than this record."""
        update = update_of_item(key.server_id, raw, self._submissions)
        self._mailbox.put(JobChanged(JobUpdate(key, title=update.title, inputs=update.inputs)))
        graph = mapping(mapping(raw, "session"), "graph")
        plan = job_plan(key, graph, mapping(raw, "workflow"), self._templates.title)
        if isinstance(update.batch_id, str) and not item_varies_work(
            raw, nodes_of(graph), edges_of(graph)
        ):
            self._keep(update.batch_id, plan)
        self._mailbox.put(plan)

    def _keep(self, batch_id: BatchId, plan: JobPlan) -> None:
        self._plans[batch_id] = plan
        if len(self._plans) > _PLANS:
            self._plans.popitem(last=False)


def _varies(known: Submission) -> bool:
    return varies_work(known.batch, nodes_of(known.graph), edges_of(known.graph))

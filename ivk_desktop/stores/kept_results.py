"""The results of one server over a restart: which there were, and which nobody looked at."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, BoardSource
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history_rows import outputs_of
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.picture_infos import PAGE
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.stores.queue_merge import SAME_JOB_S
from ivk_desktop.stores.results import Result, ResultStore
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST_RESTORED: Final = 1000
"""So many results of the history are shown again, the newest ones."""


class ResultSession(Protocol):
    """What is needed of a server's session."""

    server_id: ServerId
    backend: Backend
    results: ResultStore
    queue: QueueStore
    media: MediaStore


class Made(NamedTuple):
    """A restored result and when its job was created."""

    result: Result
    created_at: float


class KeptResults(QObject):
    """Fills a ``ResultStore`` from the history, and keeps what is new in ``unseen_results``.

    A result belongs to a job of the queue again once a record of its id has the same time of
    creation. One whose picture is gone from the server is dropped when that turns out.

    Args:
        session: whose results these are.
        database: has the history, too.
        tasks: the session's.
        parent: the owner.
    """

    restored = Signal()
    """The results of earlier are in the store again."""

    def __init__(
        self,
        session: ResultSession,
        database: Database,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._database = database
        self._tasks = tasks
        self._homeless: dict[JobId, list[Made]] = {}
        self._restored: set[MediaRef] = set()
        self._doubtful: list[MediaRef] = []
        session.results.arrived.connect(self._arrived)
        session.results.looked_at.connect(self._looked_at)
        session.queue.changed.connect(self._changed)
        session.queue.reset.connect(self._reset)
        session.media.failed.connect(self._picture_failed)

    def start(self) -> None:
        """Read what was kept; nothing waits for it."""
        if not self._restored:
            self._tasks.start(self._load(), "read results")

    # --- reading -------------------------------------------------------------------------
    async def _load(self) -> None:
        server_id = self._session.server_id
        try:
            made = await self._database.change(lambda c: _read(c, server_id))
        except sqlite3.Error as error:
            log.warning("results of earlier cannot be read: %s", error)
            return
        for one in made:
            self._homeless.setdefault(one.result.job.job_id, []).append(one)
        results = [one.result for one in made]
        self._restored = {result.ref for result in results}
        self._doubtful = [result.ref for result in results if not result.seen]
        self._session.results.restore(results)
        self._reset()
        self.restored.emit()

    def _reset(self) -> None:
        queue = self._session.queue
        for job_id in [job_id for job_id in self._homeless if job_id in queue.jobs]:
            self._bring_home(job_id)
        if queue.is_loaded and self._doubtful:
            refs, self._doubtful = self._doubtful, []
            self._tasks.start(self._look_for(refs), "look for results")

    def _changed(self, delta: QueueDelta) -> None:
        for job_id in (*delta.inserted, *delta.changed):
            if job_id in self._homeless:
                self._bring_home(job_id)

    def _bring_home(self, job_id: JobId) -> None:
        """Give results to the job of this id, if it is the one that made them."""
        job = self._session.queue.jobs.get(job_id)
        if job is None or job.created_at is None:
            return
        for one in self._homeless.pop(job_id):
            if abs(one.created_at - job.created_at) <= SAME_JOB_S:
                self._session.results.adopt(one.result, job.key)

    # --- what is gone from the server ----------------------------------------------------
    async def _look_for(self, refs: Sequence[MediaRef]) -> None:
        """What is called new has to be there."""
        source = self._session.backend
        pictures = [ref for ref in refs if ref.kind is MediaKind.IMAGE]
        if not isinstance(source, BoardSource):
            return
        for start in range(0, len(pictures), PAGE):
            page = pictures[start : start + PAGE]
            try:
                found = {info.ref for info in await source.images([ref.name for ref in page])}
            except ApiError as error:
                log.info("results of earlier were not looked for: %s", error)
                return
            self._drop([ref for ref in page if ref not in found])

    def _picture_failed(self, ref: MediaRef) -> None:
        if ref in self._restored:
            problem = self._session.media.thumbnail_problem(ref)
            if problem is not None and problem.code == NotFound.code:
                self._drop([ref])

    def _drop(self, refs: Sequence[MediaRef]) -> None:
        self._session.results.drop(refs)
        self._looked_at(refs)

    # --- writing -------------------------------------------------------------------------
    def _arrived(self, result: Result) -> None:
        if not result.seen:
            self._database.write(
                "INSERT OR IGNORE INTO unseen_results (server_id, name) VALUES (?, ?)",
                (result.ref.server_id, result.ref.name),
            )

    def _looked_at(self, refs: Sequence[MediaRef]) -> None:
        self._database.write_all(
            (
                "DELETE FROM unseen_results WHERE server_id = ? AND name = ?",
                (ref.server_id, ref.name),
            )
            for ref in refs
        )


def _read(connection: sqlite3.Connection, server_id: ServerId) -> list[Made]:
    """The newest results of the history, each once; what is new of others is forgotten."""
    rows = connection.execute(
        "SELECT item_id, created_at, title, outputs FROM history"
        " WHERE server_id = ? AND outputs <> '[]' ORDER BY id DESC LIMIT ?",
        (server_id, MOST_RESTORED),
    ).fetchall()
    names = connection.execute(
        "SELECT name FROM unseen_results WHERE server_id = ?", (server_id,)
    ).fetchall()
    unseen = {name for (name,) in names}
    found: dict[MediaRef, Made] = {}
    for item_id, created_at, title, outputs in rows:
        key = JobKey(server_id, JobId(item_id))
        for ref in reversed(outputs_of(outputs, server_id)):
            if ref not in found and len(found) < MOST_RESTORED:
                result = Result(ref, key, title, seen=ref.name not in unseen)
                found[ref] = Made(result, created_at)
    lost = unseen - {ref.name for ref in found}
    connection.executemany(
        "DELETE FROM unseen_results WHERE server_id = ? AND name = ?",
        [(server_id, name) for name in lost],
    )
    return list(found.values())

"""One server as the window sees it: its link, its stores, and what can be asked of it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.administration import TrafficSource
from ivk_desktop.api.backend import (
    Backend,
    EventTap,
    QueueSource,
    Receipt,
    WorkflowSource,
)
from ivk_desktop.api.calls import CallSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.feed import Feed
from ivk_desktop.domain.access import WANTS_SIGN_IN
from ivk_desktop.domain.calls import HttpCall
from ivk_desktop.domain.form import Choices, SubmitRequest
from ivk_desktop.domain.jobs import JobId, JobKey, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    Lost,
    Progress,
    Remark,
    Resource,
    ResourceChanged,
    Update,
)
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.drag_files import DragFiles
from ivk_desktop.stores.durations import Durations
from ivk_desktop.stores.field_choices import FieldChoices
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.generated import GeneratedItems
from ivk_desktop.stores.history import History
from ivk_desktop.stores.history_writer import HistoryWriter
from ivk_desktop.stores.indexer import Indexer
from ivk_desktop.stores.input_files import is_video, store_input
from ivk_desktop.stores.job_actions import JobActions
from ivk_desktop.stores.job_logs import JobLogs
from ivk_desktop.stores.job_records import JobRecords
from ivk_desktop.stores.kept_results import KeptResults
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.stores.library_keeper import LibraryKeeper
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.marks import Marks
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.model_manager import ModelManager
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.notices import Level, Notices, ServerNotices
from ivk_desktop.stores.picture_index import PictureIndex
from ivk_desktop.stores.previews import Previews
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.reach import ServerKeys
from ivk_desktop.stores.requeue_journal import Journal
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.server_page import ServerPage
from ivk_desktop.stores.sign_in import SignIn
from ivk_desktop.stores.submitter import Submitter
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.video_frames import VideoFrames
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks

KNOWN = (ListState.READY, ListState.EMPTY, ListState.STALE)
"""The states of a list in which it is what the server has, also where that is nothing."""
BOARDS_MS = 10_000
"""While items end the boards' counts are read no more often than this, and the pictures of the
board that is looked at no more often than ``PICTURES_MS``: the server has items to run."""
PICTURES_MS = 2_000


class Listener(Protocol):
    """What takes in the updates of a server."""

    def apply(self, update: Update) -> None:
        """Take in one update; kinds that are no matter are passed."""
        ...


class ServerSession(QObject):
    """Owns the backend, the feed and the stores of one server.

    ``run()`` is the session's one task: it applies what the feed says until it is cancelled.
    Actions return at once; what they came to is told by a signal or a notice.
    """

    link_changed = Signal()
    choices_changed = Signal()
    submitted = Signal(object, object)
    """The ``SubmitRequest`` and its ``Receipt``."""
    submit_failed = Signal(object, object, object)
    """The ``SubmitRequest``, the ``Problem``, and a tuple of problems of single fields."""
    submit_begun = Signal(object)
    """A ``SubmitRequest`` whose parts are handed in, one after the other."""
    submit_over = Signal(object)
    """The same when no part is under way any more, whether they were taken or not."""
    handed_in = Signal(object, object)
    """A part of a ``SubmitRequest`` that was taken, or perhaps was, and a tuple of ``JobId``."""
    uploaded = Signal(str, object, object)
    """The ticket of an upload, its ``MediaRef`` or ``None``, and the ``Problem`` or ``None``."""

    def __init__(
        self,
        backend: Backend,
        name: str,
        url: str,
        *,
        notices: Notices,
        workers: Workers,
        database: Database | None = None,
        history: History | None = None,
        thumbnails: Path | None = None,
        ratings: Ratings | None = None,
        index: PictureIndex | None = None,
        kept_keys: ServerKeys | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.backend = backend
        self.server_id: ServerId = backend.server_id
        self.name = name
        self.url = url
        self.is_excepted = False
        """Whether its certificate counts only because a person has said so."""
        self.link = LinkState.CONNECTING
        self.facts: ServerFacts | None = None
        self.problem: Problem | None = None
        self.as_of: float | None = None
        """Unix time of this computer when the server was heard last; set while it is lost."""
        self._heard_at = time.time()
        self.retry_at: float | None = None
        """``time.monotonic()`` of the next try, while it is lost."""
        self._answered: Connected | None = None
        self.ratings = ratings or Ratings()
        self._notices = ServerNotices(notices, name, self)
        self._feed = Feed(backend)
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._task_failed)
        self.sign_in = SignIn(backend, self._tasks, self.retry_now, kept_keys, self)
        self._build_stores(workers, database, thumbnails, index)
        self._submitter = Submitter(backend, self._tasks, self._notices, self._keep, self.url, self)
        self._submitter.begun.connect(self.submit_begun)
        self._submitter.over.connect(self.submit_over)
        self._submitter.taken.connect(self._taken)
        self._submitter.refused.connect(self.submit_failed)
        self._history: HistoryWriter | None = None
        self.kept_results: KeptResults | None = None
        if history is not None:
            history.name_server(self.server_id, name)
            self._history = HistoryWriter(self.queue, history, self._tasks, self)
        if database is not None:
            self.kept_results = KeptResults(self, database, self._tasks, self)

    def _build_stores(
        self,
        workers: Workers,
        database: Database | None,
        thumbnails: Path | None,
        index: PictureIndex | None,
    ) -> None:
        backend, tasks = self.backend, self._tasks
        source = backend if isinstance(backend, QueueSource) else None
        cache = None if thumbnails is None else ThumbnailCache(thumbnails)
        self.queue = QueueStore(self.server_id, source, tasks, self)
        self.durations = Durations(self.server_id, database)
        self.progress = ProgressStore(self.queue, self.durations, self)
        self.previews = Previews(workers, self)
        self.queue.replaced.connect(self.previews.forget)
        self.media = MediaStore(backend, tasks, workers, cache, parent=self)
        self.results = ResultStore(self)
        self.records = JobRecords(backend, tasks, self.queue, self)
        self.logs = JobLogs(self)
        self.results.follow(self.queue)
        self.trash = Trash(backend, tasks, self._notices, database, self)
        self.local = LocalGallery(self.server_id, index, self.ratings, tasks, self)
        self.boards = BoardStore(backend, tasks, self, self.trash, self.local)
        shown = (self.trash, self.boards, self.results)
        self.drag_files = DragFiles(backend, tasks, workers, self)
        self.marks = Marks(self.server_id, database, self)
        self.gallery = Gallery(
            backend, tasks, self._notices, *shown, self, self.local, marks=self.marks
        )
        self.models = ModelStore(backend, tasks, self)
        self.library = WorkflowLibrary(backend, tasks, self)
        self.generated = GeneratedItems(backend, tasks, self)
        self.field_choices = FieldChoices(backend, tasks, self)
        self._build_looked_after()
        self.video_frames = VideoFrames(backend, tasks, self)
        self._build_actions(Journal(self.server_id, database))
        self._listeners: tuple[Listener, ...] = (
            self.local,
            self.sign_in,
            self.queue,
            self.progress,
            self.previews,
            self.media,
            self.results,
            self.logs,
            self.actions,
            self.gallery,
            self.manager,
        )
        self.indexer: Indexer | None = None
        if index is not None:
            self.indexer = Indexer(backend, index, tasks, self.queue, self.boards, self)
            self.indexer.failed.connect(self._notices.problem)
            self.listen(self.indexer)
        self._listings = (self.boards, self.models, self.library)
        self._follow_lists()

    def _follow_lists(self) -> None:
        """What is done when lists change, or are to be read again."""
        self._boards_ended = Flush(self.boards.reload, self, interval_ms=BOARDS_MS)
        self._pictures_ended = Flush(self.boards.reload_pictures, self, interval_ms=PICTURES_MS)
        self.boards.changed.connect(self.choices_changed)
        self.boards.changed.connect(self._renew_boards)
        self.models.changed.connect(self.choices_changed)

    def _found_again(self, update: JobUpdate) -> None:
        self.apply(JobChanged(update))

    def _build_actions(self, journal: Journal) -> None:
        backend, tasks = self.backend, self._tasks
        self.actions = JobActions(
            backend, self.queue, tasks, self._notices, journal, self._is_connected, self
        )
        self.actions.found.connect(self._found_again)
        if (requeuer := self.actions.requeuer) is not None:
            requeuer.submitted.connect(self._keep_again)

    def _build_looked_after(self) -> None:
        """What is for those who look after the server, its models and its library."""
        backend, tasks, notices = self.backend, self._tasks, self._notices
        self.keeper = LibraryKeeper(backend, tasks, self.library, notices, self)
        self.page = ServerPage(backend, tasks, self.sign_in, notices, self)
        kept = (self.models, self.library, self.sign_in, notices)
        self.manager = ModelManager(backend, tasks, *kept, self)

    def _is_connected(self) -> bool:
        return self.link.connected

    def listen(self, listener: Listener) -> None:
        """Let somebody else take in every update too, after the stores."""
        self._listeners = (*self._listeners, listener)

    def _renew_boards(self) -> None:
        """Pictures have come or gone: a generator of a board's pictures yields others."""
        self.generated.renew("from_board")

    @property
    def workflow_source(self) -> WorkflowSource | None:
        """Who opens workflows on this server, if its kind has any."""
        return self.backend if isinstance(self.backend, WorkflowSource) else None

    @property
    def latency_s(self) -> float | None:
        """The median of how long the last answers took to begin; ``None`` where not known."""
        backend = self.backend
        return backend.traffic().latency_s if isinstance(backend, TrafficSource) else None

    @property
    def is_kept(self) -> bool:
        """Whether what happens here is kept; not that of a recording."""
        return self._history is not None

    @property
    def event_tap(self) -> EventTap | None:
        """Where its raw events can be looked at, if its kind of server has any."""
        return self.backend if isinstance(self.backend, EventTap) else None

    @property
    def choices(self) -> Choices:
        """What this server has to offer to form fields; while that is read again, what it had."""
        models = frozenset(m.key.native_key for m in self.models.items)
        boards = frozenset(b.key.board_id for b in self.boards.items)
        return Choices(
            models if models or self.models.state in KNOWN else None,
            boards if boards or self.boards.state in KNOWN else None,
        )

    # --- the link ------------------------------------------------------------------------
    def start(self) -> None:
        """Begin to follow the server; nothing happens while that is under way."""
        self._tasks.start(self.run(), "session")

    async def run(self) -> None:
        """Apply every update of the feed, for ever."""
        await self.durations.load()
        await self.trash.load()
        await self.marks.load()
        if self.kept_results is not None:
            self.kept_results.start()
        async with contextlib.aclosing(self._feed.updates()) as updates:
            async for update in updates:
                self.apply(update)

    @property
    def shown(self) -> bool:
        """Whether the window shows this server; one that it does not is asked rarely."""
        return self._feed.shown

    @shown.setter
    def shown(self, shown: bool) -> None:
        self._feed.shown = shown
        if self.indexer is not None:
            self.indexer.set_shown(shown)

    def retry_now(self) -> None:
        """Do not wait for the next try to reconnect."""
        self._feed.retry_now()
        self.start()

    def _task_failed(self, name: str, error: BaseException) -> None:
        """A fault of our own: said once, and never the silent end of the session."""
        problem = Problem("internal_error", {"kind": type(error).__name__})
        if name == "session":
            self._lost(Lost(problem))  # not to the stores: one of them may be at fault
        else:
            self._notices.problem(problem, key="internal")

    async def close(self) -> None:
        """End all tasks, leave the server, close the connections."""
        await self._tasks.close()
        if self._history is not None:
            await self._history.close()
        await self.sign_in.close()
        await self.backend.aclose()
        self._notices.dismiss(self._link_key)
        self._set_link(LinkState.CLOSED)

    def apply(self, update: Update) -> None:
        """Hand one update to the stores; each takes what concerns it."""
        if isinstance(update, Progress) and update.key.job_id not in self.queue.jobs:
            return  # of a job that was never announced, or is gone
        for store in self._listeners:
            store.apply(update)
        if isinstance(update, Connected) and not self.link.connected:
            self._answered = update  # believed once something follows: it may refuse its queue
        elif isinstance(update, Connected):
            self._connected(update)
        elif isinstance(update, Lost):
            self._answered = None
            self._lost(update)
            return
        elif self._answered is not None:
            answered, self._answered = self._answered, None
            self._connected(answered)
        self._heard_at = time.time()
        if isinstance(update, ResourceChanged):
            self._reload(update.resource)
        elif isinstance(update, Remark):
            key = f"{update.problem.code}:{self.server_id}"
            self._notices.problem(update.problem, key=key, level=Level.WARNING)

    def _connected(self, update: Connected) -> None:
        self.facts = update.facts
        if self.problem is not None and self.problem.code not in WANTS_SIGN_IN:
            problem = Problem("connected_again", {"name": self.name})
            self._notices.problem(problem, key=self._link_key, level=Level.INFO)
        self.problem = self.as_of = self.retry_at = None
        self._notices.dismiss(self._link_key)
        was = self.link
        if update.link is LinkState.POLLING and not update.facts.capabilities.polled:
            problem = Problem("socket_refused", {"url": self.url})
            self._notices.problem(problem, key=self._link_key, level=Level.WARNING)
        self._set_link(update.link)
        self.generated.retry()
        if not was.connected:
            self.refresh()

    def _lost(self, update: Lost) -> None:
        if self.as_of is None and self.facts is not None:
            self.as_of = self._heard_at
        if update.problem != self.problem and update.problem.code not in WANTS_SIGN_IN:
            self._notices.problem(update.problem, key=self._link_key, level=Level.WARNING)
        self.problem = update.problem
        self.retry_at = None if update.retry_in_s is None else time.monotonic() + update.retry_in_s
        for listing in self._listings:
            listing.mark_stale()
        self._set_link(LinkState.LOST)

    def _set_link(self, link: LinkState) -> None:
        self.link = link
        self.link_changed.emit()

    @property
    def _link_key(self) -> str:
        return f"link:{self.server_id}"

    def refresh(self) -> None:
        """Read boards, models and library again."""
        self.gallery.infos.renew()
        for listing in self._listings:
            listing.reload()
        self.field_choices.reload()

    def _reload(self, resource: Resource) -> None:
        if resource is Resource.MODELS:
            self.models.reload()
        elif resource is Resource.WORKFLOWS:
            self.library.reload()
            self.field_choices.reload()
        elif resource is Resource.IMAGES:
            self._pictures_ended.mark()
        elif resource is Resource.BOARDS:
            self._boards_ended.mark()

    # --- actions -------------------------------------------------------------------------
    def foresee_submission(self) -> None:
        """Have a connection open for a submission that is about to come."""
        self._submitter.foresee()

    def submit(self, request: SubmitRequest, replacing: Sequence[JobKey] = ()) -> None:
        """Hand in a submission; ``submitted`` or ``submit_failed`` follows.

        ``replacing`` are jobs to be cancelled once the server has taken it: what is refused
        costs no running job.
        """
        self._submitter.submit(request, tuple(replacing))

    def _taken(self, request: SubmitRequest, receipt: Receipt, replacing: Sequence[JobKey]) -> None:
        self.submitted.emit(request, receipt)
        running = [key for key in replacing if key.job_id in self.queue.running]
        if running:
            self.cancel(running)

    def calls(self, request: SubmitRequest) -> tuple[HttpCall, ...]:
        """What would be sent for a submission, to be shown and copied; empty where unknown."""
        return self.backend.http_calls(request) if isinstance(self.backend, CallSource) else ()

    def _keep(self, part: SubmitRequest, job_ids: Sequence[JobId], enqueued: int) -> None:
        """Keep a submission; one whose answer is lost as well, for its items may come."""
        if self._history is not None:
            self._history.keep(part, job_ids, enqueued)
        self.handed_in.emit(part, tuple(job_ids))

    def _keep_again(self, request: SubmitRequest, receipt: Receipt) -> None:
        self._keep(request, receipt.job_ids, receipt.enqueued)

    def cancel(self, keys: Sequence[JobKey]) -> None:
        """Cancel these jobs."""
        self.actions.cancel([key.job_id for key in keys])

    def upload(self, source: Path | bytes, ticket: str) -> None:
        """Store a picture or video on the server as an input; ``uploaded`` follows."""
        self._tasks.start(self._upload(source, ticket), f"upload {ticket}")

    async def _upload(self, source: Path | bytes, ticket: str) -> None:
        ref: MediaRef | None = None
        problem: Problem | None = None
        try:
            ref = await store_input(self.backend, source)
        except ApiError as error:
            problem = error.problem
        except OSError:
            code = "video_unreadable" if is_video(source) else "picture_unreadable"
            problem = Problem(code, {"name": str(source)})
        self.uploaded.emit(ticket, ref, problem)

"""A stage with real stores over a scripted server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication

from ivk_desktop.domain.boards import BoardKey
from ivk_desktop.domain.jobs import BatchId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.updates import JobChanged, Preview, Progress
from ivk_desktop.stores.boards import BoardPictures, BoardStore
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.picks import MOST_COMPARED, Picks
from ivk_desktop.stores.picture_infos import PictureInfos
from ivk_desktop.stores.previews import Previews
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.stage.stage import Stage
from tests.fakes import FakeBackend, a_picture, job_key
from tests.stores.samples import encoded


@dataclass
class Session:
    """The stores of one server that the stage uses."""

    server: FakeBackend
    previews: Previews
    media: MediaStore
    results: ResultStore
    queue: QueueStore
    boards: BoardStore
    gallery: Gallery
    compared: Picks = field(default_factory=lambda: Picks(most=MOST_COMPARED))

    @property
    def ratings(self) -> Ratings:
        return self.gallery.local.ratings

    @property
    def marks(self) -> Picks:
        return self.gallery.marks

    def batch_of(self, key: JobKey) -> BatchId | None:
        job = self.queue.jobs.get(key.job_id)
        return job.batch_id if job is not None else None

    @property
    def infos(self) -> PictureInfos:
        return self.gallery.infos

    @property
    def hidden(self) -> SignalInstance:
        return self.gallery.trash.hidden

    @property
    def board_found(self) -> SignalInstance:
        return self.boards.found

    def open_board(self, key: BoardKey) -> BoardPictures | None:
        return self.boards.open(key)

    def find_board(self, ref: MediaRef) -> None:
        self.boards.find(ref)

    def preview(self, number: int = 1, edge: int = 16) -> None:
        data = encoded(edge, edge)
        preview = Preview(data, edge * 8, edge * 8, 1.0)
        self.previews.apply(Progress(job_key(number), preview=preview))

    def finish(self, number: int, *names: str, title: str = "") -> None:
        for name in names:
            self.server.pictures.setdefault(name, encoded(64, 64))
        outputs = tuple(a_picture(name) for name in names)
        update = JobUpdate(
            job_key(number),
            state=JobState.COMPLETED,
            title=title,
            outputs=outputs,
            authoritative=True,
        )
        self.previews.apply(JobChanged(update))
        self.results.apply(JobChanged(update))

    def fail(self, number: int) -> None:
        update = JobUpdate(job_key(number), state=JobState.FAILED, authoritative=True)
        self.previews.apply(JobChanged(update))


@asynccontextmanager
async def a_stage(server: FakeBackend | None = None) -> AsyncIterator[tuple[Stage, Session]]:
    tasks, workers, server = Tasks(), Workers(), server or FakeBackend()
    trash = Trash(server, tasks, Notices(), None)
    boards, results = BoardStore(server, tasks, trash=trash), ResultStore()
    session = Session(
        server,
        Previews(workers, gap_s=0.0),
        MediaStore(server, tasks, workers),
        results,
        QueueStore(server.server_id, server, tasks),
        boards,
        Gallery(server, tasks, Notices(), trash, boards, results),
    )
    trash.hidden.connect(session.compared.drop)
    QGuiApplication.setQuitOnLastWindowClosed(False)
    stage = Stage()
    stage.resize(700, 520)
    stage.set_session(session)
    stage.show()
    try:
        yield stage, session
    finally:
        stage.close()
        await tasks.close()
        workers.close()
        stage.deleteLater()

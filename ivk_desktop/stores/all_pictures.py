"""The pictures of all servers behind one face: each is asked of the server that has it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.stores.all_marks import AllMarks
from ivk_desktop.stores.all_results import AllResults
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.picks import MOST_COMPARED, Picks
from ivk_desktop.stores.picture_infos import PictureInfos
from ivk_desktop.stores.previews import PreviewFrame, Previews
from ivk_desktop.stores.results import ResultStore

if TYPE_CHECKING:
    from ivk_desktop.domain.boards import BoardKey
    from ivk_desktop.domain.jobs import BatchId, JobKey
    from ivk_desktop.domain.media import ImageInfo, MediaRef
    from ivk_desktop.domain.problems import Problem
    from ivk_desktop.domain.servers import ServerId
    from ivk_desktop.domain.updates import Preview
    from ivk_desktop.stores.boards import BoardPictures, BoardStore
    from ivk_desktop.stores.queue import QueueStore
    from ivk_desktop.stores.ratings import Ratings
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.stores.workers import Workers


class AllPreviews(QObject):
    """As ``Previews``, of every shown server."""

    changed = Signal(object)
    ended = Signal(object)
    cleared = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: dict[ServerId, Previews] = {}

    def add(self, server_id: ServerId, store: Previews) -> None:
        """Show a server's previews too."""
        if server_id in self._stores:
            return
        self._stores[server_id] = store
        for name in ("changed", "ended", "cleared"):
            getattr(store, name).connect(getattr(self, name))

    def remove(self, server_id: ServerId) -> None:
        """Show a server's previews no more."""
        if (store := self._stores.pop(server_id, None)) is not None:
            for name in ("changed", "ended", "cleared"):
                getattr(store, name).disconnect(getattr(self, name))

    @property
    def history(self) -> AllPreviews:
        """The steps that were received: see ``steps``."""
        return self

    def steps(self, key: JobKey | None) -> Sequence[Preview]:
        """The steps received of a job, the oldest first."""
        store = self._stores.get(key.server_id) if key is not None else None
        return store.history.steps(key) if store is not None else ()

    def preview(self, key: JobKey) -> PreviewFrame | None:
        """The newest preview of a job."""
        store = self._stores.get(key.server_id)
        return store.preview(key) if store is not None else None

    def image(self, key: JobKey) -> QImage | None:
        """The picture of the newest preview of a job."""
        frame = self.preview(key)
        return frame.image if frame is not None else None

    def keys(self) -> list[JobKey]:
        """The jobs that have a preview, the one that changed last at the end."""
        keys: list[JobKey] = []
        for store in self._stores.values():
            keys += store.keys()
        return sorted(keys, key=self._arrived_at)

    def _arrived_at(self, key: JobKey) -> float:
        frame = self.preview(key)
        return frame.arrived_at if frame is not None else 0.0

    def release(self, key: JobKey) -> None:
        """Forget an ended job's preview: its result is on screen."""
        if (store := self._stores.get(key.server_id)) is not None:
            store.release(key)


class AllMedia(QObject):
    """As ``MediaStore``, of every server."""

    ready = Signal(object)
    failed = Signal(object)
    picture_ready = Signal(object)
    picture_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: dict[ServerId, MediaStore] = {}

    def add(self, server_id: ServerId, store: MediaStore) -> None:
        """Show a server's pictures too."""
        self._stores[server_id] = store
        for name in ("ready", "failed", "picture_ready", "picture_failed"):
            getattr(store, name).connect(getattr(self, name))

    def remove(self, server_id: ServerId) -> None:
        """Show a server's pictures no more."""
        if (store := self._stores.pop(server_id, None)) is not None:
            for name in ("ready", "failed", "picture_ready", "picture_failed"):
                getattr(store, name).disconnect(getattr(self, name))

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        """A thumbnail; ``None`` while it is being got or has failed."""
        store = self._stores.get(ref.server_id)
        return store.thumbnail(ref) if store is not None else None

    def loaded_thumbnail(self, ref: MediaRef) -> QImage | None:
        """A thumbnail from memory only."""
        store = self._stores.get(ref.server_id)
        return store.loaded_thumbnail(ref) if store is not None else None

    def thumbnail_problem(self, ref: MediaRef) -> Problem | None:
        """Why a thumbnail cannot be got."""
        store = self._stores.get(ref.server_id)
        return store.thumbnail_problem(ref) if store is not None else None

    def show_thumbnails(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all thumbnails that a view shows now; ``()`` at its end."""
        for server_id, store in self._stores.items():
            store.show_thumbnails(view, [ref for ref in refs if ref.server_id == server_id])

    def picture(self, ref: MediaRef) -> QImage | None:
        """The full picture; ``None`` while it is being got or has failed."""
        store = self._stores.get(ref.server_id)
        return store.picture(ref) if store is not None else None

    def loaded_picture(self, ref: MediaRef) -> QImage | None:
        """The full picture from memory only."""
        store = self._stores.get(ref.server_id)
        return store.loaded_picture(ref) if store is not None else None

    def picture_problem(self, ref: MediaRef) -> Problem | None:
        """Why the full picture cannot be got."""
        store = self._stores.get(ref.server_id)
        return store.picture_problem(ref) if store is not None else None

    def show_pictures(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all full pictures that a view waits for."""
        for server_id, store in self._stores.items():
            store.show_pictures(view, [ref for ref in refs if ref.server_id == server_id])

    def retry(self, ref: MediaRef) -> None:
        """Try again what has failed of this picture."""
        if (store := self._stores.get(ref.server_id)) is not None:
            store.retry(ref)

    @property
    def workers(self) -> Workers | None:
        """The threads in which pictures are decoded, while there is a server."""
        return next((store.workers for store in self._stores.values()), None)

    def save(self, ref: MediaRef, path: Path) -> None:
        """Save the file as the server has it."""
        if (store := self._stores.get(ref.server_id)) is not None:
            store.save(ref, path)


class AllInfos(QObject):
    """As ``PictureInfos``, of every server."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: dict[ServerId, PictureInfos] = {}

    def add(self, server_id: ServerId, store: PictureInfos) -> None:
        """Tell of a server's pictures too."""
        self._stores[server_id] = store
        store.changed.connect(self.changed)

    def remove(self, server_id: ServerId) -> None:
        """Tell of a server's pictures no more."""
        if (store := self._stores.pop(server_id, None)) is not None:
            store.changed.disconnect(self.changed)

    def info(self, ref: MediaRef) -> ImageInfo | None:
        """The entry of a picture, ``None`` while it is not known."""
        store = self._stores.get(ref.server_id)
        return store.info(ref) if store is not None else None

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all pictures that a view shows now; ``()`` at its end."""
        for server_id, store in self._stores.items():
            store.show(view, [ref for ref in refs if ref.server_id == server_id])


class AllPictures(QObject):
    """What the stage shows: previews and results of shown servers, pictures and boards of all."""

    hidden = Signal(object)
    """The pictures that are in the trash now."""
    board_found = Signal(object, object)
    """A ``MediaRef`` and the ``Board`` that it is on."""

    def __init__(self, ratings: Ratings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ratings = ratings
        self.previews = AllPreviews(self)
        self.media = AllMedia(self)
        self.results = AllResults(self)
        self.infos = AllInfos(self)
        self.marks = AllMarks(self)
        """What is marked for deletion."""
        self.compared = Picks(self, most=MOST_COMPARED)
        self.hidden.connect(self.compared.drop)
        self._queues: dict[ServerId, QueueStore] = {}
        self._boards: dict[ServerId, BoardStore] = {}

    def add(self, session: ServerSession) -> None:
        """Take a server in; ``set_shown`` follows."""
        server_id = session.server_id
        self.media.add(server_id, session.media)
        self.infos.add(server_id, session.gallery.infos)
        self._boards[server_id] = session.boards
        self._queues[server_id] = session.queue
        if session.gallery.trash.offered:
            self.marks.add(server_id, session.gallery.marks)
        session.boards.found.connect(self.board_found)
        session.gallery.trash.hidden.connect(self.hidden)

    def remove(self, session: ServerSession) -> None:
        """Let a server go."""
        self.set_shown(session, False)
        self.media.remove(session.server_id)
        self.infos.remove(session.server_id)
        session.boards.found.disconnect(self.board_found)
        session.gallery.trash.hidden.disconnect(self.hidden)
        self.marks.remove(session.server_id)
        self.compared.drop([ref for ref in self.compared.refs if ref[0] == session.server_id])
        del self._boards[session.server_id], self._queues[session.server_id]

    def set_shown(self, session: ServerSession, shown: bool) -> None:
        """Show what runs on a server and what came of it, or not."""
        if shown:
            self.previews.add(session.server_id, session.previews)
            self.results.add(session.server_id, session.results)
        else:
            self.previews.remove(session.server_id)
            self.results.remove(session.server_id)

    def batch_of(self, key: JobKey) -> BatchId | None:
        """The batch of a job, if it is known."""
        queue = self._queues.get(key.server_id)
        job = queue.jobs.get(key.job_id) if queue is not None else None
        return job.batch_id if job is not None else None

    def open_board(self, key: BoardKey) -> BoardPictures | None:
        """The pictures of a board."""
        boards = self._boards.get(key.server_id)
        return boards.open(key) if boards is not None else None

    def find_board(self, ref: MediaRef) -> None:
        """Look for the board of a picture; ``board_found`` follows."""
        if (boards := self._boards.get(ref.server_id)) is not None:
            boards.find(ref)


AnyMedia = MediaStore | AllMedia
AnyInfos = PictureInfos | AllInfos
AnyResults = ResultStore | AllResults
AnyPreviews = Previews | AllPreviews
AnyMarks = Picks | AllMarks

"""A session of stores as the queue's model, the lanes and the strip need it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.domain.updates import Update
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.tasks import Tasks
from tests.fakes import FACTS, SERVER, FakeBackend


class Pictures(QObject):
    """Previews that a test sets."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[JobKey, QImage] = {}

    def image(self, key: JobKey) -> QImage | None:
        return self.images.get(key)


class Session(QObject):
    """Queue and progress of one scripted server; ``at`` is its clock."""

    link_changed = Signal()
    submit_begun = Signal(object)
    submit_over = Signal(object)

    def __init__(self, backend: FakeBackend | None = None, server_id: ServerId = SERVER) -> None:
        super().__init__()
        self.server_id = server_id
        self.name = "lab"
        self.facts: ServerFacts | None = FACTS
        self.link = LinkState.LIVE
        self.as_of: float | None = None
        self.at = 1000.0
        self.tasks = Tasks(self)
        self.queue = QueueStore(server_id, backend, self.tasks, self)
        self.progress = ProgressStore(
            self.queue, parent=self, clock=lambda: self.at, wall=lambda: 1_000_000.0 + self.at
        )
        self.previews = Pictures()

    def apply(self, *updates: Update) -> None:
        """As the real session does: the queue first."""
        for update in updates:
            self.queue.apply(update)
            self.progress.apply(update)

    def settle(self) -> None:
        """Tell what waits for the end of the frame now."""
        self.queue._flush.now()
        self.progress._flush.now()

"""Running pictures again, and varying them: as many new items, each counted and told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.pictures import questions
from ivk_desktop.ui.placing import front

ASK_FROM = 20
"""So many pictures are run again only once the person has agreed."""


class PictureRuns(QObject):
    """Hands in what pictures were made with, on the server that has them."""

    def __init__(
        self,
        window: QWidget,
        servers: Servers,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._handed_in: dict[str, int] = {}

    def watch(self, session: ServerSession) -> None:
        """Hand in what is built on this server."""
        session.gallery.again.built.connect(self._submit)
        session.submitted.connect(self._submitted)

    def run(self, session: ServerSession, refs: tuple[MediaRef, ...], *, vary: bool) -> None:
        """Make pictures again, with other seeds where ``vary``."""
        go = partial(session.gallery.again.run, refs, vary=vary)
        if len(refs) >= ASK_FROM:
            questions.ask_again(front(self._window), len(refs), go)
        else:
            go()

    def _submit(self, ref: MediaRef, request: SubmitRequest) -> None:
        session = self._servers.by_id(ref.server_id)
        if session is None:
            return
        self._handed_in[request.batch_id] = request.total
        session.submit(request)

    def _submitted(self, request: SubmitRequest, *_: object) -> None:
        count = self._handed_in.pop(request.batch_id, 0)
        if count:
            name = request.title or self.tr("A picture")
            self._notices.info(self.tr("{name} is in the queue again.").format(name=name), "again")

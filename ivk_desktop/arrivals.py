"""What comes from outside while the window is open: second starts, links, files of the system."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.links import Link, LinkKind, is_link, read_link
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.stores.desktop.one_instance import Handover, OneInstance
from ivk_desktop.ui.link_question import ask_to_follow
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.queue.finding import show_job

if TYPE_CHECKING:
    from ivk_desktop.connections import Connections
    from ivk_desktop.stores.notices import Notices
    from ivk_desktop.stores.open_workflows import OpenWorkflows
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.ui.main_window import MainWindow
    from ivk_desktop.ui.window_opening import WindowOpening


class DeskParts(Protocol):
    """What arrivals need of the desk."""

    window: MainWindow
    servers: Servers
    workflows: OpenWorkflows
    notices: Notices
    opening: WindowOpening


class Arrivals(QObject):
    """Opens what arrives; a link is followed only once the person has agreed."""

    def __init__(self, desk: DeskParts, connections: Connections) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._connections = connections
        self._waiting: list[Link] = []
        self._instance = OneInstance(self)
        self._instance.handed.connect(self.take)
        desk.servers.added.connect(self._session_added)
        app = QApplication.instance()
        if sys.platform == "darwin" and app is not None:
            app.installEventFilter(self)  # only there does the system send what is to be opened

    def listen(self) -> None:
        """From now on later starts hand over what they were asked to open."""
        self._instance.listen()

    def close(self) -> None:
        """Take nothing more."""
        self._instance.close()

    def take(self, what: Handover) -> None:
        """Open what a second start was asked to open, in this window."""
        bring_up(self._desk.window)
        if what.server:
            self._connections.connect_typed(what.server)
        self.open(what.files)

    def open(self, names: Iterable[str]) -> None:
        """Open files at once and links after a question."""
        links = [name for name in names if is_link(name)]
        if files := [name for name in names if not is_link(name)]:
            self._desk.opening.open_files(files)
        for text in links:
            try:
                link = read_link(text)
            except DomainError as error:
                self._desk.notices.problem(error.problem)
            else:
                ask_to_follow(self._desk.window, link, partial(self._follow, link))

    def _follow(self, link: Link) -> None:
        sessions = self._desk.servers.sessions
        session = next((one for one in sessions if one.url == link.url), None)
        if session is not None:
            self._show(session, link)
            return
        self._waiting.append(link)
        self._connections.connect_typed(link.url)

    def _session_added(self, session: ServerSession) -> None:
        reached = [link for link in self._waiting if link.url == session.url]
        self._waiting = [link for link in self._waiting if link not in reached]
        for link in reached:
            self._show(session, link)

    def _show(self, session: ServerSession, link: Link) -> None:
        if link.kind is LinkKind.WORKFLOW:
            self._desk.workflows.open_library(session.server_id, link.native_id, "")
        elif link.kind is LinkKind.ITEM and session.queue.is_loaded:
            self._show_item(session, link)
        elif link.kind is LinkKind.ITEM:
            once = Qt.ConnectionType.SingleShotConnection
            session.queue.reset.connect(partial(self._show_item, session, link), once)

    def _show_item(self, session: ServerSession, link: Link) -> None:
        key = JobKey(session.server_id, JobId(link.native_id))
        job = session.queue.jobs.get(key.job_id)
        if not show_job(self._desk.window.queue, key, job.batch_id if job is not None else None):
            args = {"item": link.native_id, "server": session.name}
            self._desk.notices.problem(Problem("link_item_gone", args))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what macOS asks to open."""
        if isinstance(event, QFileOpenEvent):
            self.open([event.file() or event.url().toString()])
            return True
        return super().eventFilter(watched, event)

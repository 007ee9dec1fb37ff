"""Opens the event log of the current server, and plays recordings in a window of their own."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from ivk_desktop.stores.event_log import EventLog
from ivk_desktop.stores.event_recorder import EventRecorder
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.events.window import EventWindow
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up


class WindowEvents(QObject):
    """One event log a server."""

    def __init__(
        self, window: MainWindow, servers: Servers, notices: Notices, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._workers = workers
        self.open_: dict[ServerSession, EventWindow] = {}
        """The logs that are open."""
        self._action = window.actions_.on("help.event_log", self.open_log)
        servers.current_changed.connect(self._show_action)
        servers.removed.connect(self._close)
        self._show_action()

    def open_log(self) -> None:
        """Open the event log of the current server, or bring it to the front."""
        session = self._servers.current
        if session is None or session.event_tap is None:
            return
        log = self.open_.get(session)
        if log is None:
            tap = session.event_tap
            recorder = EventRecorder(tap, self._workers)
            log = EventWindow(EventLog(tap), recorder, session.name, self._window)
            self.open_[session] = log
            log.replay_requested.connect(self.replay)
            log.destroyed.connect(lambda: self.open_.pop(session, None))
        bring_up(log)

    def replay(self, path: Path) -> None:
        """Play a recording: another process, so that nothing of it is taken for this server's."""
        program, arguments = command(path)
        if not QProcess.startDetached(program, arguments):
            self._notices.info(self.tr("The recording could not be opened."), key="replay")

    def _show_action(self) -> None:
        session = self._servers.current
        self._action.setEnabled(session is not None and session.event_tap is not None)

    def _close(self, session: ServerSession) -> None:
        if (log := self.open_.pop(session, None)) is not None:
            log.close()


def command(path: Path) -> tuple[str, list[str]]:
    """The program and arguments that play a recording from here, frozen or not."""
    options = ["--replay", str(path)]
    if getattr(sys, "frozen", False):
        return sys.executable, options
    return sys.executable, ["-m", "ivk_desktop", *options]

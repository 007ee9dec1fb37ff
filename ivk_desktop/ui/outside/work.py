"""While work is under way the computer stays awake; when all is done something may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.attention import LastItem
from ivk_desktop.domain.jobs import Job
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.endings import Endings
from ivk_desktop.stores.notices import Level, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.outside.tools import Tools

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

RESPITE_MS: Final = 10_000
"""So long a person can still stop the command, and new work does."""
KEY: Final = "all-done"


class WorkWatch(QObject):
    """Follows the queues of all servers."""

    all_done = Signal()
    """All work is done, and the person wants to be told."""

    def __init__(
        self,
        servers: Servers,
        settings: Settings,
        endings: Endings,
        notices: Notices,
        tools: Tools,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._servers = servers
        self._settings = settings
        self._notices = notices
        self._tools = tools
        self._last = LastItem()
        self._is_held = False
        self._respite = QTimer(self, singleShot=True, interval=RESPITE_MS)
        self._respite.timeout.connect(self._run)
        tools.commands.failed.connect(self._command_failed)
        self._endings = endings
        endings.job_ended.connect(self._job_ended)
        endings.submit_over.connect(self.refresh)
        settings.changed.connect(self.refresh)
        servers.added.connect(self._added)
        servers.removed.connect(self.refresh)
        servers.shown_changed.connect(self.refresh)
        for session in servers.sessions:
            self._added(session)

    def refresh(self, *_: object) -> None:
        """Look at all queues."""
        sessions = self._servers.sessions
        live = [s for s in sessions if s.link.connected and s.queue.is_loaded]
        working = any(s.queue.counts.open and not s.queue.counts.paused for s in live)
        working = working or any(s.queue.counts.running for s in live)
        self._hold(working and self._settings.prefs.keep_awake)
        open_items = sum(session.queue.counts.open for session in live)
        if open_items and self._respite.isActive():
            self.stop()
        sure = bool(live) and all(session in live for session in self._servers.shown)
        sure = sure and not self._endings.submitting
        if self._last.update(open_items, sure=sure):
            self._done()

    def stop(self) -> None:
        """Do not run the command this time."""
        self._respite.stop()
        self._notices.dismiss(KEY)

    def let_go(self) -> None:
        """The app ends: the computer may sleep."""
        self._respite.stop()
        self._hold(False)

    # --- inside --------------------------------------------------------------------------
    def _added(self, session: ServerSession) -> None:
        session.queue.counts_changed.connect(self.refresh)
        session.link_changed.connect(self.refresh)
        self.refresh()

    def _job_ended(self, job: Job) -> None:
        self._last.job_ended(job.state)

    def _hold(self, hold: bool) -> None:
        if hold == self._is_held:
            return
        self._is_held = hold
        if hold:
            self._tools.awake.hold(self.tr("Items are running"))
        else:
            self._tools.awake.release()

    def _done(self) -> None:
        prefs = self._settings.prefs
        if prefs.when_done == "notify":
            self.all_done.emit()
        elif prefs.when_done == "command" and prefs.done_command.strip():
            self._prepare(prefs.done_command)

    def _prepare(self, command: str) -> None:
        if command != self._settings.prefs.allowed_command:
            problem = Problem("command_not_allowed")
            self._notices.problem(problem, key=KEY, level=Level.WARNING)
            return
        words = self.tr("All work is done. Runs in {seconds} s: {command}")
        text = words.format(seconds=RESPITE_MS // 1000, command=command)
        stop = NoticeAction(self.tr("Do not run it"), self._stopped)
        self._notices.info(text, key=KEY, action=stop)
        self._respite.start()

    def _stopped(self) -> None:
        if self._respite.isActive():
            self.stop()
            self._notices.info(self.tr("The command was not run."), key=KEY)

    def _run(self) -> None:
        prefs = self._settings.prefs
        command = prefs.done_command
        # Only what was agreed to, and only if that is still wanted.
        if prefs.when_done == "command" and command and command == prefs.allowed_command:
            self._notices.info(self.tr("All work is done. The command runs now."), key=KEY)
            self._tools.commands.run(command)

    def _command_failed(self, problem: Problem) -> None:
        self._notices.problem(problem, key=KEY)

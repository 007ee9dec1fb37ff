"""Saving of results by themselves, on all servers of the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import reduce
from operator import add

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.exports import ExportOptions, ExportStatus
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.export_journal import forget_starts
from ivk_desktop.stores.export_saver import ExportSession
from ivk_desktop.stores.exporter import Exporter
from ivk_desktop.stores.notices import Level, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.tasks import Tasks

PAUSED, GONE, FAILED = "export", "export_gone", "export_failed"
"""The keys of what is told."""


class AutoExport(QObject):
    """Has an ``Exporter`` for each server that is to be saved from, while that is switched on.

    What is wrong is said once by a notice with a key and one action; ``retry_words`` is its label.
    """

    changed = Signal()
    """``status`` or ``options`` is another."""

    def __init__(
        self,
        database: Database,
        servers: Servers,
        notices: Notices,
        tasks: Tasks,
        retry_words: str,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.options: ExportOptions | None = None
        self._database = database
        self._servers = servers
        self._notices = notices
        self._tasks = tasks
        self._retry_words = retry_words
        self._clock = clock
        self._exporters: dict[ServerId, Exporter] = {}
        self._before = ExportStatus()
        """The counts of exporters that are over."""
        self._said = ExportStatus()
        servers.added.connect(self._fit)
        servers.removed.connect(self._removed)

    @property
    def status(self) -> ExportStatus:
        """How all of it stands."""
        return reduce(add, (one.status for one in self._exporters.values()), self._before)

    def set_options(self, options: ExportOptions | None) -> None:
        """Save from now on, or otherwise; ``None`` saves nothing more."""
        if options == self.options:
            return
        if options is None:
            forget_starts(self._database)
        self.options = options
        for exporter in self._exporters.values():
            if options is not None:
                exporter.set_options(options)
        self._fit()
        self.changed.emit()

    def retry(self) -> None:
        """Try at once again what could not be saved."""
        for exporter in self._exporters.values():
            exporter.retry()

    async def close(self) -> None:
        """Stop; what is not saved stays in the journal."""
        exporters = list(self._exporters.values())
        self._exporters.clear()
        for exporter in exporters:
            await exporter.close()

    # --- inside --------------------------------------------------------------------------
    def _fit(self, *_: object) -> None:
        """Have an exporter for just those servers that are to be saved from."""
        options = self.options
        wanted: dict[ServerId, ExportSession] = {}
        if options is not None:
            sessions = (session for session in self._servers.sessions if session.is_kept)
            wanted = {s.server_id: s for s in sessions if options.takes_server(s.server_id)}
        for server_id in [one for one in self._exporters if one not in wanted]:
            self._end(server_id)
        for server_id, session in wanted.items():
            if server_id not in self._exporters and options is not None:
                made = Exporter(session, self._database, options, self, clock=self._clock)
                made.changed.connect(self._tell)
                self._exporters[server_id] = made

    def _removed(self, session: ExportSession) -> None:
        self._end(session.server_id)

    def _end(self, server_id: ServerId) -> None:
        exporter = self._exporters.pop(server_id, None)
        if exporter is not None:
            status = exporter.status
            done = ExportStatus(status.saved, 0, status.gone, status.failed)
            self._before += done
            self._tasks.start(_ended(exporter), f"end exports {id(exporter)}")
            self._tell()

    def _tell(self) -> None:
        status, said = self.status, self._said
        self._said = status
        action = NoticeAction(self._retry_words, self.retry)
        if status.problem != said.problem:
            if status.problem is None:
                self._notices.dismiss(PAUSED)
            else:
                self._notices.problem(status.problem, key=PAUSED, action=action)
        if status.gone > said.gone:
            problem = _counted("export_gone", status.gone)
            self._notices.problem(problem, key=GONE, level=Level.WARNING)
        if status.failed > said.failed:
            problem = _counted("results_unsaved", status.failed)
            self._notices.problem(problem, key=FAILED, action=action)
        elif not status.failed and said.failed:
            self._notices.dismiss(FAILED)
        self.changed.emit()


async def _ended(exporter: Exporter) -> None:
    await exporter.close()
    exporter.deleteLater()


def _counted(code: str, count: int) -> Problem:
    return Problem(f"{code}_one" if count == 1 else code, {"count": count})

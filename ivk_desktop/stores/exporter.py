"""Saves the results of one server by themselves, each once, whatever happens meanwhile."""

from __future__ import annotations

import errno
import hashlib
import logging
import random
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from ivk_desktop.api.errors import (
    ApiError,
    Busy,
    NotFound,
    ServerFault,
    Unauthorized,
    Unreachable,
)
from ivk_desktop.domain.exports import (
    Export,
    ExportOptions,
    ExportState,
    ExportStatus,
)
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.export_finder import ExportFinder
from ivk_desktop.stores.export_journal import ExportJournal
from ivk_desktop.stores.export_saver import ExportSaver, ExportSession
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

LANES: Final = 2
"""So many results are fetched and written at once."""
MOST_TRIES: Final = 10
FIRST_DELAY_S: Final = 2.0
LONGEST_DELAY_S: Final = 300.0
"""Before the next try, which doubles from the first delay."""
AWAY_S: Final = 30.0
"""Before the server is asked again that did not answer, unless it connects earlier."""
PAUSE_S: Final = 300.0
"""Before a folder that could not be written is tried again by itself."""
LOCK_MS: Final = 15_000
"""Before it is looked again whether the other window that saves is still there."""
LOOK_AGAIN_S: Final = 1.0
WAITS: Final = (Unreachable, Unauthorized)
"""Nothing can be fetched before the server is there again: that is no try."""
FULL: Final = (errno.ENOSPC, errno.EDQUOT)


class Exporter(QObject):
    """Works off the journal of one server while it is connected.

    A name is written down before the file gets it: what a crash interrupts is looked up and never
    written twice. Of several windows on one server only one saves.
    """

    changed = Signal()
    """``status`` is another."""

    def __init__(
        self,
        session: ExportSession,
        database: Database,
        options: ExportOptions,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.status = ExportStatus()
        self.options = options
        self._clock = clock
        self._tasks = Tasks(self)
        self._journal = ExportJournal(session.server_id, database)
        self._saver = ExportSaver(session, self._journal)
        self._finder = ExportFinder(
            session.queue,
            session.results,
            session.backend,
            self._journal,
            self._tasks,
            lambda: self.options.everything,
            self,
            clock=clock,
        )
        self._lock = QLockFile(str(_lock_file(session.server_id)))
        self._is_started = False
        self._busy: set[MediaRef] = set()
        self._waiting: dict[MediaRef, float] = {}
        """When each that could not be had is tried again."""
        self._tries: dict[MediaRef, int] = {}
        self._retries = 0
        """How often all was to be tried anew: what failed before that does not count."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._finder.planned.connect(self.work)
        session.link_changed.connect(self._link_changed)
        session.handed_in.connect(self._handed_in)
        session.queue.reset.connect(self.start)
        self.start()

    def start(self) -> None:
        """Begin once the queue is known; nothing happens when it has begun."""
        if self.session.queue.is_loaded and not self._is_started:
            self._is_started = self._tasks.start(self._start(), "start exports")

    def set_options(self, options: ExportOptions) -> None:
        """Save otherwise from now on."""
        self.options = options
        self._finder.examine_all()
        self.retry()

    def retry(self) -> None:
        """Try at once again what could not be saved."""
        self._waiting.clear()
        self._tries.clear()
        self._retries += 1
        self._say(problem=None)
        self._tasks.start(self._retry(), "retry exports")

    async def close(self) -> None:
        """Stop; what is not saved stays in the journal."""
        self._timer.stop()
        await self._tasks.close()
        self._lock.unlock()

    # --- starting ------------------------------------------------------------------------
    async def _start(self) -> None:
        try:
            await self._journal.retry_failed()
            await self._finder.start()
        except sqlite3.Error as error:
            self._is_started = False
            self._pause(Problem("export_journal", {"reason": str(error)}))
            return
        self.work()

    async def _retry(self) -> None:
        try:
            await self._journal.retry_failed()
        except sqlite3.Error as error:
            self._pause(Problem("export_journal", {"reason": str(error)}))
            return
        self._say(failed=0)
        self.work()

    def _handed_in(self, part: SubmitRequest, _job_ids: object) -> None:
        self._finder.add_own(part.batch_id)

    def _link_changed(self) -> None:
        if self.session.link.connected:
            self._waiting.clear()
            self.work()

    def _go_on(self) -> None:
        if not self._is_started:
            self.start()
        elif self.status.problem is not None:
            self.retry()
        else:
            self.work()

    # --- working -------------------------------------------------------------------------
    def work(self) -> None:
        """Save what is to be saved, as far as that is possible now."""
        if not self._is_started or self.status.problem is not None:
            return
        if not self._holds_lock():
            self._say(is_elsewhere=True)
            self._timer.start(LOCK_MS)
            return
        self._say(is_elsewhere=False)
        for number in range(LANES):
            self._tasks.start(self._lane(), f"export {number}")

    def _holds_lock(self) -> bool:
        """Whether no other window saves results of this server."""
        if self._lock.isLocked():
            return True
        self._lock.setStaleLockTime(0)  # never by its age: only by the process that has ended
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    async def _lane(self) -> None:
        try:
            while self._may_work() and (export := await self._next()) is not None:
                try:
                    await self._save(export)
                finally:
                    self._busy.discard(export.ref)
                self._say(left=await self._journal.count_open())
            self._say(left=await self._journal.count_open())
        except sqlite3.Error as error:
            log.warning("the journal of exports cannot be used: %s", error)
            self._pause(Problem("export_journal", {"reason": str(error)}))
        self._wait_for_next()

    def _may_work(self) -> bool:
        return self.status.problem is None and self.session.link.connected

    async def _next(self) -> Export | None:
        now = self._clock()
        waiting = {ref for ref, due_at in self._waiting.items() if due_at > now}
        for export in await self._journal.open(self._busy | waiting, LANES):
            if export.ref not in self._busy:  # the other lane was asking at the same time
                self._busy.add(export.ref)
                return export
        return None

    def _wait_for_next(self) -> None:
        """Come back when the next one that could not be had is due."""
        if self.status.problem is not None or not self.status.left:
            return
        wait_s = LOOK_AGAIN_S  # one may have been planned while a lane ended
        if self.status.left <= len(self._waiting):
            wait_s = max(LOOK_AGAIN_S, min(self._waiting.values()) - self._clock())
        self._timer.start(round(wait_s * 1000))

    async def _save(self, export: Export) -> None:
        """Save one, or note why not.

        Raises:
            sqlite3.Error: the journal cannot be written.
        """
        retries = self._retries
        try:
            path = await self._saver.save(export, self.options)
        except NotFound:
            await self._journal.mark(replace(export, state=ExportState.GONE))
            self._say(gone=self.status.gone + 1)
        except WAITS:
            self._waiting[export.ref] = self._clock() + AWAY_S
        except ApiError as error:
            await self._missed(export, error)
        except OSError as error:
            if retries == self._retries:
                self._pause(_folder_problem(self.options.folder, error))
        else:
            self._waiting.pop(export.ref, None)
            self._tries.pop(export.ref, None)
            if path is not None:
                self._say(saved=self.status.saved + 1)

    async def _missed(self, export: Export, error: ApiError) -> None:
        """Try again later, each time later; at last give up."""
        tries = self._tries[export.ref] = self._tries.get(export.ref, 0) + 1
        passing = isinstance(error, Busy | ServerFault)
        if tries >= (MOST_TRIES if passing else 3):
            await self._journal.mark(replace(export, state=ExportState.FAILED))
            self._say(failed=self.status.failed + 1)
            return
        delay_s = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2 ** (tries - 1))
        self._waiting[export.ref] = self._clock() + delay_s * random.uniform(0.75, 1.25)

    # --- telling -------------------------------------------------------------------------
    def _pause(self, problem: Problem) -> None:
        """Nothing can be saved: the next one would fare no better. Tried again after a while."""
        self._say(problem=problem)
        self._timer.start(round(PAUSE_S * 1000))

    def _say(self, **changes: object) -> None:
        status = replace(self.status, **changes)  # type: ignore[arg-type] # its own fields
        if status != self.status:
            self.status = status
            self.changed.emit()


def _folder_problem(folder: Path, error: OSError) -> Problem:
    if error.errno in FULL:
        return Problem("export_disk_full", {"path": str(folder)})
    reason = error.strerror or type(error).__name__
    return Problem("export_folder", {"path": str(folder), "reason": reason})


def _lock_file(server_id: ServerId) -> Path:
    name = hashlib.sha256(server_id.encode()).hexdigest()[:12]
    return paths.data_folder() / f"export-{name}.lock"

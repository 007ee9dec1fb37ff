"""data.sqlite: what must not be lost. One thread of its own, short transactions."""

from __future__ import annotations

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores import migrations, paths
from ivk_desktop.stores.beside import beside, is_broken, is_locked, take_over

log = logging.getLogger(__name__)

FILE = "data.sqlite"
BUSY_TIMEOUT_S = 5.0
"""How long a transaction waits for one of another window."""
CLOSE_TIMEOUT_S = 2.0
CHECK_LIMIT = 20_000_000
"""Files up to this many bytes are checked as a whole when they are opened."""

T = TypeVar("T")
Statement = tuple[str, Sequence[Any]]
Row = tuple[Any, ...]
Opened = tuple[sqlite3.Connection, "Problem | None"]
"""A connection, and what was wrong with the file it was meant for."""
_Work = tuple[Callable[[sqlite3.Connection], Any] | None, "Future[Any]"]


class Database(QObject):
    """One connection in one thread; calls are worked off in their order.

    Where the file cannot be used, another takes its place and ``opened`` says why: nothing else
    has to know. It is a new one for a broken file, one beside a locked file, which takes it over
    at a later start, and else a database in memory.
    """

    broke = Signal(object)
    """The ``Problem``: the file turned out to be broken while it was used. A new one is begun."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file or paths.data_folder() / FILE
        self._work: queue.SimpleQueue[_Work] = queue.SimpleQueue()
        self._opened: Future[Problem | None] = Future()
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._thread.start()

    async def opened(self) -> Problem | None:
        """Wait until the file is open; returns what was wrong with it."""
        return await asyncio.shield(asyncio.wrap_future(self._opened))

    async def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement selects.

        Raises:
            sqlite3.Error: the statement failed.
        """
        rows: list[Row] = await self._call(lambda c: c.execute(sql, parameters).fetchall())
        return rows

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Have ``work`` done in the thread, for what one statement does not say.

        Raises:
            sqlite3.Error: a statement of it failed.
        """
        result: T = await self._call(work)
        return result

    async def change(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Have ``work`` done in one transaction: all of it holds, or nothing.

        Raises:
            sqlite3.Error: a statement of it failed.
        """
        result: T = await self._call(lambda c: _whole(c, work))
        return result

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Change something and wait for it; returns the number of changed rows.

        Raises:
            sqlite3.Error: the statement failed.
        """
        return await self.transaction([(sql, parameters)])

    async def transaction(self, statements: Iterable[Statement]) -> int:
        """Carry out statements together or not at all; returns the number of changed rows.

        Raises:
            sqlite3.Error: one failed, none holds.
        """
        listed = list(statements)
        changed: int = await self._call(lambda c: _carry_out(c, listed))
        return changed

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Change something without waiting; a failure is logged."""
        self.write_all([(sql, parameters)])

    def write_all(self, statements: Iterable[Statement]) -> None:
        """Carry out statements together without waiting; a failure is logged."""
        listed = list(statements)
        self._put(lambda c: _carry_out(c, listed)).add_done_callback(_log_failure)

    def post(self, work: Callable[[sqlite3.Connection], Any]) -> None:
        """Have ``work`` done in one transaction without waiting; a failure is logged."""
        self._put(lambda c: _whole(c, work)).add_done_callback(_log_failure)

    async def close(self) -> None:
        """Finish what waits, within 2 s, and close the file. Later calls fail."""
        if self._closed:
            return
        ended = self._put(None)
        self._closed = True
        try:
            await asyncio.wait_for(asyncio.wrap_future(ended), CLOSE_TIMEOUT_S)
        except TimeoutError:
            log.warning("data: not closed in time")
            if self._connection is not None:
                self._connection.interrupt()

    async def _call(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        return await asyncio.wrap_future(self._put(work))

    def _put(self, work: Callable[[sqlite3.Connection], Any] | None) -> Future[Any]:
        done: Future[Any] = Future()
        if self._closed:
            done.set_exception(sqlite3.ProgrammingError("the database is closed"))
        else:
            self._work.put((work, done))
        return done

    def _run(self) -> None:
        """The thread: open, work, close."""
        self._connection, problem = self._open()
        self._opened.set_result(problem)
        while True:
            work, done = self._work.get()
            if work is None:
                self._connection.close()
                done.set_result(None)
                return
            if not done.set_running_or_notify_cancel():
                continue
            try:
                done.set_result(self._try(work))
            except Exception as error:  # noqa: BLE001 - handed on to the one who waits
                done.set_exception(error)

    def _try(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        """Do it; once more with a new file where this one turns out to be broken."""
        assert self._connection is not None
        try:
            return work(self._connection)
        except sqlite3.DatabaseError as error:
            if not self._is_broken(error):
                raise
            log.error("%s is broken: %s", self._file.name, error)
        self._connection.close()
        self._connection, problem = self._begin_anew()
        self.broke.emit(problem)
        return work(self._connection)

    # --- what another kind of file does otherwise; called in the thread ------------------
    def _open(self) -> Opened:
        return _open(self._file)

    def _begin_anew(self) -> Opened:
        return _begin_anew(self._file)

    def _is_broken(self, error: sqlite3.Error) -> bool:
        return is_broken(error)


def _whole(connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _carry_out(connection: sqlite3.Connection, statements: list[Statement]) -> int:
    before = connection.total_changes

    def work(connection: sqlite3.Connection) -> None:
        for sql, parameters in statements:
            connection.execute(sql, parameters)

    _whole(connection, work)
    return connection.total_changes - before


def _log_failure(done: Future[Any]) -> None:
    if not done.cancelled() and (error := done.exception()) is not None:
        log.error("data: a write failed: %s", error)


def _open(file: Path) -> tuple[sqlite3.Connection, Problem | None]:
    """Open the file, a new one in place of a broken one, one beside a locked one, or memory."""
    try:
        connection = _open_file(file)
    except migrations.Newer:
        return _open_memory(), Problem("data_newer", {"file": file.name})
    except (sqlite3.OperationalError, OSError) as error:
        log.error("data: %s", error)
        if isinstance(error, sqlite3.Error) and is_locked(error):
            return _open_beside(file)
        return _open_memory(), Problem("data_unusable", {"reason": str(error)})
    except sqlite3.DatabaseError as error:
        log.error("data is broken: %s", error)
        return _begin_anew(file)
    take_over(connection, file, _open_file)
    return connection, None


def _open_beside(file: Path) -> tuple[sqlite3.Connection, Problem]:
    """Begin a new file while another program does not let go of this one."""
    other = beside(file)
    try:
        told = {"file": file.name, "beside": other.name}
        return _open_file(other), Problem("data_locked", told)
    except (migrations.Newer, sqlite3.Error, OSError) as error:
        return _open_memory(), Problem("data_unusable", {"reason": str(error)})


def _begin_anew(file: Path) -> tuple[sqlite3.Connection, Problem]:
    try:
        kept = paths.set_aside(file)
        for suffix in ("-wal", "-shm"):
            if (beside := file.with_name(file.name + suffix)).exists():
                beside.rename(kept.with_name(kept.name + suffix))
        return _open_file(file), Problem("data_broken", {"file": kept.name})
    except (sqlite3.Error, OSError) as error:
        return _open_memory(), Problem("data_unusable", {"reason": str(error)})


def _open_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrations.migrate(connection, None)
    return connection


def _open_file(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        file, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        if file.stat().st_size <= CHECK_LIMIT:
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            # The index of words is made anew by whoever uses it.
            if verdict != "ok" and migrations.WORDS not in str(verdict):
                raise sqlite3.DatabaseError(str(verdict))
        _set_journal_mode(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        migrations.migrate(connection, file)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_journal_mode(connection: sqlite3.Connection) -> None:
    """Set WAL, which stays in the file.

    SQLite does not wait for the lock here when another process sets the mode just now.
    """
    give_up_at = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > give_up_at:
                raise
            time.sleep(0.02)
        else:
            return

"""The file that stands in for a database which another program keeps locked."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ivk_desktop.stores import migrations

log = logging.getLogger(__name__)

LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

Open = Callable[[Path], sqlite3.Connection]


def is_locked(error: sqlite3.Error) -> bool:
    """Whether another connection kept the file to itself."""
    return _code(error) in LOCKED


def is_broken(error: sqlite3.Error) -> bool:
    """Whether the file's content is damaged; that of a search index alone is not meant."""
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB:
        return False
    return _code(error) in BROKEN


def _code(error: sqlite3.Error) -> int:
    """The primary code: the lower byte of an extended one."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def beside(file: Path) -> Path:
    """The name of the file that stands in for ``file``."""
    return file.with_name(f"{file.stem}.beside{file.suffix}")


def take_over(connection: sqlite3.Connection, file: Path, open_file: Open) -> None:
    """Move what an earlier start kept beside ``file`` into it; newer rows win.

    Nothing is done while another window still uses that file, and nothing raises: what cannot be
    taken over stays where it is.

    Args:
        connection: the open ``file``, in autocommit mode.
        file: the database.
        open_file: opens a database and brings its tables up to date.
    """
    other = beside(file)
    if not other.exists():
        return
    try:
        with contextlib.closing(open_file(other)) as alone:
            # Refused while another connection is open.
            alone.execute("PRAGMA busy_timeout = 0")
            alone.execute("PRAGMA journal_mode = DELETE")
        _merge(connection, other)
        other.unlink()
    except (sqlite3.Error, OSError) as error:
        log.warning("data: %s is not taken over: %s", other.name, error)


def _merge(connection: sqlite3.Connection, other: Path) -> None:
    connection.execute("ATTACH ? AS beside", (str(other),))
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for table in migrations.tables():
                connection.execute(
                    f"INSERT OR REPLACE INTO main.{table} SELECT * FROM beside.{table}"
                )
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("DETACH beside")

"""index.sqlite: what was learned of pictures. It may vanish, and is made anew when it is broken."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import Final

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.beside import is_broken
from ivk_desktop.stores.database import BUSY_TIMEOUT_S, Database, Opened

log = logging.getLogger(__name__)

FILE: Final = "index.sqlite"
VERSION: Final = 1
"""A file of another version is made anew."""
WORDS: Final = "words"
TEXTS: Final = ("prompt", "negative", "model", "lora", "workflow", "sampler")
"""The columns of ``words``."""
CACHE_KB: Final = 16_000
_MOVED: Final = sqlite3.SQLITE_READONLY_DBMOVED
"""Somebody has removed the file."""

_TABLES: Final = (
    """CREATE TABLE servers (
        number INTEGER PRIMARY KEY, server_id TEXT NOT NULL UNIQUE, heard_at REAL)""",
    """CREATE TABLE boards (
        server INTEGER NOT NULL, board_id TEXT NOT NULL, place INTEGER NOT NULL,
        name TEXT NOT NULL, archived INTEGER NOT NULL, cover TEXT,
        images INTEGER NOT NULL, assets INTEGER NOT NULL, videos INTEGER NOT NULL,
        PRIMARY KEY (server, board_id)) WITHOUT ROWID""",
    """CREATE TABLE pictures (
        id INTEGER PRIMARY KEY, server INTEGER NOT NULL, name TEXT NOT NULL,
        board_id TEXT NOT NULL, is_asset INTEGER NOT NULL, state INTEGER NOT NULL,
        created_at REAL, width INTEGER, height INTEGER, starred INTEGER NOT NULL DEFAULT 0,
        has_workflow INTEGER NOT NULL DEFAULT 0, duration_s REAL,
        seed INTEGER, steps INTEGER, guidance REAL,
        UNIQUE (server, name))""",
    "CREATE INDEX pictures_by_board ON pictures (server, board_id, is_asset, created_at)",
    "CREATE INDEX pictures_by_time ON pictures (server, is_asset, created_at)",
    "CREATE INDEX pictures_by_state ON pictures (server, state, created_at)",
)
"""Times in seconds since the epoch. ``boards.place`` is the server's order; ``pictures.state`` a
value of ``index_tables.State``; its ``id`` is the rowid of its texts in ``words``. Of pictures that
came at one time, and of those whose time is not known yet, the newer one has the higher ``id``."""


class IndexFile(Database):
    """One connection in one thread, as ``Database``; nothing in it has to be kept.

    Where the file cannot be used at all the connection is to memory and ``opened`` says why.
    """

    def _open(self) -> Opened:
        try:
            connection = _open_file(self._file)
        except (sqlite3.Error, OSError) as error:
            if isinstance(error, sqlite3.DatabaseError) and self._is_broken(error):
                log.warning("the index is broken: %s", error)
                return self._begin_anew()
            return _unusable(error)
        return connection, None

    def _begin_anew(self) -> Opened:
        try:
            _remove(self._file)
            return _open_file(self._file), Problem("index_broken")
        except (sqlite3.Error, OSError) as error:
            return _unusable(error)

    def _is_broken(self, error: sqlite3.Error) -> bool:
        code = getattr(error, "sqlite_errorcode", 0)
        return is_broken(error) or code & 0xFF == sqlite3.SQLITE_CORRUPT or code == _MOVED


def _unusable(error: Exception) -> Opened:
    log.warning("no index: %s", error)
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make_tables(connection)
    return connection, Problem("index_unusable", {"reason": str(error)})


def _remove(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _open_file(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    connection = _connect(file)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            connection.close()
            _remove(file)
            connection = _connect(file)
        _make_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        file, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # a torn file is made anew
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            for statement in _TABLES:
                connection.execute(statement)
            _make_words(connection)
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _make_words(connection: sqlite3.Connection) -> None:
    columns = ", ".join(TEXTS)
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE {WORDS} USING fts5({columns}, tokenize='trigram')"
        )
    except sqlite3.OperationalError as error:
        log.info("pictures are searched without an index of words: %s", error)
        connection.execute(f"CREATE TABLE {WORDS} ({columns})")

"""The tables of data.sqlite, as steps from version to version; steps are only ever added."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE form_values (
            form_id TEXT NOT NULL, field_id TEXT NOT NULL,
            value TEXT NOT NULL, kept_at REAL NOT NULL,
            PRIMARY KEY (form_id, field_id)) WITHOUT ROWID""",
        """CREATE TABLE durations (
            server_id TEXT NOT NULL, form_id TEXT NOT NULL, node_type TEXT NOT NULL,
            seconds REAL NOT NULL, runs INTEGER NOT NULL,
            PRIMARY KEY (server_id, form_id, node_type)) WITHOUT ROWID""",
        """CREATE TABLE submissions (
            server_id TEXT NOT NULL, batch_id TEXT NOT NULL, form_id TEXT NOT NULL,
            title TEXT NOT NULL, created_at REAL NOT NULL, items INTEGER NOT NULL,
            summary TEXT NOT NULL,
            PRIMARY KEY (server_id, batch_id)) WITHOUT ROWID""",
        "CREATE INDEX submissions_by_time ON submissions (created_at)",
        "CREATE TABLE recent_files (path TEXT PRIMARY KEY, opened_at REAL NOT NULL)",
    ),
    (
        """CREATE TABLE presets (
            form_id TEXT NOT NULL, name TEXT NOT NULL,
            "values" TEXT NOT NULL, updated_at REAL NOT NULL,
            PRIMARY KEY (form_id, name)) WITHOUT ROWID""",
        """CREATE TABLE preset_choices (
            form_id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE model_answers (
            server_id TEXT NOT NULL, form_id TEXT NOT NULL, missing TEXT NOT NULL,
            model TEXT NOT NULL, answered_at REAL NOT NULL,
            PRIMARY KEY (server_id, form_id, missing)) WITHOUT ROWID""",
    ),
    (
        # Two servers have workflows of one id: those that come with InvokeAI. No server stands
        # for "not known yet". A form of a picture or an item had its server in its name.
        """CREATE TABLE form_values_by_server (
            server_id TEXT NOT NULL, form_id TEXT NOT NULL, field_id TEXT NOT NULL,
            value TEXT NOT NULL, kept_at REAL NOT NULL,
            PRIMARY KEY (server_id, form_id, field_id)) WITHOUT ROWID""",
        """INSERT INTO form_values_by_server
            SELECT substr(own, 1, instr(own, ':') - 1),
                CASE own WHEN '' THEN form_id
                ELSE substr(form_id, 1, instr(form_id, '@')) || substr(own, instr(own, ':') + 1)
                END, field_id, value, kept_at
            FROM (SELECT *, CASE instr(form_id, '@') WHEN 0 THEN ''
                ELSE substr(form_id, instr(form_id, '@') + 1) END AS own FROM form_values)""",
        "DROP TABLE form_values",
        "ALTER TABLE form_values_by_server RENAME TO form_values",
    ),
    (
        """CREATE TABLE history (
            id INTEGER PRIMARY KEY,
            server_id TEXT NOT NULL, item_id TEXT NOT NULL, created_at REAL NOT NULL,
            batch_id TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL,
            origin TEXT NOT NULL, user TEXT NOT NULL, device TEXT NOT NULL,
            private INTEGER NOT NULL, started_at REAL, ended_at REAL,
            inputs TEXT NOT NULL, outputs TEXT NOT NULL,
            error_type TEXT NOT NULL, error TEXT NOT NULL, traceback TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX history_by_item ON history (server_id, item_id, created_at)",
        "CREATE INDEX history_by_batch ON history (server_id, batch_id)",
        "CREATE INDEX history_by_state ON history (state)",
        "CREATE INDEX history_by_title ON history (title)",
        """CREATE TABLE history_deleted (
            server_id TEXT NOT NULL, item_id TEXT NOT NULL, created_at REAL NOT NULL,
            PRIMARY KEY (server_id, item_id, created_at)) WITHOUT ROWID""",
        """CREATE TABLE server_names (
            server_id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID""",
        "ALTER TABLE submissions ADD COLUMN inputs TEXT NOT NULL DEFAULT '[]'",
        """CREATE TABLE requests (
            server_id TEXT NOT NULL, batch_id TEXT NOT NULL, kept_at REAL NOT NULL,
            request BLOB NOT NULL,
            PRIMARY KEY (server_id, batch_id))""",
        "CREATE INDEX requests_by_time ON requests (kept_at)",
    ),
    (
        """CREATE TABLE failures (
            server_id TEXT NOT NULL, job_id TEXT NOT NULL, created_at REAL NOT NULL,
            fold TEXT NOT NULL, title TEXT NOT NULL, failed_at REAL NOT NULL,
            state INTEGER NOT NULL, retried_at REAL,
            PRIMARY KEY (server_id, job_id, created_at)) WITHOUT ROWID""",
        """CREATE TABLE failure_folds (
            fold TEXT PRIMARY KEY, server_id TEXT NOT NULL, type TEXT NOT NULL,
            message TEXT NOT NULL, traceback TEXT NOT NULL) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE learned (
            server_id TEXT NOT NULL, form_id TEXT NOT NULL, node_type TEXT NOT NULL,
            model TEXT NOT NULL, size TEXT NOT NULL, device TEXT NOT NULL,
            seconds REAL NOT NULL, spread REAL NOT NULL, runs INTEGER NOT NULL,
            learned_at REAL NOT NULL,
            PRIMARY KEY (server_id, form_id, node_type, model, size, device)) WITHOUT ROWID""",
        """INSERT INTO learned
            SELECT server_id, form_id, node_type, '', '', '', seconds, seconds * 0.15, runs, 0
            FROM durations""",
        "DROP TABLE durations",
    ),
    (
        """CREATE TABLE requeues (
            batch_id TEXT PRIMARY KEY, server_id TEXT NOT NULL, step TEXT NOT NULL,
            recipe TEXT NOT NULL, jobs TEXT NOT NULL, front INTEGER NOT NULL,
            tidy INTEGER NOT NULL, made_at REAL NOT NULL)""",
        "CREATE INDEX requeues_by_server ON requeues (server_id)",
    ),
    (
        """CREATE TABLE deletions (
            server_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
            board_id TEXT, is_asset INTEGER, width INTEGER, height INTEGER,
            created_at REAL, bytes INTEGER,
            deleted_at REAL NOT NULL, due_at REAL NOT NULL, sent_at REAL,
            PRIMARY KEY (server_id, name)) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE ratings (
            server_id TEXT NOT NULL, name TEXT NOT NULL,
            rating INTEGER NOT NULL, rated_at REAL NOT NULL,
            PRIMARY KEY (server_id, name)) WITHOUT ROWID""",
        """CREATE TABLE tags (
            server_id TEXT NOT NULL, name TEXT NOT NULL, tag TEXT NOT NULL,
            PRIMARY KEY (server_id, name, tag)) WITHOUT ROWID""",
        "CREATE INDEX tags_by_tag ON tags (server_id, tag)",
    ),
    (
        """CREATE TABLE open_workflows (
            server_id TEXT NOT NULL, place INTEGER NOT NULL,
            kind TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
            is_current INTEGER NOT NULL, document BLOB,
            PRIMARY KEY (server_id, place))""",
        """CREATE TABLE submit_options (
            server_id TEXT NOT NULL, form_id TEXT NOT NULL, runs INTEGER NOT NULL,
            PRIMARY KEY (server_id, form_id)) WITHOUT ROWID""",
        """CREATE TABLE unseen_results (
            server_id TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (server_id, name)) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE marks (
            server_id TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (server_id, name))""",
    ),
    (
        """CREATE TABLE exports (
            server_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
            item_id TEXT NOT NULL, created_at REAL NOT NULL, batch_id TEXT NOT NULL,
            number INTEGER NOT NULL, state TEXT NOT NULL,
            path TEXT NOT NULL DEFAULT '', digest TEXT NOT NULL DEFAULT '',
            planned_at REAL NOT NULL,
            PRIMARY KEY (server_id, name)) WITHOUT ROWID""",
        "CREATE INDEX exports_by_item ON exports (server_id, item_id)",
        "CREATE INDEX exports_by_batch ON exports (server_id, batch_id)",
        "CREATE INDEX exports_by_state ON exports (server_id, state)",
        """CREATE TABLE export_starts (
            server_id TEXT PRIMARY KEY, since REAL NOT NULL) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE sheets (
            server_id TEXT NOT NULL, sheet_id TEXT NOT NULL, form_id TEXT NOT NULL,
            title TEXT NOT NULL, made_at REAL NOT NULL, axes BLOB NOT NULL,
            PRIMARY KEY (server_id, sheet_id))""",
        """CREATE TABLE sheet_parts (
            server_id TEXT NOT NULL, batch_id TEXT NOT NULL, sheet_id TEXT NOT NULL,
            first INTEGER NOT NULL, job_ids TEXT NOT NULL,
            PRIMARY KEY (server_id, batch_id)) WITHOUT ROWID""",
        "CREATE INDEX sheet_parts_by_sheet ON sheet_parts (server_id, sheet_id)",
        """CREATE TABLE sheet_marks (
            server_id TEXT NOT NULL, sheet_id TEXT NOT NULL, cell INTEGER NOT NULL,
            PRIMARY KEY (server_id, sheet_id, cell)) WITHOUT ROWID""",
    ),
)
"""Step n leads from ``user_version`` n to n + 1.

``value``, ``values``, ``model``, ``summary``, ``inputs``, ``outputs``, ``recipe`` and ``jobs`` are
JSON, times seconds since the epoch, ``seconds`` an exponentially weighted mean over ``runs``,
``request`` and ``document`` JSON packed by zlib. ``history.id`` grows with ``created_at``: see
``history_put``.
``failures.state`` is a value of ``failures.Seen``, ``exports.state`` one of ``ExportState``;
``exports.created_at`` is the item's, of the server's clock, as is ``export_starts.since``.
``sheets.axes`` is JSON packed by zlib, ``sheet_parts.first`` the cell of a batch's first item, -1
where its items are found by their inputs.
"""
WORDS: Final = "history_words"
"""The texts of ``history`` to search in, made beside the steps: not every SQLite has FTS5."""


class Newer(Exception):
    """The file was written by a newer version."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's tables; 0 when it has none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables() -> list[str]:
    """The names of all tables of the newest version."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, None)
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [name for (name,) in rows if not name.startswith(WORDS)]


def migrate(
    connection: sqlite3.Connection, file: Path | None, steps: tuple[tuple[str, ...], ...] = STEPS
) -> None:
    """Bring the tables up to date, each step whole or not at all, after a backup.

    Args:
        connection: in autocommit mode (``isolation_level=None``).
        file: the file of the connection, for the name of the backup; ``None`` for memory.
        steps: see ``STEPS``.

    Raises:
        Newer: a newer version wrote this file.
        sqlite3.Error: a step failed; the file is as it was before it.
    """
    first = version_of(connection)
    if first > len(steps):
        raise Newer
    while (version := version_of(connection)) < len(steps):
        if first and file is not None:
            _back_up(connection, file.with_name(f"{file.name}.v{version}.bak"))
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have made this step while we waited.
            if version_of(connection) == version:
                log.info("data: version %d to %d", version, version + 1)
                for statement in steps[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    _add_words(connection)


def _add_words(connection: sqlite3.Connection) -> None:
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {WORDS} USING fts5(text, tokenize='trigram')"
        )
    except sqlite3.OperationalError as error:
        log.info("data: searched without an index: %s", error)
        connection.execute(f"CREATE TABLE IF NOT EXISTS {WORDS} (text TEXT NOT NULL)")


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)

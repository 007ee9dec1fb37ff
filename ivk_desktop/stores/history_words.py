"""The texts of the history to search in: an index of trigrams where SQLite has FTS5.

Words shorter than a trigram, and all words where there is no FTS5, are looked for one text after
the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final

from ivk_desktop.domain.history import Inputs
from ivk_desktop.domain.jobs import Job
from ivk_desktop.stores.migrations import WORDS

TEXT_LIMIT: Final = 2000
"""The most characters of an item that are searched: names and ids first, then its inputs."""
TRIGRAM: Final = 3


def text_of(job: Job, inputs: Inputs) -> str:
    """What a search looks at, in lower case; ``inputs`` are all that is known of them."""
    parts = [job.key.job_id, job.title, job.batch_id or "", job.user, job.device, job.origin]
    if job.error is not None:
        parts += [job.error.type, job.error.message[:300]]
    parts += [f"{label} {value}" for label, value in inputs]
    return "\n".join(part for part in parts if part)[:TEXT_LIMIT].casefold()


def put(connection: sqlite3.Connection, row_id: int, text: str) -> bool:
    """Keep the text of a row; returns whether it is another one than before."""
    kept = connection.execute(f"SELECT text FROM {WORDS} WHERE rowid = ?", (row_id,)).fetchone()
    if kept == (text,):
        return False
    remove(connection, [row_id])
    connection.execute(f"INSERT INTO {WORDS} (rowid, text) VALUES (?, ?)", (row_id, text))
    return True


def remove(connection: sqlite3.Connection, row_ids: Iterable[int]) -> None:
    """Forget the texts of rows."""
    connection.executemany(f"DELETE FROM {WORDS} WHERE rowid = ?", ((i,) for i in row_ids))


def missing(connection: sqlite3.Connection, limit: int) -> list[int]:
    """Rows without a text, at most ``limit``: of a file that was made without an index."""
    sql = f"SELECT id FROM history WHERE id NOT IN (SELECT rowid FROM {WORDS}) LIMIT ?"
    return [row_id for (row_id,) in connection.execute(sql, (limit,))]


def rebuild(connection: sqlite3.Connection) -> None:
    """Begin the index anew; ``missing`` then names every row."""
    connection.execute(f"DROP TABLE {WORDS}")
    connection.execute(f"CREATE VIRTUAL TABLE {WORDS} USING fts5(text, tokenize='trigram')")


def condition(connection: sqlite3.Connection, words: Sequence[str]) -> tuple[str, list[Any]]:
    """What the texts have to fulfil, for a WHERE of this table, and its parameters."""
    folded = [word.casefold() for word in words]
    indexed = [word for word in folded if len(word) >= TRIGRAM] if _is_index(connection) else []
    others = [word for word in folded if word not in indexed]
    terms: list[str] = []
    parameters: list[Any] = []
    if indexed:
        terms.append(f"{WORDS} MATCH ?")
        parameters.append(" AND ".join(f'"{_quoted(word)}"' for word in indexed))
    for word in others:
        terms.append("instr(text, ?)")
        parameters.append(word)
    return " AND ".join(terms), parameters


def _quoted(word: str) -> str:
    return word.replace('"', '""')


def _is_index(connection: sqlite3.Connection) -> bool:
    sql = "SELECT sql FROM sqlite_master WHERE name = ?"
    return "fts5" in connection.execute(sql, (WORDS,)).fetchone()[0]

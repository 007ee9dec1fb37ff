"""Writing the history: functions for the database's thread, each within one transaction."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.history import Inputs, merged_inputs
from ivk_desktop.domain.jobs import Job, JobId, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import history_words
from ivk_desktop.stores.history_rows import (
    Stored,
    job_of,
    merged,
    pack_inputs,
    read_rows,
    stored,
    unpack_inputs,
)
from ivk_desktop.stores.queue_merge import SAME_JOB_S

NUMBER_BITS: Final = 20
REQUEST_LIMIT: Final = 4_000_000
"""A request that is larger than this many bytes, packed, is not kept."""
MOST_REQUESTS: Final = 10_000
OPEN: Final = tuple(state.value for state in JobState if not state.ended)

Submitted = dict[str, tuple[str, Inputs]]
"""Title and inputs of submissions, by batch."""


def row_id_at(created_at: float, item_id: str = "0") -> int:
    """The row of an item that was created then: later ones have higher numbers.

    So the table is in the order in which it is read. Items of one millisecond, as those of a
    batch are, stand in the order of their numbers.
    """
    number = int(item_id) if item_id.isdecimal() else zlib.crc32(item_id.encode())
    return (int(created_at * 1000) << NUMBER_BITS) | (number & ((1 << NUMBER_BITS) - 1))


def put_jobs(connection: sqlite3.Connection, jobs: Iterable[Job]) -> set[int]:
    """Keep what is known of jobs; returns the rows that are new or changed."""
    known: Submitted = {}
    return {row_id for job in jobs if (row_id := _put(connection, job, known)) is not None}


def _put(connection: sqlite3.Connection, job: Job, known: Submitted) -> int | None:
    title, submitted = _submitted(connection, job, known)
    before = _find(connection, job)
    if before is None:
        if _is_deleted(connection, job):
            return None
        created_at = _created_at(job)
        row_id = _free_id(connection, row_id_at(created_at, job.key.job_id))
        now = stored(job, row_id, created_at)
    else:
        now = merged(before, stored(job, before.id, before.created_at))
    if not now.title and title:
        now = now._replace(title=title)
    inputs = merged_inputs(submitted, unpack_inputs(now.inputs))
    told = history_words.put(connection, now.id, history_words.text_of(job_of(now), inputs))
    if now == before:
        return now.id if told else None
    marks = ", ".join("?" * len(now))
    connection.execute(f"INSERT OR REPLACE INTO history VALUES ({marks})", now)
    return now.id


def _find(connection: sqlite3.Connection, job: Job) -> Stored | None:
    """The row of this very job; the newest of its id where the server tells no time."""
    where = "server_id = ? AND item_id = ?"
    values: list[Any] = [*job.key]
    if job.created_at is not None:
        where += " AND created_at BETWEEN ? AND ?"
        values += [job.created_at - SAME_JOB_S, job.created_at + SAME_JOB_S]
    return next(iter(read_rows(connection, f"{where} ORDER BY id DESC LIMIT 1", values)), None)


def _created_at(job: Job) -> float:
    told = (job.created_at, job.started_at, job.ended_at)
    return next((moment for moment in told if moment is not None), time.time())


def _free_id(connection: sqlite3.Connection, row_id: int) -> int:
    while connection.execute("SELECT 1 FROM history WHERE id = ?", (row_id,)).fetchone():
        row_id += 1
    return row_id


def _is_deleted(connection: sqlite3.Connection, job: Job) -> bool:
    created_at = _created_at(job)
    found = connection.execute(
        "SELECT 1 FROM history_deleted WHERE server_id = ? AND item_id = ?"
        " AND created_at BETWEEN ? AND ?",
        (*job.key, created_at - SAME_JOB_S, created_at + SAME_JOB_S),
    )
    return found.fetchone() is not None


def _submitted(connection: sqlite3.Connection, job: Job, known: Submitted) -> tuple[str, Inputs]:
    batch = job.batch_id or ""
    if batch not in known:
        known[batch] = _kept(connection, job.key.server_id, batch)
    return known[batch]


def _kept(connection: sqlite3.Connection, server_id: ServerId, batch: str) -> tuple[str, Inputs]:
    found = connection.execute(
        "SELECT title, inputs FROM submissions WHERE server_id = ? AND batch_id = ?",
        (server_id, batch),
    ).fetchone()
    return (found[0], unpack_inputs(found[1])) if found else ("", ())


def put_lost(
    connection: sqlite3.Connection, server_id: ServerId, there: Collection[JobId]
) -> set[int]:
    """Items that had not ended and are not ``there`` any more: how they ended is not known."""
    marks = ", ".join("?" * len(OPEN))
    rows = connection.execute(
        "SELECT id, item_id, EXISTS (SELECT 1 FROM history AS later"
        " WHERE later.server_id = history.server_id AND later.item_id = history.item_id"
        " AND later.created_at > history.created_at)"
        f" FROM history WHERE server_id = ? AND +state IN ({marks}) AND state <> ?",
        (server_id, *OPEN, JobState.UNKNOWN.value),
    ).fetchall()
    return _lose(connection, [row for row, item, again in rows if again or item not in there])


def put_removed(
    connection: sqlite3.Connection, server_id: ServerId, gone: Sequence[JobId]
) -> set[int]:
    """Items that the server lists no more: those that had not ended are lost."""
    lost: list[int] = []
    for item_id in gone:
        found = read_rows(connection, "server_id = ? AND item_id = ?", (server_id, item_id))
        lost += [row.id for row in found if row.state in OPEN]
    return _lose(connection, lost)


def _lose(connection: sqlite3.Connection, row_ids: list[int]) -> set[int]:
    connection.executemany(
        "UPDATE history SET state = ? WHERE id = ?",
        ((JobState.UNKNOWN.value, row_id) for row_id in row_ids),
    )
    return set(row_ids)


def put_submission(
    connection: sqlite3.Connection,
    server_id: ServerId,
    request: SubmitRequest,
    job_ids: Sequence[JobId],
    enqueued: int,
) -> None:
    """Keep one submission, with the request as it was sent."""
    now = time.time()
    summary = json.dumps({"requested": request.count, "job_ids": list(job_ids)})
    place = (server_id, request.batch_id)
    inputs = request.inputs or _kept(connection, server_id, request.again_of or "")[1]
    connection.execute(
        "INSERT OR REPLACE INTO submissions (server_id, batch_id, form_id, title, created_at,"
        " items, summary, inputs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*place, request.form_id, request.title, now, enqueued, summary,
         pack_inputs(inputs)),
    )  # fmt: skip
    packed = zlib.compress(json.dumps(request.payload).encode(), 6)
    if len(packed) <= REQUEST_LIMIT:
        connection.execute(
            "INSERT OR REPLACE INTO requests (server_id, batch_id, kept_at, request)"
            " VALUES (?, ?, ?, ?)",
            (*place, now, packed),
        )


def put_name(connection: sqlite3.Connection, server_id: ServerId, name: str) -> None:
    """Keep what a server is called, for when it is no more in the settings."""
    connection.execute("INSERT OR REPLACE INTO server_names VALUES (?, ?)", (server_id, name))


def put_missing_words(connection: sqlite3.Connection, limit: int) -> int:
    """Make up to ``limit`` rows searchable that are not; returns how many there were."""
    row_ids = history_words.missing(connection, limit)
    known: Submitted = {}
    for row_id in row_ids:
        (row,) = read_rows(connection, "id = ?", (row_id,))
        job = job_of(row)
        _, submitted = _submitted(connection, job, known)
        inputs = merged_inputs(submitted, job.inputs)
        history_words.put(connection, row_id, history_words.text_of(job, inputs))
    return len(row_ids)


def delete(connection: sqlite3.Connection, row_ids: Iterable[int]) -> int:
    """Forget items for good, also while the server still lists them; returns their number."""
    found = [row for i in row_ids for row in read_rows(connection, "id = ?", (i,))]
    connection.executemany(
        "INSERT OR REPLACE INTO history_deleted VALUES (?, ?, ?)",
        ((row.server_id, row.item_id, row.created_at) for row in found),
    )
    _drop(connection, [row.id for row in found])
    return len(found)


def trim(connection: sqlite3.Connection, keep: int, most: int) -> int:
    """Forget the oldest items beyond ``keep``, at most ``most``; returns their number."""
    surplus = connection.execute("SELECT count(*) FROM history").fetchone()[0] - keep
    oldest = connection.execute(
        "SELECT id FROM history ORDER BY id LIMIT ?", (max(0, min(surplus, most)),)
    )
    row_ids = [row_id for (row_id,) in oldest]
    _drop(connection, row_ids)
    return len(row_ids)


def trim_submissions(connection: sqlite3.Connection) -> None:
    """Forget submissions older than all items, and requests beyond the newest ones."""
    first = connection.execute("SELECT min(created_at) FROM history").fetchone()[0]
    for table, column in (("submissions", "created_at"), ("requests", "kept_at")):
        connection.execute(
            f"DELETE FROM {table} WHERE {column} < ? AND NOT EXISTS (SELECT 1 FROM history"
            f" WHERE history.server_id = {table}.server_id"
            f" AND history.batch_id = {table}.batch_id)",
            (time.time() if first is None else first,),
        )
    connection.execute("DELETE FROM history_deleted WHERE created_at < ?", (first or 0,))
    connection.execute(
        "DELETE FROM requests WHERE rowid IN"
        " (SELECT rowid FROM requests ORDER BY kept_at DESC LIMIT -1 OFFSET ?)",
        (MOST_REQUESTS,),
    )


def _drop(connection: sqlite3.Connection, row_ids: Sequence[int]) -> None:
    history_words.remove(connection, row_ids)
    connection.executemany("DELETE FROM history WHERE id = ?", ((i,) for i in row_ids))

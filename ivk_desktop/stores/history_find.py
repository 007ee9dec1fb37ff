"""Reading the history: functions for the database's thread."""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from ivk_desktop.domain.history import (
    BatchTotals,
    HistoryItem,
    HistoryQuery,
    Inputs,
    KeptRequest,
    Order,
)
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import history_words
from ivk_desktop.stores.history_put import row_id_at
from ivk_desktop.stores.history_rows import job_of, read_rows, unpack_inputs
from ivk_desktop.stores.migrations import WORDS

MOST_TITLES: Final = 300
_BY: Final = {
    Order.TITLE: "title COLLATE NOCASE",
    Order.STATE: "state",
    Order.SERVER: "(SELECT name FROM server_names WHERE server_id = history.server_id)",
    Order.RUN_TIME: "ended_at - started_at",
    Order.ENDED: "ended_at",
}


def find(connection: sqlite3.Connection, query: HistoryQuery, most: int = -1) -> array[int]:
    """The ids of the rows that a query asks for, in its order: the first ``most``, or all."""
    way = "ASC" if query.ascending else "DESC"
    terms, values = _terms(query)
    if query.words and not terms and query.order is Order.CREATED:
        # The index hands its rows out in this order by itself.
        text, values = history_words.condition(connection, query.words)
        sql = f"SELECT rowid FROM {WORDS} WHERE {text} ORDER BY rowid {way} LIMIT ?"
        return _ids(connection, sql, (*values, most))
    where, values = _where(connection, query)
    order = f"{_BY[query.order]} {way} NULLS LAST, " if query.order in _BY else ""
    sql = f"SELECT id FROM history WHERE {where} ORDER BY {order}id {way} LIMIT ?"
    return _ids(connection, sql, (*values, most))


def _ids(connection: sqlite3.Connection, sql: str, values: Sequence[Any]) -> array[int]:
    return array("q", (row_id for (row_id,) in connection.execute(sql, values)))


def counts(connection: sqlite3.Connection, query: HistoryQuery) -> dict[JobState, int]:
    """How many rows of each state a query would find if it asked for no state."""
    where, values = _where(connection, replace(query, states=frozenset()))
    sql = f"SELECT state, count(*) FROM history WHERE {where} GROUP BY state"
    known = {state.value: state for state in JobState}
    found: dict[JobState, int] = {}
    for name, number in connection.execute(sql, values):
        state = known.get(name, JobState.UNKNOWN)
        found[state] = found.get(state, 0) + number
    return found


def items(connection: sqlite3.Connection, row_ids: Iterable[int]) -> list[HistoryItem]:
    """What rows say; those that are gone are left out."""
    names = dict(connection.execute("SELECT server_id, name FROM server_names"))
    submissions: dict[tuple[str, str], tuple[Inputs, bool]] = {}
    found = []
    for row_id in row_ids:
        for row in read_rows(connection, "id = ?", (row_id,)):
            place = (row.server_id, row.batch_id)
            if place not in submissions:
                submissions[place] = _submission(connection, place)
            inputs, is_kept = submissions[place]
            name = names.get(row.server_id, row.server_id)
            found.append(HistoryItem(row.id, job_of(row, inputs), name, is_kept))
    return found


def _submission(connection: sqlite3.Connection, place: tuple[str, str]) -> tuple[Inputs, bool]:
    found = connection.execute(
        "SELECT inputs, EXISTS (SELECT 1 FROM requests WHERE requests.server_id = ?1"
        " AND requests.batch_id = ?2) FROM submissions WHERE server_id = ?1 AND batch_id = ?2",
        place,
    ).fetchone()
    return (unpack_inputs(found[0]), bool(found[1])) if found else ((), False)


def request(
    connection: sqlite3.Connection, key: JobKey, batch_id: BatchId, *, whole: bool = False
) -> KeptRequest | None:
    """The request that made an item, ``None`` where it is not kept.

    It means the one item, unless ``whole`` or its place in the submission is not known.
    """
    found = connection.execute(
        "SELECT form_id, title, summary, inputs, request FROM submissions"
        " JOIN requests USING (server_id, batch_id) WHERE server_id = ? AND batch_id = ?",
        (key.server_id, batch_id),
    ).fetchone()
    if found is None:
        return None
    form_id, title, summary, inputs, packed = found
    try:
        payload, told = json.loads(zlib.decompress(packed)), json.loads(summary)
        job_ids = tuple(JobId(str(one)) for one in told["job_ids"])
        count = int(told["requested"])
    except (ValueError, KeyError, TypeError, zlib.error):
        return None
    place = job_ids.index(key.job_id) if not whole and key.job_id in job_ids else None
    return KeptRequest(form_id, title, payload, count, job_ids, unpack_inputs(inputs), place)


def batch(connection: sqlite3.Connection, server_id: ServerId, batch_id: BatchId) -> BatchTotals:
    """The sums of one submission's items."""
    totals = BatchTotals()
    run_s = 0.0
    rows = connection.execute(
        "SELECT state, count(*), sum(max(0, ended_at - started_at)) FROM history"
        " WHERE server_id = ? AND batch_id = ? GROUP BY state",
        (server_id, batch_id),
    )
    known = {state.value: state for state in JobState}
    for name, number, seconds in rows:
        totals.states[known.get(name, JobState.UNKNOWN)] = number
        run_s += seconds or 0.0
    return replace(totals, run_s=run_s)


def jobs(
    connection: sqlite3.Connection, server_id: ServerId, batch_ids: Sequence[BatchId]
) -> list[Job]:
    """What is kept of the items of some submissions, each with its own inputs alone."""
    where = "server_id = ? AND batch_id = ? ORDER BY id"
    rows = [row for one in batch_ids for row in read_rows(connection, where, (server_id, one))]
    return [job_of(row) for row in rows]


def servers(connection: sqlite3.Connection) -> list[tuple[ServerId, str]]:
    """The servers that the history has items of, by name."""
    rows = connection.execute(
        "SELECT server_id, name FROM server_names WHERE EXISTS"
        " (SELECT 1 FROM history WHERE history.server_id = server_names.server_id)"
        " ORDER BY name COLLATE NOCASE"
    )
    return [(ServerId(server_id), name) for server_id, name in rows]


def titles(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The workflows that the history has items of, the most frequent first, with their number."""
    return connection.execute(
        "SELECT title, count(*) FROM history WHERE title <> '' GROUP BY title"
        " ORDER BY count(*) DESC, title LIMIT ?",
        (MOST_TITLES,),
    ).fetchall()


def _where(connection: sqlite3.Connection, query: HistoryQuery) -> tuple[str, list[Any]]:
    terms, values = _terms(query)
    if query.words:
        text, parameters = history_words.condition(connection, query.words)
        terms.append(f"id IN (SELECT rowid FROM {WORDS} WHERE {text})")
        values += parameters
    return " AND ".join(terms) or "1", values


def _terms(query: HistoryQuery) -> tuple[list[str], list[Any]]:
    """All conditions but the words."""
    terms: list[str] = []
    values: list[Any] = []
    named = {"server_id": query.server_id, "title": query.title, "batch_id": query.batch_id}
    for column, value in named.items():
        if value is not None:
            terms.append(f"{column} = ?")
            values.append(value)
    if query.states:
        terms.append(f"state IN ({', '.join('?' * len(query.states))})")
        values += [state.value for state in query.states]
    for moment, sign in ((query.since, ">="), (query.until, "<")):
        if moment is not None:
            terms.append(f"id {sign} ?")
            values.append(row_id_at(moment))
    return terms, values

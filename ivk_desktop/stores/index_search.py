"""Finding pictures in the index: a query as SQL. Functions for the index's thread."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final

from ivk_desktop.domain.boards import DATE_PREFIX, GalleryView, day_of
from ivk_desktop.domain.media import VIDEO_ENDINGS, ImageName
from ivk_desktop.domain.picture_search import (
    Condition,
    Has,
    Is,
    Made,
    PictureQuery,
    Sized,
    Tagged,
    Within,
)
from ivk_desktop.stores.index_file import TEXTS, WORDS

TRIGRAM: Final = 3
"""The index has no shorter words: those are looked for one text after the other."""
EVERY: Final = "1"
LIKE: Final = "LIKE ? ESCAPE '\\'"

Term = tuple[str, list[Any]]
"""A condition in SQL and its parameters."""
Marks = dict[Condition, Sequence[str]]
"""The names of the pictures for which a condition of ratings or tags holds, without its minus."""


def find(
    connection: sqlite3.Connection,
    server: int,
    view: GalleryView,
    query: PictureQuery,
    marks: Marks,
) -> list[ImageName]:
    """The names that a view shows, in its order."""
    has_index = _has_index(connection)
    words = [one for one in query.conditions if isinstance(one, Has) and one.name in ("", *TEXTS)]
    terms: list[Term] = [("server = ?", [server]), ("is_asset = ?", [view.assets])]
    if not (view.everywhere or query.names_board):
        terms.append(_board(view))
    for one in query.conditions:
        if one not in words:
            terms.append(_turned(_term(one, server, marks), one.is_not))
        elif isinstance(one, Has) and one.is_not:
            sql, values = _rows([one], has_index)
            terms.append((f"id NOT IN ({sql})", values))
    source, given = _source([word for word in words if not word.is_not], has_index)
    where = " AND ".join(sql for sql, _ in terms)
    way = "ASC" if view.oldest_first else "DESC"
    first = "starred DESC, " if view.starred_first else ""
    sql = f"SELECT name FROM {source} WHERE {where} ORDER BY {first}created_at {way}, id {way}"
    values = [*given, *(value for _, some in terms for value in some)]
    return [name for (name,) in connection.execute(sql, values)]


def _board(view: GalleryView) -> Term:
    if view.board_id.startswith(DATE_PREFIX):
        # The server files by its own clock, which tells UTC.
        return "date(created_at, 'unixepoch') = ?", [day_of(view.board_id)]
    return "board_id = ?", [view.board_id]


# --- words -----------------------------------------------------------------------------------
def _source(words: Sequence[Has], has_index: bool) -> Term:
    """The pictures in which all words occur, one after the other as the index of words has them.

    By itself SQLite would walk through all pictures and look each up among those found.
    """
    if not words:
        return "pictures", []
    sql, values = _rows(words, has_index)
    return f"({sql}) CROSS JOIN pictures ON id = found", values


def _rows(words: Sequence[Has], has_index: bool) -> Term:
    """The rows in which all these words occur; only what the index finds is looked through."""
    matched: list[str] = []
    terms: list[str] = []
    values: list[Any] = []
    for word in words:
        if has_index and len(word.text) >= TRIGRAM:
            column = f"{{{word.name}}} : " if word.name else ""
            matched.append(f'{column}"{_quoted(word.text)}"')
        else:
            columns = (word.name,) if word.name else TEXTS
            terms.append("(" + " OR ".join(f"{column} {LIKE}" for column in columns) + ")")
            values += [_like(word.text)] * len(columns)
    if matched:
        terms.insert(0, f"{WORDS} MATCH ?")
        values.insert(0, " AND ".join(matched))
    return f"SELECT rowid AS found FROM {WORDS} WHERE {' AND '.join(terms)}", values


def _has_index(connection: sqlite3.Connection) -> bool:
    sql = "SELECT sql FROM sqlite_master WHERE name = ?"
    return "fts5" in connection.execute(sql, (WORDS,)).fetchone()[0]


def _quoted(text: str) -> str:
    return text.replace('"', '""').replace("\0", " ")


def _like(text: str) -> str:
    for sign in "\\%_":
        text = text.replace(sign, f"\\{sign}")
    return f"%{text}%"


# --- the rest --------------------------------------------------------------------------------
def _term(condition: Condition, server: int, marks: Marks) -> Term:
    if condition in marks:
        named = "name IN (SELECT value FROM json_each(?))"
        rows = f"SELECT id FROM pictures WHERE server = ? AND {named}"
        return f"id IN ({rows})", [server, json.dumps(list(marks[condition]))]
    match condition:
        case Has(text, "board"):
            named = f"SELECT board_id FROM boards WHERE server = ? AND name {LIKE}"
            return f"board_id IN ({named})", [server, _like(text)]
        case Has(text):
            return f"name {LIKE}", [_like(text)]
        case Within(name, low, high):
            return _between(name, low, high)
        case Sized(width, height):
            return "(width = ? AND height = ?)", [width, height]
        case Made(first, end):
            return _between("created_at", _moment(first, -math.inf), _moment(end, math.inf), "<")
        case Is("starred"):
            return "starred", []
        case Is("video"):
            likes = " OR ".join("name LIKE ?" for _ in VIDEO_ENDINGS)
            return f"({likes})", [f"%{ending}" for ending in VIDEO_ENDINGS]
        case Is() | Tagged():
            return EVERY, []  # of ratings and tags, and in ``marks``


def _between(column: str, low: float, high: float, upper: str = "<=") -> Term:
    terms: list[str] = []
    values: list[Any] = []
    for limit, sign in ((low, ">="), (high, upper)):
        if math.isfinite(limit):
            terms.append(f"{column} {sign} ?")
            values.append(limit)
    return f"({' AND '.join(terms) or EVERY})", values


def _moment(day: date | None, otherwise: float) -> float:
    """The unix time at which a day begins here."""
    if day is None:
        return otherwise
    try:
        return datetime.combine(day, time()).timestamp()
    except (OverflowError, OSError, ValueError):  # before 1970 on some systems
        return 0.0


def _turned(term: Term, is_not: bool) -> Term:
    """The opposite, which holds of what is not known as well."""
    sql, values = term
    return (f"coalesce({sql}, 0) = 0" if is_not else sql), values

"""What is written to the index and read back: functions for its thread."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any, Final

from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.index_file import TEXTS, WORDS

TEXT_LIMIT: Final = 4000
"""The most characters that are kept of one text."""
MOST_KNOWN: Final = 500
MOST_INT: Final = 2**63 - 1

_ENTRY: Final = (
    "name, board_id, is_asset, created_at, width, height, starred, has_workflow, duration_s"
)
_PUT_NAME: Final = (
    "INSERT INTO pictures (server, name, board_id, is_asset, state) VALUES (?, ?, ?, ?, 0)"
    " ON CONFLICT (server, name) DO UPDATE SET board_id = excluded.board_id,"
    " is_asset = excluded.is_asset"
    " WHERE board_id <> excluded.board_id OR is_asset <> excluded.is_asset"
)
_PUT_ENTRY: Final = (
    f"INSERT INTO pictures (server, {_ENTRY}, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
    " ON CONFLICT (server, name) DO UPDATE SET board_id = excluded.board_id,"
    " is_asset = excluded.is_asset, created_at = excluded.created_at, width = excluded.width,"
    " height = excluded.height, starred = excluded.starred,"
    " has_workflow = excluded.has_workflow, duration_s = excluded.duration_s,"
    " state = max(state, 1)"
)


class State(IntEnum):
    """How much is known of a picture."""

    NAME = 0
    ENTRY = 1
    """Its size, time, star and board too."""
    FACTS = 2
    """And how it was made, or that the server does not tell."""


def number_of(connection: sqlite3.Connection, server_id: ServerId) -> int:
    """The number that stands for a server; a new one where it has none."""
    sql = "SELECT number FROM servers WHERE server_id = ?"
    found = connection.execute(sql, (server_id,)).fetchone()
    if found is None:
        connection.execute("INSERT OR IGNORE INTO servers (server_id) VALUES (?)", (server_id,))
        found = connection.execute(sql, (server_id,)).fetchone()
    return int(found[0])


def forget(connection: sqlite3.Connection, server_id: ServerId) -> None:
    """Forget all of a server."""
    number = number_of(connection, server_id)
    sql = f"DELETE FROM {WORDS} WHERE rowid IN (SELECT id FROM pictures WHERE server = ?)"
    connection.execute(sql, (number,))
    for table, column in (("pictures", "server"), ("boards", "server"), ("servers", "number")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))


# --- boards ----------------------------------------------------------------------------------
def put_boards(connection: sqlite3.Connection, server: int, boards: Sequence[Board]) -> None:
    """Keep what a server lists now."""
    connection.execute("DELETE FROM boards WHERE server = ?", (server,))
    connection.executemany(
        "INSERT OR REPLACE INTO boards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                server,
                _kept(board.key.board_id),
                place,
                _kept(board.name),
                board.archived,
                _kept(board.cover.name) if board.cover is not None else None,
                board.image_count,
                board.asset_count,
                board.video_count,
            )
            for place, board in enumerate(boards)
        ],
    )
    connection.execute("UPDATE servers SET heard_at = ? WHERE number = ?", (time.time(), server))


def boards(connection: sqlite3.Connection, server: int, server_id: ServerId) -> list[Board]:
    """The boards of a server in its order."""
    rows = connection.execute(
        "SELECT board_id, name, images, assets, videos, cover, archived FROM boards"
        " WHERE server = ? ORDER BY place",
        (server,),
    )
    return [
        Board(
            BoardKey(server_id, BoardId(board_id)),
            name,
            images,
            assets,
            videos,
            MediaRef.named(server_id, ImageName(cover)) if cover else None,
            bool(archived),
        )
        for board_id, name, images, assets, videos, cover, archived in rows
    ]


def heard_at(connection: sqlite3.Connection, server: int) -> float | None:
    """The unix time at which the server's boards were kept last."""
    sql = "SELECT heard_at FROM servers WHERE number = ?"
    found = connection.execute(sql, (server,)).fetchone()
    return found[0] if found is not None else None


# --- pictures --------------------------------------------------------------------------------
def put_names(
    connection: sqlite3.Connection,
    server: int,
    board_id: BoardId,
    names: Sequence[ImageName],
    *,
    is_asset: bool,
) -> None:
    """Keep names of a board, the newest first."""
    board = _kept(board_id)
    rows = [(server, _kept(name), board, is_asset) for name in reversed(names)]
    connection.executemany(_PUT_NAME, rows)


def gone(
    connection: sqlite3.Connection,
    server: int,
    board_id: BoardId,
    names: Iterable[ImageName],
    *,
    is_asset: bool,
) -> list[ImageName]:
    """What the index has on a board beside these names."""
    listed = set(map(_kept, names))
    rows = connection.execute(
        "SELECT name FROM pictures WHERE server = ? AND board_id = ? AND is_asset = ?",
        (server, _kept(board_id), is_asset),
    )
    return [ImageName(name) for (name,) in rows if name not in listed]


def strays(connection: sqlite3.Connection, server: int) -> list[ImageName]:
    """What is kept on boards that the server lists no more."""
    rows = connection.execute(
        "SELECT name FROM pictures WHERE server = ?1"
        " AND board_id NOT IN (SELECT board_id FROM boards WHERE server = ?1)",
        (server,),
    )
    return [ImageName(name) for (name,) in rows]


def put_entries(connection: sqlite3.Connection, server: int, infos: Iterable[ImageInfo]) -> None:
    """Keep gallery entries; intermediate pictures are none."""
    rows = [
        (
            server,
            _kept(info.ref.name),
            _kept(info.board_id or UNCATEGORIZED),
            info.is_asset,
            info.created_at,
            info.width,
            info.height,
            info.starred,
            info.has_workflow,
            info.seconds,
        )
        for info in infos
        if not info.is_intermediate
    ]
    connection.executemany(_PUT_ENTRY, rows)


def put_facts(
    connection: sqlite3.Connection, server: int, name: ImageName, facts: PictureFacts
) -> None:
    """Keep how a picture was made; one that is not in the index is passed."""
    sql = "SELECT id FROM pictures WHERE server = ? AND name = ?"
    found = connection.execute(sql, (server, _kept(name))).fetchone()
    if found is None:
        return
    connection.execute(
        "UPDATE pictures SET state = 2, seed = ?, steps = ?, guidance = ? WHERE id = ?",
        (_int(facts.seed), _int(facts.steps), facts.guidance, found[0]),
    )
    texts = (
        facts.prompt,
        facts.negative,
        facts.model,
        "\n".join(facts.loras),
        facts.workflow,
        facts.sampler,
    )
    connection.execute(f"DELETE FROM {WORDS} WHERE rowid = ?", found)
    if any(texts):
        places = ", ".join("?" * (1 + len(TEXTS)))
        sql = f"INSERT INTO {WORDS} (rowid, {', '.join(TEXTS)}) VALUES ({places})"
        connection.execute(sql, (found[0], *(_kept(text)[:TEXT_LIMIT] for text in texts)))


def remove(connection: sqlite3.Connection, server: int, names: Iterable[ImageName]) -> None:
    """Forget pictures."""
    listed = json.dumps(list(map(_kept, names)))
    chosen = "server = ? AND name IN (SELECT value FROM json_each(?))"
    sql = f"DELETE FROM {WORDS} WHERE rowid IN (SELECT id FROM pictures WHERE {chosen})"
    connection.execute(sql, (server, listed))
    connection.execute(f"DELETE FROM pictures WHERE {chosen}", (server, listed))


def counts(connection: sqlite3.Connection, server: int) -> tuple[int, int]:
    """How many pictures are indexed, and how many there are."""
    rows = dict(
        connection.execute(
            "SELECT state, count(*) FROM pictures WHERE server = ? GROUP BY state", (server,)
        )
    )
    return rows.get(State.FACTS, 0), sum(rows.values())


def lacking(
    connection: sqlite3.Connection, server: int, server_id: ServerId, state: State, most: int
) -> list[ImageInfo]:
    """Pictures of which only so much is known, the newest first."""
    sql = (
        f"SELECT {_ENTRY} FROM pictures WHERE server = ? AND state = ?"
        " ORDER BY created_at DESC, id DESC LIMIT ?"
    )
    rows = connection.execute(sql, (server, state, most))
    return [_info(server_id, row) for row in rows]


def infos(
    connection: sqlite3.Connection, server: int, server_id: ServerId, names: Iterable[ImageName]
) -> list[ImageInfo]:
    """The entries of those pictures of which they are known."""
    sql = (
        f"SELECT {_ENTRY} FROM pictures WHERE server = ? AND state > 0"
        " AND name IN (SELECT value FROM json_each(?))"
    )
    rows = connection.execute(sql, (server, json.dumps(list(map(_kept, names)))))
    return [_info(server_id, row) for row in rows]


def details(
    connection: sqlite3.Connection, server: int, server_id: ServerId, name: ImageName
) -> PictureDetails | None:
    """All that is known of one picture."""
    row = connection.execute(
        f"SELECT seed, steps, guidance, {', '.join(TEXTS)}, {_ENTRY} FROM pictures"
        f" LEFT JOIN {WORDS} ON {WORDS}.rowid = pictures.id"
        " WHERE server = ? AND pictures.name = ? AND state > 0",
        (server, _kept(name)),
    ).fetchone()
    if row is None:
        return None
    seed, steps, guidance, prompt, negative, model, lora, workflow, sampler = row[:9]
    loras = tuple(filter(None, (lora or "").split("\n")))
    facts = PictureFacts(
        prompt or "",
        negative or "",
        seed,
        model or "",
        loras,
        steps,
        guidance,
        sampler or "",
        workflow or "",
    )
    return PictureDetails(_info(server_id, row[9:]), facts)


def known(connection: sqlite3.Connection, server: int) -> dict[str, list[str]]:
    """The models, LoRAs and workflows of a server's pictures, the most frequent first."""
    found = {}
    for column in ("model", "lora", "workflow"):
        sql = (
            f"SELECT {column} FROM {WORDS} JOIN pictures ON pictures.id = {WORDS}.rowid"
            f" WHERE server = ? AND {column} <> '' GROUP BY {column}"
            " ORDER BY count(*) DESC LIMIT ?"
        )
        values = [value for (value,) in connection.execute(sql, (server, MOST_KNOWN))]
        lines = (line for value in values for line in value.split("\n"))
        found[column] = list(dict.fromkeys(lines))
    return found


def _info(server_id: ServerId, row: Sequence[Any]) -> ImageInfo:
    name, board_id, is_asset, created_at, width, height, starred, has_workflow, seconds = row
    return ImageInfo(
        MediaRef.named(server_id, ImageName(name)),
        width or 0,
        height or 0,
        created_at or 0.0,
        bool(starred),
        None if board_id == UNCATEGORIZED else board_id,
        has_workflow=bool(has_workflow),
        is_asset=bool(is_asset),
        seconds=seconds,
    )


def _kept(text: str) -> str:
    """A text as the database takes it: without halves of surrogate pairs, and without zeros."""
    return text.encode(errors="replace").decode().replace("\0", " ")


def _int(number: int | None) -> int | None:
    return number if number is not None and abs(number) <= MOST_INT else None

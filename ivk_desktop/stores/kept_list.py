"""The open workflows as they are kept over a restart: functions for the database's thread."""

from __future__ import annotations

import json
import logging
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ivk_desktop.domain.jobs import JobId, JobKey
from ivk_desktop.domain.limits import DOCUMENT_BYTES
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.workflow_sources import (
    BytesSource,
    CopySource,
    FileSource,
    JobSource,
    KeptSource,
    LibrarySource,
    PictureSource,
    Source,
)

log = logging.getLogger(__name__)

MOST_WORKFLOWS: Final = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One workflow of the list: ``kind`` and ``name`` say where it comes from.

    ``document`` is its text, or its JSON data, where there is no other place to read it from.
    """

    kind: str
    name: str
    title: str
    is_current: bool = False
    document: bytes | Mapping[str, Any] | None = None


def entry_of(
    source: Source, title: str, original: Mapping[str, Any] | None, *, is_current: bool
) -> Entry | None:
    """What is kept of an open workflow; ``None`` where it could never be read again.

    ``original`` is its document as it was read, where the source may not last.
    """
    match source:
        case LibrarySource():
            return Entry("library", source.workflow_id, title, is_current)
        case FileSource():
            return Entry("file", str(source.path), title, is_current)
        case BytesSource():
            return Entry("bytes", source.name, title, is_current, source.data)
        case PictureSource():
            return Entry("picture", source.ref.name, title, is_current)
        case CopySource():
            return Entry("copy", source.own_name, title, is_current, source.data)
        case JobSource() | KeptSource() if original is not None:
            return Entry("copy", source.own_name, title, is_current, original)
        case JobSource():
            return Entry("job", source.key.job_id, title, is_current)
    return None


def source_of(server_id: ServerId, entry: Entry) -> Source | None:
    """Where a kept workflow is read from; ``None`` for what a newer version keeps."""
    data = entry.document if isinstance(entry.document, bytes) else None
    match entry.kind:
        case "library":
            return LibrarySource(entry.name, entry.title)
        case "file":
            return FileSource(Path(entry.name))
        case "picture":
            return PictureSource(MediaRef.named(server_id, ImageName(entry.name)))
        case "job":
            return JobSource(JobKey(server_id, JobId(entry.name)), entry.title)
        case "bytes" if data is not None:
            return BytesSource.of(data, entry.name)
        case "copy" if data is not None:
            return CopySource(entry.name, entry.title, data)
    return None


def read(connection: sqlite3.Connection, server_id: ServerId) -> list[Entry]:
    """The workflows that were open for a server, in their order."""
    rows = connection.execute(
        "SELECT kind, name, title, is_current, document FROM open_workflows"
        " WHERE server_id = ? ORDER BY place LIMIT ?",
        (server_id, MOST_WORKFLOWS),
    )
    return [
        Entry(kind, name, title, bool(is_current), _unpacked(document))
        for kind, name, title, is_current, document in rows
    ]


def write(connection: sqlite3.Connection, server_id: ServerId, entries: Sequence[Entry]) -> None:
    """Keep the list of a server in place of the one before; of all servers one is current."""
    connection.execute("DELETE FROM open_workflows WHERE server_id = ?", (server_id,))
    if any(entry.is_current for entry in entries):
        connection.execute("UPDATE open_workflows SET is_current = 0")
    connection.executemany(
        "INSERT INTO open_workflows (server_id, place, kind, name, title, is_current, document)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (server_id, place, e.kind, e.name, e.title, e.is_current, _packed(e.document))
            for place, e in enumerate(entries[:MOST_WORKFLOWS])
        ],
    )


def _packed(document: bytes | Mapping[str, Any] | None) -> bytes | None:
    if document is None:
        return None
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return zlib.compress(data)


def _unpacked(packed: bytes | None) -> bytes | None:
    if packed is None:
        return None
    try:
        # One that is larger was never written here.
        return zlib.decompressobj().decompress(packed, DOCUMENT_BYTES)
    except (zlib.error, TypeError):
        log.warning("a kept document cannot be read")
        return None

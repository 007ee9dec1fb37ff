"""Saves one result of a server as a file, step by step, each known to the journal."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from ivk_desktop.api.backend import Backend, GallerySource
from ivk_desktop.api.errors import NotFound
from ivk_desktop.domain.exports import NUMBERS, Export, ExportOptions, ExportState
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.naming import values_of
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.stores import new_files
from ivk_desktop.stores.export_journal import ExportJournal
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.saves import ending_of, sidecar


class ExportSession(Protocol):
    """What is needed of a server's session."""

    server_id: ServerId
    name: str
    link: LinkState
    backend: Backend
    queue: QueueStore
    results: ResultStore
    gallery: Gallery

    @property
    def link_changed(self) -> SignalInstance:
        """The link is another one."""
        ...

    @property
    def handed_in(self) -> SignalInstance:
        """A ``SubmitRequest`` that was taken, and its jobs."""
        ...


class ExportSaver:
    """Fetches, names and writes."""

    def __init__(self, session: ExportSession, journal: ExportJournal) -> None:
        self._session = session
        self._journal = journal

    async def save(self, export: Export, options: ExportOptions) -> Path | None:
        """Save one; returns its file, or ``None`` where it is not to be saved after all.

        Raises:
            ApiError: the server does not give it.
            OSError: it cannot be written.
            sqlite3.Error: the journal cannot be written.
        """
        session, ref = self._session, export.ref
        details = await self._details(ref, options)
        board_id = details.info.board_id if details is not None else None
        is_passing = details is not None and details.info.is_intermediate
        if is_passing or not options.takes_board(session.server_id, board_id):
            await self._journal.mark(replace(export, state=ExportState.LEFT_OUT))
            return None
        board = session.gallery.board_name(board_id) if details is not None else ""
        total = max(NUMBERS, export.number)
        values = values_of(details, ref.name, export.number, total, board, session.name)
        beside = sidecar(ref, details, values) if options.sidecars else None
        if export.state is ExportState.WRITING and await asyncio.to_thread(_is_there, export):
            return await self._finish(export, beside)
        data = await session.backend.fetch(ref, MediaSize.FULL)
        path = options.template.render(values, ending_of(ref))
        return await self._write(export, options.folder.joinpath(*path.parts), data, beside)

    async def _details(self, ref: MediaRef, options: ExportOptions) -> PictureDetails | None:
        backend = self._session.backend
        asks = options.sidecars or options.template.needs_details or options.boards
        if not asks or not isinstance(backend, GallerySource):
            return None
        try:
            return await backend.picture_details(ref)
        except NotFound:
            return None  # a server may lack them; whether the file is there is told by itself

    async def _write(self, export: Export, wanted: Path, data: bytes, beside: bytes | None) -> Path:
        """Write under a name that is not taken; the journal knows it before the file is there."""
        digest = await asyncio.to_thread(lambda: hashlib.sha256(data).hexdigest())
        for _ in range(new_files.MOST_RACES):
            path = await asyncio.to_thread(new_files.free_path, wanted, beside=beside is not None)
            chosen = replace(export, state=ExportState.WRITING, path=str(path), digest=digest)
            await self._journal.mark(chosen)
            try:
                await asyncio.to_thread(new_files.place, path, data)
            except FileExistsError:
                continue  # another program was quicker
            return await self._finish(chosen, beside)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(wanted))

    async def _finish(self, export: Export, beside: bytes | None) -> Path:
        path = Path(export.path)
        if beside is not None:
            await asyncio.to_thread(new_files.place_beside, path, beside)
        await self._journal.mark(replace(export, state=ExportState.DONE))
        return path


def _is_there(export: Export) -> bool:
    """Whether the file of an interrupted try is there, as a whole."""
    path = Path(export.path)
    if new_files.holds(path, export.digest):
        return True
    new_files.drop_rest(path)
    return False

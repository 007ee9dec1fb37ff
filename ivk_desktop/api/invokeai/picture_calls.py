"""What an InvokeAI server does with boards and pictures, as part of its backend."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from ivk_desktop.api.backend import Report
from ivk_desktop.api.errors import Unusable
from ivk_desktop.api.invokeai import picture_jobs
from ivk_desktop.api.invokeai.auth import AuthRepository
from ivk_desktop.api.invokeai.boards import BoardRepository
from ivk_desktop.api.invokeai.downloads import Downloads
from ivk_desktop.api.invokeai.gallery import GalleryRepository
from ivk_desktop.api.invokeai.queue import QueueRepository
from ivk_desktop.api.picture_facts import Turn
from ivk_desktop.domain.boards import Board, BoardChange, BoardId, GalleryView
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from ivk_desktop.domain.problems import DomainError


class PictureCalls:
    """What is optional of a backend: from ``GallerySource`` to ``PictureRepeats``."""

    auth: AuthRepository
    queue: QueueRepository
    _boards: BoardRepository
    _gallery: GalleryRepository
    _downloads: Downloads

    async def gallery_names(self, view: GalleryView) -> Sequence[ImageName]:
        """List pictures and videos of a board, by name."""
        return await self._gallery.names(view)

    async def date_boards(self) -> Sequence[Board]:
        """List the days on which pictures came, newest first."""
        return await self._boards.by_date()

    async def picture_details(self, ref: MediaRef) -> PictureDetails:
        """Read entry, metadata, workflow and graph of a picture."""
        return await self._gallery.details(ref)

    async def picture_facts(self, info: ImageInfo, turn: Turn) -> PictureFacts:
        """Read how a picture was made."""
        return await self._gallery.facts(info, turn)

    async def picture_request(self, ref: MediaRef, *, vary: bool) -> SubmitRequest:
        """Build the submission that makes a picture again; nothing is sent.

        Raises:
            Unusable: the picture carries no graph, or nothing of it could vary.
        """
        from ivk_desktop.domain.invokeai.picture_again import picture_request

        raw = (await self._gallery.details(ref)).raw
        try:
            return await asyncio.to_thread(
                picture_request, raw.get("graph"), raw.get("workflow"), vary=vary
            )
        except DomainError as error:
            raise Unusable(error.problem) from error

    async def save_media(self, ref: MediaRef, target: Path, report: Report) -> None:
        """Write the file of a picture or video, however large, whole or not at all."""
        await self._gallery.save(ref, target, report)

    async def create_board(self, name: str) -> Board:
        """Make a board."""
        return await self._boards.create(name)

    async def change_board(self, board_id: BoardId, change: BoardChange) -> None:
        """Rename, archive, cover or share a board."""
        await self._boards.change(board_id, change)

    async def delete_board(self, board_id: BoardId, *, with_pictures: bool) -> int:
        """Delete a board; returns how many of its pictures could not be."""
        return await self._boards.delete(board_id, with_pictures)

    async def shares_boards(self) -> bool:
        """Whether the server has several users."""
        return (await self.auth.status()).multiuser_enabled

    async def star_pictures(self, refs: Sequence[MediaRef], starred: bool) -> Sequence[MediaRef]:
        """Star pictures, or take the stars away."""
        return await self._gallery.star(refs, starred)

    async def move_pictures(
        self, refs: Sequence[MediaRef], board_id: BoardId
    ) -> Sequence[MediaRef]:
        """Put pictures on a board, or on none."""
        return await self._gallery.move(refs, board_id)

    async def delete_pictures(self, refs: Sequence[MediaRef]) -> Sequence[MediaRef]:
        """Delete pictures for good."""
        return await self._gallery.delete(refs)

    async def byte_count(self, ref: MediaRef) -> int | None:
        """How large the file is."""
        return await self._gallery.byte_count(ref)

    async def upload_to_board(
        self, data: bytes, file_name: str, board_id: BoardId, report: Report
    ) -> MediaRef:
        """Store a picture as an asset on a board."""
        return await self._gallery.upload(data, file_name, board_id, report)

    async def download_pictures(
        self, refs: Sequence[MediaRef], target: Path, report: Report
    ) -> Sequence[Path]:
        """Have pictures packed by the server and fetch the zip."""
        return await self._downloads.fetch(refs, target, report)

    async def job_of_picture(self, ref: MediaRef) -> JobId | None:
        """Find the queue item that made a picture."""
        return await picture_jobs.job_of_picture(self._gallery, self.queue, ref)

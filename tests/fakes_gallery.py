"""A scripted server in memory whose boards and pictures can be changed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ivk_desktop.api.backend import Report
from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.domain.boards import (
    UNCATEGORIZED,
    Board,
    BoardChange,
    BoardId,
    BoardKey,
    GalleryView,
)
from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from ivk_desktop.domain.problems import Problem
from tests.fakes import FakeBackend, a_picture


@dataclass
class FakeGallery(FakeBackend):
    """``FakeBackend`` with all that is optional about boards and pictures."""

    infos: dict[str, ImageInfo] = field(default_factory=dict)
    facts_of: dict[str, PictureFacts] = field(default_factory=dict)
    makers: dict[str, JobId] = field(default_factory=dict)
    stubborn: set[MediaRef] = field(default_factory=set)
    """Pictures that cannot be changed."""
    gate: asyncio.Event | None = None
    """An upload waits for it after its first half."""
    multi_user: bool = False

    def add(self, *names: str, board: str | None = None, **facts: object) -> list[MediaRef]:
        """Put pictures on the server, the first one is the oldest."""
        for name in names:
            at = 1000.0 + len(self.infos)
            info = ImageInfo(a_picture(name), 512, 768, at, board_id=board)
            self.infos[name] = replace(info, **facts)  # type: ignore[arg-type]
            self.pictures.setdefault(name, b"picture " + name.encode(errors="replace"))
        return [self.infos[name].ref for name in names]

    def on(self, board: str | None) -> list[str]:
        return [name for name, info in self.infos.items() if info.board_id == board]

    # --- reading -------------------------------------------------------------------------
    async def images(self, names: Sequence[ImageName]) -> Sequence[ImageInfo]:
        self._called("images", tuple(names))
        return [self.infos[name] for name in names if name in self.infos]

    async def gallery_names(self, view: GalleryView) -> Sequence[ImageName]:
        self._called("gallery_names", view)
        board = None if view.board_id == UNCATEGORIZED else view.board_id
        found = [
            i
            for i in self.infos.values()
            if i.board_id == board and i.is_asset is view.assets and view.search in i.ref.name
        ]
        found.sort(key=lambda info: info.created_at, reverse=not view.oldest_first)
        if view.starred_first:
            found.sort(key=lambda info: not info.starred)
        return [info.ref.name for info in found]

    async def date_boards(self) -> Sequence[Board]:
        self._called("date_boards")
        key = BoardKey(self.server_id, BoardId("by_date:2026-03-18"))
        return [Board(key, "2026-03-18", len(self.infos))]

    async def picture_details(self, ref: MediaRef) -> PictureDetails:
        self._called("picture_details", ref)
        if ref.name not in self.infos:
            raise NotFound(what="The picture")
        facts = self.facts_of.get(ref.name, PictureFacts())
        return PictureDetails(self.infos[ref.name], facts, {"metadata": {"seed": facts.seed}})

    async def job_of_picture(self, ref: MediaRef) -> JobId | None:
        self._called("job_of_picture", ref)
        return self.makers.get(ref.name)

    # --- boards --------------------------------------------------------------------------
    async def create_board(self, name: str) -> Board:
        self._called("create_board", name)
        board = Board(BoardKey(self.server_id, BoardId(f"board-{name}")), name)
        self.board_list.append(board)
        return board

    async def change_board(self, board_id: BoardId, change: BoardChange) -> None:
        self._called("change_board", (board_id, change))
        self.board_list = [
            replace(b, name=change.name or b.name, archived=bool(change.archived))
            if b.key.board_id == board_id
            else b
            for b in self.board_list
        ]

    async def delete_board(self, board_id: BoardId, *, with_pictures: bool) -> int:
        self._called("delete_board", (board_id, with_pictures))
        self.board_list = [b for b in self.board_list if b.key.board_id != board_id]
        return 0

    async def shares_boards(self) -> bool:
        return self.multi_user

    # --- pictures ------------------------------------------------------------------------
    def _change(self, refs: Sequence[MediaRef], **facts: object) -> list[MediaRef]:
        for ref in refs:
            if ref.name in self.infos and ref not in self.stubborn:
                changed = replace(self.infos[ref.name], **facts)  # type: ignore[arg-type]
                self.infos[ref.name] = changed
        return [ref for ref in refs if ref in self.stubborn]

    async def star_pictures(self, refs: Sequence[MediaRef], starred: bool) -> Sequence[MediaRef]:
        self._called("star_pictures", (tuple(refs), starred))
        return self._change(refs, starred=starred)

    async def move_pictures(
        self, refs: Sequence[MediaRef], board_id: BoardId
    ) -> Sequence[MediaRef]:
        self._called("move_pictures", (tuple(refs), board_id))
        return self._change(refs, board_id=None if board_id == UNCATEGORIZED else board_id)

    async def delete_pictures(self, refs: Sequence[MediaRef]) -> Sequence[MediaRef]:
        self._called("delete_pictures", tuple(refs))
        for ref in refs:
            if ref not in self.stubborn:
                self.infos.pop(ref.name, None)
        return [ref for ref in refs if ref in self.stubborn]

    async def byte_count(self, ref: MediaRef) -> int | None:
        return len(self.pictures[ref.name])

    async def upload_to_board(
        self, data: bytes, file_name: str, board_id: BoardId, report: Report
    ) -> MediaRef:
        self._called("upload_to_board", (file_name, board_id))
        report(len(data) // 2, len(data))
        if self.gate is not None:
            await self.gate.wait()
        if not data.startswith(b"picture"):
            raise Unusable(Problem("not_a_picture"))
        board = None if board_id == UNCATEGORIZED else str(board_id)
        (ref,) = self.add(f"up-{file_name}", board=board, is_asset=True)
        return ref

    async def download_pictures(
        self, refs: Sequence[MediaRef], target: Path, report: Report
    ) -> Sequence[Path]:
        self._called("download_pictures", tuple(refs))
        report(0, None)
        await asyncio.to_thread(target.write_bytes, b"zip")
        report(3, 3)
        return [target]

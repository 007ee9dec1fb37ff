"""Starring and moving pictures, and what else is asked about them."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import (
    Backend,
    GallerySource,
    JobFinder,
    PictureKeeper,
    WorkflowSource,
)
from ivk_desktop.api.errors import ApiError, Unreachable
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardKey
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.stores.picture_infos import PictureInfos
from ivk_desktop.tasks import Tasks

_numbers = count()


class PictureChanges(QObject):
    """Changes pictures of one server: shown at once, then read again."""

    moved = Signal(object, object)
    """A tuple of ``MediaRef`` and the ``BoardKey`` that the server has put them on."""
    details_read = Signal(str, object)
    """The ticket of a question, and the ``PictureDetails`` or ``None``."""
    values_read = Signal(str, object)
    """The ticket of a question, and the ``Form`` that the picture was made with, or ``None``."""
    maker_found = Signal(object, object)
    """A ``MediaRef`` and the ``JobKey`` that made it."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        boards: BoardStore,
        infos: PictureInfos,
        notices: Notices,
        local: LocalGallery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._backend = backend
        self._keeper = backend if isinstance(backend, PictureKeeper) else None
        self._tasks = tasks
        self._boards = boards
        self._infos = infos
        self._notices = notices

    @property
    def offered(self) -> bool:
        """Whether pictures of this kind of server can be changed."""
        return self._keeper is not None

    @property
    def explains(self) -> bool:
        """Whether this kind of server tells how a picture was made."""
        return isinstance(self._backend, GallerySource)

    @property
    def finds_makers(self) -> bool:
        """Whether this kind of server knows which job made a picture."""
        return isinstance(self._backend, JobFinder)

    def star(self, refs: Sequence[MediaRef], starred: bool) -> None:
        """Star pictures, or take the stars away."""
        if self._keeper is not None and refs:
            self._infos.change(refs, starred=starred)
            self._start(self._star(self._keeper, tuple(refs), starred))

    def move(self, refs: Sequence[MediaRef], board: BoardKey) -> None:
        """Put pictures on a board; ``moved`` follows."""
        if self._keeper is None or not refs:
            return
        opened = self._boards.opened
        here = opened is not None and opened.board != board and opened.board.board_id
        if opened is not None and here and any(b.is_own for b in self._pair(opened.board, board)):
            names = set(opened.model.names)
            self._count([ref for ref in refs if ref.name in names], opened.board, board)
            opened.remove(refs)
        self._infos.change(refs, board_id=_native(board))
        self._start(self._move(self._keeper, tuple(refs), board))

    def explain(self, ref: MediaRef, ticket: str) -> None:
        """Ask how a picture was made; ``details_read`` follows with the ticket.

        While the server is away the index answers.
        """
        if isinstance(self._backend, GallerySource):
            self._start(self._explain(self._backend, ref, ticket))

    def read_values(self, ref: MediaRef, ticket: str) -> None:
        """Ask for a picture's workflow with its values; ``values_read`` follows."""
        if isinstance(self._backend, WorkflowSource):
            self._start(self._read_values(self._backend, ref, ticket))

    def find_maker(self, ref: MediaRef) -> None:
        """Ask which job made a picture; ``maker_found`` follows, or a notice."""
        if isinstance(self._backend, JobFinder):
            self._tasks.start(self._find(self._backend, ref), "find maker", replace=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(work, f"change pictures {next(_numbers)}")

    def _pair(self, *keys: BoardKey) -> list[Board]:
        return [board for key in keys if (board := self._boards.board(key)) is not None]

    def _count(self, refs: Sequence[MediaRef], source: BoardKey, target: BoardKey) -> None:
        """Let the counts follow at once; the server says the true ones in a moment."""
        infos = (self._infos.info(ref) for ref in refs)
        assets = sum(info is not None and info.is_asset for info in infos)
        images = len(refs) - assets

        def counted(board: Board) -> Board:
            sign = {source: -1, target: 1}.get(board.key, 0)
            return replace(
                board,
                image_count=max(0, board.image_count + sign * images),
                asset_count=max(0, board.asset_count + sign * assets),
            )

        self._boards.amend(counted)

    async def _star(self, keeper: PictureKeeper, refs: tuple[MediaRef, ...], starred: bool) -> None:
        failed: Sequence[MediaRef] = refs
        try:
            failed = await keeper.star_pictures(refs, starred)
        except ApiError as error:
            self._tell(error)
        else:
            self._tell_failed("not_starred", len(failed))
        self._infos.change(failed, starred=not starred)
        opened = self._boards.opened
        if opened is not None and opened.view.starred_first:
            opened.reload()

    async def _move(
        self, keeper: PictureKeeper, refs: tuple[MediaRef, ...], board: BoardKey
    ) -> None:
        failed: Sequence[MediaRef] = refs
        try:
            failed = await keeper.move_pictures(refs, board.board_id)
        except ApiError as error:
            self._tell(error)
        else:
            self._tell_failed("not_moved", len(failed))
        self._boards.reload()
        if failed:
            self._infos.renew()
        if moved := tuple(ref for ref in refs if ref not in failed):
            self.moved.emit(moved, board)

    async def _explain(self, source: GallerySource, ref: MediaRef, ticket: str) -> None:
        details = None
        try:
            details = await source.picture_details(ref)
        except ApiError as error:
            if isinstance(error, Unreachable):
                details = await self._local.details(ref)
            if details is None:
                self._tell(error)
        self.details_read.emit(ticket, details)

    async def _read_values(self, source: WorkflowSource, ref: MediaRef, ticket: str) -> None:
        form = None
        try:
            form = await source.image_workflow(ref)
        except ApiError as error:
            self._tell(error)
        self.values_read.emit(ticket, form)

    async def _find(self, finder: JobFinder, ref: MediaRef) -> None:
        try:
            job_id = await finder.job_of_picture(ref)
        except ApiError as error:
            self._tell(error)
            return
        if job_id is not None:
            self.maker_found.emit(ref, JobKey(ref.server_id, job_id))
        else:
            self._notices.problem(Problem("maker_unknown"), key="maker", level=Level.INFO)

    def _tell_failed(self, code: str, count: int) -> None:
        if count:
            self._notices.problem(Problem(code, {"count": count}), key=f"pictures:{code}")

    def _tell(self, error: ApiError) -> None:
        key = f"pictures:{error.problem.code}"
        self._notices.problem(error.problem, detail=error.detail, key=key)


def _native(board: BoardKey) -> str | None:
    return None if board.board_id == UNCATEGORIZED else board.board_id

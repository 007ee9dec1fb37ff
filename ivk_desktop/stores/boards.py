"""The boards of one server, and the pictures of the one that is looked at."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, BoardSource, VideoSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.stores.listing import Listing
from ivk_desktop.stores.media_list import NamesModel
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

_numbers = count()


class BoardPictures(Listing[ImageName]):
    """The names of one board's pictures, or videos, newest first, as a Qt list model."""

    def __init__(
        self,
        board: BoardKey,
        source: BoardSource,
        tasks: Tasks,
        parent: QObject,
        *,
        assets: bool = False,
        kind: MediaKind = MediaKind.IMAGE,
    ) -> None:
        name = f"pictures of {board.board_id} {next(_numbers)}"
        super().__init__(tasks, name, offered=True, parent=parent)
        self.board = board
        self._assets = assets
        self._kind = kind
        self.model = NamesModel(board.server_id, self)
        self._source = source

    async def _read(self) -> Sequence[ImageName]:
        board_id = self.board.board_id
        if self._kind is not MediaKind.VIDEO:
            return await self._source.image_names(board_id, assets=self._assets)
        if not isinstance(self._source, VideoSource):
            return ()
        return await self._source.video_names(board_id, assets=self._assets)

    def _items_changed(self) -> None:
        self.model.set_names(self.items)


class BoardStore(Listing[Board]):
    """All boards of one server, Uncategorized first.

    A backend without boards leaves the list ``NOT_OFFERED``.
    """

    found = Signal(object, object)
    """A ``MediaRef`` and the ``Board`` it is on; see ``find``."""

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        self._source = backend if isinstance(backend, BoardSource) else None
        super().__init__(tasks, "boards", self._source is not None, parent)
        self._open: BoardPictures | None = None

    def board(self, key: BoardKey) -> Board | None:
        """One board, or ``None`` when the server lists it no more."""
        return next((board for board in self.items if board.key == key), None)

    def open(self, key: BoardKey) -> BoardPictures | None:
        """Look at one board: its pictures are read, those of the board before are dropped."""
        if self._source is None:
            return None
        if self._open is not None and self._open.board == key:
            self._open.reload()
            return self._open
        if self._open is not None:
            self._open.deleteLater()
        self._open = BoardPictures(key, self._source, self._tasks, self)
        self._open.reload()
        return self._open

    def browse(
        self,
        key: BoardKey,
        parent: QObject,
        *,
        assets: bool = False,
        kind: MediaKind = MediaKind.IMAGE,
    ) -> BoardPictures | None:
        """Look at a board beside the one that is open; who asks owns what is found."""
        if self._source is None:
            return None
        pictures = BoardPictures(key, self._source, self._tasks, parent, assets=assets, kind=kind)
        pictures.reload()
        return pictures

    def find(self, ref: MediaRef) -> None:
        """Ask on which board a picture is; ``found`` follows if it is on one."""
        if self._source is not None:
            self._tasks.start(self._find(self._source, ref), "find board", replace=True)

    async def _find(self, source: BoardSource, ref: MediaRef) -> None:
        try:
            infos = await source.images([ref.name])
        except ApiError as error:
            log.warning("the board of a picture was not found: %s", error)
            return
        for info in infos:
            key = BoardKey(ref.server_id, BoardId(info.board_id or UNCATEGORIZED))
            if board := self.board(key):
                self.found.emit(ref, board)

    def reload(self) -> None:
        """Read the boards, and the names of the one that is looked at."""
        super().reload()
        self.reload_pictures()

    def reload_pictures(self) -> None:
        """Read the names of the board that is looked at."""
        if self._open is not None:
            self._open.reload()

    def mark_stale(self) -> None:
        """Keep what is shown, and say that it may be out of date."""
        super().mark_stale()
        if self._open is not None:
            self._open.mark_stale()

    async def _read(self) -> Sequence[Board]:
        assert self._source is not None
        return await self._source.boards()

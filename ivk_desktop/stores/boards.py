"""The boards of one server, and the pictures of the one that is looked at."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count, filterfalse
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, BoardSource, GallerySource, VideoSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey, GalleryView, SearchBy
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.orders import merged
from ivk_desktop.domain.picture_search import parse
from ivk_desktop.stores.listing import Listing, ListState
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.media_list import NamesModel
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.trash import Trash
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

_numbers = count()


class BoardPictures(Listing[ImageName]):
    """The names of what is on one board, in the order that is asked for, as a Qt list model.

    Pictures and videos, or ``only`` one of both. What is in the trash is left out.
    """

    def __init__(
        self,
        board: BoardKey,
        source: BoardSource,
        tasks: Tasks,
        parent: QObject,
        *,
        assets: bool = False,
        only: MediaKind | None = None,
        trash: Trash | None = None,
        local: LocalGallery | None = None,
    ) -> None:
        name = f"pictures of {board.board_id} {next(_numbers)}"
        super().__init__(tasks, name, offered=True, parent=parent)
        self.board = board
        self.view = GalleryView(board.board_id, assets)
        self._only = only
        self.model = NamesModel(board.server_id, self)
        self._source = source
        self._trash = trash
        self.local = local or LocalGallery(board.server_id, None, Ratings(), tasks, self)
        self.is_recalled = False
        """Whether the local index has told what is shown: the server was away."""
        self._listed: tuple[ImageName, ...] = ()
        """What the server listed, with what is in the trash."""
        if trash is not None:
            trash.hidden.connect(self._hide)
            trash.restored.connect(self._filter)

    @property
    def sorts(self) -> bool:
        """Whether the server sorts and searches."""
        return self._only is None and isinstance(self._source, GallerySource)

    def set_view(self, view: GalleryView) -> None:
        """Look at other pictures of the board, or in another order."""
        if view != self.view:
            self.view = view
            self.reload()

    def remove(self, refs: Iterable[MediaRef]) -> None:
        """Take pictures out at once: they are on another board now."""
        names = {ref.name for ref in refs}
        self._listed = _but(self._listed, names)
        self._hide(refs)

    def mark_stale(self) -> None:
        """Keep what is shown, or show what is known of it without the server."""
        super().mark_stale()
        if self.local.is_usable and self.state in (ListState.UNREAD, ListState.ERROR):
            self.reload()

    async def _read_once(self) -> None:
        if self.local.online or not await self._recall():
            await super()._read_once()

    async def _recall(self) -> bool:
        """Show what the index knows; whether it has heard of the server at all."""
        view, local = self.view, self.local
        _, heard_at = await local.boards()
        if heard_at is None:
            return False
        names = await local.find(view, parse(view.search))
        if view.rated_first:
            names = await local.rated_first(names)
        if view == self.view:
            self._take_recalled(tuple(names), heard_at)
        return True

    async def _read(self) -> Sequence[ImageName]:
        view = self.view
        names = await self._found(view) if view.search else await self._names(view)
        if view.rated_first:
            names = await self.local.rated_first(names)
        return names if view == self.view else self._listed

    async def _found(self, view: GalleryView) -> Sequence[ImageName]:
        """What is searched, by whom the view names."""
        local, query = self.local, parse(view.search)
        if not local.is_usable or view.by is SearchBy.SERVER:
            return await self._names(view)
        names = await local.find(view, query)
        if view.by is SearchBy.INDEX or not query.is_plain or local.count.is_complete:
            return names
        return merged(await self._names(view), names)

    async def _names(self, view: GalleryView) -> Sequence[ImageName]:
        if self._only is MediaKind.VIDEO:
            if not isinstance(self._source, VideoSource):
                return ()
            return await self._source.video_names(view.board_id, assets=view.assets)
        if self._only is None and isinstance(self._source, GallerySource):
            return await self._source.gallery_names(view)
        return await self._source.image_names(view.board_id, assets=view.assets)

    def _take(self, items: tuple[ImageName, ...]) -> None:
        self.is_recalled = False
        super()._take(self._filtered(items))

    def _take_recalled(self, items: tuple[ImageName, ...], as_of: float) -> None:
        self.is_recalled = True
        super()._take_recalled(self._filtered(items), as_of)

    def _filtered(self, items: tuple[ImageName, ...]) -> tuple[ImageName, ...]:
        self._listed = items
        if self._trash is not None and (refs := self._trash.refs):
            return _but(items, {ref.name for ref in refs})
        return items

    def _filter(self, _refs: object = None) -> None:
        if self._as_of is not None and self.is_recalled:
            self._take_recalled(self._listed, self._as_of)
        elif self._as_of is not None:
            self._take(self._listed)

    def _hide(self, refs: Iterable[MediaRef]) -> None:
        self.model.remove([ref.name for ref in refs])
        if len(self.model.names) != len(self._items):
            self._items = tuple(self.model.names)
            self.changed.emit()
            if not self._items and self._state is ListState.READY:
                self._set_state(ListState.EMPTY)

    def _items_changed(self) -> None:
        self.model.set_names(self.items)


class BoardStore(Listing[Board]):
    """All boards of one server, Uncategorized first; what is in the trash is not counted.

    A backend without boards leaves the list ``NOT_OFFERED``.
    """

    found = Signal(object, object)
    """A ``MediaRef`` and the ``Board`` it is on; see ``find``."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        parent: QObject | None = None,
        trash: Trash | None = None,
        local: LocalGallery | None = None,
    ) -> None:
        self._source = backend if isinstance(backend, BoardSource) else None
        super().__init__(tasks, "boards", self._source is not None, parent)
        self._open: BoardPictures | None = None
        self._trash = trash
        self._local = local
        self._listed: tuple[Board, ...] = ()
        if trash is not None:
            trash.changed.connect(self._recount)

    @property
    def opened(self) -> BoardPictures | None:
        """The board that is looked at."""
        return self._open

    def amend(self, change: Callable[[Board], Board]) -> None:
        """Show at once what this app changes of boards, until they are read again."""
        self._listed = tuple(map(change, self._listed))
        self._recount()

    def forget(self, key: BoardKey) -> None:
        """Show a board no more: this app deletes it."""
        self._listed = tuple(board for board in self._listed if board.key != key)
        self._recount()

    def _take(self, items: tuple[Board, ...]) -> None:
        self._listed = items
        super()._take(self._counted(items))

    def _recount(self) -> None:
        if self._as_of is not None:
            self._items = self._counted(self._listed)
            self.changed.emit()

    def _counted(self, boards: tuple[Board, ...]) -> tuple[Board, ...]:
        found = self._trash.deletions if self._trash is not None else ()
        away = Counter(_pile(one.info) for one in found if one.info is not None)
        return tuple(_without(board, away) for board in boards) if away else boards

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
        self._open = self._pictures(self._source, key, self)
        self._open.reload()
        return self._open

    def browse(
        self,
        key: BoardKey,
        parent: QObject,
        *,
        assets: bool = False,
        only: MediaKind | None = None,
    ) -> BoardPictures | None:
        """Look at a board beside the one that is open, at all or ``only`` pictures or videos.

        Who asks owns what is found.
        """
        if self._source is None:
            return None
        pictures = self._pictures(self._source, key, parent, assets=assets, only=only)
        pictures.reload()
        return pictures

    def _pictures(
        self, source: BoardSource, key: BoardKey, parent: QObject, **what: Any
    ) -> BoardPictures:
        what |= {"trash": self._trash, "local": self._local}
        return BoardPictures(key, source, self._tasks, parent, **what)

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
        """Keep what is shown, or what the index knows, and say that it may be out of date."""
        super().mark_stale()
        if self._local is not None and self._state in (ListState.UNREAD, ListState.ERROR):
            self._tasks.start(self._recall(self._local), "recall boards", replace=True)
        if self._open is not None:
            self._open.mark_stale()

    async def _recall(self, local: LocalGallery) -> None:
        boards, heard_at = await local.boards()
        if heard_at is not None and not local.online:
            self._take_recalled(tuple(boards), heard_at)

    def _take_recalled(self, items: tuple[Board, ...], as_of: float) -> None:
        self._listed = items
        super()._take_recalled(self._counted(items), as_of)

    async def _read(self) -> Sequence[Board]:
        assert self._source is not None
        return await self._source.boards()


class DateBoards(Listing[Board]):
    """The days on which pictures came, newest first, each as a board; read when looked at."""

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        self._source = backend if isinstance(backend, GallerySource) else None
        super().__init__(tasks, "days", self._source is not None, parent)

    @property
    def offered(self) -> bool:
        """Whether this kind of server files pictures by date."""
        return self._source is not None

    async def _read(self) -> Sequence[Board]:
        assert self._source is not None
        return await self._source.date_boards()


def _but(names: tuple[ImageName, ...], away: set[ImageName]) -> tuple[ImageName, ...]:
    """All but some names, without a step of Python for each of 100,000."""
    return tuple(filterfalse(away.__contains__, names))


def _pile(info: ImageInfo) -> tuple[str, str]:
    """The board of a picture, and which of its counts it is in."""
    kind = "video" if info.ref.kind is MediaKind.VIDEO else "asset" if info.is_asset else "image"
    return info.board_id or UNCATEGORIZED, kind


def _without(board: Board, away: Counter[tuple[str, str]]) -> Board:
    """A board with its counts less what is in the trash."""
    images, assets, videos = (away[board.key.board_id, k] for k in ("image", "asset", "video"))
    if not (images or assets or videos):
        return board
    return replace(
        board,
        image_count=max(0, board.image_count - images),
        asset_count=max(0, board.asset_count - assets),
        video_count=max(0, board.video_count - videos),
    )

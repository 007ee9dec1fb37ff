"""What a person wants done with the pictures of a stage: by its grids, its keys, its menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui.media_mime import Drop
from ivk_desktop.ui.pictures.acts import OffersOf
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.pages import BoardPage
from ivk_desktop.ui.stage.picture_menu import PictureActions
from ivk_desktop.ui.stage.stores import PictureStores

Refs = Sequence[MediaRef]


class Wishes(QObject):
    """Gathers the wishes; others carry them out."""

    acted = Signal(object, object, object)
    """An ``Act``, a tuple of ``MediaRef``, and the ``FieldId`` or place that belongs to it."""
    dropped = Signal(object, object)
    """A ``BoardKey`` and the ``Drop`` that was let go over its pictures."""
    upload_requested = Signal(object)
    """The ``BoardKey`` to upload files to."""
    drag_requested = Signal(object, object)
    """A tuple of ``MediaRef`` and the widget that they are dragged out of."""

    def __init__(
        self, actions: PictureActions, results: PictureGrid, board_page: BoardPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._board_page = board_page
        actions.acted.connect(self.acted)
        self._grids = (results, board_page.grid)
        for grid in self._grids:
            self._listen(grid)
        board_page.grid.input.dropped.connect(self._dropped)
        board_page.bar.upload_requested.connect(self._upload)

    @property
    def offers_of(self) -> OffersOf:
        """Tells what can be done with pictures."""
        return self._actions.offers_of

    def set_offers(self, offers_of: OffersOf) -> None:
        """Learn from ``offers_of`` what can be done with pictures."""
        self._actions.offers_of = offers_of

    def set_stores(self, stores: PictureStores | None) -> None:
        """Mark stars, ratings and tags in the grids by what these know; ``None`` marks none."""
        infos, ratings = (stores.infos, stores.ratings) if stores is not None else (None, None)
        for grid in self._grids:
            grid.set_marks(infos, ratings)

    def pass_on(self, other: Wishes) -> None:
        """Take the wishes of another stage for one's own."""
        other.set_offers(lambda refs: self.offers_of(refs))
        for name in ("acted", "dropped", "upload_requested", "drag_requested"):
            getattr(other, name).connect(getattr(self, name))

    def _listen(self, grid: PictureGrid) -> None:
        wishes = grid.input
        wishes.drag_requested.connect(
            lambda: self.drag_requested.emit(tuple(grid.selected()), grid)
        )

    def _dropped(self, drop: Drop) -> None:
        if (board := self._board_page.board) is not None:
            self.dropped.emit(board, drop)

    def _upload(self) -> None:
        if (board := self._board_page.board) is not None:
            self.upload_requested.emit(board)

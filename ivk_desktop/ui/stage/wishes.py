"""What a person wants done with the pictures of a stage: by its grids, its keys, its menus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui.media_mime import Drop
from ivk_desktop.ui.pictures.acts import Act, OffersOf
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

    def key(self, event: QKeyEvent, refs: Refs) -> bool:
        """The keys of a grid for pictures that stand elsewhere; whether it was one."""
        key = Qt.Key(event.key())
        if not refs:
            return False
        if key is Qt.Key.Key_Delete:
            self._delete(refs, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key is Qt.Key.Key_S and not event.modifiers():
            self._star(refs)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._actions.copy_many(refs)
        else:
            return False
        return True

    def _listen(self, grid: PictureGrid) -> None:
        wishes = grid.input
        wishes.delete_requested.connect(lambda good: self._delete(grid.selected(), good))
        wishes.star_requested.connect(lambda: self._star(grid.selected()))
        wishes.copy_requested.connect(lambda: self._actions.copy_many(grid.selected()))
        wishes.move_requested.connect(partial(self._move, grid))
        wishes.drag_requested.connect(
            lambda: self.drag_requested.emit(tuple(grid.selected()), grid)
        )

    def _delete(self, refs: Refs, for_good: bool) -> None:
        if refs:
            self.acted.emit(Act.DELETE_NOW if for_good else Act.DELETE, tuple(refs), None)

    def _star(self, refs: Refs) -> None:
        if refs:
            starred = self.offers_of(refs).starred
            self.acted.emit(Act.UNSTAR if starred else Act.STAR, tuple(refs), None)

    def _move(self, grid: PictureGrid) -> None:
        if refs := tuple(grid.selected()):
            at = grid.viewport().mapToGlobal(grid.viewport().rect().center())
            self.acted.emit(Act.MOVE, refs, at)

    def _dropped(self, drop: Drop) -> None:
        if (board := self._board_page.board) is not None:
            self.dropped.emit(board, drop)

    def _upload(self) -> None:
        if (board := self._board_page.board) is not None:
            self.upload_requested.emit(board)

"""Looking closely at the pictures of a stage: which are meant by keys, and how they are opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject, QPoint
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.refs_model import RefsModel
from ivk_desktop.ui.key_actions import KeyActions
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.stage.notes import LETTERS, Notes
from ivk_desktop.ui.stage.picks_bar import PicksBar
from ivk_desktop.ui.stage.picture_keys import PictureKeys
from ivk_desktop.ui.stage.picture_table import PICTURE_SPECS, STAGE_SPECS, VIEWER_SPECS
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.stage.viewing import Viewing

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.stage import Stage


class Looking(QObject):
    """Joins the pages of a stage to what is done with their pictures by keys, and to viewers."""

    def __init__(self, stage: Stage, levels: QStackedWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._levels = levels
        self._stores: PictureStores | None = None
        actions = stage.actions_of_picture
        self.notes = Notes(self)
        self.keys = PictureKeys(
            (*STAGE_SPECS, *PICTURE_SPECS), self.refs, actions, self.notes, self
        )
        self.viewer_keys = KeyActions(VIEWER_SPECS, self)
        """For the list of all keys; each viewer has actions of its own."""
        self.picks = PicksBar(self.notes)
        self.viewing = Viewing(levels, actions, self.notes, stage.live.canvas, stage)
        self._connect()

    def set_stores(self, stores: PictureStores | None) -> None:
        """Look at these pictures; ``None`` closes all."""
        self.viewing.set_stores(stores)
        self.notes.set_stores(stores)
        self._stores = stores

    def all_keys(self) -> tuple[QAction, ...]:
        """Every action that has a key for pictures, for the list of them."""
        for action in self.viewer_keys:
            action.setVisible(True)
        return (*self.keys, *self.viewer_keys)

    def refs(self) -> list[MediaRef]:
        """The pictures that keys are meant for now."""
        if (viewer := self.viewing.current()) is not None:
            return viewer.refs()
        if (grid := self.grid()) is not None:
            return grid.selected()
        ref = self._stage.showing.ref
        return [ref] if ref is not None else []

    def grid(self) -> PictureGrid | None:
        """The grid of the page that is shown."""
        stage = self._stage
        grids = {Page.RESULTS: stage.results_page.grid, Page.BOARD: stage.board_page.grid}
        return grids.get(stage.page)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; returns whether it is one of these."""
        return self.keys.press(event)

    def open_large(self, ref: MediaRef | None = None) -> None:
        """Show a picture over the whole screen; without one what keys are meant for, or a preview.

        What is in the viewer of the stage already is taken there as it is.
        """
        self._stage.touch()
        refs = [ref] if ref is not None else self.refs()
        if ref is None and self.viewing.is_open:
            self.viewing.enlarge()
        elif refs:
            self.viewing.open_full(*self._place_of(refs[0]))
        else:
            self.viewing.open_image()

    def open(self) -> None:
        """Show the picture that keys are meant for in the stage."""
        self._stage.touch()
        for ref in self.refs()[:1]:
            self.viewing.open(*self._place_of(ref))

    def compare(self) -> None:
        """Compare what is chosen, if that is some; else what was picked for it."""
        chosen = tuple(self.refs())
        if 2 <= len(chosen) <= len(LETTERS):
            self.notes.compare_only(chosen)
        self.viewing.open_compare(self.notes.compared)

    def tell(self, *_: object) -> None:
        """Say which picture of the page is looked at: in a grid the one with the ring."""
        if self.viewing.current() is not None:
            return
        grid = self.grid()
        ref = grid.ref(grid.current) if grid is not None else self._stage.showing.ref
        self._stage.ref_shown.emit(ref)

    # --- inside --------------------------------------------------------------------------
    def _place_of(self, ref: MediaRef) -> tuple[QAbstractItemModel, int]:
        """The list that a picture is walked through from, and its row there."""
        grid = self.grid()
        if grid is not None and grid.model is not None and grid.ref(grid.current) == ref:
            return grid.model, grid.current
        results = self._stores.results if self._stores is not None else None
        result = results.result(ref) if results is not None else None
        if results is None or result is None:
            return RefsModel([ref]), 0
        return results, results.results.index(result)

    def _looked_at(self, ref: MediaRef | None) -> None:
        """The page below follows the picture that is looked at large."""
        viewer = self.viewing.current()
        sequence = viewer.sequence if viewer is not None else None
        if ref is None or viewer is None or viewer.is_comparing:
            return
        grid = self.grid()
        if sequence is not None and grid is not None and sequence.model is grid.model:
            grid.set_current(sequence.row)
        elif grid is None and self._stores is not None and self._stores.results.result(ref):
            self._stage.follow_look(ref)
        self._stage.ref_shown.emit(ref)

    def _activated(self, row: int) -> None:
        self._stage.touch()
        if (grid := self.grid()) is not None:
            self.viewing.open(grid.model, row)

    def _enlarged(self, row: int) -> None:
        self._stage.touch()
        if (grid := self.grid()) is not None:
            self.viewing.open_full(grid.model, row)

    def _compare_picked(self) -> None:
        self.viewing.open_compare(self.notes.compared)

    def _clear_marks(self) -> None:
        self._stage.actions_of_picture.clear_marks(self.notes.marked)

    def _left(self, with_focus: bool) -> None:
        self.tell()
        if with_focus:
            (self.grid() or self._stage.live.canvas).setFocus()

    def _middle(self) -> QPoint:
        return self._levels.mapToGlobal(self._levels.rect().center())

    def _connect(self) -> None:
        stage, viewing, keys = self._stage, self.viewing, self.keys
        viewing.looked_at.connect(self._looked_at)
        viewing.left.connect(self._left)
        viewing.compared.connect(stage.refs_compared)
        viewing.facts_requested.connect(stage.facts_requested)
        keys.on("picture.open", self.open)
        keys.on("picture.large", self._enlarge)
        keys.facts_requested.connect(stage.facts_requested)
        keys.compare_requested.connect(self.compare)
        keys.place_of = self._middle
        self.picks.compare_requested.connect(self._compare_picked)
        self.picks.delete_requested.connect(keys["picture.delete_marked"].trigger)
        self.picks.clear_requested.connect(self._clear_marks)
        stage.header.tabs.tabBarClicked.connect(viewing.leave)
        for grid in (stage.results_page.grid, stage.board_page.grid):
            grid.activated.connect(self._activated)
            grid.enlarged.connect(self._enlarged)
            grid.marks.set_notes(self.notes)
            grid.selection_changed.connect(self.tell)

    def _enlarge(self) -> None:
        self.open_large()

"""Opening pictures large: in the stage, over the whole screen, some beside each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batch_results import BatchResults
from ivk_desktop.stores.refs_model import RefsModel
from ivk_desktop.ui.pictures.acts import Act
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.stage.notes import Notes
from ivk_desktop.ui.stage.picture_menu import PictureActions
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.viewer.full_screen import FullScreen
from ivk_desktop.ui.viewer.sequence import Sequence
from ivk_desktop.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.stage import Stage


BEYOND = frozenset({Act.USE_VALUES, Act.USE_IMAGE, Act.SEND_PROMPT, Act.SEND_SEED, Act.SHOW_MAKER})
"""What these come to is seen in the form or the queue."""


class Viewing(QObject):
    """Owns the viewer that covers the pages of a stage, and the one over the whole screen."""

    looked_at = Signal(object)
    """The ``MediaRef`` that is looked at large, or ``None``."""
    compared = Signal(object)
    """A tuple of ``MediaRef`` that are compared, empty when none are any more."""
    left = Signal(bool)
    """The viewer in the stage was left: whether the keyboard was in it."""
    facts_requested = Signal()
    menu_requested = Signal(object, object)
    """A tuple of ``MediaRef`` and a global position."""

    def __init__(
        self,
        levels: QStackedWidget,
        actions: PictureActions,
        notes: Notes,
        canvas: Canvas,
        parent: Stage,
    ) -> None:
        super().__init__(parent)
        self._levels = levels
        self._actions = actions
        self._notes = notes
        self._canvas = canvas
        self._widget = parent
        self._stores: PictureStores | None = None
        self.viewer: Viewer | None = None
        """In the stage, from when it is first wanted."""
        self.full: FullScreen | None = None
        self.make_facts: Callable[[], QWidget] | None = None
        """Makes what tells of pictures beside those over the whole screen."""
        self.make_status: Callable[[], QWidget] | None = None
        """Makes the line that says there what has happened."""
        notes.picked.connect(self._picked)
        actions.open_workflow_requested.connect(self._uncover)
        actions.acted.connect(self._acted)

    @property
    def is_open(self) -> bool:
        """Whether the viewer covers the pages of the stage."""
        return self.viewer is not None and self._levels.currentWidget() is self.viewer

    def set_stores(self, stores: PictureStores | None) -> None:
        """Look at these pictures; ``None`` closes all."""
        self.close()
        if self.full is not None:
            self.full.viewer.set_stores(stores)
        if self.viewer is not None:
            self.viewer.set_stores(stores)
        self._stores = stores

    # --- opening -------------------------------------------------------------------------
    def open(self, model: QAbstractItemModel | None, row: int) -> None:
        """Look at a picture of a list in the stage."""
        if model is not None and self._stores is not None:
            self._in_stage().open(_sequence(model, row))
            self._cover()

    def open_full(self, model: QAbstractItemModel | None, row: int) -> None:
        """Look at a picture of a list over the whole screen."""
        if model is not None and self._stores is not None:
            self._over_screen().open(_sequence(model, row))
            self._show_full()

    def open_image(self) -> None:
        """Show over the whole screen what is on the canvas of the stage."""
        if self._canvas.image is not None:
            self._over_screen().open_image(self._canvas.image, self._canvas.natural)
            self._show_full()

    def enlarge(self) -> None:
        """Take what is in the viewer of the stage over the whole screen."""
        viewer = self.viewer
        if viewer is None:
            return
        full, whole, refs = self._over_screen(), viewer.whole, viewer.refs()
        if whole is not None:
            sequence = Sequence(whole.model, whole.row)
            if refs:
                sequence.find(refs[0])
            full.open(sequence)
        if viewer.is_comparing:
            full.open_compare(viewer.compare.refs)
            full.compare.set_mode(viewer.compare.mode)
        self._show_full()

    def open_compare(self, refs: tuple[MediaRef, ...]) -> None:
        """Compare pictures in the stage, or where they are looked at over the whole screen."""
        if self._stores is None:
            return
        if self.full is not None and self.full.isVisible():
            self.full.viewer.open_compare(refs)
        elif self._in_stage().open_compare(refs):
            self._cover()

    def leave(self) -> None:
        """Show the pages of the stage again."""
        if self.viewer is not None and self.is_open:
            focus = QApplication.focusWidget()
            inside = focus is not None and (focus is self.viewer or self.viewer.isAncestorOf(focus))
            self._levels.setCurrentIndex(0)
            self.viewer.end()
            self.left.emit(inside)

    def uncover(self) -> None:
        """What a person has asked for from over the screen is to be seen in the window."""
        if self.full is not None and self.full.isActiveWindow():
            self.full.close()

    def leave_server(self, server_id: ServerId) -> None:
        """A server goes, or is hidden: no picture of it is looked at any more."""
        for viewer in self._viewers():
            if any(ref.server_id == server_id for ref in viewer.seen()):
                self.close()
                return

    def close(self) -> None:
        """Look at nothing large any more: what was walked through is about to go."""
        self.leave()
        if self.full is not None:
            self.full.close()

    def set_ground(self, ground: Ground) -> None:
        """Choose what lies behind pictures."""
        for viewer in self._viewers():
            viewer.set_ground(ground)

    def current(self) -> Viewer | None:
        """The viewer that is looked at, if one is."""
        if self.full is not None and self.full.isVisible():
            return self.full.viewer
        return self.viewer if self.is_open else None

    # --- inside --------------------------------------------------------------------------
    def _in_stage(self) -> Viewer:
        if self.viewer is None:
            self.viewer = Viewer(self._actions, self._notes)
            self._levels.addWidget(self.viewer)
            self.viewer.left.connect(self.leave)
            self.viewer.full_requested.connect(self.enlarge)
            self.viewer.keys.facts_requested.connect(self.facts_requested)
            self._wire(self.viewer)
        return self.viewer

    def _over_screen(self) -> Viewer:
        if self.full is None:
            makers = (self.make_facts, self.make_status)
            self.full = FullScreen(self._actions, self._notes, *makers, self._widget)
            self.full.picks.delete_requested.connect(self._delete_marked)
            self.full.picks.clear_requested.connect(self._clear_marks)
            self.full.picks.compare_requested.connect(self._compare)
            self._wire(self.full.viewer)
        return self.full.viewer

    def _wire(self, viewer: Viewer) -> None:
        viewer.set_stores(self._stores)
        viewer.set_ground(self._canvas.ground)
        viewer.shown.connect(self._shown)
        viewer.compared.connect(self.compared)
        viewer.menu_requested.connect(self.menu_requested)
        viewer.keys.compare_requested.connect(self._compare)
        viewer.keys.on("viewer.batch", self._batch)

    def _viewers(self) -> list[Viewer]:
        full = self.full.viewer if self.full is not None else None
        return [viewer for viewer in (self.viewer, full) if viewer is not None]

    def _cover(self) -> None:
        if self.viewer is not None:
            self._levels.setCurrentWidget(self.viewer)
            self.viewer.setFocus()

    def _show_full(self) -> None:
        if self.full is not None:
            self.full.viewer.set_ground(self._canvas.ground)
            self.full.come_up()

    def _shown(self, ref: MediaRef | None) -> None:
        if ref is not None and self._stores is not None:
            self._stores.results.mark_seen([ref])
        self.looked_at.emit(ref)

    def _acted(self, act: Act, *_: object) -> None:
        if act in BEYOND:
            self._uncover()

    def _uncover(self, *_: object) -> None:
        """What was asked for is to be seen in the window."""
        if self.full is not None:
            self.full.close()

    def _picked(self) -> None:
        """Other pictures are to be compared now."""
        for viewer in self._viewers():
            if viewer.is_comparing and not viewer.open_compare(self._notes.compared):
                viewer.stop_comparing()

    def _compare(self) -> None:
        self.open_compare(self._notes.compared)

    def _delete_marked(self) -> None:
        if (viewer := self.current()) is not None:
            viewer.keys["picture.delete_marked"].trigger()

    def _clear_marks(self) -> None:
        self._actions.clear_marks(self._notes.marked)

    def _batch(self, only: bool) -> None:
        """Walk through the batch of the picture alone, or through all of the list again."""
        viewer, stores = self.current(), self._stores
        if viewer is None or stores is None:
            return
        refs = viewer.refs()
        result = stores.results.result(refs[0]) if only and refs else None
        known = result is not None and stores.batch_of(result.job) is not None
        if result is None or not known or viewer.is_comparing:
            viewer.show_batch(None)
            return
        model = BatchResults(stores.results, stores.batch_of, result.job)
        viewer.show_batch(_sequence(model, model.row_of(refs[0])))


def _sequence(model: QAbstractItemModel, row: int) -> Sequence:
    """A place in a list; one that was made for it alone goes with it."""
    sequence = Sequence(model, row)
    if isinstance(model, RefsModel | BatchResults):
        model.setParent(sequence)
    return sequence

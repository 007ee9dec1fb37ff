"""The viewer: one large picture of a list, or some that are compared."""

from __future__ import annotations

from collections.abc import Sequence as Refs
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.stage.notes import Note, Notes
from ivk_desktop.ui.stage.picture_keys import PictureKeys
from ivk_desktop.ui.stage.picture_menu import PictureActions
from ivk_desktop.ui.stage.picture_table import PICTURE_SPECS, VIEWER_SPECS
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.stage.view_box import STEP
from ivk_desktop.ui.viewer.bar import ViewerBar
from ivk_desktop.ui.viewer.compare_view import CompareView
from ivk_desktop.ui.viewer.picture_view import PictureView
from ivk_desktop.ui.viewer.sequence import Sequence

SLIDE_MS = 4000
"""How long a picture of a slide show stays."""
MANY = 10
COMPARE_FROM = 2


class Viewer(QWidget):
    """Walks through a list by keys, slider or time; zooms, pans, compares.

    All that can be done with the picture that is meant goes through ``keys``.
    """

    shown = Signal(object)
    """The ``MediaRef`` that is looked at now, or ``None``."""
    compared = Signal(object)
    """A tuple of ``MediaRef`` that are compared now; an empty one when none are any more."""
    menu_requested = Signal(object, object)
    """A tuple of ``MediaRef`` and a global position."""
    full_requested = Signal()
    left = Signal()
    """The person wants to go back to where it was opened from."""

    def __init__(
        self, actions: PictureActions, notes: Notes, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self._view = f"viewer {id(self)}"
        self._stores: PictureStores | None = None
        self._sequence: Sequence | None = None
        self._whole: Sequence | None = None
        """The list that is shown again after only a batch of it was."""
        self.keys = PictureKeys((*PICTURE_SPECS, *VIEWER_SPECS), self.refs, actions, notes, self)
        self.picture = PictureView("viewer")
        self.compare = CompareView(self.keys)
        self.bar = ViewerBar(self.keys)
        self._pages = QStackedWidget()
        self._slides = QTimer(self, interval=SLIDE_MS)
        self._build()
        self._connect()
        self._connect_keys()

    # --- what others ask for -------------------------------------------------------------
    @property
    def sequence(self) -> Sequence | None:
        """The list that is walked through, and where in it."""
        return self._sequence

    @property
    def whole(self) -> Sequence | None:
        """The same list without the limits of a batch, where it was left for that."""
        return self._whole or self._sequence

    @property
    def is_comparing(self) -> bool:
        """Whether pictures are compared now."""
        return self._pages.currentWidget() is self.compare

    @property
    def canvas(self) -> Canvas:
        """The canvas that zoom is meant for."""
        return self.compare.canvas if self.is_comparing else self.picture.canvas

    def refs(self) -> list[MediaRef]:
        """The picture that keys are meant for, if there is one."""
        ref = self.compare.active if self.is_comparing else self.picture.ref
        return [ref] if ref is not None else []

    def seen(self) -> tuple[MediaRef, ...]:
        """All pictures that are looked at."""
        ref = self.picture.ref
        return (*self.compare.refs, *([ref] if ref is not None else ()))

    def set_stores(self, stores: PictureStores | None) -> None:
        """Show these pictures; ``None`` lets them go."""
        if stores is not self._stores:
            self.end()
            self._stores = stores
            self.picture.set_stores(stores)
            self.compare.set_stores(stores)

    def set_ground(self, ground: Ground) -> None:
        """Choose what lies behind pictures."""
        self.picture.canvas.set_ground(ground)
        self.compare.set_ground(ground)

    def open(self, sequence: Sequence) -> None:
        """Walk through a list from its place on; it belongs to the viewer from now on."""
        self.end()
        self._sequence = sequence
        sequence.setParent(self)
        sequence.changed.connect(self._moved)
        self._moved()
        self.setFocus()

    def open_image(self, image: QImage, natural: QSize | None = None) -> None:
        """Show what has no name, for example a preview."""
        self.end()
        self.picture.show_image(image, natural)
        self.tell()
        self.setFocus()

    def open_compare(self, refs: Refs[MediaRef]) -> bool:
        """Compare pictures; whether there are enough of them."""
        if len(refs) < COMPARE_FROM:
            return False
        self._stop_slides()
        self.compare.show_refs(refs)
        self._pages.setCurrentWidget(self.compare)
        self.tell()
        self.compared.emit(self.compare.refs)
        self.setFocus()
        return True

    def end_compare(self) -> None:
        """Go back to the one picture."""
        if self.is_comparing:
            self._pages.setCurrentWidget(self.picture)
            self.compare.show_refs(())
            self.tell()
            self.compared.emit(())

    def stop_comparing(self) -> None:
        """Go back to the one picture, or leave where there was none."""
        self.end_compare()
        if self._sequence is None:
            self.left.emit()

    def end(self) -> None:
        """Look at nothing, and hold no list."""
        self._stop_slides()
        self.end_compare()
        self.keys["viewer.batch"].setChecked(False)
        for sequence in (self._sequence, self._whole):
            if sequence is not None:
                sequence.changed.disconnect(self._moved)
                sequence.deleteLater()
        self._sequence = self._whole = None
        self.picture.forget()

    def show_batch(self, sequence: Sequence | None) -> None:
        """Walk through a part of the list for a while; ``None`` goes back to all of it."""
        self.keys["viewer.batch"].setChecked(sequence is not None)
        old, whole = self._sequence, self._whole or self._sequence
        if old is None or whole is None:
            return
        old.changed.disconnect(self._moved)
        if old is not whole:
            old.deleteLater()
        self._whole = whole if sequence is not None else None
        if sequence is None and old.ref is not None:
            whole.find(old.ref)
        self._sequence = sequence or whole
        self._sequence.setParent(self)
        self._sequence.changed.connect(self._moved)
        self._moved()

    # --- what happens --------------------------------------------------------------------
    def _moved(self) -> None:
        """The list stands elsewhere, or is another one."""
        sequence = self._sequence
        if sequence is None:
            return
        if sequence.ref is None:
            self.left.emit()  # nothing is left of it
            return
        if sequence.ref != self.picture.ref:
            self.picture.show_ref(sequence.ref, sequence.near())
        self.tell()

    def tell(self) -> None:
        """Say again what is looked at."""
        sequence = self._sequence
        if self.is_comparing:
            self.bar.show_place(self.compare.active_number, len(self.compare.refs))
        elif sequence is not None:
            self.bar.show_place(sequence.row, sequence.count)
        else:
            self.bar.show_place(0, 0)
        refs = self.refs()
        self._notes.show(self._view, refs)
        self.bar.show_note(self._notes.of(refs[0]) if refs else Note())
        self._tell_scale()
        self.keys.follow()
        self.shown.emit(refs[0] if refs else None)

    def _tell_scale(self) -> None:
        canvas = self.canvas
        self.bar.show_scale(canvas.scale if canvas.image is not None else None)

    def _noted(self, refs: tuple[MediaRef, ...]) -> None:
        shown = self.refs()
        if shown and shown[0] in refs:
            self.bar.show_note(self._notes.of(shown[0]))

    def _removed(self, ref: MediaRef) -> None:
        self._notes.toggle_compared([ref])

    # --- a person ------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys in."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Leave the zoom, then the comparison, then the viewer."""
        if self.canvas.zoom is not None:
            self.canvas.fit()
        elif self.is_comparing:
            self.stop_comparing()
        else:
            self.left.emit()

    def _step(self, by: int) -> None:
        if self.is_comparing:
            self.compare.step(by)
        elif self._sequence is not None:
            self._sequence.step(by)
            if self._slides.isActive():
                self._slides.start()  # the new picture has its whole time

    def _go(self, row: int) -> None:
        if self.is_comparing:
            self.compare.choose(row)
        elif self._sequence is not None:
            self._sequence.go(row)

    def _go_last(self) -> None:
        if self.is_comparing:
            self._go(len(self.compare.refs) - 1)
        elif self._sequence is not None:
            self._go(self._sequence.count - 1)

    def _slide(self) -> None:
        """The next picture, unless the one that is shown has not come yet."""
        waits = self.picture.canvas.image is None and self.picture.panel.message_text == ""
        if self._sequence is not None and not waits:
            self._sequence.step(1, around=True)

    def _play(self, on: bool) -> None:
        if on and not self.is_comparing and self._sequence is not None:
            self._slides.start()
        else:
            self._stop_slides()

    def _stop_slides(self) -> None:
        self._slides.stop()
        self.keys["viewer.play"].setChecked(False)

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Viewer"))
        for page in (self.picture, self.compare):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.bar)

    def _connect(self) -> None:
        self._notes.changed.connect(self._noted)
        self.picture.shown.connect(self._tell_scale)
        self.compare.active_changed.connect(self.tell)
        self.compare.mode_changed.connect(self._tell_scale)
        self.compare.removed.connect(self._removed)
        self.bar.slid.connect(self._go)
        self._slides.timeout.connect(self._slide)
        canvases = [pane.view.canvas for pane in self.compare.panes]
        difference = self.compare.difference
        difference.shown.connect(self._tell_scale)
        for canvas in (self.picture.canvas, self.compare.split, difference.canvas, *canvases):
            canvas.moved.connect(self._tell_scale)
            canvas.resized.connect(self._tell_scale)
            canvas.menu_requested.connect(self._menu)

    def _menu(self, at: object) -> None:
        self.menu_requested.emit(tuple(self.refs()), at)

    def _connect_keys(self) -> None:
        on = self.keys.on
        for name, by in (("previous", -1), ("next", 1), ("back_many", -MANY), ("on_many", MANY)):
            on(f"viewer.{name}", partial(self._stepped, by))
        on("viewer.first", partial(self._first))
        on("viewer.last", self._go_last)
        on("viewer.zoom_in", partial(self._zoom, STEP))
        on("viewer.zoom_out", partial(self._zoom, 1 / STEP))
        on("viewer.fit", self._fit)
        on("viewer.actual", self._toggle_actual)
        on("viewer.play", self._play)
        on("viewer.full", self.full_requested)
        on("viewer.leave", self.leave)

    def _stepped(self, by: int, *_: object) -> None:
        self._step(by)

    def _first(self, *_: object) -> None:
        self._go(0)

    def _zoom(self, factor: float, *_: object) -> None:
        self.canvas.zoom_by(factor)

    def _fit(self) -> None:
        self.canvas.fit()

    def _toggle_actual(self) -> None:
        self.canvas.toggle_actual_size()

"""Two to four pictures beside each other, or two in one place."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import theme
from ivk_desktop.ui.actions import tool_tip
from ivk_desktop.ui.key_actions import KeyActions
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.stage.notes import LETTERS
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.viewer.compare_pane import ComparePane
from ivk_desktop.ui.viewer.difference_view import DifferenceView
from ivk_desktop.ui.viewer.split_canvas import STEP, SplitCanvas
from ivk_desktop.ui.widgets import Chip


class CompareMode(IntEnum):
    """How pictures are compared; the last two are for exactly two."""

    SIDE = 0
    SLIDER = 1
    DIFFERENCE = 2


NARROW_PX = 560
MODE_KEYS = ("viewer.side", "viewer.slider", "viewer.difference")


class CompareView(QWidget):
    """Panes whose zoom and place go together; of them one is meant by the keys."""

    active_changed = Signal()
    removed = Signal(object)
    """The ``MediaRef`` that is not to be compared any more."""
    mode_changed = Signal()

    def __init__(self, keys: KeyActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stores: PictureStores | None = None
        self._refs: tuple[MediaRef, ...] = ()
        self._active = 0
        self.panes = [ComparePane(letter) for letter in LETTERS]
        self.split = SplitCanvas()
        self.split.setAccessibleName(self.tr("Both pictures, with a slider between them"))
        self.difference = DifferenceView()
        self.modes = QButtonGroup(self, exclusive=True)
        self.synced = Chip(self.tr("Zoom together"), "link")
        self.synced.setChecked(True)
        self._pages = QStackedWidget()
        self._grid = QGridLayout()
        self._build(keys)
        self._connect(keys)

    @property
    def refs(self) -> tuple[MediaRef, ...]:
        """The pictures that are compared."""
        return self._refs

    @property
    def active(self) -> MediaRef | None:
        """The picture that the keys are meant for."""
        return self._refs[self._active] if self._refs else None

    @property
    def active_number(self) -> int:
        """Which of the pictures that one is, from 0."""
        return self._active

    @property
    def mode(self) -> CompareMode:
        """How they are compared."""
        return CompareMode(self._pages.currentIndex())

    @property
    def canvas(self) -> Canvas:
        """The canvas that zoom and place are meant for."""
        if self.mode is CompareMode.SLIDER:
            return self.split
        if self.mode is CompareMode.DIFFERENCE:
            return self.difference.canvas
        return self.panes[self._active].view.canvas

    def set_stores(self, stores: PictureStores | None) -> None:
        """Take pictures from here; ``None`` lets them go."""
        self._stores = stores
        for pane in self.panes:
            pane.view.set_stores(stores)
        if stores is None:
            self.show_refs(())

    def set_ground(self, ground: Ground) -> None:
        """Choose what lies behind the pictures."""
        for canvas in (*(pane.view.canvas for pane in self.panes), self.split):
            canvas.set_ground(ground)

    def show_refs(self, refs: Sequence[MediaRef]) -> None:
        """Compare up to four pictures."""
        self._refs = tuple(refs)[: len(self.panes)]
        self._active = min(self._active, max(0, len(self._refs) - 1))
        for number, pane in enumerate(self.panes):
            shown = number < len(self._refs)
            pane.setVisible(shown)
            if shown:
                pane.show_ref(self._refs[number], self._refs[number].name)
            else:
                pane.view.forget()
        self._lay_out()
        pair = len(self._refs) == 2
        for button in self.modes.buttons()[1:]:
            button.setEnabled(pair)
        if not pair:
            self.set_mode(CompareMode.SIDE)
            self.split.clear()
            self.difference.clear()
        self._show_active()
        self._show_pair()

    def set_mode(self, mode: CompareMode) -> None:
        """Compare in another way; the last two need exactly two pictures."""
        if mode is not CompareMode.SIDE and len(self._refs) != 2:
            return
        self._pages.setCurrentIndex(mode)
        self.modes.button(mode).setChecked(True)
        self.synced.setVisible(mode is CompareMode.SIDE)
        self._show_pair()
        self.mode_changed.emit()

    def step(self, by: int) -> None:
        """Mean another picture, or move the slider."""
        if self.mode is CompareMode.SLIDER:
            self.split.move_split(by * STEP)
        elif self._refs:
            self.choose((self._active + by) % len(self._refs))

    def choose(self, number: int) -> None:
        """Mean one of the pictures, by its number from 0."""
        if number != self._active and number < len(self._refs):
            self._active = number
            self._show_active()

    # --- inside --------------------------------------------------------------------------
    def _show_active(self) -> None:
        for number, pane in enumerate(self.panes):
            pane.set_active(number == self._active)
        self.active_changed.emit()

    def _sync(self, canvas: Canvas) -> None:
        if self.synced.isChecked():
            for pane in self.panes[: len(self._refs)]:
                if pane.view.canvas is not canvas:
                    pane.view.canvas.follow(canvas.place)

    def _came(self) -> None:
        """A picture came: it is seen as the others are, and the pair may be whole."""
        if self.synced.isChecked() and self._refs:
            self._sync(self.panes[self._active].view.canvas)
        self._show_pair()

    def _show_pair(self) -> None:
        images = self._pair()
        if images is None:
            return
        one, other = images
        whole = all(pane.view.is_whole for pane in self.panes[:2])
        if self.mode is CompareMode.SLIDER:
            self.split.show_pair(one, other, self.panes[0].view.natural)
        workers = self._stores.media.workers if self._stores is not None else None
        if self.mode is CompareMode.DIFFERENCE and whole and workers is not None:
            self.difference.show_pair(one, other, workers)

    def _pair(self) -> tuple[QImage, QImage] | None:
        one, other = (pane.view.canvas.image for pane in self.panes[:2])
        if len(self._refs) != 2 or one is None or other is None:
            return None
        return one, other

    def _lay_out(self) -> None:
        columns = 2 if len(self._refs) == 4 else max(1, len(self._refs))
        for number, pane in enumerate(self.panes):
            self._grid.addWidget(pane, *divmod(number, columns))
        rows = -(-len(self._refs) // columns)
        for place in range(len(self.panes)):
            self._grid.setColumnStretch(place, int(place < columns))
            self._grid.setRowStretch(place, int(place < rows))

    def _connect(self, keys: KeyActions) -> None:
        for number, pane in enumerate(self.panes):
            pane.view.canvas.moved.connect(self._moved)
            pane.view.shown.connect(self._came)
            pane.chosen.connect(self._pane_chosen)
            pane.removed.connect(self._pane_removed)
            pane.setObjectName(str(number))
        self.synced.toggled.connect(self._came)
        self.modes.idClicked.connect(self._mode_clicked)
        for mode, key in zip(CompareMode, MODE_KEYS, strict=True):
            keys.on(key, self.modes.button(mode).click)

    def _mode_clicked(self, mode: int) -> None:
        self.set_mode(CompareMode(mode))

    def _moved(self) -> None:
        canvas = self.sender()
        if isinstance(canvas, Canvas):
            self._sync(canvas)

    def _pane_chosen(self) -> None:
        self.choose(int(self.sender().objectName()))

    def _pane_removed(self) -> None:
        number = int(self.sender().objectName())
        if number < len(self._refs):
            self.removed.emit(self._refs[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the word out where there is no room for it."""
        super().resizeEvent(event)
        self.synced.set_folded(event.size().width() < theme.px(NARROW_PX))

    def _build(self, keys: KeyActions) -> None:
        names = (self.tr("Side by side"), self.tr("Slider"), self.tr("Difference"))
        head = QFrame()
        head.setProperty("surface", "panel")
        head.setProperty("border", "bottom")
        line = QHBoxLayout(head)
        line.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        line.setSpacing(Space.S)
        for mode, name in zip(CompareMode, names, strict=True):
            button = Chip(name)
            button.setToolTip(tool_tip(keys[MODE_KEYS[mode]]))
            self.modes.addButton(button, mode)
            line.addWidget(button)
        self.modes.button(CompareMode.SIDE).setChecked(True)
        line.addStretch(1)
        line.addWidget(self.synced)
        side = QWidget()
        side.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        for page in (side, self.split, self.difference):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self._pages, 1)

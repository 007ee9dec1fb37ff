"""How a sheet is laid out: which axis runs along, which down, and the page of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ivk_desktop.domain.sheets import SheetAxis, SheetView, usual_view
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.sheets import texts
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton

COMBO_PX = 150


class ViewBar(QFrame):
    """Axes of one row are no matter; an axis that is chosen twice changes places."""

    changed = Signal()
    """``view`` is another."""
    output_changed = Signal(int)
    """Which of each item's pictures is to be shown, from 0."""
    zoomed = Signal(bool)
    """Larger, or smaller."""

    def __init__(self, axes: Sequence[SheetAxis], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = axes
        self.view: SheetView = usual_view(axes)
        self._wide = [number for number, axis in enumerate(axes) if len(axis) > 1]
        self.along = self._axis_combo(self.tr("Along"))
        self.down = self._axis_combo(self.tr("Down"))
        self.pages: dict[int, QuietCombo] = {}
        self._labels: dict[int, QLabel] = {}
        self.outputs = QuietCombo()
        self.outputs.setAccessibleName(self.tr("Picture of each item"))
        self.setProperty("surface", "panel")
        self.setProperty("border", "bottom")
        self._build()
        self.along.activated.connect(partial(self._chosen, self.along))
        self.down.activated.connect(partial(self._chosen, self.down))
        self.outputs.activated.connect(self.output_changed)
        self.set_outputs(1)
        self._show()

    def set_outputs(self, most: int) -> None:
        """Offer as many pictures as an item has at most; a choice of one takes no room."""
        if self.outputs.count() != most:
            chosen = max(0, self.outputs.currentIndex())
            self.outputs.clear()
            for number in range(1, most + 1):
                self.outputs.addItem(self.tr("Picture {number}").format(number=number))
            self.outputs.setCurrentIndex(min(chosen, most - 1))
        self.outputs.setVisible(most > 1)

    # --- inside --------------------------------------------------------------------------
    def _axis_combo(self, name: str) -> QuietCombo:
        combo = QuietCombo()
        combo.setAccessibleName(name)
        combo.setMaximumWidth(theme.px(COMBO_PX))
        for number in self._wide:
            combo.addItem(texts.axis_title(self._axes[number]), number)
        combo.addItem(self.tr("Nothing"), -1)
        return combo

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        for combo, text in ((self.along, self.tr("Along")), (self.down, self.tr("Down"))):
            row.addWidget(self._label(text, combo))
            row.addWidget(combo)
        for number in self._wide if len(self._wide) > 1 else ():
            axis = self._axes[number]
            combo = self.pages[number] = QuietCombo()
            combo.setAccessibleName(texts.axis_title(axis))
            combo.setMaximumWidth(theme.px(COMBO_PX))
            combo.addItems([" ".join(label.split()) for label in axis.labels])
            combo.activated.connect(partial(self._paged, number))
            self._labels[number] = self._label(texts.axis_title(axis), combo)
            row.addWidget(self._labels[number])
            row.addWidget(combo)
        row.addStretch(1)
        row.addWidget(self.outputs)
        for icon, name, larger in (
            ("zoom-out", self.tr("Smaller pictures (-)"), False),
            ("zoom-in", self.tr("Larger pictures (+)"), True),
        ):
            button = IconButton(icon, name)
            button.clicked.connect(partial(self._zoom, larger))
            row.addWidget(button)

    def _label(self, text: str, combo: QuietCombo) -> QLabel:
        label = QLabel(text)
        label.setProperty("tone", "text2")
        label.setBuddy(combo)
        return label

    def _zoom(self, larger: bool, *_: object) -> None:
        self.zoomed.emit(larger)

    def _chosen(self, combo: QuietCombo, *_: object) -> None:
        number, x, y = combo.currentData(), self.view.x, self.view.y
        if combo is self.along:
            x, y = number, (x if number == y else y)
        else:
            x, y = (y if number == x else x), number
        self.view = replace(self.view, x=x, y=y)
        self._show()
        self.changed.emit()

    def _paged(self, number: int, row: int) -> None:
        page = list(self.view.page)
        page[number] = row
        self.view = replace(self.view, page=tuple(page))
        self.changed.emit()

    def show_page_of(self, rows: Sequence[int]) -> None:
        """Show the page on which a cell of these rows is."""
        self.view = replace(self.view, page=tuple(rows))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for combo, number in ((self.along, self.view.x), (self.down, self.view.y)):
            combo.setCurrentIndex(combo.findData(number))
            combo.setToolTip(combo.currentText())
        for number, combo in self.pages.items():
            shown = number not in (self.view.x, self.view.y)
            combo.setVisible(shown)
            self._labels[number].setVisible(shown)
            combo.setCurrentIndex(self.view.page[number])

"""The difference of two pictures, and how much of it there is in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ivk_desktop.domain import format as fmt
from ivk_desktop.stores.picture_difference import GAINS, Difference, difference
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui import reading
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.tokens import Space


class DifferenceView(QWidget):
    """Has the difference worked out off the UI thread; black is what both have in common."""

    shown = Signal()
    """A difference is on the canvas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Difference"))
        self.canvas.set_ground(Ground.DARK)
        self.gain = QuietCombo()
        self.gain.addItems([self.tr("Times {gain}").format(gain=gain) for gain in GAINS])
        self.gain.setAccessibleName(self.tr("Brightness"))
        self.gain.setToolTip(self.tr("How much the difference is brightened"))
        self.told = QLabel(wordWrap=True)
        self.told.setProperty("tone", "text2")
        self._pair: tuple[QImage, QImage] | None = None
        self._found: Difference | None = None
        self.gain.currentIndexChanged.connect(self._show)
        self._build()

    @property
    def found(self) -> Difference | None:
        """What was found; ``None`` while it is worked out."""
        return self._found

    def show_pair(self, one: QImage, other: QImage, workers: Workers) -> None:
        """Compare two pictures; the canvas keeps the difference of before meanwhile."""
        if self._is_shown(one, other):
            return
        self._pair, self._found = (one, other), None
        self.told.setText(self.tr("Comparing"))

        def came(found: Difference | None) -> None:
            # A later pair may have taken the place of this one meanwhile, or the view be gone.
            if isValid(self) and self._is_shown(one, other):
                self._take(found)

        workers.post(lambda: difference(one, other), came)

    def clear(self) -> None:
        """Show nothing, and take no answer any more."""
        self._pair = self._found = None
        self.canvas.clear()
        self.told.clear()

    def _is_shown(self, one: QImage, other: QImage) -> bool:
        pair = self._pair
        return pair is not None and pair[0] is one and pair[1] is other

    def _take(self, found: Difference | None) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        if self._found is None:
            return
        self.canvas.show_picture(self._found.images[GAINS[self.gain.currentIndex()]], smooth=False)
        self.told.setText(self._words(self._found))
        self.told.setToolTip(self.told.text())
        self.shown.emit()

    def _words(self, found: Difference) -> str:
        style = reading.style()
        if not found.share:
            same = self.tr("Both are the same, pixel by pixel.")
            text = self.tr("Both look the same.") if found.shrunk else same
        else:
            words = self.tr("{share} of the pixels differ, by {mean} on average.")
            text = words.format(
                share=fmt.share(found.share, style), mean=fmt.share(found.mean, style)
            )
        if found.stretched:
            text += " " + self.tr("Their sizes differ: the second is stretched to the first.")
        if found.shrunk:
            text += " " + self.tr("They are large, and were compared at a smaller size.")
        return text

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        line.setSpacing(Space.S)
        line.addWidget(self.told, 1)
        line.addWidget(self.gain)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self.canvas, 1)

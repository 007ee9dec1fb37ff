"""The live page: the canvas, and below it the latest results."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.ui.stage.canvas import Canvas
from ivk_desktop.ui.stage.scrubber import ScrubBar
from ivk_desktop.ui.stage.strip import RING_ROOM_PX, ResultStrip
from ivk_desktop.ui.texts import clock_text, count_text
from ivk_desktop.ui.tokens import Space


class LivePage(QWidget):
    """Lays out the canvas and the strip; what they show is the stage's affair."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Stage"))
        self.scrub = ScrubBar()
        self.strip = ResultStrip()
        self.age = QLabel()
        self.age.setProperty("role", "caption")
        self.age.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self.age.hide()
        self._title = QLabel(self.tr("Latest results"))
        self._unseen = QLabel()
        self._below = QWidget()
        self._build()
        self.set_counts(0, 0)

    def show_age(self, as_of: float | None) -> None:
        """Say of when the preview is that is shown; ``None`` for one that is new."""
        self.age.setVisible(as_of is not None)
        if as_of is not None:
            self.age.setText(
                self.tr("As of {time}, connection lost").format(time=clock_text(as_of))
            )

    def set_counts(self, results: int, unseen: int) -> None:
        """Say how many results were not looked at; the strip is hidden while there are none."""
        self._below.setVisible(results > 0)
        text = self.tr("{count} not looked at yet").format(count=count_text(unseen))
        self._unseen.setText(text if unseen else "")

    def _build(self) -> None:
        self._below.setProperty("surface", "canvas")
        self._below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        captions = QHBoxLayout()
        captions.setContentsMargins(RING_ROOM_PX, 0, RING_ROOM_PX, 0)
        for label in (self._title, self._unseen):
            label.setProperty("role", "caption")
        captions.addWidget(self._title)
        captions.addStretch(1)
        captions.addWidget(self._unseen)
        below = QVBoxLayout(self._below)
        margin = Space.L - RING_ROOM_PX
        below.setContentsMargins(margin, Space.XS, margin, Space.S)
        below.setSpacing(Space.XS)
        below.addLayout(captions)
        below.addWidget(self.strip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.age)
        rows.addWidget(self.canvas, 1)
        rows.addWidget(self.scrub)
        rows.addWidget(self._below)

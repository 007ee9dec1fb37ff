"""Looking back through the previews that a job has sent."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.updates import Preview
from ivk_desktop.stores.all_pictures import AnyPreviews
from ivk_desktop.stores.pictures import MAX_PIXELS, Picture
from ivk_desktop.ui.stage.canvas import PREVIEW_SCALE, Canvas
from ivk_desktop.ui.stage.showing import Showing
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space

LEAST_STEPS = 2
REFRESH_MS = 250
"""A hundred previews a second move the slider four times."""


class ScrubBar(QWidget):
    """A slider over the steps received; at its right end is what is live."""

    chosen = Signal(int)
    """The step that a person has moved to; the last one is what is live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Steps received"))
        self.slider.setPageStep(5)
        self.label = QLabel()
        self.label.setProperty("role", "caption")
        self.back = QPushButton(self.tr("Newest"))
        self.back.setProperty("variant", "link")
        self._telling = False
        self.setProperty("surface", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.slider, 1)
        row.addWidget(self.label)
        row.addWidget(self.back)
        self.slider.valueChanged.connect(self._moved)
        self.back.clicked.connect(self._go_back)
        self.hide()

    def show_steps(self, count: int, at: int) -> None:
        """Show that ``at`` of 0..``count`` - 1 is looked at."""
        self._telling = True
        self.slider.setRange(0, max(0, count - 1))
        self.slider.setValue(at)
        self._telling = False
        self._write()
        if count >= LEAST_STEPS or not count:
            # With a single step it stays as it was: the picture above does not jump.
            self.setVisible(count > 0)

    def _moved(self, value: int) -> None:
        self._write()
        if not self._telling:
            self.chosen.emit(value)

    def _go_back(self) -> None:
        self.slider.setValue(self.slider.maximum())

    def _write(self) -> None:
        at, count = self.slider.value() + 1, self.slider.maximum() + 1
        text = self.tr("Look back")  # no count: it would lay the page out anew at every step
        if at < count:
            words = self.tr("Step {step} of {count} received")
            text = words.format(step=count_text(at), count=count_text(count))
        if text != self.label.text():
            self.label.setText(text)
        self.back.setVisible(at < count)


class Scrubbing(QObject):
    """Shows an earlier step on the canvas, and holds it there until the person lets it go."""

    touched = Signal()
    """The person looks back."""
    left = Signal()
    """The person is at the newest step again: what is live may be shown."""

    def __init__(self, bar: ScrubBar, canvas: Canvas, showing: Showing, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._canvas = canvas
        self._showing = showing
        self._previews: AnyPreviews | None = None
        self._held: Preview | None = None
        self._soon = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        bar.chosen.connect(self._choose)

    def set_previews(self, previews: AnyPreviews | None, showing: Showing) -> None:
        """Look back at these previews."""
        if self._previews is not None:
            self._previews.changed.disconnect(self._changed)
        self._previews, self._showing, self._held = previews, showing, None
        if previews is not None:
            previews.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """The stage shows another job, or another step of it."""
        steps = self._steps()
        if not self._showing.held:
            self._held = None
        at = len(steps) - 1
        if self._held is not None:
            at = next((n for n, one in enumerate(steps) if one is self._held), 0)
        self._bar.show_steps(len(steps), at)

    def _steps(self) -> list[Preview]:
        if self._previews is None:
            return []
        return list(self._previews.history.steps(self._showing.job))

    def _changed(self, key: JobKey) -> None:
        if key == self._showing.job and not self._soon.isActive():
            self._soon.start()

    def _choose(self, number: int) -> None:
        steps = self._steps()
        if not 0 <= number < len(steps):
            return
        if number == len(steps) - 1:
            self._showing.held, self._held = False, None
            self.left.emit()
            return
        self._showing.held, self._held = True, steps[number]
        self.touched.emit()
        self._show(steps[number])

    def _show(self, step: Preview) -> None:
        image = Picture(step.data).image(MAX_PIXELS)
        if image is not None:
            natural = QSize(step.width, step.height)
            if natural.isEmpty():
                natural = image.size() * PREVIEW_SCALE
            self._canvas.show_picture(image, natural, smooth=self._canvas.smooth_previews)

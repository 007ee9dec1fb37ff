"""One lane: what a device works on now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.estimates import Estimate
from ivk_desktop.domain.jobs import JobKey, JobState
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.ui import icons, job_texts, reading, theme
from ivk_desktop.ui.lanes.bar import JobBar
from ivk_desktop.ui.lanes.nodes import NodeList, lines_of, segments_of
from ivk_desktop.ui.queue.delegate import draw_cropped
from ivk_desktop.ui.tokens import Space, Thumb
from ivk_desktop.ui.widgets import ElidedLabel, IconButton

ImageOf = Callable[[JobKey], QImage | None]


class LanePicture(QWidget):
    """The newest preview at 56 px; square, with a line round it while its lane is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._selected = False
        edge = theme.px(Thumb.LANE)
        self.setFixedSize(edge, edge)
        # Else the whole column behind it would be painted with each preview.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Preview"))

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or the empty ground."""
        self._image = image
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Draw the line, or not."""
        self._selected = selected
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(Thumb.LANE), theme.px(Thumb.LANE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._image is not None and not self._image.isNull()
        if not shown or (self._image is not None and self._image.hasAlphaChannel()):
            painter.fillRect(self.rect(), theme.color("canvas"))
        if shown and self._image is not None:
            draw_cropped(painter, self.rect(), self._image)
        else:
            size = theme.px(16)
            spot = QRect(0, 0, size, size)
            spot.moveCenter(self.rect().center())
            symbol = icons.pixmap("image", "text3", size, self.devicePixelRatioF())
            painter.drawPixmap(spot.topLeft(), symbol)
        if self._selected:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class LaneCard(QFrame):
    """Shows one running job."""

    clicked = Signal()
    cancel_clicked = Signal(object)
    """The ``JobKey`` to cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress: JobProgress | None = None
        self._outcome = ""
        self._selected = False
        self._place = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)  # the device is at the end
        self._cancel = IconButton("x", self.tr("Cancel this item"))
        self._picture = LanePicture()
        self._title = ElidedLabel()
        self._phase = ElidedLabel()
        self._speed = QLabel()
        self._elapsed = QLabel()
        self._left = QLabel()
        self._percent = QLabel()
        self._bar = JobBar()
        self._nodes = NodeList()
        self._style()
        self._build()
        self._cancel.clicked.connect(self._cancel_this)

    @property
    def key(self) -> JobKey | None:
        """The job that is shown."""
        return self.progress.key if self.progress else None

    @property
    def figures(self) -> tuple[QWidget, ...]:
        """What changes with the job's progress."""
        return self._phase, self._speed, self._left, self._percent, self._bar

    def set_job(self, progress: JobProgress, place: str, title: str, *, private: bool) -> None:
        """Show another job on this device; one that is ``private`` is another user's."""
        self.progress = progress
        self._place.setText(place)
        self._title.setText(title)
        self._cancel.setEnabled(not private)
        whose = self.tr("Only whoever queued it, or an administrator, can cancel it.")
        self._cancel.setToolTip(whose if private else self._cancel.accessibleName())
        self.setAccessibleName(f"{place}: {title}")

    def set_selected(self, selected: bool) -> None:
        """Unfold the nodes, or fold them."""
        self._selected = selected
        self._nodes.setVisible(selected)
        self._picture.set_selected(selected)

    def show_image(self, image: QImage | None) -> None:
        """Show the newest preview."""
        self._picture.show_image(image)

    def show_progress(self, left: Estimate | None, elapsed_s: float | None = None) -> None:
        """Show how far the job is now."""
        progress = self.progress
        if progress is None:
            return
        ended = progress.ended_at is not None
        phase = self._outcome if ended else job_texts.phase_text(progress)
        time_left = None if left is None else (left.seconds, left.band_s)
        steps = progress.steps
        _write(self._phase, phase)
        _write(self._speed, fmt.speed(steps.per_second if steps else None, reading.style()))
        if ended:
            took = fmt.run_time(progress.elapsed(progress.started_at), reading.style())
            _write(self._elapsed, self.tr("took {time}").format(time=took))
        elif elapsed_s is not None:
            so_far = fmt.duration(elapsed_s, reading.style())
            _write(self._elapsed, self.tr("{time} so far").format(time=so_far))
        _write(self._left, "" if ended else job_texts.time_left_text(time_left))
        known = time_left is not None
        role = "heading" if known else "body"
        if (self._left.property("role"), self._left.property("tone")) != (role, "text"):
            theme.restyle(self._left, role=role, tone="text")
        _write(self._percent, fmt.percent(progress.fraction, reading.style()))
        self._bar.show_progress(progress.fraction, segments_of(progress.nodes.values()))
        if self._selected:
            self._nodes.show_lines(lines_of(progress.nodes.values()))
        described = f"{phase}, {self._left.text()}, {self._percent.text()}"
        if described != self.accessibleDescription():
            self.setAccessibleDescription(described)

    def show_lost(self, as_of: float | None) -> None:
        """What is shown is of an earlier time: no time left is claimed."""
        self._cancel.setEnabled(False)
        words = self.tr("Connection lost")
        if as_of is not None:
            words = self.tr("As of {time}").format(time=reading.clock(as_of))
        self._speed.clear()
        self._left.setText(words)
        theme.restyle(self._left, role="body", tone="warning")

    def show_ended(self, state: JobState | None) -> None:
        """The job has ended in this state, and no other has begun yet; ``None``: it is gone."""
        self._cancel.setEnabled(False)
        told = state in (JobState.FAILED, JobState.CANCELED)
        self._outcome = job_texts.state_word(state) if state and told else self.tr("Done")
        if state is None:
            self._outcome = self.tr("Not in the queue any more")
        self.show_progress(None)

    # --- input ---------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(at):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _cancel_this(self) -> None:
        if self.progress is not None:
            self.cancel_clicked.emit(self.progress.key)

    # --- construction --------------------------------------------------------------------
    def _style(self) -> None:
        self.setProperty("border", "bottom")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.setProperty("role", "caption")
        self._title.setProperty("role", "strong")
        self._left.setProperty("role", "heading")
        self._left.setProperty("tone", "text")
        for label in (self._phase, self._speed, self._elapsed, self._percent):
            label.setProperty("tone", "text2")
        self._nodes.hide()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        pace = QHBoxLayout()
        pace.addWidget(self._speed)
        pace.addStretch(1)
        pace.addWidget(self._elapsed)
        words.addWidget(self._title)
        words.addWidget(self._phase)
        words.addLayout(pace)
        words.addStretch(1)
        picture = QHBoxLayout()
        picture.setSpacing(10)
        picture.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        picture.addLayout(words, 1)
        figures = QHBoxLayout()
        figures.addWidget(self._left)
        figures.addStretch(1)
        figures.addWidget(self._percent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.XS, Space.M, Space.M)
        rows.setSpacing(0)
        heading = QHBoxLayout()
        heading.addWidget(self._place, 1)
        heading.addWidget(self._cancel)
        rows.addLayout(heading)
        rows.addSpacing(2)
        rows.addLayout(picture)
        rows.addSpacing(Space.S)
        rows.addLayout(figures)
        rows.addSpacing(2)
        rows.addWidget(self._bar)
        rows.addSpacing(Space.XS)
        rows.addWidget(self._nodes)


def _write(label: QLabel, text: str) -> None:
    """Set a text that is another one: a label that is set anew lays its column out anew."""
    shown = label.whole_text() if isinstance(label, ElidedLabel) else label.text()
    if text != shown:
        label.setText(text)

"""The mini window: when all is done, and one line a lane, always on top."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.outlook import Mood, Outlook
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.ui import job_texts, reading, theme
from ivk_desktop.ui.lanes.column import LaneSession
from ivk_desktop.ui.minutely import Minutely
from ivk_desktop.ui.run_strip import RunStrip
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, IconButton, ThinProgressBar

SIZE: Final = QSize(320, 120)
MOST_LINES: Final = 3
EDGE_PX: Final = 24
"""Its distance from the corner of the screen at first."""


class LaneLine(QWidget):
    """One running job on one line: its workflow, what is left, percent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel()
        self._figures = QLabel()
        self._figures.setProperty("tone", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._title, 1)
        row.addWidget(self._figures)

    def show_texts(self, title: str, figures: str) -> None:
        """Show a job."""
        if title != self._title.whole_text():
            self._title.setText(title)
        if figures != self._figures.text():
            self._figures.setText(figures)
        self.setAccessibleName(f"{title}, {figures}")

    def text(self) -> str:
        """All that it says."""
        return f"{self._title.whole_text()} {self._figures.text()}".strip()


class MiniWindow(QFrame):
    """Follows the run strip and what runs on the servers that it shows, while it is visible."""

    left = Signal()
    """The person wants the whole window back."""

    def __init__(self, strip: RunStrip, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType
        super().__init__(
            parent, flags.Tool | flags.FramelessWindowHint | flags.WindowStaysOnTopHint
        )
        self._strip = strip
        self._is_placed = False
        self._clock = ElidedLabel()
        self._detail = ElidedLabel()
        self._bar = ThinProgressBar()
        self._back = IconButton("maximize-2", self.tr("Back to the whole window"))
        self._lines = [LaneLine() for _ in range(MOST_LINES)]
        self._build()
        self._back.clicked.connect(self.left)
        strip.outlook_changed.connect(self._outlook_changed)
        self.minutely = Minutely(self)
        self.minutely.passed.connect(strip.refresh)  # hidden, it looks at no clock

    def place_again(self, geometry: bytes) -> None:
        """Put it where it stood."""
        self._is_placed = self.restoreGeometry(QByteArray(geometry))

    def geometry_blob(self) -> bytes:
        """Where it stands; empty while it has stood nowhere."""
        return bytes(self.saveGeometry().data()) if self._is_placed else b""

    def lines(self) -> list[str]:
        """The texts of the lanes from the top."""
        return [line.text() for line in self._lines if not line.isHidden()]

    # --- showing -------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFixedSize(theme.px(SIZE.width()), theme.px(SIZE.height()))
        if not self._is_placed:
            self._is_placed = True
            room = QGuiApplication.primaryScreen().availableGeometry()
            corner = QPoint(self.width() + EDGE_PX, self.height() + EDGE_PX)
            self.move(room.bottomRight() - corner)
        self.setFocus()  # no ring on its one button before somebody tabs to it
        self._outlook_changed(self._strip.outlook())

    def _outlook_changed(self, view: Outlook) -> None:
        if not self.isVisible():
            return
        head, detail = self._strip.clock.texts()
        if head != self._clock.whole_text():
            self._clock.setText(head)
        running = [(s, p) for s in self._strip.shown for p in s.progress.running]
        more = len(running) - MOST_LINES
        if more > 0:
            detail = self.tr("{count} more run").format(count=fmt.count(more, reading.style()))
        if detail != self._detail.whole_text():
            self._detail.setText(detail)
        self._bar.set_fraction(view.fraction)
        self._bar.setVisible(view.mood is not Mood.IDLE)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(running))
            if number < len(running):
                line.show_texts(*self._texts(*running[number]))

    def _texts(self, session: LaneSession, progress: JobProgress) -> tuple[str, str]:
        job = session.queue.jobs.get(progress.key.job_id)
        title = job.title if job is not None else ""
        name = title or self.tr("Item {id}").format(id=progress.key.job_id)
        percent = fmt.percent(progress.fraction, reading.style())
        left = session.progress.time_left(progress.key)
        if left is None:
            return name, percent
        time_left = job_texts.time_left_text((left.seconds, left.band_s))
        return name, f"{time_left}   {percent}"

    # --- a person ------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It has no frame to be moved by: it is moved by itself."""
        if event.button() == Qt.MouseButton.LeftButton and self.windowHandle() is not None:
            self.windowHandle().startSystemMove()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it does not end the app."""
        event.ignore()
        self.left.emit()

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setWindowTitle(self.tr("ivk desktop, mini"))
        self.setAccessibleName(self.tr("Mini window"))
        self.setProperty("surface", "window")
        self.setObjectName("mini")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock.setProperty("role", "clock")
        self._detail.setProperty("role", "caption")
        self._bar.setAccessibleName(self.tr("All work"))
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._clock, 1)
        top.addWidget(self._back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.XS, Space.S, Space.S)
        rows.setSpacing(2)
        rows.addLayout(top)
        rows.addWidget(self._bar)
        for line in self._lines:
            line.hide()
            rows.addWidget(line)
        rows.addStretch(1)
        rows.addWidget(self._detail)

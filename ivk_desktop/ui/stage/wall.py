"""All that runs over the whole of a screen: a tile for each job."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.previews import Previews
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel


class WallSession(Protocol):
    """What the wall needs of a server's session."""

    server_id: ServerId
    name: str
    queue: QueueStore
    progress: ProgressStore
    previews: Previews


class Tile(QWidget):
    """One job: its newest preview, and below it in words what it is and how far."""

    def __init__(self, session: WallSession, key: JobKey, ground: Ground) -> None:
        super().__init__()
        self._session = session
        self._key = key
        self.canvas = Canvas()
        self.canvas.set_ground(ground)
        self.caption = ElidedLabel()
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        rows = QVBoxLayout(self)
        self.caption.setContentsMargins(Space.M, 0, Space.M, 0)
        rows.setContentsMargins(0, 0, 0, Space.XS)
        rows.setSpacing(Space.XS)
        rows.addWidget(self.canvas, 1)
        rows.addWidget(self.caption)
        self.show_preview()
        self.show_progress()

    def show_preview(self) -> None:
        """Show the newest preview."""
        frame = self._session.previews.preview(self._key)
        if frame is not None:
            self.canvas.show_preview(
                self._key, frame.image, frame.width, frame.height, frame.arrived_at
            )
        elif self.canvas.image is None:
            self.canvas.clear(self.tr("No preview yet."))

    def show_progress(self) -> None:
        """Say what the job is and how far."""
        job = self._session.queue.jobs.get(self._key.job_id)
        progress = self._session.progress.job(self._key)
        words = [job.title if job else ""]
        if progress is not None:
            left = self._session.progress.time_left(self._key)
            words.append(job_texts.phase_text(progress))
            words.append(fmt.percent(progress.fraction, reading.style()))
            if left is not None:
                words.append(job_texts.time_left_text((left.seconds, left.band_s)))
        words.append(job_texts.place_text(self._session.name, job.device if job else ""))
        self.caption.setText(", ".join(word for word in words if word))


class Wall(QWidget):
    """In as many columns as rows; Escape or Space closes it, its menu moves it to a screen."""

    frame_painted = Signal(object, float, float)
    """As ``Canvas.frame_painted``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("All running previews"))
        self.setProperty("surface", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sessions: list[WallSession] = []
        self._tiles: dict[JobKey, Tile] = {}
        self._ground = Ground.THEME
        self._empty = Canvas()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    @property
    def tiles(self) -> dict[JobKey, Tile]:
        """The tiles by job, in their order."""
        return dict(self._tiles)

    def open(
        self, sessions: Sequence[WallSession], ground: Ground, screen: QScreen | None = None
    ) -> None:
        """Show what runs on these servers now, and follow it; on ``screen``, or where it was."""
        self._follow(list(sessions))
        self._ground = ground
        self._lay_out()
        self.move_to(screen or self.screen())

    def move_to(self, screen: QScreen) -> None:
        """Fill another screen."""
        if screen is not self.screen():
            self.hide()  # a window that fills a screen does not leave it
            self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    def screen_menu(self) -> QMenu:
        """The screens that the wall can fill, and how to close it."""
        menu = QMenu(self)
        for screen in QGuiApplication.screens():
            action = menu.addAction(self.tr("Show on {screen}").format(screen=screen_name(screen)))
            action.setCheckable(True)
            action.setChecked(screen is self.screen())
            action.setData(screen.name())
            action.triggered.connect(self._move_to_chosen)
        menu.addSeparator()
        menu.addAction(self.tr("Close"), self.close)
        return menu

    # --- a person ------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or move to the next screen."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.close()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            screens = QGuiApplication.screens()
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.move_to(screens[(screens.index(self.screen()) + step) % len(screens)])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the screens."""
        menu = self.screen_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Follow nothing while nobody looks."""
        self._follow([])
        super().closeEvent(event)

    def _move_to_chosen(self) -> None:
        name = self.sender().data()  # type: ignore[attr-defined] # a QAction
        for screen in QGuiApplication.screens():
            if screen.name() == name:
                self.move_to(screen)

    # --- what happens --------------------------------------------------------------------
    def _follow(self, sessions: list[WallSession]) -> None:
        for session in self._sessions:
            for signal, slot in self._links(session):
                signal.disconnect(slot)
        for session in sessions:
            for signal, slot in self._links(session):
                signal.connect(slot)
        self._sessions = sessions

    def _links(self, session: WallSession) -> tuple[tuple[Any, Any], ...]:
        return (
            (session.previews.changed, self._preview_changed),
            (session.previews.cleared, self._lay_out),
            (session.progress.started, self._lay_out),
            (session.progress.ended, self._lay_out),
            (session.progress.dropped, self._lay_out),
            (session.progress.changed, self._progressed),
        )

    def _preview_changed(self, key: JobKey) -> None:
        if key not in self._tiles:
            self._lay_out()
        elif (tile := self._tiles.get(key)) is not None:
            tile.show_preview()

    def _progressed(self, key: JobKey) -> None:
        if (tile := self._tiles.get(key)) is not None:
            tile.show_progress()

    def _lay_out(self, *_: object) -> None:
        keys: dict[JobKey, WallSession] = {}
        for session in self._sessions:
            running = [progress.key for progress in session.progress.running]
            keys |= dict.fromkeys(sorted({*running, *session.previews.keys()}), session)
        for key in [key for key in self._tiles if key not in keys]:
            self._tiles.pop(key).deleteLater()
        columns = max(1, ceil(sqrt(len(keys))))
        for number, (key, session) in enumerate(keys.items()):
            if key not in self._tiles:
                tile = self._tiles[key] = Tile(session, key, self._ground)
                tile.canvas.frame_painted.connect(self.frame_painted)
            self._grid.addWidget(self._tiles[key], *divmod(number, columns))
        self._tiles = {key: self._tiles[key] for key in keys}
        self._even_out(len(keys), columns)
        self._empty.setVisible(not keys)
        if not keys:
            self._grid.addWidget(self._empty, 0, 0)
            self._empty.set_ground(self._ground)
            self._empty.clear(self.tr("Nothing runs now. Press Escape to go back."))

    def _even_out(self, count: int, columns: int) -> None:
        """Tiles of one size; columns and rows of before that are empty now take no room."""
        rows = ceil(count / columns)
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(max(self._grid.rowCount(), rows)):
            self._grid.setRowStretch(row, int(row < max(rows, 1)))


def screen_name(screen: QScreen) -> str:
    """A screen for people: its name, or the model's, and its size."""
    size = screen.geometry().size()
    return f"{screen.model() or screen.name()}, {size.width()} x {size.height()}"

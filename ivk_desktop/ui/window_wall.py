"""The wall of all servers' previews, on the screen that a person chooses."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu

from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.stage.canvas import Ground
from ivk_desktop.ui.stage.wall import Wall, screen_name


class WindowWall(QObject):
    """Owns the wall; asks for a screen where there is more than one."""

    def __init__(self, window: MainWindow, servers: Servers) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self.wall: Wall | None = None
        self.menu: QMenu | None = None
        window.stage.wall_requested.connect(self.ask)
        window.actions_.on("view.wall", window.stage.open_wall)
        servers.added.connect(self._renew)
        servers.removed.connect(self._renew)
        servers.shown_changed.connect(self._renew)

    def ask(self, ground: Ground) -> None:
        """Open the wall at once where there is one screen, else let the person choose."""
        screens = QGuiApplication.screens()
        if len(screens) == 1:
            self.open(ground, screens[0])
            return
        self.menu = menu = QMenu(self._window)
        for screen in screens:
            action = QAction(self.tr("On {screen}").format(screen=screen_name(screen)), menu)
            action.setData((screen.name(), ground))
            action.triggered.connect(self._chosen)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def open(self, ground: Ground, screen: QScreen) -> None:
        """Fill a screen with what runs on all shown servers."""
        if self.wall is None:
            self.wall = Wall(self._window)
            self.wall.frame_painted.connect(self._window.stage.frame_painted)
        self.wall.open(self._servers.shown, ground, screen)

    def _chosen(self) -> None:
        name, ground = self.sender().data()  # type: ignore[attr-defined] # a QAction
        for screen in QGuiApplication.screens():
            if screen.name() == name:
                self.open(ground, screen)

    def _renew(self, _session: ServerSession) -> None:
        if self.wall is not None and self.wall.isVisible():
            self.wall.open(self._servers.shown, self._window.stage.canvas.ground)

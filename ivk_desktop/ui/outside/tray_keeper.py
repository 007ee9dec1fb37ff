"""Keeps the tray's icon as the person wishes, and never leaves the window out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ivk_desktop.stores.desktop.notifier import Note
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.outside.tools import Tools

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

LOOK_MS: Final = 5000


class TrayKeeper(QObject):
    """Shows the icon where there is a tray; lets the window hide only while it is shown."""

    def __init__(self, window: MainWindow, settings: Settings, tools: Tools) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tray = tools.tray
        self._notifier = tools.notifier
        self._told = False
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.refresh)
        window.hidden_away.connect(self._hidden)
        self._tray.window_requested.connect(window.come_forward)
        self._tray.quit_requested.connect(window.ask_close)
        settings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Do as the preferences say, as far as there is a tray now."""
        prefs = self._settings.prefs
        shown = prefs.tray and self._tray.is_available
        self._tray.set_shown(shown)
        self._window.hides_on_close = shown and prefs.close_to_tray
        if self._look.isActive() and (not shown or self._window.isVisible()):
            self._look.stop()
            if not self._window.isVisible():
                self._window.come_forward()  # the tray has gone: nothing else leads back to it

    def _hidden(self) -> None:
        self._look.start()
        self.refresh()
        if not self._told:
            self._told = True
            title = self.tr("ivk desktop goes on in the tray")
            body = self.tr("Click on its icon to see the window. File > Quit ends it.")
            self._notifier.show(Note("tray", title, body))

    def let_go(self) -> None:
        """The app ends."""
        self._look.stop()
        self._tray.set_shown(False)

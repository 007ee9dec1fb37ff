"""Opens the preferences, and makes the window look as they say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ivk_desktop.ui import theme
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.outside.tray import Tray
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.preferences.consent import CommandConsent
from ivk_desktop.ui.preferences.dialog import PreferencesDialog
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.preferences.pages import (
    AppearancePage,
    ConnectionsPage,
    DesktopPage,
    NotificationsPage,
)
from ivk_desktop.ui.stage.canvas import Ground

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

LOOK = frozenset({"theme", "text_scale", "font"})


class WindowPreferences(QObject):
    """Owns the dialog; ``restyle_requested`` is for who owns the application."""

    restyle_requested = Signal()
    """Theme, text size or font is another one."""

    def __init__(self, window: MainWindow, settings: Settings, tray: Tray) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tray = tray
        self._dialog: PreferencesDialog | None = None
        self._more: list[Callable[[], PreferencePage]] = []
        settings.changed.connect(self._changed)
        window.actions_.on("file.preferences", self.open)
        window.stage.actions_of_picture.ground_chosen.connect(self._keep_ground)
        for name in ("canvas", "reduced_motion", "shortcuts"):
            self._changed(name)

    @property
    def dialog(self) -> PreferencesDialog:
        """The dialog; made with the first use."""
        if self._dialog is None:
            self._dialog = PreferencesDialog(self._settings, self._pages(), self._window)
        return self._dialog

    def open(self) -> None:
        """Show the dialog beside the work."""
        bring_up(self.dialog)

    def open_on(self, kind: type[PreferencePage]) -> None:
        """Show the dialog on the page of this kind."""
        self.open()
        for page in self.dialog.pages:
            if isinstance(page, kind):
                self.dialog.open_page(page)

    def add_page(self, make: Callable[[], PreferencePage]) -> None:
        """Have another page, made with the dialog; to be called before that is used."""
        self._more.append(make)

    def _pages(self) -> list[PreferencePage]:
        desktop = DesktopPage(self._settings, has_tray=self._tray.is_available)
        desktop.allow_requested.connect(self._ask)
        settings = self._settings
        usual = (AppearancePage(settings), NotificationsPage(settings), desktop)
        return [*usual, ConnectionsPage(settings), *(make() for make in self._more)]

    def _ask(self, command: str) -> None:
        def allow() -> None:
            self._settings.update(allowed_command=command)

        CommandConsent(command, allow, self.dialog).open()

    def _changed(self, name: str) -> None:
        prefs = self._settings.prefs
        if name in LOOK:
            self._window.actions_[f"view.theme_{prefs.theme}"].setChecked(True)
            self.restyle_requested.emit()
        elif name == "canvas":
            self._window.stage.live.canvas.set_ground(Ground(prefs.canvas))
        elif name == "shortcuts":
            self._window.actions_.choose_keys(prefs.shortcuts)
        elif name == "reduced_motion":
            theme.theme().reduced_motion = prefs.reduced_motion

    def _keep_ground(self, ground: Ground) -> None:
        self._settings.update(canvas=ground.value)

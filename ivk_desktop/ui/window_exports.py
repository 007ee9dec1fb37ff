"""Joins the saving of results to its preferences, and shows how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ivk_desktop.domain.exports import BoardPick
from ivk_desktop.stores.auto_export import AutoExport
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.exports.page import ExportPage, Named, options_of
from ivk_desktop.ui.exports.status_button import ExportButton
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.texts import board_name
from ivk_desktop.ui.window_preferences import WindowPreferences

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings


class WindowExports(QObject):
    """Owns the page and the place in the status bar."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        exports: AutoExport,
        settings: Settings,
        preferences: WindowPreferences,
    ) -> None:
        super().__init__(window)
        self._servers = servers
        self._exports = exports
        self._settings = settings
        self._preferences = preferences
        self.page: ExportPage | None = None
        self.button = ExportButton()
        window.statusBar().addPermanentWidget(self.button)
        self.button.clicked.connect(self.open)
        preferences.add_page(self._make_page)
        exports.changed.connect(self._show)
        settings.changed.connect(self._apply)
        servers.added.connect(self._added)
        servers.removed.connect(self._show_choices)
        for session in servers.sessions:
            self._added(session)
        self._apply()

    def open(self) -> None:
        """Show the page."""
        self._preferences.open()
        if self.page is not None:
            self._preferences.dialog.open_page(self.page)

    def _make_page(self) -> ExportPage:
        self.page = ExportPage(self._settings, self._server_names, self._board_names)
        return self.page

    def _apply(self, name: str = "export") -> None:
        prefs = self._settings.prefs
        if name.startswith("export"):
            options = options_of(prefs)
            if options is not None or not prefs.export:
                self._exports.set_options(options)
            self._show()

    def _show(self) -> None:
        on = self._exports.options is not None
        self.button.show_status(self._exports.status if on else None)

    # --- choices -------------------------------------------------------------------------
    def _added(self, session: ServerSession) -> None:
        session.boards.changed.connect(self._show_choices)
        self._show_choices()

    def _show_choices(self, *_: object) -> None:
        if self.page is not None:
            self.page.show_choices()

    def _server_names(self) -> Named:
        known = {profile.id: profile.name for profile in self._settings.prefs.servers}
        return list((known | {s.server_id: s.name for s in self._servers.sessions}).items())

    def _board_names(self) -> Named:
        several = len(self._servers.sessions) > 1
        named = []
        for session in self._servers.sessions:
            for board in session.boards.items:
                pick = BoardPick(session.server_id, board.key.board_id)
                name = board_name(board.key.board_id, board.name)
                words = f"{session.name}: {name}" if several else name
                named.append((pick.text, words))
        return named

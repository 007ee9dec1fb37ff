"""What is done with whole servers: shown, hidden, made current, left, connected again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import icons
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.server_chip import ICONS


class KnownServer(Protocol):
    """A server that is remembered."""

    @property
    def name(self) -> str:
        """What the person calls it."""
        ...


class ServerKeeper(Protocol):
    """Who connects to servers and remembers them."""

    @property
    def absent(self) -> Sequence[Any]:
        """The remembered servers that are not connected, each a ``KnownServer``."""
        ...

    def ask(self) -> None:
        """Ask for the address of another server."""
        ...

    def edit(self, session: ServerSession) -> None:
        """Let the person change name and address of a server."""
        ...

    def connect_again(self, profile: Any) -> None:
        """Connect to one of ``absent``."""
        ...

    def disconnect_from(self, session: ServerSession) -> None:
        """Leave a server; it stays remembered."""
        ...

    def remove(self, session: ServerSession) -> None:
        """Leave a server and forget it."""
        ...


class WindowServers(QObject):
    """Owns the menus of the servers: of their chips, of the strip's plus, of the menu bar."""

    def __init__(self, window: MainWindow, servers: Servers) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._keeper: ServerKeeper | None = None
        strip = window.strip
        strip.server_toggled.connect(servers.set_shown)
        strip.servers.menu_requested.connect(self.open_menu)
        strip.servers.more_requested.connect(self._open_rest)
        strip.add_server_requested.connect(self._add)
        window.sidebar.server_chosen.connect(self._choose)
        window.actions_.menu("server.all").aboutToShow.connect(self._fill_all)
        window.actions_.on("server.disconnect", self._disconnect_current)
        servers.added.connect(self._changed)
        servers.removed.connect(self._changed)
        servers.current_changed.connect(self._changed)
        self._changed()

    def set_keeper(self, keeper: ServerKeeper) -> None:
        """Tell who connects to servers, as soon as somebody does."""
        self._keeper = keeper

    # --- menus ---------------------------------------------------------------------------
    def open_menu(self, session: ServerSession, at: QPoint) -> None:
        """Open the menu of one server."""
        self._popup(at, lambda menu: self.fill_menu(menu, session))

    def fill_menu(self, menu: QMenu, session: ServerSession) -> None:
        """Offer what can be done with one server now."""
        if self._servers.several:
            shown = self._add_action(
                menu, self.tr("Show in strip, lanes and queue"), "", self._toggle, session
            )
            shown.setCheckable(True)
            shown.setChecked(session.shown)
            current = self._add_action(
                menu,
                self.tr("List its boards, models and workflows"),
                "",
                self._servers.set_current,
                session,
            )
            current.setCheckable(True)
            current.setChecked(session is self._servers.current)
            menu.addSeparator()
        retry = self._add_action(
            menu, self.tr("Retry now"), "refresh-cw", ServerSession.retry_now, session
        )
        retry.setEnabled(session.link is LinkState.LOST)
        if (keeper := self._keeper) is not None:
            self._add_action(menu, self.tr("Edit…"), "pencil", keeper.edit, session)
            menu.addSeparator()
            self._add_action(menu, self.tr("Disconnect"), "unplug", keeper.disconnect_from, session)
            self._add_action(menu, self.tr("Remove"), "trash-2", keeper.remove, session)

    def _open_rest(self, sessions: Sequence[ServerSession], at: QPoint) -> None:
        self._popup(at, lambda menu: self._fill_servers(menu, sessions))

    def _fill_servers(self, menu: QMenu, sessions: Sequence[ServerSession]) -> None:
        for session in sessions:
            own = menu.addMenu(icons.icon(*ICONS[session.link]), _plain(session.name))
            self.fill_menu(own, session)

    def _fill_all(self) -> None:
        """The menu bar's way to every server, for the keyboard."""
        menu = self._window.actions_.menu("server.all")
        for action in menu.actions():
            if (own := action.menu()) is not None:
                own.deleteLater()
        menu.clear()
        self._fill_servers(menu, self._servers.sessions)
        self._fill_absent(menu)

    def _fill_absent(self, menu: QMenu) -> None:
        if self._keeper is None or not self._keeper.absent:
            return
        if not menu.isEmpty():
            menu.addSeparator()
        for profile in self._keeper.absent:
            text = self.tr("Connect to {server}").format(server=_plain(profile.name))
            self._add_action(menu, text, "plug", self._keeper.connect_again, profile)

    def _add(self, at: QPoint) -> None:
        """One more server: of those that are remembered, else a new one."""
        keeper = self._keeper
        if keeper is None:
            return
        if not keeper.absent:
            keeper.ask()
            return

        def fill(menu: QMenu) -> None:
            self._fill_absent(menu)
            menu.addSeparator()
            action = menu.addAction(icons.icon("plus", "text2"), self.tr("Another server…"))
            action.triggered.connect(lambda: keeper.ask())

        self._popup(at, fill)

    def _popup(self, at: QPoint, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @staticmethod
    def _add_action(
        menu: QMenu, text: str, icon: str, act: Callable[[Any], object], of: object
    ) -> QAction:
        action = QAction(text, menu)
        if icon:
            action.setIcon(icons.icon(icon, "text2"))
        action.triggered.connect(partial(_run, act, of))
        menu.addAction(action)
        return action

    # --- what is done --------------------------------------------------------------------
    def _toggle(self, session: ServerSession) -> None:
        self._servers.set_shown(session, not session.shown)

    def _choose(self, server_id: object) -> None:
        for session in self._servers.sessions:
            if session.server_id == server_id:
                self._servers.set_current(session)

    def _disconnect_current(self) -> None:
        if self._servers.current is not None and self._keeper is not None:
            self._keeper.disconnect_from(self._servers.current)

    def _changed(self, *_: object) -> None:
        """A server has come or gone, or another one is current."""
        servers = self._servers
        current = servers.current.server_id if servers.current is not None else None
        self._window.sidebar.set_servers([(s.server_id, s.name) for s in servers.sessions], current)
        self._window.strip.servers.set_current(current)
        for name in ("server.disconnect", "server.remove"):
            self._window.actions_[name].setEnabled(current is not None)


def _run(act: Callable[[Any], object], of: object, *_: object) -> None:
    act(of)


def _plain(name: str) -> str:
    return name.replace("&", "&&")

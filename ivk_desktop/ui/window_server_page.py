"""Joins the server page's window to what does its work."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ivk_desktop.domain.administration import NewUser, ServerUser, UserChange, activity
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up, show_placed
from ivk_desktop.ui.server_page.user_dialogs import AddUserDialog, PasswordDialog, UserDialog
from ivk_desktop.ui.server_page.window import ServerWindow
from ivk_desktop.ui.texts import problem_text


class WindowServerPage(QObject):
    """Makes the window when it is first asked for; shows the current server."""

    def __init__(self, window: MainWindow, servers: Servers, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._session: ServerSession | None = None
        self.page: ServerWindow | None = None
        self.dialog: UserDialog | None = None
        self._action = window.actions_.on("server.page", self.show)
        servers.current_changed.connect(self._current_changed)
        self._current_changed()

    def show(self) -> None:
        """Show the window, or bring it to the front."""
        if self._servers.current is None:
            return
        if self.page is None:
            self.page = self._make()
        self._set_session(self._servers.current)
        bring_up(self.page)

    def _make(self) -> ServerWindow:
        made = ServerWindow(self._window)
        made.ticked.connect(self._show_activity)
        made.users.add_requested.connect(self._ask_for_user)
        made.users.password_requested.connect(self._ask_for_password)
        made.users.change_requested.connect(self._change_user)
        made.users.delete_requested.connect(self._delete_user)
        return made

    # --- servers come and go -------------------------------------------------------------
    def _current_changed(self) -> None:
        self._action.setEnabled(self._servers.current is not None)
        if self.page is not None:
            self._set_session(self._servers.current)

    def _set_session(self, session: ServerSession | None) -> None:
        if self.page is None or session is self._session:
            return
        if (old := self._session) is not None:
            old.link_changed.disconnect(self._show_link)
            old.page.user_refused.disconnect(self._user_refused)
            old.page.user_changed.disconnect(self._user_changed)
        self._session = session
        if session is None:
            self.page.let_go()
            return
        session.link_changed.connect(self._show_link)
        session.page.user_refused.connect(self._user_refused)
        session.page.user_changed.connect(self._user_changed)
        self.page.set_page(session.page, session.name)
        self._show_link()
        self._show_activity()

    def _show_link(self) -> None:
        session = self._session
        if self.page is not None and session is not None:
            why = problem_text(session.problem) if session.problem is not None else ""
            self.page.show_link(session.facts, session.url, session.link, why)

    def _show_activity(self) -> None:
        session = self._session
        if self.page is not None and session is not None and session.page.has_users:
            self.page.show_activity(activity(session.queue.jobs.values()))

    # --- users ---------------------------------------------------------------------------
    def _ask_for_user(self) -> None:
        dialog = AddUserDialog(self.page)
        dialog.wanted.connect(self._add_user)
        self._open(dialog)

    def _ask_for_password(self, user: ServerUser) -> None:
        dialog = PasswordDialog(user, self.page)
        dialog.wanted.connect(self._change_user)
        self._open(dialog)

    def _open(self, dialog: UserDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._dialog_closed)
        show_placed(dialog)

    def _dialog_closed(self) -> None:
        self.dialog = None

    def _add_user(self, user: NewUser) -> None:
        if self._session is not None:
            self._session.page.add_user(user)

    def _change_user(self, user_id: str, change: UserChange) -> None:
        if self._session is not None:
            self._session.page.change_user(user_id, change)

    def _delete_user(self, user_id: str) -> None:
        if self._session is not None:
            self._session.page.delete_user(user_id)

    def _user_refused(self, problem: Problem) -> None:
        if self.dialog is not None:
            self.dialog.refuse(problem)
        else:
            self._notices.problem(problem, key="users")

    def _user_changed(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

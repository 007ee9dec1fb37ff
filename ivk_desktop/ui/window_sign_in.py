"""Asks people to sign in where a server wants it, and tells in time when that ends."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import texts
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.sign_in_dialog import SignInDialog


class WindowSignIn(QObject):
    """The dialog and the notices of signing in.

    A server that was not seen yet asks by a dialog; one whose content stands in the window by a
    line, for the dialog would take the keyboard from whoever works.
    """

    def __init__(self, window: MainWindow, servers: Servers, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._dialog: SignInDialog | None = None
        self._asking: ServerId | None = None
        self._emails: dict[ServerId, str] = {}
        servers.added.connect(self._add)
        servers.removed.connect(self._remove)
        servers.current_changed.connect(self._refresh)
        window.queue.retry_requested.connect(self._ask_wanted)
        window.form.sign_in_requested.connect(self._ask_server)
        window.strip.retry_requested.connect(self._ask_wanted)
        window.actions_.on("server.sign_in", self._ask_current)
        window.actions_.on("server.sign_out", self._sign_out)
        self._refresh()

    @property
    def dialog(self) -> SignInDialog | None:
        """The dialog that is open."""
        return self._dialog

    def ask(self, session: ServerSession) -> None:
        """Open the dialog for a server."""
        self._close()
        first = session.sign_in.wanted is Mode.SET_UP
        dialog = SignInDialog(session.name, session.url, set_up=first, parent=self._window)
        sign_in = session.sign_in
        dialog.sign_in_requested.connect(partial(self._try, session))
        dialog.set_up_requested.connect(sign_in.set_up)
        dialog.finished.connect(self._closed)
        dialog.set_email(self._emails.get(session.server_id, ""))
        self._dialog, self._asking = dialog, session.server_id
        dialog.open()

    # --- sessions ------------------------------------------------------------------------
    def _add(self, session: ServerSession) -> None:
        sign_in = session.sign_in
        sign_in.changed.connect(partial(self._changed, session))
        sign_in.accepted.connect(partial(self._accepted, session))
        sign_in.refused.connect(partial(self._refused, session))
        sign_in.kept.connect(self._kept)
        sign_in.ends_soon.connect(partial(self._ends_soon, session))

    def _remove(self, session: ServerSession) -> None:
        self._notices.dismiss(_key(session))
        self._notices.dismiss(_end_key(session))
        if self._asking == session.server_id:
            self._close()

    def _changed(self, session: ServerSession) -> None:
        wanted, account = session.sign_in.wanted, session.sign_in.account
        if account is not None and account.email:
            self._emails[session.server_id] = account.email
        if wanted is Mode.OPEN:
            self._notices.dismiss(_key(session))
            if self._asking == session.server_id:
                self._close()
        elif session.facts is None and self._dialog is None:
            self.ask(session)
        else:
            self._offer(session)
        self._refresh()

    def _offer(self, session: ServerSession) -> None:
        text = self.tr("{server} wants you to sign in.")
        if session.facts is not None:
            text = self.tr("You are signed out of {server}: what is shown is of before.")
        self._tell(_key(session), text.format(server=session.name), session)

    def _ends_soon(self, session: ServerSession, at: float | None) -> None:
        if at is None:
            self._notices.dismiss(_end_key(session))
            return
        text = self.tr("Your sign-in to {server} ends at {time}.")
        line = text.format(server=session.name, time=texts.clock_text(at))
        self._tell(_end_key(session), line, session)

    def _tell(self, key: str, line: str, session: ServerSession) -> None:
        action = NoticeAction(self.tr("Sign in"), partial(self.ask, session))
        self._notices.post(Notice(Level.WARNING, line, key=key, action=action, stays=True))

    # --- the dialog ------------------------------------------------------------------------
    def _try(self, session: ServerSession, email: str, password: str, remember: bool) -> None:
        self._emails[session.server_id] = email
        session.sign_in.sign_in(email, password, remember=remember)

    def _accepted(self, session: ServerSession) -> None:
        if self._asking == session.server_id:
            self._close()

    def _refused(self, session: ServerSession, problem: Problem) -> None:
        if self._dialog is not None and self._asking == session.server_id:
            self._dialog.refuse(problem)
        else:
            self._notices.problem(problem, key=_key(session))

    def _kept(self, problem: Problem | None) -> None:
        if problem is not None:
            self._notices.problem(problem, key="secrets", level=Level.INFO)

    def _closed(self) -> None:
        """Put off: the line in the status bar stays."""
        asking, self._asking = self._asking, None
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        session = self._servers.by_id(asking) if asking is not None else None
        if session is not None and session.sign_in.wanted is not Mode.OPEN:
            self._offer(session)

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        self._asking = None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    # --- the menu ----------------------------------------------------------------------------
    def _ask_server(self, server_id: ServerId) -> None:
        if (session := self._servers.by_id(server_id)) is not None:
            self.ask(session)

    def _ask_wanted(self) -> None:
        """Trying again does not help where someone has to sign in."""
        for session in self._servers.sessions:
            if session.sign_in.wanted is not Mode.OPEN and self._dialog is None:
                self.ask(session)

    def _ask_current(self) -> None:
        if (session := self._servers.current) is not None:
            self.ask(session)

    def _sign_out(self) -> None:
        if (session := self._servers.current) is not None:
            session.sign_in.sign_out()

    def _refresh(self) -> None:
        session = self._servers.current
        sign_in = session.sign_in if session is not None else None
        account = sign_in.account if sign_in is not None else None
        wanted = sign_in is not None and sign_in.wanted is not Mode.OPEN
        actions = self._window.actions_
        actions["server.sign_in"].setVisible(wanted or account is not None)
        again = self.tr("Sign &in as another user…")
        actions["server.sign_in"].setText(self.tr("Sign &in…") if wanted else again)
        actions["server.sign_out"].setVisible(account is not None)
        if account is not None:
            name = account.name.replace("&", "&&")
            actions["server.sign_out"].setText(self.tr("Sign &out {name}").format(name=name))


def _key(session: ServerSession) -> str:
    return f"sign_in:{session.server_id}"


def _end_key(session: ServerSession) -> str:
    return f"sign_in_ends:{session.server_id}"

"""Where a submission goes: its server, that one's boards, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.boards import BoardId, BoardKey
from ivk_desktop.domain.least_busy import Offer, Pick, Why, least_busy
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.dispatch import Dispatch
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.moves import Moves
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui import reading
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.rights import wants_sign_in
from ivk_desktop.ui.server_pick import Target

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

NOT_CONNECTED = Problem("not_connected")


class WindowTargets(QObject):
    """Keeps the Invoke bar at one with the server that the current workflow runs on.

    A server that is chosen by name takes the workflow over: form, models and boards are that
    one's. With "Least busy" the workflow stays, and each submission goes where it is done first.
    """

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._settings: Settings | None = None
        self._left: dict[ServerId, str] = {}
        """The names of servers that were disconnected."""
        self._boards: dict[ServerId, BoardId | None] = {}
        """Where automatic results go, as chosen in this window."""
        self.dispatch = Dispatch(servers, tasks, self)
        self.moves = Moves(workflows, servers, tasks, self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        servers, workflows, bar = self._servers, self._workflows, self._window.invoke_bar
        servers.added.connect(self._added)
        servers.removed.connect(self._removed)
        servers.current_changed.connect(self.refresh)
        workflows.current_changed.connect(self.refresh)
        workflows.relocated.connect(self.refresh)
        workflows.opened.connect(self.dispatch.watch)
        workflows.closed.connect(self.dispatch.forget)
        bar.server_picked.connect(self._picked)
        bar.board_picked.connect(self._keep_board)
        bar.refreshed.connect(self._show_pick)
        self.moves.lost.connect(self._moved_without)
        self.moves.failed.connect(self._not_moved)

    def set_settings(self, settings: Settings) -> None:
        """Keep choices in the settings from now on."""
        self._settings = settings
        self.refresh()

    # --- where to ------------------------------------------------------------------------
    @property
    def takes_least_busy(self) -> bool:
        """Whether each submission goes to the server that is through with it first."""
        wanted = self._settings is not None and self._settings.prefs.least_busy
        return wanted and self._servers.several

    def target(self, workflow: OpenWorkflow | None) -> ServerSession | None:
        """The server that a workflow's next submission goes to; the current one for none."""
        if workflow is None:
            return self._servers.current
        if self.takes_least_busy and (pick := self.dispatch.pick(workflow)) is not None:
            return self._servers.by_id(pick.offer.server_id)
        return self._servers.by_id(workflow.server_id)

    def said(self, workflow: OpenWorkflow, session: ServerSession) -> str:
        """One line for a submission that goes to ``session``: which was chosen, and why."""
        pick = self.dispatch.pick(workflow) if self.takes_least_busy else None
        if pick is None or pick.offer.server_id != session.server_id:
            return ""
        text = self.tr("{workflow} goes to {server}: {why}.")
        text = text.format(workflow=workflow.title, server=session.name, why=self._why(pick))
        return " ".join([text, *self._lacking(self.dispatch.offers(workflow))])

    def _picked(self, server_id: ServerId | None) -> None:
        if self._settings is not None:
            self._settings.update(least_busy=server_id is None)
        workflow = self._workflows.current
        session = self._servers.by_id(server_id) if server_id is not None else None
        if workflow is not None and session is not None:
            self.moves.move(workflow, session)
        elif session is not None:
            self._servers.set_current(session)
        self.refresh()

    def _moved_without(self, _workflow: OpenWorkflow, count: int) -> None:
        code = "moved_without_file" if count == 1 else "moved_without_files"
        self._notices.problem(Problem(code, {"count": count}), key="moved", level=Level.WARNING)

    def _not_moved(self, _workflow: OpenWorkflow, problem: Problem) -> None:
        self._notices.problem(problem, key="moved", level=Level.WARNING)
        self.refresh()

    # --- servers -------------------------------------------------------------------------
    def _added(self, session: ServerSession) -> None:
        session.link_changed.connect(self.refresh)
        session.choices_changed.connect(self.refresh)
        session.queue.counts_changed.connect(self._show_pick)
        self.refresh()

    def _removed(self, session: ServerSession) -> None:
        self._left[session.server_id] = session.name
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show servers, boards and obstacles as they are now."""
        bar, workflow = self._window.invoke_bar, self._workflows.current
        targets = [Target(s.server_id, s.name, s.link.connected) for s in self._servers.sessions]
        session = self._home(workflow)
        chosen = session.server_id if session is not None else ServerId("")
        bar.server.show_targets(targets, None if self.takes_least_busy else chosen)
        self._show_boards(session)
        self._show_pick()
        if session is not None and session.facts is not None:
            bar.set_front_available(session.facts.capabilities.prepend)

    def _home(self, workflow: OpenWorkflow | None) -> ServerSession | None:
        if workflow is None:
            return self._servers.current
        return self._servers.by_id(workflow.server_id)

    def _blocker(self, workflow: OpenWorkflow | None) -> Problem | None:
        session = self._home(workflow)
        if session is None and workflow is not None:
            return Problem("server_left", {"server": self._left.get(workflow.server_id, "")})
        if session is not None and not session.link.connected and wants_sign_in(session):
            return session.problem
        if session is None or not session.link.connected:
            several = session is not None and self._servers.several
            named = Problem("server_away", {"server": session.name if session else ""})
            return named if several else NOT_CONNECTED
        return None

    # --- least busy ----------------------------------------------------------------------
    def _show_pick(self) -> None:
        workflow, bar = self._workflows.current, self._window.invoke_bar
        if workflow is None or not self.takes_least_busy:
            bar.set_blocker(self._blocker(workflow))
            bar.set_target("")
            return
        offers = self.dispatch.offers(workflow)
        pick = least_busy(offers)
        bar.set_blocker(_none_fits(offers) if pick is None else None)
        if pick is None or workflow.form is None:
            bar.set_target("")
            return
        words = self.tr("on {server}").format(server=pick.offer.name)
        why = self.tr("Least busy: {why}.").format(why=self._why(pick))
        bar.set_target(words, "\n".join([why, *self._lacking(offers)]))

    def _why(self, pick: Pick) -> str:
        offer = pick.offer
        if pick.why is Why.IDLE:
            return self.tr("nothing runs there")
        if pick.why is Why.ONLY:
            return self.tr("no other connected server has all that is needed")
        if pick.why is Why.AWAKE:
            return self.tr("the others are paused")
        if pick.why is Why.SOONEST and offer.left_s is not None:
            left = fmt.minutes(offer.left_s, reading.style())
            return self.tr("its queue is done first, in {time}").format(time=left)
        count = fmt.count(offer.open_items, reading.style())
        return self.tr("fewest items wait there: {count}").format(count=count)

    def _lacking(self, offers: Sequence[Offer]) -> list[str]:
        words = self.tr("{server} lacks {what}.")
        return [
            words.format(server=offer.name, what=", ".join(offer.lacks[:3]))
            for offer in offers
            if offer.lacks
        ]

    # --- boards --------------------------------------------------------------------------
    def _show_boards(self, session: ServerSession | None) -> None:
        bar = self._window.invoke_bar
        known = session is not None and session.choices.board_ids is not None
        bar.set_boards(session.boards.items if known and session is not None else None)
        lacks = session is not None and session.boards.state is ListState.NOT_OFFERED
        bar.board.setVisible(not lacks)
        if session is not None:
            bar.set_board(self._board_of(session.server_id))

    def _board_of(self, server_id: ServerId) -> BoardId | None:
        if server_id in self._boards or self._settings is None:
            return self._boards.get(server_id)
        profile = self._settings.server(server_id)
        return BoardId(profile.board) if profile is not None and profile.board else None

    def _keep_board(self, board_id: BoardId | None) -> None:
        if (session := self._home(self._workflows.current)) is not None:
            self._keep(session.server_id, board_id)

    def _keep(self, server_id: ServerId, board_id: BoardId | None) -> None:
        self._boards[server_id] = board_id
        if self._settings is not None:
            self._settings.change_server(server_id, board=board_id)

    def forget_board(self, key: BoardKey) -> None:
        """A board is gone: no results go to it."""
        if self._board_of(key.server_id) == key.board_id:
            self.set_board(key, None)

    def set_board(self, key: BoardKey, board_id: BoardId | None) -> None:
        """Let automatic results of a server go to a board; ``None`` leaves them uncategorized."""
        session = self._home(self._workflows.current)
        if session is not None and session.server_id == key.server_id:
            self._window.invoke_bar.set_board(board_id)
            self._window.invoke_bar.board_picked.emit(board_id)
        else:
            self._keep(key.server_id, board_id)


def _none_fits(offers: Sequence[Offer]) -> Problem:
    """Why no connected server runs a workflow."""
    if not offers:
        return NOT_CONNECTED
    return Problem("no_server_fits", {"what": ", ".join(offers[0].lacks[:3])})

"""Carries what is asked of the queue to its servers, and tells what it came to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ivk_desktop.domain.access import Right
from ivk_desktop.domain.boards import Board
from ivk_desktop.domain.jobs import BatchId, JobId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.outcomes import Outcome
from ivk_desktop.domain.requeue import Move, placed
from ivk_desktop.domain.servers import CancelScope, ServerId
from ivk_desktop.stores.batches import RUNNING
from ivk_desktop.stores.job_actions import JobActions, Undoable
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.actions import plain_text
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.queue import questions
from ivk_desktop.ui.queue.actions import Verb
from ivk_desktop.ui.queue.outcomes import items_text, outcome_text
from ivk_desktop.ui.queue.questions import Reach
from ivk_desktop.ui.queue.reorder import QueueReorder
from ivk_desktop.ui.queue.undo_offer import UndoOffer
from ivk_desktop.ui.rights import may, refused_text

REQUEUING = ("queue.run_next", "queue.run_last", "queue.run_again", "queue.copy_graph")
TIDYING = ("queue.retry", "queue.delete")
SKIPPING = ("queue.skip",)
Ask = Callable[..., object]


class WindowQueue(QObject):
    """What the menus, the strip, the lanes and the queue ask for, on all servers they mean."""

    def __init__(self, window: MainWindow, servers: Servers, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._sought: MediaRef | None = None
        self.undo_offer = UndoOffer(notices, self)
        self.reorder = QueueReorder(window.queue.table, window.queue.model, self._can_place)
        servers.added.connect(self._add)
        servers.removed.connect(self._show_abilities)
        servers.shown_changed.connect(self._show_abilities)
        self._connect_panels()
        self._connect_menu()
        self._show_abilities()

    def _connect_panels(self) -> None:
        window = self._window
        window.lanes.cancel_requested.connect(self._cancel_one)
        window.queue.cancel_requested.connect(self.cancel)
        window.queue.actions_.asked.connect(self.do)
        window.queue.actions_.board_requested.connect(self._show_in_board)
        self.reorder.place_requested.connect(self._place)
        window.strip.cancel_running_requested.connect(self.cancel_running)
        window.strip.cancel_pending_requested.connect(self.cancel_pending)
        window.strip.cancel_all_requested.connect(self.cancel_all)
        window.strip.pause_requested.connect(self.set_paused)

    def _connect_menu(self) -> None:
        on = self._window.actions_.on
        on("queue.pause", self.set_paused)
        on("queue.cancel_current", self.cancel_running)
        on("queue.cancel", self._window.queue.actions_.cancel)
        on("queue.cancel_pending", self.cancel_pending)
        on("queue.cancel_all", self.cancel_all)
        on("queue.undo", self.undo_offer.undo)
        on("queue.retry", self.retry_failed)
        on("queue.prune", self.prune)
        on("queue.clear", self.clear)
        self.undo_offer.changed.connect(self._undo_changed)
        self._undo_changed(0)
        self._window.queue.actions_.actions["queue.cancel"].changed.connect(self._cancel_changed)
        self._cancel_changed()

    # --- sessions ------------------------------------------------------------------------
    def _add(self, session: ServerSession) -> None:
        actions = session.actions
        actions.told.connect(partial(self._told, session.server_id))
        actions.graph_read.connect(self._graph_read)
        if actions.requeuer is not None:
            actions.requeuer.doubtful.connect(partial(self._doubtful, session.server_id))
        session.link_changed.connect(self._counts_changed)
        session.boards.found.connect(self._board_found)
        session.queue.counts_changed.connect(self._counts_changed)
        self._show_abilities()

    def _show_abilities(self, *_: object) -> None:
        """Menus offer what a server can do."""
        actions = [session.actions for session in self._servers.shown]
        tidy = any(one.can_tidy for one in actions)
        self._window.queue.actions_.offer(TIDYING, tidy)
        self._window.queue.actions_.offer(REQUEUING, any(one.can_requeue for one in actions))
        self._window.queue.actions_.offer(SKIPPING, any(one.can_skip for one in actions))
        for name in ("queue.retry", "queue.prune", "queue.clear"):
            self._window.actions_[name].setVisible(tidy)
        self._counts_changed()

    def _counts_changed(self) -> None:
        """Every action says by its state whether it would do anything."""
        counts = [session.queue.counts for session in self._servers.shown]
        running = any(one.running for one in counts)
        pending = any(one.pending + one.waiting for one in counts)
        ended = any(one.ended for one in counts)
        for name, able in (
            ("queue.cancel_current", running),
            ("queue.cancel_pending", pending),
            ("queue.cancel_all", running or pending),
            ("queue.retry", any(one.failed for one in counts)),
            ("queue.prune", ended),
            ("queue.clear", running or pending or ended),
        ):
            self._window.actions_[name].setEnabled(able)
        pause = self._window.actions_["queue.pause"]
        refused = refused_text(self._servers.sessions, Right.PAUSE)
        pause.setEnabled(not refused)
        pause.setToolTip(refused or plain_text(pause))
        self._window.actions_.menu("queue").setToolTipsVisible(bool(refused))
        paused = bool(counts) and all(one.paused for one in counts)
        if pause.isChecked() != paused:
            pause.blockSignals(True)
            pause.setChecked(paused)
            pause.blockSignals(False)

    def _actions(self, server_id: ServerId) -> JobActions | None:
        session = self._servers.by_id(server_id)
        return session.actions if session is not None else None

    def _each(self, keys: Collection[JobKey]) -> list[tuple[ServerSession, list[JobId]]]:
        """Jobs by their sessions, in order."""
        found: dict[ServerId, list[JobId]] = {}
        for key in keys:
            found.setdefault(key.server_id, []).append(key.job_id)
        sessions = [(self._servers.by_id(server_id), ids) for server_id, ids in found.items()]
        return [(session, ids) for session, ids in sessions if session is not None]

    # --- cancel --------------------------------------------------------------------------
    def _cancel_one(self, key: JobKey) -> None:
        self.cancel((key,))

    def cancel(
        self, keys: Sequence[JobKey], batches: Sequence[tuple[ServerId, BatchId]] = ()
    ) -> None:
        """Cancel these jobs, and all open jobs of these batches."""
        each = self._each(keys)
        whole = self._batches(batches)
        reach = sum((_reach(session, ids) for session, ids in each), Reach())
        for session, batch_ids in whole:
            known = [session.queue.batches.get(batch_id) for batch_id in batch_ids]
            ids = [job_id for batch in known if batch is not None for job_id in batch.ranks]
            reach += _reach(session, ids)

        def act() -> None:
            for session, ids in each:
                session.actions.cancel(ids)
            for session, batch_ids in whole:
                session.actions.cancel_batches(batch_ids)

        self._sure(questions.ask_cancel, reach.open, act)

    def _batches(
        self, batches: Sequence[tuple[ServerId, BatchId]]
    ) -> list[tuple[ServerSession, list[BatchId]]]:
        found: dict[ServerId, list[BatchId]] = {}
        for server_id, batch_id in batches:
            found.setdefault(server_id, []).append(batch_id)
        sessions = [(self._servers.by_id(server_id), ids) for server_id, ids in found.items()]
        return [(session, ids) for session, ids in sessions if session is not None]

    def cancel_running(self) -> None:
        """Cancel the running items of all shown servers."""
        self.cancel([JobKey(s.server_id, i) for s in self._servers.shown for i in _own_running(s)])

    def cancel_pending(self) -> None:
        """Cancel all that waits, on all shown servers."""
        self._cancel_waiting(Reach(), lambda _: None)

    def cancel_all(self) -> None:
        """Cancel what runs and what waits, on all shown servers."""
        sessions = self._servers.shown
        reach = sum((_reach(session, _own_running(session)) for session in sessions), Reach())
        self._cancel_waiting(reach, lambda s: s.actions.cancel(_own_running(s)))

    def _cancel_waiting(self, reach: Reach, more: Callable[[ServerSession], object]) -> None:
        sessions = [s for s in self._servers.shown if s.queue.counts.open]
        for session in sessions:
            pending = session.queue.counts.pending + session.queue.counts.waiting
            reach += Reach(pending=pending, undoable=session.actions.can_undo())

        def act() -> None:
            for session in sessions:
                session.actions.cancel_pending()
                if _own_running(session):
                    more(session)

        self._sure(questions.ask_cancel, reach, act)

    def _sure(self, ask: Ask, reach: Reach, act: Callable[[], object]) -> None:
        """Act at once, or ask first where work would be lost."""
        if reach.asks:
            ask(self._window, reach, act)
        else:
            act()

    # --- the whole queue -----------------------------------------------------------------
    def set_paused(self, paused: bool) -> None:
        """Pause or resume all shown servers."""
        for session in self._servers.shown:
            if may(session, Right.PAUSE):
                session.actions.set_paused(paused)

    def prune(self) -> None:
        """Delete what has ended, on all shown servers."""
        for session in self._servers.shown:
            if session.queue.counts.ended:
                session.actions.prune()

    def clear(self) -> None:
        """Cancel what runs and delete all, on all shown servers."""
        sessions = [session for session in self._servers.shown if session.queue.counts.total]
        reach = Reach()
        for session in sessions:
            counts = session.queue.counts
            waiting = counts.pending + counts.waiting
            able = session.actions.can_undo()
            reach += Reach(counts.running, waiting, counts.ended, able)

        def act() -> None:
            for session in sessions:
                session.actions.clear()

        self._sure(questions.ask_clear, reach, act)

    def retry_failed(self) -> None:
        """Retry all that has failed, on all shown servers."""
        for session in self._servers.shown:
            if session.queue.counts.failed:
                session.actions.retry_failed()

    # --- some of it ----------------------------------------------------------------------
    def do(self, verb: Verb, keys: Sequence[JobKey]) -> None:
        """Do with jobs what the queue's menu says."""
        each = self._each(keys)

        def act() -> None:
            for session, ids in each:
                _CALLS[verb](session.actions, ids)

        if verb is Verb.DELETE:
            reach = sum((_reach(session, ids) for session, ids in each), Reach())
            self._sure(questions.ask_delete, reach, act)
        else:
            act()

    def _can_place(self, server_id: ServerId, moved: Sequence[JobId], before: JobId | None) -> bool:
        actions = self._actions(server_id)
        if actions is None or not actions.can_requeue:
            return False
        return placed(actions.pending_ids(), moved, before) is not None

    def _place(self, server_id: ServerId, moved: Sequence[JobId], before: JobId | None) -> None:
        if (actions := self._actions(server_id)) is not None:
            actions.place(moved, before)

    def _graph_read(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._notices.info(self.tr("Copied the graph."))

    def _show_in_board(self, row: QueueRow) -> None:
        session = self._servers.by_id(row.row_id.server_id)
        if session is None or not row.outputs:
            return
        self._sought = row.outputs[-1]
        session.boards.find(self._sought)

    def _board_found(self, ref: MediaRef, board: Board) -> None:
        if ref == self._sought:
            self._sought = None
            self._window.stage.show_board(board.key, board.name, ref)

    # --- what is told --------------------------------------------------------------------
    def _told(self, server_id: ServerId, outcome: Outcome, undoable: Undoable | None) -> None:
        text = outcome_text(outcome, self._servers.label(server_id))
        if undoable is not None:
            self.undo_offer.offer(text, undoable)
            return
        warns = outcome.stopped or outcome.short
        key = f"queue:{server_id}:{outcome.done.value}"
        self._notices.post(Notice(Level.WARNING if warns else Level.INFO, text, key=key))

    def _doubtful(self, server_id: ServerId, move: Move) -> None:
        """The server may have had them and dropped them since: the person knows best."""
        text = self.tr(
            "It is not known whether {items} were enqueued again before the connection was lost."
        )
        label = self.tr("Enqueue again")
        act = partial(self._insist, server_id, move.batch_id)
        key = f"doubt:{move.batch_id}"
        line = text.format(items=items_text(len(move.job_ids)))
        self._notices.post(Notice(Level.WARNING, line, key=key, action=NoticeAction(label, act)))

    def _insist(self, server_id: ServerId, batch_id: BatchId) -> None:
        self._notices.dismiss(f"doubt:{batch_id}")
        if (actions := self._actions(server_id)) is not None:
            actions.insist(batch_id)

    def _cancel_changed(self) -> None:
        selected = self._window.queue.actions_.actions["queue.cancel"]
        self._window.actions_["queue.cancel"].setEnabled(selected.isEnabled())

    def _undo_changed(self, count: int) -> None:
        action = self._window.actions_["queue.undo"]
        action.setEnabled(count > 0)
        bring = self.tr("&Undo: enqueue {items} again").format(items=items_text(count))
        action.setText(bring if count else self.tr("&Undo cancel"))


_CALLS: Final[Mapping[Verb, Callable[[JobActions, Sequence[JobId]], None]]] = {
    Verb.RUN_NEXT: JobActions.run_first,
    Verb.RUN_LAST: JobActions.run_last,
    Verb.RETRY: JobActions.retry,
    Verb.RUN_AGAIN: JobActions.run_again,
    Verb.DELETE: JobActions.delete,
    Verb.COPY_GRAPH: JobActions.read_graphs,
    Verb.FIND_AGAIN: JobActions.find_again,
    Verb.SKIP: JobActions.skip,
}


def _own_running(session: ServerSession) -> list[JobId]:
    """The running jobs that can be canceled: those of others cannot."""
    jobs = session.queue.jobs
    return [i for i in session.queue.running if (job := jobs.get(i)) is None or not job.private]


def _reach(session: ServerSession, job_ids: Sequence[JobId]) -> Reach:
    """How many of these jobs are in which state; one that is not known was there long ago."""
    jobs = session.queue.jobs
    open_jobs = [j for i in job_ids if (j := jobs.get(i)) is not None and not j.state.ended]
    running = sum(job.state in RUNNING for job in open_jobs)
    waiting = len(open_jobs) - running
    able = session.actions.can_undo(job_ids)
    foreign = sum(job.foreign for job in open_jobs)
    scope = session.facts.capabilities.cancel if session.facts else CancelScope.ITEM
    let_go = running if scope is CancelScope.NONE else 0
    return Reach(running, waiting, len(job_ids) - len(open_jobs), able, foreign, let_go)

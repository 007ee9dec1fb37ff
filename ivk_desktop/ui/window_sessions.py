"""Joins the sessions to the panels of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ivk_desktop.domain.form import FieldKind, SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.models import ModelKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.all_pictures import AllPictures
from ivk_desktop.stores.dispatch import HandedOver
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.queue_rows import QueueRow
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.queue.links import Link
from ivk_desktop.ui.rights import wants_sign_in
from ivk_desktop.ui.window_targets import WindowTargets

NOT_CONNECTED = Problem("not_connected")


class WindowSessions(QObject):
    """Adds each session to the panels, and carries what panels ask to the right session."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        targets: WindowTargets,
        ratings: Ratings,
    ) -> None:
        super().__init__(window)
        self._targets = targets
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._batches: dict[BatchId, OpenWorkflow] = {}
        self._running: dict[JobKey, OpenWorkflow] = {}
        """The jobs whose progress their workflow shows."""
        self.pictures = AllPictures(ratings, window)
        window.stage.set_session(self.pictures)
        servers.added.connect(self._add)
        servers.removed.connect(self._remove)
        servers.current_changed.connect(self._current_changed)
        servers.shown_changed.connect(self._shown_changed)
        workflows.closed.connect(self._forget_workflow)
        workflows.current_changed.connect(self._workflow_changed)
        self._connect_panels()

    # --- sessions come and go ------------------------------------------------------------
    def _add(self, session: ServerSession) -> None:
        window = self._window
        self._notices.names_servers = self._servers.several
        place = self._servers.sessions.index(session)
        window.strip.add_session(session, shown=session.shown, place=place)
        self.pictures.add(session)
        self._show_in_panels(session)
        window.form.set_has_server(True)
        window.form.redraw(session.server_id)
        session.link_changed.connect(self._link_changed)
        session.choices_changed.connect(self._choices_changed)
        session.submitted.connect(self._submitted)
        session.submit_failed.connect(self._submit_failed)
        if session.actions.requeuer is not None:
            session.actions.requeuer.replaced.connect(self._batch_replaced)
        session.results.unseen_changed.connect(self._unseen_changed)
        session.media.ready.connect(window.queue.thumbnail_came)
        session.media.saved.connect(self._saved)
        session.media.save_failed.connect(self._save_failed)
        session.previews.bad.connect(self._bad_preview)
        session.queue.counts_changed.connect(self._counts_changed)
        session.progress.changed.connect(self._progress_changed)
        session.progress.ended.connect(self._progress_gone)
        session.progress.dropped.connect(self._progress_gone)

    def _remove(self, session: ServerSession) -> None:
        self._window.strip.remove_session(session)
        self._show_in_panels(session, shown=False)
        self._window.form.set_has_server(bool(self._servers.sessions))
        self._notices.names_servers = self._servers.several
        self.pictures.remove(session)
        self._workflows.set_server(session.server_id, None)
        self._clear_progress(session)
        self._counts_changed()
        self._unseen_changed()

    def _shown_changed(self, session: ServerSession) -> None:
        self._window.strip.set_shown(session, session.shown)
        self._show_in_panels(session)
        self._counts_changed()
        self._unseen_changed()

    def _show_in_panels(self, session: ServerSession, shown: bool | None = None) -> None:
        """Show a server in lanes, queue and on the stage, or show it no more."""
        shown, window = session.shown if shown is None else shown, self._window
        for panel in (window.lanes, window.queue):
            if shown:
                panel.add_session(session)
            elif panel.has_session(session):
                panel.remove_session(session)
        self.pictures.set_shown(session, shown)
        if not shown:
            window.stage.leave_server(session.server_id)
        self._show_links()

    def _current_changed(self) -> None:
        session = self._servers.current
        window = self._window
        if session is None:
            window.sidebar.set_server(None, None, None, None)
            window.sidebar.set_gallery(None)
            return
        window.sidebar.set_server(session.library, session.boards, session.models, session.media)
        window.sidebar.set_gallery(session.gallery)

    def _link_changed(self) -> None:
        session = self.sender()
        if isinstance(session, ServerSession):
            self._show_link(session)

    def _show_link(self, session: ServerSession) -> None:
        connected = session.link.connected
        source = session.workflow_source if connected else None
        away = session.problem if wants_sign_in(session) else None
        self._workflows.set_server(session.server_id, source, away)
        lost = session.link is LinkState.LOST
        if lost:
            self._clear_progress(session)
        window = self._window
        window.stage.set_stale(session.server_id, session.as_of if lost else None)
        self._show_links()

    def _show_links(self) -> None:
        self._window.queue.show_links(
            [Link(s.name, s.link, s.as_of, s.problem) for s in self._servers.shown]
        )

    def _choices_changed(self) -> None:
        session = self.sender()
        if isinstance(session, ServerSession):
            self._show_choices(session)

    def _show_choices(self, session: ServerSession) -> None:
        self._workflows.set_choices(session.server_id, session.choices)

    # --- what panels ask -----------------------------------------------------------------
    def _connect_panels(self) -> None:
        window = self._window
        window.invoke_bar.submission_foreseen.connect(self._foresee)
        self._targets.dispatch.ready.connect(self._handed_over)
        self._targets.dispatch.refused.connect(self._submit_failed)
        window.invoke_bar.invoke_requested.connect(self._submit)
        window.invoke_bar.replace_requested.connect(self._replace)
        window.invoke_bar.problem_clicked.connect(window.form.focus_field)
        window.form.presets.noticed.connect(self._notices.post)
        window.lanes.selected.connect(window.stage.show_job)
        window.queue.retry_requested.connect(self._retry)
        window.queue.open_requested.connect(self._open_result)
        window.queue.invoke_requested.connect(window.invoke_bar.invoke)
        window.queue.thumbnails_shown.connect(self._thumbnails_shown)
        window.strip.retry_requested.connect(self._retry)
        window.sidebar.workflow_chosen.connect(self._workflows.select)
        window.sidebar.close_requested.connect(self._workflows.close)
        window.sidebar.open_workflow_requested.connect(self.open_library)
        window.sidebar.board_requested.connect(window.stage.show_board)
        window.sidebar.model_chosen.connect(self.use_model)
        window.stage.open_workflow_requested.connect(self._workflows.open_picture)

    def open_library(self, workflow_id: str) -> None:
        """Open a workflow of the current server's library."""
        session = self._servers.current
        if session is None:
            return
        cards = session.library.items
        title = next((card.name for card in cards if card.workflow_id == workflow_id), "")
        self._workflows.open_library(session.server_id, workflow_id, title)

    def _foresee(self, workflow: OpenWorkflow) -> None:
        if session := self._servers.by_id(workflow.server_id):
            session.foresee_submission()

    def _submit(self, workflow: OpenWorkflow, request: SubmitRequest) -> None:
        self._send(workflow, request, replacing=False)

    def _replace(self, workflow: OpenWorkflow, request: SubmitRequest) -> None:
        self._send(workflow, request, replacing=True)

    def _send(self, workflow: OpenWorkflow, request: SubmitRequest, *, replacing: bool) -> None:
        session = self._targets.target(workflow)
        if session is None:
            self._workflows.end_submission(request.batch_id, NOT_CONNECTED)
            return
        if said := self._targets.said(workflow, session):
            self._notices.info(said, key="target")
        if session.server_id == workflow.server_id:
            self._hand_in(workflow, request, session, replacing=replacing)
        else:
            self._targets.dispatch.send(workflow, request, session, replacing=replacing)

    def _handed_over(self, over: HandedOver) -> None:
        """Another server than the workflow's own has read it, and can take it."""
        asked, workflow = over.asked, over.workflow
        submission = workflow.submission
        if submission is None or submission.batch_id != asked.batch_id:
            return  # closed, or given up meanwhile
        if self._servers.by_id(over.session.server_id) is not over.session:
            self._workflows.end_submission(asked.batch_id, NOT_CONNECTED)
            return
        workflow.redirect(over.request)
        self._hand_in(workflow, over.request, over.session, replacing=over.replacing)

    def _hand_in(
        self,
        workflow: OpenWorkflow,
        request: SubmitRequest,
        session: ServerSession,
        *,
        replacing: bool,
    ) -> None:
        running = [session.queue.jobs[job_id] for job_id in session.queue.running if replacing]
        own = [job.key for job in running if job.batch_id in self._batches]
        self.expect(workflow, request)
        session.submit(request, replacing=own)

    def expect(self, workflow: OpenWorkflow, request: SubmitRequest) -> None:
        """Note that a submission which is about to be sent is this workflow's."""
        self._batches |= {part.batch_id: workflow for part in request.parts}

    def _batch_replaced(self, old: BatchId, new: BatchId) -> None:
        """Items that were enqueued again are still this workflow's."""
        if old in self._batches:
            self._batches[new] = self._batches[old]

    def _submitted(self, request: SubmitRequest, _receipt: object) -> None:
        self._workflows.end_submission(request.batch_id)

    def _submit_failed(
        self, request: SubmitRequest, problem: Problem, fields: tuple[Problem, ...]
    ) -> None:
        self._workflows.end_submission(request.batch_id, problem, fields)

    def _open_result(self, row: QueueRow) -> None:
        if row.outputs:
            self._window.stage.look_at(row.outputs[0])

    def _thumbnails_shown(self, refs: tuple[MediaRef, ...]) -> None:
        for session in self._servers.sessions:
            own = [ref for ref in refs if ref.server_id == session.server_id]
            session.media.show_thumbnails("queue", own)

    def _retry(self) -> None:
        for session in self._servers.shown:
            if session.link is LinkState.LOST:
                session.retry_now()

    # --- what is told --------------------------------------------------------------------
    def _counts_changed(self) -> None:
        running = sum(len(session.queue.running) for session in self._servers.shown)
        self._window.stage.set_running(running)

    def _unseen_changed(self) -> None:
        new = sum(session.results.unseen_count for session in self._servers.shown)
        self._window.strip.set_new_count(new)

    def _progress_changed(self, key: JobKey) -> None:
        session = self._servers.by_id(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session else None
        if session is None or job is None or job.batch_id not in self._batches:
            return
        fraction = session.progress.fraction(key)
        if session.link is LinkState.LOST or fraction is None:
            self._progress_gone(key)
            return
        self._running[key] = self._batches[job.batch_id]
        self._running[key].set_percent(100 * fraction)
        self._window.invoke_bar.refresh()

    def _progress_gone(self, key: JobKey) -> None:
        """A job runs no more, or nobody knows; by its key, for its record may be gone."""
        if (workflow := self._running.pop(key, None)) is not None:
            workflow.set_percent(None)
            self._window.invoke_bar.refresh()

    def _clear_progress(self, session: ServerSession) -> None:
        for key in [key for key in self._running if key.server_id == session.server_id]:
            self._progress_gone(key)

    def _saved(self, _ref: MediaRef, path: Path) -> None:
        self._notices.info(self.tr("Saved to {file}.").format(file=path.name))

    def _save_failed(self, _ref: MediaRef, problem: Problem) -> None:
        self._notices.problem(problem, key="save")

    def _bad_preview(self, key: JobKey) -> None:
        problem = Problem("bad_preview", {"item": key.job_id})
        self._notices.problem(problem, key="bad_preview", level=Level.WARNING)

    def use_model(self, key: ModelKey) -> None:
        """Put a model into the first field of the current form that takes it."""
        workflow, session = self._workflows.current, self._servers.by_id(key.server_id)
        model = session.models.model(key) if session is not None else None
        if model is None or workflow is None or workflow.form is None:
            return
        for spec in workflow.form.spec.fields.values():
            fits = spec.models is None or spec.models.takes(model)
            if spec.kind is FieldKind.MODEL and not spec.connected and fits:
                workflow.set_value(spec.id, model.identifier)
                self._window.form.focus_field(spec.id)
                return
        self._notices.info(self.tr("No field of this form takes {model}.").format(model=model.name))

    def _workflow_changed(self) -> None:
        workflow = self._workflows.current
        self._window.stage.set_workflow(workflow.title if workflow is not None else "")

    def _forget_workflow(self, workflow: OpenWorkflow) -> None:
        self._batches = {b: w for b, w in self._batches.items() if w is not workflow}
        self._running = {k: w for k, w in self._running.items() if w is not workflow}

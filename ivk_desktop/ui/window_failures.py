"""Joins the failures to the window: the count in the strip, the error centre, retry."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.endings import Endings
from ivk_desktop.stores.failures import Failures
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.errors.window import ErrorCentre, ServerView
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up
from ivk_desktop.ui.queue.finding import show_job


class WindowFailures(QObject):
    """Feeds the failures from what ends, and shows them."""

    def __init__(
        self, window: MainWindow, servers: Servers, endings: Endings, failures: Failures
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._failures = failures
        self._centre: ErrorCentre | None = None
        endings.job_ended.connect(self._job_ended)
        endings.old_found.connect(failures.add_all)
        failures.changed.connect(self._show_count)
        servers.added.connect(self._added)
        servers.removed.connect(self._refresh)
        window.actions_.on("queue.failures", self.open)
        window.strip.failed_clicked.connect(self.open)

    def open(self) -> None:
        """Open the error centre, or bring it to the front."""
        if self._centre is None:
            view = ServerView(self._name, self._takes_retries, self._is_connected)
            self._centre = ErrorCentre(self._failures, view, self._window)
            self._centre.retry_requested.connect(self._retry)
            self._centre.show_requested.connect(self.show_in_queue)
            self._centre.reasons_wanted.connect(self._read_reasons)
        bring_up(self._centre)

    def show_in_queue(self, key: JobKey) -> None:
        """Bring the window to the front with the cursor of the queue on this job."""
        session = self._servers.by_id(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session is not None else None
        self._window.come_forward()
        show_job(self._window.queue, key, job.batch_id if job is not None else None)

    # --- inside --------------------------------------------------------------------------
    def _job_ended(self, job: Job) -> None:
        if job.state is JobState.FAILED:
            self._failures.add(job, fresh=True)

    def _show_count(self) -> None:
        self._window.strip.set_failed_count(self._failures.unseen_count)

    def _added(self, session: ServerSession) -> None:
        session.link_changed.connect(self._refresh)
        session.actions.not_retried.connect(partial(self._not_retried, session.server_id))

    def _refresh(self) -> None:
        if self._centre is not None:
            self._centre.refresh()

    def _retry(self, keys: tuple[JobKey, ...]) -> None:
        for session in self._servers.sessions:
            own = [key.job_id for key in keys if key.server_id == session.server_id]
            if own and session.actions.can_tidy:
                session.actions.retry(own)

    def _not_retried(self, server_id: ServerId, job_ids: Sequence[JobId]) -> None:
        self._failures.take_back_retry([JobKey(server_id, job_id) for job_id in job_ids])

    def _read_reasons(self, keys: list[JobKey]) -> None:
        for session in self._servers.sessions:
            session.queue.want([k.job_id for k in keys if k.server_id == session.server_id])

    def _name(self, server_id: ServerId) -> str:
        session = self._servers.by_id(server_id)
        return session.name if session is not None else ""

    def _is_connected(self, server_id: ServerId) -> bool:
        session = self._servers.by_id(server_id)
        return session is not None and session.link.connected

    def _takes_retries(self, server_id: ServerId) -> bool:
        session = self._servers.by_id(server_id)
        return session is not None and session.actions.can_tidy and session.link.connected

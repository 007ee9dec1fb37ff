"""Says in the status bar how a job has ended, with one action that shows it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ivk_desktop.domain.jobs import Job, JobKey, JobState
from ivk_desktop.stores.batches import Group
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow


class JobNotices(QObject):
    """One notice a batch, replaced with each of its jobs: thirty jobs do not make thirty lines."""

    def __init__(self, window: MainWindow, servers: Servers, notices: Notices) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        servers.added.connect(self._add)

    def _add(self, session: ServerSession) -> None:
        session.progress.ended.connect(self._ended)

    def _ended(self, key: JobKey) -> None:
        session = self._servers.by_id(key.server_id)
        if session is None or (job := session.queue.jobs.get(key.job_id)) is None or job.private:
            return
        name = job.title or self.tr("Item {id}").format(id=job.key.job_id)
        if job.state is JobState.COMPLETED:
            action = NoticeAction(self.tr("Show"), partial(self._show, job.key))
            batch = session.queue.batches.get(job.batch_id) if job.batch_id is not None else None
            self._post(Level.INFO, self._done_text(name, batch), job, action)
        elif job.state is JobState.FAILED:
            reason = job.error.message if job.error is not None else self.tr("no reason given")
            show = self._window.actions_["queue.failures"].trigger
            action = NoticeAction(self.tr("Show"), show)
            text = self.tr("{name} failed: {reason}").format(name=name, reason=reason)
            self._post(Level.ERROR, text, job, action)

    def _done_text(self, name: str, batch: Group | None) -> str:
        if batch is None or not batch.open:
            return self.tr("{name} is done.").format(name=name)
        done, total = batch.states[JobState.COMPLETED], batch.states.total()
        return self.tr("{name}: {done} of {total} done.").format(name=name, done=done, total=total)

    def _post(self, level: Level, text: str, job: Job, action: NoticeAction) -> None:
        if server := self._servers.label(job.key.server_id):
            text = f"{server}: {text}"
        key = f"job:{job.key.server_id}:{job.batch_id or job.key.job_id}:{level.name}"
        detail = job.error.traceback if job.error is not None else ""
        notice = Notice(level, text, detail=detail, key=key, action=action, passing=True)
        self._notices.post(notice)

    def _show(self, key: JobKey) -> None:
        session = self._servers.by_id(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session is not None else None
        if job is not None and job.outputs:
            self._window.stage.look_at(job.outputs[0])

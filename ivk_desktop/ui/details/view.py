"""The details of one item: what it ran with, what its nodes did, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.domain.jobs import Job, JobKey
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.stores.bug_report import bug_report
from ivk_desktop.stores.job_logs import JobLogs
from ivk_desktop.stores.job_records import JobRecords
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.ui.details.header import DetailsHeader
from ivk_desktop.ui.details.pages import DetailsPages, Page
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.panel import Panel


class DetailsSession(Protocol):
    """What the details need of a server's session."""

    server_id: ServerId
    name: str
    facts: ServerFacts | None
    link: LinkState
    as_of: float | None
    queue: QueueStore
    progress: ProgressStore
    records: JobRecords
    logs: JobLogs
    media: MediaStore
    link_changed: SignalInstance


class DetailsView(QWidget):
    """Shows one item and follows it while it runs.

    Args:
        context_of: what values of a server's forms are told with (names of boards).
        parent: the pane's splitter, or a window.
    """

    picture_requested = Signal(object)
    """The ``MediaRef`` to be shown."""
    window_requested = Signal(object)
    """The ``JobKey`` whose details are wanted in a window."""
    copied = Signal()
    """A bug report is on the clipboard."""

    def __init__(
        self, context_of: Callable[[ServerId], FormContext], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context_of = context_of
        self._session: DetailsSession | None = None
        self._key: JobKey | None = None
        self._job: Job | None = None
        self.header = DetailsHeader()
        self.pages = DetailsPages()
        self.panel = Panel(self.pages)
        self._build()
        self.clear()

    @property
    def key(self) -> JobKey | None:
        """The item that is shown."""
        return self._key

    def show_job(self, session: DetailsSession, key: JobKey) -> None:
        """Show an item: what is known at once, its record as soon as it has been read."""
        if session is self._session and key == self._key:
            return
        self._leave()
        self._session, self._key, self._job = session, key, session.queue.jobs.get(key.job_id)
        for signal, slot in self._links(session):
            signal.connect(slot)
        self.header.show()
        self.pages.show_log(session.logs.text(key))
        if session.records.record(key) is None:
            self.panel.show_loading()
        self._show()
        session.records.want(key)

    def clear(self) -> None:
        """Show no item."""
        self._leave()
        self.header.hide()
        self.panel.show_empty(self.tr("Choose an item in the queue to see its details."))

    def forget(self, session: DetailsSession) -> None:
        """A server is gone, and its item with it."""
        if session is self._session:
            self.clear()

    def copy_report(self) -> None:
        """Put a bug report on the clipboard."""
        session, key = self._session, self._key
        record = session.records.record(key) if session and key else None
        if session and key and record is not None:
            report = bug_report(record, session.facts, session.progress.timeline(key))
            QGuiApplication.clipboard().setText(report)
            self.copied.emit()

    # --- what happens --------------------------------------------------------------------
    def _links(self, session: DetailsSession) -> tuple[tuple[Any, Callable[..., None]], ...]:
        return (
            (session.records.ready, self._record_came),
            (session.records.failed, self._record_came),
            (session.progress.changed, self._progressed),
            (session.logs.changed, self._wrote),
            (session.queue.changed, self._queue_changed),
            (session.queue.reset, self._queue_changed),
            (session.link_changed, self._link_changed),
        )

    def _leave(self) -> None:
        if self._session is not None:
            for signal, slot in self._links(self._session):
                signal.disconnect(slot)
        self._session = self._key = self._job = None

    def _record_came(self, key: JobKey) -> None:
        if key == self._key:
            self._show()

    def _wrote(self, key: JobKey) -> None:
        if key == self._key and self._session is not None:
            self.pages.show_log(self._session.logs.text(key))

    def _progressed(self, key: JobKey) -> None:
        if key == self._key and self.isVisible():
            self._show_progress()

    def _queue_changed(self, *_: object) -> None:
        """Another state or another title; the record of an ended item is another one, too."""
        session, key = self._session, self._key
        if session is None or key is None:
            return
        job = session.queue.jobs.get(key.job_id)
        if job is None or job == self._job:
            return  # an item that the server lists no more stays as it was
        before, self._job = self._job, job
        is_other = before is None or before.created_at != job.created_at
        if is_other and session.records.record(key) is None:
            self.panel.show_loading()  # the id is another item's now
        if is_other or (before is not None and before.state is not job.state):
            session.records.want(key)
        self._show_progress()

    def _link_changed(self) -> None:
        session, key = self._session, self._key
        if session is None or key is None:
            return
        if session.link is not LinkState.LOST and session.records.record(key) is None:
            session.records.want(key)
        self._show()

    # --- showing -------------------------------------------------------------------------
    def _show(self) -> None:
        session, key = self._session, self._key
        if session is None or key is None:
            return
        record, problem = session.records.record(key), session.records.problem(key)
        private = (record and record.job.private) or (self._job and self._job.private)
        self.header.set_able(record is not None and not private)
        if private:
            self.panel.show_no_permission(
                self.tr("This item is private: its server tells other users its state alone.")
            )
        elif record is not None:
            self.pages.show_record(record, self._context_of(key.server_id), session.media)
            if session.link is LinkState.LOST and session.as_of is not None:
                self.panel.show_stale(session.as_of)
            else:
                self.panel.show_content()
        elif not session.records.is_offered:
            self.panel.show_empty(self.tr("This kind of server keeps no details of its items."))
        elif problem is not None:
            self.panel.show_error(problem, retry=self._retry)
        self._show_progress()

    def _show_progress(self) -> None:
        session, key = self._session, self._key
        if session is None or key is None:
            return
        record = session.records.record(key)
        job = self._job or (record.job if record else Job(key))
        elapsed = session.progress.elapsed(key)
        self.header.show_job(job, elapsed, session.name)
        self.pages.show_nodes(record, session.progress.timeline(key), job, elapsed)

    def _retry(self) -> None:
        if self._session is not None and self._key is not None:
            self.panel.show_loading()
            self._session.records.reload(self._key)

    def _ask_window(self) -> None:
        if self._key is not None:
            self.window_requested.emit(self._key)

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Details"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.panel, 1)
        self.header.report_requested.connect(self.copy_report)
        self.header.window_requested.connect(self._ask_window)
        self.pages.picture_requested.connect(self.picture_requested)
        self.pages.open_page(Page.INPUTS)

"""The pages of the details: inputs, nodes, results, error, JSON, log."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ivk_desktop.domain.jobs import Job, JobState
from ivk_desktop.domain.node_rows import NodeRow, node_rows
from ivk_desktop.domain.node_runs import Bar
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.timeline import Timeline
from ivk_desktop.domain.updates import NodeStatus
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui.details.error import ErrorPage
from ivk_desktop.ui.details.inputs import InputTable
from ivk_desktop.ui.details.log import LogPage
from ivk_desktop.ui.details.nodes import NodesView
from ivk_desktop.ui.details.results import PicturesModel
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.json_tree import JsonPanel
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.tokens import Space


class Page(IntEnum):
    """The tabs in their order."""

    INPUTS = 0
    NODES = 1
    RESULTS = 2
    ERROR = 3
    JSON = 4
    LOG = 5


class DetailsPages(QWidget):
    """Tabs over the pages of one item; a page that has nothing to show has no tab."""

    picture_requested = Signal(object)
    """The ``MediaRef`` to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self.inputs = InputTable()
        self.nodes = NodesView()
        self.times_note = QLabel(wordWrap=True)
        self.pictures = PicturesModel(self)
        self.results = PictureGrid("details")
        self.error = ErrorPage()
        self.json = JsonPanel()
        self.log = LogPage()
        self._record: JobRecord | None = None
        self._json_of: JobRecord | None = None
        self._media: MediaStore | None = None
        self._stack = QStackedWidget()
        self._build()
        self.tabs.currentChanged.connect(self._page_chosen)
        self.nodes.picture_requested.connect(self.picture_requested)
        self.inputs.picture_requested.connect(self.picture_requested)
        for wish in (self.results.activated, self.results.enlarged):
            wish.connect(self._result_activated)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return Page(self._stack.currentIndex())

    def open_page(self, page: Page) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(page)

    def show_record(
        self, record: JobRecord, context: FormContext, media: MediaStore | None
    ) -> None:
        """Show what a server keeps of an item."""
        self._record = record
        if record.form is not None:
            self.inputs.show_form(record.form, context)
        else:
            self.inputs.show_plain(record.job.inputs)
        if media is not self._media:
            self._media = media
            self.results.set_model(self.pictures, media)
        refs = record.job.outputs or tuple(ref for node in record.nodes for ref in node.outputs)
        self.pictures.show_refs(refs)
        error = record.job.error
        if error is not None:
            self.error.show_error(error, record.traceback or error.traceback)
        self._offer(Page.INPUTS, bool(self.inputs.rowCount()))
        self._offer(Page.RESULTS, bool(refs))
        self._offer(Page.ERROR, error is not None)
        self._show_json()

    def show_nodes(
        self, record: JobRecord | None, timeline: Timeline | None, job: Job, elapsed_s: float | None
    ) -> None:
        """Show the nodes, of which a running job's are known before its record has them."""
        whole = timeline.seconds if timeline else elapsed_s or _took(job)
        rows = node_rows(record, timeline)
        if timeline is None and whole and rows:
            rows.insert(0, self._whole_row(job, whole))
        self.nodes.rows.show_rows(rows, whole or 0.0, ended=job.state.ended)
        self.times_note.setText(self._note(timeline, job))
        self.times_note.setVisible(bool(self.times_note.text()))

    def show_log(self, text: str) -> None:
        """Show what the item has written."""
        self.log.show_text(text)
        self._offer(Page.LOG, bool(text))

    # --- inside --------------------------------------------------------------------------
    def _whole_row(self, job: Job, seconds: float) -> NodeRow:
        """All that a record tells of times: when the whole item began and ended."""
        status = {JobState.COMPLETED: NodeStatus.COMPLETED, JobState.FAILED: NodeStatus.FAILED}
        state = status.get(job.state, NodeStatus.RUNNING)
        state = NodeStatus.PENDING if job.state is JobState.CANCELED else state
        bar = Bar(0.0, seconds, state)
        return NodeRow("", "", self.tr("Whole item"), state, (bar,), seconds)

    def _note(self, timeline: Timeline | None, job: Job) -> str:
        if timeline is None and job.started_at is None:
            return self.tr("No node has run.") if job.state.ended else ""
        if timeline is None:
            return self.tr(
                "The server keeps no times of nodes, and this item was not seen running."
            )
        if timeline.seen_from_s > 1:
            return self.tr("What ran before this app saw the item has no times.")
        return ""

    def _show_json(self) -> None:
        """Fill the tree when it is looked at: a record may be megabytes large."""
        if self.page is Page.JSON and self._record is not self._json_of and self._record:
            self._json_of = self._record
            self.json.show_data(dict(self._record.raw))

    def _page_chosen(self, number: int) -> None:
        self._stack.setCurrentIndex(max(0, number))
        self._show_json()

    def _result_activated(self, row: int) -> None:
        if (ref := self.results.ref(row)) is not None:
            self.picture_requested.emit(ref)

    def _offer(self, page: Page, offered: bool) -> None:
        """Show a tab, or leave it for one that has something."""
        if not offered and self.page is page:
            self.open_page(Page.NODES)
        self.tabs.setTabVisible(page, offered)

    def _build(self) -> None:
        self.tabs.setAccessibleName(self.tr("Details"))
        names = (
            self.tr("Inputs"),
            self.tr("Nodes"),
            self.tr("Results"),
            self.tr("Error"),
            self.tr("JSON"),
            self.tr("Log"),
        )
        for text in names:
            self.tabs.addTab(text)
        self.tabs.setTabVisible(Page.LOG, False)
        self.results.setAccessibleName(self.tr("Results of this item"))
        self.times_note.setProperty("role", "caption")
        self.times_note.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        timeline = QWidget()
        lines = QVBoxLayout(timeline)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.nodes, 1)
        lines.addWidget(self.times_note)
        for page in (self.inputs, timeline, self.results, self.error, self.json, self.log):
            self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addWidget(self._stack, 1)


def _took(job: Job) -> float:
    if job.started_at is None or job.ended_at is None:
        return 0.0
    return max(0.0, job.ended_at - job.started_at)

"""Makes the values of a sweep: source, values, and how they go with other sweeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.problems import DomainError, FieldId, Problem
from ivk_desktop.domain.sweep_values import usual_range
from ivk_desktop.domain.sweeps import Sweep, value_text
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.sweeps.file_pages import FolderPage, LinesPage, TablePage
from ivk_desktop.ui.sweeps.pages import ListPage, Page, PickPage, RandomPage, RangePage
from ivk_desktop.ui.sweeps.prompts_page import PromptsPage
from ivk_desktop.ui.sweeps.sources import SweepSource, source_title, sources_of
from ivk_desktop.ui.sweeps.texts import values_text
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space

WIDTH_PX: Final = 420
PAGES: Final[dict[SweepSource, Callable[[FieldSpec, FormContext, QWidget], Page]]] = {
    SweepSource.PICK: PickPage,
    SweepSource.LIST: ListPage,
    SweepSource.RANGE: RangePage,
    SweepSource.RANDOM: RandomPage,
    SweepSource.LINES: LinesPage,
    SweepSource.TABLE: TablePage,
    SweepSource.FOLDER: FolderPage,
    SweepSource.PROMPTS: PromptsPage,
}
_HAS_TEXT: Final = (SweepSource.LIST, SweepSource.PROMPTS)


class SweepDialog(QDialog):
    """Asks for the values of one field; to be opened with ``open``.

    Args:
        spec: the field.
        workflow: where the sweep goes.
        context: what the field's server has.
        source: which page to show first, or the one that was used last.
        parent: the widget that it belongs to.
    """

    def __init__(
        self,
        spec: FieldSpec,
        workflow: OpenWorkflow,
        context: FormContext,
        source: SweepSource | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Vary {field}").format(field=spec.title))
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._spec, self._workflow, self._context = spec, workflow, context
        self._pages: dict[SweepSource, Page] = {}
        self._values: tuple[Any, ...] = ()
        self._problem: Problem | None = None
        self._build_controls()
        self._build()
        self._connect()
        self._choose(source or self._last() or sources_of(spec)[0])

    # --- building ------------------------------------------------------------------------
    def _build_controls(self) -> None:
        self.source = QuietCombo(self)
        self.source.setAccessibleName(self.tr("Where the values come from"))
        for source in sources_of(self._spec):
            self.source.addItem(source_title(source), source)
        self._stack = QStackedWidget(self)
        self.preview = QLabel(self)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(theme.px(38))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.joined = QuietCombo(self)
        self.joined.setAccessibleName(self.tr("How it goes with other sweeps"))
        self.joined.addItem(self.tr("Every combination with other sweeps"), None)
        for sweep in self._workflow.sweeps.others(self._spec.id):
            text = self.tr("In step with {field}, {count} values")
            count = count_text(len(sweep.values))
            title = self._title(sweep.field_id)
            self.joined.addItem(text.format(field=title, count=count), sweep.field_id)
        partners = self._workflow.sweeps.partners(self._spec.id)
        self.joined.setCurrentIndex(self.joined.findData(partners[0]) if partners else 0)
        self.joined.setVisible(self.joined.count() > 1)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.set_ = QPushButton(self.tr("Sweep"), self)
        self.set_.setProperty("variant", "primary")
        self.set_.setDefault(True)

    def _title(self, field_id: FieldId) -> str:
        form = self._workflow.form
        spec = form.spec.fields.get(field_id) if form is not None else None
        return spec.title if spec is not None else str(field_id)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.set_)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(self.source)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.joined)
        rows.addWidget(self.preview)
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self.source.activated.connect(self._source_chosen)
        self.joined.activated.connect(self._show)
        self.cancel.clicked.connect(self.reject)
        self.set_.clicked.connect(self.accept)

    # --- sources -------------------------------------------------------------------------
    def _last(self) -> SweepSource | None:
        name = self._workflow.sweeps.offered(self._spec.id).get("source")
        return next((one for one in sources_of(self._spec) if one.value == name), None)

    def _source_chosen(self) -> None:
        self._choose(self.source.currentData())

    def _choose(self, source: SweepSource) -> None:
        self.source.setCurrentIndex(self.source.findData(source))
        page = self._pages.get(source)
        if page is None:
            page = self._pages[source] = PAGES[source](self._spec, self._context, self)
            self._stack.addWidget(page)
            self._fill(source, page)
            page.edited.connect(self._show)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._show()

    def _fill(self, source: SweepSource, page: Page) -> None:
        """What was entered last, else what the field holds."""
        offered = self._workflow.sweeps.offered(self._spec.id)
        form = self._workflow.form
        if offered.get("source") == source.value:
            page.restore(offered)
        elif source in _HAS_TEXT and form is not None:
            value = form.value(self._spec.id)
            text = value_text(value) if isinstance(value, str | int | float) else ""
            page.restore({"prompt" if source is SweepSource.PROMPTS else "text": text})
        elif source is SweepSource.PICK:
            page.restore({})
        elif source is SweepSource.RANGE and form is not None:
            found = usual_range(form.value(self._spec.id), self._spec)
            page.restore(dict(zip(("start", "end", "step"), found, strict=True)))

    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.source.currentData()]

    # --- what it comes to ----------------------------------------------------------------
    def _show(self) -> None:
        self._values, self._problem = (), None
        try:
            self._values = self.page().values()
        except DomainError as error:
            self._problem = error.problem
        status = self.page().status()
        if self._problem is None and self._values:
            self._problem = self._length_problem()
        if status:
            self._say(status, "text2")
        elif self._problem is not None:
            self._say(problem_text(self._problem), "failed")
        elif self._values:
            self._say(values_text(self._values, self._spec, self._context), "text")
        else:
            self._say(self.tr("No values yet"), "text2")
        self.set_.setEnabled(bool(self._values) and self._problem is None and not status)

    def _length_problem(self) -> Problem | None:
        partner = self.joined.currentData()
        other = self._workflow.sweeps.sweep(partner) if partner is not None else None
        if other is None or len(other.values) == len(self._values):
            return None
        wanted, count = len(other.values), len(self._values)
        title = self._title(other.field_id)
        return Problem("sweep_lengths_differ", {"count": count, "other": title, "wanted": wanted})

    def _say(self, text: str, tone: str) -> None:
        self.preview.setText(text)
        theme.restyle(self.preview, tone=tone)

    def accept(self) -> None:
        """Sweep the field with these values, once they are all there."""
        if self.set_.isEnabled():
            self.set_.setEnabled(False)
            self.page().prepare(self._ready)
            if self.page().status():
                self._show()

    def _ready(self, problem: Problem | None) -> None:
        if problem is not None:
            self._show()
            self._say(problem_text(problem), "failed")
            return
        source = self.source.currentData()
        settings = {"source": source.value, **self.page().settings()}
        sweep = Sweep(self._spec.id, self.page().values(), settings=settings)
        self._workflow.sweeps.set_sweep(sweep, self.joined.currentData())
        super().accept()

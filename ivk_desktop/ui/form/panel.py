"""The form column: title, the current workflow's form, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ivk_desktop.domain.access import WANTS_SIGN_IN
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.form.preset_bar import PresetBar
from ivk_desktop.ui.form.step_texts import step_text
from ivk_desktop.ui.form.title import TitleSwitcher
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.theme import px
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import IconButton

MOST_VIEWS: Final = 8
"""Forms that stay drawn, with their scroll positions; others are drawn again when selected."""


class FormPanel(QWidget):
    """Shows the form of the current workflow; switching never takes the focus.

    Args:
        workflows: the open workflows.
        context_of: gives the lists and pictures of a server.
        actions: what the "…" menu offers.
    """

    open_requested = Signal()
    """The person wants to open a workflow file."""
    sign_in_requested = Signal(object)
    """The ``ServerId`` that wants it before the current workflow can be read."""
    connect_requested = Signal()
    """There is no server; one is wanted."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        context_of: Callable[[ServerId], FormContext],
        actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self._workflows = workflows
        self._context_of = context_of
        self._current: OpenWorkflow | None = None
        self._has_server = False
        self._views: dict[OpenWorkflow, FormView] = {}
        self._pages = QStackedWidget()
        self.panel = Panel(self._pages, self)
        self.title = TitleSwitcher(workflows, self)
        self.undo = IconButton("undo-2", self.tr("Undo"), self)
        self.undo.clicked.connect(self._undo)
        self.presets = PresetBar(context_of, self)
        self.more = IconButton("ellipsis", self.tr("More"), self)
        self.more.clicked.connect(self._open_menu)
        self.menu = QMenu(self)
        self.menu.addActions(list(actions))
        self._build()
        workflows.current_changed.connect(self._current_changed)
        workflows.closed.connect(self._closed)
        self._current_changed()

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("border", "bottom")
        head.setFixedHeight(px(Height.PANEL_HEADING))
        line = QHBoxLayout(head)
        line.setContentsMargins(px(Space.FORM_MARGIN), 0, px(Space.S), 0)
        line.setSpacing(Space.XS)
        line.addWidget(self.title, 1)
        line.addWidget(self.undo)
        line.addWidget(self.more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self.presets)
        rows.addWidget(self.panel, 1)

    @property
    def view(self) -> FormView | None:
        """The form that is shown."""
        return self._views.get(self._current) if self._current is not None else None

    def focus_field(self, field_id: FieldId) -> bool:
        """Scroll to a field of the shown form and focus it; returns whether it is there."""
        return self.view.focus_field(field_id) if self.view is not None else False

    def set_has_server(self, has_server: bool) -> None:
        """Whether there is a server whose workflows can be opened."""
        if has_server != self._has_server:
            self._has_server = has_server
            self._changed()

    def redraw(self, server_id: ServerId) -> None:
        """Draw a server's forms anew: they ask another session now."""
        for workflow in [w for w in self._views if w.server_id == server_id]:
            workflow.settling.emit()
            self._drop(workflow)
        self._changed()

    # --- what is shown -------------------------------------------------------------------
    def _current_changed(self) -> None:
        if self._current is not None:
            self._current.changed.disconnect(self._changed)
            self._current.loaded.disconnect(self._loaded)
            self._current.undo_changed.disconnect(self._undo_changed)
        self._current = self._workflows.current
        if self._current is not None:
            self._current.changed.connect(self._changed)
            self._current.loaded.connect(self._loaded)
            self._current.undo_changed.connect(self._undo_changed)
        self._changed()

    def _changed(self) -> None:
        workflow = self._current
        self.title.show_title(workflow.title if workflow is not None else "")
        has_form = workflow is not None and workflow.state is OpenState.READY
        self.undo.setVisible(has_form)
        self._undo_changed()
        shown = self._workflows.presets_of(workflow) if workflow is not None and has_form else None
        self.presets.set_presets(shown)
        self.more.setVisible(workflow is not None and not self.menu.isEmpty())
        if workflow is None:
            self._show_none()
        elif workflow.state is OpenState.READY:
            self._show_form(workflow)
        else:
            self._show_why_not(workflow)

    def _show_none(self) -> None:
        if self._has_server:
            text = self.tr("No workflow is open. Choose one in the sidebar, or open a file.")
            label, act = self.tr("Open a file…"), self.open_requested.emit
        else:
            text = self.tr("Connect to a server to see its workflows, boards and models.")
            label, act = self.tr("Connect to a server…"), self.connect_requested.emit
        self.panel.show_empty(text, label, act, "workflow" if self._has_server else "plug")

    def _undo_changed(self) -> None:
        label = self._current.undo_label if self._current is not None else None
        self.undo.setEnabled(label is not None)
        name = self.tr("Undo")
        if label is not None:
            name = self.tr("Undo {what}").format(what=step_text(label))
        self.undo.set_name(name)

    def _show_why_not(self, workflow: OpenWorkflow) -> None:
        if workflow.state is OpenState.FAILED and workflow.problem is not None:
            retry = self._retry if workflow.retryable else None
            self.panel.show_error(workflow.problem, retry=retry)
        elif workflow.problem is not None:
            self._show_what_it_waits_for(workflow.problem)
        else:
            self.panel.show_loading()

    def _show_what_it_waits_for(self, problem: Problem) -> None:
        text = problem_text(problem)
        if problem.code in WANTS_SIGN_IN:
            self.panel.show_empty(text, self.tr("Sign in…"), self._sign_in, "log-in")
        else:
            self.panel.show_empty(text, self.tr("Try again"), self._retry, "hourglass")

    def _show_form(self, workflow: OpenWorkflow) -> None:
        view = self._views.pop(workflow, None)
        if view is None and workflow.form is not None:
            context = self._context_of(workflow.server_id)
            view = FormView(workflow, workflow.form.spec, context, self._pages)
            self._pages.addWidget(view)
        if view is None:
            return
        self._views[workflow] = view  # the last one of the dict is the newest
        while len(self._views) > MOST_VIEWS:
            self._drop(next(iter(self._views)))
        self._pages.setCurrentWidget(view)
        self.panel.show_content()

    def _loaded(self) -> None:
        if self._current is not None:
            self._drop(self._current)
            self._changed()

    def _closed(self, workflow: OpenWorkflow) -> None:
        self._drop(workflow)

    def _drop(self, workflow: OpenWorkflow) -> None:
        view = self._views.pop(workflow, None)
        if view is not None:
            self._pages.removeWidget(view)
            view.deleteLater()

    # --- what is done --------------------------------------------------------------------
    def _retry(self) -> None:
        if self._current is not None:
            self._workflows.retry(self._current)

    def _sign_in(self) -> None:
        if self._current is not None:
            self.sign_in_requested.emit(self._current.server_id)

    def _undo(self) -> None:
        if self._current is not None:
            self._current.undo()

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

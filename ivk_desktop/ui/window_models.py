"""When to ask which models stand for missing ones: once for each workflow that is opened."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.form import ModelForm
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.missing_models import MissingModelsDialog, candidates
from ivk_desktop.ui.placing import show_placed


class WindowModels(QObject):
    """Asks for the current workflow, as soon as form and models are known.

    Where no model fits, and none can be installed from here, nothing is asked: the fields say
    what is missing.
    """

    find_requested = Signal(str)
    """The name of a model that is to be found or installed."""

    def __init__(self, window: MainWindow, servers: Servers, workflows: OpenWorkflows) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._asked: set[OpenWorkflow] = set()
        self.dialog: MissingModelsDialog | None = None
        servers.added.connect(self._session_added)
        workflows.opened.connect(self._opened)
        workflows.closed.connect(self._asked.discard)
        workflows.relocated.connect(self._asked.discard)
        workflows.current_changed.connect(self._ask)

    def _session_added(self, session: ServerSession) -> None:
        session.choices_changed.connect(self._ask)

    def _opened(self, workflow: OpenWorkflow) -> None:
        workflow.loaded.connect(self._ask)

    def _ask(self) -> None:
        workflow = self._workflows.current
        if workflow is None or workflow in self._asked or self.dialog is not None:
            return
        session, form = self._servers.by_id(workflow.server_id), workflow.form
        if session is None or not isinstance(form, ModelForm):
            return
        if (known := session.choices.model_keys) is None:
            return
        self._asked.add(workflow)
        missing, models = form.missing_models(known), session.models.items
        installs = session.manager.installs.offered and session.manager.may_change
        if missing and (installs or any(candidates(one, models) for one in missing)):
            self.dialog = MissingModelsDialog(
                workflow.title, missing, models, self._window, installs=installs
            )
            self.dialog.find_requested.connect(self.find_requested)
            self.dialog.answered.connect(partial(self._answered, workflow))
            self.dialog.finished.connect(self._closed)
            show_placed(self.dialog)

    def _answered(self, workflow: OpenWorkflow, answers: Mapping[str, ModelInfo]) -> None:
        if workflow in self._workflows.workflows:
            models = {missing: model.identifier for missing, model in answers.items()}
            self._workflows.answer_models(workflow, models)

    def _closed(self) -> None:
        self.dialog = None
        self._ask()

"""Joins the Invoke bar's other ways to what does them: keep pending, dry run, copy."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ivk_desktop.domain.calls import HttpCall
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.stores.keepers import Keepers
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.ui.dry_run import DryRunWindow, request_text
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import show_placed
from ivk_desktop.ui.window_sessions import WindowSessions


class WindowSubmits(QObject):
    """Owns what keeps items pending; it ends with the window."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        sessions: WindowSessions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self.keepers = Keepers(workflows, servers, notices, self)
        self.keepers.submitted.connect(sessions.expect)
        self.keepers.changed.connect(self._show_keepers)
        bar = window.invoke_bar
        for asked in (bar.invoke_requested, bar.replace_requested):
            asked.connect(window.stage.resume)
        bar.keep_requested.connect(self.keepers.start)
        bar.stop_requested.connect(self.keepers.stop)
        bar.dry_run_requested.connect(self._dry_run)
        bar.copy_requested.connect(self._copy)

    def _show_keepers(self) -> None:
        self._window.invoke_bar.show_keepers(self.keepers.keepers)

    def _calls(self, workflow: OpenWorkflow, request: SubmitRequest) -> tuple[HttpCall, ...]:
        session = self._servers.by_id(workflow.server_id)
        return session.calls(request) if session is not None else ()

    def _dry_run(self, workflow: OpenWorkflow, request: SubmitRequest) -> None:
        show_placed(DryRunWindow(request, self._calls(workflow, request), self._window))

    def _copy(self, workflow: OpenWorkflow, request: SubmitRequest, kind: str) -> None:
        calls = self._calls(workflow, request)
        if not calls:
            self._notices.info(self.tr("This server's requests cannot be copied."))
            return
        QGuiApplication.clipboard().setText(request_text(calls, kind))
        self._notices.info(self.tr("Copied, with $IVK_TOKEN in place of a token."))

"""All workflows of which items are kept waiting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.keep_pending import KeepPending
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession


class Keepers(QObject):
    """Owns what keeps items pending: at most one for each open workflow.

    It ends with its workflow and with its server.
    """

    changed = Signal()
    submitted = Signal(object, object)
    """The ``OpenWorkflow`` and the ``SubmitRequest`` that is about to be sent."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        servers: Servers,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._servers = servers
        self._notices = notices
        self._keepers: dict[OpenWorkflow, KeepPending] = {}
        workflows.closed.connect(self.stop)
        workflows.relocated.connect(self.stop)
        servers.removed.connect(self._server_removed)

    @property
    def keepers(self) -> tuple[KeepPending, ...]:
        """Those that run, the first one first."""
        return tuple(self._keepers.values())

    def of(self, workflow: OpenWorkflow) -> KeepPending | None:
        """What keeps items of this workflow pending."""
        return self._keepers.get(workflow)

    def start(self, workflow: OpenWorkflow, wanted: int) -> None:
        """Keep so many items of a workflow pending, from now on."""
        session = self._servers.by_id(workflow.server_id)
        if session is None:
            return
        if (running := self._keepers.get(workflow)) is not None:
            running.wanted = wanted
            self.changed.emit()
            return
        keeper = KeepPending(workflow, session, wanted, self)
        keeper.changed.connect(self.changed)
        keeper.submitted.connect(partial(self.submitted.emit, workflow))
        keeper.ended.connect(partial(self._ended, workflow))
        self._keepers[workflow] = keeper
        keeper.start()

    def stop(self, workflow: OpenWorkflow) -> None:
        """Submit nothing more of a workflow; what waits goes on waiting."""
        if (keeper := self._keepers.get(workflow)) is not None:
            keeper.stop()

    def _server_removed(self, session: ServerSession) -> None:
        for workflow in [w for w in self._keepers if w.server_id == session.server_id]:
            self.stop(workflow)

    def _ended(self, workflow: OpenWorkflow, problem: Problem | None) -> None:
        if (keeper := self._keepers.pop(workflow, None)) is not None:
            keeper.deleteLater()
        if problem is not None:
            key = f"keep:{id(workflow)}"
            self._notices.problem(problem, key=key, level=Level.WARNING)
        self.changed.emit()

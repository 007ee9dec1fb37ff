"""Open workflows that move to another server: form, edits and sweeps with them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import WorkflowSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.form import Form
from ivk_desktop.domain.problems import DomainError, FieldId, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.carrying import Place, Route, carried, portable, without_files
from ivk_desktop.stores.form_values import KeptValue
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import BytesSource, FileSource, Source
from ivk_desktop.tasks import Tasks


class Home(NamedTuple):
    """Where a workflow was opened: it is itself again when it comes back."""

    server_id: ServerId
    source: Source


class Moves(QObject):
    """Lets a workflow be another server's; its author's values stay what a reset goes back to."""

    lost = Signal(object, int)
    """An ``OpenWorkflow`` that has moved, and how many pictures stayed behind."""
    failed = Signal(object, object)
    """An ``OpenWorkflow`` that stays where it is, and the ``Problem``."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        servers: Servers,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workflows = workflows
        self._servers = servers
        self._tasks = tasks
        self._homes: dict[OpenWorkflow, Home] = {}
        self._numbers = itertools.count()
        self._moving: dict[str, OpenWorkflow] = {}
        """What is being read elsewhere, by the name of its task."""
        tasks.failed.connect(self._task_failed)
        workflows.closed.connect(self._forget)

    def _forget(self, workflow: OpenWorkflow) -> None:
        self._homes.pop(workflow, None)

    def move(self, workflow: OpenWorkflow, there: ServerSession) -> None:
        """Move a workflow, as soon as the other server has read it; it cannot be sent meanwhile."""
        busy = workflow.submitting or workflow.state is not OpenState.READY
        source = there.workflow_source
        if busy or source is None or workflow.server_id == there.server_id:
            return
        workflow.settling.emit()
        try:
            form = portable(workflow.form)
        except DomainError as error:
            self.failed.emit(workflow, error.problem)
            return
        assert workflow.form is not None
        documents = (workflow.form.document(), form.original())
        here = self._servers.by_id(workflow.server_id)
        route = Route(Place.of(here), Place.of(there))
        workflow.wait()
        name = f"move workflow {next(self._numbers)}"
        self._moving[name] = workflow
        self._tasks.start(self._move(name, there.server_id, source, documents, route), name)

    def _task_failed(self, name: str, _error: object) -> None:
        """A fault of our own: the workflow stays where it is."""
        if (workflow := self._moving.pop(name, None)) is not None:
            self._stay(workflow, Problem("not_portable"))

    def _stay(self, workflow: OpenWorkflow, problem: Problem) -> None:
        if workflow in self._workflows.workflows:
            workflow.stay()
            self.failed.emit(workflow, problem)

    async def _move(
        self,
        name: str,
        server_id: ServerId,
        source: WorkflowSource,
        documents: tuple[Mapping[str, Any] | None, Mapping[str, Any]],
        route: Route,
    ) -> None:
        now, original = documents
        workflow = self._moving[name]
        home = self._homes.get(workflow, Home(workflow.server_id, workflow.source))
        returns = home.server_id == server_id
        base_source = home.source if returns else _elsewhere(workflow, original)
        problem: Problem | None = None
        try:
            base = await base_source.read(source)
            form = await carried(now or original, workflow.title, source, route)
        except (ApiError, DomainError) as error:
            problem = error.problem
        if problem is not None:
            del self._moving[name]
            self._stay(workflow, problem)
            return
        gone = without_files(form)
        if not returns:
            _settle(base, route)
        kept = _edits(workflow, base, form, gone, route)
        del self._moving[name]
        if workflow not in self._workflows.workflows:
            return  # closed meanwhile
        self._homes[workflow] = home
        self._workflows.relocate(workflow, server_id, base_source, base, kept)
        if gone:
            self.lost.emit(workflow, len(gone))


def _elsewhere(workflow: OpenWorkflow, original: Mapping[str, Any]) -> Source:
    """Where another server reads it from: a file is the same one everywhere."""
    if isinstance(workflow.source, FileSource | BytesSource):
        return workflow.source
    return BytesSource.of(json.dumps(original).encode(), f"{workflow.title}.json")


def _settle(base: Form, route: Route) -> None:
    """What the document names of its own server is the other one's, or nothing."""
    try:
        form = portable(base)
    except DomainError:
        return
    form.use_boards(route.boards(form))
    without_files(base)
    base.rebase()


def _edits(
    workflow: OpenWorkflow,
    base: Form,
    form: Form,
    gone: frozenset[FieldId],
    route: Route,
) -> dict[FieldId, KeptValue]:
    """What is to be put into ``base``: the values of ``form`` that differ, and the sweeps."""
    found: dict[FieldId, KeptValue] = {}
    for field_id, spec in base.spec.fields.items():
        if field_id not in form.spec.fields:
            continue
        initial = base.initial(field_id)
        value = initial if field_id in gone else form.value(field_id)
        sweep = route.kept_sweep(workflow.sweeps.kept(field_id), spec.kind)
        if value != initial or sweep is not None:
            found[field_id] = KeptValue(value, initial, sweep=sweep)
    return found

"""Sends a submission to whichever server is through with it first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import WorkflowSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.form import (
    FieldKind,
    Form,
    GeneratingForm,
    MissingModel,
    PortableForm,
    SubmitOptions,
    SubmitRequest,
)
from ivk_desktop.domain.least_busy import Offer, Pick, lacking, least_busy, needed_models
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.stores.carrying import Place, Route, carried
from ivk_desktop.stores.generated import GeneratedItems
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.tasks import Tasks

FILES = frozenset({FieldKind.IMAGE, FieldKind.IMAGES, FieldKind.VIDEO})


@dataclass(frozen=True, slots=True)
class Needs:
    """What a form would run with: what every server must have, and what only its own has."""

    models: tuple[MissingModel, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A submission as another server takes it."""

    workflow: OpenWorkflow
    asked: SubmitRequest
    """As the workflow's own server would have taken it."""
    request: SubmitRequest
    session: ServerSession
    replacing: bool
    """Whether what runs there is to give way."""


class Dispatch(QObject):
    """Knows what each connected server could take, and hands submissions over.

    A form is judged where it was opened; for another server its document is read there anew.
    """

    ready = Signal(object)
    """A ``HandedOver``."""
    refused = Signal(object, object, object)
    """The ``SubmitRequest`` that was asked for, the ``Problem``, problems of single fields."""

    def __init__(self, servers: Servers, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._servers = servers
        self._tasks = tasks
        self._needs: dict[OpenWorkflow, Needs] = {}
        self._handing: dict[str, SubmitRequest] = {}
        """What is being handed over, by the name of its task."""
        tasks.failed.connect(self._failed)

    # --- choosing ------------------------------------------------------------------------
    def watch(self, workflow: OpenWorkflow) -> None:
        """Follow what an open workflow needs."""
        for signal in (workflow.loaded, workflow.value_changed, workflow.readiness_changed):
            signal.connect(self._outdate)

    def forget(self, workflow: OpenWorkflow) -> None:
        """It is closed."""
        self._needs.pop(workflow, None)

    def pick(self, workflow: OpenWorkflow) -> Pick | None:
        """The server that would run it first; ``None`` where no connected one can."""
        return least_busy(self.offers(workflow))

    def offers(self, workflow: OpenWorkflow) -> list[Offer]:
        """What each connected server is for a workflow now, its own first."""
        home = self._servers.by_id(workflow.server_id)
        sessions = [s for s in self._servers.sessions if self._could(s, workflow, home)]
        sessions.sort(key=lambda session: session is not home)
        needs = self._needs_of(workflow)
        return [self._offer(session, needs, at_home=session is home) for session in sessions]

    def _could(
        self, session: ServerSession, workflow: OpenWorkflow, home: ServerSession | None
    ) -> bool:
        """Whether a server is there, and of the kind that reads the workflow at all."""
        if not session.link.connected or session.workflow_source is None:
            return False
        if session is home:
            return True
        same = home is None or _product(session) == _product(home)
        return same and isinstance(workflow.form, PortableForm)

    def _offer(self, session: ServerSession, needs: Needs, *, at_home: bool) -> Offer:
        lacks: tuple[str, ...] = ()
        if session.choices.model_keys is not None:
            lacks = lacking(needs.models, session.models.items)
        elif needs.models and not at_home:  # its list has not come yet
            lacks = tuple(one.name for one in needs.models)
        if not at_home:
            lacks += needs.files
        left = session.progress.queue_left() if session.queue.counts.open else None
        return Offer(
            session.server_id,
            session.name,
            session.queue.counts.open,
            max(1, len(session.facts.devices) if session.facts else 1),
            left.seconds if left is not None else None,
            session.queue.counts.paused,
            lacks,
        )

    def _needs_of(self, workflow: OpenWorkflow) -> Needs:
        if workflow not in self._needs:
            self._needs[workflow] = _needs(workflow)
        return self._needs[workflow]

    def _outdate(self, *_: object) -> None:
        workflow = self.sender()
        if isinstance(workflow, OpenWorkflow):
            self._needs.pop(workflow, None)

    # --- handing over --------------------------------------------------------------------
    def send(
        self,
        workflow: OpenWorkflow,
        request: SubmitRequest,
        there: ServerSession,
        *,
        replacing: bool = False,
    ) -> None:
        """Have another server read what was submitted; ``ready`` or ``refused`` follows."""
        form, source = workflow.form, there.workflow_source
        document = form.document() if form is not None else None
        if form is None or document is None or source is None:
            self.refused.emit(request, Problem("not_portable"), ())
            return
        here = self._servers.by_id(workflow.server_id)
        route = Route(Place.of(here), Place.of(there))
        options = route.options(workflow.sent_options, form)
        generated = here.generated if here is not None else None
        what = (document, route, options, generated)
        work = self._send(HandedOver(workflow, request, request, there, replacing), source, what)
        name = f"hand over {request.batch_id}"
        self._handing[name] = request
        self._tasks.start(work, name)

    def _failed(self, name: str, _error: object) -> None:
        """A fault of our own: it was not sent, and it can be tried again."""
        if (request := self._handing.pop(name, None)) is not None:
            self.refused.emit(request, Problem("not_portable"), ())

    async def _send(
        self,
        over: HandedOver,
        source: WorkflowSource,
        what: tuple[Mapping[str, Any], Route, SubmitOptions, GeneratedItems | None],
    ) -> None:
        document, route, options, generated = what
        there = over.session
        problem: Problem | None = None
        fields: tuple[Problem, ...] = ()
        made: SubmitRequest | None = None
        try:
            form = await carried(document, over.asked.title, source, route)
            _provide(form, generated)
            judged = form.readiness(options, there.choices)
            if judged.problems:
                args = {"server": there.name}
                problem, fields = Problem("not_ready_there", args), judged.problems
            else:
                made = form.request(options)
        except (ApiError, DomainError) as error:
            problem = error.problem
        self._handing.pop(f"hand over {over.asked.batch_id}", None)
        if made is None:
            self.refused.emit(over.asked, problem or Problem("not_portable"), fields)
        else:
            self.ready.emit(replace(over, request=_named_as(made, over.asked)))


def _needs(workflow: OpenWorkflow) -> Needs:
    form = workflow.form
    if form is None:
        return Needs()
    files = tuple(form.file_names()) if isinstance(form, PortableForm) else ()
    models = list(needed_models(form))
    for sweep in workflow.sweeps.plan().items:
        kind = form.spec.fields[sweep.field_id].kind
        if kind in FILES:
            files += (form.spec.fields[sweep.field_id].title,)
        elif kind is FieldKind.MODEL:
            models += [_needed(value) for value in sweep.values if isinstance(value, dict)]
    return Needs(tuple(models), files)


def _needed(identifier: Mapping[str, Any]) -> MissingModel:
    name, kind, base = (str(identifier.get(part, "")) for part in ("name", "type", "base"))
    identity = str(identifier.get("hash") or f"{name}|{kind}|{base}")
    return MissingModel(identity, name, kind, base, ())


def _provide(form: Form, generated: GeneratedItems | None) -> None:
    """Submit just what the generators were seen to yield."""
    if generated is None or not isinstance(form, GeneratingForm):
        return
    for one in form.pending_generators(drawn=True):
        found = generated.peek(one.value)
        if found is not None and found.problem is None:
            form.provide_items(one, list(found.items))


def _named_as(made: SubmitRequest, asked: SubmitRequest) -> SubmitRequest:
    """Under the identity of the workflow that was opened, whoever runs it."""
    parts = tuple(
        replace(part, form_id=asked.form_id, title=asked.title, rest=()) for part in made.parts
    )
    return replace(parts[0], rest=parts[1:])


def _product(session: ServerSession) -> str:
    return session.facts.product if session.facts is not None else ""

"""The workflows that are open in the window: one list for all servers."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import WorkflowSource
from ivk_desktop.api.errors import ApiError, Unreachable, Unusable
from ivk_desktop.domain.form import Choices, Form, GeneratingForm, ModelForm
from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.form_values import FormValues, Kept, Place
from ivk_desktop.stores.generated import GeneratedItems
from ivk_desktop.stores.model_answers import Answers, ModelAnswers
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.presets import Presets
from ivk_desktop.stores.submit_options import KeptOptions
from ivk_desktop.stores.workflow_presets import WorkflowPresets
from ivk_desktop.stores.workflow_sources import (
    BytesSource,
    FileSource,
    JobSource,
    KeptSource,
    LibrarySource,
    PictureSource,
    Source,
)
from ivk_desktop.tasks import Tasks

WAITING: Final = Problem("waits_for_server")
BROKEN: Final = Problem("open_failed")


class Reopened(NamedTuple):
    """A workflow that was open at an earlier time."""

    source: Source
    title: str
    is_current: bool


class OpenWorkflows(QObject):
    """Owns the open workflows, in the order in which they were opened.

    A workflow opened while its server is away stays in the list, loading, and opens when the
    server comes (``set_server``).
    """

    opened = Signal(object)
    """An ``OpenWorkflow``, still loading."""
    closed = Signal(object)
    current_changed = Signal()
    relocated = Signal(object)
    """An ``OpenWorkflow`` that is another server's from now on; its new form is shown next."""

    def __init__(
        self, tasks: Tasks, database: Database | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workflows: list[OpenWorkflow] = []
        self.current: OpenWorkflow | None = None
        self._recent: list[OpenWorkflow] = []
        self._servers: dict[ServerId, WorkflowSource] = {}
        self._away: dict[ServerId, Problem] = {}
        """What workflows of each server wait for while it is not connected."""
        self._choices: dict[ServerId, Choices] = {}
        self._generated: dict[ServerId, GeneratedItems] = {}
        self._values = FormValues(database, self)
        self._options = KeptOptions(database)
        self._answers = ModelAnswers(database)
        self._presets = Presets(database, self)
        self._presets_of: dict[OpenWorkflow, WorkflowPresets] = {}
        self._tasks = tasks
        self._tasks.failed.connect(self._task_failed)
        self._numbers = itertools.count()
        self._reading: dict[str, OpenWorkflow] = {}
        self._later: list[OpenWorkflow] = []
        """What is read once nothing else is."""
        self._stand_in: OpenWorkflow | None = None
        """The current one, where no person has chosen it and none was kept as current."""

    # --- opening -------------------------------------------------------------------------
    def open_library(self, server_id: ServerId, workflow_id: str, title: str = "") -> OpenWorkflow:
        """Open a workflow of a server's library; ``title`` is shown until it is loaded."""
        return self.open(server_id, LibrarySource(workflow_id, title))

    def open_file(self, server_id: ServerId, path: Path | str) -> OpenWorkflow:
        """Open a workflow file for a server."""
        return self.open(server_id, FileSource.of(path))

    def open_bytes(self, server_id: ServerId, data: bytes, name: str) -> OpenWorkflow:
        """Open a document that was dropped or pasted."""
        return self.open(server_id, BytesSource.of(data, name))

    def open_picture(self, ref: MediaRef) -> OpenWorkflow:
        """Open the workflow that is embedded in a picture."""
        return self.open(ref.server_id, PictureSource(ref))

    def open_job(self, key: JobKey, title: str = "") -> OpenWorkflow:
        """Open the workflow of a job, filled with what the job ran with."""
        return self.open(key.server_id, JobSource(key, title))

    def open(self, server_id: ServerId, source: Source) -> OpenWorkflow:
        """Open a workflow and select it; one that is open already is only selected."""
        workflow = self._find(server_id, source)
        if workflow is not None:
            self.select(workflow)
            if workflow.state is OpenState.FAILED:
                self.retry(workflow)
            return workflow
        workflow = self._enter(server_id, source, len(self.workflows))
        self.select(workflow)
        self._load(workflow)
        return workflow

    def reopen(self, server_id: ServerId, kept: Sequence[Reopened]) -> None:
        """Put what was open earlier into the list, before what has been opened since.

        One that was current is selected where a person has not selected another. It is read at
        once, the others one after another when it is there.
        """
        own = (n for n, one in enumerate(self.workflows) if one.server_id == server_id)
        place = next(own, len(self.workflows))
        entered: list[tuple[OpenWorkflow, bool]] = []
        for one in kept:
            if self._find(server_id, one.source) is None:
                workflow = self._enter(server_id, one.source, place + len(entered), one.title)
                entered.append((workflow, one.is_current))
        self._later += [workflow for workflow, _ in entered]
        current = next((workflow for workflow, is_current in entered if is_current), None)
        if entered and self.current is self._stand_in:
            self._stand_in = entered[-1][0] if current is None else None
            self.select(current or self._stand_in)
        self._read_waiting()

    def _find(self, server_id: ServerId, source: Source) -> OpenWorkflow | None:
        own = (one for one in self.workflows if one.server_id == server_id)
        return next((one for one in own if one.source == source), None)

    def _enter(
        self, server_id: ServerId, source: Source, place: int, title: str = ""
    ) -> OpenWorkflow:
        workflow = OpenWorkflow(server_id, source, self)
        workflow.title = title or workflow.title
        workflow.set_choices(self._choices.get(server_id, Choices()))
        workflow.value_changed.connect(self._value_changed)
        workflow.runs_changed.connect(self._runs_changed)
        workflow.loaded.connect(self._loaded)
        self._presets_of[workflow] = WorkflowPresets(workflow, self._presets)
        self.workflows.insert(place, workflow)
        self.opened.emit(workflow)
        return workflow

    def retry(self, workflow: OpenWorkflow) -> None:
        """Try again to open one that failed or waits."""
        if workflow.state is not OpenState.READY:
            self._load(workflow)

    def _load(self, workflow: OpenWorkflow) -> None:
        server = self._servers.get(workflow.server_id)
        if server is None:
            workflow.wait(self._away.get(workflow.server_id, WAITING))
        elif workflow not in self._reading.values():
            workflow.wait()
            name = f"open workflow {next(self._numbers)}"
            self._reading[name] = workflow
            self._tasks.start(self._read(workflow, server, name), name)

    async def _read(self, workflow: OpenWorkflow, server: WorkflowSource, name: str) -> None:
        outcome = await self._outcome(workflow, server)
        del self._reading[name]
        outcome()
        self._read_waiting()

    def _read_waiting(self) -> None:
        """Read the current workflow if it has to be, and of the others one at a time."""
        if self.current is not None and self.current in self._later:
            self._later.remove(self.current)
            self.retry(self.current)
        while self._later and not self._reading:
            self.retry(self._later.pop(0))

    async def _outcome(self, workflow: OpenWorkflow, server: WorkflowSource) -> Callable[[], None]:
        try:
            form = await workflow.source.read(server)
            kept = await self._values.load(kept_under(workflow, form))
            runs = await self._options.load_runs(kept_under(workflow, form))
            await self._use_answers(workflow, form)
            await self._presets.load(form.spec.form_id)
        except Unreachable as error:
            return partial(workflow.wait, error.problem)
        except ApiError as error:
            retryable = not isinstance(error, Unusable)
            return partial(workflow.fail, error.problem, retryable=retryable)
        except DomainError as error:
            return partial(workflow.fail, error.problem, retryable=False)
        return partial(self._show, workflow, form, kept, runs)

    def _show(self, workflow: OpenWorkflow, form: Form, kept: Kept, runs: int) -> None:
        twin = self._twin(workflow, form)
        if twin is None:
            if isinstance(workflow.source, JobSource | KeptSource):
                workflow.original = form.document()
            if workflow.form is None:
                workflow.set_options(replace(workflow.options, runs=runs))
            workflow.show(form, kept)
            self._keep(workflow)
            return
        was_current = workflow is self.current
        self.close(workflow)
        if was_current:
            self.select(twin)

    def _twin(self, workflow: OpenWorkflow, form: Form) -> OpenWorkflow | None:
        for other in self.workflows:
            if other.form is None or other.server_id != workflow.server_id:
                continue
            if kept_under(other, other.form) == kept_under(workflow, form) and _same_values(
                other.form, form
            ):
                return other
        return None

    def _task_failed(self, name: str, _error: BaseException) -> None:
        if workflow := self._reading.pop(name, None):
            workflow.fail(BROKEN, retryable=True)
            self._read_waiting()

    def presets_of(self, workflow: OpenWorkflow) -> WorkflowPresets:
        """The presets of an open workflow."""
        return self._presets_of[workflow]

    # --- the list ------------------------------------------------------------------------
    def select(self, workflow: OpenWorkflow | None) -> None:
        """Make a workflow the current one."""
        if workflow is self.current:
            return
        self.current = workflow
        if workflow is not None:
            if workflow in self._recent:
                self._recent.remove(workflow)
            self._recent.insert(0, workflow)
        self.current_changed.emit()
        self._read_waiting()

    def select_next(self, step: int = 1) -> None:
        """Select the workflow ``step`` places further in the list, round its end."""
        if self.current is not None:
            place = self.workflows.index(self.current) + step
            self.select(self.workflows[place % len(self.workflows)])

    def select_recent(self) -> None:
        """Go back to the workflow that was current before this one."""
        if len(self._recent) > 1:
            self.select(self._recent[1])

    def close(self, workflow: OpenWorkflow) -> None:
        """Take a workflow out of the list; its edits stay kept."""
        if workflow not in self.workflows:
            return
        self._stop_reading(workflow)
        self._keep(workflow)
        self._values.flush()
        self.workflows.remove(workflow)
        if workflow is self._stand_in:
            self._stand_in = None
        del self._presets_of[workflow]
        if workflow in self._recent:
            self._recent.remove(workflow)
        if workflow is self.current:
            self.select(self._recent[0] if self._recent else next(iter(self.workflows), None))
        self.closed.emit(workflow)
        workflow.deleteLater()
        self._read_waiting()

    def _stop_reading(self, workflow: OpenWorkflow) -> None:
        if workflow in self._later:
            self._later.remove(workflow)
        for name in [name for name, read in self._reading.items() if read is workflow]:
            del self._reading[name]
            self._tasks.cancel(name)

    def end(self) -> None:
        """Keep all edits, and forget the steps that made them: nothing is undone any more.

        Left to the collector a step may be gone before its stack, which would crash then.
        """
        self.flush()
        for workflow in self.workflows:
            workflow.history.clear()

    def flush(self) -> None:
        """Hand all edits to the database's writer; to be called before it is closed."""
        for workflow in self.workflows:
            self._keep(workflow)
        self._values.flush()

    def _value_changed(self) -> None:
        workflow = self.sender()
        if isinstance(workflow, OpenWorkflow):
            self._keep(workflow)
            self._provide(workflow)

    def _runs_changed(self) -> None:
        workflow = self.sender()
        if isinstance(workflow, OpenWorkflow) and workflow.form is not None:
            place = kept_under(workflow, workflow.form)
            self._options.keep_runs(place, workflow.options.runs)

    def _keep(self, workflow: OpenWorkflow) -> None:
        if workflow.form is not None:
            self._values.keep(kept_under(workflow, workflow.form), workflow.edits())

    def end_submission(
        self, batch_id: BatchId, problem: Problem | None = None, fields: tuple[Problem, ...] = ()
    ) -> None:
        """Tell what became of a submission, by its batch; see ``OpenWorkflow.end_submit``."""
        for workflow in self.workflows:
            if workflow.submission is not None and workflow.submission.batch_id == batch_id:
                workflow.end_submit(problem, fields)
                if problem is None:
                    self._draw_again(workflow)

    def relocate(
        self, workflow: OpenWorkflow, server_id: ServerId, source: Source, form: Form, kept: Kept
    ) -> None:
        """Let a workflow be another server's: with that one's form, and values to be put in."""
        self._keep(workflow)  # what was edited stays kept for the server before
        workflow.server_id, workflow.source = server_id, source
        workflow.set_choices(self._choices.get(server_id, Choices()))
        self.relocated.emit(workflow)
        workflow.show(form, kept)
        self._keep(workflow)

    # --- saving --------------------------------------------------------------------------
    def saved(self, workflow: OpenWorkflow, source: Source) -> None:
        """Tell that a workflow has been saved to where ``source`` reads it.

        Its current values are the document's own from now on. A workflow that has become another
        one of the library is read again: its identity and name have changed.
        """
        if workflow not in self.workflows or workflow.form is None:
            return
        becomes_new = isinstance(source, LibrarySource) and source != workflow.source
        edited = set(workflow.changed_fields)
        workflow.source = source
        workflow.form.rebase()
        for field_id in edited:
            workflow.set_value(field_id, workflow.form.value(field_id))
        if becomes_new:
            self._load(workflow)

    def forget_library(self, server_id: ServerId, workflow_ids: Collection[str]) -> None:
        """Tell that workflows are gone from a library: open ones stay, without a home."""
        for workflow in self.workflows:
            source = workflow.source
            if workflow.server_id != server_id or not isinstance(source, LibrarySource):
                continue
            document = workflow.form.document() if workflow.form is not None else None
            if source.workflow_id in workflow_ids and document is not None:
                data = json.dumps(document).encode()
                workflow.source = BytesSource.of(data, workflow.title)
                workflow.changed.emit()

    # --- models --------------------------------------------------------------------------
    async def _use_answers(self, workflow: OpenWorkflow, form: Form) -> None:
        """Put the models that stood in earlier for those that are missing."""
        known = self._choices.get(workflow.server_id, Choices()).model_keys
        if known is None or not isinstance(form, ModelForm):
            return
        answers = await self._answers.load(workflow.server_id, form.spec.form_id)
        there = {one: model for one, model in answers.items() if model.get("key") in known}
        form.use_models(there, known)

    def answer_models(self, workflow: OpenWorkflow, answers: Answers) -> None:
        """Put models where others are missing, and remember that for this workflow.

        Args:
            workflow: an open one.
            answers: by the missing model's identity the identifier of what stands for it.
        """
        form = workflow.form
        known = self._choices.get(workflow.server_id, Choices()).model_keys
        if not isinstance(form, ModelForm) or form is None:
            return
        for field_id in form.use_models(answers, known or ()):
            workflow.set_value(field_id, workflow.form.value(field_id))
        self._answers.keep(workflow.server_id, workflow.form.spec.form_id, answers)
        workflow.judge()

    # --- generators ----------------------------------------------------------------------
    def set_generated(self, server_id: ServerId, generated: GeneratedItems | None) -> None:
        """Tell who knows what the generators of a server's workflows yield."""
        before = self._generated.pop(server_id, None)
        if before is not None:
            before.changed.disconnect(self._provide_all)
            before.forgotten.disconnect(self._items_forgotten)
        if generated is not None:
            self._generated[server_id] = generated
            generated.changed.connect(self._provide_all)
            generated.forgotten.connect(self._items_forgotten)
            self._provide_all()

    def _loaded(self) -> None:
        workflow = self.sender()
        if isinstance(workflow, OpenWorkflow):
            self._provide(workflow)

    def _provide_all(self) -> None:
        for workflow in self.workflows:
            self._provide(workflow)

    def _items_forgotten(self) -> None:
        for workflow in self.workflows:
            if isinstance(workflow.form, GeneratingForm):
                workflow.form.drop_items()
        self._provide_all()

    def _provide(self, workflow: OpenWorkflow) -> None:
        """Tell a form what its generators yield, as far as that is known by now."""
        form, generated = workflow.form, self._generated.get(workflow.server_id)
        if not isinstance(form, GeneratingForm) or generated is None:
            return
        pending = form.pending_generators(drawn=True)
        for one in pending:
            found = generated.get(one.value, (id(workflow), one.node_id))
            if found is not None and found.problem is not None:
                form.refuse_items(one, found.problem)
            elif found is not None:
                form.provide_items(one, list(found.items))
        if pending:
            workflow.judge()

    def _draw_again(self, workflow: OpenWorkflow) -> None:
        """What was drawn at random is used up: the next submission has items of its own."""
        form, generated = workflow.form, self._generated.get(workflow.server_id)
        if isinstance(form, GeneratingForm) and generated is not None:
            form.drop_items()
            drawn = [one for one in form.pending_generators(drawn=True) if one.is_drawn]
            generated.forget(one.value for one in drawn)
            self._provide(workflow)

    # --- servers -------------------------------------------------------------------------
    def set_server(
        self, server_id: ServerId, server: WorkflowSource | None, away: Problem | None = None
    ) -> None:
        """Tell who gives the workflows of a server; ``None`` while it is not connected.

        Workflows that wait for it are opened, or say with ``away`` what they wait for.
        """
        away = self._away[server_id] = away or WAITING
        if server is None:
            self._servers.pop(server_id, None)
            for workflow in self.workflows:
                waits = workflow.state is OpenState.LOADING and workflow.problem is not None
                if workflow.server_id == server_id and waits and workflow.problem != away:
                    workflow.wait(away)
            return
        self._servers[server_id] = server
        for workflow in self.workflows:
            if workflow.server_id == server_id and workflow.retryable:
                self._later.append(workflow)
        self._read_waiting()

    def set_choices(self, server_id: ServerId, choices: Choices) -> None:
        """Tell what models and boards a server has."""
        self._choices[server_id] = choices
        for workflow in self.workflows:
            if workflow.server_id == server_id:
                workflow.set_choices(choices)


def kept_under(workflow: OpenWorkflow, form: Form) -> Place:
    """The identity that edits of an open workflow are kept under."""
    own = workflow.source.own_name
    return Place(workflow.server_id, f"{form.spec.form_id}@{own}" if own else form.spec.form_id)


def _same_values(one: Form, other: Form) -> bool:
    return all(one.initial(i) == other.initial(i) for i in other.spec.fields)

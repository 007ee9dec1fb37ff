"""One open workflow: its form, what was edited, whether it can be submitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.form import (
    Choices,
    Form,
    Readiness,
    SubmitOptions,
    SubmitRequest,
    Value,
)
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope, Severity
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.form_values import KeptValue, restorable
from ivk_desktop.stores.workflow_sources import Source

READINESS_MS: Final = 50
"""Readiness is judged at most this often."""

NOT_READY: Final = Readiness((), 0)


class OpenState(Enum):
    """How far opening has come."""

    LOADING = "loading"
    """Being read, or waiting for the server; ``problem`` says what it waits for."""
    READY = "ready"
    FAILED = "failed"


class OpenWorkflow(QObject):
    """Owns a workflow that is open in the window.

    Widgets read ``form`` and write through ``set_value``, ``reset`` and ``reject``.
    """

    changed = Signal()
    """Title, state, problem, unsaved, percent or submitting changed."""
    loaded = Signal()
    """``form`` is there, or is another one."""
    value_changed = Signal(object)
    """A ``FieldId`` whose value changed, whoever changed it."""
    readiness_changed = Signal()
    settling = Signal()
    """A submission is coming: editors hand in what is typed but not yet taken."""

    def __init__(self, server_id: ServerId, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.server_id = server_id
        self.source = source
        self.title = source.title
        self.form: Form | None = None
        self.state = OpenState.LOADING
        self.problem: Problem | None = None
        self.retryable = True
        """Whether trying again may help: the document itself is not at fault."""
        self.percent: float | None = None
        """0..100 while a job of this workflow runs."""
        self.options = SubmitOptions()
        self.choices = Choices()
        self.readiness = NOT_READY
        self.submission: SubmitRequest | None = None
        """The submission that is under way."""
        self.submit_problem: Problem | None = None
        """Why the last submission was not taken; gone with the next edit or submission."""
        self.changed_fields: set[FieldId] = set()
        """The fields whose values differ from the document's."""
        self._rejected: dict[FieldId, Problem] = {}
        self._refused: tuple[Problem, ...] = ()
        self._notes: dict[FieldId, Problem] = {}
        self._timer = QTimer(self, singleShot=True, interval=READINESS_MS)
        self._timer.timeout.connect(self.judge)

    # --- opening -------------------------------------------------------------------------
    def wait(self, problem: Problem | None = None) -> None:
        """Go on loading; ``problem`` says what is in the way for now."""
        self.state, self.problem, self.retryable = OpenState.LOADING, problem, True
        self.changed.emit()

    def fail(self, problem: Problem, *, retryable: bool) -> None:
        """Give up opening."""
        self.state, self.problem, self.retryable = OpenState.FAILED, problem, retryable
        self.changed.emit()

    def show(self, form: Form, kept: Mapping[FieldId, KeptValue]) -> None:
        """Take the loaded form, with those kept values that still fit it."""
        self.form = form
        self.title = form.spec.title or self.source.title
        self.state, self.problem = OpenState.READY, None
        self._rejected.clear()
        self._notes.clear()
        self._restore(form, kept)
        self.changed_fields = {i for i in form.spec.fields if form.value(i) != form.initial(i)}
        self.judge()
        self.loaded.emit()
        self.changed.emit()

    def _restore(self, form: Form, kept: Mapping[FieldId, KeptValue]) -> None:
        for field_id, value in kept.items():
            spec = form.spec.fields.get(field_id)
            if spec is None or not restorable(value, form.initial(field_id), self.source):
                continue
            try:
                form.set_value(field_id, value.value)
            except DomainError:
                self._notes[field_id] = Problem(
                    "kept_value_dropped",
                    {"label": spec.title},
                    severity=Severity.WARNING,
                    scope=Scope.FIELD,
                    field_id=field_id,
                )

    # --- values --------------------------------------------------------------------------
    @property
    def unsaved(self) -> bool:
        """Whether a value differs from the document's."""
        return bool(self.changed_fields)

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        """Store a value; one that is not of the field's kind is told beside the field."""
        if self.form is None:
            return
        try:
            self.form.set_value(field_id, value)
        except DomainError as error:
            self.reject(field_id, error.problem)
            return
        self._rejected.pop(field_id, None)
        self._notes.pop(field_id, None)
        self._refused = tuple(p for p in self._refused if p.field_id != field_id)
        before = (self.unsaved, self.submit_problem)
        self._mark(self.form, field_id)
        self.submit_problem = None
        self.value_changed.emit(field_id)
        if before != (self.unsaved, self.submit_problem):
            self.changed.emit()
        self._judge_soon()

    def _mark(self, form: Form, field_id: FieldId) -> None:
        if form.value(field_id) == form.initial(field_id):
            self.changed_fields.discard(field_id)
        else:
            self.changed_fields.add(field_id)

    def reject(self, field_id: FieldId, problem: Problem) -> None:
        """Note that what stands in an editor is no value; nothing can be submitted until it is."""
        self._rejected[field_id] = replace(problem, field_id=field_id, scope=Scope.FIELD)
        self._judge_soon()

    def reset(self, field_id: FieldId) -> None:
        """Go back to the document's value."""
        if self.form is not None:
            self.set_value(field_id, self.form.initial(field_id))

    def reset_all(self) -> None:
        """Go back to all of the document's values."""
        for field_id in [*self.changed_fields, *self._rejected]:
            self.reset(field_id)

    # --- readiness -----------------------------------------------------------------------
    def set_options(self, options: SubmitOptions) -> None:
        """Set what the Invoke bar adds."""
        if options != self.options:
            self.options = options
            self._judge_soon()

    def set_choices(self, choices: Choices) -> None:
        """Set what the server has to offer."""
        if choices != self.choices:
            self.choices = choices
            self._judge_soon()

    def _judge_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def judge(self) -> None:
        """Judge the values now instead of soon."""
        self._timer.stop()
        if self.form is None:
            return
        judged = self.form.readiness(self.options, self.choices)
        problems = self._in_order(self.form, (*self._rejected.values(), *judged.problems))
        warnings = (*self._refused, *self._notes.values(), *judged.warnings)
        count = judged.count if not problems else 0
        readiness = Readiness(problems, count, warnings)
        if readiness != self.readiness:
            self.readiness = readiness
            self.readiness_changed.emit()

    def _in_order(self, form: Form, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The form's fields first, in the order in which a person meets them."""
        places = {field_id: place for place, field_id in enumerate(form.spec.fields)}
        last = len(places)
        return tuple(sorted(problems, key=lambda p: places.get(p.field_id or FieldId(""), last)))

    def is_rejected(self, field_id: FieldId) -> bool:
        """Whether what stands in the field's editor is no value."""
        return field_id in self._rejected

    def problems_of(self, field_id: FieldId) -> Iterator[Problem]:
        """What is wrong with one field, errors first."""
        for problem in (*self.readiness.problems, *self.readiness.warnings):
            if problem.field_id == field_id:
                yield problem

    # --- submitting ----------------------------------------------------------------------
    @property
    def submitting(self) -> bool:
        """Whether a submission is under way."""
        return self.submission is not None

    def begin_submit(self, options: SubmitOptions) -> SubmitRequest | None:
        """Build a submission; ``None`` while one is under way or the form is not ready.

        Until ``end_submit`` no other one is built: a second click never submits twice.
        """
        if self.submitting or self.form is None:
            return None
        self.settling.emit()
        self.set_options(options)
        self._refused = ()
        self.judge()
        if not self.readiness.ready:
            return None
        try:
            request = self.form.request(options)
        except DomainError as error:
            self._set_submission(None, error.problem)
            return None
        self._set_submission(request, None)
        return request

    def end_submit(self, problem: Problem | None = None, fields: tuple[Problem, ...] = ()) -> None:
        """Tell what the submission came to; ``fields`` are refusals of single fields."""
        self._refused = tuple(p for p in fields if p.field_id is not None)
        self._set_submission(None, problem)
        self.judge()

    def _set_submission(self, request: SubmitRequest | None, problem: Problem | None) -> None:
        self.submission, self.submit_problem = request, problem
        self.changed.emit()

    def set_percent(self, percent: float | None) -> None:
        """Set how far this workflow's running job is, 0..100; ``None`` when none runs."""
        if percent != self.percent:
            self.percent = percent
            self.changed.emit()

    def edits(self) -> dict[FieldId, KeptValue]:
        """The values to be kept: those that differ from the document's."""
        form = self.form
        if form is None:
            return {}
        return {i: KeptValue(form.value(i), form.initial(i)) for i in self.changed_fields}

"""One open workflow: its form, what was edited, whether it can be submitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.form import (
    Choices,
    FieldKind,
    Form,
    Readiness,
    SubmitOptions,
    SubmitRequest,
    Value,
)
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.domain.problems import DomainError, FieldId, Problem, Scope, Severity
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.sweeps import SeedMode, seed_after
from ivk_desktop.stores.form_history import FormHistory, Restored, StepKind, StepLabel
from ivk_desktop.stores.form_sweeps import FormSweeps
from ivk_desktop.stores.form_values import KeptValue, restorable
from ivk_desktop.stores.workflow_sources import Source

READINESS_MS: Final = 50
"""Readiness is judged at most this often."""

TELL_SENDING_MS: Final = 150
"""A submission that is answered sooner is not told of before: painting that would delay it."""

NOT_READY: Final = Readiness((), 0)

AT_ONCE: Final = frozenset(
    {FieldKind.BOOLEAN, FieldKind.CHOICE, FieldKind.MODEL, FieldKind.BOARD, FieldKind.IMAGE}
    | {FieldKind.VIDEO, FieldKind.IMAGES}
)
"""Kinds of field whose every change is a step of its own: it is picked, not typed."""


class OpenState(Enum):
    """How far opening has come."""

    LOADING = "loading"
    """Being read, or waiting for the server; ``problem`` says what it waits for."""
    READY = "ready"
    FAILED = "failed"


class OpenWorkflow(QObject):
    """Owns a workflow that is open in the window.

    Widgets read ``form`` and write through ``set_value``, ``reset`` and ``reject``. Each change
    is a step that ``undo`` takes back; the steps live as long as the workflow is open.
    """

    changed = Signal()
    """Title, state, problem, unsaved, percent or (after a moment) submitting changed."""
    loaded = Signal()
    """``form`` is there, or is another one."""
    value_changed = Signal(object)
    """A ``FieldId`` whose value changed, whoever changed it."""
    readiness_changed = Signal()
    runs_changed = Signal()
    """How often it is to run is another number."""
    undo_changed = Signal()
    """What ``undo`` and ``redo`` would do is another."""
    restored = Signal(object)
    """A ``Restored``: what a step or its undoing changed."""
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
        self.original: Mapping[str, Any] | None = None
        """The document as it was read, of one whose source may not last."""
        self.choices = Choices()
        self.readiness = NOT_READY
        self.submission: SubmitRequest | None = None
        """The submission that is under way."""
        self.submit_problem: Problem | None = None
        """Why the last submission was not taken; gone with the next edit or submission."""
        self.changed_fields: set[FieldId] = set()
        """The fields whose values differ from the document's."""
        self.sent_options = SubmitOptions()
        """What the newest submission was made with."""
        self._rejected: dict[FieldId, Problem] = {}
        self._refused: tuple[Problem, ...] = ()
        self._notes: dict[FieldId, Problem] = {}
        self._unfit: dict[FieldId, KeptValue] = {}
        self._orphans: dict[FieldId, KeptValue] = {}
        self.opening_warnings: tuple[Problem, ...] = ()
        """What is to be told once: it was found when the form was shown."""
        self.sweeps = FormSweeps(self)
        self.sweeps.changed.connect(self._sweep_changed)
        self.history = FormHistory(self._restore_step, self)
        self.history.changed.connect(self.undo_changed)
        self.history.restored.connect(self.restored)
        self._timer = QTimer(self, singleShot=True, interval=READINESS_MS)
        self._timer.timeout.connect(self.judge)
        self._telling = QTimer(self, singleShot=True, interval=TELL_SENDING_MS)
        self._telling.timeout.connect(self.changed)

    # --- opening -------------------------------------------------------------------------
    def wait(self, problem: Problem | None = None) -> None:
        """Go on loading; ``problem`` says what is in the way for now."""
        self.state, self.problem, self.retryable = OpenState.LOADING, problem, True
        self.changed.emit()

    def stay(self) -> None:
        """Go on with the form that is there: nothing else was opened."""
        if self.form is not None:
            self.state, self.problem = OpenState.READY, None
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
        self._unfit.clear()
        self._restore(form, kept)
        self._tell_orphans(form, kept)
        self.history.clear()
        self.changed_fields = {i for i in form.spec.fields if form.value(i) != form.initial(i)}
        self.judge()
        self.loaded.emit()
        self.changed.emit()

    def _restore(self, form: Form, kept: Mapping[FieldId, KeptValue]) -> None:
        fits = {
            field_id: value
            for field_id, value in kept.items()
            if field_id in form.spec.fields
            and restorable(value, form.initial(field_id), self.source)
        }
        self.sweeps.show(form.spec.fields, {i: value.sweep for i, value in fits.items()})
        for field_id, value in fits.items():
            if value.sweep is not None and value.value == value.initial:
                continue  # kept for its sweep alone
            try:
                form.set_value(field_id, value.value)
            except DomainError:
                self._unfit[field_id] = value
                self._note(form, field_id, "kept_value_dropped")

    def _note(self, form: Form, field_id: FieldId, code: str) -> None:
        self._notes[field_id] = Problem(
            code,
            {"label": form.spec.fields[field_id].title},
            severity=Severity.WARNING,
            scope=Scope.FIELD,
            field_id=field_id,
        )

    def _tell_orphans(self, form: Form, kept: Mapping[FieldId, KeptValue]) -> None:
        """Keep the values whose fields are gone: a field may come back. Told once."""
        lost = {i: value for i, value in kept.items() if i not in form.spec.fields}
        self._orphans = {i: replace(value, told=True) for i, value in lost.items()}
        untold = sum(not value.told for value in lost.values())
        code = "kept_value_orphaned" if untold == 1 else "kept_values_orphaned"
        told = Problem(code, {"count": untold}, severity=Severity.WARNING)
        self.opening_warnings = (told,) if untold else ()

    # --- values --------------------------------------------------------------------------
    @property
    def unsaved(self) -> bool:
        """Whether a value differs from the document's."""
        return bool(self.changed_fields)

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        """Store a value; one that is not of the field's kind is told beside the field."""
        self._change(field_id, value, StepKind.EDIT)

    def _change(self, field_id: FieldId, value: Value | Unset, kind: StepKind) -> None:
        form = self.form
        if form is None or (spec := form.spec.fields.get(field_id)) is None:
            return
        before = form.value(field_id)
        try:
            self._put(form, field_id, value)
        except DomainError as error:
            self.reject(field_id, error.problem)
            return
        merging = kind is StepKind.EDIT and spec.kind not in AT_ONCE
        changes = {field_id: (before, form.value(field_id))}
        self.history.record(changes, StepLabel(kind, spec.title), merging=merging)

    def set_values(
        self, values: Mapping[FieldId, Value | Unset], label: StepLabel
    ) -> tuple[FieldId, ...]:
        """Store values in one step; returns the fields that a value did not fit.

        Those keep what they have, and it is noted beside them.
        """
        form = self.form
        if form is None:
            return ()
        known = {i: value for i, value in values.items() if i in form.spec.fields}
        before = {i: form.value(i) for i in known}
        unfit = []
        for field_id, value in known.items():
            try:
                self._put(form, field_id, value)
            except DomainError:
                unfit.append(field_id)
                self._note(form, field_id, "preset_value_unfit")
                self._judge_soon()
        self.history.record({i: (before[i], form.value(i)) for i in known}, label)
        return tuple(unfit)

    def _sweep_changed(self, field_id: FieldId) -> None:
        self.value_changed.emit(field_id)
        if self.submit_problem is not None:
            self.submit_problem = None
            self.changed.emit()
        self._judge_soon()

    def _put(self, form: Form, field_id: FieldId, value: Value | Unset) -> None:
        form.set_value(field_id, value)
        was_rejected = self._rejected.pop(field_id, None) is not None
        self._notes.pop(field_id, None)
        self._unfit.pop(field_id, None)
        self._refused = tuple(p for p in self._refused if p.field_id != field_id)
        before = (self.unsaved, self.submit_problem)
        self._mark(form, field_id)
        self.submit_problem = None
        self.value_changed.emit(field_id)
        if was_rejected:
            self.undo_changed.emit()
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
        self.undo_changed.emit()

    def reset(self, field_id: FieldId) -> None:
        """Go back to the document's value."""
        if self.form is not None:
            self._change(field_id, self.form.initial(field_id), StepKind.RESET)

    def reset_all(self) -> None:
        """Go back to all of the document's values, in one step."""
        if self.form is not None:
            touched = self.changed_fields | self._rejected.keys()
            values = {i: self.form.initial(i) for i in self.form.spec.fields if i in touched}
            self.set_values(values, StepLabel(StepKind.RESET_ALL))

    # --- undo ----------------------------------------------------------------------------
    @property
    def undo_label(self) -> StepLabel | None:
        """What ``undo`` would take back."""
        if self._rejected and self.form is not None:
            spec = self.form.spec.fields.get(next(iter(self._rejected)))
            return StepLabel(StepKind.TYPING, spec.title if spec is not None else "")
        return self.history.undo_label

    @property
    def redo_label(self) -> StepLabel | None:
        """What ``redo`` would do again."""
        return None if self._rejected else self.history.redo_label

    def undo(self) -> None:
        """Take the last step back; first of all what is typed somewhere and is no value."""
        label = self.undo_label
        if label is None or label.kind is not StepKind.TYPING or self.form is None:
            self.history.undo()
            return
        field_ids = tuple(self._rejected)
        self._restore_step({i: self.form.value(i) for i in field_ids})
        self.restored.emit(Restored(label, field_ids, undone=True))

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if self.redo_label is not None:
            self.history.redo()

    def _restore_step(self, values: Mapping[FieldId, Value | Unset]) -> None:
        for field_id, value in values.items():
            if self.form is not None:
                try:
                    self._put(self.form, field_id, value)
                except DomainError as error:
                    self.reject(field_id, error.problem)

    # --- readiness -----------------------------------------------------------------------
    def set_options(self, options: SubmitOptions) -> None:
        """Set what the Invoke bar adds."""
        if options == self.options:
            return
        before, self.options = self.options, options
        if options.runs != before.runs:
            self.runs_changed.emit()
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
        options = replace(self.options, sweeps=self.sweeps.plan())
        judged = self.form.readiness(options, self.choices)
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

    def begin_submit(self, options: SubmitOptions, *, settle: bool = True) -> SubmitRequest | None:
        """Build a submission; ``None`` while one is under way or the form is not ready.

        Until ``end_submit`` no other one is built: a second click never submits twice. Without
        ``settle`` editors keep what is half typed: no person asked for this submission.
        """
        if self.submitting or self.form is None:
            return None
        if settle:
            self.settling.emit()
        self.set_options(options)
        self._refused = ()
        self.judge()
        if not self.readiness.ready:
            return None
        try:
            self.sent_options = replace(options, sweeps=self.sweeps.plan())
            request = self.form.request(self.sent_options)
        except DomainError as error:
            self._set_submission(None, error.problem)
            return None
        self._set_submission(request, None)
        return request

    def draft(self, options: SubmitOptions) -> SubmitRequest | None:
        """Build what would be submitted, ready or not, to be looked at; ``None`` if it cannot be.

        Random seeds are drawn anew with each request.
        """
        self.settling.emit()
        try:
            plan = self.sweeps.plan()
            return self.form.request(replace(options, sweeps=plan)) if self.form else None
        except DomainError:
            return None

    def redirect(self, request: SubmitRequest) -> None:
        """Another request goes out for the submission that is under way: to another server."""
        if self.submission is not None:
            self.submission = request

    def end_submit(self, problem: Problem | None = None, fields: tuple[Problem, ...] = ()) -> None:
        """Tell what the submission came to; ``fields`` are refusals of single fields."""
        self._refused = tuple(p for p in fields if p.field_id is not None)
        if problem is None and self.submitting:
            self._count_seeds_up()
        self._set_submission(None, problem)
        self.judge()

    def _count_seeds_up(self) -> None:
        """A seed that counts up goes on where the submission ended: no run is made twice."""
        form, plan, runs = self.form, self.sweeps.plan(), self.sent_options.runs
        for rule in plan.seeds:
            if form is None or rule.mode is not SeedMode.INCREMENT:
                continue
            seed, spec = form.value(rule.field_id), form.spec.fields[rule.field_id]
            if isinstance(seed, int) and rule.field_id not in plan.field_ids:
                self._put(form, spec.id, seed_after(seed, runs, *spec.seed_range))

    def _set_submission(self, request: SubmitRequest | None, problem: Problem | None) -> None:
        healed = self.submit_problem is not None and problem is None
        self.submission, self.submit_problem = request, problem
        if request is not None and not healed:
            self._telling.start()
            return
        self._telling.stop()
        self.changed.emit()

    def set_percent(self, percent: float | None) -> None:
        """Set how far this workflow's running job is, 0..100; ``None`` when none runs."""
        if percent != self.percent:
            self.percent = percent
            self.changed.emit()

    def edits(self) -> dict[FieldId, KeptValue]:
        """The values to be kept: those that differ from the document's or have no place now."""
        form = self.form
        if form is None:
            return {}
        changed = {
            i: KeptValue(form.value(i), form.initial(i), sweep=self.sweeps.kept(i))
            for i in self.changed_fields | self.sweeps.field_ids
        }
        return {**self._orphans, **self._unfit, **changed}

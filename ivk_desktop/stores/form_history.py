"""Undo and redo of one form: a bounded stack of steps, each of one or more fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ivk_desktop.domain.form import Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.domain.problems import FieldId

MOST_STEPS: Final = 200
"""Older steps are forgotten."""
PAUSE_MS: Final = 1000
"""After this long without an edit, the next one is a step of its own."""

_MERGING: Final = 1

Change = tuple[Value | Unset, Value | Unset]
"""A field's value before and after."""


class StepKind(Enum):
    """What a person did."""

    EDIT = "edit"
    RESET = "reset"
    RESET_ALL = "reset_all"
    PRESET = "preset"
    PICTURE = "picture"
    """Values that a picture was made with."""
    TYPING = "typing"
    """What stands in an editor and is no value; undoing it puts the value back."""


@dataclass(frozen=True, slots=True)
class StepLabel:
    """What a step is called: ``name`` is the field's title, or the preset's name."""

    kind: StepKind
    name: str = ""
    before: str = ""
    after: str = ""
    """The presets that were chosen before and after it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A step that was undone, or done again."""

    label: StepLabel
    field_ids: tuple[FieldId, ...]
    undone: bool


def same(one: Value | Unset, other: Value | Unset) -> bool:
    """Whether two values are equal and of one type: 1 is not 1.0 and not True."""
    return type(one) is type(other) and one == other


class _Step(QUndoCommand):
    """One step. The values are there already when it is pushed."""

    def __init__(
        self, history: FormHistory, changes: Mapping[FieldId, Change], label: StepLabel, run: int
    ) -> None:
        super().__init__()
        self.label = label
        self.changes = dict(changes)
        self.run = run
        self._history = history
        self._is_new = True

    def id(self) -> int:
        return _MERGING if self.run else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.run != self.run:
            return False
        if other.changes.keys() != self.changes.keys() or other.label != self.label:
            return False
        for field_id, (_before, after) in other.changes.items():
            self.changes[field_id] = (self.changes[field_id][0], after)
        self.setObsolete(all(same(*change) for change in self.changes.values()))
        return True

    def undo(self) -> None:
        self._restore(0)

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
        else:
            self._restore(1)

    def _restore(self, side: int) -> None:
        values = {field_id: change[side] for field_id, change in self.changes.items()}
        self._history.restore(values, Restored(self.label, tuple(values), undone=side == 0))


class FormHistory(QObject):
    """The steps of one form, at most ``MOST_STEPS``; lives as long as the form is open.

    Successive edits of one field are one step until ``settle`` is called, or nothing was edited
    for ``PAUSE_MS``.

    Args:
        write: stores the values of a step.
    """

    changed = Signal()
    """What can be undone or done again is another."""
    restored = Signal(object)
    """A ``Restored``: its values are written."""

    def __init__(
        self, write: Callable[[Mapping[FieldId, Value | Unset]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._run = 1
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_STEPS)
        self._stack.indexChanged.connect(self._index_changed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.settle)

    def record(
        self, changes: Mapping[FieldId, Change], label: StepLabel, *, merging: bool = False
    ) -> None:
        """Note what was done already; values that are the same are no step.

        Args:
            changes: by field, the value before and after.
            label: what the step is called.
            merging: it may join the step before it, when that changed the same field.
        """
        real = {i: change for i, change in changes.items() if not same(*change)}
        if not real:
            return
        if not merging:
            self.settle()
        self._stack.push(_Step(self, real, label, self._run if merging else 0))
        if merging:
            self._pause.start()

    def settle(self) -> None:
        """End the step that is being made: the next edit begins another."""
        self._pause.stop()
        self._run += 1

    def clear(self) -> None:
        """Forget all steps: the form is another one."""
        self.settle()
        self._stack.clear()

    def undo(self) -> None:
        """Take the last step back."""
        self.settle()
        self._stack.undo()

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self.settle()
        self._stack.redo()

    @property
    def undo_label(self) -> StepLabel | None:
        """The step that ``undo`` would take back."""
        return self._label(self._stack.index() - 1)

    @property
    def redo_label(self) -> StepLabel | None:
        """The step that ``redo`` would do again."""
        return self._label(self._stack.index())

    def __len__(self) -> int:
        return self._stack.count()

    def _label(self, place: int) -> StepLabel | None:
        step = self._stack.command(place) if 0 <= place < self._stack.count() else None
        return step.label if isinstance(step, _Step) else None

    def _index_changed(self) -> None:
        self.changed.emit()

    def restore(self, values: Mapping[FieldId, Value | Unset], what: Restored) -> None:
        """Write the values of a step and tell of it; called by the steps themselves."""
        self._write(values)
        self.restored.emit(what)

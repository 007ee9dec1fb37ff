"""What differs between the inputs of two jobs."""

from __future__ import annotations

from dataclasses import dataclass

from ivk_desktop.domain.form import FieldElement, FieldSpec, Form, Value, walk
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import FieldId


@dataclass(frozen=True, slots=True)
class InputPair:
    """One input of both jobs; a spec is ``None`` where that job has no such input."""

    specs: tuple[FieldSpec | None, FieldSpec | None]
    values: tuple[Value | Unset, Value | Unset]

    @property
    def title(self) -> str:
        """The author's name of it."""
        return next(spec.title for spec in self.specs if spec is not None)

    @property
    def differs(self) -> bool:
        """Whether the jobs ran with different values, or only one has this input."""
        left, right = self.specs
        if left is None or right is None:
            return True
        one, other = self.values
        # 1 and 1.0 are the same, 1 and true are not.
        return one != other or isinstance(one, bool) != isinstance(other, bool)


def input_pairs(left: Form, right: Form) -> list[InputPair]:
    """All inputs of both, in the order of the first form, then those of the second alone."""
    order = dict.fromkeys((*_shown(left), *_shown(right)))
    return [
        InputPair(
            (left.spec.fields.get(one), right.spec.fields.get(one)),
            (_value(left, one), _value(right, one)),
        )
        for one in order
    ]


def _shown(form: Form) -> list[FieldId]:
    fields = form.spec.fields
    placed = (one.field_id for one in walk(form.spec.root) if isinstance(one, FieldElement))
    return [one for one in placed if one in fields and not fields[one].connected]


def _value(form: Form, field_id: FieldId) -> Value | Unset:
    return form.value(field_id) if field_id in form.spec.fields else UNSET

"""The rules of number fields: limits, steps, multiples, how they read and write. No Qt."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Final

from ivk_desktop.domain.form import FieldKind, FieldSpec, Limits
from ivk_desktop.ui.form.expression import Number, evaluate, evaluate_so_far

WIDEST: Final = 4294967295
"""The bound of numbers without limits: uint32, as seeds are."""

_INTEGERS: Final = (FieldKind.INTEGER, FieldKind.INTEGERS)


@dataclass(frozen=True, slots=True)
class NumberRules:
    """What a number field takes; see ``Limits``."""

    integer: bool
    limits: Limits

    @classmethod
    def of(cls, spec: FieldSpec) -> NumberRules:
        """The rules of a field or of the items of a list field."""
        integer = spec.kind in _INTEGERS
        lowest = 0 if spec.is_seed else -WIDEST
        step, fine = (1, 1) if integer else (0.1, 0.01)
        return cls(integer, spec.limits or Limits(lowest, WIDEST, step, fine))

    def read(self, text: str) -> Number:
        """The number that finished text stands for, made to fit.

        Raises:
            ValueError: it stands for none.
        """
        return self.fit(evaluate(text))

    def read_so_far(self, text: str) -> Number:
        """Like ``read``, of text that is still being typed."""
        return self.fit(evaluate_so_far(text))

    def fit(self, value: Number) -> Number:
        """The nearest number that the field takes."""
        limits = self.limits
        value = min(max(value, limits.minimum), limits.maximum)
        if multiple := limits.multiple_of:
            value = _multiple_inside(value, multiple, limits)
        if self.integer:
            return math.floor(value + 0.5) if isinstance(value, float) else value
        return round(float(value), 10)

    def stepped(self, value: Number, steps: int, fine: bool = False) -> Number:
        """The number ``steps`` steps further."""
        step = self.limits.fine_step if fine else self.limits.step
        return self.fit(value + steps * step)

    def shuffled(self) -> Number:
        """A random number that the field takes."""
        limits = self.limits
        if self.integer:
            steps = max(1, round(limits.step))
            lowest = math.ceil(limits.minimum)
            whole = random.randint(lowest, max(lowest, math.floor(limits.maximum)))
            return self.fit(round(whole / steps) * steps)
        step = limits.step or limits.fine_step or 0.01
        drawn = random.uniform(limits.minimum, limits.maximum)
        return self.fit(round(round(drawn / step) * step, 10))

    def text(self, value: object) -> str:
        """A number as it stands in its editor; anything else as it is."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "" if value is None else str(value)
        if isinstance(value, int):
            return str(value)
        return str(int(value)) if self.integer and value.is_integer() else f"{value:.10g}"


def _multiple_inside(value: Number, multiple: float, limits: Limits) -> Number:
    near = round(value / multiple)
    lowest, highest = math.ceil(limits.minimum / multiple), math.floor(limits.maximum / multiple)
    if lowest > highest:
        return value
    factor = min(max(near, lowest), highest)
    return factor * (int(multiple) if float(multiple).is_integer() else multiple)

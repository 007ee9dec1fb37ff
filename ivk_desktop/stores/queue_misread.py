"""What of a typed filter has no meaning, so that it can be said why nothing is shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from ivk_desktop.stores.queue_filter import NAMES, TIMES, Term, seconds
from ivk_desktop.stores.queue_rows import Column

NUMBERS: Final = frozenset({Column.ID, Column.WAIT_TIME, Column.RUN_TIME, Column.PICTURE})
_MOMENT: Final = re.compile(r"\d[\d :.-]*")


class Reason(Enum):
    """Why a term is not understood."""

    NAME = auto()
    """No column and no input has this name."""
    SIGN = auto()
    """The column holds texts: more and less say nothing of them."""
    VALUE = auto()
    """What is compared with is no number, duration or time."""


@dataclass(frozen=True, slots=True)
class Misread:
    """One term and why it is not understood."""

    term: Term
    reason: Reason

    @property
    def word(self) -> str:
        """The term as it is typed, in lower case."""
        return f"{self.term.name}{self.term.sign}{self.term.text}"


def misread(terms: Iterable[Term], labels: Iterable[str] | None) -> Misread | None:
    """The first term that is not understood.

    Args:
        terms: of ``queue_filter.parse``.
        labels: of all inputs there are; ``None`` to judge no name, as more may come.
    """
    named = [term for term in terms if term.name]
    judged = labels is not None and any(term.name not in NAMES for term in named)
    names = {one.lower().replace(" ", "") for one in set(labels or ())} if judged else None
    for term in named:
        if (reason := _reason(term, names)) is not None:
            return Misread(term, reason)
    return None


def _reason(term: Term, inputs: set[str] | None) -> Reason | None:
    column = NAMES.get(term.name)
    if column is None and inputs is not None and not any(term.name in one for one in inputs):
        return Reason.NAME
    if term.sign == ":":
        return None
    if column in TIMES:
        return None if _MOMENT.fullmatch(term.text) else Reason.VALUE
    if column is not None and column not in NUMBERS:
        return Reason.SIGN
    return Reason.VALUE if seconds(term.text) is None else None

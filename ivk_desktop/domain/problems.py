"""Problems as codes with arguments; ``ivk_desktop.words`` has the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NewType

FieldId = NewType("FieldId", str)
"""Names one field of one form, stable over sessions."""


class Severity(Enum):
    """Whether a problem blocks a submission."""

    ERROR = "error"
    WARNING = "warning"


class Scope(Enum):
    """What a problem is about; the values are part of the command line's contract."""

    FIELD = "field-error"
    NODE = "node-error"
    BATCH = "batch-error"
    DOCUMENT = "document-error"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    ``code`` is a key of ``words.SENTENCES``; ``args`` are its named arguments. ``node_id`` and
    ``field_name`` are native names; ``field_id`` is set when the form shows that field.
    """

    code: str
    args: Mapping[str, str | int | float] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    scope: Scope = Scope.DOCUMENT
    field_id: FieldId | None = None
    node_id: str | None = None
    field_name: str | None = None


class DomainError(Exception):
    """Input that cannot be used at all; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        """The code with its arguments; ``words.sentence`` says it to people."""
        args = ", ".join(f"{name}={value!r}" for name, value in self.problem.args.items())
        return f"{self.problem.code} ({args})" if args else self.problem.code

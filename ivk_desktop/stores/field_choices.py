"""Lists that fields refer to by id: style presets, system prompts, workflows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend, ChoiceSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.form import Choice, FieldKind
from ivk_desktop.domain.problems import Problem
from ivk_desktop.tasks import Tasks


class FieldChoices(QObject):
    """Reads each list when it is first asked for, and again after ``reload``."""

    changed = Signal(object)
    """A ``FieldKind`` whose list was read, or could not be."""

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, ChoiceSource) else None
        self._tasks = tasks
        self._lists: dict[FieldKind, tuple[Choice, ...]] = {}
        self._problems: dict[FieldKind, Problem] = {}
        self._asked: set[FieldKind] = set()

    @property
    def is_offered(self) -> bool:
        """Whether this kind of server has such lists."""
        return self._source is not None

    def get(self, kind: FieldKind) -> Sequence[Choice] | None:
        """What a field of this kind takes; ``None`` while it is read: ``changed`` follows."""
        if kind not in self._asked:
            self._read_soon(kind)
        return self._lists.get(kind)

    def problem(self, kind: FieldKind) -> Problem | None:
        """Why a list could not be read."""
        return self._problems.get(kind)

    def reload(self) -> None:
        """Read again what has been asked for."""
        for kind in self._asked.copy():
            self._read_soon(kind)

    def _read_soon(self, kind: FieldKind) -> None:
        if self._source is not None:
            self._asked.add(kind)
            self._tasks.start(self._read(self._source, kind), f"read {kind.value}", replace=True)

    async def _read(self, source: ChoiceSource, kind: FieldKind) -> None:
        try:
            found = tuple(await source.field_choices(kind))
        except ApiError as error:
            self._problems[kind] = error.problem
        else:
            self._problems.pop(kind, None)
            if self._lists.get(kind) == found:
                return
            self._lists[kind] = found
        self.changed.emit(kind)

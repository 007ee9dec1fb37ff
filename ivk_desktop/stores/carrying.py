"""Carrying a form to another server: models by hash, boards by name, pictures not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ivk_desktop.api.backend import WorkflowSource
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId
from ivk_desktop.domain.form import FieldKind, Form, PortableForm, SubmitOptions
from ivk_desktop.domain.models import ModelInfo, same_model
from ivk_desktop.domain.problems import DomainError, FieldId, Problem
from ivk_desktop.domain.sweeps import Sweep, Sweeps
from ivk_desktop.stores.session import ServerSession


@dataclass(frozen=True, slots=True)
class Place:
    """What of a server a form may name."""

    models: Sequence[ModelInfo] = ()
    boards: Sequence[Board] = ()

    @classmethod
    def of(cls, session: ServerSession | None) -> Place:
        """What a session knows now; nothing for one that is gone."""
        if session is None:
            return cls()
        return cls(session.models.items, session.boards.items)


@dataclass(frozen=True, slots=True)
class Route:
    """From one server to another."""

    here: Place
    there: Place

    def board(self, board_id: str) -> str | None:
        """The board there that has the same name, or ``None``."""
        name = next((b.name for b in self.here.boards if b.key.board_id == board_id), None)
        named = (b.key.board_id for b in self.there.boards if b.name == name)
        return next((found for found in named if found != UNCATEGORIZED), None)

    def boards(self, form: PortableForm) -> dict[str, str | None]:
        """The boards there by those that a form names."""
        return {board_id: self.board(board_id) for board_id in form.board_ids()}

    def value(self, kind: FieldKind, value: Any) -> Any:
        """The same value there; what is not there stays as it is, and is told as missing."""
        if kind is FieldKind.MODEL and isinstance(value, Mapping):
            found = same_model(value, self.there.models)
            return found.identifier if found is not None else value
        if kind is FieldKind.BOARD and isinstance(value, Mapping):
            found_id = self.board(str(value.get("board_id", "")))
            return {"board_id": found_id} if found_id is not None else "auto"
        return value

    def options(self, options: SubmitOptions, form: Form) -> SubmitOptions:
        """What is submitted beside the form's values, as it is called there."""
        board = options.board_id
        found = self.board(board) if board is not None else None
        return replace(
            options,
            board_id=BoardId(found) if found is not None else None,
            sweeps=self._sweeps(options.sweeps, form),
        )

    def _sweeps(self, sweeps: Sweeps, form: Form) -> Sweeps:
        fields = form.spec.fields
        items = tuple(
            self._sweep(one, fields[one.field_id].kind) if one.field_id in fields else one
            for one in sweeps.items
        )
        return replace(sweeps, items=items)

    def _sweep(self, sweep: Sweep, kind: FieldKind) -> Sweep:
        return replace(sweep, values=tuple(self.value(kind, one) for one in sweep.values))

    def kept_sweep(self, kept: Mapping[str, Any] | None, kind: FieldKind) -> Any:
        """What ``FormSweeps`` keeps of a field, as it is called there."""
        if kept is None or "values" not in kept:
            return kept
        return {**kept, "values": [self.value(kind, one) for one in kept["values"]]}


async def carried(
    document: Mapping[str, Any], title: str, source: WorkflowSource, route: Route
) -> Form:
    """A document of one server as another one reads it.

    Raises:
        ApiError: the server did not give what is needed to read it.
        DomainError: it cannot be used there.
    """
    form = await source.read_workflow(json.dumps(document).encode(), f"{title}.json")
    if isinstance(form, PortableForm):
        form.use_boards(route.boards(form))
    return form


def without_files(form: Form) -> frozenset[FieldId]:
    """Take out what only the server before has; the fields that have lost their value."""
    if not isinstance(form, PortableForm) or not form.file_names():
        return frozenset()
    before = {field_id: form.value(field_id) for field_id in form.spec.fields}
    form.drop_files()
    return frozenset(i for i, value in before.items() if form.value(i) != value)


def portable(form: Form | None) -> PortableForm:
    """The form, if another server can read it.

    Raises:
        DomainError: it cannot.
    """
    if form is None or not isinstance(form, PortableForm):
        raise DomainError(Problem("not_portable"))
    return form

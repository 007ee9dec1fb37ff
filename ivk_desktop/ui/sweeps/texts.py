"""Swept values in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain.form import FieldKind, FieldSpec, FormSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import Expansion, SeedMode, Sweep, Sweeps, axis, value_text
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.texts import count_text

MOST_NAMED: Final = 24
"""How many values are listed in words."""
MOST_ITEMS: Final = 12
TIMES: Final = " \N{MULTIPLICATION SIGN} "


def _tr(text: str) -> str:
    return QCoreApplication.translate("sweeps", text)


def one_value(value: Any, spec: FieldSpec, context: FormContext | None = None) -> str:
    """One value of a field as a person knows it."""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if spec.kind is FieldKind.CHOICE:
        return next((one.label for one in spec.choices if one.value == value), str(value))
    if spec.kind is FieldKind.BOARD:
        return _board(value, context)
    return " ".join(value_text(value).split())


def _board(value: Any, context: FormContext | None) -> str:
    if value in ("auto", "none"):
        return _tr("Automatic") if value == "auto" else _tr("Uncategorized")
    board_id = value.get("board_id") if isinstance(value, Mapping) else None
    boards = (context.boards() if context is not None else None) or ()
    return next((one.name for one in boards if one.key.board_id == board_id), str(board_id))


def values_text(values: Sequence[Any], spec: FieldSpec, context: FormContext | None = None) -> str:
    """Some values of a field: ``5 values: 4, 5, 6, 7, 8``."""
    if spec.kind is FieldKind.IMAGE:
        word = _tr("1 picture") if len(values) == 1 else _tr("{count} pictures")
        return word.format(count=count_text(len(values)))
    word = _tr("1 value: {values}") if len(values) == 1 else _tr("{count} values: {values}")
    named = ", ".join(one_value(one, spec, context) for one in islice(values, MOST_NAMED))
    if len(values) > MOST_NAMED:
        named += ", …"
    return word.format(count=count_text(len(values)), values=named)


def plan_text(sweeps: Sweeps, form: FormSpec, runs: int) -> str:
    """How many values multiply, field by field; empty where nothing is swept."""
    if not sweeps.items:
        return ""
    parts = []
    for group in sweeps.groups():
        titles = " + ".join(_title(form, sweep) for sweep in group)
        parts.append(f"{titles} {count_text(len(group[0].values))}")
    if runs > 1:
        parts.append(_tr("{count} runs").format(count=count_text(runs)))
    return TIMES.join(parts)


def _title(form: FormSpec, sweep: Sweep) -> str:
    spec = form.fields.get(sweep.field_id)
    return spec.title if spec is not None else sweep.field_id


def items_text(sweeps: Sweeps, form: FormSpec) -> str:
    """The first items of one run, a line each; empty where nothing is swept."""
    if not sweeps.items or not sweeps.count():
        return ""
    items = Expansion(axis(group) for group in sweeps.groups())
    lines = [
        ", ".join(_part(field_id, value, form) for field_id, value in row)
        for row in islice(items, MOST_ITEMS)
    ]
    if len(items) > MOST_ITEMS:
        more = _tr("and {count} more")
        lines.append(more.format(count=count_text(len(items) - MOST_ITEMS)))
    return "\n".join(lines)


def _part(field_id: FieldId, value: Any, form: FormSpec) -> str:
    spec = form.fields.get(field_id)
    if spec is None:
        return value_text(value)
    return f"{spec.title} {one_value(value, spec)}"


def seed_mode_text(mode: SeedMode) -> str:
    """What a seed does, in words."""
    if mode is SeedMode.RANDOM:
        return _tr("Each run")
    return _tr("+1 each run") if mode is SeedMode.INCREMENT else _tr("Same every run")

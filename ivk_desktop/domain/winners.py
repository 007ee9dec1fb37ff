"""Winners of a sheet that run again with another value: what is set and what is swept. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sheets import SheetAxis, values_of
from ivk_desktop.domain.sweeps import Sweep, Sweeps, value_text

GROUP: Final = "winners"


@dataclass(frozen=True, slots=True)
class WinnersPlan:
    """What a form is given: single values, and sweeps of the rest."""

    values: dict[FieldId, Any] = field(default_factory=dict)
    sweeps: Sweeps = field(default_factory=Sweeps)


def plan_again(
    axes: Sequence[SheetAxis], winners: Sequence[int], field_id: FieldId, values: Sequence[Any]
) -> WinnersPlan:
    """One submission that runs each winner with each of the values.

    The winners' fields go in step, ``field_id`` multiplies; winners that differ in that field
    alone become one. What has but one value is no sweep.
    """
    rows = [values_of(axes, winner) for winner in winners]
    for row in rows:
        row.pop(field_id, None)
    rows = list({json.dumps(row, sort_keys=True): row for row in rows}.values())
    single = dict(rows[0]) if len(rows) == 1 else {}
    items: list[Sweep] = []
    if len(rows) > 1:
        group = GROUP if len(rows[0]) > 1 else ""
        items = [_sweep(i, [row[i] for row in rows], group) for i in rows[0]]
    if len(values) == 1:
        single[field_id] = values[0]
    else:
        items.append(_sweep(field_id, values, ""))
    return WinnersPlan(single, Sweeps(tuple(items)))


def _sweep(field_id: FieldId, values: Sequence[Any], group: str) -> Sweep:
    """A sweep that can be edited as a list, where its values are words or numbers."""
    text = "\n".join(value_text(one) for one in values if isinstance(one, str | int | float))
    return Sweep(field_id, tuple(values), group, {"source": "list", "text": text})

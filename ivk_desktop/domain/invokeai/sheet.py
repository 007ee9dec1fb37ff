"""The table of a submission: its axes in the order in which the server unfolds them.

Batches multiply first, then runs, then the groups of a batch's data; the last one varies fastest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from ivk_desktop.domain.form import FieldKind, FieldSpec, SubmitRequest
from ivk_desktop.domain.invokeai.batch import Batch
from ivk_desktop.domain.invokeai.sweeping import Plan
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sheets import LABEL_LIMIT, SheetAxis, SheetPlace, count
from ivk_desktop.domain.sweeps import Axis, value_text

JOIN: Final = ", "

Specs = Mapping[FieldId, FieldSpec]


def sheet_axes(
    plan: Plan, groups: Iterable[Sequence[Batch]], specs: Specs
) -> tuple[SheetAxis, ...]:
    """The axes of a submission; empty where no field and no batch node varies."""
    splits = [_swept(one, specs) for one in plan.splits.axes]
    data = [_swept(one, specs) for one in plan.data]
    nodes = list(_nodes(groups))
    if not any(len(one) > 1 for one in (*splits, *nodes, *data)):
        return ()
    return (*splits, *_runs(plan, specs), *nodes, *data)


def placed(parts: Sequence[SubmitRequest], axes: tuple[SheetAxis, ...]) -> list[SubmitRequest]:
    """The parts with their places in the table, as long as they fill it."""
    size = parts[0].count
    if not axes or size * len(parts) != count(axes) or any(one.count != size for one in parts):
        return list(parts)
    sheet_id = parts[0].batch_id
    return [
        replace(part, place=SheetPlace(sheet_id, number * size, axes))
        for number, part in enumerate(parts)
    ]


def _runs(plan: Plan, specs: Specs) -> Iterator[SheetAxis]:
    if plan.seeds is not None:
        yield _swept(plan.seeds, specs)
    elif plan.runs > 1:
        yield SheetAxis("", tuple(str(number) for number in range(1, plan.runs + 1)))


def _nodes(groups: Iterable[Sequence[Batch]]) -> Iterator[SheetAxis]:
    for group in groups:
        titles = JOIN.join(dict.fromkeys(batch.node.label for batch in group))
        rows = zip(*(batch.items for batch in group), strict=False)
        yield SheetAxis(titles[:LABEL_LIMIT], tuple(_words(row) for row in rows))


def _swept(axis: Axis, specs: Specs) -> SheetAxis:
    fields = [specs[field_id] for field_id in axis.field_ids]
    return SheetAxis(
        JOIN.join(field.title for field in fields)[:LABEL_LIMIT],
        tuple(_words(row, fields) for row in axis.rows),
        axis.field_ids,
        axis.rows,
    )


def _words(row: Sequence[Any], fields: Sequence[FieldSpec] = ()) -> str:
    specs = [*fields, *[None] * (len(row) - len(fields))]
    texts = (_text(value, spec) for value, spec in zip(row, specs, strict=True))
    return JOIN.join(" ".join(text.split()) for text in texts)[:LABEL_LIMIT]


def _text(value: Any, spec: FieldSpec | None) -> str:
    if spec is not None and spec.kind is FieldKind.CHOICE:
        return next((one.label for one in spec.choices if one.value == value), str(value))
    return value_text(value)

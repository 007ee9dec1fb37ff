"""A swept submission as a table: its axes, and which item stands where. Pure data."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.domain.problems import FieldId

LABEL_LIMIT: Final = 300
"""The most characters kept of what a row of an axis is called."""
MOST_ALONG: Final = 12
"""A single axis of more rows goes down: a window scrolls that way."""
LEAST_RATIO: Final = 0.4
"""Narrower or flatter cells than this would leave labels no room."""


@dataclass(frozen=True, slots=True)
class SheetAxis:
    """What goes in step along one direction; counted runs have no ``title``.

    ``field_ids`` are the form's fields; empty where the values come from elsewhere, or are only
    counted. ``values`` has a tuple for each row, one value a field; ``labels`` says each row.
    """

    title: str
    labels: tuple[str, ...]
    field_ids: tuple[FieldId, ...] = ()
    values: tuple[tuple[Any, ...], ...] = ()

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where the items of one batch stand in the table of the submission that it is a part of."""

    sheet_id: BatchId
    """The first batch that was built."""
    first: int
    """The cell of its first item; the others follow."""
    axes: tuple[SheetAxis, ...]
    """Of the whole table; the last one varies fastest."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """How a table is laid out: which axis runs along and which down, and the page of the others.

    ``x`` and ``y`` are numbers of axes, -1 for none; ``page`` has a row for each axis, of which
    those of ``x`` and ``y`` do not count.
    """

    x: int
    y: int
    page: tuple[int, ...]


class SheetGrid:
    """The cells of one page of a table by column and row."""

    def __init__(self, axes: Sequence[SheetAxis], view: SheetView) -> None:
        self.axes = tuple(axes)
        self.view = view
        self._steps = steps(axes)
        used = (view.x, view.y)
        rest = (n for n in range(len(axes)) if n not in used)
        self._base = sum(view.page[n] * self._steps[n] for n in rest)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.axes[self.view.x]) if self.view.x >= 0 else 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.axes[self.view.y]) if self.view.y >= 0 else 1

    def __len__(self) -> int:
        return self.columns * self.rows

    def cell(self, column: int, row: int) -> int:
        """The number of the cell at a place."""
        x, y = self.view.x, self.view.y
        return (
            self._base
            + (column * self._steps[x] if x >= 0 else 0)
            + (row * self._steps[y] if y >= 0 else 0)
        )

    def place(self, cell: int) -> tuple[int, int] | None:
        """Column and row of a cell; ``None`` for one of another page."""
        rows = coordinates(self.axes, cell)
        x, y = self.view.x, self.view.y
        column, row = (rows[x] if x >= 0 else 0), (rows[y] if y >= 0 else 0)
        return (column, row) if self.cell(column, row) == cell else None

    def column_label(self, column: int) -> str:
        """What a column is called."""
        return self.axes[self.view.x].labels[column] if self.view.x >= 0 else ""

    def row_label(self, row: int) -> str:
        """What a row is called."""
        return self.axes[self.view.y].labels[row] if self.view.y >= 0 else ""


def count(axes: Sequence[SheetAxis]) -> int:
    """How many cells a table has."""
    return math.prod(len(one) for one in axes)


def steps(axes: Sequence[SheetAxis]) -> list[int]:
    """How many cells further the next row of each axis is."""
    found, step = [], 1
    for axis in reversed(axes):
        found.append(step)
        step *= len(axis)
    return found[::-1]


def coordinates(axes: Sequence[SheetAxis], cell: int) -> list[int]:
    """The row of each axis that a cell is in."""
    found = []
    for axis in reversed(axes):
        cell, row = divmod(cell, len(axis))
        found.append(row)
    return found[::-1]


def usual_view(axes: Sequence[SheetAxis]) -> SheetView:
    """The fastest axis along, the one before it down; a long single one goes down."""
    wide = [number for number, axis in enumerate(axes) if len(axis) > 1]
    x = wide[-1] if wide else -1
    y = wide[-2] if len(wide) > 1 else -1
    if len(wide) == 1 and len(axes[x]) > MOST_ALONG:
        x, y = -1, x
    return SheetView(x, y, (0,) * len(axes))


def telling(axes: Sequence[SheetAxis], cell: int) -> list[tuple[SheetAxis, str]]:
    """What sets a cell apart: each axis of several rows, with what the cell's is called."""
    rows = zip(axes, coordinates(axes, cell), strict=True)
    return [(axis, axis.labels[row]) for axis, row in rows if len(axis) > 1]


def values_of(axes: Sequence[SheetAxis], cell: int) -> dict[FieldId, Any]:
    """What the form's fields have in one cell."""
    rows = coordinates(axes, cell)
    return {
        field_id: value
        for axis, row in zip(axes, rows, strict=True)
        if axis.values
        for field_id, value in zip(axis.field_ids, axis.values[row], strict=True)
    }


def is_whole(axes: Sequence[SheetAxis]) -> bool:
    """Whether the form's fields alone tell each cell from the others."""
    return all(axis.field_ids or len(axis) == 1 for axis in axes)


def fitted(edge: int, ratio: float) -> tuple[int, int]:
    """Width and height of a cell whose longer side is ``edge``, of ``ratio`` width by height."""
    return round(edge * min(1.0, ratio)), round(edge * min(1.0, 1 / ratio))


def axis_data(axis: SheetAxis) -> dict[str, Any]:
    """An axis as plain JSON data."""
    return {
        "title": axis.title,
        "labels": list(axis.labels),
        "fields": list(axis.field_ids),
        "values": [list(row) for row in axis.values],
    }


def axis_of(data: Mapping[str, Any]) -> SheetAxis:
    """An axis of plain JSON data.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    labels = tuple(str(one) for one in data["labels"])
    fields = tuple(FieldId(str(one)) for one in data["fields"])
    values = tuple(tuple(row) for row in data["values"])
    if not labels or (fields and (len(values) != len(labels) or len(values[0]) != len(fields))):
        raise ValueError("an axis has rows of different number")
    return SheetAxis(str(data["title"]), labels, fields, values)

"""Sweeps: one submission that runs a form with many values of some of its fields.

Sweeps of one group go in step, groups multiply, the last one varies fastest; the runs go round all
of it. Nothing here knows a server: an adapter turns the groups into what its server takes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.problems import FieldId, Problem, Scope

MOST_ITEMS: Final = 100_000
"""More items than any queue takes; a sweep that makes more is refused."""
MOST_BATCHES: Final = 200
"""The most batches that one submission is split into."""
LARGEST_SEED: Final = 4294967295

Settings = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sweep:
    """The values of one field, each as plain JSON data, in the order in which they run.

    ``group`` names the sweeps that go in step; the empty one is a group of its own. ``settings``
    is how the values were made, so that they can be made anew: its ``source`` is a name, the rest
    belongs to whoever made them.
    """

    field_id: FieldId
    values: tuple[Any, ...]
    group: str = ""
    settings: Settings = field(default_factory=dict)


class SeedMode(Enum):
    """What a seed does from run to run."""

    FIXED = "fixed"
    RANDOM = "random"
    """Another one each run, all distinct."""
    INCREMENT = "increment"
    """The form's value, then one more each run."""


@dataclass(frozen=True, slots=True)
class SeedRule:
    """How the seed of one field changes from run to run."""

    field_id: FieldId
    mode: SeedMode


@dataclass(frozen=True, slots=True)
class Sweeps:
    """All that varies in one submission; ``items`` in the order in which groups multiply."""

    items: tuple[Sweep, ...] = ()
    seeds: tuple[SeedRule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items) or any(rule.mode is not SeedMode.FIXED for rule in self.seeds)

    def groups(self) -> list[tuple[Sweep, ...]]:
        """The sweeps by group, each at the place of its first member."""
        found: dict[str, list[Sweep]] = {}
        for number, sweep in enumerate(self.items):
            found.setdefault(sweep.group or f"\0{number}", []).append(sweep)
        return [tuple(members) for members in found.values()]

    def count(self) -> int:
        """How many items one run makes; 0 where a sweep has no values."""
        return math.prod(min(len(one.values) for one in group) for group in self.groups())

    @property
    def field_ids(self) -> frozenset[FieldId]:
        """The fields that are swept."""
        return frozenset(sweep.field_id for sweep in self.items)


NO_SWEEPS: Final = Sweeps()

Row = tuple[tuple[FieldId, Any], ...]
"""What some fields have in one item."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Fields that go in step, with their values row by row."""

    field_ids: tuple[FieldId, ...]
    rows: tuple[tuple[Any, ...], ...]

    def row(self, number: int) -> Row:
        """What the fields have in one row."""
        return tuple(zip(self.field_ids, self.rows[number], strict=True))


class Expansion(Sequence[Row]):
    """The items of some axes in the server's order, made only when they are asked for."""

    def __init__(self, axes: Iterable[Axis]) -> None:
        self.axes = tuple(axes)
        self._count = math.prod(len(axis.rows) for axis in self.axes)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(self._count))]
        if not -self._count <= number < self._count:
            raise IndexError(number)
        rest, rows = number % self._count, []
        for axis in reversed(self.axes):
            rest, place = divmod(rest, len(axis.rows))
            rows.append(axis.row(place))
        return tuple(pair for row in reversed(rows) for pair in row)


def axis(group: Sequence[Sweep]) -> Axis:
    """One group of sweeps as an axis; where they differ in length, the shortest counts."""
    ids = tuple(sweep.field_id for sweep in group)
    return Axis(ids, tuple(zip(*(sweep.values for sweep in group), strict=False)))


def seed_axis(
    rules: Iterable[SeedRule],
    runs: int,
    base: Callable[[FieldId], int],
    limits: Callable[[FieldId], tuple[int, int]],
    rng: random.Random,
) -> Axis | None:
    """The seeds of all runs, or ``None`` where no seed changes.

    Args:
        rules: what each seed does.
        runs: how many runs there are.
        base: the form's value of a seed.
        limits: the smallest and the largest seed that a field takes.
        rng: where random seeds come from.
    """
    moving = [rule for rule in rules if rule.mode is not SeedMode.FIXED]
    if not moving:
        return None
    columns = []
    for rule in moving:
        low, high = limits(rule.field_id)
        room = high - low + 1
        if rule.mode is SeedMode.RANDOM:
            drawn = range(room) if runs > room else rng.sample(range(room), runs)
            columns.append([low + drawn[run % room] for run in range(runs)])
        else:
            start = base(rule.field_id) - low
            columns.append([low + (start + run) % room for run in range(runs)])
    return Axis(tuple(rule.field_id for rule in moving), tuple(zip(*columns, strict=True)))


def seed_after(seed: int, runs: int, low: int = 0, high: int = LARGEST_SEED) -> int:
    """The seed that an incremented one has come to after ``runs``."""
    return low + (seed - low + runs) % (high - low + 1)


def shape_problems(
    sweeps: Sweeps, titles: Mapping[FieldId, str], connected: Callable[[FieldId], bool]
) -> Iterator[Problem]:
    """What is wrong with sweeps whatever their values are: field by field."""
    for sweep in sweeps.items:
        if sweep.field_id not in titles:
            yield _of(sweep, "sweep_no_field")
        elif connected(sweep.field_id):
            yield _of(sweep, "sweep_connected")
        elif not sweep.values:
            yield _of(sweep, "sweep_empty")
    for group in sweeps.groups():
        sizes = [len(sweep.values) for sweep in group]
        for sweep in group[1:]:
            if len(sweep.values) != sizes[0]:
                first = titles.get(group[0].field_id, group[0].field_id)
                found = len(sweep.values)
                yield _of(sweep, "sweep_lengths_differ", count=found, other=first, wanted=sizes[0])


def _of(sweep: Sweep, code: str, **args: str | int | float) -> Problem:
    return Problem(code, args, scope=Scope.FIELD, field_id=sweep.field_id)


def value_text(value: Any, names: Mapping[str, str] | None = None) -> str:
    """A value in few words, for chips and labels.

    Args:
        value: plain JSON data.
        names: names of things that are known by a key.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        for key in ("name", "image_name", "video_name", "board_id", "style_preset_id"):
            if isinstance(found := value.get(key), str):
                return (names or {}).get(found, found)
        if {"r", "g", "b"} <= value.keys():
            return "#" + "".join(f"{_byte(value[key]):02X}" for key in "rgb")
        return "{…}"
    if isinstance(value, list):
        return "[" + ", ".join(value_text(one, names) for one in value[:4]) + "]"
    return format(value, ".10g") if isinstance(value, float) else str(value)


def _byte(value: Any) -> int:
    return value & 255 if isinstance(value, int) else 0


def item_label(row: Row, titles: Mapping[FieldId, str]) -> str:
    """One item in words: ``CFG scale 6, Seed 5``."""
    return ", ".join(f"{titles.get(name, name)} {value_text(value)}" for name, value in row)

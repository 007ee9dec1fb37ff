"""Making the values of a sweep: from text, ranges, chance, lines and tables."""

from __future__ import annotations

import csv
import io
import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ivk_desktop.domain.form import FieldKind, FieldSpec, Limits
from ivk_desktop.domain.problems import DomainError, Problem, Scope
from ivk_desktop.domain.sweeps import MOST_ITEMS

_NUMBERS: Final = (FieldKind.INTEGER, FieldKind.FLOAT)
_SEPARATORS: Final = re.compile(r"[,;\s]+")
_COLOR: Final = re.compile(r"#?((?:[0-9A-Fa-f]{2}){3,4})", re.ASCII)
_SHOWN: Final = 40
"""How much of a text that cannot be used is repeated, in characters."""
_WIDEST: Final = 4294967295
"""Where a field without limits ends for a range: uint32, as seeds do."""
_USUAL_STEPS: Final = 4
_TRUE: Final = frozenset({"true", "yes", "on", "1"})
_FALSE: Final = frozenset({"false", "no", "off", "0"})


def is_number(kind: FieldKind) -> bool:
    """Whether a field of this kind takes numbers."""
    return kind in _NUMBERS


def _problem(code: str, **args: str | int | float) -> DomainError:
    return DomainError(Problem(code, args, scope=Scope.FIELD))


def read_value(text: str, spec: FieldSpec) -> Any:
    """One value of a field, written as text.

    Raises:
        DomainError: the text is none of the field's values, or the field takes no text.
    """
    if spec.kind in _NUMBERS:
        return _number(text, spec.kind is FieldKind.INTEGER)
    if spec.kind is FieldKind.STRING:
        return text
    word = text.strip()
    if spec.kind is FieldKind.BOOLEAN and word.casefold() in _TRUE | _FALSE:
        return word.casefold() in _TRUE
    if spec.kind is FieldKind.CHOICE:
        for choice in spec.choices:
            if word in (str(choice.value), choice.label):
                return choice.value
        raise _problem("choice_unknown", value=word[:_SHOWN])
    if spec.kind is FieldKind.IMAGE:
        return {"image_name": word}
    if spec.kind is FieldKind.COLOR:
        return _color(word)
    raise _problem("sweep_text_unfit", text=word[:_SHOWN])


def _number(text: str, whole: bool) -> int | float:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) > Decimal("1e300"):
        raise _problem("not_a_number", text=text.strip()[:_SHOWN])
    if number == number.to_integral_value() and (whole or "." not in text):
        return int(number)
    return float(number)


def _color(word: str) -> dict[str, int]:
    found = _COLOR.fullmatch(word)
    if found is None:
        raise _problem("not_a_color", text=word[:_SHOWN])
    parts = bytes.fromhex(found[1].ljust(8, "F") if len(found[1]) == 6 else found[1])
    return dict(zip("rgba", parts, strict=True))


def read_list(text: str, spec: FieldSpec) -> tuple[Any, ...]:
    """The values of a list: numbers between commas or spaces, anything else line by line.

    Raises:
        DomainError: one of them cannot be used.
    """
    if spec.kind in _NUMBERS:
        parts = [part for part in _SEPARATORS.split(text) if part]
    else:
        parts = text_lines(text)
    return _read_all(parts, spec)


def _read_all(parts: Sequence[str], spec: FieldSpec) -> tuple[Any, ...]:
    if len(parts) > MOST_ITEMS:
        raise _problem("sweep_too_many", limit=MOST_ITEMS)
    return tuple(read_value(part, spec) for part in parts)


def usual_range(value: Any, spec: FieldSpec) -> tuple[str, str, str]:
    """From, to and step of a first range: some steps up from what a field holds, as far as it goes.

    Where there are no steps above, it ends with what the field holds.
    """
    fine = 1.0 if spec.kind is FieldKind.INTEGER else 0.1
    limits = spec.limits or Limits(-_WIDEST, _WIDEST, fine, fine)
    lowest, highest = _bound(limits.minimum), _bound(limits.maximum)
    step = Decimal(str(limits.step or limits.fine_step or 1))
    if limits.multiple_of:
        multiple = Decimal(str(limits.multiple_of))
        step = multiple * max(Decimal(1), (step / multiple).to_integral_value())
    known = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    start = Decimal(str(value)) if known else max(lowest, min(Decimal(1), highest))
    start = min(max(start, lowest), highest)
    steps = min(_USUAL_STEPS, int((highest - start) / step))
    if not steps:
        steps = min(_USUAL_STEPS, int((start - lowest) / step))
        start -= steps * step
    return _plain(start), _plain(start + steps * step), _plain(step)


def _bound(number: float) -> Decimal:
    return Decimal(str(min(max(number, -_WIDEST), _WIDEST)))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def text_lines(text: str) -> list[str]:
    """The lines that are not blank, without the spaces round them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def range_values(start: str, end: str, step: str, spec: FieldSpec) -> tuple[int | float, ...]:
    """From ``start`` to ``end``, both included, in exact decimal steps, downwards where needed.

    Raises:
        DomainError: one of them is no number, the step is 0, or there would be too many.
    """
    first, last, width = (Decimal(str(_number(text, whole=False))) for text in (start, end, step))
    if not width:
        raise _problem("sweep_step_zero")
    width = abs(width) if last >= first else -abs(width)
    count = int((last - first) / width) + 1
    if count > MOST_ITEMS:
        raise _problem("sweep_too_many", limit=MOST_ITEMS)
    values = [first + width * number for number in range(count)]
    whole = spec.kind is FieldKind.INTEGER
    return tuple(_number(format(value, "f"), whole) for value in values)


def random_values(
    low: str, high: str, count: int, spec: FieldSpec, rng: random.Random
) -> tuple[int | float, ...]:
    """Random numbers of a range; integers are distinct as long as the range has enough.

    Raises:
        DomainError: a limit is no number, or there would be too many.
    """
    if not 1 <= count <= MOST_ITEMS:
        raise _problem("sweep_too_many", limit=MOST_ITEMS)
    whole = spec.kind is FieldKind.INTEGER
    first, last = sorted((_number(low, whole), _number(high, whole)))
    if isinstance(first, int) and isinstance(last, int) and whole:
        room = range(first, last + 1)
        enough = len(room) >= count
        return tuple(rng.sample(room, count) if enough else rng.choices(room, k=count))
    return tuple(float(format(rng.uniform(first, last), ".6g")) for _ in range(count))


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: the names of its columns, and its rows, each as long as the names."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, number: int, spec: FieldSpec) -> tuple[Any, ...]:
        """The values of a column; empty cells are left out.

        Raises:
            DomainError: a cell cannot be used for the field.
        """
        return _read_all([row[number] for row in self.rows if row[number].strip()], spec)


def read_table(text: str) -> Table:
    """Read a CSV file with a heading; the separator is the one that the heading has most of.

    Raises:
        DomainError: ``sweep_table_unreadable`` or ``sweep_table_empty``.
    """
    heading = text.lstrip("\ufeff").partition("\n")[0]
    separator = max(",;\t|", key=heading.count)
    source = io.StringIO(text.lstrip("\ufeff"), newline="")
    try:
        lines = [line for line in csv.reader(source, delimiter=separator) if any(line)]
    except csv.Error as error:
        raise _problem("sweep_table_unreadable", reason=str(error)) from error
    if not lines:
        raise _problem("sweep_table_empty")
    if len(lines) > MOST_ITEMS:
        raise _problem("sweep_too_many", limit=MOST_ITEMS)
    names = tuple(name.strip() for name in lines[0])
    width = len(names)
    rows = tuple(tuple((line + [""] * width)[:width]) for line in lines[1:])
    return Table(names, rows)

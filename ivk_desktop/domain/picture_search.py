"""What a person types to find pictures: words, and filters such as ``model:sdxl rating:>=4``.

Every text has a meaning. A filter is ``name:value``; numbers take ``>``, ``>=``, ``<``, ``<=`` and
``low..high`` too, with the colon or without. A minus in front turns a condition round, quotes keep
words together. All conditions must hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.tags import clean_tag

TEXTS: Final = ("prompt", "negative", "model", "lora", "workflow", "sampler", "board", "name")
"""Filters for a text that contains another."""
NUMBERS: Final = ("seed", "steps", "guidance", "width", "height", "rating")
FLAGS: Final = ("starred", "rated", "tagged", "video")
"""Written alone, or after ``is:``."""
OTHERS: Final = ("tag", "size", "before", "after", "on", "is")
ALIASES: Final = {"cfg": "guidance", "loras": "lora", "scheduler": "sampler", "date": "on"}
LONGEST: Final = 1000
"""So many characters are read."""
MOST: Final = 40
"""So many conditions are taken."""

_TERM: Final = re.compile(
    r"""(?P<minus>-?)(?:(?P<name>[^\W\d]+)(?P<sign>:|(?=[<>=])))?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))"""
)
_COMPARED: Final = re.compile(r"(<=|>=|<|>|=)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?")
_SIZE: Final = re.compile(r"(\d{1,6})\s*[x*\u00d7]\s*(\d{1,6})", re.IGNORECASE)
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Has:
    """A text contains another; without a name any of a picture's texts."""

    text: str
    name: str = ""
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """A number is from ``low`` to ``high``, both included."""

    name: str
    low: float = -math.inf
    high: float = math.inf
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture is so many pixels wide and high."""

    width: int
    height: int
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A picture came on the day ``first`` or later, and before the day ``end``."""

    first: date | None = None
    end: date | None = None
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A picture has a tag of the person's own."""

    tag: str
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """One of ``FLAGS`` holds."""

    name: str
    is_not: bool = False


Condition = Has | Within | Sized | Made | Tagged | Is


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """All that a picture must fulfil."""

    conditions: tuple[Condition, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What of the text was not understood, and how it was taken."""

    @property
    def is_plain(self) -> bool:
        """Whether any server that searches texts can answer it."""
        return all(isinstance(one, Has) and not (one.name or one.is_not) for one in self.conditions)

    @property
    def names_board(self) -> bool:
        """Whether it says itself on which boards to look."""
        return any(isinstance(one, Has) and one.name == "board" for one in self.conditions)


@dataclass(frozen=True, slots=True)
class _Term:
    start: int
    end: int
    name: str
    value: str
    is_not: bool
    is_quoted: bool


def parse(text: str) -> PictureQuery:
    """The query of a typed text."""
    conditions: list[Condition] = []
    problems: list[Problem] = []
    for term in _terms(text):
        found = _condition(term)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            conditions.append(found)
        if term.name and not _is_known(term.name):
            problems.append(Problem("search_filter_unknown", {"name": term.name}))
    return PictureQuery(tuple(conditions[:MOST]), tuple(problems[:MOST]))


def filter_of(text: str, name: str) -> str:
    """The value of the first filter of that name; of a flag ``yes``; empty where there is none."""
    for term in _terms(text):
        if not term.is_not and _stands_for(term, name):
            return "yes" if name in FLAGS else term.value
    return ""


def with_filter(text: str, name: str, value: str) -> str:
    """The text with a filter set, in place of those of that name; an empty value takes it away."""
    kept = [text[t.start : t.end] for t in _terms(text) if t.is_not or not _stands_for(t, name)]
    value = " ".join(value.replace('"', " ").split())
    if value and name in FLAGS:
        kept.append(name)
    elif value:
        kept.append(f'{name}:"{value}"' if " " in value else f"{name}:{value}")
    return " ".join(kept)


def _terms(text: str) -> Iterator[_Term]:
    for found in _TERM.finditer(text[:LONGEST]):
        name = (found["name"] or "").lower()
        is_quoted = found["quoted"] is not None
        value = (found["quoted"] if is_quoted else found["plain"]) or ""
        if not name and not value:
            continue
        if found["sign"] == "" and name not in NUMBERS:  # "a>b" is a word
            name, value = "", f"{found['name']}{value}"
        yield _Term(
            found.start(),
            found.end(),
            ALIASES.get(name, name),
            value.strip(),
            bool(found["minus"]) and bool(name or value),
            is_quoted,
        )


def _is_known(name: str) -> bool:
    return name in TEXTS or name in NUMBERS or name in OTHERS


def _stands_for(term: _Term, name: str) -> bool:
    if name in FLAGS:
        return not term.is_quoted and term.value.lower() == name and term.name in ("", "is")
    return term.name == name


def _condition(term: _Term) -> Condition | Problem | None:
    """What a term asks for; ``None`` for a filter that waits for its value."""
    name, value, is_not = term.name, term.value, term.is_not
    if not name and not term.is_quoted and value.lower() in FLAGS:
        return Is(value.lower(), is_not)
    if not name:
        return Has(value, is_not=is_not) if value else None
    if not _is_known(name):
        return Has(f"{name}:{value}", is_not=is_not)
    if not value:
        return None
    if name in TEXTS:
        return Has(value, name, is_not)
    return _other(name, value, is_not) or Problem(
        "search_value_unknown", {"name": name, "value": value}
    )


def _other(name: str, value: str, is_not: bool) -> Condition | None:
    if name in NUMBERS:
        return _within(name, value, is_not)
    if name == "tag":
        tag = clean_tag(value)
        return Tagged(tag, is_not) if tag else None
    if name == "size":
        found = _SIZE.fullmatch(value)
        return Sized(int(found[1]), int(found[2]), is_not) if found else None
    if name == "is":
        return Is(value.lower(), is_not) if value.lower() in FLAGS else None
    return _made(name, value, is_not)


def _within(name: str, value: str, is_not: bool) -> Within | None:
    found = _COMPARED.fullmatch(value)
    if found is None or (found[1] and found[3]):
        return None
    low = high = float(found[2])
    if found[3]:
        high = float(found[3])
    elif found[1] in (">", ">="):
        low, high = (math.nextafter(low, math.inf) if found[1] == ">" else low), math.inf
    elif found[1] in ("<", "<="):
        low, high = -math.inf, (math.nextafter(low, -math.inf) if found[1] == "<" else low)
    return Within(name, low, high, is_not)


def _made(name: str, value: str, is_not: bool) -> Made | None:
    span = _days(value)
    if span is None:
        return None
    first, end = span
    if name == "before":
        return Made(None, first, is_not)
    return Made(first, None if name == "after" else end, is_not)


def _days(value: str) -> tuple[date, date] | None:
    """The first day of a day, month or year, and the first day after it."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first + timedelta(days=1)
        if month:
            return first, (first + timedelta(days=32)).replace(day=1)
        return first, date(first.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None

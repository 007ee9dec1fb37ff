"""Which models a list shows, in which order, and under which headings. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, NamedTuple

from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.stores.models import LISTED_TYPES


class Facet(Enum):
    """What models are sorted, filtered and grouped by."""

    NAME = "name"
    TYPE = "type"
    BASE = "base"
    FORMAT = "format"
    SIZE = "size"


GROUPS: Final = (Facet.TYPE, Facet.BASE, Facet.FORMAT)
"""What models can be filtered and grouped by."""


class Heading(NamedTuple):
    """The line over the models of one group."""

    facet: Facet
    value: str
    models: int


Line = ModelInfo | Heading


@dataclass(frozen=True, slots=True)
class ModelQuery:
    """What is asked for; empty filters let everything through."""

    text: str = ""
    """Words that all have to be in the name, the description or a trigger phrase."""
    types: str = ""
    bases: str = ""
    formats: str = ""
    only_missing: bool = False
    order: Facet = Facet.NAME
    descending: bool = False
    group: Facet | None = None


class ModelIndex:
    """The models of a server, with what a search looks at made ready once."""

    def __init__(
        self, models: Sequence[ModelInfo] = (), missing: Collection[ModelKey] = ()
    ) -> None:
        self.models = models
        self.missing = frozenset(missing)
        # By name once: a sort keeps the order of equals.
        ordered = sorted(models, key=lambda model: model.name.casefold())
        self._by_name = [(model, _text(model)) for model in ordered]

    def values(self, facet: Facet) -> list[tuple[str, int]]:
        """The values that models have, with their counts, by name."""
        return sorted(Counter(map(_READ[facet], self.models)).items())

    def select(self, query: ModelQuery) -> list[ModelInfo]:
        """The models that are asked for, in their order."""
        words = query.text.casefold().split()
        wanted = (
            (Facet.TYPE, query.types),
            (Facet.BASE, query.bases),
            (Facet.FORMAT, query.formats),
        )
        filters = [(_READ[facet], value) for facet, value in wanted if value]
        found = [model for model, text in self._by_name if all(word in text for word in words)]
        for read, value in filters:
            found = [model for model in found if read(model) == value]
        if query.only_missing:
            found = [model for model in found if model.key in self.missing]
        if query.order is not Facet.NAME or query.descending:
            found.sort(key=_READ[query.order], reverse=query.descending)
        return found

    def lines(self, query: ModelQuery) -> list[Line]:
        """The models that are asked for, each group of them under its heading."""
        found = self.select(query)
        if query.group is None:
            return list(found)
        read, groups = _READ[query.group], dict[str, list[ModelInfo]]()
        for model in found:
            groups.setdefault(read(model), []).append(model)
        lines: list[Line] = []
        for value in sorted(groups, key=_place):
            lines.append(Heading(query.group, value, len(groups[value])))
            lines += groups[value]
        return lines


_READ: Final[dict[Facet, Callable[[ModelInfo], Any]]] = {
    Facet.NAME: lambda model: model.name.casefold(),
    Facet.TYPE: lambda model: model.type,
    Facet.BASE: lambda model: model.base,
    Facet.FORMAT: lambda model: model.format,
    Facet.SIZE: lambda model: model.file_size,
}


def _place(value: str) -> tuple[int, str]:
    """The types that are looked for most come first, then all by name."""
    first = LISTED_TYPES.index(value) if value in LISTED_TYPES else len(LISTED_TYPES)
    return first, value


def _text(model: ModelInfo) -> str:
    return "\n".join((model.name, model.description, *(model.trigger_phrases or ()))).casefold()

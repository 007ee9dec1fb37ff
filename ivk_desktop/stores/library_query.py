"""Which workflows of the library are shown, and in which order. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from ivk_desktop.api.backend import WorkflowCard


class LibraryView(Enum):
    """The parts in which the library is shown."""

    RECENT = "recent"
    YOURS = "yours"
    SHARED = "shared"
    """What other users see; only where the server has several."""
    BUILT_IN = "built_in"


class Order(Enum):
    """By what workflows are ordered; times begin with the latest."""

    OPENED = "opened"
    NAME = "name"
    UPDATED = "updated"
    CREATED = "created"


_KEYS: dict[Order, Callable[[WorkflowCard], Any]] = {
    Order.OPENED: lambda card: -(card.opened_at or 0.0),
    Order.NAME: lambda card: 0,
    Order.UPDATED: lambda card: -(card.updated_at or 0.0),
    Order.CREATED: lambda card: -(card.created_at or 0.0),
}


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """What is asked for; ``None`` and empty mean all. All words of ``text`` must occur."""

    view: LibraryView | None = None
    tags: frozenset[str] = frozenset()
    """One of these, whatever their case."""
    text: str = ""
    order: Order = Order.OPENED


def in_view(card: WorkflowCard, view: LibraryView | None) -> bool:
    """Whether a part of the library holds a workflow."""
    if view is LibraryView.RECENT:
        return card.opened_at is not None
    if view is LibraryView.BUILT_IN:
        return card.is_built_in
    if view is LibraryView.SHARED:
        return card.is_public and not card.is_built_in
    return view is None or not card.is_built_in


def select(cards: Iterable[WorkflowCard], query: LibraryQuery) -> list[WorkflowCard]:
    """The workflows that a query shows, in its order; equal ones by name."""
    words = query.text.casefold().split()
    tags = {tag.casefold() for tag in query.tags}
    found = [
        card
        for card in cards
        if in_view(card, query.view)
        and (not tags or tags & {tag.casefold() for tag in card.tags})
        and all(word in _searched(card) for word in words)
    ]
    key = _KEYS[query.order]
    return sorted(found, key=lambda card: (key(card), card.name.casefold(), card.workflow_id))


def _searched(card: WorkflowCard) -> str:
    return f"{card.name} {card.description} {' '.join(card.tags)}".casefold()


def tag_counts(cards: Iterable[WorkflowCard]) -> Sequence[tuple[str, int]]:
    """All tags with their counts, the most frequent first; cases of one word are one tag."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for card in cards:
        for tag in {tag.casefold(): tag for tag in card.tags}.items():
            names.setdefault(*tag)
            counts[tag[0]] += 1
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [(names[key], count) for key, count in ordered]

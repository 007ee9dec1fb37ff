"""Pictures that a person picks out, in the order of picking: to be deleted, to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import MediaRef

Refs = tuple[MediaRef, ...]

MOST_COMPARED: Final = 4
"""More pictures beside each other are too small to be compared."""


class Picks(QObject):
    """A set of pictures of one server with an order; with ``most`` the oldest pick gives way."""

    changed = Signal(object)
    """A tuple of ``MediaRef`` that are picked now, or not any more."""

    def __init__(self, parent: QObject | None = None, *, most: int | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._refs: dict[MediaRef, None] = {}

    @property
    def refs(self) -> Refs:
        """What is picked, the oldest pick first."""
        return tuple(self._refs)

    def __len__(self) -> int:
        return len(self._refs)

    def __contains__(self, ref: object) -> bool:
        return ref in self._refs

    def place(self, ref: MediaRef) -> int | None:
        """The number of a pick from 0, ``None`` for what is not picked."""
        return self.refs.index(ref) if ref in self._refs else None

    def toggle(self, refs: Sequence[MediaRef]) -> None:
        """Pick all of these; where all are picked already, none of them."""
        if all(ref in self._refs for ref in refs):
            self.drop(refs)
        else:
            self.add(refs)

    def set(self, refs: Iterable[MediaRef]) -> None:
        """Pick just these."""
        before = self.refs
        self._refs = dict.fromkeys(refs)
        self._tell(before)

    def add(self, refs: Iterable[MediaRef]) -> None:
        """Pick these too."""
        before = self.refs
        self._refs |= dict.fromkeys(refs)
        while self._most is not None and len(self._refs) > self._most:
            del self._refs[next(iter(self._refs))]
        self._tell(before)

    def drop(self, refs: Iterable[MediaRef]) -> None:
        """Pick these no longer."""
        before = self.refs
        for ref in refs:
            self._refs.pop(ref, None)
        self._tell(before)

    def clear(self) -> Refs:
        """Pick nothing; returns what was picked."""
        before = self.refs
        self._refs.clear()
        self._tell(before)
        return before

    def _tell(self, before: Refs) -> None:
        """All whose place is another one now have changed."""
        now = self.refs
        if now != before:
            places = {ref: n for n, ref in enumerate(now)}
            was = {ref: n for n, ref in enumerate(before)}
            both = dict.fromkeys((*before, *now))
            self.changed.emit(tuple(ref for ref in both if places.get(ref) != was.get(ref)))

"""Which pictures are waited for, and in which order they are got."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.domain.media import MediaRef

MAX_LOOSE = 512
"""The most pictures wanted by nobody in particular; the oldest wish goes first."""


class Wanted:
    """A stack of wishes: what was wished last is got first, what nobody wishes is dropped.

    A view states the whole of what it shows under a name of its own; a loose wish (``add``) stays
    until it is granted or there are too many.
    """

    def __init__(self) -> None:
        self._views: dict[str, set[MediaRef]] = {}
        self._shown: dict[str, int] = {}
        self._loose: dict[MediaRef, int] = {}
        self._stack: list[MediaRef] = []
        self._turn = 0

    def __contains__(self, ref: MediaRef) -> bool:
        return ref in self._loose or any(ref in refs for refs in self._views.values())

    def rank(self, ref: MediaRef) -> int:
        """When this was wished last: the higher, the later."""
        turns = [self._shown[view] for view, refs in self._views.items() if ref in refs]
        return max([*turns, self._loose.get(ref, 0)])

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State what a view waits for now, the most urgent first; ``()`` when it is gone."""
        self._turn += 1
        if refs:
            self._views[view] = set(refs)
            self._shown[view] = self._turn
        else:
            self._views.pop(view, None)
        self._stack = [ref for ref in self._stack if ref in self]
        self._stack.extend(reversed(refs))

    def add(self, ref: MediaRef) -> None:
        """Wish for one picture."""
        if ref in self._loose:
            return
        self._turn += 1
        self._loose[ref] = self._turn
        self._stack.append(ref)
        if len(self._loose) > MAX_LOOSE:
            del self._loose[next(iter(self._loose))]

    def granted(self, ref: MediaRef) -> None:
        """Take a wish off the list: it was granted, or cannot be."""
        self._loose.pop(ref, None)
        for refs in self._views.values():
            refs.discard(ref)

    def restart(self) -> None:
        """Put all wishes on the stack again, whatever was taken from it before."""
        open_wishes = dict.fromkeys(self._loose)
        for refs in self._views.values():
            open_wishes.update(dict.fromkeys(refs))
        self._stack = list(open_wishes)

    def next(self) -> MediaRef | None:
        """Take the most urgent wish from the stack; it stays a wish until ``granted``."""
        while self._stack:
            ref = self._stack.pop()
            if ref in self:
                return ref
        return None

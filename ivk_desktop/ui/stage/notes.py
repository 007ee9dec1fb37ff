"""What is noted of pictures, for all who paint them: stars, ratings, marks, places to compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import MediaRef, PictureKey
from ivk_desktop.ui.stage.stores import PictureStores

LETTERS = "ABCD"
"""What the pictures that are compared are called."""


class Note(NamedTuple):
    """What is noted of one picture."""

    rating: int = 0
    """0 for none, else 1..5."""
    starred: bool = False
    marked: bool = False
    """It is to be deleted with all others that are marked."""
    letter: str = ""
    """Which of the pictures that are compared it is."""


class Notes(QObject):
    """Asks the stores, and changes what a person notes; holds nothing itself."""

    changed = Signal(object)
    """A tuple of ``MediaRef`` whose notes are others now."""
    picks_changed = Signal(object)
    """A tuple of ``MediaRef`` that are marked or compared now, or not any more."""
    picked = Signal()
    """Other pictures are marked or compared now, or those of other servers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores: PictureStores | None = None
        self._views: set[str] = set()

    def set_stores(self, stores: PictureStores | None) -> None:
        """Tell of these pictures; of none for ``None``."""
        for view in tuple(self._views):
            self.show(view, ())
        for signal, slot in self._links():
            signal.disconnect(slot)
        self._stores = stores
        for signal, slot in self._links():
            signal.connect(slot)
        self.picked.emit()

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all pictures that a view shows now, so that it is read what is kept of them."""
        if self._stores is not None:
            (self._views.add if refs else self._views.discard)(view)
            self._stores.infos.show(view, refs)
            self._stores.ratings.show(view, [ref.key for ref in refs])

    def of(self, ref: MediaRef) -> Note:
        """All that is noted of a picture, as far as it is known."""
        if (stores := self._stores) is None:
            return Note()
        info, place = stores.infos.info(ref), stores.compared.place(ref)
        return Note(
            stores.ratings.rating_of(ref.key),
            info is not None and info.starred,
            ref in stores.marks,
            LETTERS[place] if place is not None else "",
        )

    def _links(self) -> tuple[tuple[Any, Any], ...]:
        if (stores := self._stores) is None:
            return ()
        picks = [
            (picks.changed, slot)
            for picks in (stores.marks, stores.compared)
            for slot in (self.changed, self.picks_changed, self.picked)
        ]
        return (
            (stores.infos.changed, self.changed),
            (stores.ratings.changed, self._rated),
            *picks,
        )

    # --- ratings -------------------------------------------------------------------------
    def rate(self, refs: Iterable[MediaRef], rating: int) -> None:
        """Rate pictures 1..5; 0 takes their ratings away."""
        if self._stores is not None:
            self._stores.ratings.rate([ref.key for ref in refs], rating)

    def _rated(self, keys: Sequence[PictureKey]) -> None:
        self.changed.emit(tuple(MediaRef.named(*key) for key in keys))

    # --- picks ---------------------------------------------------------------------------
    @property
    def marked(self) -> tuple[MediaRef, ...]:
        """What is marked for deletion."""
        return self._stores.marks.refs if self._stores is not None else ()

    @property
    def compared(self) -> tuple[MediaRef, ...]:
        """What is picked to be compared."""
        return self._stores.compared.refs if self._stores is not None else ()

    def toggle_marked(self, refs: Sequence[MediaRef]) -> None:
        """Mark pictures for deletion; where all are marked, none of them."""
        if self._stores is not None and refs:
            self._stores.marks.toggle(refs)

    def toggle_compared(self, refs: Sequence[MediaRef]) -> None:
        """Pick pictures to be compared; where all are picked, none of them."""
        if self._stores is not None and refs:
            self._stores.compared.toggle(refs)

    def compare_only(self, refs: Sequence[MediaRef]) -> None:
        """Pick just these to be compared."""
        if self._stores is not None:
            self._stores.compared.set(refs)

    def clear_compared(self) -> None:
        """Pick nothing to be compared."""
        self.compare_only(())

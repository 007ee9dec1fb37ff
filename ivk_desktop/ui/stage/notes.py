"""What is noted of pictures, for all who paint them: stars, ratings, marks, places to compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.media import MediaRef, PictureKey
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.picks import Picks
from ivk_desktop.stores.ratings import Ratings

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
    """Asks the stores of one server, and changes what a person notes; holds nothing itself."""

    changed = Signal(object)
    """A tuple of ``MediaRef`` whose notes are others now."""
    picks_changed = Signal(object)
    """A tuple of ``MediaRef`` that are marked or compared now, or not any more."""
    picked = Signal()
    """Other pictures are marked or compared now, or those of another server."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gallery: Gallery | None = None
        self._ratings: Ratings | None = None
        self._views: set[str] = set()

    def set_gallery(self, gallery: Gallery | None) -> None:
        """Tell of the pictures of one server; of none for ``None``."""
        for view in tuple(self._views):
            self.show(view, ())
        if self._gallery is not None and self._ratings is not None:
            self._gallery.infos.changed.disconnect(self.changed)
            self._ratings.changed.disconnect(self._rated)
            for picks in (self._gallery.marks, self._gallery.compared):
                picks.changed.disconnect(self.changed)
                picks.changed.disconnect(self.picks_changed)
                picks.changed.disconnect(self.picked)
        self._gallery = gallery
        self._ratings = gallery.local.ratings if gallery is not None else None
        if self._gallery is not None and self._ratings is not None:
            self._gallery.infos.changed.connect(self.changed)
            self._ratings.changed.connect(self._rated)
            for picks in (self._gallery.marks, self._gallery.compared):
                picks.changed.connect(self.changed)
                picks.changed.connect(self.picks_changed)
                picks.changed.connect(self.picked)
        self.picked.emit()

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all pictures that a view shows now, so that it is read what is kept of them."""
        if self._gallery is not None and self._ratings is not None:
            (self._views.add if refs else self._views.discard)(view)
            self._gallery.infos.show(view, refs)
            self._ratings.show(view, [ref.key for ref in refs])

    def of(self, ref: MediaRef) -> Note:
        """All that is noted of a picture, as far as it is known."""
        if self._gallery is None or self._ratings is None:
            return Note()
        info = self._gallery.infos.info(ref)
        place = self._gallery.compared.place(ref)
        return Note(
            self._ratings.rating_of(ref.key),
            info is not None and info.starred,
            ref in self._gallery.marks,
            LETTERS[place] if place is not None else "",
        )

    # --- ratings -------------------------------------------------------------------------
    def rate(self, refs: Iterable[MediaRef], rating: int) -> None:
        """Rate pictures 1..5; 0 takes their ratings away."""
        if self._ratings is not None:
            self._ratings.rate([ref.key for ref in refs], rating)

    def _rated(self, keys: Sequence[PictureKey]) -> None:
        self.changed.emit(tuple(MediaRef.named(*key) for key in keys))

    # --- picks ---------------------------------------------------------------------------
    @property
    def marked(self) -> tuple[MediaRef, ...]:
        """What is marked for deletion."""
        return self._gallery.marks.refs if self._gallery is not None else ()

    @property
    def compared(self) -> tuple[MediaRef, ...]:
        """What is picked to be compared."""
        return self._gallery.compared.refs if self._gallery is not None else ()

    def toggle_marked(self, refs: Sequence[MediaRef]) -> None:
        """Mark pictures for deletion; where all are marked, none of them."""
        if self._gallery is not None and self._gallery.trash.offered:
            self._toggle(self._gallery.marks, refs)

    def toggle_compared(self, refs: Sequence[MediaRef]) -> None:
        """Pick pictures to be compared; where all are picked, none of them."""
        if self._gallery is not None:
            self._toggle(self._gallery.compared, refs)

    def compare_only(self, refs: Sequence[MediaRef]) -> None:
        """Pick just these to be compared."""
        if self._gallery is not None:
            self._gallery.compared.set(refs)

    def clear_compared(self) -> None:
        """Pick nothing to be compared."""
        if self._gallery is not None:
            self._gallery.compared.clear()

    @staticmethod
    def _toggle(picks: Picks, refs: Sequence[MediaRef]) -> None:
        if refs:
            picks.toggle(refs)

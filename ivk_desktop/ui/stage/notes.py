"""What is noted of pictures, for all who paint them: stars, ratings, marks, places to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.picks import Picks

LETTERS = "ABCD"
"""What the pictures that are compared are called."""


class RatingSource(Protocol):
    """Who knows how a person has rated pictures."""

    @property
    def changed(self) -> SignalInstance:
        """Tells the ``MediaRef`` whose ratings are others now."""
        ...

    def rating_of(self, ref: MediaRef) -> int:
        """0 for none, else 1..5."""
        ...


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
    """Asks the stores of one server; holds nothing itself."""

    NONE: ClassVar = Note()
    changed = Signal(object)
    """A tuple of ``MediaRef`` whose notes are others now."""
    picked = Signal()
    """Other pictures are marked or compared now, or those of another server."""
    ratings_changed = Signal()
    """Pictures can be rated now, or not any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gallery: Gallery | None = None
        self._ratings: RatingSource | None = None

    def set_gallery(self, gallery: Gallery | None) -> None:
        """Tell of the pictures of one server; of none for ``None``."""
        for signal in self._signals(self._gallery):
            signal.disconnect(self.changed)
        for picks in self._picks():
            picks.changed.disconnect(self.picked)
        self._gallery = gallery
        for signal in self._signals(gallery):
            signal.connect(self.changed)
        for picks in self._picks():
            picks.changed.connect(self.picked)
        self.picked.emit()

    def set_ratings(self, ratings: RatingSource | None) -> None:
        """Tell these ratings too."""
        if self._ratings is not None:
            self._ratings.changed.disconnect(self.changed)
        self._ratings = ratings
        if ratings is not None:
            ratings.changed.connect(self.changed)
        self.ratings_changed.emit()

    @property
    def rates(self) -> bool:
        """Whether pictures can be rated."""
        return self._ratings is not None

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
        if self._gallery is not None and refs and self._gallery.trash.offered:
            self._gallery.marks.toggle(refs)

    def toggle_compared(self, refs: Sequence[MediaRef]) -> None:
        """Pick pictures to be compared; where all are picked, none of them."""
        if self._gallery is not None and refs:
            self._gallery.compared.toggle(refs)

    def clear_compared(self) -> None:
        """Pick nothing to be compared."""
        if self._gallery is not None:
            self._gallery.compared.clear()

    def of(self, ref: MediaRef) -> Note:
        """All that is noted of a picture, as far as it is known."""
        rating = self._ratings.rating_of(ref) if self._ratings is not None else 0
        if self._gallery is None:
            return Note(rating)
        info = self._gallery.infos.info(ref)
        place = self._gallery.compared.place(ref)
        return Note(
            rating,
            info is not None and info.starred,
            ref in self._gallery.marks,
            LETTERS[place] if place is not None else "",
        )

    def _picks(self) -> tuple[Picks, ...]:
        return (self._gallery.marks, self._gallery.compared) if self._gallery is not None else ()

    @staticmethod
    def _signals(gallery: Gallery | None) -> tuple[Any, ...]:
        if gallery is None:
            return ()
        return gallery.infos.changed, gallery.marks.changed, gallery.compared.changed

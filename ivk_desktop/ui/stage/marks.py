"""What stands below the pictures of a grid: the server's star, a person's own marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPainter

from ivk_desktop.domain.media import MediaRef, PictureKey
from ivk_desktop.stores.all_pictures import AnyInfos
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.stage.notes import Notes


class CellMarks(QObject):
    """Has read what the grid shows of them, and paints them."""

    changed = Signal(object)
    """A set of ``PictureKey`` whose marks are others."""

    def __init__(self, view: str, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._infos: AnyInfos | None = None
        self._ratings: Ratings | None = None
        self._notes: Notes | None = None

    def set_notes(self, notes: Notes) -> None:
        """Paint also what is marked for deletion and what is compared."""
        self._notes = notes
        notes.picks_changed.connect(self._infos_changed)

    def set_sources(self, infos: AnyInfos | None, ratings: Ratings | None) -> None:
        """Read stars and ratings here; ``None`` marks none."""
        self.show(())
        if self._infos is not None:
            self._infos.changed.disconnect(self._infos_changed)
        if self._ratings is not None:
            self._ratings.changed.disconnect(self._ratings_changed)
        self._infos, self._ratings = infos, ratings
        if infos is not None:
            infos.changed.connect(self._infos_changed)
        if ratings is not None:
            ratings.changed.connect(self._ratings_changed)

    def show(self, refs: Sequence[MediaRef]) -> None:
        """State what the grid shows now."""
        if self._infos is not None:
            self._infos.show(self._view, refs)
        if self._ratings is not None:
            self._ratings.show(self._view, [ref.key for ref in refs])

    def paint(self, painter: QPainter, place: QRect, ref: MediaRef, *, ticked: bool) -> None:
        """Paint them below one picture; ``ticked`` is one of several that are chosen."""
        info = self._infos.info(ref) if self._infos is not None else None
        if info is not None and info.starred:
            cells.paint_star(painter, place)
        if self._notes is not None:
            note = self._notes.of(ref)
            cells.paint_picks(painter, place, marked=note.marked, letter=note.letter)
        if self._ratings is None:
            return
        if rating := self._ratings.rating_of(ref.key):
            cells.paint_rating(painter, place, rating, ticked=ticked)
        if self._ratings.tags_of(ref.key):
            cells.paint_tag(painter, place)

    def text(self, ref: MediaRef) -> str:
        """The rating and the tags in words, a line each; empty for none."""
        if self._ratings is None:
            return ""
        lines = []
        if rating := self._ratings.rating_of(ref.key):
            lines.append(self.tr("Rating: {rating} of 5").format(rating=rating))
        if tags := self._ratings.tags_of(ref.key):
            lines.append(self.tr("Tags: {tags}").format(tags=", ".join(tags)))
        return "\n".join(lines)

    def _infos_changed(self, refs: Iterable[MediaRef]) -> None:
        self.changed.emit({ref.key for ref in refs})

    def _ratings_changed(self, keys: Iterable[PictureKey]) -> None:
        self.changed.emit(set(keys))

"""What this computer knows of one server's pictures, whether the server answers or not."""

from __future__ import annotations

import logging
import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, filterfalse

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.boards import Board, GalleryView
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef
from ivk_desktop.domain.picture_search import Condition, Is, PictureQuery, Tagged, Within
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import Connected, Lost, Update
from ivk_desktop.stores.picture_index import Count, PictureIndex
from ivk_desktop.stores.ratings import MOST, Ratings
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

_numbers = count()


class LocalGallery(QObject):
    """Finds pictures in the index, by a person's own ratings and tags too.

    Without an index, or with one that cannot be read, nothing is known; nothing raises.
    """

    changed = Signal()
    """Another number of pictures is indexed."""
    known = Signal(object)
    """What pictures have, as names of filters with their values: see ``read_known``."""

    def __init__(
        self,
        server_id: ServerId,
        index: PictureIndex | None,
        ratings: Ratings,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._server_id = server_id
        self._index = index
        self._tasks = tasks
        self.ratings = ratings
        self.online = True
        """Whether the server answers, as far as is known."""
        if index is not None:
            index.changed.connect(self._count_changed)

    @property
    def is_usable(self) -> bool:
        """Whether there is an index to be asked."""
        return self._index is not None and self._index.is_usable

    @property
    def count(self) -> Count:
        """How far the server is indexed."""
        return self._index.count(self._server_id) if self._index is not None else Count()

    def apply(self, update: Update) -> None:
        """Follow the connection."""
        if isinstance(update, Connected | Lost):
            self.online = isinstance(update, Connected)

    def _count_changed(self, server_id: ServerId) -> None:
        if server_id == self._server_id:
            self.changed.emit()

    # --- finding -------------------------------------------------------------------------
    async def find(self, view: GalleryView, query: PictureQuery) -> list[ImageName]:
        """The names that a view shows, in its order."""
        if self._index is None:
            return []
        try:
            query = replace(query, conditions=tuple(map(_rewritten, query.conditions)))
            marks = {one: await self._marked(one) for one in query.conditions if _is_mark(one)}
            return await self._index.find(self._server_id, view, query, marks)
        except sqlite3.Error as error:
            log.warning("nothing was found in the index: %s", error)
            return []

    async def rated_first(self, names: Sequence[ImageName]) -> list[ImageName]:
        """The same names with those in front that are rated best."""
        try:
            rated = await self.ratings.rated(self._server_id)
        except sqlite3.Error as error:
            log.warning("ratings were not read: %s", error)
            return list(names)
        first = sorted(filter(rated.__contains__, names), key=lambda name: -rated[name])
        return [*first, *filterfalse(rated.__contains__, names)]

    async def boards(self) -> tuple[list[Board], float | None]:
        """The boards as the server listed them last, and when that was."""
        if self._index is None:
            return [], None
        try:
            await self._index.recount(self._server_id)
            return await self._index.boards(self._server_id)
        except sqlite3.Error as error:
            log.warning("boards were not found in the index: %s", error)
            return [], None

    async def infos(self, refs: Sequence[MediaRef]) -> list[ImageInfo]:
        """Entries of pictures, as far as they are known."""
        if self._index is None:
            return []
        try:
            return await self._index.infos(self._server_id, [ref.name for ref in refs])
        except sqlite3.Error as error:
            log.warning("entries were not found in the index: %s", error)
            return []

    async def details(self, ref: MediaRef) -> PictureDetails | None:
        """How a picture was made, if that is known."""
        if self._index is None:
            return None
        try:
            return await self._index.details(self._server_id, ref.name)
        except sqlite3.Error as error:
            log.warning("a picture was not found in the index: %s", error)
            return None

    async def _marked(self, one: Condition) -> Sequence[str]:
        """The names of the pictures for which a condition of ratings or tags holds."""
        match one:
            case Within("rating", low, high):
                rated = await self.ratings.rated(self._server_id)
                return [name for name, rating in rated.items() if low <= rating <= high]
            case Is("rated"):
                return list(await self.ratings.rated(self._server_id))
            case Tagged(tag):
                return await self.ratings.tagged(self._server_id, tag)
        return await self.ratings.tagged(self._server_id)

    def read_known(self) -> None:
        """Look which models, LoRAs, workflows and tags there are; ``known`` follows."""
        self._tasks.start(self._read_known(), "read what pictures have", replace=True)

    async def _read_known(self) -> None:
        known: dict[str, list[str]] = {}
        try:
            known["tag"] = await self.ratings.known_tags(self._server_id)
            if self._index is not None:
                known |= await self._index.known(self._server_id)
        except sqlite3.Error as error:
            log.warning("what pictures have was not read: %s", error)
        self.known.emit(known)

    # --- learning ------------------------------------------------------------------------
    def learn(self, infos: Iterable[ImageInfo]) -> None:
        """Keep entries that somebody has read."""
        listed = tuple(infos)
        if self._index is not None and self._index.is_usable and listed:
            self._tasks.start(self._learn(self._index, listed), f"learn {next(_numbers)}")

    def forget(self, refs: Iterable[MediaRef]) -> None:
        """Forget pictures that are deleted."""
        names = tuple(ref.name for ref in refs)
        if self._index is not None and self._index.is_usable and names:
            self._tasks.start(self._forget(self._index, names), f"forget {next(_numbers)}")

    async def _learn(self, index: PictureIndex, infos: Sequence[ImageInfo]) -> None:
        try:
            await index.put_entries(self._server_id, infos)
        except sqlite3.Error as error:
            log.warning("entries were not kept: %s", error)

    async def _forget(self, index: PictureIndex, names: Sequence[ImageName]) -> None:
        try:
            await index.remove(self._server_id, names)
        except sqlite3.Error as error:
            log.warning("pictures were not forgotten: %s", error)


def _is_mark(one: Condition) -> bool:
    if isinstance(one, Within | Is):
        return one.name in ("rating", "rated", "tagged")
    return isinstance(one, Tagged)


def _rewritten(one: Condition) -> Condition:
    """A condition that holds of what is not rated, as the opposite of one that does not."""
    if isinstance(one, Within) and one.name == "rating" and one.low <= 0 <= one.high:
        above = math.nextafter(one.high, math.inf)
        return Within("rating", above, MOST, is_not=not one.is_not)
    return one

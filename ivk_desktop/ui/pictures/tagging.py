"""Tags of pictures, asked for beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.pictures.questions import pictures_text

if TYPE_CHECKING:
    from ivk_desktop.ui.pictures.tag_popup import TagPopup

MOST_READ: Final = 500
"""Of so many chosen pictures it is looked which tags they have in common."""
VIEW: Final = "tags"


class Tagging(QObject):
    """Has the tags of the chosen pictures read, and changes them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._popup: TagPopup | None = None
        self._session: ServerSession | None = None
        self._refs: tuple[MediaRef, ...] = ()

    @property
    def popup(self) -> TagPopup:
        """The field, made when it is first asked for."""
        if self._popup is None:
            from ivk_desktop.ui.pictures.tag_popup import TagPopup

            self._popup = TagPopup(self._window)
            self._popup.decided.connect(self._decided)
        return self._popup

    def ask(self, session: ServerSession, refs: Sequence[MediaRef], at: object) -> None:
        """Ask for the tags of pictures of one server, at a place or else at the pointer."""
        self._let_go()
        self._session, self._refs = session, tuple(refs)
        session.ratings.changed.connect(self._show)
        session.local.known.connect(self._offer)
        session.ratings.show(VIEW, [ref.key for ref in refs[:MOST_READ]])
        session.local.read_known()
        title = self.tr("Tags")
        if len(refs) > 1:
            title = self.tr("Tags of {pictures}").format(pictures=pictures_text(len(refs)))
        place = at if isinstance(at, QPoint) else QCursor.pos()
        self.popup.open_at(place, title, self._common())

    def leave(self, session: ServerSession) -> None:
        """Ask no more for pictures of a server that goes."""
        if session is self._session:
            self.popup.hide()
            self._let_go()

    def _common(self) -> list[str]:
        if self._session is None or not self._refs:
            return []
        ratings = self._session.ratings
        tags = [set(ratings.tags_of(ref.key)) for ref in self._refs[:MOST_READ]]
        return sorted(set.intersection(*tags))

    def _show(self) -> None:
        self.popup.show_tags(self._common())

    def _offer(self, known: dict[str, Sequence[str]]) -> None:
        self.popup.show_known(known.get("tag", ()))

    def _decided(self, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
        if self._session is not None:
            self._session.ratings.tag([ref.key for ref in self._refs], added, removed)
        self._let_go()

    def _let_go(self) -> None:
        if self._session is not None:
            self._session.ratings.show(VIEW, ())
            self._session.ratings.changed.disconnect(self._show)
            self._session.local.known.disconnect(self._offer)
        self._session = None

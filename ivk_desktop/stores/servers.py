"""All sessions of the window: which there are, which are shown, which one is current."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ivk_desktop.domain.servers import ServerId
    from ivk_desktop.stores.session import ServerSession


class Servers(QObject):
    """Owns the sessions, each connected by itself: one that is down keeps no other waiting.

    One of them is current: its boards, models and library are listed, and workflows are opened on
    it. Those that are shown are seen in strip, lanes, queue and on the stage.
    """

    added = Signal(object)
    removed = Signal(object)
    current_changed = Signal()
    shown_changed = Signal(object)
    """The ``ServerSession`` that is shown now, or no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sessions: list[ServerSession] = []
        self._current: ServerSession | None = None

    @property
    def current(self) -> ServerSession | None:
        """The session whose lists are shown and whose workflows are opened."""
        return self._current

    @property
    def shown(self) -> Sequence[ServerSession]:
        """The sessions that a person looks at, in their order."""
        return [session for session in self.sessions if session.shown]

    @property
    def several(self) -> bool:
        """Whether a server has to be named to be told from others."""
        return len(self.sessions) > 1

    def by_id(self, server_id: ServerId) -> ServerSession | None:
        """The session of one server."""
        return next((s for s in self.sessions if s.server_id == server_id), None)

    def label(self, server_id: ServerId) -> str:
        """The name of a server where there are several; else empty: it needs none."""
        session = self.by_id(server_id) if self.several else None
        return session.name if session is not None else ""

    def add(
        self,
        session: ServerSession,
        *,
        current: bool = True,
        shown: bool = True,
        place: int | None = None,
    ) -> None:
        """Take a session over and start it.

        Args:
            session: of a server that has none here yet.
            current: whether to make it current; the first one always is.
            shown: whether a person looks at it.
            place: where it stands among the others; at their end by default.
        """
        session.setParent(self)
        session.shown = shown
        self.sessions.insert(len(self.sessions) if place is None else place, session)
        self.added.emit(session)
        if current or self._current is None:
            self.set_current(session)
        session.start()

    def set_current(self, session: ServerSession) -> None:
        """List what this server has from now on."""
        if session is not self._current and session in self.sessions:
            self._current = session
            self.current_changed.emit()

    def set_shown(self, session: ServerSession, shown: bool) -> None:
        """Show a server, or hide it; it stays connected."""
        if session.shown != shown and session in self.sessions:
            session.shown = shown
            self.shown_changed.emit(session)

    async def remove(self, session: ServerSession) -> None:
        """Close a session and forget it."""
        if session not in self.sessions:
            return
        self.sessions.remove(session)
        if self._current is session:
            self._current = self.sessions[0] if self.sessions else None
            self.current_changed.emit()
        self.removed.emit(session)
        await session.close()
        session.deleteLater()

    async def close(self) -> None:
        """Close every session."""
        self._current = None  # no other one takes its place
        self.current_changed.emit()
        for session in list(self.sessions):
            await self.remove(session)

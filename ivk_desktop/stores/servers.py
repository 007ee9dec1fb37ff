"""All sessions of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.session import ServerSession


class Servers(QObject):
    """Owns the sessions; one of them is current."""

    added = Signal(object)
    removed = Signal(object)
    current_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sessions: list[ServerSession] = []
        self._current: ServerSession | None = None

    @property
    def current(self) -> ServerSession | None:
        """The session that forms are loaded from and submitted to."""
        return self._current

    def by_id(self, server_id: ServerId) -> ServerSession | None:
        """The session of one server."""
        return next((s for s in self.sessions if s.server_id == server_id), None)

    def add(self, session: ServerSession) -> None:
        """Take a session over, make it current and start it."""
        session.setParent(self)
        self.sessions.append(session)
        self._current = session
        self.added.emit(session)
        self.current_changed.emit()
        session.start()

    async def remove(self, session: ServerSession) -> None:
        """Close a session and forget it."""
        self.sessions.remove(session)
        if self._current is session:
            self._current = self.sessions[0] if self.sessions else None
            self.current_changed.emit()
        self.removed.emit(session)
        await session.close()
        session.deleteLater()

    async def close(self) -> None:
        """Close every session."""
        for session in list(self.sessions):
            await self.remove(session)

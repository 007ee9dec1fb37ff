"""The question before quitting loses what was not sent yet; staying is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import icons
from ivk_desktop.ui.queue.outcomes import items_text


class QuitQuestion(QObject):
    """Knows whether something would be lost, and asks once at a time."""

    def __init__(self, window: QWidget, servers: Servers) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self.box: QMessageBox | None = None

    def holds_back(self, close: Callable[[], None]) -> bool:
        """Whether it is asked first; ``close`` is called only if the person agrees."""
        waiting = [session for session in self._servers.sessions if _unsent(session)]
        if waiting and self.box is None:
            self.box = self._ask(waiting)
            self.box.accepted.connect(close)
            self.box.finished.connect(self._answered)
            self.box.open()
        return bool(waiting)

    def _ask(self, sessions: list[ServerSession]) -> QMessageBox:
        count = items_text(sum(map(_unsent, sessions)))
        names = ", ".join(session.name for session in sessions)
        box = QMessageBox(self._window)
        icons.show_warning(box)
        box.setWindowTitle(self.tr("Quit"))
        text = self.tr("Quit, and give up {items} that were not sent yet?")
        box.setText(text.format(items=count))
        why = self.tr("{servers}: what waits there is kept by this window alone.")
        box.setInformativeText(why.format(servers=names))
        box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        return box

    def _answered(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.deleteLater()


def _unsent(session: ServerSession) -> int:
    """How many jobs wait on this side of a server."""
    here = session.facts is not None and session.facts.capabilities.waits_here
    return session.queue.counts.pending if here else 0

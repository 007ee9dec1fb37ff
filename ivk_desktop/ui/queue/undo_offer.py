"""Undo for a few seconds, in place of a question before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.stores.job_actions import Undoable
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.ui.queue.outcomes import items_text

OFFERED_MS: Final = 10_000
KEY: Final = "queue undo"


class UndoOffer(QObject):
    """What was canceled or deleted in the last 10 s, over all servers, to be brought back at once.

    What comes while an offer stands joins it, and the time begins anew.
    """

    changed = Signal(int)
    """How many items can be brought back now."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._offered: list[Undoable] = []
        self._timer = QTimer(self, singleShot=True, interval=OFFERED_MS)
        self._timer.timeout.connect(self.withdraw)

    @property
    def count(self) -> int:
        """How many items can be brought back now."""
        return sum(one.count for one in self._offered)

    def offer(self, text: str, undoable: Undoable) -> None:
        """Say what was done, and offer to bring it back under new ids."""
        self._offered.append(undoable)
        label = self.tr("Undo (enqueue {items} again, with new ids)")
        action = NoticeAction(label.format(items=items_text(self.count)), self.undo)
        self._notices.post(Notice(Level.INFO, text, key=KEY, action=action, stays=True))
        self._timer.start()
        self.changed.emit(self.count)

    def undo(self) -> None:
        """Bring all of it back."""
        offered = self._offered
        self.withdraw()
        for one in offered:
            one.undo()

    def withdraw(self) -> None:
        """The time is over."""
        self._timer.stop()
        self._offered = []
        self._notices.dismiss(KEY)
        self.changed.emit(0)

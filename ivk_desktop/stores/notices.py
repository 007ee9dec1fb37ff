"""What happened, for people: notices with one action each, and the log of them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.problems import Problem

LOG_LIMIT = 500
"""The most notices that are kept."""
TEXT_LIMIT = 4000
"""The most characters kept of a text or a detail."""


class Level(IntEnum):
    """How much a notice matters."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """The one thing that a notice offers: a translated label and what it does."""

    label: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """One event, said once.

    ``text`` is translated already; where it is empty, ``problem`` says what happened. Notices
    with the same ``key`` replace each other; an empty key never replaces.
    """

    level: Level
    text: str = ""
    problem: Problem | None = None
    detail: str = ""
    key: str = ""
    action: NoticeAction | None = None
    at: float = field(default_factory=time.time)
    """Seconds since the epoch."""
    times: int = 1
    """How often it came under its key."""
    stays: bool = False
    """Keeps its place before later ones until its key is dismissed: what it offers is for now."""
    passing: bool = False
    """It tells what goes on by itself: what a person has just asked for is answered before."""
    server: str = ""
    """The name of the server that it is about, where there are several."""


class Notices(QObject):
    """The notices of the window: newest last, bounded, one for each key."""

    posted = Signal(object)
    """A ``Notice`` that is new, or replaces the one of its key."""
    dismissed = Signal(str)
    """The key of a notice that no longer holds; it stays in the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names_servers = False
        """Whether there are several servers to be told apart."""
        self._log: deque[Notice] = deque(maxlen=LOG_LIMIT)
        self._active: dict[str, Notice] = {}

    @property
    def log(self) -> tuple[Notice, ...]:
        """All kept notices, oldest first."""
        return tuple(self._log)

    @property
    def latest(self) -> Notice | None:
        """The newest notice."""
        return self._log[-1] if self._log else None

    def active(self, key: str) -> Notice | None:
        """The notice of that key that still holds."""
        return self._active.get(key)

    def post(self, notice: Notice) -> Notice:
        """Say something; returns the notice as it is kept (bounded, counted)."""
        kept = replace(
            notice,
            text=notice.text[:TEXT_LIMIT],
            detail=notice.detail[:TEXT_LIMIT],
            server=notice.server if self.names_servers else "",
        )
        if kept.key:
            if (earlier := self._active.get(kept.key)) is not None:
                kept = replace(kept, times=earlier.times + 1)
                self._forget(earlier)
            self._active[kept.key] = kept
        if len(self._log) == LOG_LIMIT:
            self._forget(self._log[0])
        self._log.append(kept)
        self.posted.emit(kept)
        return kept

    def info(self, text: str, key: str = "", action: NoticeAction | None = None) -> None:
        """Say that something went well."""
        self.post(Notice(Level.INFO, text, key=key, action=action))

    def problem(
        self,
        problem: Problem,
        detail: str = "",
        key: str = "",
        action: NoticeAction | None = None,
        level: Level = Level.ERROR,
    ) -> None:
        """Say that something went wrong."""
        self.post(Notice(level, "", problem, detail, key, action))

    def dismiss(self, key: str) -> None:
        """What the notice of that key said no longer holds; the log keeps it."""
        if self._active.pop(key, None) is not None:
            self.dismissed.emit(key)

    def _forget(self, notice: Notice) -> None:
        for place, kept in enumerate(self._log):
            if kept is notice:
                del self._log[place]
                break
        if self._active.get(notice.key) is notice:
            del self._active[notice.key]


class ServerNotices(Notices):
    """The notices of one server: posted with those of all, under its name."""

    def __init__(self, notices: Notices, server: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = notices
        self._server = server

    @property
    def log(self) -> tuple[Notice, ...]:
        """All kept notices, of any server."""
        return self._all.log

    def active(self, key: str) -> Notice | None:
        """The notice of that key that still holds."""
        return self._all.active(key)

    def post(self, notice: Notice) -> Notice:
        """Say something of this server."""
        return self._all.post(replace(notice, server=self._server))

    def dismiss(self, key: str) -> None:
        """What the notice of that key said no longer holds."""
        self._all.dismiss(key)

"""One run as its stream tells it."""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.api.diffugen.phases import RunEvent, read_event
from ivk_desktop.api.sse import ServerEvent

MOST_LOGGED: Final = 200


class Run:
    """Takes the events of one stream and knows how it has ended.

    A run that was told to be complete is, whatever comes after: its picture is there.
    """

    def __init__(self) -> None:
        self.newest: RunEvent | None = None
        self.heard = False
        self.completed = False
        self.path = ""
        """The sentence with the picture's path on the server."""
        self.error = ""
        self.done = False
        self._log: list[dict[str, Any]] = []

    def take(self, event: ServerEvent) -> bool:
        """Take in one event; returns whether it said something."""
        found = read_event(event)
        if found is None or self.done:
            return False
        self.heard, self.newest = True, found
        self.done = found.done
        if found.completed:
            self.completed, self.path = True, found.message
        elif found.failed and not self.completed:
            self.error = found.message or found.native
        if len(self._log) < MOST_LOGGED:
            self._log.append({"event": event.name, "data": event.data[:1000]})
        return True

    def log(self) -> list[dict[str, Any]]:
        """The events, the first of them, for people who want to see them."""
        return self._log

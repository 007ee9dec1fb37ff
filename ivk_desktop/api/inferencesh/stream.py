"""The messages of a task's stream, whichever of two ways it is sent in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from ivk_desktop.api.errors import BadAnswer
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.ndjson import NdjsonParser
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sse import EventTooLarge, SseParser
from ivk_desktop.domain.limits import MEGABYTE

MESSAGE_BYTES: Final = 16 * MEGABYTE
"""A task carries all of its logs, again and again."""


class PayloadReader:
    """Reads NDJSON or server-sent events, as the content type says (other-servers.md 4.4)."""

    def __init__(self, profile: ConnectionProfile) -> None:
        self._profile = profile
        self._lines = NdjsonParser(MESSAGE_BYTES)
        self._events = SseParser(MESSAGE_BYTES)

    def feed(self, content_type: str, piece: bytes) -> Sequence[Any]:
        """Take in some more bytes; returns the messages that are complete by now.

        Raises:
            BadAnswer: a message does not end.
        """
        try:
            if not content_type.startswith("text/event-stream"):
                return self._lines.feed(piece)
            events = self._events.feed(piece)
        except EventTooLarge as error:
            args = arguments(self._profile, what="a message without an end")
            raise BadAnswer(str(error), **args) from error
        found = []
        for event in events:
            try:
                found.append(json.loads(event.data))
            except (ValueError, RecursionError):
                continue
        return found

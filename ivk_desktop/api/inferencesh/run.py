"""One task as its stream and its record tell it (other-servers.md 4.4)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ivk_desktop.api.inferencesh.status import Status, status_of
from ivk_desktop.domain.phases import steps_in
from ivk_desktop.domain.updates import LogLine

MOST_URIS: Final = 100
MOST_LINES: Final = 500
LOG_CHARS: Final = 2000
MOST_LOG: Final = 3_000_000
"""Characters of one log that are looked at."""
_DEEPEST: Final = 8
_LOGS: Final = {0: "build", 1: "run", 2: "serve", 3: "setup", 4: "task"}
_PERCENT: Final = re.compile(r"(?<![\d.])(\d{1,3})(?:\.\d{1,3})?\s?%")


class TaskRun:
    """Takes what is told of one task, whole or in parts, and knows how it stands."""

    def __init__(self) -> None:
        self.task: dict[str, Any] = {}
        self.status: Status | None = None
        self.step: tuple[int, int] | None = None
        """The step that the newest line of its log tells."""
        self.fraction: float | None = None
        self.shown: object = None
        """What was shown of it last, by whoever shows it."""
        self._read: dict[str, str] = {}
        """Of each log what was told of before."""

    @property
    def ended(self) -> bool:
        """Whether the stream tells an end."""
        return self.status is not None and self.status.state.ended

    def take(self, payload: Any) -> bool:
        """Take in one message; whether it said something. Heartbeats do not."""
        if not isinstance(payload, Mapping) or payload.get("type") == "heartbeat":
            return False
        told, named = payload, payload.get("fields")
        if "data" in payload:
            told = payload["data"]
            if payload.get("event") == "delta":
                return True
        if not isinstance(told, Mapping):
            return False
        if isinstance(named, list):
            told = {name: told[name] for name in named if isinstance(name, str) and name in told}
        if not told:
            return False
        self.task |= told
        if "status" in told and "status_text" not in told:
            self.task.pop("status_text", None)  # that was of the status before
        self.status = status_of(self.task) or self.status
        return True

    def new_lines(self) -> tuple[LogLine, ...]:
        """The lines of its logs that were not told of yet: each message repeats all before."""
        rows = self.task.get("logs")
        lines: list[LogLine] = []
        for row in rows[:20] if isinstance(rows, list) else ():
            name, text = _log(row)
            if not self.ended:
                text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1]  # the last one goes on
            before = self._read.get(name, "")
            self._read[name] = text
            new = text[len(before) :] if text.startswith(before) else text
            found = [line.rstrip() for line in new.splitlines() if line.strip()]
            if found:
                self._hint(found[-1])
            lines += [LogLine(line[:LOG_CHARS], name) for line in found[-MOST_LINES:]]
        self._told()
        return tuple(lines)

    def uris(self) -> list[str]:
        """The files among its outputs."""
        return list(dict.fromkeys(_uris(self.task.get("output"))))[:MOST_URIS]

    def _hint(self, line: str) -> None:
        """No count of steps is told, but many an app writes one."""
        self.step = steps_in(line)
        if self.step is not None:
            self.fraction = self.step[0] / self.step[1]
        elif (found := _PERCENT.search(line[:200])) and int(found[1]) <= 100:
            self.fraction = int(found[1]) / 100

    def _told(self) -> None:
        progress = self.task.get("progress")
        if not isinstance(progress, Mapping):
            return
        step, total = progress.get("current"), progress.get("total")
        if type(step) is int and type(total) is int and 0 <= step <= total and total > 0:
            self.step, self.fraction = (step, total), step / total


def _log(row: Any) -> tuple[str, str]:
    """The name and the text of one log."""
    if isinstance(row, str):
        return "task", row[:MOST_LOG]
    if not isinstance(row, Mapping):
        return "", ""
    kind, content = row.get("log_type"), row.get("content")
    name = _LOGS.get(kind, "task") if type(kind) is int else str(kind)[:20]
    return name, _plain(content[: MOST_LOG * 4 // 3]) if isinstance(content, str) else ""


def _plain(text: str) -> str:
    """What a text in base64 says; one that is none says itself."""
    try:
        return base64.b64decode(text, validate=True).decode()
    except (binascii.Error, ValueError):
        return text


def _uris(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if len(value) <= 8000 and re.fullmatch(r"https?://\S+", value):
            yield value
    elif isinstance(value, Mapping):
        if isinstance(value.get("uri"), str):
            yield from _uris(value["uri"], depth + 1)
            return
        for inner in value.values():
            yield from _uris(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value[:MOST_URIS]:
            yield from _uris(inner, depth + 1)

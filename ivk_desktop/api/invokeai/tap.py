"""The newest events as the server sent them, for the event log."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from ivk_desktop.api.redact import MASK, redact
from ivk_desktop.domain.raw_events import RawEvent

KEPT: Final = 500
SHORT: Final = 4_000
"""What is kept of a text while nobody looks, in characters: 500 events may weigh no 500 MB."""
LONG: Final = 100_000
"""What is handed on of a text to those who look: a preview has 5,000 to 50,000."""
LEVELS: Final = 6
ENTRIES: Final = 200
PREVIEW: Final = 60
"""What stays of a preview that is left out, enough to see what kind it is."""

_TOLD_FIRST: Final = ("status", "message", "percentage", "error_type", "error_message", "reason")
_PERSONAL: Final = ("user_display_name", "user_email", "email")
_TOLD_OF_NODES: Final = {"id", "type", "is_intermediate", "use_cache"}
_TOLD_OF_RESULTS: Final = {"type", "image", "video", "collection", "index", "total", "image_name"}

Listener = Callable[[RawEvent], None]


class Tap:
    """Keeps the newest events and hands them on; a few µs an event while nobody looks."""

    def __init__(self) -> None:
        self._kept: deque[RawEvent] = deque(maxlen=KEPT)
        self._listeners: tuple[Listener, ...] = ()

    @property
    def kept(self) -> tuple[RawEvent, ...]:
        """The newest events, oldest first; long texts are cut short."""
        return tuple(self._kept)

    @property
    def latest(self) -> RawEvent | None:
        """The newest event."""
        return self._kept[-1] if self._kept else None

    def heard(self, name: str, data: Any = None, *_: Any) -> None:
        """An event came."""
        item = data.get("item_id") if isinstance(data, dict) else None
        native = str(item) if isinstance(item, int | str) else ""
        at, words = time.time(), _summary(data)
        self._kept.append(RawEvent(at, name, native[:40], _bounded(data, SHORT), words))
        if self._listeners:
            event = RawEvent(at, name, native[:40], _bounded(data, LONG), words)
            for listener in self._listeners:
                listener(event)

    def open(self, listener: Listener) -> None:
        """Hand every event on, from now on."""
        self._listeners = (*self._listeners, listener)

    def shut(self, listener: Listener) -> None:
        """Hand no more events on."""
        # Bound methods are made anew each time: equal, and not the same.
        self._listeners = tuple(one for one in self._listeners if one != listener)


def _summary(data: Any) -> str:
    if not isinstance(data, dict):
        return ""
    node = data.get("invocation")
    told = [node.get("type") if isinstance(node, dict) else None]
    told += [data.get(name) for name in _TOLD_FIRST]
    return ", ".join(str(one)[:80] for one in told if isinstance(one, str | float) and one != "")


def shareable(
    event: RawEvent, *, pictures: bool, prompts: bool, secrets: Sequence[str] = ()
) -> RawEvent:
    """An event as it may leave the computer: without names of people, tokens and passwords.

    Args:
        event: what came.
        pictures: leave previews in it.
        prompts: leave the inputs and texts of nodes in it.
        secrets: what opens the server, to be masked wherever it stands.
    """
    data = event.data
    if isinstance(data, dict):
        data = {key: MASK if key in _PERSONAL else value for key, value in data.items()}
        if not pictures and isinstance(data.get("image"), dict):
            data["image"] = _without_picture(data["image"])
        if not prompts:
            data = _without_inputs(data)
    clean = redact(json.dumps(data, ensure_ascii=False, default=str), *secrets)
    try:
        data = json.loads(clean)
    except ValueError:  # a mask has eaten a quotation mark
        data = {"text": clean}
    return replace(event, data=data)


def _without_picture(image: dict[str, Any]) -> dict[str, Any]:
    url = image.get("dataURL")
    return {**image, "dataURL": f"{url[:PREVIEW]}..."} if isinstance(url, str) else image


def _without_inputs(data: dict[str, Any]) -> dict[str, Any]:
    """Of nodes and results only what says which, and what came of it."""
    kept = {k: v for k, v in data.items() if k not in ("body", "session", "graph", "workflow")}
    for name, told in (("invocation", _TOLD_OF_NODES), ("result", _TOLD_OF_RESULTS)):
        if isinstance(part := kept.get(name), dict):
            kept[name] = {key: _plain(value) for key, value in part.items() if key in told}
    return kept


def _plain(value: Any) -> Any:
    """A value without free texts: numbers, and the names of pictures."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if not isinstance(v, str) or k.endswith("_name")}
    if isinstance(value, list):
        return len(value)
    return value


def _bounded(value: Any, limit: int, level: int = 0) -> Any:
    """A copy with bounded texts, lists and depth."""
    kind = type(value)
    if kind is str:
        return value if len(value) <= limit else f"{value[:limit]}..."
    if kind is dict:
        if level >= LEVELS:
            return {}
        if len(value) > ENTRIES:
            value = dict(list(value.items())[:ENTRIES])
        return {key: _bounded(one, limit, level + 1) for key, one in value.items()}
    if kind is list:
        if level >= LEVELS:
            return []
        return [_bounded(one, limit, level + 1) for one in value[:ENTRIES]]
    return value

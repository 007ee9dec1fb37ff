"""The calls of inference.sh (other-servers.md 4.1, 4.2)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ivk_desktop.api.errors import (
    BadAnswer,
    NotFound,
    NotThisKind,
    Redirected,
    Rejected,
    ServerFault,
    TimedOut,
)
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.http import Hear, HttpClient
from ivk_desktop.api.redact import redact

PROBE_S: Final = 10.0
PAGE: Final = 100
MOST_PAGES: Final = 10
ACCEPT: Final = "application/x-ndjson, text/event-stream;q=0.9"
ID: Final = re.compile(r"[A-Za-z0-9_-]{1,200}")
APP: Final = re.compile(r"[A-Za-z0-9][\w.-]{0,99}/[A-Za-z0-9][\w.-]{0,99}")
"""The name of an app: its owner's, and its own."""


@dataclass(frozen=True, slots=True)
class App:
    """One app of the list."""

    name: str
    title: str
    description: str
    category: str


class InferenceCalls:
    """The calls of one server."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def probe(self) -> None:
        """Find out whether it is inference.sh, within 10 s.

        Raises:
            NotThisKind: something else answers.
        """
        try:
            async with asyncio.timeout(PROBE_S):
                raw = await self._http.query("/apps/list", {"limit": 1})
        except Redirected:
            raise
        except (BadAnswer, NotFound, Rejected, ServerFault) as error:
            raise NotThisKind(error.detail, **arguments(self._http.profile)) from error
        except TimeoutError as error:
            args = arguments(self._http.profile, seconds=round(PROBE_S))
            raise TimedOut("the probe took too long", **args) from error
        told = raw.get("data", raw) if isinstance(raw, Mapping) else None
        if not isinstance(told, Mapping) or "items" not in told:
            raise NotThisKind("no inference.sh", **arguments(self._http.profile))

    async def apps(self) -> list[App]:
        """The apps that there are, as many as anybody looks through."""
        found: list[App] = []
        cursor: Any = None
        for _ in range(MOST_PAGES):
            body = {"limit": PAGE, **({"cursor": cursor} if cursor else {})}
            page = self._data(await self._http.query("/apps/list", body))
            items = page.get("items")
            rows = items[:PAGE] if isinstance(items, list) else []
            found += [one for raw in rows if (one := _app(raw)) is not None]
            cursor = page.get("next_cursor")
            if not page.get("has_next") or not isinstance(cursor, str):
                break
        return found

    async def app(self, name: str) -> Mapping[str, Any]:
        """All of one app."""
        return self._data(await self._http.get_json(f"/apps/{name}"))

    async def run(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Start a task; returns it. Sent exactly once."""
        task = self._data(await self._http.send("POST", "/apps/run", dict(body)))
        if not ID.fullmatch(str(task.get("id", ""))):
            raise BadAnswer("no id", **arguments(self._http.profile, what="no id of a task"))
        return task

    async def task(self, task_id: str) -> Mapping[str, Any]:
        """The record of a task."""
        return self._data(await self._http.get_json(f"/tasks/{task_id}"))

    async def listen(self, task_id: str, hear: Hear) -> None:
        """Hand on what is told of a task, for as long as it goes on."""
        await self._http.listen("GET", f"/tasks/{task_id}/stream", hear, headers={"Accept": ACCEPT})

    async def tasks(self) -> list[Mapping[str, Any]]:
        """The newest tasks of this account."""
        page = self._data(await self._http.query("/tasks/list", {"limit": 50}))
        items = page.get("items")
        rows = items if isinstance(items, list) else []
        return [
            one
            for one in rows[:PAGE]
            if isinstance(one, Mapping) and ID.fullmatch(str(one.get("id", "")))
        ]

    async def cancel(self, task_id: str) -> None:
        """Cancel a task."""
        await self._http.send("POST", f"/tasks/{task_id}/cancel")

    async def place_for(self, name: str, content_type: str, size: int) -> tuple[str, str]:
        """Announce a file; returns what stands for it in an input, and where its bytes go."""
        told = {"uri": "", "filename": name, "content_type": content_type, "size": size}
        raw = await self._http.send("POST", "/files", {"files": [told]})
        data = raw.get("data", raw) if isinstance(raw, Mapping) else raw
        return self._http.read(lambda d: (str(d[0]["uri"]), str(d[0]["upload_url"])), data)

    def _data(self, raw: Any) -> Mapping[str, Any]:
        """What is in the envelope, which has been of three kinds.

        Raises:
            Rejected: it holds an error.
            BadAnswer: it holds something else.
        """
        if isinstance(raw, Mapping) and raw.get("success") is False:
            error = raw.get("error")
            reason = error.get("message") if isinstance(error, Mapping) else error
            reason = redact(str(reason)[:300], *self._http.profile.keys.secrets)
            raise Rejected(reason, (), **arguments(self._http.profile, reason=reason))
        data = raw.get("data", raw) if isinstance(raw, Mapping) else None
        if not isinstance(data, Mapping):
            args = arguments(self._http.profile, what="an unexpected shape")
            raise BadAnswer("no object", **args)
        return data


def _app(raw: Any) -> App | None:
    if not isinstance(raw, Mapping):
        return None
    name = f"{raw.get('namespace', '')}/{raw.get('name', '')}"
    if not APP.fullmatch(name):
        return None
    title, words, category = (
        told[:500] if isinstance(told := raw.get(key), str) else ""
        for key in ("title", "description", "category")
    )
    return App(name, title or name, words, category)

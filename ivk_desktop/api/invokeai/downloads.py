"""Zips of pictures: the server makes them, tells by an event, and hands each out once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from ivk_desktop.api import failures
from ivk_desktop.api.backend import Report
from ivk_desktop.api.errors import ConnectionLost, Unusable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.values import text
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.problems import Problem

PAGE: Final = 1000
"""The most pictures that the server packs into one file."""
ROOM: Final = {"bulk_download_id": "default"}
MOST_EARLY: Final = 50
"""Zips of other clients are told too: so many are remembered."""
_PATH: Final = "/api/v1/images/download"


class Downloads:
    """Zips that are being made, over whatever live connection there is at the time."""

    events: Final = ("bulk_download_complete", "bulk_download_error")

    def __init__(self, http: HttpClient) -> None:
        self._http = http
        self._live = False
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self._early: OrderedDict[str, Problem | None] = OrderedDict()
        """What came of zips that nobody waits for, or not yet: the event may be the faster."""

    # --- the live connection -------------------------------------------------------------
    def handler(self, event: str) -> Callable[..., None]:
        """What the live connection calls with each event of that name."""
        failed = event == "bulk_download_error"

        def heard(data: Any = None, *_: Any) -> None:
            raw = data if isinstance(data, dict) else {}
            if name := text(raw, "bulk_download_item_name"):
                reason = text(raw, "error", 300)
                self._ended(name, Problem("zip_failed", {"reason": reason}) if failed else None)

        return heard

    def connected(self) -> None:
        """The events come from now on."""
        self._live = True

    def disconnected(self) -> None:
        """No event will come: what is waited for is given up."""
        self._live = False
        error = ConnectionLost("", **failures.arguments(self._http.profile))
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(error)

    def _ended(self, name: str, problem: Problem | None) -> None:
        waiting = self._waiting.get(name)
        if waiting is None:
            self._early[name] = problem
            while len(self._early) > MOST_EARLY:
                self._early.popitem(last=False)
        elif not waiting.done():
            waiting.set_result(None)
            if problem is not None:
                self._early[name] = problem

    # --- fetching ------------------------------------------------------------------------
    async def fetch(self, refs: Sequence[MediaRef], target: Path, report: Report) -> list[Path]:
        """Have pictures packed and write the files; returns them.

        Raises:
            Unusable: there is no live connection to hear of it by, or the server failed.
        """
        names = [ref.name for ref in refs if ref.kind is MediaKind.IMAGE]
        made: list[Path] = []
        for start in range(0, len(names), PAGE):
            number = start // PAGE + 1
            file = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
            await self._fetch_one(names[start : start + PAGE], file, report)
            made.append(file)
        return made

    async def _fetch_one(self, names: Sequence[str], target: Path, report: Report) -> None:
        if not self._live:
            raise Unusable(Problem("zip_needs_live"))
        report(0, None)
        answer = await self._http.send("POST", _PATH, {"image_names": list(names)})
        name = self._http.read(lambda raw: str(raw["bulk_download_item_name"]), answer)
        await self._wait(name)
        await self._http.save(f"{_PATH}/{quote(name, safe='')}", target, report)

    async def _wait(self, name: str) -> None:
        if name not in self._early:
            waiting = self._waiting[name] = asyncio.get_running_loop().create_future()
            if not self._live:
                self.disconnected()
            try:
                await waiting
            finally:
                del self._waiting[name]
        if (problem := self._early.pop(name, None)) is not None:
            raise Unusable(problem)

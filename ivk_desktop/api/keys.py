"""The secrets that open a server: in one place, read anew by each request."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Protocol

_TOKEN = re.compile(r"[\x21-\x7e]{1,8192}")
"""What may stand in a header as a token."""


class KeySource(Protocol):
    """Where the secrets of one server are kept. It may take long: it may ask the person."""

    async def headers(self) -> Mapping[str, str]:
        """The secret headers that a gate before the server wants.

        Raises:
            ApiError: there should be some, and they are lost.
        """
        ...

    async def token(self) -> str:
        """The kept token; empty where there is none."""
        ...

    def renewed(self, token: str) -> None:
        """The server has exchanged the token; returns at once."""
        ...


class Keys:
    """The secrets of one server as they are now; REST and the live connection share them.

    ``gate`` are headers that go with every request (a reverse proxy's basic auth or API key),
    ``token`` is sent as a bearer token. They are asked of ``source`` when they are needed first,
    and never shown.
    """

    def __init__(
        self,
        token: str = "",
        gate: Mapping[str, str] | None = None,
        source: KeySource | None = None,
    ) -> None:
        self.token = token
        self.gate: Mapping[str, str] = dict(gate or {})
        self.on_refused: Callable[[], None] | None = None
        """Called when the server no longer takes the token."""
        self._source = source
        self._open = source is None
        self._opening = asyncio.Lock()

    @property
    def secrets(self) -> tuple[str, ...]:
        """All that must not be shown, longest first."""
        found = {self.token, *self.gate.values()}
        found |= {
            value.removeprefix("Basic ").removeprefix("Bearer ") for value in self.gate.values()
        }
        return tuple(sorted(found - {""}, key=len, reverse=True))

    async def open(self) -> None:
        """Get the gate's headers, once.

        Raises:
            ApiError: they are lost.
        """
        if self._open or self._source is None:
            return
        async with self._opening:
            if not self._open:
                self.gate = dict(await self._source.headers())
                self._open = True

    def headers(self, *, signed: bool = True) -> dict[str, str]:
        """The headers of a request; without the token unless ``signed``."""
        bearer = {"Authorization": f"Bearer {self.token}"} if signed and self.token else {}
        return {**self.gate, **bearer}

    async def find_token(self) -> bool:
        """Get the kept token; whether it is another one than the token that was here."""
        if self._source is None:
            return False
        found = usable_token(await self._source.token())
        if not found or found == self.token:
            return False
        self.token = found
        return True

    def renew(self, sent: str, token: str) -> None:
        """Take the token that came in exchange for ``sent``, unless that was another's."""
        if sent and sent == self.token and usable_token(token) and token != sent:
            self.token = token
            if self._source is not None:
                self._source.renewed(token)

    def refuse(self, sent: str) -> None:
        """The server has not taken ``sent``."""
        if sent and sent == self.token and self.on_refused is not None:
            self.on_refused()


def usable_token(text: str) -> str:
    """A token that can be sent, or an empty text."""
    return text if _TOKEN.fullmatch(text) else ""

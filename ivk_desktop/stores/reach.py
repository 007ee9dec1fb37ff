"""How a server of the settings is reached, with its secrets from the keyring. No Qt."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from ivk_desktop.api.errors import KeysLost
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile, Trust
from ivk_desktop.domain.address import normalized_url
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.server_draft import is_header
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.secrets import Secrets

log = logging.getLogger(__name__)

TOKEN: Final = "token"
GATE: Final = "gate"
"""Names under which the keyring keeps a server's token, and the password and headers of what
stands before it."""


def secret_name(kind: str, url: str) -> str:
    """The name of a secret of one address: what opens one server never goes to another."""
    parts = urlsplit(url)
    return f"{kind} {parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Gate:
    """The secrets of what stands before a server."""

    password: str | None = None
    """``None`` where there is none, which is not an empty one."""
    headers: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """As the keyring keeps it."""
        return json.dumps({"password": self.password, "headers": dict(self.headers)})

    @classmethod
    def read(cls, text: str) -> Gate:
        """Read what ``text`` has written; what is none is empty."""
        try:
            data = json.loads(text)
            password, headers = data["password"], data["headers"]
        except (ValueError, RecursionError, TypeError, KeyError):
            return cls()
        if not isinstance(password, str | None) or not isinstance(headers, dict):
            return cls()
        pairs = ((name, str(value)) for name, value in headers.items())
        return cls(password, {name: value for name, value in pairs if is_header(name, value)})

    def sent(self, reach: Reach) -> dict[str, str]:
        """The headers that go with every request.

        Raises:
            KeysLost: a password or a header that is to be sent is not here.
        """
        lost = [name for name in reach.header_names if name not in self.headers]
        if lost or (reach.user_name and self.password is None):
            raise KeysLost("", url=reach.url)
        found = {name: self.headers[name] for name in reach.header_names}
        if reach.user_name:
            pair = base64.b64encode(f"{reach.user_name}:{self.password}".encode()).decode()
            found["Authorization"] = f"Basic {pair}"
        return found


class ServerKeys:
    """``KeySource``: the secrets of one server of the settings."""

    def __init__(self, secrets: Secrets, server_id: ServerId, reach: Reach) -> None:
        self._secrets = secrets
        self._server_id = server_id
        self._reach = reach
        self._asked = False
        self.on_renewed: Callable[[str], None] | None = None
        """Called with a token that came in exchange for the one before."""

    async def headers(self) -> Mapping[str, str]:
        """The headers of what stands before the server.

        Raises:
            KeysLost: the settings name some, and the keyring has none.
        """
        reach = self._reach
        if not reach.user_name and not reach.header_names:
            return {}
        text = await self._secrets.load(self._server_id, secret_name(GATE, reach.url))
        return Gate.read(text or "").sent(reach)

    async def token(self) -> str:
        """The kept token; the second time as another window has left it."""
        load = self._secrets.reload if self._asked else self._secrets.load
        self._asked = True
        return await load(self._server_id, self._token_name) or ""

    async def keep(self, token: str, *, remember: bool) -> Problem | None:
        """Keep a token: over a restart where it is to be remembered, else for this run.

        Returns why it is not kept over a restart though it should be.
        """
        if remember:
            kept = await self._secrets.keep(self._server_id, self._token_name, token)
            return None if kept else self._secrets.problem
        await self.forget()
        self._secrets.remember(self._server_id, self._token_name, token)
        return None

    async def replace(self, token: str) -> None:
        """Put a token in the place of an older one; where none is kept, none will be."""
        await self._secrets.renew(self._server_id, self._token_name, token)

    async def forget(self) -> None:
        """Forget the token, here and in the keyring."""
        await self._secrets.forget(self._server_id, self._token_name)

    @property
    def _token_name(self) -> str:
        return secret_name(TOKEN, self._reach.url)

    def renewed(self, token: str) -> None:
        """The server has exchanged the token."""
        if self.on_renewed is not None:
            self.on_renewed(token)


@dataclass(frozen=True, slots=True)
class Reach:
    """What the settings say of reaching one server; nothing of it is secret."""

    url: str
    ca_file: str = ""
    certificate: str = ""
    user_name: str = ""
    header_names: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Reach:
        """Read the entry of a server; what is missing or no text counts as not there.

        Raises:
            DomainError: its address cannot be used.
        """
        texts = {name: entry.get(name) for name in ("ca_file", "certificate", "user_name")}
        names = entry.get("header_names")
        return cls(
            normalized_url(str(entry.get("url", ""))),
            **{name: text for name, text in texts.items() if isinstance(text, str)},
            header_names=tuple(map(str, names)) if isinstance(names, list | tuple) else (),
        )

    def profile(self, keys: Keys) -> ConnectionProfile:
        """The profile that REST and the live connection go by."""
        return ConnectionProfile(self.url, trust=Trust(self.ca_file, self.certificate), keys=keys)

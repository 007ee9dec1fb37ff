"""Whether a server wants its users to sign in."""

from __future__ import annotations

from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.wire import AuthStatus


class AuthRepository:
    """``/api/v1/auth``: the part that is open to everyone."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    async def status(self) -> AuthStatus:
        """Whether there are several users, and whether the first one is still to be made."""
        data = await self._http.get_json("/api/v1/auth/status", limit=100_000)
        return self._http.read(AuthStatus.model_validate, data)

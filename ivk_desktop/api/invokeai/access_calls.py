"""Signing in to an InvokeAI server and out again, as part of its backend."""

from __future__ import annotations

from ivk_desktop.api.errors import ConnectionLost, Unauthorized
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.invokeai.auth import AuthRepository, expiry_of
from ivk_desktop.api.invokeai.connection import Connection
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.access import Account, Expiry, Mode


class AccessCalls:
    """``Access``."""

    profile: ConnectionProfile
    auth: AuthRepository
    _connection: Connection | None

    @property
    def keys(self) -> Keys:
        """The secrets that open the server."""
        return self.profile.keys

    async def access_mode(self) -> Mode:
        """Ask whether people have to sign in, and whether anybody can."""
        return await self.auth.mode()

    async def sign_in(self, email: str, password: str, *, remember: bool) -> Account:
        """Sign in for 24 hours, or for 7 days where it is to be remembered.

        A connection that stands is another user's, or one whose token ends sooner: a new one is
        made.
        """
        account = await self.auth.log_in(email, password, remember=remember)
        if self._connection is not None:
            again = ConnectionLost("signed in anew", **arguments(self.profile))
            self._connection.end(again, at_once=True)
        return account

    async def set_up(self, email: str, name: str, password: str) -> None:
        """Make the first administrator."""
        await self.auth.set_up(email, name, password)

    async def sign_out(self) -> None:
        """Sign out; the connection ends."""
        await self.auth.log_out()
        self._signed_out()

    def sign_in_ends(self) -> Expiry | None:
        """When the token ends by itself."""
        return expiry_of(self.profile.keys.token)

    def _signed_out(self) -> None:
        """The live connection would outlive the token (server.md 4.4): nothing else would work."""
        if self._connection is not None:
            self._connection.end(Unauthorized("signed out", **arguments(self.profile)))
